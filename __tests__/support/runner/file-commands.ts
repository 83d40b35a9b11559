/**
 * Returns the pairs that a step wrote to `GITHUB_OUTPUT`, `GITHUB_ENV` or `GITHUB_STATE`: lines
 * `name=value`, and `name<<DELIMITER` with the lines of the value up to a line that is the
 * delimiter. Of a name that is written twice the last value counts.
 *
 * Throws for anything else, as the runner does, which fails the step (actions/runner,
 * FileCommandManager).
 */
export function parseEnvironmentFile(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const pairs = new Map<string, string>()
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const { name, value, delimiter } = parseLine(line)
    if (delimiter === undefined) {
      pairs.set(name, value)
      continue
    }
    const end = lines.indexOf(delimiter, at + 1)
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
    pairs.set(name, lines.slice(at + 1, end).join('\n'))
    at = end
  }
  return pairs
}

interface Line {
  readonly name: string
  readonly value: string
  readonly delimiter?: string
}

function parseLine(line: string): Line {
  const equals = line.indexOf('=')
  const heredoc = line.indexOf('<<')
  if (equals < 0 && heredoc < 0) throw new Error(`Invalid format '${line}'`)
  if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
    if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`)
    return { name: line.slice(0, equals), value: line.slice(equals + 1) }
  }
  const name = line.slice(0, heredoc)
  const delimiter = line.slice(heredoc + 2)
  if (name === '' || delimiter === '') {
    throw new Error(`Invalid format '${line}'. Name and delimiter must not be empty`)
  }
  return { name, value: '', delimiter }
}

/** Returns the directories that a step wrote to `GITHUB_PATH`, a line each. */
export function parsePathFile(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => line !== '')
}
