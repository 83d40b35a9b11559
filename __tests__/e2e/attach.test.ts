import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Attached } from '../../src/job.ts'
import { writeDocument } from '../support/documents.ts'
import { type Evidence, evidenceOn, isStored } from './support/evidence.ts'
import { type Front, fronts } from './support/front.ts'
import type { Store, StoredImage } from './support/store.ts'
import { stores } from './support/stores.ts'

const spdx = 'application/spdx+json'
const cyclonedx = 'application/vnd.cyclonedx+json'
const sarif = 'application/sarif+json'
const signature = 'application/vnd.example.signature+json'

/** A test's image and files. */
interface Scene {
  readonly image: StoredImage
  /** Of the files, relative to where oras-attach runs. */
  readonly folder: string
}

async function newScene(store: Store, name: string): Promise<Scene> {
  const folder = `files/${name}`
  const path = join(store.directory, folder)
  await mkdir(path, { recursive: true })
  await writeDocument(path, 'spdx', { name: 'sbom.spdx.json', seed: name })
  await writeDocument(path, 'cyclonedx', { name: 'sbom.cdx.json', seed: name })
  await writeDocument(path, 'sarif', { name: 'scan.sarif', seed: name })
  for (const platform of ['linux-amd64', 'linux-arm64']) {
    await writeDocument(path, 'spdx', { name: `${platform}.json`, seed: `${name} ${platform}` })
  }
  await writeFile(join(path, 'sbom.sig'), Buffer.from([0, 255, 13, 10, 195, 40]))
  return { image: await store.newImage(name), folder }
}

