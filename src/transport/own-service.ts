import { reachOf } from './addresses.ts'
import { shareDomain } from './shared-domain.ts'

/** Registries and the token services that are known to be their own, though their domains do not tell. */
const known: readonly (readonly [registry: RegExp, service: RegExp])[] = [
  [/^nvcr\.io$/, /^authn\.nvidia\.com$/],
  [/^rg\.[a-z]+-[a-z]+\.scw\.cloud$/, /^api\.scaleway\.com$/],
  // Alibaba's regions share services; `oss-…` is no region but has everybody's buckets.
  [
    /^(?:registry(?:-[a-z]+)?\.[a-z0-9-]+|[a-z0-9-]+\.[a-z0-9-]+(?:\.personal)?\.cr)\.aliyuncs\.com$/,
    /^dockerauth(?:-[a-z]+)?\.[a-z]{2}-[a-z0-9-]+\.aliyuncs\.com$/,
  ],
]

/**
 * Tells whether the credentials for a registry may be sent to the token service at the host `service`: the
 * registry's own host; one below or above it, since who has a name also gives out those below it; one
 * that is known; one in the same domain, where that has one owner as far as names tell; both on loopback.
 */
export function isOwnService(service: string, registry: string): boolean {
  return (
    service === registry ||
    isBelow(service, registry) ||
    isBelow(registry, service) ||
    known.some(([host, its]) => host.test(registry) && its.test(service)) ||
    shareDomain(service, registry) ||
    (reachOf(service) === 'loopback' && reachOf(registry) === 'loopback')
  )
}

function isBelow(host: string, other: string): boolean {
  return other.includes('.') && host.endsWith(`.${other}`)
}
