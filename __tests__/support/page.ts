import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

type Rows = readonly (readonly string[])[]

/** A page of the documentation, in Markdown. */
export interface Page {
  readonly text: string
  /** Returns what stands under a heading of the second level; nothing if there is none. */
  readonly section: (heading: string) => string
  /** Returns the section's tables, each as the cells of its rows, without heading and rule. */
  readonly tablesIn: (heading: string) => readonly Rows[]
}

/** Returns the page at a path of the project. */
export function readPage(path: string): Page {
  const text = readFileSync(join(root, path), 'utf8')
  const section = (heading: string): string =>
    text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? ''
  const tablesIn = (heading: string): readonly Rows[] =>
    (section(heading).match(/(?:^\|.*\|\n)+/gm) ?? []).map(rowsOf)
  return { text, section, tablesIn }
}

function rowsOf(table: string): Rows {
  return table
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    )
}

/**
 * Says whether a constant of the sources, or a property of one (`NAME.property`), is written with exactly
 * this value; `file` begins with `src/`.
 */
export function isConstant(name: string, file: string, value: string): boolean {
  return constantIn(readFileSync(join(root, file), 'utf8'), name) === value
}

/** Returns how the value of a constant, or of a property of one, is written on one line of the code. */
export function constantIn(code: string, name: string): string | undefined {
  const [constant, property] = name.split('.')
  const line = new RegExp(`\\bconst ${constant}(?:: \\w+)? = (.*?)(?: as const)?$`, 'm')
  const value = line.exec(code)?.[1]
  if (property === undefined) return value
  return new RegExp(`[{,] ${property}: ([^,}]*?) ?[,}]`).exec(value ?? '')?.[1]
}
