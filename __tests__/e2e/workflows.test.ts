import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { peerPath } from './support/peers.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const patterns = ['.github/workflows/*.yml', '__tests__/e2e/workflows/*.yml']

test('actionlint finds nothing in the workflows', async () => {
  // The linters of shell and Python that actionlint calls if they are there are not pinned.
  const args = ['-shellcheck=', '-pyflakes=', ...globSync(patterns, { cwd: root })]

  const lint = promisify(execFile)(await peerPath('actionlint'), args, { cwd: root })

  await expect(lint).resolves.toEqual({ stdout: '', stderr: '' })
})
