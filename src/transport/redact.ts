import type { HttpRequest } from './http.ts'

/**
 * Returns method, scheme, host and path of a request, for logs and messages. The query and user
 * information are left out: they hold presigned signatures and upload state (GHSA-5jhf-2qmf-m8c5).
 */
export function describeRequest({ method, url }: Pick<HttpRequest, 'method' | 'url'>): string {
  return `${method} ${withoutSecrets(url)}`
}

/** Returns scheme, host and path of a URL. */
export function withoutSecrets({ origin, pathname }: URL): string {
  return `${origin}${pathname}`
}
