import { expect, test } from '@jest/globals'
import { otherwiseCreated } from '../../../src/attach/otherwise-created.ts'

const NOW = new Date('2026-11-25T01:02:03.987Z')

test.each([
  [undefined, '2026-11-25T01:02:03Z'],
  ['', '2026-11-25T01:02:03Z'],
  ['0', '1970-01-01T00:00:00Z'],
  ['1767323045', '2026-01-02T03:04:05Z'],
  ['253402300799', '9999-12-31T23:59:59Z'],
])('with SOURCE_DATE_EPOCH %j it is %s', (epoch, expected) => {
  const env = epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch }
  expect(otherwiseCreated(env, NOW)).toBe(expected)
})

test.each([
  'now',
  '-1',
  '1.5',
  '1e9',
  '0x10',
  ' 1',
  '253402300800',
  '999999999999',
  '9'.repeat(30),
])('SOURCE_DATE_EPOCH %j is refused', (epoch) => {
  expect(() => otherwiseCreated({ SOURCE_DATE_EPOCH: epoch }, NOW)).toThrow(
    expect.objectContaining({ name: 'InputError', input: 'created' }),
  )
})
