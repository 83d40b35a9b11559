import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { inspectFile, requireContent } from '../../../src/files/inspect.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { InputError } from '../../../src/oci/error.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()

async function write(content: string | Uint8Array): Promise<string> {
  const path = join(directory(), 'file')
  await writeFile(path, content)
  return path
}

describe('a file, read once', () => {
  test('has its digest, its size, and is what it holds', async () => {
    const text = JSON.stringify({
      spdxVersion: 'SPDX-2.3',
      SPDXID: 'SPDXRef-DOCUMENT',
      creationInfo: { created: '2026-01-02T03:04:05Z' },
      packages: [],
    })
    const path = await write(text)
    const bytes = new TextEncoder().encode(text)
    expect(await inspectFile({ path, mediaType: 'text/x' })).toMatchObject({
      path,
      mediaType: 'text/x',
      digest: digestOf(bytes),
      size: bytes.length,
      document: { artifactType: 'application/spdx+json', created: '2026-01-02T03:04:05Z' },
    })
  })

  test('that is larger than a chunk and no document is just bytes', async () => {
    const bytes = Buffer.alloc((1 << 20) + 1, 'x')
    const path = await write(bytes)
    expect(await inspectFile({ path })).toEqual({
      path,
      digest: digestOf(bytes),
      size: bytes.length,
    })
  })

  test('that is empty is refused unless its media type is given', async () => {
    const path = await write('')
    const empty = await inspectFile({ path })
    expect(() => requireContent(empty)).toThrow(
      expect.objectContaining({
        input: 'files',
        message: expect.stringContaining('is empty'),
        advice: expect.stringContaining(`${path}:text/plain`),
      }),
    )
    requireContent(await inspectFile({ path, mediaType: 'text/plain' }))
  })

  test('that cannot be read is an error of the input', async () => {
    const path = join(directory(), 'gone')
    await expect(inspectFile({ path })).rejects.toThrow(InputError)
    await expect(inspectFile({ path: directory() })).rejects.toMatchObject({ input: 'files' })
  })
})
