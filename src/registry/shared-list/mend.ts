import { OciError } from '../../oci/error.ts'
import { FIRST_PAUSE_MS, LONGEST_RETRY_AFTER_MS, MAX_TRIES } from '../../transport/retry.ts'
import type { Memory } from './memory.ts'
import type { Look, Register, Snapshot, Surroundings, Unclear } from './register.ts'
import {
  BRISK_TRIES,
  FIRST_MEND_PAUSE_MS,
  LONGEST_MEND_PAUSE_MS,
  MAX_ROUNDS,
  READ_TO_WRITE_MS,
  WATCH_MS,
  WRITE_DEADLINE_MS,
} from './times.ts'

/** Looks at the list and writes to it. */
export interface Mending<S> {
  look(urgency: 'urgent' | 'none'): Promise<Look<S>>
  /** Writes and looks until a look is whole, and returns that. */
  mend(found: Look<S>): Promise<Look<S>>
}

/**
 * Returns how a writer has a list keep all that it knows. Mending throws NOT_LISTED, with what is
 * missing, if the list does not keep it, TIMEOUT if time and again too much passes between reading and
 * writing, and what the register throws.
 *
 * A write is based on a read from just before, and is never repeated as it is: when it is not known
 * what became of it, the list is read again. A registry that is too slow for the deadlines gets its
 * time; the list is watched meanwhile, since what others add in that time will be overwritten.
 */
export function createMending<Key, Entry, S extends Snapshot<Key, Entry>>(
  register: Register<Key, Entry, S>,
  memory: Memory<Key, Entry, S>,
  { now, sleep, random, onRetry }: Surroundings,
): Mending<S> {
  async function look(urgency: 'urgent' | 'none'): Promise<Look<S>> {
    const sentAt = now()
    const snapshot = await register.read(urgency)
    return memory.notice({ snapshot, sentAt, receivedAt: now() })
  }

  async function mend(found: Look<S>): Promise<Look<S>> {
    let latest = isFresh(found, 1) ? found : await look('urgent')
    for (let round = 0; !memory.isWhole(latest); round += 1) {
      if (round === MAX_ROUNDS) {
        throw notKept(register.name, [...memory.missingFrom(latest).keys()])
      }
      if (round > 1) {
        await sleep(
          random() * Math.min(FIRST_MEND_PAUSE_MS * 2 ** (round - 2), LONGEST_MEND_PAUSE_MS),
        )
        latest = await look('urgent')
      }
      latest = await replace(latest)
    }
    return latest
  }

  /** Writes what is missing once, in as many tries as that takes, and looks. */
  async function replace(found: Look<S>): Promise<Look<S>> {
    let latest = found
    for (let tries = 1; !memory.isWhole(latest); tries += 1) {
      const failure = await write(latest, tries)
      if (!failure) return look('urgent')
      await sleep(pauseAfter(failure, tries))
      latest = await look('urgent')
    }
    return latest
  }

  /** A slow read is old when it arrives; where all are slow, only what comes after counts. */
  function isFresh({ sentAt, receivedAt }: Look<S>, tries: number): boolean {
    return now() - (isBrisk(tries) ? sentAt : receivedAt) <= READ_TO_WRITE_MS
  }

  async function write(base: Look<S>, tries: number): Promise<Unclear | undefined> {
    const draft = register.draft(base.snapshot, memory.missingFrom(base))
    // Only now: a large list takes a while to be made up.
    if (!isFresh(base, tries)) return late(register.name)
    const unclear = await (isBrisk(tries)
      ? draft.send(WRITE_DEADLINE_MS)
      : watched(draft.send(undefined)))
    memory.noteWrite(draft.revision, unclear ? undefined : now())
    return unclear
  }

  async function watched<T>(writing: Promise<T>): Promise<T> {
    memory.noteSlowness()
    let isOver = false
    const over = writing.finally(() => {
      isOver = true
    })
    for (;;) {
      await Promise.race([over, sleep(WATCH_MS)])
      if (isOver) return over
      await look('urgent')
    }
  }

  function pauseAfter({ error, retryAfterMs }: Unclear, tries: number): number {
    const pause = retryAfterMs ?? random() * FIRST_PAUSE_MS * 2 ** (tries - 1)
    if (tries === MAX_TRIES || pause > LONGEST_RETRY_AFTER_MS) throw error
    onRetry(error)
    return pause
  }

  return { look, mend }
}

function isBrisk(tries: number): boolean {
  return tries <= BRISK_TRIES
}

function late(name: string): Unclear {
  const error = new OciError(
    'TIMEOUT',
    `${name} could not be written within ${READ_TO_WRITE_MS} ms of reading it`,
    { advice: 'The registry is very slow, or this machine very busy: run it again.' },
  )
  return { error, retryAfterMs: 0 }
}

function notKept(name: string, missing: readonly unknown[]): OciError {
  const what = `${name} does not keep what is written to it: ${missing.join(', ')}`
  return new OciError('NOT_LISTED', what, {
    advice: 'Other jobs may be writing to it all the time; run this one again.',
  })
}
