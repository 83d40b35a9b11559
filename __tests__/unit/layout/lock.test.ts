import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { withLock } from '../../../src/layout/lock.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const LONG_AGO = '2020-01-01T00:00:00.000Z'

const directory = useTemporaryDirectory()
const lock = () => join(directory(), 'index.json.lock')
const patient = 20_000

describe('a lock', () => {
  test('names its holder while the work is done, and is gone after it', async () => {
    const held = await withLock(lock(), patient, () => readFile(lock(), 'utf8'))
    expect(JSON.parse(held)).toMatchObject({ pid: process.pid, host: hostname() })
    expect(await readdir(directory())).toEqual([])
  })

  test('is given back if the work fails', async () => {
    const work = withLock(lock(), patient, () => Promise.reject(new Error('no space')))
    await expect(work).rejects.toThrow('no space')
    expect(await readdir(directory())).toEqual([])
  })

  test('lets one in at a time', async () => {
    let inside = 0
    let done = 0
    const work = async (): Promise<void> => {
      inside += 1
      expect(inside).toBe(1)
      await readdir(directory())
      inside -= 1
      done += 1
    }
    await Promise.all(Array.from({ length: 5 }, () => withLock(lock(), patient, work)))
    expect(done).toBe(5)
  })

  test('of a process that is gone is taken over, by one of many', async () => {
    await writeFile(
      lock(),
      JSON.stringify({ pid: await gonePid(), host: hostname(), time: LONG_AGO }),
    )
    let inside = 0
    const work = async (): Promise<void> => {
      inside += 1
      expect(inside).toBe(1)
      await readdir(directory())
      inside -= 1
    }
    await Promise.all(Array.from({ length: 5 }, () => withLock(lock(), patient, work)))
    expect(await readdir(directory())).toEqual([])
  })

  test.each([
    ['a running process', { pid: process.pid, host: hostname(), time: LONG_AGO }],
    ['the first process of the system', { pid: 1, host: hostname(), time: LONG_AGO }],
    ['a process on another host', { pid: 1, host: 'elsewhere', time: LONG_AGO }],
    [
      'a process that took it just now',
      { pid: 2 ** 22 + 1, host: hostname(), time: '9999-01-01T00:00:00Z' },
    ],
    ['a process group', { pid: -1, host: hostname(), time: LONG_AGO }],
  ])('of %s is respected', async (_, holder) => {
    await writeFile(lock(), JSON.stringify(holder))
    const work = withLock(lock(), 0, async () => {})
    await expect(work).rejects.toMatchObject({
      code: 'LAYOUT_LOCKED',
      message: `the layout is locked by process ${holder.pid} on ${holder.host} since ${holder.time}`,
      advice: expect.stringContaining(`delete ${lock()}`),
    })
    expect(await readFile(lock(), 'utf8')).toBe(JSON.stringify(holder))
  })

  test.each([
    ['is being written', ''],
    ['says nothing', '7'],
    ['was planted', '{"pid":{"toString":1},"host":{"toString":1},"time":[{"toString":1}]}'],
  ])('that %s is respected', async (_, text) => {
    await writeFile(lock(), text)
    const work = withLock(lock(), 0, async () => {})
    await expect(work).rejects.toThrow('the layout is locked by another process')
  })

  test('names its holder as far as it is said in words', async () => {
    await writeFile(lock(), '{"pid":1,"host":{"toString":1},"time":"yesterday"}')
    const work = withLock(lock(), 0, async () => {})
    await expect(work).rejects.toMatchObject({
      code: 'LAYOUT_LOCKED',
      message: 'the layout is locked by process 1 since yesterday',
    })
  })

  test('that has long named nobody is taken over: its holder was killed in between', async () => {
    await writeFile(lock(), '')
    const past = new Date(Date.now() - 60_000)
    await utimes(lock(), past, past)
    await withLock(lock(), patient, async () => {})
    expect(await readdir(directory())).toEqual([])
  })

  test('that another process is taking over is left to it', async () => {
    const holder = { pid: await gonePid(), host: hostname(), time: LONG_AGO }
    await writeFile(lock(), JSON.stringify(holder))
    await writeFile(`${lock()}.takeover`, '')
    const work = withLock(lock(), 0, async () => {})
    await expect(work).rejects.toMatchObject({
      code: 'LAYOUT_LOCKED',
      advice: expect.stringContaining(`${lock()}.takeover`),
    })
  })

  test('is waited for no longer than the job goes on', async () => {
    const holder = { pid: process.pid, host: hostname(), time: LONG_AGO }
    await writeFile(lock(), JSON.stringify(holder))
    const job = new AbortController()
    const work = withLock(lock(), patient, async () => {}, job.signal)
    job.abort()
    await expect(work).rejects.toMatchObject({
      code: 'CANCELLED',
      message: expect.stringContaining(`locked by process ${holder.pid}`),
    })
    expect(await readdir(directory())).toEqual(['index.json.lock'])
  })

  test('that is a symbolic link is not followed', async () => {
    await symlink('/dev/zero', lock())
    const work = withLock(lock(), 0, async () => {})
    await expect(work).rejects.toMatchObject({ code: 'LAYOUT_INVALID' })
  })

  test('cannot be made in a directory that is gone', async () => {
    const work = withLock(join(directory(), 'gone', 'lock'), 0, async () => {})
    await expect(work).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

/** The number of a process that has ended. */
async function gonePid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}
