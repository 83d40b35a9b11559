import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createThrottle, type Passage, type Throttle } from '../../../src/transport/throttle.ts'

type Leave = (passage: Passage) => void

/** Returns how to leave for each that is let in right now. */
async function fill(throttle: Throttle, count: number): Promise<readonly Leave[]> {
  const inside: Leave[] = []
  for (let each = 0; each < count; each += 1)
    void throttle.enter().then((leave) => inside.push(leave))
  await new Promise(setImmediate)
  return inside
}

/** Returns how many are let in at once; they leave again without a lesson. */
async function capacity(throttle: Throttle): Promise<number> {
  const inside = await fill(throttle, 100)
  const size = inside.length
  for (let left = 0; left < 100; left += 1) {
    inside[left]?.('failed')
    await new Promise(setImmediate)
  }
  return size
}

describe('a throttle', () => {
  test('lets in no more than it should, in the order they came', async () => {
    const throttle = createThrottle(2)
    const order: number[] = []
    const enter = async (number: number): Promise<Leave> => {
      const leave = await throttle.enter()
      order.push(number)
      return leave
    }
    const entries = [1, 2, 3, 4].map(enter)
    await new Promise(setImmediate)
    expect(order).toEqual([1, 2])
    ;(await entries[1])?.('served')
    await new Promise(setImmediate)
    expect(order).toEqual([1, 2, 3])
  })

  test('lets in half as many after refusals at the same time, and half again after the next', async () => {
    const throttle = createThrottle(8)
    for (const expected of [4, 2, 1, 1]) {
      for (const leave of await fill(throttle, await capacity(throttle))) leave('refused')
      expect(await capacity(throttle)).toBe(expected)
    }
  })

  test('lets in one more after as many were served, up to where it began', async () => {
    const throttle = createThrottle(4)
    for (const leave of await fill(throttle, 4)) leave('refused')
    for (const expected of [3, 4, 4]) {
      for (const leave of await fill(throttle, await capacity(throttle))) leave('served')
      expect(await capacity(throttle)).toBe(expected)
    }
  })

  test('lets in at once what cannot wait, and the others the later', async () => {
    const throttle = createThrottle(2)
    const [leaveFirst] = await fill(throttle, 2)
    const leaveAtOnce = throttle.enterAtOnce()
    const waiting = throttle.enter()
    let isIn = false
    void waiting.then(() => {
      isIn = true
    })
    leaveFirst?.('served')
    await new Promise(setImmediate)
    expect(isIn).toBe(false)
    leaveAtOnce('served')
    await waiting
    expect(isIn).toBe(true)
  })

  test('learns nothing from connections that fail', async () => {
    const throttle = createThrottle(3)
    for (const leave of await fill(throttle, 3)) leave('failed')
    expect(await capacity(throttle)).toBe(3)
  })

  test('never lets in too many and never keeps anybody out for good', async () => {
    const passage = fc.constantFrom<Passage>('served', 'refused', 'failed')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(passage),
        async (most, passages) => {
          const throttle = createThrottle(most)
          let inside = 0
          const outcomes = await Promise.all(
            passages.map(async (outcome) => {
              const leave = await throttle.enter()
              inside += 1
              const crowd = inside
              await Promise.resolve()
              inside -= 1
              leave(outcome)
              return crowd
            }),
          )
          expect(Math.max(0, ...outcomes)).toBeLessThanOrEqual(most)
        },
      ),
    )
  })
})
