import type { Action, Authentication } from './accounts.ts'
import { type Answer, specError, text } from './exchange.ts'
import type { ChallengeQuirks } from './quirks.ts'
import { TOKEN_PATH } from './tokens.ts'

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
  tokenOrigin: string,
  access: Access,
  error: string | undefined,
): Answer {
  const answer =
    quirks.body === 'text'
      ? text(401, 'Not Authorized\n')
      : specError(401, 'UNAUTHORIZED', 'authentication required')
  if (quirks.form === 'only-at-v2' && access.repository !== '') return answer
  const parameters =
    scheme === 'basic'
      ? ['realm="test registry"']
      : bearerParameters(quirks, tokenOrigin, access, error)
  const name = scheme === 'basic' ? 'Basic' : 'Bearer'
  const spelling = quirks.form === 'lower-case' ? scheme : name
  const headers = { ...answer.headers, 'www-authenticate': `${spelling} ${parameters.join(',')}` }
  return { ...answer, headers }
}

function bearerParameters(
  quirks: ChallengeQuirks,
  tokenOrigin: string,
  access: Access,
  error: string | undefined,
): readonly string[] {
  const scope = scopeOf(quirks, access)
  return [
    `realm="${tokenOrigin}${TOKEN_PATH}"`,
    quirks.form === 'unquoted' ? 'service=test-registry' : 'service="test-registry"',
    ...(scope === undefined ? [] : [`scope="${scope}"`]),
    ...(error === undefined ? [] : [`error="${error}"`]),
  ]
}

function scopeOf({ scope }: ChallengeQuirks, { repository, action }: Access): string | undefined {
  if (scope === 'placeholder') return 'repository:user/image:pull'
  if (scope === 'omitted' || repository === '') return undefined
  return `repository:${repository}:${action === 'push' ? 'pull,push' : 'pull'}`
}
