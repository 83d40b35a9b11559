import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf, parseDigest } from '../../../src/oci/digest.ts'
import { verifiedStream } from '../../../src/repository/verified-stream.ts'
import { anyCuts, chunksOf } from '../../support/chunks.ts'

const BYTES = Buffer.from('the bytes of a blob')

function named(bytes: Uint8Array, algorithm: 'sha256' | 'sha512' = 'sha256'): Descriptor {
  return { mediaType: 'a/b', digest: digestOf(bytes, algorithm), size: bytes.length }
}

function streamOf(...chunks: readonly Uint8Array[]): Readable {
  return Readable.from(chunks, { objectMode: false })
}

async function read(stream: Readable): Promise<Buffer> {
  return Buffer.concat(await stream.toArray())
}

describe('a verified stream', () => {
  test('gives the bytes, however they are cut, by either algorithm', async () => {
    const algorithms = fc.constantFrom('sha256' as const, 'sha512' as const)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), anyCuts, algorithms, async (bytes, cuts, algorithm) => {
        const source = streamOf(...Array.from(chunksOf(bytes, cuts), (chunk) => Buffer.from(chunk)))
        const verified = await read(verifiedStream(source, named(bytes, algorithm)))
        expect(verified.equals(bytes)).toBe(true)
      }),
    )
  })

  test.each([
    ['too few bytes', [BYTES.subarray(1)], 'SIZE_INVALID'],
    ['none', [], 'SIZE_INVALID'],
    ['too many bytes', [BYTES, Buffer.of(0)], 'SIZE_INVALID'],
    ['other bytes', [Buffer.alloc(BYTES.length)], 'DIGEST_INVALID'],
  ])('fails on %s, and closes its source', async (_, chunks, code) => {
    const source = streamOf(...chunks)
    await expect(read(verifiedStream(source, named(BYTES)))).rejects.toMatchObject({ code })
    expect(source.destroyed).toBe(true)
  })

  test('cuts an endless answer at the first byte too many', async () => {
    let given = 0
    const source = new Readable({
      read() {
        given += 1024
        this.push(Buffer.alloc(1024))
      },
    })
    await expect(read(verifiedStream(source, named(BYTES)))).rejects.toMatchObject({
      code: 'SIZE_INVALID',
    })
    expect(source.destroyed).toBe(true)
    expect(given).toBeLessThan(1 << 20)
  })

  test('fails with the error of its source', async () => {
    const cause = new Error('connection reset')
    const source = new Readable({
      read() {
        this.destroy(cause)
      },
    })
    await expect(read(verifiedStream(source, named(BYTES)))).rejects.toBe(cause)
  })

  test('fails if its source closes before the end, with or without having begun', async () => {
    const closing = new Readable({
      read() {
        this.push(BYTES.subarray(0, 3))
        this.destroy()
      },
    })
    await expect(read(verifiedStream(closing, named(BYTES)))).rejects.toThrow()
    const closed = streamOf(BYTES)
    closed.destroy()
    await expect(read(verifiedStream(closed, named(BYTES)))).rejects.toThrow()
  })

  test('closes its source when its reader leaves, by error or not', async () => {
    for (const reason of [undefined, new Error('disk full')]) {
      const source = new Readable({ read: () => undefined })
      const stream = verifiedStream(source, named(BYTES))
      const closed = new Promise((resolve) => source.once('close', resolve))
      stream.once('error', () => undefined)
      stream.destroy(reason)
      await closed
      expect(source.destroyed).toBe(true)
    }
  })

  test('is refused for a digest that cannot be verified', () => {
    const descriptor = { ...named(BYTES), digest: parseDigest('md5:00') }
    expect(() => verifiedStream(streamOf(BYTES), descriptor)).toThrow(
      expect.objectContaining({ code: 'DIGEST_INVALID' }),
    )
  })
})
