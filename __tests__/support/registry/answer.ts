import type { Authentication } from './accounts.ts'
import { authorise } from './authorisation.ts'
import type { RegistryContext } from './context.ts'
import type { Answer, Incoming } from './exchange.ts'
import type { OriginName } from './request-log.ts'
import { answerOther, answerRegistry, repositoryIn } from './routes.ts'
import { answerTokenEndpoint, TOKEN_PATH, type Tokens } from './tokens.ts'

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
  return (name, request) => {
    const path = decodeURIComponent(request.url.pathname)
    if (path === TOKEN_PATH && authentication?.scheme === 'bearer') {
      return answerTokenEndpoint(tokens, authentication, quirks.tokens ?? {}, request)
    }
    if (name === 'other') return answerOther(context, request)
    if (authentication === undefined) return answerRegistry(context, request)
    const authorised = authorise({ authentication, quirks, tokens, tokenOrigin }, request, {
      repository: repositoryIn(path),
      action: request.method === 'GET' || request.method === 'HEAD' ? 'pull' : 'push',
    })
    if (authorised.refusal) return authorised.refusal
    return answerRegistry(context, { ...request, mayPull: authorised.mayPull })
  }
}
