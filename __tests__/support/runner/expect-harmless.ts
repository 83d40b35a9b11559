import { expect } from '@jest/globals'
import type { StepResult } from './step-result.ts'

/** What a terminal or the runner obeys. */
export const obeyed = /(?![\n\t])\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|^\s*::|##\[/mu

/** The commands that this action gives itself. */
const own = ['add-mask', 'debug', 'endgroup', 'error', 'group', 'warning']

/** The summary without code, in which GitHub interprets nothing. */
function outsideCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '')
    .replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
}

/**
 * Fails the test if the step gave the runner another command than its own, changed what later steps
 * run in, or showed anything that the runner, a terminal or GitHub's pages obey; hostile text has
 * `pwned` in it.
 */
export function expectHarmless(result: StepResult): void {
  const { commands, rejected, environment, paths, log, debug, summary, groups } = result
  expect(commands.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual([])
  expect({ rejected, environment, paths }).toEqual({ rejected: [], environment: {}, paths: [] })
  for (const text of [
    log.replace(/^##\[(?:group|endgroup|error|warning)\]/gm, ''),
    ...debug,
    ...groups,
    summary,
  ]) {
    expect(text).not.toMatch(obeyed)
  }
  expect(outsideCode(summary)).not.toMatch(/pwned|::|onerror|<img/)
}
