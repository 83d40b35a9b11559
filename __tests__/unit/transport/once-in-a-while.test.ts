import { expect, test } from '@jest/globals'
import { onceInAWhile } from '../../../src/transport/once-in-a-while.ts'

test('messages that are alike are passed on once in a while, others always', () => {
  let now = 0
  const told: string[] = []
  const tell = onceInAWhile(1000, () => now, told.push.bind(told))
  const messages = [
    [0, 'first', 'a'],
    [1, 'second', 'a'],
    [2, 'other', 'b'],
    [999, 'third', 'a'],
    [1000, 'fourth', 'a'],
    [1999, 'fifth', 'a'],
  ] as const
  for (const [at, message, alike] of messages) {
    now = at
    tell(message, alike)
  }
  expect(told).toEqual(['first', 'other', 'fourth'])
})
