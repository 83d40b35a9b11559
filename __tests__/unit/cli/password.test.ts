import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { readPassword } from '../../../src/cli/password.ts'

const read = (...chunks: readonly string[]) =>
  readPassword(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))

describe('the password on standard input', () => {
  test.each([
    [['secret'], 'secret'],
    [['sec', 'ret\n'], 'secret'],
    [['secret\r\n'], 'secret'],
    [[' two\nlines \n\n'], ' two\nlines \n'],
  ])('of %j is %j', async (chunks, expected) => {
    expect(await read(...chunks)).toBe(expected)
  })

  test.each([
    [[], 'standard input is empty'],
    [['\n'], 'standard input is empty'],
    [['x'.repeat(40_000), 'x'.repeat(40_000)], 'holds more than a password'],
  ])('that is none is an error (%#)', async (chunks, message) => {
    await expect(read(...chunks)).rejects.toThrow(
      expect.objectContaining({ input: 'password', message: expect.stringContaining(message) }),
    )
  })
})
