import type { OnProgress } from '../job.ts'
import type { Masks } from '../render/masks.ts'
import { formatTransfer, transferPace } from '../render/transfer-pace.ts'
import { debug, info } from './log.ts'

/** A log is read afterwards: enough lines to see that it went on, and how fast. */
const PACE = { interval: 10_000, part: 0.25 } as const

/** Returns what writes the progress of a job to the log of the step, without what the masks hide. */
export function logProgress(now: () => number, { hide }: Pick<Masks, 'hide'>): OnProgress {
  const isDue = transferPace(PACE)
  return (progress) => {
    switch (progress.kind) {
      case 'step':
      case 'retry':
        return info(hide(progress.message))
      case 'request':
        return debug(hide(progress.message))
      case 'upload':
      case 'download':
        if (isDue(progress, now())) info(formatTransfer(progress))
    }
  }
}
