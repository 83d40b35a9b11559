import type { Action, Authentication } from './accounts.ts'
import { authorise } from './authorisation.ts'
import type { RegistryContext } from './context.ts'
import { type Answer, type Incoming, text } from './exchange.ts'
import type { Quirks } from './quirks.ts'
import type { OriginName } from './request-log.ts'
import { answerOther, answerRegistry, repositoryIn } from './routes.ts'
import { answerTokenEndpoint, type Tokens, tokenPath } from './tokens.ts'

/**
 * Returns how a request at either origin is answered: by the token endpoint, by a refusal, or by
 * what the path stands for.
 */
export function createAnswer(
  context: RegistryContext,
  authentication: Authentication | undefined,
): (name: OriginName, request: Incoming) => Answer {
  const { origins, quirks } = context
  const tokens: Tokens = new Map()
  const tokenOrigin = quirks.challenge?.realm === 'other-origin' ? origins.other : origins.registry
  const tokenEndpoint = tokenPath(quirks.tokens ?? {})
  const realm = tokenOrigin + tokenEndpoint
  return (name, request) => {
    if (name === 'elsewhere') return text(502, 'no such host')
    const path = decodeURIComponent(request.url.pathname)
    if (path === tokenEndpoint && authentication?.scheme === 'bearer') {
      return answerTokenEndpoint(tokens, authentication, quirks.tokens ?? {}, request)
    }
    if (name === 'other') return answerOther(context, request)
    if (authentication === undefined || isUnrouted(quirks, path)) {
      return answerRegistry(context, request)
    }
    const authorised = authorise({ authentication, quirks, tokens, realm }, request, {
      repository: repositoryIn(path),
      action: actionOf(quirks, request.method, path),
    })
    if (authorised.refusal) return authorised.refusal
    return answerRegistry(context, { ...request, mayPull: authorised.mayPull })
  }
}

/** A router that does not know a path does not get as far as authentication. */
function isUnrouted({ referrers }: Quirks, path: string): boolean {
  return referrers?.endpoint === '404-text' && /^\/v2\/.+\/referrers\/[^/]+$/.test(path)
}

function actionOf({ challenge }: Quirks, method: string, path: string): Action {
  if (method !== 'GET' && method !== 'HEAD') return 'push'
  return (path.endsWith('/tags/list') && challenge?.tagsAction) || 'pull'
}
