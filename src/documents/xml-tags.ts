/** A start tag with its attributes; longer ones are no tool's, and must not be kept whole. */
const MAX_TAG_BYTES = 64 * 1024

const LESS_THAN = 0x3c
const GREATER_THAN = 0x3e
const EXCLAMATION_MARK = 0x21
const QUOTE = 0x22
const APOSTROPHE = 0x27
const SLASH = 0x2f
const QUESTION_MARK = 0x3f

/** What is skipped whole: it holds no element. */
const SKIPPED: readonly { readonly opens: Buffer; readonly closes: Buffer }[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
].map(([opens = '', closes = '']) => ({ opens: Buffer.from(opens), closes: Buffer.from(closes) }))

const LONGEST_OPENING = Math.max(...SKIPPED.map(({ opens }) => opens.length))

/** What is not the XML that is read here. */
export class XmlSyntaxError extends Error {
  override readonly name = 'XmlSyntaxError'
}

/** Who is told of tags and of the text between them. An empty element is a start and an end. */
export interface XmlListener {
  /** `bytes[start, end)` is what stands between `<` and `>` or `/>`. */
  startTag(bytes: Buffer, start: number, end: number): void
  endTag(): void
  /** Text `bytes[start, end)` as written, in pieces; comments, CDATA sections and instructions left out. */
  text(bytes: Buffer, start: number, end: number): void
}

export interface XmlTags {
  /** Throws {@link XmlSyntaxError}, then it is spent. */
  write(chunk: Uint8Array): void
  /** Throws {@link XmlSyntaxError} when the text ends inside a tag, comment, section or instruction. */
  end(): void
}

/**
 * Returns a splitter of XML 1.0 in UTF-8 (or what else extends ASCII) into tags and text, chunk by chunk, in bounded memory.
 * It is written for telling documents apart: a root, a namespace and two paths don't need an XML parser. It expands no
 * entities and refuses document type declarations, so nothing a document declares can make it work harder.
 */
export function createXmlTags(listener: XmlListener): XmlTags {
  let pending = Buffer.alloc(0)
  let skippingTo: Buffer | undefined

  /** Takes one piece from `at` on; returns its end, or `at` when the piece isn't complete yet. */
  function step(bytes: Buffer, at: number): number {
    if (skippingTo !== undefined) return skip(bytes, at, skippingTo)
    if (bytes[at] !== LESS_THAN) return text(bytes, at)
    const second = bytes[at + 1]
    if (second === EXCLAMATION_MARK || second === QUESTION_MARK) return beginSkipping(bytes, at)
    return tag(bytes, at)
  }

  function beginSkipping(bytes: Buffer, at: number): number {
    const skipped = SKIPPED.find(({ opens }) => startsWith(bytes, at, opens))
    if (skipped !== undefined) {
      skippingTo = skipped.closes
      return at + skipped.opens.length
    }
    if (bytes.length - at < LONGEST_OPENING) return at
    throw new XmlSyntaxError('a declaration')
  }

  function skip(bytes: Buffer, at: number, closes: Buffer): number {
    const end = bytes.indexOf(closes, at)
    if (end === -1) return Math.max(at, bytes.length - closes.length + 1)
    skippingTo = undefined
    return end + closes.length
  }

  function text(bytes: Buffer, at: number): number {
    const next = bytes.indexOf(LESS_THAN, at)
    const end = next === -1 ? bytes.length : next
    if (end > at) listener.text(bytes, at, end)
    return end
  }

  function tag(bytes: Buffer, at: number): number {
    const end = tagEnd(bytes, at)
    const length = (end === -1 ? bytes.length : end) - at
    if (length > MAX_TAG_BYTES) throw new XmlSyntaxError('a tag that is too long')
    if (end === -1) return at
    const isEnd = bytes[at + 1] === SLASH
    const isEmptyElement = bytes[end - 1] === SLASH
    if (!isEnd) listener.startTag(bytes, at + 1, isEmptyElement ? end - 1 : end)
    if (isEnd || isEmptyElement) listener.endTag()
    return end + 1
  }

  return {
    write(chunk) {
      const bytes = Buffer.concat([pending, chunk])
      let at = 0
      let next = step(bytes, at)
      while (next > at) {
        at = next
        next = step(bytes, at)
      }
      pending = Buffer.from(bytes.subarray(at))
    },
    end() {
      if (pending.length > 0 || skippingTo !== undefined) throw new XmlSyntaxError('an early end')
    },
  }
}

function startsWith(bytes: Buffer, at: number, start: Buffer): boolean {
  return bytes.subarray(at, at + start.length).equals(start)
}

/** The offset of the `>` that ends the tag, -1 if it is still to come. One inside a quoted value doesn't count. */
function tagEnd(bytes: Buffer, start: number): number {
  let quote: number | undefined
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at]
    if (quote !== undefined) {
      if (byte === quote) quote = undefined
    } else if (byte === QUOTE || byte === APOSTROPHE) {
      quote = byte
    } else if (byte === GREATER_THAN) {
      return at
    } else if (byte === LESS_THAN) {
      throw new XmlSyntaxError('a tag inside a tag')
    }
  }
  return -1
}
