import type { WorkflowCommand } from './workflow-commands.ts'

export type AnnotationType = 'error' | 'warning' | 'notice'

/** What a step shows beside the log, and at a line of a file if it names one. */
export interface Annotation {
  readonly type: AnnotationType
  readonly message: string
  /** Such as `title`, `file`, `line`, `col`. */
  readonly properties: Readonly<Record<string, string>>
}

/** The most annotations of one type that the runner keeps of a step (ExecutionContext). */
const MAX_PER_TYPE = 10
/** The most characters it keeps of a message (ExecutionContext). */
const MAX_MESSAGE_LENGTH = 4096

/** Returns the annotation that the command makes, or undefined if it is another command. */
export function annotationOf(command: WorkflowCommand): Annotation | undefined {
  const { name, properties, data } = command
  if (name !== 'error' && name !== 'warning' && name !== 'notice') return undefined
  return { type: name, message: data, properties }
}

interface KeptAnnotations {
  readonly kept: readonly Annotation[]
  readonly dropped: readonly Annotation[]
}

/** Returns which annotations the runner keeps of those a step made, their messages cut. */
export function keepAnnotations(annotations: readonly Annotation[]): KeptAnnotations {
  const kept: Annotation[] = []
  const dropped: Annotation[] = []
  for (const annotation of annotations) {
    const sameType = kept.filter(({ type }) => type === annotation.type)
    const target = sameType.length < MAX_PER_TYPE ? kept : dropped
    target.push({ ...annotation, message: annotation.message.slice(0, MAX_MESSAGE_LENGTH) })
  }
  return { kept, dropped }
}
