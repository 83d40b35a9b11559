import type {
  Archive,
  Draft,
  Register,
  Unclear,
} from '../../../src/registry/shared-list/register.ts'
import { LINGER_MS, SETTLE_MS, WRITE_DEADLINE_MS } from '../../../src/registry/shared-list/times.ts'
import type { Seen, Store } from './store.ts'
import type { VirtualClock } from './virtual-clock.ts'
import type { Weather } from './weather.ts'

export interface Place {
  readonly clock: VirtualClock
  readonly store: Store
  readonly weather: Weather
}

/** How a writer reaches the store. */
export interface WriterRegister extends Register<string, string, Seen>, Archive<string, string> {}

/**
 * Returns the store as one writer reaches it, whose request with the number `crashesAt` is its last: it
 * may take effect, but nobody is there for an answer.
 *
 * A write takes effect at most WRITE_DEADLINE_MS and LINGER_MS after it was sent. One without a deadline
 * takes none later than SETTLE_MS after the read that it is based on: a registry that slow is outside of
 * what is promised.
 */
export function writerRegister(place: Place, crashesAt: number): WriterRegister {
  const { clock, store, weather } = place
  let requests = 0

  /** Undefined for a writer that is gone. */
  function answer<T>(resolve: (value: T) => void): (value: T) => void {
    requests += 1
    return requests < crashesAt ? resolve : () => undefined
  }

  function get<T>(found: () => T): Promise<T> {
    return new Promise((resolve) => {
      const respond = answer(resolve)
      if (requests > crashesAt) return
      clock.after(weather.travel(), () => {
        const seen = found()
        clock.after(weather.travel(), () => respond(seen))
      })
    })
  }

  function read(): Promise<Seen> {
    const sentAt = clock.now()
    return get(() => store.read(sentAt))
  }

  function draft(base: Seen, added: ReadonlyMap<string, string>): Draft {
    const revision = store.newRevision()
    const keys = [...base.entries.keys(), ...added.keys()]
    return { revision, send: (deadlineMs) => send(revision, keys, base, deadlineMs) }
  }

  function send(
    revision: string,
    keys: readonly string[],
    base: Seen,
    deadlineMs = Number.POSITIVE_INFINITY,
  ): Promise<Unclear | undefined> {
    return new Promise((resolve) => {
      const respond = answer(resolve)
      if (requests > crashesAt) return
      const { effect, end, unclear } = drawCourse(
        weather,
        latestEffect(clock.now(), base, deadlineMs),
      )
      if (effect !== undefined) clock.after(effect, () => store.replace(revision, keys))
      const seen = end <= deadlineMs ? unclear : { error: broken }
      clock.after(Math.min(end, deadlineMs), () => respond(seen))
    })
  }

  return {
    name: 'the list',
    read,
    draft,
    entriesOf: (revision) => get(() => (weather.forgets ? undefined : store.earlier(revision))),
    entryOf: (key) => get(() => key),
  }
}

/** What becomes of a write, in milliseconds from sending it. */
interface Course {
  /** Undefined if it has none. */
  readonly effect: number | undefined
  /** When it is answered, or its connection breaks. */
  readonly end: number
  readonly unclear: Unclear | undefined
}

const broken = new Error('no answer')
const overloaded = new Error('too many requests')

function drawCourse(weather: Weather, latest: number): Course {
  const [fate, arrival] = [weather.fateOfWrite(), weather.effect()]
  const effect = arrival <= latest ? arrival : undefined
  const answered = arrival + weather.travel()
  if (fate === 'refused') {
    const retryAfterMs = weather.retryAfter()
    const unclear = { error: overloaded, ...(retryAfterMs !== undefined && { retryAfterMs }) }
    return { effect: undefined, end: answered, unclear }
  }
  if (fate === 'stored' && effect !== undefined)
    return { effect, end: answered, unclear: undefined }
  const dropped = { end: weather.breaksAfter(), unclear: { error: broken } }
  return { ...dropped, effect: fate === 'dropped' ? effect : undefined }
}

function latestEffect(now: number, base: Seen, deadlineMs: number): number {
  const latest = WRITE_DEADLINE_MS + LINGER_MS
  return Number.isFinite(deadlineMs) ? latest : Math.min(latest, base.sentAt + SETTLE_MS - now)
}
