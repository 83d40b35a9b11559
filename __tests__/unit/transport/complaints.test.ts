import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { complaintsOf, quote, readComplaints } from '../../../src/transport/complaints.ts'
import { answer } from './scripted-send.ts'

const said = (body: string): string => quote(complaintsOf(Buffer.from(body)))

describe('what a registry says', () => {
  test.each([
    ['the specification', '{"errors":[{"code":"DENIED","message":"no"}]}', 'DENIED: no'],
    [
      'several errors',
      '{"errors":[{"code":"A","message":"a"},{"code":"B"},{"code":"C"},{"code":"D"}]}',
      'A: a; B; C',
    ],
    [
      'no code (Artifactory)',
      '{"errors":[{"status":405,"message":"Method Not Allowed"}]}',
      'Method Not Allowed',
    ],
    [
      'an object as message (Cloudsmith)',
      '{"errors":[{"code":"UNKNOWN_ERROR","message":{"non_field_errors":["Missing layers"]}}]}',
      'UNKNOWN_ERROR: {"non_field_errors":["Missing layers"]}',
    ],
    [
      'a text as detail (distribution)',
      '{"errors":[{"code":"MANIFEST_INVALID","message":"manifest invalid","detail":"http: request body too large"}]}',
      'MANIFEST_INVALID: manifest invalid (http: request body too large)',
    ],
    [
      'a list as detail (Azure)',
      '{"errors":[{"code":"UNAUTHORIZED","message":"no","detail":[{"Action":"pull"}]}]}',
      'UNAUTHORIZED: no ([{"Action":"pull"}])',
    ],
    [
      'a detail that repeats the message',
      '{"errors":[{"code":"X","message":"bad digest sha256:0","detail":"sha256:0"}]}',
      'X: bad digest sha256:0',
    ],
    ['no detail', '{"errors":[{"code":"X","message":"m","detail":null}]}', 'X: m'],
    ['a text among the errors', '{"errors":["busy"]}', 'busy'],
    ['Docker Hub’s token service', '{"details":"incorrect password"}', 'incorrect password'],
    ['OAuth2', '{"error":"invalid_grant","error_description":"expired"}', 'expired'],
    ['plain text (Amazon ECR)', 'Not Authorized\n', 'Not Authorized'],
    ['a web page', '<!DOCTYPE html><html>…', ''],
    ['nothing', '', ''],
    ['no errors', '{"errors":[]}', ''],
    ['an empty object', '{}', ''],
  ])('is quoted: %s', (_name, body, expected) => {
    expect(said(body)).toBe(expected)
  })

  test('is one line of printable characters and not long', () => {
    const message = 'a\r\n::error::b\u001b[31mc\u202ed'.padEnd(1000, 'x')
    const quoted = said(JSON.stringify({ errors: [{ code: 'A\nB', message }] }))
    expect(quoted).toMatch(/^A B: a ::error::b \[31mc dx+…$/)
    expect(quoted.length).toBeLessThan(310)
  })

  test('never makes it throw', () => {
    const errors = fc
      .record({ errors: fc.array(fc.jsonValue()) })
      .map((value) => JSON.stringify(value))
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), errors), (body) => void said(body)))
  })

  test('is read as far as it matters', async () => {
    const response = answer({ status: 500, body: 'x'.repeat(100_000) })
    expect(quote(await readComplaints(response))).toMatch(/^x{300}…$/)
    expect(response.body.destroyed).toBe(true)
  })

  test('is nothing where the connection breaks', async () => {
    const response = answer({ status: 500, body: 'x' })
    response.body.destroy(new Error('reset'))
    expect(await readComplaints(response)).toEqual([])
  })
})
