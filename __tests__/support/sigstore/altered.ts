import assert from 'node:assert/strict'

type Node = Record<string, unknown>

/**
 * Returns a copy of JSON in which the value at the path, such as `tlogEntries.0.logId`, is what `change`
 * makes of it; `undefined` takes it out. What is 0 or empty is not written, and absent. Throws if there
 * is nothing that could have it.
 */
export function altered<T extends object>(
  json: T,
  path: string,
  change: (value: never) => unknown,
): T {
  const copy = structuredClone(json)
  const names = path.split('.')
  const last = names.pop() ?? ''
  const parent = names.reduce<Node | undefined>((node, name) => node?.[name] as Node, copy as Node)
  assert.ok(parent, `nothing is above ${path}`)
  parent[last] = change(parent[last] as never)
  return JSON.parse(JSON.stringify(copy))
}

/** Returns the base64 text with one bit of what it stands for turned: in the middle, or from the end. */
export function turnBit(text: string, at?: number): string {
  const bytes = Buffer.from(text, 'base64')
  const index = at ?? Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index)
  return bytes.toString('base64')
}
