import { OciError } from '../oci/error.ts'
import { mayBeSentTo } from './addresses.ts'
import type { Credential } from './credential.ts'
import { isOwnService } from './own-service.ts'

/**
 * Returns where tokens for the API at `origin` are asked for, which the `realm` of its challenge
 * names. The registry's answer chooses this address, so it must be safe to go to: HTTPS, unless the
 * registry itself is plain HTTP, and no address that only we can reach (GHSA-xf85-363p-868w).
 *
 * A credential is sent there only if the host is the registry's own by name (`isOwnService`). Anonymous
 * tokens may be asked for anywhere else. Throws RESPONSE_INVALID or, for a credential that is not
 * sent, UNAUTHORIZED.
 */
export function tokenService(realm: string, origin: URL, credential: Credential | undefined): URL {
  const service = URL.parse(realm, origin.href)
  const isWeb = service?.protocol === 'https:' || service?.protocol === 'http:'
  if (!service || !isWeb) throw unsafe(origin, 'no web address')
  if (service.protocol === 'http:' && origin.protocol === 'https:') {
    throw unsafe(origin, `${service.origin}, which is not encrypted`)
  }
  if (!mayBeSentTo(service.hostname, origin.hostname)) {
    throw unsafe(origin, `${service.origin}, which is in a private network`)
  }
  if (credential && !isOwnService(service.hostname, origin.hostname)) {
    throw untrusted(service, origin, credential)
  }
  return withoutUser(service)
}

/** What was checked is what is asked: a path such as `//host/token` must not be read once more, as an address. */
function withoutUser(service: URL): URL {
  const url = new URL(service)
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

function unsafe(origin: URL, what: string): OciError {
  return new OciError('RESPONSE_INVALID', `${origin.host} names as its token service ${what}`, {
    advice: 'The public address of the token service is not set up right at the registry.',
  })
}

function untrusted(service: URL, origin: URL, { source }: Credential): OciError {
  return new OciError(
    'UNAUTHORIZED',
    `${origin.host} wants the credentials from ${source} to be sent to ${service.host}, which may not be its own`,
    {
      advice: `If ${service.host} is to be trusted, get a token there and put it as registrytoken of ${origin.host} into Docker's configuration.`,
    },
  )
}
