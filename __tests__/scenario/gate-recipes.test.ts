import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/gate/report.ts'
import { judge } from '../../src/gate.ts'
import { CREATED } from '../../src/oci/annotations.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { readPolicyKeys } from '../../src/policy/keys.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { pushImage } from '../support/artifacts.ts'
import { pushReferrer, statementAbout, targetOf } from '../support/gathered-image.ts'
import { createMemoryRepository, type MemoryRepository } from '../support/memory-repository.ts'
import { policiesIn } from '../support/policies-in.ts'
import { BUNDLE } from '../support/sample-gate.ts'
import { PROVENANCE, SIGNATURE } from '../support/signed-image.ts'
import type { Identity } from '../support/sigstore/authorities.ts'
import { createLocalSigstore, type LocalSigstore } from '../support/sigstore/local-sigstore.ts'
import { createSigningKey, type SigningKey } from '../support/sigstore/signing-keys.ts'
import { testImage } from '../support/test-image.ts'

const SPDX = 'application/spdx+json'
const SARIF = 'application/sarif+json'
const platforms = ['linux/amd64', 'linux/arm64']

const workflows = 'https://github.com/org/app/.github/workflows'
const release: Identity = {
  issuer: 'https://token.actions.githubusercontent.com',
  identity: `${workflows}/release.yml@refs/heads/main`,
}
const as = (identity: string): Identity => ({ ...release, identity })
const tagged = as(`${workflows}/release.yml@refs/tags/v1.2.3`)
const strangers: Readonly<Record<string, Identity>> = {
  'another workflow': as(`${workflows}/test.yml@refs/heads/main`),
  'another branch': as(`${workflows}/release.yml@refs/heads/feature`),
  'a fork': as(release.identity.replace('/org/', '/somebody/')),
  'another issuer': { ...release, issuer: 'https://gitlab.com' },
}

const ownKey = createSigningKey('P-256')
const scannerKey = createSigningKey('P-256')
/** By the names of the files that the page gives them. */
const keys: Readonly<Record<string, SigningKey>> = {
  'cosign.pub': ownKey,
  'scanner.pub': scannerKey,
}

let sigstore: LocalSigstore
beforeAll(async () => {
  sigstore = await createLocalSigstore()
})

/** An image of two platforms. */
interface Scene {
  readonly repository: MemoryRepository
  readonly image: Descriptor
  readonly platforms: readonly Descriptor[]
}

/** Attaches evidence. */
type Evidence = (scene: Scene) => Promise<unknown>

const nothing: Evidence = async () => undefined

function all(...evidence: readonly Evidence[]): Evidence {
  return async (scene) => {
    for (const each of evidence) await each(scene)
  }
}

/** A bundle on the image about it, or about what is said. */
function attested(
  predicateType: string,
  by: Identity | SigningKey,
  about: (scene: Scene) => readonly Descriptor[] = ({ image }) => [image],
): Evidence {
  return async (scene) => {
    const digests = about(scene).map(({ digest }) => digest)
    const bundle = await sigstore.attest(statementAbout(digests, predicateType), { by })
    return pushBundle(scene, scene.image, bundle)
  }
}

/** A document, on the image or where it is said, with a signature of it if somebody signed. */
function document(
  artifactType: string,
  by?: Identity | SigningKey,
  {
    created,
    on = ({ image }) => image,
  }: {
    readonly created?: string
    readonly on?: (scene: Scene) => Descriptor
  } = {},
): Evidence {
  return async (scene) => {
    const annotations = created === undefined ? {} : { [CREATED]: created }
    const pushed = await pushReferrer(scene.repository, on(scene), artifactType, { annotations })
    if (!by) return
    const bundle = await sigstore.attest(statementAbout([pushed.digest], SIGNATURE), { by })
    await pushBundle(scene, pushed, bundle)
  }
}

function pushBundle({ repository }: Scene, on: Descriptor, bundle: object): Promise<Descriptor> {
  const layers = [{ mediaType: BUNDLE, content: JSON.stringify(bundle) }]
  return pushReferrer(repository, on, BUNDLE, { layers })
}

/** Returns what becomes of an image with the evidence. */
async function judged(policy: string, evidence: Evidence): Promise<Report> {
  const repository = createMemoryRepository()
  const image = await pushImage(repository, 'v1', { platforms })
  await evidence({ repository, image, platforms: testImage({ platforms }).platforms })
  return judge([await targetOf(repository, image)], {
    policy: await readPolicyKeys(parsePolicy(policy), async (path) => keys[path]?.pem ?? ''),
    trustedRoot: async () => sigstore.trustedRoot(),
    now: Date.now(),
  })
}

const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString()
const onPlatform =
  (at: number) =>
  ({ platforms, image }: Scene): Descriptor =>
    platforms[at] ?? image

/** What is demanded by a policy of the page. */
interface Recipe {
  readonly title: string
  readonly satisfied: Readonly<Record<string, Evidence>>
  readonly denied: Readonly<Record<string, Evidence>>
}

