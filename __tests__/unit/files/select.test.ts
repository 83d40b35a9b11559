import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { InspectedFile } from '../../../src/files/inspect.ts'
import { selectFiles } from '../../../src/files/select.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const at = (name: string): string => join(directory(), name)
const amd64 = { os: 'linux', architecture: 'amd64' }
const arm64 = { os: 'linux', architecture: 'arm64' }

async function write(...names: readonly string[]): Promise<void> {
  for (const name of names) await writeFile(at(name), name)
}

function names(files: readonly InspectedFile[]): readonly string[] {
  return files.map(({ path }) => path.slice(directory().length + 1))
}

describe('the files of a job', () => {
  test('without a placeholder are the same for every platform, each once', async () => {
    await write('a.json', 'b.json')
    for (const selection of ['subject', 'all', [amd64, arm64]] as const) {
      const files = await selectFiles([at('b.json'), at('*.json')], selection)
      expect(names(files.all)).toEqual(['b.json', 'a.json'])
      for (const platform of [undefined, amd64, arm64]) {
        expect(names(await files.forPlatform(platform))).toEqual(['b.json', 'a.json'])
      }
    }
  })

  test("with a placeholder are each platform's and those for all", async () => {
    await write('linux-amd64.json', 'linux-arm64.json', 'note.txt')
    const lines = [at('{platform}.json:text/x'), at('note.txt')]
    for (const selection of ['all', [amd64, arm64]] as const) {
      const files = await selectFiles(lines, selection)
      expect([...names(files.all)].sort()).toEqual([
        'linux-amd64.json',
        'linux-arm64.json',
        'note.txt',
      ])
      const [first, ...rest] = await files.forPlatform(arm64)
      expect(first).toMatchObject({ path: at('linux-arm64.json'), mediaType: 'text/x', size: 16 })
      expect(names(rest)).toEqual(['note.txt'])
    }
  })

  test('are read before a platform is known: a placeholder that nothing fits fails at once', async () => {
    await write('linux-amd64.json')
    const line = at('{platform}.json')
    await expect(selectFiles([at('{os}.txt')], 'all')).rejects.toMatchObject({ input: 'files' })
    await expect(selectFiles([line], [amd64, arm64])).rejects.toMatchObject({
      input: 'files',
      message: expect.stringContaining('linux-arm64.json'),
    })
    const files = await selectFiles([line], 'all')
    await expect(files.forPlatform(arm64)).rejects.toMatchObject({ input: 'files' })
  })

  test('are empty only where that is meant, as soon as it is known that they are needed', async () => {
    await write('linux-amd64.json')
    await writeFile(at('linux-arm64.json'), '')
    const empty = { input: 'files', message: expect.stringContaining('is empty') }
    const line = at('{platform}.json')
    await expect(selectFiles([line], [amd64, arm64])).rejects.toMatchObject(empty)
    await expect(selectFiles([at('*.json'), line], 'all')).rejects.toMatchObject(empty)
    const files = await selectFiles([line], 'all')
    expect(files.certain).toEqual([])
    expect(names(await files.forPlatform(amd64))).toEqual(['linux-amd64.json'])
    await expect(files.forPlatform(arm64)).rejects.toMatchObject(empty)
  })

  test('with a placeholder need a platform', async () => {
    await write('linux-amd64.json')
    const line = at('{platform}.json')
    await expect(selectFiles([line], 'subject')).rejects.toMatchObject({
      input: 'files',
      advice: expect.stringContaining('platform'),
    })
    const files = await selectFiles([line], 'all')
    await expect(files.forPlatform(undefined)).rejects.toMatchObject({ input: 'platform' })
  })

  test('are those that were read: one that appears later is not attached unread', async () => {
    await write('linux-amd64.json')
    const files = await selectFiles([at('{platform}.json')], 'all')
    await write('linux-arm64.json')
    await expect(files.forPlatform(arm64)).rejects.toMatchObject({
      input: 'files',
      message: expect.stringContaining('appeared'),
    })
  })

  test('are never what an index names as its platform to lead elsewhere', async () => {
    await write('linux-amd64.json', 'secret')
    const files = await selectFiles([at('{os}-{arch}.json')], 'all')
    for (const os of ['../secret', '*', `${directory()}/secret`, 'linux-amd64.json/../secret']) {
      const chosen = files.forPlatform({ os, architecture: 'amd64' })
      const result = await chosen.then(names, (error: unknown) => error)
      expect([['linux-amd64.json'], expect.objectContaining({ input: 'files' })]).toContainEqual(
        result,
      )
    }
  })
})
