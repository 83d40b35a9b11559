import { isNativeError } from 'node:util/types'
import { OciError, type OciErrorCode } from '../oci/error.ts'
import { printable } from './printable.ts'

interface Kind {
  readonly code: OciErrorCode
  readonly advice: string
}

/**
 * Returns why there is no answer from the URL's host, as an OciError with the host, the cause's own
 * words and what to do: CONNECTION_FAILED, TLS_FAILED, TIMEOUT, CANCELLED, RESPONSE_INVALID for what
 * is not HTTP, SIZE_INVALID for content that changed while it was sent. An OciError stays what it is.
 *
 * The cause is known by its `code`: Node's system and TLS error codes, OpenSSL's, and undici's.
 */
export function connectionError(cause: unknown, url: URL): OciError {
  if (cause instanceof OciError) return cause
  const code = codeOf(cause)
  const kind = kinds.find(([pattern]) => pattern.test(code))?.[1] ?? broken
  const words = printable(wordsOf(cause), 300)
  return new OciError(kind.code, `${nouns[kind.code] ?? 'no answer from'} ${url.host}: ${words}`, {
    advice: kind.advice,
    cause,
  })
}

const broken: Kind = {
  code: 'CONNECTION_FAILED',
  advice:
    'Check that the registry is up and that nothing between here and there (firewall, proxy) closes the connection.',
}

const nouns: Partial<Record<OciErrorCode, string>> = {
  CONNECTION_FAILED: 'no connection to',
  TLS_FAILED: 'no secure connection to',
  TIMEOUT: 'no answer in time from',
  CANCELLED: 'cancelled the request to',
  RESPONSE_INVALID: 'no valid HTTP answer from',
  SIZE_INVALID: 'wrong amount of content sent to',
}

/** The first pattern that matches the code decides. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [
    /^(?:UND_ERR_(?:DESTROYED|CLOSED)|ABORT_ERR)$/,
    { code: 'CANCELLED', advice: 'Run it again: what is already there is not sent again.' },
  ],
  [
    /TIMEOUT|TIMEDOUT/,
    {
      code: 'TIMEOUT',
      advice:
        'Check that the registry is up and reachable from here (firewall, HTTPS_PROXY, NO_PROXY).',
    },
  ],
  [
    /^(?:ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/,
    {
      code: 'CONNECTION_FAILED',
      advice:
        'Check the name of the registry and, where a proxy is needed, HTTPS_PROXY and NO_PROXY.',
    },
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|CERT_UNTRUSTED/,
    {
      code: 'TLS_FAILED',
      advice: 'Give the certificate of the authority that vouches for this registry as ca-file.',
    },
  ],
  [
    /ALTNAME|HOSTNAME_MISMATCH/,
    {
      code: 'TLS_FAILED',
      advice: 'The certificate is for another name: check the name of the registry.',
    },
  ],
  [
    /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/,
    {
      code: 'TLS_FAILED',
      advice:
        'The certificate is not valid now: have it renewed, or check the clock of this machine.',
    },
  ],
  [
    /WRONG_VERSION_NUMBER/,
    {
      code: 'TLS_FAILED',
      advice:
        'The registry does not seem to use TLS on this port: set plain-http if the network between can be trusted.',
    },
  ],
  [
    /CERT|^ERR_(?:TLS|SSL)|^EPROTO$|PRX_TLS|INVALID_(?:CA|PURPOSE)$/,
    {
      code: 'TLS_FAILED',
      advice:
        'Check the certificate and the TLS settings of the registry, or of the proxy before it.',
    },
  ],
  [
    /^(?:HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)/,
    {
      code: 'RESPONSE_INVALID',
      advice: 'Check the port, and whether the registry uses HTTPS there (plain-http).',
    },
  ],
  [
    /^UND_ERR_REQ_CONTENT_LENGTH_MISMATCH$/,
    { code: 'SIZE_INVALID', advice: 'The file changed while it was sent: run it again.' },
  ],
]

/**
 * An attempt over several addresses fails with one error for each; the first speaks for all. undici's
 * parser has names for its errors where it has no codes.
 */
function codeOf(error: unknown): string {
  if (!isNativeError(error)) return ''
  const [first] = errorsIn(error)
  const [, told] = tellingWords.find(([words]) => words.test(error.message)) ?? []
  const code = told ?? ('code' in error ? error.code : undefined)
  return String(code ?? (codeOf(first) || error.name))
}

function errorsIn(error: Error): readonly unknown[] {
  return 'errors' in error && Array.isArray(error.errors) ? error.errors : []
}

/** Where the code says less than the words: a handshake's is EPROTO, the parser's is missing. */
const tellingWords: readonly (readonly [RegExp, string])[] = [
  [/wrong version number|packet length too long|http request/i, 'ERR_SSL_WRONG_VERSION_NUMBER'],
  [/invalid eof state/i, 'ECONNRESET'],
]

function wordsOf(error: unknown): string {
  if (!isNativeError(error)) return String(error)
  return error.message || errorsIn(error).map(wordsOf).join(', ') || error.name
}
