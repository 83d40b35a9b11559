import { setImmediate } from 'node:timers'

/** Time that passes only from one event to the next. */
export interface VirtualClock {
  /** Milliseconds since the beginning. */
  now(): number
  /** Has something happen in so many milliseconds. */
  after(milliseconds: number, happen: () => void): void
  sleep(milliseconds: number): Promise<void>
  /** Lets everything happen, in order; what is to happen at the same time in the order it was asked for. */
  run(): Promise<void>
}

interface Event {
  readonly at: number
  readonly happen: () => void
}

/** Returns a clock at 0. */
export function createVirtualClock(): VirtualClock {
  /** The next one last. */
  const events: Event[] = []
  let now = 0

  function after(milliseconds: number, happen: () => void): void {
    const at = milliseconds > 0 ? now + milliseconds : now
    let place = events.length
    while (place > 0 && (events[place - 1]?.at ?? at) <= at) place -= 1
    events.splice(place, 0, { at, happen })
  }

  return {
    now: () => now,
    after,
    sleep: (milliseconds) => new Promise((resolve) => after(milliseconds, resolve)),
    async run() {
      await quiet()
      for (let event = events.pop(); event; event = events.pop()) {
        now = event.at
        event.happen()
        await quiet()
      }
    },
  }
}

/** Until all that waits for a promise has gone on as far as it can. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
