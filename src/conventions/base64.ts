/** Decodes base64 that arrives in pieces. */
export interface Base64Decoder {
  write(text: Uint8Array): Uint8Array
  /** Returns the bytes of what is left. */
  end(): Uint8Array
}

const CHARACTERS_OF_GROUP = 4
const NOT_IN_ALPHABET = /[^A-Za-z0-9+/_-]/g

/**
 * Returns a decoder of base64 in either alphabet (RFC 4648, sections 4 and 5) as a JSON string has
 * it, still escaped: the backslash of `\/` is passed over like every character that means nothing.
 */
export function createBase64Decoder(): Base64Decoder {
  let rest = ''
  return {
    write(text) {
      const letters = rest + Buffer.from(text).toString('latin1').replace(NOT_IN_ALPHABET, '')
      const whole = letters.length - (letters.length % CHARACTERS_OF_GROUP)
      rest = letters.slice(whole)
      return Buffer.from(letters.slice(0, whole), 'base64')
    },
    end: () => Buffer.from(rest, 'base64'),
  }
}
