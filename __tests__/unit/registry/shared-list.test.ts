import { describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import { createSharedList } from '../../../src/registry/shared-list/shared-list.ts'
import { MAX_ROUNDS, SETTLE_MS } from '../../../src/registry/shared-list/times.ts'
import { runCrowd } from '../../support/simulation/crowd.ts'
import { explore } from '../../support/simulation/explore.ts'
import { runSchedule } from '../../support/simulation/schedule.ts'
import type { Seen, Store } from '../../support/simulation/store.ts'
import {
  lookOnceLate,
  readBackOnce,
  readModifyWrite,
  type Strategy,
  sharedList,
} from '../../support/simulation/strategies.ts'
import { ensure, LATENCY, overwrite, settled, world } from '../../support/simulation/world.ts'
import type { WriterRegister } from '../../support/simulation/writer-register.ts'

describe('in any schedule of delays, dropped answers, refusals, crashes and foreign writers', () => {
  test('a list that was confirmed keeps what was added, to the end', async () => {
    const { losing, content, writers, failed } = await explore(sharedList, 1, 100_000)
    expect(losing).toEqual([])
    expect(content).toBeGreaterThan(writers * 0.8)
    expect(failed).toBeLessThan(writers * 0.01)
  }, 300_000)

  test('20 that start together all add theirs, in well fewer rounds than there may be', async () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const { kept, mostWrites } = await runCrowd(seed, 20, 100)
      expect(kept).toBe(20)
      expect(mostWrites).toBeLessThan(MAX_ROUNDS - 4)
    }
  })

  test.each([
    ['reads and writes', readModifyWrite],
    ['reads back what it wrote', readBackOnce],
    ['looks once more, late', lookOnceLate],
  ])('a client that only %s loses', async (_, strategy) => {
    const { lost } = await explore(strategy, 1, 3000)
    expect(lost).toBeGreaterThan(0)
  })

  test('a seed always has the same outcome', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(await runSchedule(seed, sharedList)).toEqual(await runSchedule(seed, sharedList))
    }
  })
})

/**
 * B, who read before, overwrites A; C reads that; D, who had read A's write, writes A back; A looks and
 * finds all well; C writes.
 */
async function writtenBackOnce(strategy: Strategy): Promise<Store> {
  const here = world()
  const { clock, store, register, surroundings } = here
  const writing = strategy(register, 'A', surroundings).then((relied) => relied.forEach(store.rely))
  overwrite(here, 'D', 35, 1900)
  overwrite(here, 'B', 0, 400)
  overwrite(here, 'C', 500, 2400)
  await settled(here, writing)
  expect(clock.now()).toBeGreaterThanOrEqual(2400)
  return store
}

describe('the history in which a lost entry is written back before it is lost for good', () => {
  test('deceives one late look', async () => {
    const { lost, read } = await writtenBackOnce(lookOnceLate)
    expect([...lost]).toEqual(['A'])
    expect([...read(0).entries.keys()]).not.toContain('A')
  })

  test('does not deceive the shared list', async () => {
    const { lost, read } = await writtenBackOnce(sharedList)
    expect([...lost]).toEqual([])
    expect([...read(0).entries.keys()]).toEqual(expect.arrayContaining(['A', 'C']))
  })
})

