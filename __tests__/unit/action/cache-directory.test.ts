import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { cacheDirectoryOf } from '../../../src/action/cache-directory.ts'

test('the steps of a job share a folder, which is gone with the job', () => {
  const env = { RUNNER_TEMP: '/runner/temp', RUNNER_TOOL_CACHE: '/runner/tools' }
  expect(cacheDirectoryOf(env)).toBe(join('/runner/temp', 'oras-attach-cache'))
})

test('without a runner each has its own, whose name nobody can foretell', () => {
  expect(cacheDirectoryOf({})).not.toBe(cacheDirectoryOf({}))
})
