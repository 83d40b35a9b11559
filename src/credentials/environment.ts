/** The environment of this process, as `process.env` gives it. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Returns the environment for a credential helper: everything a cloud's helper may look for (PATH,
 * HOME, AWS_*, GOOGLE_*, AZURE_*, …) except the runner's own tokens (`ACTIONS_*`) and the step's
 * inputs (`INPUT_*`), which hold secrets that no helper needs.
 */
export function helperEnvironment(env: Environment): Record<string, string> {
  const allowed: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && !/^(?:ACTIONS|INPUT)_/i.test(name)) allowed[name] = value
  }
  return allowed
}
