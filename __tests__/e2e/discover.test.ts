import { beforeAll, describe, expect, test } from '@jest/globals'
import type { JsonManifest } from '../../src/render/json.ts'
import { writeDocument } from '../support/documents.ts'
import { discoverByOras, type OrasManifest } from './support/evidence.ts'
import { fronts } from './support/front.ts'
import type { StoredImage } from './support/store.ts'
import { stores } from './support/stores.ts'

const spdx = 'application/spdx+json'
const sarif = 'application/sarif+json'
/** Artifacts of this type have the empty config, which go-containerregistry lists as their type. */
const bundle = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const note = 'text/x-note'

describe.each(stores)('in %s, what others attached', (_store, useStore) => {
  const store = useStore()
  let image: StoredImage
  let platform: string
  /** The digest of the one artifact of each type. */
  let sbom: string
  let signature: string
  let remark: string
  let scan: string

  beforeAll(async () => {
    const { directory, newImage } = store()
    await writeDocument(directory, 'spdx', { name: 'sbom.json' })
    await writeDocument(directory, 'sarif', { name: 'scan.json' })
    image = await newImage('others')
    platform = image.platforms[0]?.digest ?? ''
    sbom = await attachByOras(image, image.digest, spdx, 'sbom.json')
    signature = await attachByRegctl(image, sbom, bundle, 'scan.json')
    remark = await attachByOras(image, signature, note, 'sbom.json')
    scan = await attachByRegctl(image, platform, sarif, 'scan.json')
  })

  test.each(fronts)('%s finds at every level, with its true type', async (_front, front) => {
    const { json } = await front.discover(store(), image.tagged)

    expect(typesOf(json)).toEqual([
      image.digest,
      undefined,
      [[sbom, spdx, [[signature, bundle, [[remark, note, []]]]]]],
    ])
    expect(json.platforms?.map(typesOf)).toEqual([
      [platform, undefined, [[scan, sarif, []]]],
      [image.platforms[1]?.digest, undefined, []],
    ])
  })

  test.each(fronts)('%s tells in the shape of oras', async (_front, front) => {
    // In a layout, oras does not see what regctl attached.
    const other = await store().newImage(`oras-${front.name}`)
    const first = await attachByOras(other, other.digest, spdx, 'sbom.json')
    await attachByOras(other, first, note, 'scan.json')

    const { json } = await front.discover(store(), other.at(other.digest))

    expect(sharedOf(json)).toEqual(sharedOf(await discoverByOras(other, other.digest)))
  })

  test.each(fronts)('%s draws as a tree', async (_front, front) => {
    const { tree } = await front.discover(store(), image.tagged)

    expect(tree.split('\n')).toEqual([
      image.at(image.digest),
      `├── ${spdx}`,
      `│   └── ${sbom}`,
      `│       └── ${bundle}`,
      `│           └── ${signature}`,
      `│               └── ${note}`,
      `│                   └── ${remark}`,
      '├── linux/amd64',
      `│   └── ${platform}`,
      `│       └── ${sarif}`,
      `│           └── ${scan}`,
      '└── linux/arm64',
      `    └── ${image.platforms[1]?.digest}`,
    ])
  })
})

/** Returns the digest of a new artifact with the one file, attached to the manifest. */
async function attachByOras(
  { clients, forOras }: StoredImage,
  subject: string,
  artifactType: string,
  file: string,
): Promise<string> {
  const options = ['--format=json', `--artifact-type=${artifactType}`]
  const { digest } = JSON.parse(
    await clients.oras('attach', ...options, ...forOras(subject), `${file}:application/json`),
  )
  return digest
}

/** As `attachByOras`. */
async function attachByRegctl(
  { clients, forRegctl }: StoredImage,
  subject: string,
  artifactType: string,
  file: string,
): Promise<string> {
  return clients.regctl(
    'artifact',
    'put',
    `--artifact-type=${artifactType}`,
    `--subject=${forRegctl(subject)}`,
    `--file=${file}`,
    '--file-media-type=application/json',
    '--format={{.Manifest.GetDescriptor.Digest}}',
  )
}

type Types = readonly [digest: string, type: string | undefined, below: readonly Types[]]

function typesOf({ digest, artifactType, referrers }: JsonManifest): Types {
  return [digest, artifactType, referrers.map(typesOf)]
}

/** Returns what both have of a manifest; but for the type, as oras repeats what the list says of it. */
function sharedOf({ referrers = [], ...manifest }: OrasManifest): unknown {
  const { reference, mediaType, digest, size, annotations } = manifest
  return {
    // oras names a layout by its path alone.
    reference: reference.replace('oci-layout://', ''),
    mediaType,
    digest,
    size,
    annotations,
    referrers: referrers.map(sharedOf),
  }
}
