import type { Progress } from '../job.ts'
import { plain } from './plain.ts'
import { formatSize } from './size.ts'

/** How far an upload or download is. */
export type Transfer = Extract<Progress, { readonly kind: 'upload' | 'download' }>

/** How often a transfer under way is worth a line. */
export interface Pace {
  /** Milliseconds between two lines, at the least. */
  readonly interval: number
  /** The part of a large file, from 0 to 1, that is worth a line before the interval is over. */
  readonly part?: number
}

/** A smaller file is usually done before anybody reads that it is under way. */
const LARGE_BYTES = 16 * 1024 * 1024

interface Shown {
  readonly at: number
  readonly done: number
}

/**
 * Returns a function that tells whether to show a transfer's progress at a time in milliseconds.
 * Transfers are told apart by their titles; one that begins anew after a failure is shown anew.
 */
export function transferPace({
  interval,
  part = Number.POSITIVE_INFINITY,
}: Pace): (transfer: Transfer, now: number) => boolean {
  const shown = new Map<string, Shown>()
  return ({ title, done, size }, now) => {
    const last = shown.get(title)
    if (!last || done < last.done) {
      shown.set(title, { at: now, done })
      return false
    }
    const isLate = now - last.at >= interval
    const isPart = size >= LARGE_BYTES && done - last.done >= size * part
    if (isLate || isPart) shown.set(title, { at: now, done })
    return isLate || isPart
  }
}

/** Returns a line that tells how far a transfer is; safe to print. */
export function formatTransfer({ kind, title, done, size }: Transfer): string {
  const verb = kind === 'upload' ? 'Uploading' : 'Downloading'
  return `${verb} ${plain(title)}: ${formatSize(done)} of ${formatSize(size)}`
}
