import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createLimit, mapConcurrently } from '../../src/concurrency.ts'

describe('work on many items', () => {
  test('gives the results in the order of the items, never more than the limit at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        fc.scheduler(),
        async (items, limit, scheduler) => {
          let underWay = 0
          let most = 0
          const work = scheduler.scheduleFunction(async (item: number) => item * 2)
          const done = mapConcurrently(items, limit, async (item) => {
            underWay += 1
            most = Math.max(most, underWay)
            const result = await work(item)
            underWay -= 1
            return result
          })
          expect(await scheduler.waitFor(done)).toEqual(items.map((item) => item * 2))
          expect(most).toBe(Math.min(limit, items.length))
        },
      ),
    )
  })

  test('stops at the first error: what was under way ends, nothing more begins', async () => {
    const begun: string[] = []
    const work = async (item: string): Promise<void> => {
      begun.push(item)
      await Promise.resolve()
      if (item === 'bad') throw new Error('the first')
    }
    const items = ['bad', 'good', 'never', 'never']
    await expect(mapConcurrently(items, 2, work)).rejects.toThrow('the first')
    await new Promise(setImmediate)
    expect(begun).toEqual(['bad', 'good'])
  })
})

describe('a limit', () => {
  test('lets in what is asked for in its order, never more than that at once', async () => {
    const limited = createLimit(2)
    const begun: number[] = []
    let underWay = 0
    let most = 0
    const all = Array.from({ length: 7 }, (_, at) =>
      limited(async () => {
        begun.push(at)
        underWay += 1
        most = Math.max(most, underWay)
        await new Promise(setImmediate)
        underWay -= 1
        return at
      }),
    )
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(most).toBe(2)
  })

  test('gives a place that failed to the next', async () => {
    const limited = createLimit(1)
    const failing = limited(() => Promise.reject(new Error('no')))
    const following = limited(async () => 'yes')
    await expect(failing).rejects.toThrow('no')
    expect(await following).toBe('yes')
  })
})
