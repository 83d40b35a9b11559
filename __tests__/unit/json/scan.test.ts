import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { JsonLimits } from '../../../src/json/limits.ts'
import type { JsonListener, JsonValue } from '../../../src/json/listener.ts'
import { createJsonScanner } from '../../../src/json/scan.ts'
import { JsonSyntaxError } from '../../../src/json/syntax-error.ts'
import { anyCuts, chunksOf } from '../../support/chunks.ts'

const LIMITS: JsonLimits = { maxDepth: 1000, maxTextBytes: 4096, duplicateKeys: 'allow' }

function scan(
  bytes: Uint8Array,
  listener?: JsonListener,
  limits: Partial<JsonLimits> = {},
  cuts: readonly number[] = [],
): void {
  const scanner = createJsonScanner(listener, { ...LIMITS, ...limits })
  for (const chunk of chunksOf(bytes, cuts)) scanner.write(chunk)
  scanner.end()
}

/** Whether the scan takes the text; an error that is no JsonSyntaxError is a failure of the test. */
function isAccepted(...parameters: Parameters<typeof scan>): boolean {
  try {
    scan(...parameters)
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(JsonSyntaxError)
    return false
  }
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}

function isParsed(bytes: Uint8Array): boolean {
  try {
    parse(bytes)
    return true
  } catch {
    return false
  }
}

/** Builds the value that it is told of, as `JSON.parse` does. */
function builder(): { readonly listener: JsonListener; build(): unknown } {
  let seen: JsonValue = { type: 'null' }
  const elements: ReturnType<typeof builder>[] = []
  const members = new Map<string, ReturnType<typeof builder>>()
  const listener: JsonListener = {
    seen(value) {
      seen = value
    },
    member(key) {
      const child = builder()
      members.set(key, child)
      return child.listener
    },
    element() {
      const child = builder()
      elements.push(child)
      return child.listener
    },
  }
  return {
    listener,
    build() {
      if (seen.type === 'object') {
        return Object.fromEntries([...members].map(([key, child]) => [key, child.build()]))
      }
      if (seen.type === 'array') return elements.map((child) => child.build())
      if (seen.type === 'number') return Number(seen.text)
      if (seen.type === 'string') return seen.text
      return seen.type === 'boolean' ? seen.value : null
    },
  }
}

const anyJson = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.json({ maxDepth: 2, stringUnit: 'binary' }),
  fc.jsonValue().map((value) => JSON.stringify(value, null, 2)),
)

const anyMutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 2 }),
  inserted: fc.oneof(
    fc.string({
      unit: fc.constantFrom(...'{}[]:,"\\/bfnrtu019.-+eE \t\n\r\u0001é😀'),
      maxLength: 2,
    }),
    fc.constantFrom('true', 'nul', '\\u00e9', '\\ud800', '1e5', '-0', '01', '1.', '\ufeff'),
  ),
})

function mutate(
  text: string,
  { at, removed, inserted }: typeof anyMutation extends fc.Arbitrary<infer T> ? T : never,
): string {
  const start = Math.floor(at * text.length)
  return text.slice(0, start) + inserted + text.slice(start + removed)
}

