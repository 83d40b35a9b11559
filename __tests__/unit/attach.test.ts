import { describe, expect, test } from '@jest/globals'
import { planAttach } from '../../src/attach/plan.ts'
import { tagAttached } from '../../src/attach/tag.ts'
import { attach } from '../../src/attach.ts'
import type { AttachedFile, AttachRequest } from '../../src/job.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { OciError } from '../../src/oci/error.ts'
import type { Content } from '../../src/repository/content.ts'
import type { Repository } from '../../src/repository/repository.ts'
import { pushImage, textContent } from '../support/artifacts.ts'
import { createMemoryRepository, type MemoryRepository } from '../support/memory-repository.ts'

const NOW = '2026-11-25T00:00:00Z'

interface Opened {
  readonly repository: MemoryRepository
  readonly image: Descriptor
}

async function opened(): Promise<Opened> {
  const repository = createMemoryRepository()
  return { repository, image: await pushImage(repository, 'v1') }
}

interface Options extends Partial<Pick<AttachRequest, 'combine' | 'ifExists' | 'manifestFormat'>> {
  readonly created?: string
  readonly dryRun?: boolean
  readonly tag?: string
}

/** Attaches files whose content is their path's last part, and tags them if that is asked for. */
async function attachFiles(
  repository: Repository,
  image: Descriptor,
  paths: readonly string[],
  { created = NOW, dryRun = false, ifExists = 'skip', tag, ...options }: Options = {},
) {
  const request: AttachRequest = {
    files: paths,
    artifactType: 'a/b',
    combine: false,
    annotations: {},
    manifestFormat: 'oci-image',
    ifExists,
    ...options,
  }
  const files = paths.map((path) => ({ path, ...contentAt(path).descriptor }))
  const plan = planAttach(image, files, request, created)
  const open = ({ path }: AttachedFile): Content => contentAt(path)
  const attached = await attach(repository, image, plan, { ifExists, dryRun, open })
  if (tag !== undefined) await tagAttached(repository, image, attached.artifacts, tag)
  return attached
}

function contentAt(path: string): Content {
  return textContent(path.slice(path.lastIndexOf('/') + 1))
}

/** The same repository, which notes when each of its writes begins and ends. */
function noting(repository: Repository): Repository & { readonly notes: readonly string[] } {
  const notes: string[] = []
  async function noted<T>(what: string, work: () => Promise<T>): Promise<T> {
    notes.push(what)
    await new Promise(setImmediate)
    const result = await work()
    notes.push(`${what} done`)
    return result
  }
  return {
    ...repository,
    notes,
    pushBlob: (content) => noted('blob', () => repository.pushBlob(content)),
    pushManifest: (manifest, tag) =>
      noted(tag === undefined ? 'manifest' : `tag ${tag}`, () =>
        repository.pushManifest(manifest, tag),
      ),
    ensureListed: (subject, manifests) =>
      noted(`list ${manifests.length}`, () => repository.ensureListed(subject, manifests)),
  }
}

