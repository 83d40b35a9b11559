import { describe, expect, test } from '@jest/globals'
import type { SpecErrorCode } from '../../../src/oci/error.ts'
import { expectStatus } from '../../../src/transport/errors.ts'
import type { HttpRequest, HttpResponse } from '../../../src/transport/http.ts'
import { type Answer, answerTo, rejection } from './scripted-send.ts'

const url = new URL('https://r.example/v2/org/app/manifests/v1?secret=1')

interface Failure extends Answer {
  readonly method?: HttpRequest['method']
  readonly scheme?: string
  readonly host?: string
  readonly source?: string
}

function failed({
  method = 'GET',
  scheme = 'https',
  host = url.host,
  source,
  ...answer
}: Failure): Promise<unknown> {
  const response: HttpResponse = {
    ...answerTo(
      { method, url: new URL(`${scheme}://${host}${url.pathname}${url.search}`) },
      answer,
    ),
    ...(source !== undefined && { credentialSource: source }),
  }
  return rejection(expectStatus(response, [200], { absent: 'MANIFEST_UNKNOWN' }))
}

const says = (code: string, message = ''): string => JSON.stringify({ errors: [{ code, message }] })

test('an expected answer is left alone', async () => {
  const response = answerTo({ method: 'GET', url }, { status: 404, body: 'unread' })
  await expectStatus(response, [200, 404], { absent: 'MANIFEST_UNKNOWN' })
  expect([response.body.destroyed, response.body.readableDidRead]).toEqual([false, false])
})

describe('another answer becomes an error', () => {
  test('that says what was tried, what the registry said and the status, without the query', async () => {
    expect(
      await failed({ status: 400, body: says('MANIFEST_INVALID', 'no layers') }),
    ).toMatchObject({
      code: 'MANIFEST_INVALID',
      status: 400,
      message:
        'GET https://r.example/v2/org/app/manifests/v1 was answered 400: MANIFEST_INVALID: no layers',
    })
  })

  test.each<[number, string, string]>([
    [401, '', 'UNAUTHORIZED'],
    [401, says('MANIFEST_UNKNOWN'), 'UNAUTHORIZED'],
    [403, says('UNAUTHORIZED'), 'DENIED'],
    [408, '', 'TIMEOUT'],
    [429, '<html>', 'TOOMANYREQUESTS'],
    [404, '', 'MANIFEST_UNKNOWN'],
    [404, '404 page not found', 'MANIFEST_UNKNOWN'],
    [404, says('UNKNOWN', 'Not Found'), 'MANIFEST_UNKNOWN'],
    [404, says('BLOB_UNKNOWN'), 'MANIFEST_UNKNOWN'],
    [404, says('NAME_UNKNOWN'), 'NAME_UNKNOWN'],
    [404, says('DENIED'), 'DENIED'],
    [400, says('MANIFEST_UNKNOWN'), 'RESPONSE_INVALID'],
    [400, says('MANIFEST_BLOB_UNKNOWN'), 'MANIFEST_BLOB_UNKNOWN'],
    [400, says('WHATEVER'), 'RESPONSE_INVALID'],
    [405, '', 'UNSUPPORTED'],
    [405, says('DENIED'), 'DENIED'],
    [413, '', 'SIZE_INVALID'],
    [413, says('MANIFEST_INVALID'), 'MANIFEST_INVALID'],
    [415, says('MANIFEST_INVALID'), 'MANIFEST_INVALID'],
    [500, says('MANIFEST_UNKNOWN'), 'RESPONSE_INVALID'],
    [503, '', 'RESPONSE_INVALID'],
    [302, '', 'RESPONSE_INVALID'],
    [204, '', 'RESPONSE_INVALID'],
  ])('%d %s: %s', async (status, body, code) => {
    expect(await failed({ status, body })).toMatchObject({ code, status })
  })

  test('with what a 404 to this request means', async () => {
    const absent: SpecErrorCode = 'BLOB_UNKNOWN'
    const response = answerTo({ method: 'HEAD', url }, { status: 404 })
    expect(await rejection(expectStatus(response, [200], { absent }))).toMatchObject({
      code: absent,
    })
  })
})

