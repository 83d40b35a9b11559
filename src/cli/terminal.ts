/** What a command reads from and writes to. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  readonly env: NodeJS.ProcessEnv
  /** Returns the time in milliseconds. */
  now(): number
}

export interface Output {
  write(text: string): unknown
  /** Whether a person looks at it. */
  readonly isTTY?: boolean | undefined
  /** Characters to a line, of a terminal. */
  readonly columns?: number | undefined
}
