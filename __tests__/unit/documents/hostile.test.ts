import { describe, expect, test } from '@jest/globals'
import { createDocumentDetector, type DetectedDocument } from '../../../src/documents/detector.ts'
import { JSON_FORMATS } from '../../../src/documents/formats.ts'
import { listenAt } from '../../../src/documents/json-paths.ts'
import { latest, some, text } from '../../../src/documents/wants.ts'
import { createJsonScanner } from '../../../src/json/scan.ts'
import { detect } from '../../support/detect.ts'

const MANY = 30_000

/** Feeds the parts of a document one after the other; no more of it exists than a part. */
function detectParts(parts: Iterable<string>): DetectedDocument | undefined {
  const detector = createDocumentDetector()
  for (const part of parts) detector.write(Buffer.from(part))
  return detector.end()
}

function* repeated(
  before: string,
  part: (index: number) => string,
  after: string,
): Generator<string> {
  yield before
  for (let index = 0; index < MANY; index++) yield part(index)
  yield after
}

describe('a document made to exhaust memory', () => {
  test.each([
    [
      'members of the root',
      '{',
      (index: number) => `"k${index}":${index},`,
      '"bomFormat":"CycloneDX"}',
    ],
    [
      'members on the way',
      '{"metadata":{',
      (index: number) => `"k${index}":[],`,
      '"a":0},"bomFormat":"CycloneDX"}',
    ],
    ['components', '{"bomFormat":"CycloneDX","components":[', () => '{"a":"b"},', '{}]}'],
    ['a string', '{"bomFormat":"CycloneDX","a":"', () => '0123456789', '"}'],
    ['a key', '{"bomFormat":"CycloneDX","', () => '0123456789', '":0}'],
    ['a number', '{"bomFormat":"CycloneDX","a":', () => '1234567890', '}'],
    ['white space', '{"bomFormat":', () => ' \n', '"CycloneDX"}'],
  ])('is told for what it is: JSON with a lot of %s', (_, before, part, after) => {
    expect(detectParts(repeated(before, part, after))?.kind).toBe('cyclonedx-json')
  })

  test.each([
    ['elements', () => '<component/>'],
    ['text', () => 'text '],
    ['a comment', () => '<!-- -->'],
  ])('is told for what it is: XML with a lot of %s', (_, part) => {
    const root = '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>'
    const found = detectParts(repeated(root, part, '</components></bom>'))
    expect(found?.kind).toBe('cyclonedx-xml')
  })

  test('is told for what it is: tag-value text with a lot of lines', () => {
    const found = detectParts(repeated('SPDXVersion: SPDX-2.3\n', () => 'Creator: Tool: x\n', ''))
    expect(found?.kind).toBe('spdx-tag-value')
  })

  test('is nothing when it nests deeper than tools that read it go', () => {
    const nested = (levels: number) =>
      `{"bomFormat":"CycloneDX","a":${'['.repeat(levels)}${']'.repeat(levels)}}`
    expect(detect(nested(999))?.kind).toBe('cyclonedx-json')
    expect(detect(nested(1000))).toBeUndefined()
  })

  test('only members that a format asks for are listened to', () => {
    const gatherings = JSON_FORMATS.flatMap((format) => [
      ...format.signs.flatMap((sign) => sign.watch().gatherings),
      ...(format.components?.watch().gatherings ?? []),
    ])
    const root = listenAt(gatherings, () => {})
    expect(root.element).toBeUndefined()
    expect(root.member?.('bomFormat')).toBeDefined()
    expect(root.member?.('anything else')).toBeUndefined()
    const component = root.member?.('components')?.element?.()
    expect(component).toBeDefined()
    expect(component?.member).toBeUndefined()
  })

  test('of any number of values at a path one is kept', () => {
    const watches = [text('a[]').watch(), latest('a[]').watch()] as const
    const found = some(['a[]'], (value) => value.type === 'null').watch()
    const gatherings = [...watches, found].flatMap((watch) => watch.gatherings)
    const scanner = createJsonScanner(
      listenAt(gatherings, () => {}),
      { maxDepth: 10, maxTextBytes: 100, duplicateKeys: 'allow' },
    )
    for (const part of repeated(
      '{"a":[',
      (index) => `"2025-01-01T00:00:${index % 60}Z",`,
      'null]}',
    )) {
      scanner.write(Buffer.from(part))
    }
    scanner.end()
    expect(watches.map((watch) => watch.result())).toEqual([
      '2025-01-01T00:00:59Z',
      '2025-01-01T00:00:59Z',
    ])
    expect(found.result()).toBe(true)
  })
})