describe('a tag that cannot be overwritten', () => {
  test.each([
    ['Amazon ECR', 400, says('TAG_INVALID', "The image tag 'v1' already exists")],
    ['Quay', 409, says('TAG_IMMUTABLE')],
    ['Harbor', 412, says('PRECONDITION', "'a:v1' configured as immutable.")],
    ['others', 403, says('DENIED', 'tag is Immutable')],
    ['others, in text', 400, 'cannot overwrite immutable tag'],
  ])('is known by what %s says', async (_name, status, body) => {
    expect(await failed({ method: 'PUT', status, body })).toMatchObject({
      code: 'TAG_IMMUTABLE',
      advice: expect.stringContaining('sha256-'),
    })
  })

  test.each<[HttpRequest['method'], number, string]>([
    ['GET', 400, says('TAG_INVALID')],
    ['PUT', 412, says('PROJECTPOLICYVIOLATION')],
    ['PUT', 500, says('UNKNOWN', 'immutable')],
  ])('is not seen in the answer to %s: %d %s', async (method, status, body) => {
    expect(await failed({ method, status, body })).toMatchObject({ code: 'RESPONSE_INVALID' })
  })
})

describe('advice', () => {
  const advice = (text: string) => ({ advice: expect.stringContaining(text) })

  test.each<[string, Failure, string]>([
    ['no credentials', { status: 401 }, 'No credentials were sent: log in to r.example first'],
    ['wrong ones', { status: 401, source: 'config.json' }, 'The credentials from config.json were'],
    ['reading', { status: 403 }, 'permission to pull'],
    ['writing', { status: 403, method: 'PUT' }, 'permission to push'],
    [
      'expired ones (Amazon ECR)',
      {
        status: 403,
        host: '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
        source: 'config.json',
        body: says('DENIED', 'Your authorization token has expired.'),
      },
      'have expired: log in to 123456789012.dkr.ecr.eu-west-1.amazonaws.com again',
    ],
    ['ghcr.io, reading', { status: 401, host: 'ghcr.io' }, '`permissions: packages: read`'],
    ['ghcr.io', { status: 403, host: 'ghcr.io', method: 'POST' }, '`permissions: packages: write`'],
    ['Docker Hub', { status: 401, host: 'registry-1.docker.io', method: 'POST' }, 'Read & Write'],
    [
      'Amazon ECR',
      { status: 403, host: '123456789012.dkr.ecr.eu-west-1.amazonaws.com', method: 'PUT' },
      'ecr:PutImage',
    ],
    [
      'Artifact Registry',
      { status: 403, host: 'europe-docker.pkg.dev', method: 'PUT' },
      'roles/artifactregistry.writer',
    ],
    ['Azure', { status: 403, host: 'me.azurecr.io', method: 'PUT' }, 'AcrPush'],
    ['GitLab', { status: 403, host: 'registry.gitlab.com', method: 'PUT' }, 'write_registry'],
    ['too many requests', { status: 429 }, 'Log in'],
    ['too many requests, logged in', { status: 429, source: 'config.json' }, 'lower concurrency'],
    ['too large', { status: 413 }, 'more than the registry takes'],
    [
      'too large (distribution)',
      { status: 400, body: says('MANIFEST_INVALID', 'http: request body too large') },
      'more than the registry takes',
    ],
    ['absence', { status: 404 }, 'a private repository seems absent too'],
    [
      'plain HTTP to an HTTPS port (Go)',
      { status: 400, body: 'Client sent an HTTP request to an HTTPS server.' },
      'set plain-http to false',
    ],
    [
      'plain HTTP to an HTTPS port, HEAD',
      { status: 400, method: 'HEAD', scheme: 'http' },
      'set plain-http to false',
    ],
    ['a broken registry', { status: 500 }, 'try again later'],
  ])('on %s', async (_name, failure, text) => {
    expect(await failed(failure)).toMatchObject(advice(text))
  })

  test('is not made up', async () => {
    expect(await failed({ status: 400 })).toMatchObject({ advice: undefined })
    expect(await failed({ status: 404, source: 'config.json' })).toMatchObject({
      advice: 'Check the name, and that it exists.',
    })
  })
})
