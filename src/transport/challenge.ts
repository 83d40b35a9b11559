/** One way to authenticate that an answer offers (RFC 9110, section 11.6.1). */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string
  /** Values by name in lower case; of a name given twice, the first. */
  readonly parameters: ReadonlyMap<string, string>
}

/** A registry offers one or two. */
const MAX_CHALLENGES = 20

/** A parameter, its value quoted or bare, or else a word, which begins a challenge. */
const pieces = /([^\s,="]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^\s,]*))|([^\s,="]+)/gs

/**
 * Returns the challenges of the WWW-Authenticate headers, in their order; never throws. Registries
 * take the grammar lightly: schemes in lower case (zot), values without quotes (`service=gcr.io`),
 * several challenges in one header or in several. What fits nowhere is passed over.
 */
export function parseChallenges(headers: readonly string[]): readonly Challenge[] {
  return headers.flatMap(parseHeader).slice(0, MAX_CHALLENGES)
}

function parseHeader(header: string): readonly Challenge[] {
  const challenges: { readonly scheme: string; readonly parameters: Map<string, string> }[] = []
  for (const [, name, quoted, bare, scheme] of header.matchAll(pieces)) {
    if (scheme !== undefined) {
      challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() })
      continue
    }
    const parameters = challenges.at(-1)?.parameters
    const key = (name ?? '').toLowerCase()
    if (parameters?.has(key)) continue
    parameters?.set(key, quoted?.replace(/\\(.)/gs, '$1') ?? bare ?? '')
  }
  return challenges
}
