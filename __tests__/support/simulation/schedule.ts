import type { Surroundings } from '../../../src/registry/shared-list/register.ts'
import { type Seeded, seeded } from '../seeded.ts'
import { createStore } from './store.ts'
import { readModifyWrite, type Strategy } from './strategies.ts'
import { createVirtualClock } from './virtual-clock.ts'
import { drawWeather } from './weather.ts'
import { type Place, writerRegister } from './writer-register.ts'

/** What became of the writers of a schedule, foreign ones not among them. */
export interface Outcome {
  readonly writers: number
  /** They relied on it that the list keeps what they added, and what else they say. */
  readonly content: number
  /** They gave up and said so. The others crashed. */
  readonly failed: number
  /** Entries that were relied on, and yet the list did not keep them. */
  readonly lost: number
}

/** How far apart the writers of a schedule begin, in milliseconds. */
const SPANS = [0, 300, 2000, 10_000] as const

/** How many of its writers add the same. */
const ALIKE = [1, 1, 2, 6] as const

/** Returns what became of the writers of the schedule with that seed, always the same. */
export async function runSchedule(seed: number, strategy: Strategy): Promise<Outcome> {
  const choices = seeded(seed)
  const clock = createVirtualClock()
  const place: Place = { clock, store: createStore(), weather: drawWeather(choices) }
  const [writers, foreign, span, alike] = [
    choices.whole(2, 6),
    choices.pick([0, 0, 1, 3]),
    choices.pick(SPANS),
    choices.pick(ALIKE),
  ]
  let [content, failed] = [0, 0]

  async function write(key: string): Promise<void> {
    await clock.sleep(choices.whole(0, span))
    const register = writerRegister(place, place.weather.crashesAt())
    try {
      const relied = await strategy(register, key, surroundingsOf(place, choices))
      content += 1
      relied.forEach(place.store.rely)
    } catch {
      failed += 1
    }
  }

  async function writeForeign(key: string): Promise<void> {
    await clock.sleep(choices.whole(0, span + 3000))
    const register = writerRegister(place, place.weather.crashesAt())
    await readModifyWrite(register, key, surroundingsOf(place, choices)).catch(() => undefined)
  }

  for (let at = 0; at < writers; at += 1) void write(`writer ${Math.floor(at / alike)}`)
  for (let at = 0; at < foreign; at += 1) void writeForeign(`foreign ${at}`)
  await clock.run()
  return { writers, content, failed, lost: place.store.lost.size }
}

/** Returns what a writer needs; each is on a machine of its own, whose clock began at another time. */
export function surroundingsOf({ clock, weather }: Place, choices: Seeded): Surroundings {
  const begun = choices.whole(0, 1_000_000)
  return {
    now: () => clock.now() + begun,
    sleep: (milliseconds) => clock.sleep(milliseconds + weather.holdUp()),
    random: () => choices.next(),
    inTurn: async (work) => {
      await clock.sleep(weather.holdUp())
      return work()
    },
    onRetry: () => undefined,
  }
}
