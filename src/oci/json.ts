import { OciError } from './error.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** Tells whether the JSON value is an object, neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Returns a property that is a string or absent (null counts as absent: some registries write it).
 * Throws MANIFEST_INVALID for another type.
 */
export function optionalString(object: JsonObject, key: string, where: string): string | undefined {
  const value = object[key]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  throw new OciError('MANIFEST_INVALID', `${where}: ${key} is not a string`)
}

/** Returns a property that is an object or absent. Throws MANIFEST_INVALID for another type. */
export function optionalObject(
  object: JsonObject,
  key: string,
  where: string,
): JsonObject | undefined {
  const value = object[key]
  if (value === undefined || value === null) return undefined
  if (isObject(value)) return value
  throw new OciError('MANIFEST_INVALID', `${where}: ${key} is not an object`)
}

/** Returns a property that is an array, null or absent. Throws MANIFEST_INVALID for another type. */
export function arrayOrEmpty(object: JsonObject, key: string, where: string): readonly unknown[] {
  const value = object[key]
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  throw new OciError('MANIFEST_INVALID', `${where}: ${key} is not an array`)
}

/** Returns the value of a JSON text in UTF-8, or undefined if it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
