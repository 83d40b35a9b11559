import { expect, test } from '@jest/globals'
import { logProgress } from '../../../src/action/progress.ts'
import type { Progress } from '../../../src/job.ts'
import { createMasks } from '../../../src/render/masks.ts'
import { captureStdout } from '../../support/captured-stdout.ts'

const written = captureStdout()

test.each([
  [{ kind: 'step', message: 'Resolved x' }, 'Resolved x\n'],
  [{ kind: 'retry', message: '503, again\n::error::' }, '503, again\n\\::error::\n'],
  [{ kind: 'request', message: 'GET /v2/' }, '::debug::GET /v2/\n'],
] satisfies readonly (readonly [Progress, string])[])('%j', (progress, expected) => {
  logProgress(() => 0, createMasks())(progress)
  expect(written()).toBe(expected)
})

test('a long upload is told of at each quarter, and every ten seconds', () => {
  let now = 0
  const onProgress = logProgress(() => now, createMasks())
  const at = (seconds: number, done: number): void => {
    now = seconds * 1000
    onProgress({ kind: 'upload', title: 'big.json', done: done * 1e6, size: 100e6 })
  }
  at(0, 0)
  at(1, 10)
  at(2, 30)
  at(11, 31)
  at(12, 32)
  expect(written().trimEnd().split('\n')).toEqual([
    'Uploading big.json: 30.0 MB of 100.0 MB',
    'Uploading big.json: 32.0 MB of 100.0 MB',
  ])
})
