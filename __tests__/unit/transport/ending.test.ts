import { describe, expect, test } from '@jest/globals'
import { createEnding } from '../../../src/transport/ending.ts'

const LONG = 60_000

describe('a job', () => {
  test('that nobody cancels goes on until it is closed', async () => {
    const ending = createEnding(new AbortController().signal, LONG)
    expect([ending.over.aborted, ending.gone.aborted]).toEqual([false, false])
    await ending.close()
    expect([ending.over.aborted, ending.gone.aborted]).toEqual([true, true])
  })

  test('that is cancelled is over at once, and gone when the time to tidy up has passed', async () => {
    const cancelled = new AbortController()
    const ending = createEnding(cancelled.signal, 20)
    cancelled.abort()
    expect([ending.over.aborted, ending.gone.aborted]).toEqual([true, false])
    await new Promise((resolve) => ending.gone.addEventListener('abort', resolve))
    await ending.close()
  })

  test('that is cancelled beforehand never begins', () => {
    expect(createEnding(AbortSignal.abort(), 0).over.aborted).toBe(true)
  })
})

describe('closing', () => {
  test('waits for what tidies up, and for what that begins', async () => {
    const ending = createEnding(undefined, LONG)
    const done: string[] = []
    const first = ending.tidying(async () => {
      await new Promise(setImmediate)
      done.push('first')
      void ending.tidying(async () => {
        await new Promise(setImmediate)
        done.push('second')
      })
      return 'result'
    })
    await ending.close()
    expect(done).toEqual(['first', 'second'])
    expect(await first).toBe('result')
  })

  test('waits no longer than that may take', async () => {
    const ending = createEnding(undefined, 20)
    const stuck = ending.tidying(
      () => new Promise((_, reject) => ending.gone.addEventListener('abort', () => reject(ended))),
    )
    await Promise.all([ending.close(), expect(stuck).rejects.toBe(ended)])
  })

  const ended = new Error('ended')

  test('is not hindered by work that fails, whose error is for who began it', async () => {
    const ending = createEnding(undefined, LONG)
    const failing = ending.tidying(() => Promise.reject(ended))
    await expect(failing).rejects.toBe(ended)
    await ending.close()
  })
})
