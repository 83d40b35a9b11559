import { describe, expect, test } from '@jest/globals'
import { formatTransfer, transferPace } from '../../../src/render/transfer-pace.ts'

const MB = 1e6

/** Returns, for each [time in ms, megabytes done], whether it is shown. */
function shown(size: number, steps: readonly (readonly [number, number])[]): readonly boolean[] {
  const isDue = transferPace({ interval: 1000, part: 0.25 })
  return steps.map(([now, done]) =>
    isDue({ kind: 'upload', title: 'a', done: done * MB, size: size * MB }, now),
  )
}

describe('the progress of a transfer is shown', () => {
  test('once in the interval', () => {
    const steps = [
      [0, 0],
      [999, 1],
      [1000, 2],
      [1500, 3],
      [2000, 4],
    ] as const
    expect(shown(8, steps)).toEqual([false, false, true, false, true])
  })

  test('of a large file also at each part', () => {
    const steps = [
      [0, 0],
      [1, 24],
      [2, 25],
      [3, 49],
      [4, 80],
    ] as const
    expect(shown(100, steps)).toEqual([false, false, true, false, true])
  })

  test('of a small file not before the interval is over', () => {
    expect(
      shown(1, [
        [0, 0],
        [1, 1],
      ]),
    ).toEqual([false, false])
  })

  test('anew when it begins anew', () => {
    const steps = [
      [0, 0],
      [1, 90],
      [2, 0],
      [3, 26],
    ] as const
    expect(shown(100, steps)).toEqual([false, true, false, true])
  })

  test('for each file on its own', () => {
    const isDue = transferPace({ interval: 1000 })
    const at = (title: string, now: number) =>
      isDue({ kind: 'download', title, done: 1, size: 2 }, now)
    expect([at('a', 0), at('b', 900), at('a', 1000), at('b', 1000)]).toEqual([
      false,
      false,
      true,
      false,
    ])
  })
})

test.each([
  ['upload', 'Uploading a\\nb: 1.0 kB of 2.0 kB'],
  ['download', 'Downloading a\\nb: 1.0 kB of 2.0 kB'],
] as const)('an %s is told of on one line', (kind, line) => {
  expect(formatTransfer({ kind, title: 'a\nb', done: 1000, size: 2000 })).toBe(line)
})
