import { expect, test } from '@jest/globals'
import { memoize } from '../../src/memoize.ts'

test('the same arguments are loaded once, also at the same time', async () => {
  const calls: string[] = []
  const load = memoize(async (a: string, b: string) => {
    calls.push(`${a}+${b}`)
    return `${a}${b}`
  })
  await expect(Promise.all([load('a', 'b'), load('a', 'b'), load('ab', '')])).resolves.toEqual([
    'ab',
    'ab',
    'ab',
  ])
  await load('a', 'b')
  expect(calls).toEqual(['a+b', 'ab+'])
})

test('a failure is the same for every caller', async () => {
  let calls = 0
  const load = memoize(async () => {
    calls += 1
    throw new Error(`call ${calls}`)
  })
  await expect(load()).rejects.toThrow('call 1')
  await expect(load()).rejects.toThrow('call 1')
})
