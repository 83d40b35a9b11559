import { type DocumentReader, listed } from './reader.ts'
import { toUtcSeconds } from './timestamp.ts'
import { untilSyntaxError } from './until-syntax-error.ts'
import { elementOf, type XmlElement } from './xml-element.ts'
import { createXmlTags, type XmlListener, XmlSyntaxError } from './xml-tags.ts'

/** CycloneDX 1.0 to 1.x (https://cyclonedx.org/docs/1.6/xml/). */
const NAMESPACE = /^http:\/\/cyclonedx\.org\/schema\/bom\/1\.\d+$/

const TIMESTAMP = ['bom', 'metadata', 'timestamp']
const COMPONENT = ['bom', 'components', 'component']
/** Deeper elements are only counted. */
const WATCHED_LEVELS = 3

const MAX_TIMESTAMP_LENGTH = 100

/** Only white space stands outside the root. Or a byte order mark (seen as Latin-1), which a chunk may cut. */
const NOTHING = /^[\s\u00ef\u00bb\u00bf]*$/

/** Returns a reader of CycloneDX as XML. */
export function createCyclonedxXmlReader(): DocumentReader {
  const outline = createOutline()
  const tags = createXmlTags(outline)
  return untilSyntaxError(
    {
      write: (chunk) => tags.write(chunk),
      end() {
        tags.end()
        if (!outline.isComplete()) return undefined
        const created = toUtcSeconds(outline.timestamp().trim())
        return {
          kind: 'cyclonedx-xml',
          components: listed(outline.hasComponents()),
          ...(created !== undefined && { created }),
        }
      },
    },
    XmlSyntaxError,
  )
}

interface Outline extends XmlListener {
  isComplete(): boolean
  timestamp(): string
  hasComponents(): boolean
}

/** The two paths that matter. Throws {@link XmlSyntaxError} as soon as the document is another. */
function createOutline(): Outline {
  let open: XmlElement[] = []
  let depth = 0
  let isComplete = false
  let timestamp = ''
  let hasComponents = false

  function isAt(path: readonly string[]): boolean {
    return (
      depth === path.length &&
      open.every(({ name, namespace }, level) => name === path[level] && NAMESPACE.test(namespace))
    )
  }

  return {
    isComplete: () => isComplete,
    timestamp: () => timestamp,
    hasComponents: () => hasComponents,
    startTag(bytes, start, end) {
      if (isComplete) throw new XmlSyntaxError('a second root')
      depth++
      if (depth > WATCHED_LEVELS) return
      open = [...open, elementOf(bytes.toString('utf8', start, end), open.at(-1))]
      if (depth === 1 && !isAt(['bom'])) throw new XmlSyntaxError('another root')
      hasComponents ||= isAt(COMPONENT)
    },
    endTag() {
      depth--
      if (depth < 0) throw new XmlSyntaxError('an end without a start')
      if (depth < WATCHED_LEVELS) open = open.slice(0, depth)
      isComplete = depth === 0
    },
    text(bytes, start, end) {
      if (depth === 0 && !NOTHING.test(bytes.toString('latin1', start, end))) {
        throw new XmlSyntaxError('text outside the root')
      }
      if (isAt(TIMESTAMP)) {
        const piece = bytes.toString('latin1', start, Math.min(end, start + MAX_TIMESTAMP_LENGTH))
        timestamp = (timestamp + piece).slice(0, MAX_TIMESTAMP_LENGTH)
      }
    },
  }
}
