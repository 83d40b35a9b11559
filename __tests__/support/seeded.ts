/** Random choices that are the same for the same seed. */
export interface Seeded {
  /** Returns a number from 0 to below 1. */
  next(): number
  /** Returns a whole number from `least` to `most`. */
  whole(least: number, most: number): number
  pick<T>(values: readonly [T, ...T[]]): T
}

/** Looked up once: in the sandbox of jest, each look at a global takes longer than what is done here. */
const { floor, imul } = Math

/** Returns the choices of a seed (Tommy Ettinger's mulberry32). */
export function seeded(seed: number): Seeded {
  let state = imul(seed, 0x9e3779b1)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number): number => least + floor(next() * (most - least + 1))
  return { next, whole, pick: (values) => values[whole(0, values.length - 1)] ?? values[0] }
}
