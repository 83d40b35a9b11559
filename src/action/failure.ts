import { explain } from '../render/error.ts'

/** Returns the lines that tell the user of a step of an error, naming inputs as the step does. */
export function failureLines(error: unknown): string {
  return explain(error, (input) => `Input ${input}`).join('\n')
}
