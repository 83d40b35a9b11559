import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mapConcurrently } from '../../src/concurrency.ts'

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
