/** Returns a DER element: its tag, the length of its contents, its contents. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length]
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
}

export function sequence(...contents: readonly Uint8Array[]): Buffer {
  return der(0x30, ...contents)
}

export function octetString(...contents: readonly Uint8Array[]): Buffer {
  return der(0x04, ...contents)
}

export function bitString(content: Uint8Array): Buffer {
  return der(0x03, Buffer.from([0]), content)
}

/** Returns an object identifier, `1.3.6.1…`. */
export function objectIdentifier(text: string): Buffer {
  const [first = 0, second = 0, ...others] = text.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...others.flatMap(base128)]))
}

function base128(value: number): readonly number[] {
  const groups = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) groups.unshift((rest & 0x7f) | 0x80)
  return groups
}

/** Returns a time as GeneralizedTime, to the second. */
export function generalizedTime(time: Date): Buffer {
  const digits = time.toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return der(0x18, Buffer.from(digits))
}