describe('attaching', () => {
  test('pushes blobs together, then manifests together, then lists all in one call', async () => {
    const { repository, image } = await opened()
    const noted = noting(repository)
    const { artifacts, referrers } = await attachFiles(noted, image, ['a', 'b'])
    const blobs = ['blob', 'blob', 'blob', 'blob done', 'blob done', 'blob done']
    const manifests = ['manifest', 'manifest', 'manifest done', 'manifest done']
    expect(noted.notes).toEqual([...blobs, ...manifests, 'list 2', 'list 2 done'])
    expect(artifacts).toMatchObject([
      { status: 'pushed', via: 'referrers-api', files: [{ path: 'a' }] },
      { status: 'pushed', via: 'referrers-api', files: [{ path: 'b' }] },
    ])
    expect(referrers).toEqual(await repository.listReferrers(image))
    expect(referrers?.map(({ descriptor }) => descriptor.digest)).toEqual(
      artifacts.map(({ manifest }) => manifest.descriptor.digest),
    )
  })

  test('of an ORAS manifest pushes no config', async () => {
    const { repository, image } = await opened()
    const noted = noting(repository)
    await attachFiles(noted, image, ['a'], { manifestFormat: 'oras-artifact' })
    expect(noted.notes.filter((note) => note === 'blob')).toHaveLength(1)
  })

  test('of equal artifacts pushes and lists one, and reports each', async () => {
    const { repository, image } = await opened()
    const noted = noting(repository)
    const { artifacts } = await attachFiles(noted, image, ['x/a', 'y/a'])
    expect(artifacts).toMatchObject([
      { status: 'pushed', files: [{ path: 'x/a' }] },
      { status: 'pushed', files: [{ path: 'y/a' }] },
    ])
    expect(noted.notes.filter((note) => !note.endsWith('done'))).toEqual([
      'blob',
      'blob',
      'manifest',
      'list 1',
    ])
  })

  test('again writes nothing and reports what is there', async () => {
    const { repository, image } = await opened()
    const first = await attachFiles(repository, image, ['a', 'b'])
    const noted = noting(repository)
    const again = await attachFiles(noted, image, ['a', 'b'], { created: '2030-01-01T00:00:00Z' })
    expect(noted.notes).toEqual([])
    expect(again.artifacts.map(({ status, via }) => [status, via])).toEqual([
      ['exists', 'referrers-api'],
      ['exists', 'referrers-api'],
    ])
    expect(again.artifacts.map(({ manifest }) => manifest)).toEqual(
      first.artifacts.map(({ manifest }) => manifest),
    )
    expect(again.referrers).toHaveLength(2)
  })

  test('more than before pushes what is missing, and keeps the order', async () => {
    const { repository, image } = await opened()
    await attachFiles(repository, image, ['b'])
    const noted = noting(repository)
    const { artifacts, referrers } = await attachFiles(noted, image, ['a', 'b', 'c'])
    expect(artifacts.map(({ status }) => status)).toEqual(['pushed', 'exists', 'pushed'])
    expect(noted.notes).toContain('list 2')
    expect(referrers).toHaveLength(3)
  })

  test('by append pushes anew, but never the same digest', async () => {
    const { repository, image } = await opened()
    await attachFiles(repository, image, ['a'])
    const later = { ifExists: 'append', created: '2030-01-01T00:00:00Z' } as const
    const status = async (): Promise<unknown> =>
      (await attachFiles(repository, image, ['a'], later)).artifacts.map((each) => each.status)
    expect(await status()).toEqual(['pushed'])
    expect(await status()).toEqual(['exists'])
    expect(await repository.listReferrers(image)).toHaveLength(2)
  })

  test('with a tag sets it last, also on what is there already, but not again', async () => {
    const { repository, image } = await opened()
    const noted = noting(repository)
    const [first] = (await attachFiles(noted, image, ['a'], { tag: 'one' })).artifacts
    expect(noted.notes.slice(-4)).toEqual(['list 1', 'list 1 done', 'tag one', 'tag one done'])
    const again = noting(repository)
    await attachFiles(again, image, ['a'], { tag: 'one', created: '2030-01-01T00:00:00Z' })
    expect(again.notes).toEqual([])
    await attachFiles(again, image, ['a'], { tag: 'two' })
    expect(again.notes).toEqual(['tag two', 'tag two done'])
    for (const tag of ['one', 'two']) {
      expect(await repository.resolve({ tag })).toEqual(first?.manifest.descriptor)
    }
  })

  test('in a dry run writes nothing and tells the digests that it would have', async () => {
    const { repository, image } = await opened()
    await attachFiles(repository, image, ['b'])
    const noted = noting(repository)
    const planned = await attachFiles(noted, image, ['a', 'b'], {
      dryRun: true,
    })
    expect(noted.notes).toEqual([])
    expect(planned.artifacts.map(({ status, via }) => [status, via])).toEqual([
      ['planned', undefined],
      ['exists', 'referrers-api'],
    ])
    const real = await attachFiles(repository, image, ['a', 'b'])
    expect(real.artifacts.map(({ manifest }) => manifest.descriptor)).toEqual(
      planned.artifacts.map(({ manifest }) => manifest.descriptor),
    )
  })

  test.each([
    ['a blob', 'pushBlob', ['blob', 'blob']],
    ['a manifest', 'pushManifest', ['blob', 'blob', 'manifest']],
  ] as const)('stops where %s is refused: nothing is listed', async (_, method, expected) => {
    const { repository, image } = await opened()
    const refused = async (): Promise<never> => {
      throw new OciError('DENIED', 'not yours')
    }
    const noted = noting({ ...repository, [method]: refused })
    await expect(attachFiles(noted, image, ['a'])).rejects.toMatchObject({ code: 'DENIED' })
    expect(noted.notes.filter((note) => !note.endsWith('done'))).toEqual(expected)
    expect(await repository.listReferrers(image)).toEqual([])
  })
})
