import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COMMA,
  IS_SPACE,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './bytes.ts'

/** A member of a JSON object. */
export interface MemberSlice {
  /** Without its escapes. */
  readonly key: string
  /** Key, colon and value as they are written. */
  readonly whole: Uint8Array
  /** The value as it is written. */
  readonly value: Uint8Array
}

/**
 * Returns the members of an object in their order, as they are written, for what has to be passed on
 * to the letter: parsing loses how numbers, strings and keys were written. They share the memory of
 * `object`, a whole JSON text that `createJsonScanner` takes and whose outermost value is an object.
 */
export function memberSlices(object: Uint8Array): readonly MemberSlice[] {
  const members: MemberSlice[] = []
  for (let at = inside(object); object[at] !== CLOSE_OBJECT; at = next(object, at)) {
    const keyEnd = stringEnd(object, at)
    const start = skipSpace(object, skipSpace(object, keyEnd) + 1)
    const end = valueEnd(object, start)
    const key: unknown = JSON.parse(textOf(object.subarray(at, keyEnd)))
    const [whole, value] = [object.subarray(at, end), object.subarray(start, end)]
    members.push({ key: String(key), whole, value })
    at = end
  }
  return members
}

/** Returns the elements of an array in their order, as `memberSlices` does the members of an object. */
export function elementSlices(array: Uint8Array): readonly Uint8Array[] {
  const elements: Uint8Array[] = []
  for (let at = inside(array); array[at] !== CLOSE_ARRAY; at = next(array, at)) {
    const end = valueEnd(array, at)
    elements.push(array.subarray(at, end))
    at = end
  }
  return elements
}

const BYTE_ORDER_MARK = 0xef
const BYTE_ORDER_MARK_LENGTH = 3

/** Behind the bracket that opens the outermost value, where the first thing in it starts. */
function inside(bytes: Uint8Array): number {
  const start = bytes[0] === BYTE_ORDER_MARK ? BYTE_ORDER_MARK_LENGTH : 0
  return skipSpace(bytes, skipSpace(bytes, start) + 1)
}

/** Behind the comma, if there is one, where the next thing starts. */
function next(bytes: Uint8Array, end: number): number {
  const at = skipSpace(bytes, end)
  return bytes[at] === COMMA ? skipSpace(bytes, at + 1) : at
}

function skipSpace(bytes: Uint8Array, start: number): number {
  let at = start
  while (IS_SPACE[bytes[at] ?? 0] === 1) at++
  return at
}

function valueEnd(bytes: Uint8Array, start: number): number {
  switch (bytes[start]) {
    case QUOTE:
      return stringEnd(bytes, start)
    case OPEN_OBJECT:
    case OPEN_ARRAY:
      return nestedEnd(bytes, start)
    default:
      return wordEnd(bytes, start)
  }
}

function stringEnd(bytes: Uint8Array, start: number): number {
  let at = start + 1
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1
  return at + 1
}

function nestedEnd(bytes: Uint8Array, start: number): number {
  let at = start
  let depth = 0
  do {
    const byte = bytes[at]
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth++
    if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) depth--
    at = byte === QUOTE ? stringEnd(bytes, at) : at + 1
  } while (depth > 0 && at < bytes.length)
  return at
}

/** A number, `true`, `false` or `null`. */
function wordEnd(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && !endsWord(bytes[at])) at++
  return at
}

function endsWord(byte = 0): boolean {
  return IS_SPACE[byte] === 1 || byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
