import type { JsonValue } from './listener.ts'
import type { Fail, Token } from './token.ts'

interface Literal {
  readonly word: string
  readonly value: JsonValue
}

const NULL: Literal = { word: 'null', value: { type: 'null' } }

const LITERALS: ReadonlyMap<number | undefined, Literal> = new Map(
  [
    NULL,
    { word: 'true', value: { type: 'boolean', value: true } } as const,
    { word: 'false', value: { type: 'boolean', value: false } } as const,
  ].map((literal) => [literal.word.charCodeAt(0), literal]),
)

/** `true`, `false` or `null`. */
export class LiteralToken implements Token {
  complete = false
  readonly #fail: Fail
  #literal = NULL
  #matched = 0

  constructor(fail: Fail) {
    this.#fail = fail
  }

  /** Returns whether a literal starts with this byte. */
  begin(byte: number | undefined): boolean {
    const literal = LITERALS.get(byte)
    if (literal === undefined) return false
    this.#literal = literal
    this.#matched = 0
    this.complete = false
    return true
  }

  value(): JsonValue {
    return this.#literal.value
  }

  scan(bytes: Buffer, start: number): number {
    const { word } = this.#literal
    let at = start
    while (at < bytes.length && this.#matched < word.length) {
      if (bytes[at] !== word.charCodeAt(this.#matched)) this.#fail('unexpected character', at)
      this.#matched++
      at++
    }
    this.complete = this.#matched === word.length
    return at
  }
}
