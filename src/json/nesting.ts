import type { JsonLimits } from './limits.ts'
import type { JsonListener, JsonValue } from './listener.ts'

/** The objects and arrays that are open, who listens to each, and the names each has had (where they must be unique). */
export interface Nesting {
  isOutermost(): boolean
  inArray(): boolean
  /** Whether the next key's text is needed. */
  wantsKeys(): boolean
  /** A value starts: whether somebody listens to it. */
  startValue(): boolean
  /** Whom the string that started passes by. */
  passing(): JsonListener['passing']
  /** The value that started is this scalar. */
  scalar(scalar: { value(): JsonValue }): void
  /** An object or array starts; returns why it must not. */
  open(type: 'object' | 'array'): string | undefined
  close(): void
  /** The key of the next value; returns why it must not be. */
  key(text: string | undefined): string | undefined
}

interface Level {
  readonly isArray: boolean
  readonly listener: JsonListener | undefined
  readonly names: Set<string> | undefined
}

/** Returns the nesting of a text that has not begun, whose outermost value `root` listens to. */
export function createNesting(root: JsonListener | undefined, limits: JsonLimits): Nesting {
  const rejectsDuplicates = limits.duplicateKeys === 'reject'
  const { maxNames = Number.POSITIVE_INFINITY } = limits
  const levels: Level[] = []
  let namesKept = 0
  let top: Level | undefined
  let listener = root

  function startValue(): boolean {
    if (top?.isArray) listener = top.listener?.element?.()
    return listener !== undefined
  }

  return {
    isOutermost: () => top === undefined,
    inArray: () => top?.isArray === true,
    wantsKeys: () => rejectsDuplicates || top?.listener?.member !== undefined,
    startValue,
    passing: () => listener?.passing,
    scalar(scalar) {
      listener?.seen(scalar.value())
    },
    open(type) {
      if (levels.length === limits.maxDepth) return `more than ${limits.maxDepth} levels`
      startValue()
      listener?.seen({ type })
      const isArray = type === 'array'
      const names = rejectsDuplicates && !isArray ? new Set<string>() : undefined
      top = { isArray, listener, names }
      levels.push(top)
      return undefined
    },
    close() {
      namesKept -= levels.pop()?.names?.size ?? 0
      top = levels.at(-1)
    },
    key(text) {
      listener = text === undefined ? undefined : top?.listener?.member?.(text)
      if (top?.names === undefined) return undefined
      if (text === undefined) return `key of more than ${limits.maxTextBytes} bytes`
      if (top.names.has(text)) return `duplicate key ${JSON.stringify(text)}`
      if (namesKept === maxNames) return `more than ${maxNames} names`
      top.names.add(text)
      namesKept += 1
      return undefined
    },
  }
}
