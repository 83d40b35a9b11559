import { describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import { connectionError } from '../../../src/transport/connection-error.ts'

const url = new URL('https://r.example:5000/v2/a?secret=1')
const failure = (code: string, message = 'why'): Error =>
  Object.assign(new Error(message), { code })

describe('a failure to get an answer', () => {
  test.each([
    ['ENOTFOUND', 'CONNECTION_FAILED', 'name of the registry'],
    ['EAI_AGAIN', 'CONNECTION_FAILED', 'HTTPS_PROXY'],
    ['ECONNREFUSED', 'CONNECTION_FAILED', 'registry is up'],
    ['ECONNRESET', 'CONNECTION_FAILED', 'registry is up'],
    ['EPIPE', 'CONNECTION_FAILED', 'registry is up'],
    ['UND_ERR_SOCKET', 'CONNECTION_FAILED', 'registry is up'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'CONNECTION_FAILED', 'registry is up'],
    ['ETIMEDOUT', 'TIMEOUT', 'reachable'],
    ['UND_ERR_CONNECT_TIMEOUT', 'TIMEOUT', 'reachable'],
    ['UND_ERR_HEADERS_TIMEOUT', 'TIMEOUT', 'reachable'],
    ['UND_ERR_BODY_TIMEOUT', 'TIMEOUT', 'reachable'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'TLS_FAILED', 'ca-file'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'TLS_FAILED', 'ca-file'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'TLS_FAILED', 'ca-file'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'TLS_FAILED', 'ca-file'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'TLS_FAILED', 'another name'],
    ['CERT_HAS_EXPIRED', 'TLS_FAILED', 'clock'],
    ['CERT_NOT_YET_VALID', 'TLS_FAILED', 'clock'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'TLS_FAILED', 'plain-http'],
    ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'TLS_FAILED', 'TLS settings'],
    ['CERT_REVOKED', 'TLS_FAILED', 'TLS settings'],
    ['INVALID_PURPOSE', 'TLS_FAILED', 'TLS settings'],
    ['UND_ERR_PRX_TLS', 'TLS_FAILED', 'proxy'],
    ['HPE_INVALID_CONSTANT', 'RESPONSE_INVALID', 'HTTPS'],
    ['UND_ERR_HEADERS_OVERFLOW', 'RESPONSE_INVALID', 'HTTPS'],
    ['UND_ERR_REQ_CONTENT_LENGTH_MISMATCH', 'SIZE_INVALID', 'file changed'],
    ['UND_ERR_DESTROYED', 'CANCELLED', 'Run it again'],
  ])('%s is %s', (cause, code, advice) => {
    const error = connectionError(failure(cause), url)
    expect(error).toMatchObject({ code, advice: expect.stringContaining(advice) })
    expect(error.message).toMatch(/ r\.example:5000: why$/)
    expect(error.cause).toMatchObject({ code: cause })
  })

  test('over several addresses is that of the first, with the words of all', () => {
    const cause = new AggregateError(
      [failure('ECONNREFUSED', 'a'), failure('EHOSTUNREACH', 'b')],
      '',
    )
    expect(connectionError(cause, url)).toMatchObject({
      code: 'CONNECTION_FAILED',
      message: 'no connection to r.example:5000: a, b',
    })
  })

  test.each([
    [
      failure('EPROTO', '0A00010B:SSL routines::wrong version number:a.c:1'),
      'TLS_FAILED',
      'plain-http',
    ],
    [
      failure('EPROTO', '0A0000C6:SSL routines::packet length too long:a.c:1'),
      'TLS_FAILED',
      'plain-http',
    ],
    [
      new Error('Response does not match (Invalid EOF state)'),
      'CONNECTION_FAILED',
      'registry is up',
    ],
  ])('is told by its words where its code says less: %p', (cause, code, advice) => {
    expect(connectionError(cause, url)).toMatchObject({
      code,
      advice: expect.stringContaining(advice),
    })
  })

  test.each([[undefined], ['text'], [new Error('')]])(
    'of no known kind is a broken connection: %p',
    (cause) => {
      expect(connectionError(cause, url)).toMatchObject({ code: 'CONNECTION_FAILED' })
    },
  )

  test('that is an OciError stays one', () => {
    const cause = new OciError('DIGEST_INVALID', 'wrong')
    expect(connectionError(cause, url)).toBe(cause)
  })
})
