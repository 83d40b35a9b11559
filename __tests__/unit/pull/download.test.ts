import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import type { Progress } from '../../../src/job.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { OciError, type OciErrorCode } from '../../../src/oci/error.ts'
import { type DownloadOptions, download, MAX_TRIES } from '../../../src/pull/download.ts'
import type { PlannedFile } from '../../../src/pull/plan.ts'
import { verifiedStream } from '../../../src/repository/verified-stream.ts'
import { textContent } from '../../support/artifacts.ts'
import { createMemoryRepository } from '../../support/memory-repository.ts'
import { digestOfName } from '../../support/sample-graph.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()

/** Opens a blob's bytes; what a repository does for each fetch. */
type Fetch = (descriptor: Descriptor, at: number) => Promise<Readable>

const options: DownloadOptions = {
  overwrite: false,
  concurrency: 4,
  onProgress: () => {},
  signal: new AbortController().signal,
}

/** Returns planned files of the texts by their paths, and the digests that were fetched of them. */
function filesOf(texts: Readonly<Record<string, string>>, fetch: Fetch) {
  const fetched: string[] = []
  const reader = {
    ...createMemoryRepository(),
    fetchBlob: (descriptor: Descriptor) => {
      fetched.push(descriptor.digest)
      return fetch(descriptor, fetched.length)
    },
  }
  const digest = digestOfName('artifact')
  const artifact = { reader, reference: `r@${digest}`, digest, folder: [], files: [] }
  const files = Object.entries(texts).map(
    ([path, text]): PlannedFile => ({
      artifact,
      descriptor: textContent(text).descriptor,
      title: path,
      names: path.split('/'),
    }),
  )
  return { files, fetched }
}

function streamOf(text: string, descriptor: Descriptor): Readable {
  return verifiedStream(Readable.from([Buffer.from(text)]), descriptor)
}

function broken(text: string, code: OciErrorCode): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from(text)
      throw new OciError(code, 'the connection broke')
    })(),
  )
}

const contents = async (): Promise<Readonly<Record<string, string>>> => {
  const entries = await readdir(directory(), { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
  const texts = paths.map(async (path) => [
    path.slice(directory().length + 1),
    await readFile(path, 'utf8'),
  ])
  return Object.fromEntries(await Promise.all(texts))
}

describe('files are written', () => {
  test('into their folders, with progress', async () => {
    const texts = { 'a/x.txt': 'first', 'a/b/y.txt': 'second', z: '' }
    const { files } = filesOf(texts, async (descriptor) => {
      const text = Object.values(texts).find(
        (each) => textContent(each).descriptor.digest === descriptor.digest,
      )
      return streamOf(text ?? '', descriptor)
    })
    const progress: Progress[] = []
    await download(directory(), files, { ...options, onProgress: (each) => progress.push(each) })
    expect(await contents()).toEqual(texts)
    expect(progress).toContainEqual({ kind: 'download', title: 'a/x.txt', done: 5, size: 5 })
  })

  test('several of one content by one fetch', async () => {
    const texts = { a: 'same', 'b/c': 'same', d: 'same' }
    const { files, fetched } = filesOf(texts, async (each) => streamOf('same', each))
    await download(directory(), files, options)
    expect(await contents()).toEqual(texts)
    expect(fetched).toHaveLength(1)
  })

  test.each(['CONNECTION_FAILED', 'TIMEOUT'] as const)(
    'after a body that broke by %s, anew',
    async (code) => {
      const { files, fetched } = filesOf({ a: 'whole' }, async (each, at) =>
        at < MAX_TRIES ? broken('wh', code) : streamOf('whole', each),
      )
      const progress: Progress[] = []
      await download(directory(), files, { ...options, onProgress: (each) => progress.push(each) })
      expect(await contents()).toEqual({ a: 'whole' })
      expect(fetched).toHaveLength(MAX_TRIES)
      expect(progress).toContainEqual({
        kind: 'retry',
        message: `a: the connection broke; try 2 of ${MAX_TRIES}`,
      })
    },
  )
})

describe('a failure leaves no part of a file', () => {
  test.each([
    ['of a body that breaks every time', () => broken('wh', 'CONNECTION_FAILED'), MAX_TRIES],
    ['of a body that is cut', () => broken('wh', 'RESPONSE_INVALID'), 1],
  ])('%s', async (_what, body, tries) => {
    const { files, fetched } = filesOf({ a: 'whole' }, async () => body())
    await expect(download(directory(), files, options)).rejects.toThrow('the connection broke')
    expect(fetched).toHaveLength(tries)
    expect(await contents()).toEqual({})
  })

  test.each([
    ['has other bytes', 'other', 'DIGEST_INVALID'],
    ['is longer than it says', 'whole and more', 'SIZE_INVALID'],
    ['is shorter', 'who', 'SIZE_INVALID'],
  ])('where the content %s', async (_what, text, code) => {
    const { files } = filesOf({ a: 'whole' }, async (each) => streamOf(text, each))
    await expect(download(directory(), files, options)).rejects.toMatchObject({ code })
    expect(await contents()).toEqual({})
  })

  test('of a request is not repeated here', async () => {
    const { files, fetched } = filesOf({ a: 'whole' }, async () => {
      throw new OciError('CONNECTION_FAILED', 'no connection')
    })
    await expect(download(directory(), files, options)).rejects.toThrow('no connection')
    expect(fetched).toHaveLength(1)
  })

  test('ends the others, and is told when they have ended', async () => {
    const endless: Readable[] = []
    const { files } = filesOf({ a: 'one', b: 'two', c: 'three' }, async (_descriptor, at) => {
      if (at === 3) return broken('', 'RESPONSE_INVALID')
      const stream = new Readable({ read() {} })
      endless.push(stream)
      return stream
    })
    await expect(download(directory(), files, options)).rejects.toThrow('the connection broke')
    expect(endless.map(({ destroyed }) => destroyed)).toEqual([true, true])
    expect(await contents()).toEqual({})
  })

  test('as a cancelled job is', async () => {
    const controller = new AbortController()
    const { files } = filesOf({ a: 'one', b: 'two' }, async () => {
      setImmediate(() => controller.abort())
      return new Readable({ read() {} })
    })
    const cancelled = download(directory(), files, { ...options, signal: controller.signal })
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await contents()).toEqual({})
  })
})
