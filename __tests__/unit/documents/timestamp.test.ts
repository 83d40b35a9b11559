import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toUtcSeconds } from '../../../src/documents/timestamp.ts'

describe('toUtcSeconds', () => {
  test.each([
    ['2025-03-14T09:26:53Z', '2025-03-14T09:26:53Z'],
    ['2025-03-14t09:26:53z', '2025-03-14T09:26:53Z'],
    ['2025-03-14T09:26:53.999999999Z', '2025-03-14T09:26:53Z'],
    ['2025-03-14T09:26:53+01:30', '2025-03-14T07:56:53Z'],
    ['2024-12-31T20:00:00.5-05:00', '2025-01-01T01:00:00Z'],
    ['2025-01-01T00:00:00+23:59', '2024-12-31T00:01:00Z'],
    ['2025-03-14T09:26:53-00:00', '2025-03-14T09:26:53Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    ['1990-12-31T15:59:60-08:00', '1990-12-31T23:59:59Z'],
  ])('%s is %s', (text, expected) => {
    expect(toUtcSeconds(text)).toBe(expected)
  })

  test.each([
    '',
    '2025-03-14',
    '2025-03-14T09:26Z',
    '2025-03-14T09:26:53',
    '2025-03-14 09:26:53Z',
    ' 2025-03-14T09:26:53Z',
    '2025-03-14T09:26:53Z\n',
    '2025-03-14T09:26:53.Z',
    '2025-03-14T09:26:53,5Z',
    '2025-03-14T09:26:53+0100',
    '2025-03-14T09:26:53+24:00',
    '2025-03-14T09:26:53+01:60',
    '2025-02-29T00:00:00Z',
    '2025-04-31T00:00:00Z',
    '2025-13-01T00:00:00Z',
    '2025-00-01T00:00:00Z',
    '2025-01-00T00:00:00Z',
    '2025-03-14T24:00:00Z',
    '2025-03-14T09:60:00Z',
    '2025-03-14T09:26:61Z',
    '2025-03-14T09:26:60Z',
    '+12025-03-14T09:26:53Z',
    '0000-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    '1741944413',
    'yesterday',
  ])('%j is no time', (text) => {
    expect(toUtcSeconds(text)).toBeUndefined()
  })

  test('keeps the instant, whatever offset it is written with', () => {
    const anyTime = fc.date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(anyTime, fc.integer({ min: -1439, max: 1439 }), (time, offset) => {
        const local = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, -1)
        const minutes = Math.abs(offset)
        const hh = String(Math.floor(minutes / 60)).padStart(2, '0')
        const mm = String(minutes % 60).padStart(2, '0')
        const text = `${local}${offset < 0 ? '-' : '+'}${hh}:${mm}`
        expect(toUtcSeconds(text)).toBe(`${time.toISOString().slice(0, 19)}Z`)
      }),
    )
  })
})
