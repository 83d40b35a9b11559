import type { Progress } from '../job.ts'
import { cut, plain, plainLines } from '../render/plain.ts'
import { formatSize } from '../render/size.ts'
import { type UploadProgress, uploadPace } from '../render/upload-pace.ts'
import type { Terminal } from './terminal.ts'

/** What is told beside the result: on stderr. */
export interface Notes {
  note(line: string): void
  onProgress(progress: Progress): void
  /** Writes what must be seen whatever is asked for. */
  error(lines: string): void
}

export interface NotesOptions {
  readonly quiet: boolean
  readonly debug: boolean
}

const ERASE_LINE = '\r\u001b[K'
/** A terminal is drawn anew as often as eyes can follow; elsewhere each line stays. */
const TERMINAL_PACE = { interval: 100 } as const
const LOG_PACE = { interval: 10_000, part: 0.1 } as const
const BAR_WIDTH = 20
const NARROWEST = 80

/** Returns what writes notes; on a terminal, uploads are a bar that the next line takes the place of. */
export function writeNotes({ stderr, now }: Terminal, { quiet, debug }: NotesOptions): Notes {
  const isTerminal = stderr.isTTY === true
  const isDue = uploadPace(isTerminal ? TERMINAL_PACE : LOG_PACE)
  let hasBar = false

  function write(lines: string): void {
    stderr.write(`${hasBar ? ERASE_LINE : ''}${lines}\n`)
    hasBar = false
  }

  function showUpload(progress: UploadProgress): void {
    if (quiet || !isDue(progress, now())) return
    if (!isTerminal) {
      write(uploadLine(progress))
      return
    }
    const line = cut(`${bar(progress)} ${uploadLine(progress)}`, (stderr.columns ?? NARROWEST) - 1)
    stderr.write(`${ERASE_LINE}${line}`)
    hasBar = true
  }

  return {
    note: (line) => {
      if (!quiet) write(plain(line))
    },
    error: (lines) => write(plainLines(lines)),
    onProgress: (progress) => {
      switch (progress.kind) {
        case 'step':
        case 'retry':
          if (!quiet) write(plain(progress.message))
          return
        case 'request':
          if (debug) write(plain(progress.message))
          return
        case 'upload':
          showUpload(progress)
      }
    },
  }
}

function uploadLine({ title, sent, size }: UploadProgress): string {
  return `Uploading ${plain(title)}: ${formatSize(sent)} of ${formatSize(size)}`
}

function bar({ sent, size }: UploadProgress): string {
  const filled = Math.min(BAR_WIDTH, Math.floor((sent / Math.max(size, 1)) * BAR_WIDTH))
  return `[${'='.repeat(filled).padEnd(BAR_WIDTH)}]`
}
