import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { evidenceOn } from './support/evidence.ts'
import { runVerb } from './support/front.ts'
import type { Store, StoredImage } from './support/store.ts'
import { stores } from './support/stores.ts'

/** Pushes to the image's repository with the tag, and returns the digest of what was pushed. */
async function push(
  store: Store,
  image: StoredImage,
  tag: string,
  ...args: readonly string[]
): Promise<string> {
  const repository = image.tagged.slice(0, -`:${image.tag}`.length)
  const inputs = { 'artifact-type': 'policy/example' }
  const printed = await runVerb(store, 'push', [`${repository}:${tag}`, ...args], inputs)
  return printed.trimEnd().slice(printed.lastIndexOf('@') + 1)
}

/** Returns what a tag names, by oras and by regctl. */
async function tagged(image: StoredImage, tag: string): Promise<readonly string[]> {
  const { oras, regctl } = image.clients
  const named = (reference: string) => reference.replace(`@${image.digest}`, `:${tag}`)
  const [descriptor, digest] = await Promise.all([
    oras('manifest', 'fetch', '--descriptor', ...image.forOras(image.digest).map(named)),
    regctl('manifest', 'head', named(image.forRegctl(image.digest))),
  ])
  return [JSON.parse(descriptor).digest, digest.trimEnd()]
}

describe.each(stores)('in %s', (_store, useStore) => {
  const store = useStore()

  test('clients of others find by its tag what is pushed by itself', async () => {
    const image = await store().newImage('alone')
    await writeFile(join(store().directory, 'policy.json'), '{"allow": []}')

    const digest = await push(store(), image, 'policy', 'policy.json')

    expect(await tagged(image, 'policy')).toEqual([digest, digest])
    expect(await tagged(image, image.tag)).toEqual([image.digest, image.digest])
    expect(await evidenceOn(image, image.digest)).toEqual([])
    expect(await push(store(), image, 'policy', 'policy.json')).toBe(digest)
  })

  test('clients of others find by its tag, and once on its subject, what has both', async () => {
    const image = await store().newImage('both')
    const folder = join(store().directory, 'both')
    await mkdir(folder)
    await writeFile(join(folder, 'a.json'), 'a')
    await writeFile(join(folder, 'b.txt'), 'b')
    const files = ['both/a.json', 'both/b.txt:text/plain']

    const digest = await push(store(), image, 'evidence', '--subject', image.tagged, ...files)

    expect(await tagged(image, 'evidence')).toEqual([digest, digest])
    expect(await evidenceOn(image, image.digest)).toEqual([
      {
        digest,
        artifactType: 'policy/example',
        files: { 'a.json': 'a', 'b.txt': 'b' },
        referrers: [],
      },
    ])
  })
})