function byEach(
  signers: Readonly<Record<string, Identity | SigningKey>>,
  evidence: (by: Identity | SigningKey) => Evidence,
): Readonly<Record<string, Evidence>> {
  return Object.fromEntries(Object.entries(signers).map(([name, by]) => [name, evidence(by)]))
}

/** Of an image and an SBOM that are signed by the same. */
function signatureAndSbom(
  by: Identity | SigningKey,
  others: Readonly<Record<string, Identity | SigningKey>>,
): Omit<Recipe, 'title'> {
  return {
    satisfied: {
      'both signed': all(attested(SIGNATURE, by), document(SPDX, by)),
      'the SBOM as an attestation': all(
        attested(SIGNATURE, by),
        attested('https://spdx.dev/Document', by),
      ),
    },
    denied: {
      'no SBOM': attested(SIGNATURE, by),
      'an SBOM that nobody signed': all(attested(SIGNATURE, by), document(SPDX)),
      'no signature of the image': document(SPDX, by),
      ...byEach(others, (other) => all(attested(SIGNATURE, by), document(SPDX, other))),
    },
  }
}

/** In the order of the page. */
const recipes: readonly Recipe[] = [
  {
    title: 'provenance of actions/attest',
    satisfied: { 'by the release workflow': attested(PROVENANCE, release) },
    denied: {
      'of another version': attested('https://slsa.dev/provenance/v0.2', release),
      'by a key': attested(PROVENANCE, ownKey),
      'of a platform alone': attested(PROVENANCE, release, ({ platforms: [first] }) =>
        first ? [first] : [],
      ),
      ...byEach(strangers, (by) => attested(PROVENANCE, by)),
    },
  },
  { title: 'cosign without a key', ...signatureAndSbom(release, strangers) },
  {
    title: 'cosign with a key',
    ...signatureAndSbom(ownKey, { 'another key': scannerKey, 'a workflow': release }),
  },
  {
    title: 'an SBOM on every platform',
    satisfied: {
      'signed on each': all(
        document(SPDX, release, { on: onPlatform(0) }),
        document(SPDX, release, { on: onPlatform(1) }),
      ),
      'attested on the index': attested(
        'https://spdx.dev/Document',
        release,
        (scene) => scene.platforms,
      ),
    },
    denied: {
      'on one platform': document(SPDX, release, { on: onPlatform(0) }),
      'on the index, about that': document(SPDX, release),
      'signed on one': all(
        document(SPDX, release, { on: onPlatform(0) }),
        document(SPDX, undefined, { on: onPlatform(1) }),
      ),
      ...byEach(strangers, (by) =>
        all(
          document(SPDX, release, { on: onPlatform(0) }),
          document(SPDX, by, { on: onPlatform(1) }),
        ),
      ),
    },
  },
  {
    title: 'provenance for any release tag',
    satisfied: {
      'of a tag': attested(PROVENANCE, tagged),
      'of another tag': attested(PROVENANCE, as(tagged.identity.replace('1.2.3', '20'))),
    },
    denied: byEach(
      {
        ...strangers,
        'a branch': release,
        'a tag that is no version': as(tagged.identity.replace('v1.2.3', 'nightly')),
        'a tag that goes on': as(`${tagged.identity}-rc.1`),
        'a name that begins alike': as(tagged.identity.replace('/org/', '/organization/')),
        'another letter for a dot': as(tagged.identity.replace('release.yml', 'release-yml')),
      },
      (by) => attested(PROVENANCE, by),
    ),
  },
  {
    title: 'a fresh scan',
    satisfied: { 'of today': document(SARIF, scannerKey, { created: daysAgo(0) }) },
    denied: {
      'of three days ago': document(SARIF, scannerKey, { created: daysAgo(3) }),
      'of no time': document(SARIF, scannerKey),
      'that nobody signed': document(SARIF, undefined, { created: daysAgo(0) }),
      'that another key signed': document(SARIF, ownKey, { created: daysAgo(0) }),
      'of which the image is signed': all(
        document(SARIF, undefined, { created: daysAgo(0) }),
        attested(SIGNATURE, scannerKey),
      ),
    },
  },
]

const policies = policiesIn('docs/gate.md')

test('each policy of docs/gate.md is tried', () => {
  expect(policies).toHaveLength(recipes.length)
})

describe.each(recipes.map((recipe, at) => ({ ...recipe, policy: policies[at] ?? '' })))(
  'the recipe for $title',
  ({ policy, satisfied, denied }) => {
    test.each(Object.entries(satisfied))('is satisfied: %s', async (_, evidence) => {
      const { verdict, rules } = await judged(policy, evidence)
      expect({ verdict, rules }).toMatchObject({ verdict: 'passed' })
    })

    test.each(Object.entries({ nothing, ...denied }))('is denied: %s', async (_, evidence) => {
      expect(await judged(policy, evidence)).toMatchObject({ verdict: 'denied' })
    })
  },
)
