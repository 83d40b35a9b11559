import { BLANKS } from './blanks.ts'

/** A text as somebody reads it who decodes it in some way. */
export interface Reading {
  readonly text: string
  /** Returns where what stands at an index of it begins in what was read. */
  placeOf(index: number): number
}

/** What parts of a text mean in some encoding, in which none is shorter than its meaning. */
interface Encoding {
  readonly encoded: RegExp
  meaningOf(part: string, ...groups: (string | undefined)[]): string
}

/** What an encoding began before the text was cut, up to the ellipsis, means nothing. */
const NOTHING = ''

const controls: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** JSON (RFC 8259, section 7) of any writer, and what messages escape (`plain`). */
const backslashes: Encoding = {
  encoded: /\\(?:u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|(?:u\{?[0-9a-f]{0,6})?(?=…)|([^u…]))/giu,
  meaningOf: (part, units, point, letter) => {
    const digits = units ?? point
    if (digits !== undefined) return characterOf(Number.parseInt(digits, 16)) ?? part
    return letter === undefined ? NOTHING : (controls[letter] ?? letter)
  },
}

const bytes =
  '%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-4](?:%[89ab][0-9a-f]){3}'
const cutBytes = '%[c-f][0-9a-f](?:%[89ab][0-9a-f]){0,2}(?:%[0-9a-f]?)?(?=…)|%[0-9a-f]?(?=…)'

/** Addresses (RFC 3986, section 2.1). */
const percents: Encoding = {
  encoded: new RegExp(`${bytes}|${cutBytes}`, 'giu'),
  meaningOf: fromBytes,
}

/** Forms, and queries (URL Standard, application/x-www-form-urlencoded). */
const forms: Encoding = {
  encoded: new RegExp(`\\+|${bytes}|${cutBytes}`, 'giu'),
  meaningOf: (part) => (part === '+' ? ' ' : fromBytes(part)),
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** HTML and XML, as programs escape text. */
const markup: Encoding = {
  encoded:
    /&(?:(lt|gt|amp|quot|apos)|#x0{0,4}([0-9a-f]{1,6})|#0{0,4}([0-9]{1,7}));|&#?[a-z0-9]{0,10}(?=…)/giu,
  meaningOf: (part, name, hexadecimal, decimal) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? part
    if (hexadecimal !== undefined) return characterOf(Number.parseInt(hexadecimal, 16)) ?? part
    return decimal === undefined ? NOTHING : (characterOf(Number(decimal)) ?? part)
  },
}

const blanks: Encoding = { encoded: BLANKS, meaningOf: () => ' ' }

/**
 * Returns the text itself and its other readings, decoded of what JSON, addresses, forms and markup
 * escape; each also on one line. Whoever writes a text that another has sent chooses what of
 * it to escape, so what to look for cannot be told in advance.
 */
export function readingsOf(text: string): readonly Reading[] {
  const raw: Reading = { text, placeOf: (index) => index }
  const encodings = [backslashes, percents, forms, markup]
  const readings = [raw, ...encodings.map((encoding) => decoded(raw, encoding))]
  const all = [...readings, ...readings.map((reading) => decoded(reading, blanks))]
  return [...new Map(all.map((reading) => [reading.text, reading])).values()]
}

/** Returns the reading with the meaning of each part of it that is encoded, each part looked at once. */
function decoded(reading: Reading, { encoded, meaningOf }: Encoding): Reading {
  const pieces: string[] = []
  const places = new Uint32Array(reading.text.length + 1)
  let length = 0
  let from = 0
  const copyTo = (end: number): void => {
    pieces.push(reading.text.slice(from, end))
    for (; from < end; from += 1, length += 1) places[length] = from
  }
  for (const match of reading.text.matchAll(encoded)) {
    copyTo(match.index)
    const meaning = meaningOf(match[0], ...match.slice(1))
    pieces.push(meaning)
    places.fill(from, length, length + meaning.length)
    length += meaning.length
    from += match[0].length
  }
  if (from === 0) return reading
  copyTo(reading.text.length)
  places[length] = from
  return { text: pieces.join(''), placeOf: (index) => reading.placeOf(places[index] ?? from) }
}

/** Returns the character that bytes of UTF-8 are; of bytes that are none, nothing. */
function fromBytes(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return NOTHING
  }
}

function characterOf(codePoint: number): string | undefined {
  return codePoint <= 0x10_ff_ff ? String.fromCodePoint(codePoint) : undefined
}