describe('a shared list', () => {
  test('is not written if it has all, which is yet to be confirmed', async () => {
    const here = world()
    here.store.replace('r', ['b', 'a'])
    const { sighting, snapshot } = await settled(here, ensure(here, 'a'))
    expect(sighting).toEqual({
      revision: 'r',
      since: 2 * LATENCY,
      isContended: false,
      listed: ['b', 'a'],
    })
    expect(snapshot.revision).toBe('r')
    expect(here.clock.now()).toBe(2 * LATENCY)
  })

  test('keeps what somebody else has just added, and can make sure of no more', async () => {
    const here = world()
    const adding = async (): Promise<void> => {
      await here.clock.sleep(5)
      await ensure(here, 'a')
      const { confirm, sighting } = await ensure(here, 'a')
      if (sighting) await confirm(['a'], sighting, here.register)
      here.store.rely('a')
    }
    overwrite(here, 'c', 0, 600)
    await settled(here, adding())
    expect([...here.store.lost]).toEqual([])
    expect([...here.store.read(0).entries.keys()].sort()).toEqual(['a', 'c'])
  })

  test('is confirmed by a later process without delay once it has rested', async () => {
    const here = world()
    const later = async (): Promise<readonly [string, number]> => {
      const { sighting } = await ensure(here, 'a')
      await here.clock.sleep(SETTLE_MS)
      const began = here.clock.now()
      const list = createSharedList<string, string, Seen>(here.register, here.surroundings)
      const confirmed = sighting && (await list.confirm(['a'], sighting, here.register))
      return [String(confirmed), here.clock.now() - began]
    }
    expect(await settled(here, later())).toEqual(['intact', 2 * LATENCY])
  })

  describe('of which a later process finds entries lost', () => {
    /** Somebody overwrites ours, and what was listed before, with what they had read earlier. */
    async function overwritten(archive: Partial<WriterRegister> = {}) {
      const here = world()
      const restored = new Map<string, string>()
      const register: WriterRegister = {
        ...here.register,
        draft(base, added) {
          for (const [key, entry] of added) restored.set(key, entry)
          return here.register.draft(base, added)
        },
        ...archive,
      }
      here.store.replace('first', ['old'])
      const later = async (): Promise<unknown> => {
        const { sighting } = await ensure(here, 'a')
        here.store.replace('foreign', ['b'])
        const list = createSharedList<string, string, Seen>(register, here.surroundings)
        return sighting && list.confirm(['a'], sighting, register)
      }
      const confirmed = await settled(here, later())
      const kept = [...here.store.read(0).entries.keys()].sort()
      return { confirmed, kept, restored }
    }

    const [deleted, made] = [async () => undefined, async (key: string) => `${key}, made anew`]

    test('has them put back to the letter, whoever added them', async () => {
      const { confirmed, kept, restored } = await overwritten({ entryOf: made })
      expect(confirmed).toBe('mended')
      expect(kept).toEqual(['a', 'b', 'old'])
      expect(Object.fromEntries(restored)).toEqual({ a: 'a', old: 'old' })
    })

    test('has them made anew if the revision that had them is deleted', async () => {
      const { kept, restored } = await overwritten({ entriesOf: deleted, entryOf: made })
      expect(kept).toEqual(['a', 'b', 'old'])
      expect(Object.fromEntries(restored)).toEqual({ a: 'a, made anew', old: 'old, made anew' })
    })

    test("has others' not put back if what they name is deleted", async () => {
      const entryOf = async (key: string) => (key === 'old' ? undefined : key)
      expect(await overwritten({ entryOf })).toMatchObject({ kept: ['a', 'b'] })
    })

    test('is an error if what ours names is deleted', async () => {
      await expect(overwritten({ entryOf: deleted })).rejects.toMatchObject({
        code: 'NOT_LISTED',
        message: 'the list has lost a, which is gone from the registry too',
      })
    })

    test.each(['MANIFEST_INVALID', 'DIGEST_INVALID', 'LIMIT_EXCEEDED'] as const)(
      'has those put back that cannot be read (%s), unless they had to be made anew',
      async (code) => {
        const entryOf = async (key: string): Promise<string> => {
          if (key === 'old') throw new OciError(code, 'unreadable')
          return key
        }
        expect(await overwritten({ entryOf })).toMatchObject({ kept: ['a', 'b', 'old'] })
        const without = { entryOf, entriesOf: deleted }
        expect(await overwritten(without)).toMatchObject({ kept: ['a', 'b'] })
      },
    )

    test('is an error if what ours names cannot be read', async () => {
      const entryOf = async (): Promise<string> => {
        throw new OciError('MANIFEST_INVALID', 'unreadable')
      }
      await expect(overwritten({ entryOf })).rejects.toMatchObject({ message: 'unreadable' })
    })
  })

  test('that has not changed is not confirmed if it lacks what was listed before', async () => {
    const here = world()
    here.store.replace('r', ['b'])
    const list = createSharedList<string, string, Seen>(here.register, here.surroundings)
    const sighting = { revision: 'r', since: 0, isContended: false, listed: ['seen earlier', 'b'] }
    expect(await settled(here, list.confirm(['a'], sighting, here.register))).toBe('mended')
    expect([...here.store.read(0).entries.keys()].sort()).toEqual(['a', 'b', 'seen earlier'])
  })

  test('is one list for all that add to it in one process', async () => {
    const here = world()
    const list = createSharedList<string, string, Seen>(here.register, here.surroundings)
    const add = async (key: string): Promise<string | undefined> => {
      const snapshot = await here.register.read('none')
      const at = here.clock.now()
      const first = { snapshot, sentAt: at - 2 * LATENCY, receivedAt: at }
      const { sighting } = await list.ensure(new Map([[key, key]]), first)
      const confirmed = sighting && (await list.confirm([key], sighting, here.register))
      here.store.rely(key)
      return confirmed
    }
    await settled(here, Promise.all(['a', 'b', 'c'].map(add)))
    expect([...here.store.lost]).toEqual([])
    expect([...here.store.read(0).entries.keys()].sort()).toEqual(['a', 'b', 'c'])
  })

  test('keeps a clock that began anew since the sighting from ending the rest early', async () => {
    const here = world()
    here.store.replace('r', ['a'])
    const list = createSharedList<string, string, Seen>(here.register, here.surroundings)
    const sighting = { revision: 'r', since: 1_000_000, isContended: false, listed: ['a'] }
    expect(await settled(here, list.confirm(['a'], sighting, here.register))).toBe('intact')
    expect(here.clock.now()).toBeGreaterThanOrEqual(SETTLE_MS)
  })

  test('that keeps nothing is an error that names what is missing', async () => {
    const here = world()
    const forgetful: WriterRegister = {
      ...here.register,
      draft: () => ({ revision: here.store.newRevision(), send: async () => undefined }),
    }
    const writing = ensure({ ...here, register: forgetful }, 'a')
    await expect(settled(here, writing)).rejects.toMatchObject({
      code: 'NOT_LISTED',
      message: 'the list does not keep what is written to it: a',
    })
  })

  test('that is rewritten all the time is an error, not a confirmation', async () => {
    const here = world()
    const confirming = async (): Promise<unknown> => {
      const { confirm, sighting } = await ensure(here, 'a')
      for (let at = 400; at < 400_000; at += 400) overwrite(here, `b${at}`, at, at + 100)
      return sighting && confirm(['a'], sighting, here.register)
    }
    await expect(settled(here, confirming())).rejects.toMatchObject({
      code: 'NOT_LISTED',
      message: expect.stringContaining('not certain that it keeps a'),
    })
  })
})
