import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { PullRequest } from '../../src/job.ts'
import { writeDocument } from '../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf, succeed } from '../support/job.ts'
import { type Place, placeKinds, usePlaces } from '../support/places.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'
import { treeOf } from '../support/tree-of.ts'

const open = usePlaces()
const directory = useTemporaryDirectory()

const SIGNATURE = 'application/vnd.example.signature'
const out = (): string => join(directory(), 'out')

function pulling(given: Partial<PullRequest> = {}): PullRequest {
  return {
    directory: out(),
    what: 'referrers',
    overwrite: false,
    maxFiles: 100,
    maxBytes: 1_000_000,
    ...given,
  }
}

const digits = (digest: string): string => digest.slice('sha256:'.length).slice(0, 12)

/** Attaches the files to the image and returns what of each a pull is to write, by its path. */
async function attachAll(
  image: string,
  paths: readonly string[],
  given: Omit<JobOptions, 'attach'> & { readonly artifactType?: string } = {},
) {
  const { artifactType, ...rest } = given
  const attach = { files: paths, ...(artifactType && { artifactType }) }
  const { attached } = await succeed(jobOn(image, { ...rest, attach }))
  const expected = attached.map(async ({ artifactType: type, digest, files: [file] }) => [
    `${type.replaceAll('/', '-')}/${digits(digest)}/${basename(file?.path ?? '')}`,
    await readFile(file?.path ?? '', 'utf8'),
  ])
  return { attached, files: Object.fromEntries(await Promise.all(expected)) }
}

/** An image with an SBOM, a signature of that, and a scan of one of its platforms. */
async function evidence(place: Place) {
  const image = await place.putImage({ platforms: ['linux/amd64', 'linux/arm64'] })
  const signaturePath = join(directory(), 'sbom.sig')
  await writeFile(signaturePath, 'pat hancock')
  const sbom = await attachAll(`${place.repository}:1`, [await writeDocument(directory(), 'spdx')])
  const signature = await attachAll(sbom.attached[0]?.reference ?? '', [signaturePath], {
    artifactType: SIGNATURE,
  })
  const scan = await attachAll(
    `${place.repository}:1`,
    [await writeDocument(directory(), 'sarif')],
    {
      platform: [{ os: 'linux', architecture: 'arm64' }],
    },
  )
  return { image, sbom, signature, scan }
}

async function pulledFiles(): Promise<Readonly<Record<string, string>>> {
  const { 'pulled.json': _, ...files } = await treeOf(out())
  return files
}

