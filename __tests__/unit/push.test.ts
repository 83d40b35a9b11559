import { describe, expect, test } from '@jest/globals'
import { planAttach } from '../../src/attach/plan.ts'
import type { AttachedFile, AttachRequest } from '../../src/job.ts'
import type { TagOrDigest } from '../../src/oci/reference.ts'
import { push } from '../../src/push.ts'
import type { Repository } from '../../src/repository/repository.ts'
import { pushImage, textContent } from '../support/artifacts.ts'
import { createMemoryRepository } from '../support/memory-repository.ts'

interface Options extends Partial<Pick<AttachRequest, 'artifactType' | 'created' | 'ifExists'>> {
  readonly tag?: string
  readonly dryRun?: boolean
}

/** Pushes files whose content is their path, as one artifact. */
async function pushFiles(
  repository: Repository,
  paths: readonly string[],
  { tag, dryRun = false, ifExists = 'skip', ...options }: Options = {},
) {
  const request: AttachRequest = {
    files: paths,
    artifactType: 'a/b',
    combine: true,
    annotations: {},
    manifestFormat: 'oci-image',
    ifExists,
    ...options,
  }
  const files = paths.map((path) => ({ path, ...textContent(path).descriptor }))
  const [artifact] = planAttach(undefined, files, request, '2026-11-25T00:00:00Z')
  if (!artifact) throw new Error('nothing is planned')
  const open = ({ path }: AttachedFile) => textContent(path)
  const tagged = tag === undefined ? {} : { tag }
  return push(repository, artifact, { ifExists, dryRun, open, ...tagged })
}

/** The same repository, which notes what is written to it. */
function noting(repository: Repository): Repository & { readonly notes: readonly string[] } {
  const notes: string[] = []
  const noted = (what: string) => void notes.push(what)
  return {
    ...repository,
    notes,
    pushBlob: (content) => repository.pushBlob(content).finally(() => noted('blob')),
    pushManifest: (manifest, tag) =>
      repository.pushManifest(manifest, tag).finally(() => noted(`manifest ${tag ?? ''}`.trim())),
    ensureListed: () => Promise.reject(new Error('there is no subject to list it for')),
  }
}

const later = { created: '2030-01-01T00:00:00Z' }

describe('pushing', () => {
  test('under a tag pushes blobs, then the manifest to the tag', async () => {
    const repository = noting(createMemoryRepository())
    const { status, manifest, via } = await pushFiles(repository, ['a', 'b'], { tag: 'v1' })
    expect({ status, via }).toEqual({ status: 'pushed', via: undefined })
    expect(repository.notes).toEqual(['blob', 'blob', 'blob', 'manifest v1'])
    expect(await repository.resolve({ tag: 'v1' })).toEqual(manifest.descriptor)
    expect(manifest.value).not.toHaveProperty('subject')
  })

  test('without one pushes it by its digest', async () => {
    const repository = noting(createMemoryRepository())
    const { manifest } = await pushFiles(repository, ['a'])
    expect(repository.notes).toEqual(['blob', 'blob', 'manifest'])
    expect(await repository.fetchManifest(manifest.descriptor)).toEqual(manifest)
  })

  test('again writes nothing, and reports what the tag names', async () => {
    const repository = noting(createMemoryRepository())
    const first = await pushFiles(repository, ['a'], { tag: 'v1' })
    const before = [...repository.notes]
    const again = await pushFiles(repository, ['a'], { tag: 'v1', ...later })
    expect(again).toEqual({ ...first, status: 'exists' })
    expect(repository.notes).toEqual(before)
  })

  test('the same bytes again writes nothing, with no tag and by append too', async () => {
    const repository = noting(createMemoryRepository())
    for (const options of [{}, { tag: 'v1', ifExists: 'append' }] as const) {
      await pushFiles(repository, ['a'], options)
      const before = [...repository.notes]
      expect((await pushFiles(repository, ['a'], options)).status).toBe('exists')
      expect(repository.notes).toEqual(before)
    }
  })

  test.each<[string, readonly string[], Options]>([
    ['other files', ['b'], {}],
    ['another type', ['a'], { artifactType: 'c/d' }],
    ['another time, by append,', ['a'], { ifExists: 'append', ...later }],
  ])('%s moves the tag', async (_, paths, options) => {
    const repository = createMemoryRepository()
    const first = await pushFiles(repository, ['a'], { tag: 'v1' })
    const second = await pushFiles(repository, paths, { tag: 'v1', ...options })
    expect(second.status).toBe('pushed')
    expect(second.manifest.descriptor).not.toEqual(first.manifest.descriptor)
    expect(await repository.resolve({ tag: 'v1' })).toEqual(second.manifest.descriptor)
  })

  test('what refers to something is another artifact', async () => {
    const repository = createMemoryRepository()
    const { manifest } = await pushFiles(repository, ['a'])
    const subject = await pushImage(repository, 'image')
    const attached = { ...manifest, value: { ...manifest.value, subject } }
    const named = {
      ...repository,
      resolve: async (_target: TagOrDigest) => manifest.descriptor,
      fetchManifest: async () => attached,
    }
    expect((await pushFiles(named, ['a'], { tag: 'v1' })).status).toBe('pushed')
  })

  test('in a dry run writes nothing and tells the digest', async () => {
    const repository = noting(createMemoryRepository())
    const planned = await pushFiles(repository, ['a'], { tag: 'v1', dryRun: true })
    expect(planned.status).toBe('planned')
    expect(repository.notes).toEqual([])
    expect(await pushFiles(repository, ['a'], { tag: 'v1' })).toEqual({
      ...planned,
      status: 'pushed',
    })
  })

  test('fails where looking does: an error is not absence', async () => {
    const failing = {
      ...createMemoryRepository(),
      resolve: () => Promise.reject(new Error('the registry is down')),
    }
    await expect(pushFiles(failing, ['a'], { tag: 'v1' })).rejects.toThrow('the registry is down')
  })
})
