import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from './page.ts'

const docs = fileURLToPath(new URL('../../docs/', import.meta.url))

/** A test that a page names. */
export interface Proof {
  readonly title: string
  /** From the folder of the pages. */
  readonly path: string
}

/** Returns the tests that the text links to. */
export function proofsIn(markdown: string): readonly Proof[] {
  const links = markdown.matchAll(/\[([^\]]+)\]\((\.\.\/__tests__\/[^)]+)\)/g)
  return [...links].map(([, title = '', path = '']) => ({ title, path }))
}

/** Tells whether the file has a test, or a group of tests, of exactly this title. */
export function isThere({ title, path }: Proof): boolean {
  const file = join(docs, path)
  if (!existsSync(file)) return false
  const literal = title.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(`\\(\\s*(['"\`])${literal}\\1,`).test(readFileSync(file, 'utf8'))
}

/** Returns the promises of a page: what its list of that name holds. */
export function promisesOf({ section }: Page): readonly string[] {
  return section('Promises').split(/^- /m).slice(1)
}
