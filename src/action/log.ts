import * as core from '@actions/core'
import { plainLines } from '../render/plain.ts'

/** The most annotations of one type that the runner keeps of a step (ExecutionContext). */
const MAX_ANNOTATIONS = 10

/** Writes lines to the log of the step, each made safe: of the text nothing is obeyed. */
export function info(lines: string): void {
  core.info(plainLines(lines))
}

/** Writes what is shown where step debugging is on. */
export function debug(message: string): void {
  core.debug(plainLines(message))
}

/** Writes lines to the log under a heading that folds them. */
export function group(heading: string, lines: string): void {
  core.startGroup(plainLines(heading))
  info(lines)
  core.endGroup()
}

/** Annotates the step with each warning; where there are too many, the rest goes to the log. */
export function warnings(messages: readonly string[]): void {
  const fits = messages.length <= MAX_ANNOTATIONS
  const annotations = fits ? messages : messages.slice(0, MAX_ANNOTATIONS - 1)
  for (const message of annotations) core.warning(plainLines(message))
  const rest = messages.slice(annotations.length)
  for (const message of rest) info(`Warning: ${message}`)
  if (rest.length > 0) core.warning(`${rest.length} more warnings are in the log of the step`)
}
