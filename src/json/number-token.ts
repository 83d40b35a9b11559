import type { JsonValue } from './listener.ts'
import type { Fail, Token } from './token.ts'
import type { TokenText } from './token-text.ts'

const START = 1
const AFTER_MINUS = 2
const ZERO = 3
const INTEGER = 4
const AFTER_POINT = 5
const FRACTION = 6
const AFTER_E = 7
const AFTER_SIGN = 8
const EXPONENT = 9
/** No number goes on with this byte. */
const ENDED = 0

const DIGITS = '0123456789'

/** The grammar of RFC 8259 section 6, as moves from state to state. */
const MOVES: readonly (readonly [from: number, bytes: string, to: number])[] = [
  [START, '-', AFTER_MINUS],
  [START, '0', ZERO],
  [START, '123456789', INTEGER],
  [AFTER_MINUS, '0', ZERO],
  [AFTER_MINUS, '123456789', INTEGER],
  [ZERO, '.', AFTER_POINT],
  [ZERO, 'eE', AFTER_E],
  [INTEGER, DIGITS, INTEGER],
  [INTEGER, '.', AFTER_POINT],
  [INTEGER, 'eE', AFTER_E],
  [AFTER_POINT, DIGITS, FRACTION],
  [FRACTION, DIGITS, FRACTION],
  [FRACTION, 'eE', AFTER_E],
  [AFTER_E, '+-', AFTER_SIGN],
  [AFTER_E, DIGITS, EXPONENT],
  [AFTER_SIGN, DIGITS, EXPONENT],
  [EXPONENT, DIGITS, EXPONENT],
]

const NEXT = new Uint8Array((EXPONENT + 1) * 256)
for (const [from, bytes, to] of MOVES) {
  for (const byte of Buffer.from(bytes)) NEXT[from * 256 + byte] = to
}

const IS_NUMBER: ReadonlySet<number> = new Set([ZERO, INTEGER, FRACTION, EXPONENT])

/** A number, of any length. */
export class NumberToken implements Token {
  complete = false
  readonly #kept: TokenText
  readonly #fail: Fail
  #state = START
  #text: string | undefined

  constructor(kept: TokenText, fail: Fail) {
    this.#kept = kept
    this.#fail = fail
  }

  begin(wanted: boolean): void {
    this.complete = false
    this.#state = START
    this.#kept.begin(wanted)
  }

  value(): JsonValue {
    return { type: 'number', ...(this.#text !== undefined && { text: this.#text }) }
  }

  scan(bytes: Buffer, start: number): number {
    let at = start
    while (at < bytes.length) {
      const next = NEXT[this.#state * 256 + (bytes[at] ?? 0)] ?? ENDED
      if (next === ENDED) {
        this.end(bytes, start, at)
        return at
      }
      this.#state = next
      at++
    }
    this.#kept.add(bytes, start, at)
    return at
  }

  /** Nothing follows `bytes[start, end)`: only what comes behind a number shows that it is complete. */
  end(bytes: Buffer, start: number, end: number): void {
    if (!IS_NUMBER.has(this.#state)) this.#fail('unexpected character', end)
    this.#text = this.#kept.finish(bytes, start, end)
    this.complete = true
  }
}
