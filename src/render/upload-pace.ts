import type { Progress } from '../job.ts'

export type UploadProgress = Extract<Progress, { readonly kind: 'upload' }>

/** How often an upload under way is worth a line. */
export interface Pace {
  /** Milliseconds between two lines, at the least. */
  readonly interval: number
  /** The part of a large file, from 0 to 1, that is worth a line before the interval is over. */
  readonly part?: number
}

/** A smaller file is usually up before anybody reads that it is under way. */
const LARGE_BYTES = 16 * 1024 * 1024

interface Shown {
  readonly at: number
  readonly sent: number
}

/**
 * Returns a function that tells whether to show an upload's progress at a time in milliseconds.
 * Uploads are told apart by their titles; one that begins anew after a failure is shown anew.
 */
export function uploadPace({
  interval,
  part = Number.POSITIVE_INFINITY,
}: Pace): (progress: UploadProgress, now: number) => boolean {
  const shown = new Map<string, Shown>()
  return ({ title, sent, size }, now) => {
    const last = shown.get(title)
    if (!last || sent < last.sent) {
      shown.set(title, { at: now, sent })
      return false
    }
    const isLate = now - last.at >= interval
    const isPart = size >= LARGE_BYTES && sent - last.sent >= size * part
    if (isLate || isPart) shown.set(title, { at: now, sent })
    return isLate || isPart
  }
}
