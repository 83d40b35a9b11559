import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from '@jest/globals'

/** Returns how to get the path of a directory that each test of the file gets anew and that is removed after it. */
export function useTemporaryDirectory(): () => string {
  let path = ''
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'oras-attach-'))
  })
  afterEach(() => rm(path, { recursive: true, force: true }))
  return () => path
}
