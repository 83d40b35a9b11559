import type { Action, Authentication } from './accounts.ts'
import { type Answer, specError, text } from './exchange.ts'
import type { ChallengeQuirks } from './quirks.ts'
import { PLACEHOLDER_SCOPE } from './tokens.ts'

/** What a request would do: with no repository (`/v2/`) only show that it is authenticated. */
export interface Access {
  readonly repository: string
  readonly action: Action
}

/**
 * Returns the 401 that says how to authenticate for the access; `error` says what was wrong with the
 * credentials that were sent (RFC 6750, section 3).
 */
export function challenge(
  scheme: Authentication['scheme'],
  quirks: ChallengeQuirks,
  realm: string,
  access: Access,
  error: string | undefined,
): Answer {
  const answer =
    quirks.body === 'text'
      ? text(401, 'Not Authorized\n')
      : specError(401, 'UNAUTHORIZED', 'authentication required')
  if (quirks.form === 'only-at-v2' && access.repository !== '') return answer
  if (quirks.form === 'only-first' && error !== undefined) return answer
  const parameters =
    scheme === 'basic' ? ['realm="test registry"'] : bearerParameters(quirks, realm, access, error)
  const name = scheme === 'basic' ? 'Basic' : 'Bearer'
  const spelling = quirks.form === 'lower-case' ? scheme : name
  const headers = { ...answer.headers, 'www-authenticate': `${spelling} ${parameters.join(',')}` }
  return { ...answer, headers }
}

function bearerParameters(
  quirks: ChallengeQuirks,
  realm: string,
  access: Access,
  error: string | undefined,
): readonly string[] {
  const scope = scopeOf(quirks, access)
  return [
    `realm="${realm}"`,
    quirks.form === 'unquoted' ? 'service=test-registry' : 'service="test-registry"',
    ...(scope === undefined ? [] : [`scope="${scope}"`]),
    ...(error === undefined ? [] : [`error="${error}"`]),
  ]
}

function scopeOf(quirks: ChallengeQuirks, { repository, action }: Access): string | undefined {
  const { scope } = quirks
  const isAtV2 = scope === 'placeholder-at-v2' && repository === ''
  if (scope === 'placeholder' || isAtV2) return PLACEHOLDER_SCOPE
  if (scope === 'aws' || scope === '*') return scope
  if (scope === 'omitted' || repository === '') return undefined
  if (scope === 'any') return `repository:${repository}:any`
  const name = nameInScope(quirks, repository)
  return `repository:${name}:${action === 'push' ? 'pull,push' : action}`
}

/** Returns the repository's name as the challenge has it. */
export function nameInScope({ scope }: ChallengeQuirks, repository: string): string {
  return scope === 'without-first-part' ? repository.replace(/^[^/]+\//, '') : repository
}
