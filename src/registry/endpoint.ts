import type { Digest } from '../oci/digest.ts'
import { dockerHub } from '../oci/docker-hub.ts'
import type { RegistryReference } from '../oci/reference.ts'

/** One repository of a registry, and where its API is. */
export interface Endpoint {
  /** `host[:port]`, as users write it. */
  readonly registry: string
  readonly repository: string
  /** Scheme, host and port of the API. */
  readonly origin: URL
}

/**
 * Returns the API's address of a reference: HTTPS, or plain HTTP where it is asked for or, by
 * default, on loopback, where nobody can listen in.
 */
export function endpointOf(
  { registry, repository }: RegistryReference,
  plainHttp: 'auto' | boolean,
): Endpoint {
  const host = registry === dockerHub.registry ? dockerHub.apiHost : registry
  const isPlain = plainHttp === 'auto' ? isLoopback(host) : plainHttp
  return { registry, repository, origin: new URL(`${isPlain ? 'http' : 'https'}://${host}/`) }
}

/** Tells whether `host[:port]` is `localhost`, in 127.0.0.0/8, or `[::1]`. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name)
}

/** Returns where a manifest is read and pushed (distribution-spec v1.1.1, Endpoints, as all below). */
export function manifestUrl(endpoint: Endpoint, tagOrDigest: string): URL {
  return url(endpoint, `manifests/${tagOrDigest}`)
}

/** Returns where a blob is read. */
export function blobUrl(endpoint: Endpoint, digest: Digest): URL {
  return url(endpoint, `blobs/${digest}`)
}

/** Returns where an upload begins. */
export function uploadsUrl(endpoint: Endpoint): URL {
  return url(endpoint, 'blobs/uploads/')
}

/** Returns where the referrers of the subject are listed. */
export function referrersUrl(endpoint: Endpoint, subject: Digest): URL {
  return url(endpoint, `referrers/${subject}`)
}

/**
 * Returns where ORAS lists the referrers of the subject, since its artifacts-spec 1.0.0-rc.1
 * (oras-project/artifacts-spec, manifest-referrers-api.md).
 */
export function orasReferrersUrl(endpoint: Endpoint, subject: Digest): URL {
  const list = url(endpoint, '_oras/artifacts/referrers')
  list.searchParams.set('digest', subject)
  return list
}

/** Returns where ORAS listed them in draft.1, outside of the registry's own paths. */
export function orasDraftReferrersUrl({ origin, repository }: Endpoint, subject: Digest): URL {
  return new URL(`/oras/artifacts/v1/${repository}/manifests/${subject}/referrers`, origin)
}

/** Returns where a registry lists its extensions (distribution-spec, extensions/_oci.md). */
export function extensionsUrl(endpoint: Endpoint): URL {
  return url(endpoint, '_oci/ext/discover')
}

/**
 * Returns the URL with the digest added to its query, which is kept to the letter: it may hold
 * state that the registry has signed.
 */
export function withDigest(location: URL, digest: Digest): URL {
  const href = location.href.replace(/#.*$/, '')
  const separator = href.includes('?') ? '&' : '?'
  return new URL(`${href}${separator}digest=${encodeURIComponent(digest)}`)
}

function url({ origin, repository }: Endpoint, route: string): URL {
  return new URL(`/v2/${repository}/${route}`, origin)
}