describe('scanning JSON', () => {
  test('tells of every value as JSON.parse reads it, wherever the chunks are cut', () => {
    fc.assert(
      fc.property(anyJson, anyCuts, (text, cuts) => {
        const bytes = new TextEncoder().encode(text)
        const { listener, build } = builder()
        scan(bytes, listener, {}, cuts)
        expect(build()).toEqual(parse(bytes))
      }),
    )
  })

  test('accepts exactly what JSON.parse accepts, wherever the chunks are cut', () => {
    const anyText = fc.oneof(
      fc
        .tuple(anyJson, fc.array(anyMutation, { maxLength: 3 }))
        .map(([text, mutations]) => mutations.reduce(mutate, text)),
      fc.string({ unit: fc.constantFrom(...'{}[]:,"\\u0019.-+eE '), maxLength: 8 }),
    )
    fc.assert(
      fc.property(anyText, anyCuts, (text, cuts) => {
        const bytes = new TextEncoder().encode(text)
        expect(isAccepted(bytes, undefined, {}, cuts)).toBe(isParsed(bytes))
      }),
      { numRuns: 2000 },
    )
  })

  test('accepts exactly the bytes that are UTF-8, wherever the chunks are cut', () => {
    const anyBytes = fc.array(
      fc.constantFrom(0x22, 0x41, 0x7f, 0x80, 0xa0, 0xbf, 0xc0, 0xc3, 0xe2, 0xed, 0xf0, 0xf4, 0xff),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(anyBytes, anyCuts, (inside, cuts) => {
        const bytes = Uint8Array.of(0x22, ...inside, 0x22)
        expect(isAccepted(bytes, undefined, {}, cuts)).toBe(isParsed(bytes))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['{"a":1,}', 'unexpected character at byte 7'],
    ['[1 2]', 'unexpected character at byte 3'],
    ['"a\u0000"', 'control character in a string at byte 2'],
    ['"\\x"', 'unknown escape at byte 2'],
    ['"\\u12g4"', 'unknown escape at byte 5'],
    ['01', 'unexpected character at byte 1'],
    ['1.', 'unexpected character at byte 2'],
    ['nulL', 'unexpected character at byte 3'],
    ['{"a":', 'unexpected end at byte 5'],
    ['', 'unexpected end at byte 0'],
    ['{} {}', 'unexpected character at byte 3'],
  ])('says where %j is wrong, wherever it is cut', (text, message) => {
    fc.assert(
      fc.property(anyCuts, (cuts) => {
        const bytes = new TextEncoder().encode(text)
        expect(() => scan(bytes, undefined, {}, cuts)).toThrow(
          new JsonSyntaxError(...split(message)),
        )
      }),
      { numRuns: 20 },
    )
  })

  test.each([[[]], [[0.25]], [[0.5]]])('says where bytes are no UTF-8, cut at %j', (cuts) => {
    const bytes = Buffer.concat([Buffer.from('"é'), Buffer.of(0xe2, 0x82, 0x22)])
    expect(() => scan(bytes, undefined, {}, cuts)).toThrow('invalid UTF-8 at byte 3')
  })

  test('skips one byte order mark, and no part of one', () => {
    expect(() => scan(Buffer.from('\ufeff{}'), undefined, {}, [0.2, 0.5])).not.toThrow()
    expect(() => scan(Buffer.from('\ufeff\ufeff{}'))).toThrow(JsonSyntaxError)
    expect(() => scan(Buffer.from('\uffff{}'))).toThrow('unexpected character')
  })

  test.each([[[]], [[0.2, 0.5]]])('refuses it where it is to, cut at %j', (cuts) => {
    const limits = { byteOrderMark: 'reject' } as const
    expect(() => scan(Buffer.from('\ufeff{}'), undefined, limits, cuts)).toThrow(
      'unexpected character at byte 0',
    )
    expect(() => scan(Buffer.from('{"\ufeff":1}'), undefined, limits, cuts)).not.toThrow()
  })
})

function split(message: string): [string, number] {
  const [reason = '', offset] = message.split(' at byte ')
  return [reason, Number(offset)]
}

describe('the limits of a scan', () => {
  test.each([
    ['[[[]]]', 3, true],
    ['[[[[]]]]', 3, false],
    ['[[],[[]],{"a":{}}]', 3, true],
    ['{"a":{"b":{"c":{}}}}', 3, false],
  ])('%s within %d levels: %s', (text, maxDepth, accepted) => {
    expect(isAccepted(Buffer.from(text), undefined, { maxDepth })).toBe(accepted)
  })

  test('a text of the longest length is given; one byte more is left out, but still checked', () => {
    const seen: JsonValue[] = []
    const listener: JsonListener = {
      seen: () => {},
      element: () => ({ seen: (value) => seen.push(value) }),
    }
    fc.assert(
      fc.property(anyCuts, (cuts) => {
        seen.length = 0
        scan(
          Buffer.from('["abc","abcd",123,1234,"\\n1","\\n\\n"]'),
          listener,
          { maxTextBytes: 3 },
          cuts,
        )
        expect(seen).toEqual([
          { type: 'string', text: 'abc' },
          { type: 'string' },
          { type: 'number', text: '123' },
          { type: 'number' },
          { type: 'string', text: '\n1' },
          { type: 'string' },
        ])
      }),
      { numRuns: 50 },
    )
    expect(() => scan(Buffer.from('["abcd\n"]'), listener, { maxTextBytes: 3 })).toThrow(
      'control character',
    )
  })

  test('a string that is too long passes by, as it is written, wherever the chunks are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), anyCuts, (text, cuts) => {
        const written = JSON.stringify(text)
        const pieces: Buffer[] = []
        const listener: JsonListener = {
          seen: () => {},
          member: (key) =>
            key === 'a'
              ? { seen: () => {}, passing: (bytes) => pieces.push(Buffer.from(bytes)) }
              : undefined,
        }
        const bytes = Buffer.from(`{"b":"other","a":${written},"c":["other"]}`)
        scan(bytes, listener, { maxTextBytes: 3 }, cuts)
        expect(Buffer.concat(pieces).toString()).toBe(written.slice(1, -1))
      }),
    )
  })

  test('a key that is too long has no listener', () => {
    const keys: string[] = []
    const listener: JsonListener = {
      seen: () => {},
      member(key) {
        keys.push(key)
        return undefined
      },
    }
    scan(Buffer.from('{"abc":1,"abcd":2}'), listener, { maxTextBytes: 3 })
    expect(keys).toEqual(['abc'])
  })
})

describe('duplicate keys', () => {
  test.each([
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', undefined],
    ['{"a":1,"b":2,"a":3}', 'duplicate key "a" at byte 16'],
    ['{"a":1,"\\u0061":3}', 'duplicate key "a"'],
    ['[{"b":{"x":{},"x":0}}]', 'duplicate key "x"'],
    ['{"__proto__":1,"__proto__":2}', 'duplicate key "__proto__"'],
    ['{"abcdefghij":1}', 'key of more than 9 bytes'],
  ])('%s', (text, problem) => {
    const reject = () =>
      scan(Buffer.from(text), undefined, { duplicateKeys: 'reject', maxTextBytes: 9 })
    if (problem === undefined) expect(reject).not.toThrow()
    else expect(reject).toThrow(problem)
    expect(() => scan(Buffer.from(text))).not.toThrow()
  })
})
