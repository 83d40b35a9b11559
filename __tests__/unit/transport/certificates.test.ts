import { describe, expect, test } from '@jest/globals'
import { trusting } from '../../../src/transport/certificates.ts'
import { AUTHORITY, CERTIFICATE, KEY } from './test-certificates.ts'

describe('CA certificates', () => {
  test.each([
    ['one', AUTHORITY],
    ['several, with words between', `${AUTHORITY}\n# another\n${CERTIFICATE}`],
    ['one with a key beside', `${KEY}${AUTHORITY}`],
    ['with the line ends of Windows', AUTHORITY.replaceAll('\n', '\r\n')],
  ])('can be %s', (_name, pem) => {
    expect(trusting(pem).context).toBeDefined()
  })

  test.each([
    ['', 'no certificate'],
    ['not PEM at all', 'no certificate'],
    [KEY, 'no certificate'],
    [AUTHORITY.replace('MIIB', 'AAAA'), 'certificate 1 cannot be read'],
    [
      AUTHORITY + AUTHORITY.replace(/\n[^\n]+\n-----END/, '\n-----END'),
      'certificate 2 cannot be read',
    ],
  ])('that are none are an error of the input: %#', (pem, why) => {
    expect(() => trusting(pem)).toThrow(
      expect.objectContaining({ input: 'ca-file', message: expect.stringContaining(why) }),
    )
  })
})
