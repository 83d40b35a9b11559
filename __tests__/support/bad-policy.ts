/** A policy that is none, of plain YAML. */
export interface BadPolicy {
  readonly wrong: string
  readonly text: string
  /** `line:column` of what is wrong. */
  readonly at: string
  /** What the message and its advice say, among other things. */
  readonly says: readonly string[]
  /** Why a schema cannot tell; the schema of this repository takes it for a policy. */
  readonly schemaCannot?: string
}