describe.each(stores)('in %s', (_store, useStore) => {
  const store = useStore()

  describe.each(fronts)('by %s', (_front, front) => {
    let at = 0
    let scene: Scene

    beforeEach(async () => {
      at += 1
      scene = await newScene(store(), `${front.name}-${at}`)
    })

    test('a file is an artifact of the type of its document', async () => {
      const { image, folder } = scene

      const attached = await attach(front, ['sbom.spdx.json'])

      expect(attached).toEqual([
        {
          subject: image.at(image.digest),
          reference: image.at(attached[0]?.digest ?? ''),
          digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
          mediaType: 'application/vnd.oci.image.manifest.v1+json',
          size: expect.any(Number),
          artifactType: spdx,
          files: [expect.objectContaining({ path: `${folder}/sbom.spdx.json`, mediaType: spdx })],
          status: 'pushed',
          via: store().via,
        },
      ])
      expect(await evidenceOn(image, image.digest)).toEqual(
        await expected(attached, [[spdx, 'sbom.spdx.json']]),
      )
    })

    test('of many files, each is an artifact of its own', async () => {
      const { image } = scene

      const attached = await attach(front, ['sbom.*.json', 'scan.sarif'])

      expect(await evidenceOn(image, image.digest)).toEqual(
        await expected(attached, [
          [cyclonedx, 'sbom.cdx.json'],
          [spdx, 'sbom.spdx.json'],
          [sarif, 'scan.sarif'],
        ]),
      )
    })

    test('combined files are one artifact', async () => {
      const { image } = scene
      const inputs = { combine: 'true', 'artifact-type': 'application/vnd.example.evidence' }

      const attached = await attach(front, ['sbom.spdx.json', 'scan.sarif', 'sbom.sig'], inputs)

      expect(await evidenceOn(image, image.digest)).toEqual(
        await expected(attached, [
          ['application/vnd.example.evidence', 'sbom.spdx.json', 'scan.sarif', 'sbom.sig'],
        ]),
      )
    })

    test('what is attached to an artifact is the second level', async () => {
      const { image } = scene
      const sboms = await attach(front, ['sbom.spdx.json'])

      const signatures = await attach(
        front,
        ['sbom.sig'],
        { 'artifact-type': signature },
        sboms[0]?.reference,
      )

      const [sbom] = await expected(sboms, [[spdx, 'sbom.spdx.json']])
      expect(await evidenceOn(image, image.digest)).toEqual([
        { ...sbom, referrers: await expected(signatures, [[signature, 'sbom.sig']]) },
      ])
    })

    test.each(['all', 'linux/amd64,linux/arm64'])(
      'with platform %s, each has the file that is made for it',
      async (platform) => {
        const { image } = scene
        const [amd64, arm64] = image.platforms

        const attached = await attach(front, ['{platform}.json'], { platform })

        expect(await evidenceOn(image, amd64?.digest ?? '')).toEqual(
          await expected(attached.slice(0, 1), [[spdx, 'linux-amd64.json']]),
        )
        expect(await evidenceOn(image, arm64?.digest ?? '')).toEqual(
          await expected(attached.slice(1), [[spdx, 'linux-arm64.json']]),
        )
        expect(await evidenceOn(image, image.digest)).toEqual([])
      },
    )

    test('with one platform, the others have nothing', async () => {
      const { image } = scene
      const [amd64, arm64] = image.platforms

      const attached = await attach(front, ['scan.sarif'], { platform: 'linux/arm64' })

      expect(await evidenceOn(image, arm64?.digest ?? '')).toEqual(
        await expected(attached, [[sarif, 'scan.sarif']]),
      )
      expect(await evidenceOn(image, amd64?.digest ?? '')).toEqual([])
      expect(await evidenceOn(image, image.digest)).toEqual([])
    })

    test('attaching again, later, changes nothing', async () => {
      const { image } = scene
      const files = ['sbom.*.json', 'sbom.sig']
      const inputs = { 'artifact-type': signature, annotations: 'run=1' }
      const first = await attach(front, files, { ...inputs, created: '2026-01-01T00:00:00Z' })
      const before = await image.state()

      const second = await attach(front, files, { ...inputs, created: '2026-02-01T00:00:00Z' })

      expect(second).toEqual(first.map((each) => ({ ...each, status: 'exists' })))
      expect(await image.state()).toEqual(before)
    })

    test('a dry run tells the digests, and writes nothing', async () => {
      const { image } = scene
      const before = await image.state()

      const planned = await attach(front, ['sbom.*.json'], { 'dry-run': 'true' })

      const digests = planned.flatMap(({ digest, files }) => [
        digest,
        ...files.map((file) => file.digest),
      ])
      expect(await image.state()).toEqual(before)
      expect(await storedOf(image, digests)).toEqual([])
      const pushed = await attach(front, ['sbom.*.json'])
      expect(pushed).toEqual(
        planned.map((each) => ({ ...each, status: 'pushed', via: store().via })),
      )
      expect(await storedOf(image, digests)).toEqual(digests)
    })

    /** Attaches files of the scene to its image, or to `to`. */
    function attach(
      by: Front,
      files: readonly string[],
      inputs: Readonly<Record<string, string>> = {},
      to = scene.image.tagged,
    ): Promise<readonly Attached[]> {
      const paths = files.map((file) => `${scene.folder}/${file}`)
      return by.attach(store(), { image: to, files: paths, inputs })
    }

    /** Returns the evidence of what was attached, from the artifact type and files that each is to have. */
    async function expected(
      attached: readonly Attached[],
      artifacts: readonly (readonly [artifactType: string, ...names: readonly string[]])[],
    ): Promise<readonly Evidence[]> {
      const evidence = artifacts.map(async ([artifactType, ...names], index) => ({
        digest: attached[index]?.digest ?? '',
        artifactType,
        files: Object.fromEntries(await Promise.all(names.map(readOriginal))),
        referrers: [],
      }))
      expect(attached).toHaveLength(artifacts.length)
      return (await Promise.all(evidence)).sort((a, b) => (a.digest < b.digest ? -1 : 1))
    }

    async function readOriginal(name: string): Promise<readonly [string, string]> {
      return [name, await readFile(join(store().directory, scene.folder, name), 'latin1')]
    }
  })
})

async function storedOf(
  image: StoredImage,
  digests: readonly string[],
): Promise<readonly string[]> {
  const stored = await Promise.all(digests.map((digest) => isStored(image, digest)))
  return digests.filter((_digest, index) => stored[index])
}
