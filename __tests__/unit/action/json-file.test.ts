import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, test } from '@jest/globals'
import { writeJsonFile } from '../../../src/action/json-file.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()

test('a value is in a new file of the folder for temporary files', async () => {
  const value = [{ reference: 'a' }, '##[error]']
  const env = { RUNNER_TEMP: directory() }
  const paths = [
    await writeJsonFile('graph', value, env),
    await writeJsonFile('gate-report', value, env),
    await writeJsonFile('graph', value, env),
  ]
  expect(new Set(paths).size).toBe(3)
  expect(new Set(paths.map(dirname))).toEqual(new Set([directory()]))
  const [text = ''] = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  expect(text).not.toContain('##[')
  expect(JSON.parse(text)).toEqual(value)
})
