import * as http from 'node:http'
import { join } from 'node:path'
import { DEFAULT_MIRROR_URL, initTUF, type TUFOptions } from '@sigstore/tuf'
import { OciError, type OciErrorCode } from '../oci/error.ts'
import { isObject, type JsonObject } from '../oci/json.ts'
import { quoted } from './refusal.ts'

/** Where a trusted root comes from. */
export interface RootSource {
  /** What is fetched is kept below it; later fetches ask only for what is new. */
  readonly cacheDirectory: string
  readonly signal?: AbortSignal
  /** By default that of the process: its proxies. */
  readonly env?: NodeJS.ProcessEnv
  /** A TUF repository and the path of the `root.json` that vouches for it; by default Sigstore's own. */
  readonly repository?: { readonly url: string; readonly rootFile: string }
}

/** The documents have some kilobytes each; a fetch asks for six at most, one after the other. */
const REQUEST_TIMEOUT = 10_000
const RETRY = { retries: 2, minTimeout: 300 }

/**
 * Returns the trusted root of Sigstore's public instance, JSON, over TUF: signed by its keyholders, not
 * expired, not older than what is cached. Throws an OciError: CONNECTION_FAILED or TIMEOUT if the
 * repository cannot be reached, RESPONSE_INVALID if what it says does not hold, CANCELLED.
 */
export async function fetchRoot(source: RootSource): Promise<string> {
  const { repository, signal, env = process.env } = source
  const url = repository?.url ?? DEFAULT_MIRROR_URL
  const options: TUFOptions = {
    cachePath: join(source.cacheDirectory, 'tuf'),
    mirrorURL: url,
    timeout: REQUEST_TIMEOUT,
    retry: RETRY,
    ...(repository && { rootPath: repository.rootFile }),
  }
  // tuf-js uses the `fetch` of Node, which looks at no proxy by itself; from 24.14 it can be told to.
  const restore = http.setGlobalProxyFromEnv?.(env)
  try {
    return await untilAborted(signal, () => getRoot(options))
  } catch (cause) {
    throw failure(new URL(url).host, cause, source)
  } finally {
    restore?.()
  }
}

/**
 * A cached root that is not the whole file that was written, as when a run was killed, must not stop
 * every later one; nothing else in the cache is believed without a signature.
 */
async function getRoot(options: TUFOptions): Promise<string> {
  const get = async (force: boolean): Promise<string> => {
    const tuf = await initTUF({ ...options, force })
    return tuf.getTarget('trusted_root.json')
  }
  try {
    return await get(false)
  } catch (error) {
    if (codeOf(error) !== 'RESPONSE_INVALID') throw error
    return get(true)
  }
}

async function untilAborted<T>(
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([work(), promise])
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

function failure(host: string, cause: unknown, { signal, cacheDirectory }: RootSource): OciError {
  if (signal?.aborted) {
    return new OciError('CANCELLED', `cancelled the fetch of Sigstore's trusted root`, { cause })
  }
  const words = errorsOf(cause).map(({ message }) => message)
  return new OciError(
    codeOf(cause),
    `no trusted root of Sigstore from ${host}: ${quoted(words.join(': '))}`,
    {
      advice: `Allow HTTPS to ${host} (through HTTPS_PROXY from Node 24.14, before with NODE_USE_ENV_PROXY=1), let ${cacheDirectory} be written, or give a trusted root as trusted-root.`,
      cause,
    },
  )
}

/** What is no failure of the network is one of the content. */
function codeOf(error: unknown): OciErrorCode {
  const errors = errorsOf(error)
  if (errors.some(({ message }) => /due to timeout$/.test(String(message)))) return 'TIMEOUT'
  const isUnreachable = errors.some(
    (each) => 'statusCode' in each || /fetch failed$/.test(String(each['message'])),
  )
  return isUnreachable ? 'CONNECTION_FAILED' : 'RESPONSE_INVALID'
}

/** Returns the error and its causes; that of a timeout is no `Error`. */
function errorsOf(error: unknown): readonly JsonObject[] {
  return isObject(error) ? [error, ...errorsOf(error['cause'])] : []
}
