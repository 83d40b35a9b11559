import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../src/oci/digest.ts'
import {
  type Content,
  contentOfBytes,
  contentOfFile,
  observed,
} from '../../../src/repository/content.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const BYTES = Buffer.from('0123456789')

async function read({ open }: Content): Promise<string> {
  return Buffer.concat(await open().toArray()).toString()
}

test('content of bytes or a file can be opened again and again', async () => {
  const path = join(directory(), 'file')
  await writeFile(path, BYTES)
  const content = contentOfBytes(BYTES, 'a/b')
  expect(content.descriptor).toEqual({ mediaType: 'a/b', digest: digestOf(BYTES), size: 10 })
  for (const each of [content, contentOfFile(path, content.descriptor)]) {
    expect(await read(each)).toBe('0123456789')
    expect(await read(each)).toBe('0123456789')
  }
})

test('content of no bytes is empty, not absent', async () => {
  expect(await read(contentOfBytes(new Uint8Array(), 'a/b'))).toBe('')
})

describe('observed content', () => {
  function contentOf(open: () => Readable): Content {
    return { ...contentOfBytes(BYTES, 'a/b'), open }
  }

  test('tells how much was read, from the start each time it is opened', async () => {
    const seen: number[] = []
    const chunks = [BYTES.subarray(0, 4), BYTES.subarray(4)]
    const content = observed(
      contentOf(() => Readable.from(chunks, { objectMode: false })),
      (bytes) => seen.push(bytes),
    )
    expect(content.descriptor.digest).toBe(digestOf(BYTES))
    expect(await read(content)).toBe('0123456789')
    expect(await read(content)).toBe('0123456789')
    expect(seen).toEqual([4, 10, 4, 10])
  })

  test('fails with the error of its source, as of a file that has gone', async () => {
    const content = contentOfFile(
      join(directory(), 'absent'),
      contentOfBytes(BYTES, 'a/b').descriptor,
    )
    await expect(read(observed(content, () => undefined))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('fails if its source closes before the end', async () => {
    const source = new Readable({
      read() {
        this.push(BYTES)
        this.destroy()
      },
    })
    await expect(
      read(
        observed(
          contentOf(() => source),
          () => undefined,
        ),
      ),
    ).rejects.toThrow()
  })

  test('closes its source when its reader leaves', async () => {
    const source = new Readable({ read: () => undefined })
    const stream = observed(
      contentOf(() => source),
      () => undefined,
    ).open()
    const closed = new Promise((resolve) => source.once('close', resolve))
    stream.destroy()
    await closed
    expect(source.destroyed).toBe(true)
  })
})
