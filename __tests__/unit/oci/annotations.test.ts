import { describe, expect, test } from '@jest/globals'
import {
  type Annotations,
  CREATED,
  createdOf,
  newestFirst,
  OCI_ARTIFACT_CREATED,
  ORAS_ARTIFACT_CREATED,
} from '../../../src/oci/annotations.ts'

const created = (time: string): Annotations => ({ [CREATED]: time })

describe('the time of creation', () => {
  test('stands under the name of the manifest format', () => {
    expect(createdOf({ [ORAS_ARTIFACT_CREATED]: '3' })).toBe('3')
    expect(createdOf({ [ORAS_ARTIFACT_CREATED]: '3', [OCI_ARTIFACT_CREATED]: '2' })).toBe('2')
    expect(createdOf({ [OCI_ARTIFACT_CREATED]: '2', ...created('1') })).toBe('1')
    expect(createdOf({})).toBeUndefined()
    expect(createdOf(undefined)).toBeUndefined()
  })

  test.each([
    ['2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00Z'],
    ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00+02:00'],
    ['2026-01-01T00:00:00-01:00', '2026-01-01T00:00:00Z'],
    ['1970-01-01T00:00:00Z', 'never'],
    // Date.parse would take these, some of them by the time zone of the machine.
    ['1970-01-01T00:00:00Z', '5'],
    ['1970-01-01T00:00:00Z', '2026-01-01'],
    ['1970-01-01T00:00:00Z', '2026-01-01T00:00:00'],
    ['1970-01-01T00:00:00Z', 'Thu, 01 Jan 2026 00:00:00 GMT'],
  ])('%s is newer than %s', (newer, older) => {
    expect(newestFirst(created(newer), created(older))).toBeLessThan(0)
    expect(newestFirst(created(older), created(newer))).toBeGreaterThan(0)
    expect(newestFirst(created(newer), undefined)).toBeLessThan(0)
  })

  test.each([
    [created('2026-01-01T00:00:00Z'), { [ORAS_ARTIFACT_CREATED]: '2026-01-01T02:00:00+02:00' }],
    [created('nonsense'), undefined],
    [{}, undefined],
  ])('is the same of %j and %j', (a, b) => {
    expect(newestFirst(a, b)).toBe(0)
    expect(newestFirst(b, a)).toBe(0)
  })
})
