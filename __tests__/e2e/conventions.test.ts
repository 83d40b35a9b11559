import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { JsonManifest } from '../../src/render/json.ts'
import { writeDocument } from '../support/documents.ts'
import { fronts } from './support/front.ts'
import { registries } from './support/ground.ts'
import { writeImageLayout } from './support/image-layout.ts'
import { useRegistryStore } from './support/registry-store.ts'
import type { Store, StoredImage } from './support/store.ts'

const bundle = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const simpleSigning = 'application/vnd.dev.cosign.simplesigning.v1+json'
const dsse = 'application/vnd.dsse.envelope.v1+json'
const spdx = 'application/spdx+json'

/** Without any service of Sigstore's: signed with a key, and logged nowhere. */
const offline = ['--key=cosign.key', '--tlog-upload=false', '--use-signing-config=false', '--yes']
const atTag = '--new-bundle-format=false'

describe.each(registries)('in %s, evidence', (_registry, start) => {
  const store = useRegistryStore(start)
  let image: StoredImage
  let sbom: string

  beforeAll(async () => {
    const { directory, newImage } = store()
    await writeDocument(directory, 'spdx', { name: 'sbom.json' })
    image = await newImage('signed')
    await image.clients.cosign('generate-key-pair')
    sbom = await attachByOras(image, store().via, 'sbom.json')
    for (const digest of [image.digest, sbom]) await signTwice(image, digest)
    const [platform] = image.platforms
    if (platform) await attestTwice(image, platform.digest)
    const at = image.at(image.digest)
    await image.clients.cosign('attach', 'sbom', '--type=spdx', '--sbom=sbom.json', at)
    const layout = `ocidir://copied:${image.tag}`
    const options = ['--digest-tags', '--referrers']
    await image.clients.regctl('image', 'copy', ...options, image.tagged, layout)
  })

  test.each(fronts)('of cosign in both forms, %s finds', async (_front, front) => {
    const { json } = await front.discover(store(), image.tagged)

    expectEvidence(json, store().via, sbom)
  })

  test.each(fronts)('in a layout that regctl copied it to, %s finds', async (_front, front) => {
    const { json } = await front.discover(store(), `oci-layout://copied:${image.tag}`)

    expectEvidence(json, 'oci-layout', sbom)
  })

  test.each(fronts)('of BuildKit in the index, %s finds in both forms', async (_front, front) => {
    for (const form of ['image', 'oci-artifact'] as const) {
      const name = `built-${form}-${front.name}`
      const layout = join(store().directory, name)
      const built = await writeImageLayout(layout, name, form)
      const tagged = `${image.tagged.split(':').slice(0, -1).join(':')}:${name}`
      await image.clients.oras('cp', '--from-oci-layout', `${layout}:${built.tag}`, tagged)

      for (const reference of [tagged, `oci-layout://${layout}:${built.tag}`]) {
        const { json } = await front.discover(store(), reference)

        expect(json.referrers).toEqual([])
        expect(
          json.platforms?.map(({ digest, referrers: [attestation, ...others] }) => ({
            platform: digest,
            attestation: attestation?.digest,
            others,
          })),
        ).toEqual(
          built.platforms.map(({ digest, attestation }) => ({
            platform: digest,
            attestation,
            others: [],
          })),
        )
      }
    }
  })
})

/** Returns the digest of the SBOM that is attached, in the one list where the registry expects it. */
async function attachByOras(
  { clients, at, digest }: StoredImage,
  via: Store['via'],
  file: string,
): Promise<string> {
  const options = ['--format=json', `--artifact-type=${spdx}`, `--distribution-spec=v1.1-${via}`]
  const attached = await clients.oras('attach', ...options, at(digest), `${file}:${spdx}`)
  return JSON.parse(attached).digest
}

async function signTwice({ clients, at }: StoredImage, digest: string): Promise<void> {
  await clients.cosign('sign', ...offline, at(digest))
  await clients.cosign('sign', ...offline, atTag, at(digest))
}

async function attestTwice({ clients, at }: StoredImage, digest: string): Promise<void> {
  await writeFile(join(clients.directory, 'predicate.json'), '{"passed":true}')
  const predicate = ['--predicate=predicate.json', '--type=https://example.com/scan/v1']
  await clients.cosign('attest', ...offline, ...predicate, at(digest))
  await clients.cosign('attest', ...offline, ...predicate, atTag, at(digest))
}

/** Expects all that is attached above, each once and found in its own way. */
function expectEvidence(graph: JsonManifest, via: Store['via'], sbom: string): void {
  const signatures = { [bundle]: [via], [simpleSigning]: ['cosign-tag'] }
  expect(foundIn(graph)).toEqual({
    ...signatures,
    [spdx]: [via],
    'text/spdx+json': ['cosign-tag'],
  })
  const attached = graph.referrers.find(({ digest }) => digest === sbom)
  expect(attached && foundIn(attached)).toEqual(signatures)
  const attestations = { [bundle]: [via], [dsse]: ['cosign-tag'] }
  expect(graph.platforms?.map(foundIn)).toEqual([attestations, {}])
}

/** Returns how what hangs on the manifest was found, by its type; no two may be of one type. */
function foundIn({ referrers }: JsonManifest): Readonly<Record<string, unknown>> {
  const found = Object.fromEntries(
    referrers.map(({ artifactType = '', sources }) => [artifactType, sources]),
  )
  expect(Object.keys(found)).toHaveLength(referrers.length)
  return found
}
