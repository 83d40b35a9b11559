import { describe, expect, test } from '@jest/globals'
import { discover } from '../../src/discover.ts'
import type { GraphManifest } from '../../src/graph.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { digestOf } from '../../src/oci/digest.ts'
import type { Encoded } from '../../src/oci/encoded.ts'
import { OciError } from '../../src/oci/error.ts'
import type { Manifest } from '../../src/oci/manifest.ts'
import { packImageManifest } from '../../src/oci/pack.ts'
import type { Repository } from '../../src/repository/repository.ts'
import { artifactOn, pushArtifacts, pushImage } from '../support/artifacts.ts'
import { createMemoryRepository } from '../support/memory-repository.ts'
import { listed, readerOf } from '../support/reader-of.ts'

function digestsOf(manifests: readonly Encoded<Manifest>[]): string[] {
  return manifests.map(({ descriptor }) => descriptor.digest)
}

/** Digests alone, as a tree. */
type Tree = { readonly [digest: string]: Tree }

function treeOf({ referrers }: Pick<GraphManifest, 'referrers'>): Tree {
  return Object.fromEntries(referrers.map((each) => [each.digest, treeOf(each)]))
}

function options(depth = 0) {
  const warnings: string[] = []
  return { depth, warnings, onWarning: (message: string) => void warnings.push(message) }
}

async function attachTexts(
  repository: Repository,
  subject: Descriptor,
  ...texts: readonly string[]
): Promise<readonly Encoded<Manifest>[]> {
  const manifests = await pushArtifacts(repository, subject, texts)
  await repository.ensureListed(subject, manifests)
  return manifests
}

describe('the graph of an image', () => {
  test('has every level, or as many as are asked for', async () => {
    const repository = createMemoryRepository()
    const image = await pushImage(repository, 'v1')
    const chain = [image]
    for (const text of ['sbom', 'signature', 'timestamp']) {
      const [made] = await attachTexts(repository, chain.at(-1) ?? image, text)
      if (made) chain.push(made.descriptor)
    }
    const [, one = image, two = image, three = image] = chain
    const whole = { [one.digest]: { [two.digest]: { [three.digest]: {} } } }
    expect(treeOf(await discover(repository, image, options()))).toEqual(whole)
    expect(treeOf(await discover(repository, image, options(3)))).toEqual(whole)
    expect(treeOf(await discover(repository, image, options(2)))).toEqual({
      [one.digest]: { [two.digest]: {} },
    })
    expect(treeOf(await discover(repository, image, options(1)))).toEqual({ [one.digest]: {} })
  })

  test('says of each what its own manifest says, not what the list says', async () => {
    const { image, manifest, reader } = sample((descriptor) => [
      {
        descriptor: {
          ...descriptor,
          mediaType: 'x/y',
          size: 1,
          artifactType: 'x/z',
          annotations: {},
        },
        sources: ['referrers-api', 'referrers-tag'],
      },
    ])
    const graph = await discover(reader, image.descriptor, options())
    expect(graph).toEqual({
      reference: `registry.test/app@${image.descriptor.digest}`,
      ...image.descriptor,
      artifactType: 'application/vnd.example.note',
      annotations: image.value.annotations,
      referrers: [
        {
          reference: `registry.test/app@${manifest.descriptor.digest}`,
          ...manifest.descriptor,
          artifactType: 'application/vnd.example.note',
          annotations: manifest.value.annotations,
          sources: ['referrers-api', 'referrers-tag'],
          referrers: [],
        },
      ],
    })
  })

  test('stands newest first, then by digest, however it is listed', async () => {
    const { image } = sample(listed)
    const made = (created: string) =>
      ['a', 'b', 'c'].map((artifactType) => {
        const artifact = { artifactType, files: [], annotations: {}, created }
        return packImageManifest({ ...artifact, subject: image.descriptor })
      })
    const [newer, older] = [made('2026-02-01T00:00:00+01:00'), made('2026-01-31T22:00:00Z')]
    const sorted = [newer, older].flatMap((each) => digestsOf(each).sort())
    const manifests = [...older, ...newer]
    const forward = listed(...manifests.map(({ descriptor }) => descriptor))
    for (const list of [forward, [...forward].reverse()]) {
      const lists = new Map([[image.descriptor.digest, list]])
      const reader = readerOf([image, ...manifests], lists)
      const { referrers } = await discover(reader, image.descriptor, options())
      expect(referrers.map(({ digest }) => digest)).toEqual(sorted)
    }
  })

  test('has each platform of an index, and what hangs there, its attestation too', async () => {
    const repository = createMemoryRepository()
    const platforms = ['linux/amd64', 'linux/arm64/v8']
    const image = await pushImage(repository, 'v1', { platforms, attestations: true })
    const { value } = await repository.fetchManifest(image)
    const entries = value.kind === 'index' ? value.manifests : []
    const [amd64 = image, arm64 = image, ofAmd64, ofArm64] = entries
    const [onIndex] = await attachTexts(repository, image, 'on the index')
    const [onArm64] = await attachTexts(repository, arm64, 'on arm64')
    const [below] = await attachTexts(repository, onArm64?.descriptor ?? arm64, 'below')
    const graph = await discover(repository, image, options())
    expect(Object.keys(treeOf(graph))).toEqual([onIndex?.descriptor.digest])
    expect(graph.platforms).toMatchObject([
      { platform: { os: 'linux', architecture: 'amd64' }, digest: amd64.digest },
      { platform: { os: 'linux', architecture: 'arm64', variant: 'v8' }, digest: arm64.digest },
    ])
    expect(graph.platforms?.map(treeOf)).toEqual([
      { [ofAmd64?.digest ?? '']: {} },
      {
        [onArm64?.descriptor.digest ?? '']: { [below?.descriptor.digest ?? '']: {} },
        [ofArm64?.digest ?? '']: {},
      },
    ])
  })

  test('begins with the list that is known already', async () => {
    const { image, manifest, reader } = sample(() => [])
    const referrers = listed(manifest.descriptor)
    const graph = await discover(reader, image.descriptor, { ...options(), referrers })
    expect(treeOf(graph)).toEqual({ [manifest.descriptor.digest]: {} })
    expect(reader.notes).not.toContain(`list ${image.descriptor.digest}`)
  })

  test('is read in one round trip a level: a manifest while what refers to it is listed', async () => {
    const { image, manifest, reader } = sample(listed)
    const { digest } = manifest.descriptor
    let listing: () => void = () => undefined
    const isListing = new Promise<void>((resolve) => {
      listing = resolve
    })
    const graph = discover(
      {
        ...reader,
        async fetchManifest(target) {
          if (target.digest === digest) await isListing
          return reader.fetchManifest(target)
        },
        async listReferrers(target) {
          if (target.digest === digest) listing()
          return reader.listReferrers(target)
        },
      },
      image.descriptor,
      options(),
    )
    expect(treeOf(await graph)).toEqual({ [digest]: {} })
  })
})

