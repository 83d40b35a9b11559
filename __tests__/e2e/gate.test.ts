import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { writeDocument } from '../support/documents.ts'
import { createLocalSigstore, RELEASE_WORKFLOW } from '../support/sigstore/local-sigstore.ts'
import { isAcceptedByCosign } from './support/cosign-verdict.ts'
import { commandLine } from './support/front.ts'
import { stageKeyless } from './support/gate-keyless.ts'
import { asBare, type Bare } from './support/gate-pieces.ts'
import { copyToLayout, everywhere, judgeEverywhere, verdictsOf } from './support/gate-places.ts'
import { offline } from './support/gate-scenes.ts'
import { bundleVerdicts, layerVerdicts, PROVENANCE } from './support/gate-verdicts.ts'
import { registriesOfBothKinds } from './support/ground.ts'
import { useRegistryStore } from './support/registry-store.ts'
import type { StoredImage } from './support/store.ts'

const { issuer, identity } = RELEASE_WORKFLOW
const timeout = 120_000
const byWorkflow = [
  '--trusted-root=trusted-root.json',
  `--certificate-identity=${identity}`,
  `--certificate-oidc-issuer=${issuer}`,
]
const provenanceFromWorkflow = ['verify-attestation', '--type=slsaprovenance1', ...byWorkflow]
const signatureFromWorkflow = ['verify', ...byWorkflow]
const inputs = { 'trusted-root': 'trusted-root.json' }

describe.each(registriesOfBothKinds)('in %s', (_registry, start) => {
  const store = useRegistryStore(start)

  describe('what is signed without a key', () => {
    let staged: ReadonlyMap<string, Bare>

    beforeAll(async () => {
      staged = await stageKeyless(store())
      const otherRoot = (await createLocalSigstore()).trustedRoot()
      await writeFile(join(store().directory, 'other-root.json'), otherRoot)
    }, timeout)

    function imageWith(name: string): Bare {
      const image = staged.get(name)
      if (!image) throw new Error(`there is no image with ${name}`)
      return image
    }

    test.each(Object.entries(bundleVerdicts))(
      'in a bundle, by %s, is judged as cosign judges it',
      async (name, verdict) => {
        const image = imageWith(name)

        const reports = await judgeEverywhere(store(), image, { require: provenanceBy(), inputs })

        const cosign = await verdictOfCosign(image, ...provenanceFromWorkflow)
        expect({ ...verdictsOf(reports), cosign }).toEqual({
          ...everywhere(verdict),
          cosign: verdict,
        })
      },
      timeout,
    )

    test.each(Object.entries(layerVerdicts))(
      'at a tag of cosign 2, %s, is judged as cosign judges it',
      async (name, verdict) => {
        const image = imageWith(name)
        const [require, ...args] = name.startsWith('provenance')
          ? ([provenanceBy(), ...provenanceFromWorkflow] as const)
          : ([signatureBy(), ...signatureFromWorkflow] as const)

        const reports = await judgeEverywhere(store(), image, { require, inputs })

        const cosign = await verdictOfCosign(image, ...args)
        expect({ ...verdictsOf(reports), cosign }).toEqual({
          ...everywhere(verdict),
          cosign: verdict,
        })
      },
      timeout,
    )

    test.each([
      ['another identity', { require: provenanceBy({ identity: `${identity}s` }), inputs }],
      ['another issuer', { require: provenanceBy({ issuer: `${issuer}/` }), inputs }],
      [
        'no more than part of the identity',
        { require: provenanceLike('https://github.com/octo/.*/release.yml'), inputs },
      ],
      ['another root', { require: provenanceBy(), inputs: { 'trusted-root': 'other-root.json' } }],
    ])(
      'provenance by the release workflow is not proven by %s',
      async (_what, question) => {
        const reports = await judgeEverywhere(store(), imageWith('the release workflow'), question)

        expect(verdictsOf(reports)).toEqual(everywhere('denied'))
      },
      timeout,
    )
  })

  describe('an SBOM', () => {
    beforeAll(async () => {
      const { directory, newImage } = store()
      await writeDocument(directory, 'spdx', { name: 'sbom.json' })
      const { cosign } = (await newImage('keys')).clients
      await cosign('generate-key-pair', '--output-key-prefix=other')
      await cosign('generate-key-pair')
    }, timeout)

    const byOther = offline.map((option) => option.replace('cosign.key', 'other.key'))

    test.each([
      ['that nobody signed', 'unsigned', undefined, 'denied'],
      ['with a bundle by the key', 'bundle', offline, 'passed'],
      ['with a tag by the key', 'tag', [...offline, '--new-bundle-format=false'], 'passed'],
      ['with a bundle by another key', 'other', byOther, 'denied'],
    ] as const)(
      '%s is judged as cosign judges it',
      async (_what, name, options, verdict) => {
        const image = await store().newImage(`sbom-${name}`)
        const sbom = await attachSbom(image)
        if (options) await image.clients.cosign('sign', ...options, image.at(sbom))
        // Who signs the image has not signed the SBOM.
        await image.clients.cosign('sign', ...offline, image.at(image.digest))
        await copyToLayout(asBare(image))

        const require = '[{ type: sbom, signed-by: { key: cosign.pub } }]'
        const reports = await judgeEverywhere(store(), asBare(image), { require })

        const args = ['verify', '--key=cosign.pub', '--insecure-ignore-tlog=true']
        const cosign = await verdictOfCosign({ ...asBare(image), digest: sbom }, ...args)
        expect({ ...verdictsOf(reports), cosign }).toEqual({
          ...everywhere(verdict),
          cosign: verdict,
        })
        const state = verdict === 'passed' ? 'verified' : 'present'
        for (const { rules } of Object.values(reports)) {
          const matches = rules.flatMap((rule) => rule.matches)
          expect(matches).toEqual([expect.objectContaining({ state })])
          expect(matches[0]?.reference).toMatch(new RegExp(`@${sbom}$`))
        }
      },
      timeout,
    )
  })

  async function attachSbom({ tagged }: StoredImage): Promise<string> {
    const [attached] = await commandLine.attach(store(), { image: tagged, files: ['sbom.json'] })
    if (!attached) throw new Error('nothing is attached')
    return attached.digest
  }
})

function provenanceBy(signer: Partial<typeof RELEASE_WORKFLOW> = {}): string {
  return provenance({ issuer, identity, ...signer })
}

function signatureBy(): string {
  return policyOf({ type: 'signature', 'signed-by': { issuer, identity } })
}

function provenanceLike(pattern: string): string {
  return provenance({ issuer, 'identity-pattern': pattern })
}

function provenance(signedBy: Readonly<Record<string, string>>): string {
  return policyOf({ type: 'provenance', 'predicate-type': PROVENANCE, 'signed-by': signedBy })
}

/** JSON is YAML too. */
function policyOf(rule: object): string {
  return JSON.stringify([rule])
}

async function verdictOfCosign(
  { clients, repository, digest }: Bare,
  ...args: readonly string[]
): Promise<'passed' | 'denied'> {
  const isAccepted = await isAcceptedByCosign(clients, ...args, `${repository}@${digest}`)
  return isAccepted ? 'passed' : 'denied'
}
