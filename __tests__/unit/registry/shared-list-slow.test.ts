import { describe, expect, test } from '@jest/globals'
import type { Unclear } from '../../../src/registry/shared-list/register.ts'
import { READ_TO_WRITE_MS } from '../../../src/registry/shared-list/times.ts'
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
      draft(base, added) {
        const revision = here.store.newRevision()
        const send = async (deadlineMs: number | undefined): Promise<Unclear | undefined> => {
          deadlines.push(deadlineMs)
          await here.clock.sleep(deadlineMs ?? 3000)
          if (deadlineMs !== undefined) return cutOff
          here.store.replace(revision, [...base.entries.keys(), ...added.keys()])
          return undefined
        }
        return { revision, send }
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
    const send = async (): Promise<Unclear> => {
      writes += 1
      return cutOff
    }
    const slow: WriterRegister = {
      ...here.register,
      async read(urgency) {
        const seen = await here.register.read(urgency)
        await here.clock.sleep(1000)
        return seen
      },
      draft: () => ({ revision: here.store.newRevision(), send }),
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

  test('is read again if it took too long to make up what it is to be replaced by', async () => {
    const here = world()
    const requests: string[] = []
    let busy = 0
    const large: WriterRegister = {
      ...here.register,
      read(urgency) {
        requests.push('read')
        return here.register.read(urgency)
      },
      draft(base, added) {
        const draft = here.register.draft(base, added)
        if (busy === 0) busy = READ_TO_WRITE_MS
        const send = (deadlineMs: number | undefined) => {
          requests.push('write')
          return draft.send(deadlineMs)
        }
        return { ...draft, send }
      },
    }
    const surroundings = { ...here.surroundings, now: () => here.clock.now() + busy }
    await settled(here, ensure({ ...here, register: large, surroundings }, 'a'))
    expect(requests).toEqual(['read', 'read', 'write', 'read'])
  })

  test('that asks for more patience than there is, is an error', async () => {
    const here = world()
    const patient: WriterRegister = {
      ...here.register,
      draft: () => ({ revision: 'r', send: async () => ({ ...cutOff, retryAfterMs: 120_001 }) }),
    }
    const writing = ensure({ ...here, register: patient }, 'a')
    await expect(settled(here, writing)).rejects.toThrow('cut off')
  })
})
