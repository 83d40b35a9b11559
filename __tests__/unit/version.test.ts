import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { VERSION } from '../../src/version.ts'

test('the version is that of the package', () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  expect(VERSION).toBe(JSON.parse(manifest).version)
})
