import { openImages } from '../../src/open.ts'
import type { Repository } from '../../src/repository/repository.ts'
import { jobOn, withoutWaiting } from '../support/job.ts'
import type { Quirks } from '../support/registry/quirks.ts'
import { startTestRegistry, type TestRegistry } from '../support/registry/start-test-registry.ts'
import { describeRepository, type RepositoryUnderTest } from './repository.ts'

async function open(quirks: Quirks): Promise<RepositoryUnderTest> {
  const registry = await startTestRegistry({ quirks })
  // An empty repository is one that exists: registries make it with the first blob.
  registry.putBlob('app', new TextEncoder().encode('first'))
  const closing = [registry.close]
  const another = async (): Promise<Repository> => {
    const opened = await openImages(
      { ...jobOn(`${registry.host}/app:1`), access: 'write' },
      {
        onProgress: () => {},
        signal: new AbortController().signal,
        env: { HOME: '/nonexistent' },
        cacheDirectory: '/nonexistent',
        ...withoutWaiting(),
      },
    )
    closing.unshift(opened.close)
    const [image] = opened.images
    if (!image) throw new Error('the job has no image')
    return image.repository
  }
  return {
    repository: await another(),
    another,
    corrupt: async (digest, bytes) => corrupt(registry, digest, bytes),
    close: async () => {
      for (const close of closing) await close()
    },
  }
}

type Corrupt = RepositoryUnderTest['corrupt']

function corrupt(registry: TestRegistry, ...[digest, bytes]: Parameters<Corrupt>): void {
  const manifest = registry.manifest('app', digest)
  if (!manifest) {
    registry.putBlob('app', bytes, digest)
    return
  }
  const { mediaType } = JSON.parse(new TextDecoder().decode(manifest))
  registry.putManifest('app', {
    value: {},
    bytes,
    descriptor: { mediaType, digest, size: bytes.length },
  })
}

describeRepository('registry with the referrers API', () => open({}))

describeRepository('registry without it, uploads in two steps', () =>
  open({
    referrers: { endpoint: '404-text' },
    uploads: { singlePost: 202, location: 'absolute', state: 'required' },
  }),
)
