import { describe, expect, test } from '@jest/globals'
import { detect } from '../../support/detect.ts'

const FIRST = 'SPDXVersion: SPDX-2.3'

function document(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

describe('SPDX tag-value', () => {
  test.each([
    ['the version alone', document(FIRST)],
    ['without a line break at the end', FIRST],
    ['no space behind the colon', 'SPDXVersion:SPDX-1.2'],
    ['comments and empty lines first', document('# written by hand', '', '  ', FIRST)],
    ['lines ended by carriage return and line feed', `\r\n${FIRST}\r\nCreator: Tool: x\r\n`],
  ])('is told with %s', (_, text) => {
    expect(detect(text)).toEqual({
      kind: 'spdx-tag-value',
      artifactType: 'text/spdx',
      mediaType: 'text/spdx',
      components: 'none',
    })
  })

  test.each([
    ['another tag comes first', document('DataLicense: CC0-1.0', FIRST)],
    ['text comes first', document('An example:', FIRST)],
    ['the version is none', document('SPDXVersion: 2.3')],
    ['it is YAML', document("spdxVersion: 'SPDX-2.3'")],
    ['a text does not end', document(FIRST, 'DocumentComment: <text>cut', 'PackageName: a')],
    ['a line is longer than any tool writes', document(FIRST, `Comment: ${'x'.repeat(2 ** 20)}`)],
    ['a line without end comes first', ' '.repeat(2 ** 20 + 1)],
  ])('is not told when %s', (_, text) => {
    expect(detect(text, [0.1, 0.2, 0.9])).toBeUndefined()
  })

  test.each([
    ['a package', 'some', document(FIRST, 'PackageName: busybox')],
    ['a file', 'some', document(FIRST, 'FileName: ./README.md')],
    [
      'a package inside a text of several lines',
      'none',
      document(FIRST, 'LicenseComment: <text>An example:', 'PackageName: a', 'end</text>'),
    ],
    [
      'a package behind such a text',
      'some',
      document(FIRST, 'LicenseComment: <text>An', 'example</text>', 'PackageName: a'),
    ],
    [
      'a package behind a text of one line',
      'some',
      document(FIRST, 'LicenseComment: <text>An example</text>', 'PackageName: a'),
    ],
    ['a comment about a package', 'none', document(FIRST, '# PackageName: busybox')],
  ])('%s counts as %s component', (_, components, text) => {
    expect(detect(text)?.components).toBe(components)
  })

  test.each([
    ['2025-03-14T09:26:53Z', document(FIRST, 'Created: 2025-03-14T10:26:53+01:00 ')],
    ['2025-03-14T09:26:53Z', document(FIRST, 'Created: 2025-03-14T09:26:53Z\r')],
    [undefined, document(FIRST, 'Created: yesterday')],
    [undefined, document(FIRST, 'Comment: <text>', 'Created: 2025-03-14T09:26:53Z', '</text>')],
  ])('was created %s', (created, text) => {
    expect(detect(text)?.created).toBe(created)
  })
})
