import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { requireListing, writeListing } from '../../../src/pull/listing.ts'
import { LISTING, type PlannedFile } from '../../../src/pull/plan.ts'
import { isPresent } from '../../../src/pull/present.ts'
import { textContent } from '../../support/artifacts.ts'
import { createMemoryRepository } from '../../support/memory-repository.ts'
import { digestOfName, samplePulled } from '../../support/sample-graph.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const { signal } = new AbortController()
const digest = digestOfName('artifact')
const reader = createMemoryRepository()
const file: PlannedFile = {
  artifact: { reader, reference: `r@${digest}`, digest, folder: [], files: [] },
  descriptor: textContent('right').descriptor,
  title: 'a',
  names: ['a'],
}
const write = (name: string, text: string) => writeFile(join(directory(), name), text)
const thereAlready = expect.objectContaining({
  name: 'InputError',
  input: 'pull-to',
  message: expect.stringContaining('is there already, with other content'),
  advice: expect.stringContaining('--overwrite'),
})

describe('a file', () => {
  test.each([false, true])(
    'is there if it is the same byte for byte (overwrite %s)',
    async (may) => {
      expect(await isPresent(directory(), file, may)).toBe(false)
      await write('a', 'right')
      expect(await isPresent(directory(), file, may)).toBe(true)
    },
  )

  test.each(['wrong', 'longer than that', ''])(
    'with the content %j is in the way',
    async (text) => {
      await write('a', text)
      await expect(isPresent(directory(), file, false)).rejects.toEqual(thereAlready)
      expect(await isPresent(directory(), file, true)).toBe(false)
    },
  )

  test.each([false, true])('is not looked at through a link (overwrite %s)', async (may) => {
    await write('b', 'right')
    await symlink('b', join(directory(), 'a'))
    await expect(isPresent(directory(), file, may)).rejects.toThrow('symbolic link')
  })
})

describe('the listing', () => {
  const pulled = [samplePulled('sbom'), samplePulled('scan')]

  test('takes the place of that of an earlier pull', async () => {
    const root = join(directory(), 'new')
    await requireListing(root, false)
    await writeListing(root, pulled, signal)
    await requireListing(root, false)
    await writeListing(root, [], signal)
    await requireListing(root, false)
  })

  test.each(['{}', 'no JSON', '[1]', '[{"path":"a"}]'])(
    'does not take the place of a file that holds %s, unless it may overwrite',
    async (text) => {
      await write(LISTING, text)
      await expect(requireListing(directory(), false)).rejects.toEqual(thereAlready)
      await requireListing(directory(), true)
    },
  )

  test('takes the place of no folder', async () => {
    await mkdir(join(directory(), LISTING))
    await expect(requireListing(directory(), true)).rejects.toThrow('is not a file')
  })
})