describe.each(placeKinds)('from %s', (kind) => {
  test('everything attached is pulled, all levels, of the platforms too', async () => {
    const place = await open(kind)
    const { sbom, signature, scan } = await evidence(place)
    const { pulled } = await succeed(jobOn(`${place.repository}:1`, { pull: pulling() }))
    expect(await pulledFiles()).toEqual({ ...sbom.files, ...signature.files, ...scan.files })
    expect(pulled).toEqual(
      [sbom, signature, scan].flatMap(({ attached, files }) =>
        attached.map(({ reference, artifactType, files: [file] }, at) => ({
          path: join(out(), Object.keys(files)[at] ?? ''),
          reference,
          digest: file?.digest,
          title: file?.title,
          mediaType: file?.mediaType,
          size: file?.size,
          artifactType,
        })),
      ),
    )
    const { 'pulled.json': listing = '' } = await treeOf(out())
    expect(JSON.parse(listing)).toEqual(pulled)
  })

  test('by type, what hangs below a match is pulled with it', async () => {
    const place = await open(kind)
    const { sbom, signature } = await evidence(place)
    const artifactTypes = ['application/spdx+json']
    await succeed(jobOn(`${place.repository}:1`, { pull: pulling(), artifactTypes }))
    expect(await pulledFiles()).toEqual({ ...sbom.files, ...signature.files })
  })

  test('one artifact is pulled by its titles, without looking what is attached', async () => {
    const place = await open(kind)
    await place.putImage()
    const paths = [await writeDocument(directory(), 'spdx'), join(directory(), 'notes.txt')]
    await writeFile(paths[1] ?? '', 'all is well')
    const attach = { files: paths, combine: true, artifactType: 'application/vnd.example.both' }
    const [artifact] = (await succeed(jobOn(`${place.repository}:1`, { attach }))).attached
    const pull = pulling({ what: 'artifact' })
    const outcome = await succeed(jobOn(artifact?.reference ?? '', { pull, discovers: false }))
    expect(await pulledFiles()).toEqual({
      'spdx.json': await readFile(paths[0] ?? '', 'utf8'),
      'notes.txt': 'all is well',
    })
    expect(outcome.graphs).toEqual([])
  })

  test("a platform's own artifacts are pulled where the platform is meant", async () => {
    const place = await open(kind)
    const { scan } = await evidence(place)
    const platform = [{ os: 'linux', architecture: 'arm64' }]
    await succeed(jobOn(`${place.repository}:1`, { pull: pulling(), platform }))
    expect(await pulledFiles()).toEqual(scan.files)
  })

  test('an image named twice is pulled once', async () => {
    const place = await open(kind)
    const { image, sbom } = await evidence(place)
    const images = [`${place.repository}:1`, `${place.repository}@${image.descriptor.digest}`]
    const { pulled } = await succeed(jobOn(images, { pull: pulling() }))
    expect(pulled).toHaveLength(3)
    expect(await pulledFiles()).toMatchObject(sbom.files)
  })

  test('what a step attaches is pulled in the same step; what is only planned is not', async () => {
    const place = await open(kind)
    await place.putImage()
    const spdx = await writeDocument(directory(), 'spdx')
    const image = `${place.repository}:1`
    const job = { attach: { files: [spdx] }, pull: pulling() }
    expect((await succeed(jobOn(image, { ...job, dryRun: true }))).pulled).toEqual([])
    expect((await succeed(jobOn(image, job))).pulled).toMatchObject([{ title: 'spdx.json' }])
    const more = { attach: { files: [await writeDocument(directory(), 'sarif')] }, pull: pulling() }
    expect((await succeed(jobOn(image, { ...more, dryRun: true }))).pulled).toMatchObject([
      { title: 'spdx.json' },
    ])
  })

  test('an image is pulled by its layers, which have no titles', async () => {
    const place = await open(kind)
    await place.putImage({ platforms: ['linux/amd64'] })
    const pull = pulling({ what: 'artifact' })
    const job = { pull, platform: 'all', discovers: false } as const
    const { pulled } = await succeed(jobOn(`${place.repository}:1`, job))
    const [layer] = pulled
    expect(await pulledFiles()).toEqual({
      [`${digits(layer?.digest ?? '')}.tar.gz`]: expect.stringContaining('linux/amd64'),
    })
    expect(layer?.title).toBe(`${digits(layer?.digest ?? '')}.tar.gz`)
  })

  test('an index is pulled by its manifests, each into a folder of its own', async () => {
    const place = await open(kind)
    const options = { platforms: ['linux/amd64', 'linux/arm64'], attestations: true }
    const { platforms } = await place.putImage(options)
    const pull = pulling({ what: 'artifact' })
    const { pulled } = await succeed(jobOn(`${place.repository}:1`, { pull, discovers: false }))
    expect(pulled).toHaveLength(4)
    const paths = Object.keys(await pulledFiles())
    for (const { digest } of platforms) {
      expect(paths.filter((path) => path.startsWith(`${digits(digest)}/`))).toHaveLength(1)
    }
    expect(paths.filter((path) => path.endsWith('.json'))).toHaveLength(2)
  })

  test('a subject that is not there is an error, and nothing is written', async () => {
    const place = await open(kind)
    await place.putImage()
    const { failure, pulled } = await outcomeOf(
      jobOn(`${place.repository}:absent`, { pull: pulling() }),
    )
    expect(failure).toMatchObject({ code: 'MANIFEST_UNKNOWN' })
    expect(pulled).toEqual([])
    expect(await treeOf(out())).toEqual({})
  })
})
