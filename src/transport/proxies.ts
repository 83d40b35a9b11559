import { OciError } from '../oci/error.ts'
import { reachOf } from './addresses.ts'

/** The proxy for each scheme and the hosts that need none; empty where none is set. */
export interface Proxies {
  readonly http: string
  readonly https: string
  readonly none: string
}

/**
 * Returns the proxies that the environment names. Of a variable in both cases the lower one counts,
 * as in the GitHub runner (its ADR 0263) and in curl; a proxy without a scheme is an HTTP proxy.
 * Throws CONNECTION_FAILED if one is not a URL, without its value: it may hold a password.
 */
export function proxiesOf(env: NodeJS.ProcessEnv): Proxies {
  const proxy = (name: 'http_proxy' | 'https_proxy'): string => {
    const value = (env[name] ?? env[name.toUpperCase()] ?? '').trim()
    if (value === '') return ''
    const url = URL.parse(value.includes('://') ? value : `http://${value}`)
    if (url?.hostname) return url.href
    throw new OciError('CONNECTION_FAILED', `${name.toUpperCase()} is not the URL of a proxy`, {
      advice: 'Set it to something like http://proxy.example.com:3128.',
    })
  }
  return {
    http: proxy('http_proxy'),
    https: proxy('https_proxy'),
    none: env['no_proxy'] ?? env['NO_PROXY'] ?? '',
  }
}

/**
 * Tells whether a request goes to its host directly, whatever NO_PROXY says: loopback is never the
 * proxy's own, and HTTP_PROXY is not for HTTPS.
 */
export function isDirect(url: URL, proxies: Proxies): boolean {
  if (reachOf(url.hostname) === 'loopback') return true
  return (url.protocol === 'https:' ? proxies.https : proxies.http) === ''
}
