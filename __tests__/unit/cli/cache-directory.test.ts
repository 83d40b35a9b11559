import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { cacheDirectoryOf } from '../../../src/cli/cache-directory.ts'

test.each([
  [{ XDG_CACHE_HOME: '/caches', HOME: '/home/pat' }, join('/caches', 'oras-attach')],
  [{ XDG_CACHE_HOME: 'caches', HOME: '/home/pat' }, join('/home/pat', '.cache', 'oras-attach')],
  [{ HOME: '/home/pat' }, join('/home/pat', '.cache', 'oras-attach')],
  [{}, join(homedir(), '.cache', 'oras-attach')],
])('%j has the cache %s', (env, expected) => {
  expect(cacheDirectoryOf(env)).toBe(expected)
})
