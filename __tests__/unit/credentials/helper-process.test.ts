import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { runProgram } from '../../../src/credentials/helper-process.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const generous = { milliseconds: 20_000, outputBytes: 1 << 20 }
const env = { PATH: process.env['PATH'] ?? '' }
const shell = (script: string, limits = generous, input = 'input') =>
  runProgram('/bin/sh', ['-c', script], input, env, limits)

/** Tells whether the process whose number is in the file goes away before it would end by itself. */
async function isEnded(file: string): Promise<boolean> {
  const id = Number(readFileSync(file, 'utf8'))
  for (let turn = 0; turn < 500 && isRunning(id); turn += 1) await sleep(10)
  return !isRunning(id)
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

describe('running a program', () => {
  test('gives what it wrote and its exit code', async () => {
    await expect(shell('cat; echo warning >&2; exit 3')).resolves.toEqual({
      exitCode: 3,
      stdout: 'input',
      stderr: 'warning\n',
    })
  })

  test('ends one that takes longer than the limit, and no other at the same time', async () => {
    const file = join(directory(), 'id')
    const other = shell('sleep 2; cat')
    const slow = shell(`echo $$ > ${file}; exec sleep 20`, { ...generous, milliseconds: 1000 })
    await expect(slow).rejects.toThrow('no answer within 1 s')
    await expect(isEnded(file)).resolves.toBe(true)
    await expect(other).resolves.toMatchObject({ exitCode: 0, stdout: 'input' })
  })

  test.each(['exec yes', 'exec yes >&2'])('ends one that writes too much: %s', async (endless) => {
    const file = join(directory(), 'id')
    const run = shell(`echo $$ > ${file}; ${endless}`, { ...generous, outputBytes: 1000 })
    await expect(run).rejects.toThrow('more than 1000 bytes of output')
    await expect(isEnded(file)).resolves.toBe(true)
  })

  test('goes on where it does not read its input', async () => {
    const large = 'x'.repeat(1 << 20)
    await expect(shell('exec <&-; echo done', generous, large)).resolves.toMatchObject({
      exitCode: 0,
      stdout: 'done\n',
    })
  })

  test('fails where it cannot be started', async () => {
    await expect(runProgram(join(directory(), 'none'), [], '', {})).rejects.toThrow('none')
  })
})
