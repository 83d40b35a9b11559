import type { Progress } from '../job.ts'
import { cut, plain, plainLines } from '../render/plain.ts'
import { formatTransfer, type Transfer, transferPace } from '../render/transfer-pace.ts'
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

/** Returns what writes notes; on a terminal, transfers are a bar that the next line takes the place of. */
export function writeNotes({ stderr, now }: Terminal, { quiet, debug }: NotesOptions): Notes {
  const isTerminal = stderr.isTTY === true
  const isDue = transferPace(isTerminal ? TERMINAL_PACE : LOG_PACE)
  let hasBar = false

  function write(lines: string): void {
    stderr.write(`${hasBar ? ERASE_LINE : ''}${lines}\n`)
    hasBar = false
  }

  function showTransfer(transfer: Transfer): void {
    if (quiet || !isDue(transfer, now())) return
    if (!isTerminal) {
      write(formatTransfer(transfer))
      return
    }
    const width = (stderr.columns ?? NARROWEST) - 1
    const line = cut(`${bar(transfer)} ${formatTransfer(transfer)}`, width)
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
        case 'download':
          showTransfer(progress)
      }
    },
  }
}

function bar({ done, size }: Transfer): string {
  const filled = Math.min(BAR_WIDTH, Math.floor((done / Math.max(size, 1)) * BAR_WIDTH))
  return `[${'='.repeat(filled).padEnd(BAR_WIDTH)}]`
}
