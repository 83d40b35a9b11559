const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const SPACE = 0x20
export const QUOTE = 0x22
export const COMMA = 0x2c
export const COLON = 0x3a
export const OPEN_ARRAY = 0x5b
export const BACKSLASH = 0x5c
export const CLOSE_ARRAY = 0x5d
export const LETTER_U = 0x75
export const OPEN_OBJECT = 0x7b
export const CLOSE_OBJECT = 0x7d

function byteTable(has: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (has(byte) ? 1 : 0))
}

/** 1 for each byte that is white space between tokens (RFC 8259 section 2). */
export const IS_SPACE = byteTable((byte) => [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE].includes(byte))

/** 1 for each byte that stands for itself inside a string (RFC 8259 section 7), the bytes of UTF-8 among them. */
export const IS_PLAIN = byteTable((byte) => byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH)

/** 1 for each byte that makes an escape of two characters with the backslash before it. */
export const IS_ESCAPE = byteTable((byte) => '"\\/bfnrt'.includes(String.fromCharCode(byte)))

export const IS_HEX = byteTable((byte) => /[\da-f]/i.test(String.fromCharCode(byte)))