describe('what a list claims', () => {
  test('of another subject is left out, with a warning, and with what hangs on it', async () => {
    const other = artifactOn(artifactOn(root, 'elsewhere').manifest.descriptor, 'x').manifest
    const { image, reader } = sample(() => listed(other.descriptor), [other])
    const context = options()
    expect(treeOf(await discover(reader, image.descriptor, context))).toEqual({})
    expect(context.warnings).toEqual([expect.stringContaining(other.descriptor.digest)])
  })

  test('but is gone is left out, with a warning, whatever its own list is', async () => {
    const gone = artifactOn(root, 'gone').manifest.descriptor
    const { image, manifest, reader } = sample((descriptor) => listed(gone, descriptor))
    const context = options()
    const failing = {
      ...reader,
      listReferrers: async (target: Descriptor) => {
        if (target.digest === gone.digest) throw new OciError('RESPONSE_INVALID', 'no such thing')
        return reader.listReferrers(target)
      },
    }
    expect(treeOf(await discover(failing, image.descriptor, context))).toEqual({
      [manifest.descriptor.digest]: {},
    })
    expect(context.warnings).toEqual([expect.stringContaining('is gone')])
  })

  test('is an error where it cannot be read, at any level', async () => {
    const { image, manifest, reader } = sample(listed)
    const { digest } = manifest.descriptor
    const denied = new OciError('DENIED', 'not yours')
    const refusing = (what: string) => async (target: Descriptor) => {
      if (target.digest === what) throw denied
      return reader.listReferrers(target)
    }
    const refusingManifest = async (target: Descriptor) => {
      if (target.digest === digest) throw denied
      return reader.fetchManifest(target)
    }
    for (const failing of [
      { ...reader, listReferrers: refusing(image.descriptor.digest) },
      { ...reader, listReferrers: refusing(digest) },
      { ...reader, fetchManifest: refusingManifest },
    ]) {
      await expect(discover(failing, image.descriptor, options())).rejects.toBe(denied)
    }
  })
})

const root = { mediaType: 'a/b', digest: digestOf(new Uint8Array()), size: 0 }

/** An image, and one artifact on it that is listed as the test says. */
function sample(
  list: (descriptor: Descriptor) => ReturnType<typeof listed>,
  others: readonly Encoded<Manifest>[] = [],
) {
  const image = artifactOn(root, 'image').manifest
  const { manifest } = artifactOn(image.descriptor, 'artifact')
  const lists = new Map([[image.descriptor.digest, list(manifest.descriptor)]])
  return { image, manifest, reader: readerOf([image, manifest, ...others], lists) }
}
