import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { devNull } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findFiles } from '../../../src/files/find.ts'
import { InputError } from '../../../src/oci/error.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const at = (path: string): string => join(directory(), path)
const amd64 = { os: 'linux', architecture: 'amd64' }

async function write(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(at(path)), { recursive: true })
    await writeFile(at(path), 'x')
  }
}

async function found(lines: readonly string[], platform?: typeof amd64): Promise<unknown> {
  const files = await findFiles(lines.map(at), platform)
  return files.map(({ path, mediaType }) => {
    const name = path.slice(directory().length + 1)
    return mediaType ? [name, mediaType] : name
  })
}

describe('the files that lines name', () => {
  test('stand in the order of the lines, those of a glob sorted, each once', async () => {
    await write('c.json', 'b.json', 'a.json', 'sub/d.json', 'e.txt')
    expect(await found(['e.txt', '*.json', 'b.json', './e.txt', '**/*.json'])).toEqual([
      'e.txt',
      'a.json',
      'b.json',
      'c.json',
      'sub/d.json',
    ])
  })

  test('have the media type of their line', async () => {
    await write('a.json', 'b.json')
    expect(await found(['*.json:application/x+json'])).toEqual([
      ['a.json', 'application/x+json'],
      ['b.json', 'application/x+json'],
    ])
  })

  test('may have a colon, a type in their name, and the signs of a glob', async () => {
    await write('a:b.json', 'note:text/plain', 'x[1].json', '{a,b}.json', 'what?.json')
    const lines = ['a:b.json', 'note:text/plain', 'x[1].json:text/x', '{a,b}.json', 'what?.json']
    expect(await found(lines)).toEqual([
      'a:b.json',
      'note:text/plain',
      ['x[1].json', 'text/x'],
      '{a,b}.json',
      'what?.json',
    ])
  })

  test("are the platform's, or any platform's where none is given", async () => {
    await write('sbom-linux-amd64.json', 'sbom-linux-arm64.json', 'linux/amd64.json')
    expect(await found(['sbom-{platform}.json'], amd64)).toEqual(['sbom-linux-amd64.json'])
    expect(await found(['{os}/{arch}{variant}.json:a/b'], amd64)).toEqual([
      ['linux/amd64.json', 'a/b'],
    ])
    expect(await found(['sbom-{platform}.json'])).toEqual([
      'sbom-linux-amd64.json',
      'sbom-linux-arm64.json',
    ])
  })

  test('are files, also behind links, and never directories', async () => {
    await write('real/a.json')
    await mkdir(at('real/dir.json'))
    await symlink(at('real/a.json'), at('link.json'))
    await symlink(at('nowhere'), at('broken.json'))
    expect(await found(['real/*.json', '*.json'])).toEqual(['real/a.json', 'link.json'])
  })

  test.each([
    ['absent.json', 'there is no file'],
    ['absent.json:text/plain', 'there is no file'],
    ['*.absent', 'no file matches'],
    ['dir', 'is a directory'],
    ['dir:text/plain', 'is a directory'],
    ['dir/', 'is a directory'],
    ['sbom-{platform}.json', 'there is no file'],
    ['a.json/below', 'there is no file'],
    [`${'x'.repeat(5000)}`, 'there is no file'],
    ['nul\0', 'there is no file'],
    ['broken.json', 'there is no file'],
  ])('are missed where there are none: %j', async (line, message) => {
    await write('a.json', 'dir/b.json')
    await symlink(at('nowhere'), at('broken.json'))
    const error = await findFiles([at('a.json'), at(line)], amd64).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({ input: 'files', message: expect.stringContaining(message) })
    expect(error).toHaveProperty('advice', expect.any(String))
  })

  test('are not what is no file, such as a device', async () => {
    const missed = findFiles([devNull], undefined)
    await expect(missed).rejects.toThrow(`${devNull} is not a regular file`)
  })

  test.each(['json', 'text/plain;charset=utf-8', ''])(
    'are missed behind %j, which is no media type',
    async (type) => {
      await write('a.json')
      await expect(findFiles([at(`a.json:${type}`)], undefined)).rejects.toMatchObject({
        message: expect.stringContaining('there is no file'),
        advice: expect.stringContaining(`${JSON.stringify(type)} is not a media type`),
      })
    },
  )

  test('are refused under two media types', async () => {
    await write('a.json', 'b.json')
    const lines = [at('*.json:text/x'), at('b.json:text/y')]
    await expect(findFiles(lines, undefined)).rejects.toThrow(
      expect.objectContaining({ input: 'files', message: expect.stringContaining('b.json') }),
    )
  })

  test('are an error where it cannot be told whether there are any', async () => {
    await symlink(at('loop'), at('loop'))
    await expect(findFiles([at('loop')], undefined)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('cannot look at'),
    })
  })
})
