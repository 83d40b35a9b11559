import { createLineReader } from './lines.ts'
import { type DocumentReader, listed } from './reader.ts'
import { toUtcSeconds } from './timestamp.ts'

const TAG_VALUE = /^([A-Za-z]+):\s*(.*)$/
const BYTE_ORDER_MARK = '\ufeff'
const TEXT_OPENS = '<text>'
const TEXT_CLOSES = '</text>'

/**
 * Returns a reader of SPDX 2.x as tag-value lines (https://spdx.github.io/spdx-spec/v2.3/, sections 6.1, 6.9, 7.1, 8.1):
 * `Tag: value`, comments behind `#`, values of several lines between `<text>` and `</text>`. The first tag is `SPDXVersion`.
 * Tags inside such a text, a licence say, are part of the text.
 */
export function createSpdxTagValueReader(): DocumentReader {
  let state: 'before' | 'tags' | 'text' | 'unknown' = 'before'
  let created: string | undefined
  let hasComponents = false

  function takeTag(line: string): void {
    const [, tag, value = ''] = TAG_VALUE.exec(line) ?? []
    if (tag === 'Created') created ??= toUtcSeconds(value.trim())
    if (tag === 'PackageName' || tag === 'FileName') hasComponents = true
    if (value.startsWith(TEXT_OPENS) && !value.includes(TEXT_CLOSES)) state = 'text'
  }

  function takeFirst(line: string): void {
    const content = line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line
    if (content.trim() === '' || content.startsWith('#')) return
    state = /^SPDXVersion:\s*SPDX-/.test(content) ? 'tags' : 'unknown'
  }

  function takeLine(line: string): void {
    if (state === 'before') takeFirst(line)
    else if (state === 'tags') takeTag(line)
    else if (state === 'text' && line.includes(TEXT_CLOSES)) state = 'tags'
  }

  const lines = createLineReader(takeLine, () => {
    state = 'unknown'
  })
  return {
    write(chunk) {
      if (state !== 'unknown') lines.write(chunk)
    },
    end() {
      lines.end()
      if (state !== 'tags') return undefined
      return {
        kind: 'spdx-tag-value',
        components: listed(hasComponents),
        ...(created !== undefined && { created }),
      }
    },
  }
}
