import { type Annotation, annotationOf } from './annotations.ts'
import { applyMasks, maskedTexts } from './masks.ts'
import { parseCommand, WORKFLOW_COMMANDS, type WorkflowCommand } from './workflow-commands.ts'

/** What the runner understood of the lines that a step printed. */
export interface StepLog {
  /** As the log page shows them: masked, without the lines that were commands. */
  readonly lines: readonly string[]
  /** Every command that was obeyed, in order. */
  readonly commands: readonly WorkflowCommand[]
  readonly annotations: readonly Annotation[]
  readonly masks: ReadonlySet<string>
  readonly debug: readonly string[]
  readonly groups: readonly string[]
  /** By the deprecated commands `set-output` and `save-state`. */
  readonly outputs: ReadonlyMap<string, string>
  readonly state: ReadonlyMap<string, string>
  /** Commands that the runner refuses, which fails the step. */
  readonly refused: readonly string[]
}

/** Disabled since October 2020, because anyone who could print could inject (CVE-2020-15228). */
const DISABLED: ReadonlySet<string> = new Set(['set-env', 'add-path'])

/**
 * Returns what the runner makes of the lines, stdout and stderr in the order they came; `secrets`
 * are masked from the start (actions/runner, OutputManager and ActionCommandManager).
 */
export function readStepLog(lines: readonly string[], secrets: readonly string[]): StepLog {
  const reader = new StepLogReader(secrets)
  for (const line of lines) reader.read(line)
  return reader
}

class StepLogReader implements StepLog {
  readonly lines: string[] = []
  readonly commands: WorkflowCommand[] = []
  readonly annotations: Annotation[] = []
  readonly masks: Set<string>
  readonly debug: string[] = []
  readonly groups: string[] = []
  readonly outputs = new Map<string, string>()
  readonly state = new Map<string, string>()
  readonly refused: string[] = []
  #stopToken: string | undefined

  constructor(secrets: readonly string[]) {
    this.masks = new Set(secrets.flatMap(maskedTexts))
  }

  read(line: string): void {
    const command = parseCommand(line, (name) => this.#isKnown(name))
    if (command === undefined) {
      this.#show(line)
    } else if (this.#stopToken !== undefined) {
      if (command.name === this.#stopToken) this.#stopToken = undefined
      this.#show(line)
    } else {
      this.commands.push(command)
      this.#obey(command, line)
    }
  }

  #isKnown(name: string): boolean {
    return WORKFLOW_COMMANDS.has(name) || name === this.#stopToken
  }

  #show(line: string): void {
    this.lines.push(applyMasks(line, this.masks))
  }

  #obey(command: WorkflowCommand, line: string): void {
    const annotation = annotationOf(command)
    if (annotation !== undefined) {
      this.#annotate(annotation)
    } else if (DISABLED.has(command.name)) {
      this.#refuse(line)
    } else if (command.name === 'set-output' || command.name === 'save-state') {
      this.#store(command, line)
    } else {
      this.#control(command, line)
    }
  }

  #annotate(annotation: Annotation): void {
    const message = applyMasks(annotation.message, this.masks)
    this.annotations.push({ ...annotation, message })
    this.lines.push(`##[${annotation.type}]${message}`)
  }

  #refuse(line: string): void {
    const text = applyMasks(line, this.masks)
    this.refused.push(text)
    const message = `Unable to process command '${text}' successfully.`
    this.#annotate({ type: 'error', message, properties: {} })
  }

  #store({ name, properties, data }: WorkflowCommand, line: string): void {
    const { name: key = '' } = properties
    if (key === '') this.#refuse(line)
    else (name === 'set-output' ? this.outputs : this.state).set(key, data)
  }

  #control({ name, data }: WorkflowCommand, line: string): void {
    switch (name) {
      case 'add-mask':
        for (const text of data.trim() === '' ? [] : maskedTexts(data)) this.masks.add(text)
        break
      case 'debug':
        this.debug.push(applyMasks(data, this.masks))
        break
      case 'group':
        this.groups.push(applyMasks(data, this.masks))
        this.#show(`##[group]${data}`)
        break
      case 'endgroup':
        this.#show('##[endgroup]')
        break
      case 'stop-commands':
        this.#stopToken = data.toLowerCase()
        this.#show(line)
        break
    }
  }
}
