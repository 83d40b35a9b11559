import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  IS_SPACE,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './bytes.ts'
import type { JsonLimits } from './limits.ts'
import type { JsonListener } from './listener.ts'
import { LiteralToken } from './literal-token.ts'
import { createNesting, type Nesting } from './nesting.ts'
import { NumberToken } from './number-token.ts'
import { StringToken } from './string-token.ts'
import { JsonSyntaxError } from './syntax-error.ts'
import type { Fail, Token } from './token.ts'
import { createTokenText } from './token-text.ts'
import { createUtf8Checker } from './utf8.ts'

export interface JsonScanner {
  /** Takes the next bytes, cut anywhere; they may be reused afterwards. Throws {@link JsonSyntaxError}, then it is spent. */
  write(chunk: Uint8Array): void
  /** Throws {@link JsonSyntaxError} unless what was written is one complete JSON text. */
  end(): void
}

export interface CountingJsonScanner extends JsonScanner {
  /** Objects, arrays and scalars so far, on all levels together. */
  readonly values: number
}

/**
 * Returns a scanner that reads a JSON text (RFC 8259, in UTF-8, with or without a byte order mark) once, chunk by chunk,
 * and tells `root` of its outermost value. It takes exactly what `JSON.parse` takes, up to `limits`.
 */
export function createJsonScanner(
  root: JsonListener | undefined,
  limits: JsonLimits,
): CountingJsonScanner {
  return new Scanner(root, limits)
}

const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf)

/** What may come next: any of these, as a set of bits. */
const A_VALUE = 1
const A_KEY = 2
const A_COLON = 4
const A_COMMA = 8
const AN_OBJECT_END = 16
const AN_ARRAY_END = 32
const NOTHING = 0

class Scanner implements CountingJsonScanner {
  readonly #nesting: Nesting
  readonly #maxValues: number
  readonly #utf8 = createUtf8Checker()
  readonly #string: StringToken
  readonly #number: NumberToken
  readonly #literal: LiteralToken
  readonly #fail: Fail = (reason, at) => {
    throw new JsonSyntaxError(reason, this.#offset + at)
  }
  #offset = 0
  #values = 0
  #markMatched = 0
  #next = A_VALUE
  /** What a chunk ended in the midst of. */
  #unfinished: Token | undefined

  constructor(root: JsonListener | undefined, limits: JsonLimits) {
    const text = createTokenText(limits.maxTextBytes)
    this.#nesting = createNesting(root, limits)
    this.#maxValues = limits.maxValues ?? Number.POSITIVE_INFINITY
    if (limits.byteOrderMark === 'reject') this.#markMatched = BYTE_ORDER_MARK.length
    this.#string = new StringToken(text, this.#fail)
    this.#number = new NumberToken(text, this.#fail)
    this.#literal = new LiteralToken(this.#fail)
  }

  write(chunk: Uint8Array): void {
    const invalid = this.#utf8.firstInvalid(chunk)
    if (invalid !== undefined) this.#fail('invalid UTF-8', invalid)
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let at = this.#skipByteOrderMark(bytes)
    if (this.#unfinished !== undefined) at = this.#token(this.#unfinished, bytes, at)
    while (at < bytes.length) at = this.#structure(bytes, at)
    this.#offset += bytes.length
  }

  end(): void {
    if (this.#unfinished === this.#number) {
      this.#number.end(Buffer.alloc(0), 0, 0)
      this.#endToken(this.#number, 0)
    }
    const isComplete = this.#unfinished === undefined && this.#next === NOTHING
    if (!isComplete || !this.#utf8.isComplete()) this.#fail('unexpected end', 0)
  }

  get values(): number {
    return this.#values
  }

  #skipByteOrderMark(bytes: Buffer): number {
    let at = 0
    while (at < bytes.length && this.#markMatched < BYTE_ORDER_MARK.length) {
      if (bytes[at] === BYTE_ORDER_MARK[this.#markMatched]) {
        this.#markMatched++
        at++
      } else {
        if (this.#markMatched > 0) this.#fail('unexpected character', at)
        this.#markMatched = BYTE_ORDER_MARK.length
      }
    }
    return at
  }

  /** Takes white space, then one byte of structure or one token. */
  #structure(bytes: Buffer, start: number): number {
    let at = start
    while (IS_SPACE[bytes[at] ?? 0] === 1) at++
    if (at === bytes.length) return at
    switch (bytes[at]) {
      case QUOTE:
        return this.#beginString(bytes, at)
      case COLON:
        this.#require(A_COLON, at)
        this.#next = A_VALUE
        return at + 1
      case COMMA:
        this.#require(A_COMMA, at)
        this.#next = this.#nesting.inArray() ? A_VALUE : A_KEY
        return at + 1
      case OPEN_OBJECT:
        return this.#open('object', A_KEY | AN_OBJECT_END, at)
      case OPEN_ARRAY:
        return this.#open('array', A_VALUE | AN_ARRAY_END, at)
      case CLOSE_OBJECT:
        return this.#close(AN_OBJECT_END, at)
      case CLOSE_ARRAY:
        return this.#close(AN_ARRAY_END, at)
      default:
        return this.#beginNumberOrLiteral(bytes, at)
    }
  }

  #require(what: number, at: number): void {
    if ((this.#next & what) === 0) this.#fail('unexpected character', at)
  }

  #requireValue(at: number): void {
    this.#require(A_VALUE, at)
    this.#values += 1
    if (this.#values > this.#maxValues) this.#fail(`more than ${this.#maxValues} values`, at)
  }

  #open(type: 'object' | 'array', next: number, at: number): number {
    this.#requireValue(at)
    const problem = this.#nesting.open(type)
    if (problem !== undefined) this.#fail(problem, at)
    this.#next = next
    return at + 1
  }

  #close(end: number, at: number): number {
    this.#require(end, at)
    this.#nesting.close()
    this.#afterValue()
    return at + 1
  }

  #afterValue(): void {
    if (this.#nesting.isOutermost()) this.#next = NOTHING
    else this.#next = A_COMMA | (this.#nesting.inArray() ? AN_ARRAY_END : AN_OBJECT_END)
  }

  #beginString(bytes: Buffer, at: number): number {
    if ((this.#next & A_KEY) !== 0) {
      this.#string.begin(this.#nesting.wantsKeys())
    } else {
      this.#requireValue(at)
      this.#string.begin(this.#nesting.startValue(), this.#nesting.passing())
    }
    return this.#token(this.#string, bytes, at + 1)
  }

  #beginNumberOrLiteral(bytes: Buffer, at: number): number {
    this.#requireValue(at)
    const wanted = this.#nesting.startValue()
    if (this.#literal.begin(bytes[at])) return this.#token(this.#literal, bytes, at)
    this.#number.begin(wanted)
    return this.#token(this.#number, bytes, at)
  }

  #token(token: Token, bytes: Buffer, start: number): number {
    const at = token.scan(bytes, start)
    if (token.complete) this.#endToken(token, at)
    else this.#unfinished = token
    return at
  }

  #endToken(token: Token, at: number): void {
    this.#unfinished = undefined
    if ((this.#next & A_KEY) === 0) {
      this.#nesting.scalar(token)
      this.#afterValue()
      return
    }
    const problem = this.#nesting.key(this.#string.text)
    if (problem !== undefined) this.#fail(problem, at)
    this.#next = A_COLON
  }
}
