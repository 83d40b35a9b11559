import { linesOf } from '../../src/inputs/lists.ts'
import type { InputName, InputSource } from '../../src/inputs/source.ts'

/** Returns the inputs as a step gives them: lists have a value on each line. */
export function inputSource(given: Readonly<Partial<Record<InputName, string>>>): InputSource {
  return {
    value: (name) => given[name] || undefined,
    values: (name) => linesOf(given[name] ?? ''),
  }
}
