// Writes into README.md what action.yml and the command line say of themselves: the tables of inputs
// and outputs, and the help. With --check it writes nothing and fails if the README is out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { programHelp, verbHelp } from '../src/cli/help.ts'
import { verbs } from '../src/cli/verb.ts'

const README = new URL('../README.md', import.meta.url)
const ACTION = new URL('../action.yml', import.meta.url)

interface Action {
  readonly inputs: Readonly<Record<string, Field>>
  readonly outputs: Readonly<Record<string, Field>>
}

interface Field {
  readonly description: string
  readonly required?: boolean
  readonly default?: string
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}

function fallback({ required, default: value }: Field): string {
  if (required) return 'required'
  return value === undefined ? '' : `\`${value}\``
}

function sections(): ReadonlyMap<string, string> {
  const { inputs, outputs }: Action = parse(readFileSync(ACTION, 'utf8'))
  const inputRows = Object.entries(inputs).map(([name, field]) => [
    `\`${name}\``,
    fallback(field),
    field.description,
  ])
  const outputRows = Object.entries(outputs).map(([name, field]) => [
    `\`${name}\``,
    field.description,
  ])
  const help = [programHelp(), ...verbs.map(verbHelp)].map((text) => `\`\`\`text\n${text}\n\`\`\``)
  return new Map([
    ['inputs', table(['Input', 'Default', 'Meaning'], inputRows)],
    ['outputs', table(['Output', 'Value'], outputRows)],
    ['command line', help.join('\n\n')],
  ])
}

/** Returns the README with the section anew; throws if it has no place for it. */
function withSection(readme: string, [name, content]: readonly [string, string]): string {
  const [begin, end] = [`<!-- begin ${name} -->\n`, `\n<!-- end ${name} -->`]
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`README.md has no section ${name}`)
  return `${readme.slice(0, from + begin.length)}\n${content}\n${readme.slice(to)}`
}

const current = readFileSync(README, 'utf8')
const wanted = [...sections()].reduce(withSection, current)
if (wanted !== current && process.argv.includes('--check')) {
  console.error('README.md is not what action.yml and the help say. Run: node scripts/readme.ts')
  process.exitCode = 1
} else if (wanted !== current) {
  writeFileSync(README, wanted)
}
