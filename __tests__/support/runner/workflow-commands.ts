/** What a line of a step's output tells the runner to do. */
export interface WorkflowCommand {
  /** In lower case. */
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** The commands that the runner registers (actions/runner, ActionCommandManager). */
export const WORKFLOW_COMMANDS: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
])

type Escape = readonly [escaped: string, character: string]

interface Syntax {
  readonly propertySeparator: string
  /** In the order in which the runner undoes them: `%25` last. */
  readonly propertyEscapes: readonly Escape[]
  readonly dataEscapes: readonly Escape[]
}

const lineBreaks = [
  ['%0D', '\r'],
  ['%0A', '\n'],
] as const
const percent = ['%25', '%'] as const

const current: Syntax = {
  propertySeparator: ',',
  propertyEscapes: [...lineBreaks, ['%3A', ':'], ['%2C', ','], percent],
  dataEscapes: [...lineBreaks, percent],
}
const legacyEscapes = [['%3B', ';'], ...lineBreaks, ['%5D', ']'], percent] as const
const legacy: Syntax = {
  propertySeparator: ';',
  propertyEscapes: legacyEscapes,
  dataEscapes: legacyEscapes,
}

/**
 * Returns the command that a line of output is, or undefined for plain text. Two forms are tried in
 * this order: `::name key=value::data` at the start of the line after white space, and the legacy
 * `##[name key=value]data` anywhere in it; `isKnown` tells which names are commands (actions/runner,
 * ActionCommand.TryParseV2 and TryParse).
 */
export function parseCommand(
  line: string,
  isKnown: (name: string) => boolean,
): WorkflowCommand | undefined {
  return parseCurrent(line.trimStart(), isKnown) ?? parseLegacy(line, isKnown)
}

function parseCurrent(
  line: string,
  isKnown: (name: string) => boolean,
): WorkflowCommand | undefined {
  const end = line.startsWith('::') ? line.indexOf('::', 2) : -1
  if (end < 0) return undefined
  return toCommand(line.slice(2, end), line.slice(end + 2), current, isKnown)
}

function parseLegacy(
  line: string,
  isKnown: (name: string) => boolean,
): WorkflowCommand | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  return toCommand(line.slice(start + 3, end), line.slice(end + 1), legacy, isKnown)
}

function toCommand(
  head: string,
  data: string,
  syntax: Syntax,
  isKnown: (name: string) => boolean,
): WorkflowCommand | undefined {
  const space = head.indexOf(' ')
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase()
  if (!isKnown(name)) return undefined
  const properties = space < 0 ? {} : parseProperties(head.slice(space + 1).trim(), syntax)
  return { name, properties, data: undoEscapes(data, syntax.dataEscapes) }
}

function parseProperties(text: string, syntax: Syntax): Readonly<Record<string, string>> {
  const pairs = text.split(syntax.propertySeparator).flatMap((pair): [string, string][] => {
    const equals = pair.indexOf('=')
    if (equals < 1 || equals === pair.length - 1) return []
    return [[pair.slice(0, equals), undoEscapes(pair.slice(equals + 1), syntax.propertyEscapes)]]
  })
  return Object.fromEntries(pairs)
}

function undoEscapes(text: string, escapes: readonly Escape[]): string {
  return escapes.reduce((result, [escaped, to]) => result.replaceAll(escaped, to), text)
}
