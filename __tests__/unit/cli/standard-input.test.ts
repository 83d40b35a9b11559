import { Readable } from 'node:stream'
import { expect, test } from '@jest/globals'
import { readAtMost } from '../../../src/cli/standard-input.ts'

const chunks = () => Readable.from([Buffer.from('ab'), Buffer.from('cd')])

test('a stream is read whole up to the limit, and no further', async () => {
  expect((await readAtMost(chunks(), 4))?.toString()).toBe('abcd')
  expect(await readAtMost(chunks(), 3)).toBeUndefined()
})

test('an empty stream is read, as nothing', async () => {
  expect((await readAtMost(Readable.from([]), 4))?.length).toBe(0)
})
