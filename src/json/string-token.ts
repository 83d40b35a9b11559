import { BACKSLASH, IS_ESCAPE, IS_HEX, IS_PLAIN, LETTER_U, QUOTE } from './bytes.ts'
import type { JsonValue } from './listener.ts'
import type { Fail, Token } from './token.ts'
import type { TokenText } from './token-text.ts'

const HEX_DIGITS_OF_ESCAPE = 4

/** A string or key (RFC 8259 section 7), from behind its opening quote. */
export class StringToken implements Token {
  complete = false
  /** The string, if it was wanted and short enough. */
  text: string | undefined
  readonly #kept: TokenText
  readonly #fail: Fail
  #passing: ((bytes: Uint8Array) => void) | undefined
  #due: 'text' | 'escape' | 'hex digit' = 'text'
  #hexDigits = 0

  constructor(kept: TokenText, fail: Fail) {
    this.#kept = kept
    this.#fail = fail
  }

  begin(wanted: boolean, passing?: (bytes: Uint8Array) => void): void {
    this.complete = false
    this.#passing = passing
    this.#kept.begin(wanted)
  }

  value(): JsonValue {
    return { type: 'string', ...(this.text !== undefined && { text: this.text }) }
  }

  scan(bytes: Buffer, start: number): number {
    let at = start
    while (at < bytes.length && !this.complete) {
      if (this.#due === 'text') at = this.#plain(bytes, at)
      else if (this.#due === 'escape') at = this.#escape(bytes, at)
      else at = this.#hexDigit(bytes, at)
    }
    return at
  }

  #plain(bytes: Buffer, start: number): number {
    let at = start
    while (IS_PLAIN[bytes[at] ?? 0] === 1) at++
    if (at === bytes.length) {
      this.#add(bytes, start, at)
      return at
    }
    if (bytes[at] === QUOTE) {
      this.#passing?.(bytes.subarray(start, at))
      this.text = this.#kept.finish(bytes, start, at)
      this.complete = true
      return at + 1
    }
    if (bytes[at] !== BACKSLASH) this.#fail('control character in a string', at)
    this.#add(bytes, start, at + 1)
    this.#kept.escaped()
    this.#due = 'escape'
    return at + 1
  }

  #escape(bytes: Buffer, at: number): number {
    const byte = bytes[at] ?? 0
    const isUnicode = byte === LETTER_U
    if (!isUnicode && IS_ESCAPE[byte] !== 1) this.#fail('unknown escape', at)
    this.#due = isUnicode ? 'hex digit' : 'text'
    this.#hexDigits = 0
    this.#add(bytes, at, at + 1)
    return at + 1
  }

  #hexDigit(bytes: Buffer, at: number): number {
    if (IS_HEX[bytes[at] ?? 0] !== 1) this.#fail('unknown escape', at)
    this.#hexDigits++
    if (this.#hexDigits === HEX_DIGITS_OF_ESCAPE) this.#due = 'text'
    this.#add(bytes, at, at + 1)
    return at + 1
  }

  #add(bytes: Buffer, start: number, end: number): void {
    this.#passing?.(bytes.subarray(start, end))
    this.#kept.add(bytes, start, end)
  }
}
