import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { mapConcurrently } from '../concurrency.ts'
import type { OnProgress } from '../job.ts'
import { hasCode, OciError } from '../oci/error.ts'
import { tellingSoFar } from '../oci/so-far.ts'
import { counted } from '../repository/content.ts'
import { verifiedStream } from '../repository/verified-stream.ts'
import { makeFolders, writeBelow } from './directory.ts'
import type { PlannedFile } from './plan.ts'

export interface DownloadOptions {
  readonly overwrite: boolean
  /** Most files under way at once. */
  readonly concurrency: number
  readonly onProgress: OnProgress
  /** Ends it with CANCELLED. */
  readonly signal: AbortSignal
}

/** The first and the repetitions together; each is one more connection that lasted for a while. */
export const MAX_TRIES = 5

/**
 * Writes the files below the directory, each verified before it takes its place. Content that goes
 * to several places is fetched once. A connection that breaks in the middle of a file is tried again.
 *
 * Throws the first error, once no file is under way any more and no temporary file is left: what the
 * repositories throw, with how many files are there, InputError (input `pull-to`), CANCELLED.
 */
export async function download(
  root: string,
  files: readonly PlannedFile[],
  options: DownloadOptions,
): Promise<void> {
  let written = 0
  const onWritten = (): void => {
    written += 1
  }
  await tellingSoFar(
    () => `of ${files.length} files to write, ${written} are there, each as a whole`,
    () => downloadAll(root, files, { ...options, onWritten }),
  )
}

interface WritingOptions extends DownloadOptions {
  readonly onWritten: () => void
}

async function downloadAll(
  root: string,
  files: readonly PlannedFile[],
  options: WritingOptions,
): Promise<void> {
  const failed = new AbortController()
  const failures: unknown[] = []
  const signal = AbortSignal.any([options.signal, failed.signal])
  const groups = [...Map.groupBy(files, ({ descriptor }) => descriptor.digest).values()]
  await mapConcurrently(groups, options.concurrency, async (group) => {
    if (signal.aborted) return
    try {
      await downloadGroup(root, group, { ...options, signal })
    } catch (error) {
      failures.push(error)
      failed.abort()
    }
  })
  if (options.signal.aborted) {
    throw new OciError('CANCELLED', `cancelled the pull into ${root}`, {
      advice: 'Run it again: what is already there is not fetched again.',
    })
  }
  if (failures.length > 0) throw failures[0]
}

/** Files of one content, one after the other: the first is fetched, the others are copies of it. */
async function downloadGroup(
  root: string,
  group: readonly PlannedFile[],
  options: WritingOptions,
): Promise<void> {
  let first: string | undefined
  for (const file of group) {
    const { names, artifact, descriptor } = file
    await makeFolders(root, names.slice(0, -1))
    const copied = first
    const open = async (): Promise<Readable> =>
      copied === undefined
        ? artifact.reader.fetchBlob(descriptor)
        : verifiedStream(createReadStream(copied), descriptor)
    await writePersistently(root, file, open, options)
    options.onWritten()
    first ??= join(root, ...names)
  }
}

/** Only the body is repeated here; the request itself has been, as often as makes sense. */
async function writePersistently(
  root: string,
  { names, descriptor }: PlannedFile,
  open: () => Promise<Readable>,
  options: DownloadOptions,
): Promise<void> {
  const { onProgress } = options
  const title = names.join('/')
  for (let tries = 1; ; tries += 1) {
    const stream = counted(await open(), (done) =>
      onProgress({ kind: 'download', title, done, size: descriptor.size }),
    )
    try {
      await writeBelow(root, names, stream, options)
      return
    } catch (error) {
      const isBroken = hasCode(error, 'CONNECTION_FAILED', 'TIMEOUT')
      if (!isBroken || tries === MAX_TRIES || options.signal.aborted) throw error
      onProgress({
        kind: 'retry',
        message: `${title}: ${error.message}; try ${tries + 1} of ${MAX_TRIES}`,
      })
    }
  }
}
