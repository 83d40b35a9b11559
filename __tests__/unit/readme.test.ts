import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'

test('the README has the inputs, outputs and options that action.yml and the command line have', async () => {
  const script = fileURLToPath(new URL('../../scripts/readme.ts', import.meta.url))
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const checked = promisify(execFile)(process.execPath, [script, '--check'], { cwd })
  await expect(checked).resolves.toMatchObject({ stderr: '' })
})
