import { readActionMetadata } from './action-metadata.ts'
import { metadataOf, runAction, type Step } from './run-action.ts'
import type { StepResult } from './step-result.ts'

type Outcome = StepResult['outcome']

/** The status functions that a `post-if` may be (GitHub's documentation of expressions). */
const conditions: ReadonlyMap<string, readonly Outcome[]> = new Map([
  ['always()', ['success', 'failure', 'cancelled']],
  ['success()', ['success']],
  ['failure()', ['failure']],
  ['cancelled()', ['cancelled']],
  ['!cancelled()', ['success', 'failure']],
])

/**
 * Returns what the end of the step's job leaves behind, run as GitHub's runner runs it: the script
 * that `action.yml` names as `post`, with the inputs of the step and the state that it has saved.
 * Undefined where there is no such script, or the job does not meet its condition. Throws for a
 * condition that is more than a status function.
 */
export async function runPost(
  step: Step,
  { state, outcome }: Pick<StepResult, 'state' | 'outcome'>,
): Promise<StepResult | undefined> {
  const metadata = metadataOf(step)
  const { post } = readActionMetadata(metadata)
  if (!post) return undefined
  const outcomes = conditions.get(post.condition.trim())
  if (!outcomes) throw new Error(`${metadata}: runs.post-if is not understood: ${post.condition}`)
  if (!outcomes.includes(outcome)) return undefined
  const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
  const env = { ...step.env, ...Object.fromEntries(saved) }
  return runAction({ ...step, main: post.script, metadata, env })
}
