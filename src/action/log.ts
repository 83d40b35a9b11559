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
  annotate('warning', messages, MAX_ANNOTATIONS)
}

/** Annotates the step with each error as with warnings; the one that the step fails by is still to come. */
export function errors(messages: readonly string[]): void {
  annotate('error', messages, MAX_ANNOTATIONS - 1)
}

function annotate(type: 'warning' | 'error', messages: readonly string[], room: number): void {
  const fits = messages.length <= room
  const annotations = fits ? messages : messages.slice(0, room - 1)
  const write = type === 'warning' ? core.warning : core.error
  for (const message of annotations) write(plainLines(message))
  const rest = messages.slice(annotations.length)
  const label = type === 'warning' ? 'Warning' : 'Error'
  for (const message of rest) info(`${label}: ${message}`)
  if (rest.length > 0) write(`${rest.length} more ${type}s are in the log of the step`)
}
