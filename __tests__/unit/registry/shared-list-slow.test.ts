import { describe, expect, test } from '@jest/globals'
import { MAX_TRIES } from '../../../src/transport/retry.ts'
import { ensure, overwrite, settled, world } from '../../support/simulation/world.ts'
import type { WriterRegister } from '../../support/simulation/writer-register.ts'

const cutOff = { error: new Error('cut off') }

describe('a shared list at a registry that is too slow', () => {
  test('gets its time from the third write on, and what others added meanwhile is put back', async () => {
    const here = world()
    const deadlines: (number | undefined)[] = []
    const slow: WriterRegister = {
      ...here.register,
      async write(base, added, deadlineMs) {
        deadlines.push(deadlineMs)
        await here.clock.sleep(deadlineMs ?? 3000)
        const revision = here.store.newRevision()
        if (deadlineMs !== undefined) return { revision, unclear: cutOff }
        here.store.replace(revision, [...base.entries.keys(), ...added.keys()])
        return { revision }
      },
    }
    overwrite(here, 'b', 5000, 5000)
    const { sighting } = await settled(here, ensure({ ...here, register: slow }, 'a'))
    expect([...here.store.read(0).entries.keys()].sort()).toEqual(['a', 'b'])
    expect(deadlines.slice(0, 3)).toEqual([1000, 1000, undefined])
    expect(sighting).toMatchObject({ isContended: true })
  })

  test('is written after a read that took too long only from the third time on', async () => {
    const here = world()
    let writes = 0
    const slow: WriterRegister = {
      name: 'the list',
      async read(urgency) {
        const seen = await here.register.read(urgency)
        await here.clock.sleep(1000)
        return seen
      },
      async write() {
        writes += 1
        return { revision: here.store.newRevision(), unclear: cutOff }
      },
    }
    await expect(settled(here, ensure({ ...here, register: slow }, 'a'))).rejects.toThrow('cut off')
    expect(writes).toBe(MAX_TRIES - 2)
  })

  test('is never written by a process that is always late, and an error', async () => {
    const here = world()
    let now = 0
    const late = (): number => {
      now += 1000
      return now
    }
    const surroundings = { ...here.surroundings, now: late }
    await expect(settled(here, ensure({ ...here, surroundings }, 'a'))).rejects.toMatchObject({
      code: 'TIMEOUT',
      message: 'the list could not be written within 500 ms of reading it',
    })
    expect(here.store.read(0).revision).toBeUndefined()
  })

  test('that asks for more patience than there is, is an error', async () => {
    const here = world()
    const patient: WriterRegister = {
      ...here.register,
      write: async () => ({ revision: 'r', unclear: { ...cutOff, retryAfterMs: 120_001 } }),
    }
    const writing = ensure({ ...here, register: patient }, 'a')
    await expect(settled(here, writing)).rejects.toThrow('cut off')
  })
})
