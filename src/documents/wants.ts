import type { JsonValue } from '../json/listener.ts'
import { toUtcSeconds } from './timestamp.ts'

/**
 * A fact that a format wants to know: gathered from the values at some paths, one after the other, keeping one value only.
 * A path names members, and elements as `[]`: `runs[].invocations[].endTimeUtc`.
 */
export interface Want<T> {
  readonly watch: () => Watch<T>
}

/** One document's gathering of a {@link Want}. */
export interface Watch<T> {
  readonly gatherings: readonly Gathering[]
  /** What was gathered. */
  result(): T
}

export interface Gathering {
  readonly path: string
  add(value: JsonValue): void
}

export type Test = (value: JsonValue) => boolean

/** Returns the want to know whether a value at one of the paths passes the test. */
export function some(paths: readonly string[], test: Test): Want<boolean> {
  return {
    watch() {
      let found = false
      const add = (value: JsonValue) => {
        found ||= test(value)
      }
      return { gatherings: paths.map((path) => ({ path, add })), result: () => found }
    },
  }
}

/** Returns the want to know whether the value at the path passes the test. */
export function at(path: string, test: Test): Want<boolean> {
  return some([path], test)
}

/** Returns the want to know whether either is so. */
export function either(one: Want<boolean>, other: Want<boolean>): Want<boolean> {
  return {
    watch() {
      const watches = [one.watch(), other.watch()]
      return {
        gatherings: watches.flatMap((watch) => watch.gatherings),
        result: () => watches.some((watch) => watch.result()),
      }
    },
  }
}

/** Returns the want for the string at the path. */
export function text(path: string): Want<string | undefined> {
  return {
    watch() {
      let found: string | undefined
      const add = (value: JsonValue) => {
        if (value.type === 'string') found = value.text
      }
      return { gatherings: [{ path, add }], result: () => found }
    },
  }
}

/** Returns the want for the latest of the timestamps at the paths, in UTC to the second; what is no RFC 3339 doesn't count. */
export function latest(...paths: readonly string[]): Want<string | undefined> {
  return {
    watch() {
      let found: string | undefined
      const add = (value: JsonValue) => {
        if (value.type !== 'string' || value.text === undefined) return
        const time = toUtcSeconds(value.text)
        if (time !== undefined && (found === undefined || time > found)) found = time
      }
      return { gatherings: paths.map((path) => ({ path, add })), result: () => found }
    },
  }
}

export const anything: Test = () => true
export const anArray: Test = (value) => value.type === 'array'
export const anObject: Test = (value) => value.type === 'object'
export const aNumber: Test = (value) => value.type === 'number'
/** Of any length. */
export const aString: Test = (value) => value.type === 'string'

/** Returns the test for a string that the expression finds something in. */
export function matching(expression: RegExp): Test {
  return (value) =>
    value.type === 'string' && value.text !== undefined && expression.test(value.text)
}

/** Returns the test for one of these strings. */
export function oneOf(...texts: readonly string[]): Test {
  return (value) =>
    value.type === 'string' && value.text !== undefined && texts.includes(value.text)
}
