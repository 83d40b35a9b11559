/**
 * A part of an expression (ECMA-262, 22.2.1): an escape, a class, what opens a group, a quantifier, or one
 * character.
 */
const PARTS =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|k<[^>]*>|[1-9]\d*|.)|\[(?:\\.|[^\\\]])*\]|\(\?(?:<?[=!]|<[^>]*>|[a-z-]*:)|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gisu

/** Opens a lookaround that forbids what is in it, which stays as it is. */
const FORBIDS = /^\(\?<?!/
/** What is no match by itself. */
const JOINTS = /^(?:[|^$*+?]|[*+?]\?|\{\d.*)$/

/**
 * Returns the source of an expression that matches every beginning of what the one of the source does: at
 * the end of the text, whatever is missing is taken to follow. Of what lookarounds forbid there it may
 * match more.
 */
export function beginningOf(source: string): string {
  let depth = 0
  return source.replaceAll(PARTS, (part) => {
    if (depth > 0) {
      depth += turnOf(part)
      return depth > 0 ? part : `${part}|$)`
    }
    if (part === ')') return `${part}|$)`
    if (part.startsWith('(')) {
      depth = FORBIDS.test(part) ? 1 : 0
      return `(?:${part}`
    }
    return JOINTS.test(part) ? part : `(?:${part}|$)`
  })
}

function turnOf(part: string): number {
  if (part === ')') return -1
  return part.startsWith('(') ? 1 : 0
}
