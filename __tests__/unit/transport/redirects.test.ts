import { describe, expect, test } from '@jest/globals'
import type { HttpRequest } from '../../../src/transport/http.ts'
import { MAX_REDIRECTS, redirecting } from '../../../src/transport/redirects.ts'
import { type Answer, inTurn, rejection, scripted } from './scripted-send.ts'

const to = (location: string, status = 307): Answer => ({ status, headers: { location } })
const get: HttpRequest = {
  method: 'GET',
  url: new URL('https://r.example/v2/a'),
  headers: { accept: 'text/plain' },
  redirects: 'follow',
}

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('with %d is followed', async (status) => {
    const { send, requests, responses } = inTurn(to('https://cdn.example/b?sig=1', status), {})
    const response = await redirecting(send)(get)
    expect([response.status, response.url.href]).toEqual([200, 'https://cdn.example/b?sig=1'])
    expect(requests[1]).toMatchObject({ method: 'GET', headers: { accept: 'text/plain' } })
    expect(responses[0]?.body.destroyed).toBe(true)
  })

  test('is relative to where it comes from', async () => {
    const { send, requests } = inTurn(to('https://cdn.example/b/c'), to('../d'), {})
    await redirecting(send)(get)
    expect(requests.at(-1)?.url.href).toBe('https://cdn.example/d')
  })

  test('keeps credentials within the origin and drops them for good outside', async () => {
    const { send, requests } = inTurn(
      to('/v2/b'),
      to('https://r.example:8443/c'),
      to('https://r.example/v2/d'),
      to('/v2/e'),
      {},
    )
    await redirecting(send)(get)
    expect(requests.map(({ credentials }) => credentials)).toEqual([
      undefined,
      undefined,
      'omit',
      'omit',
      'omit',
    ])
  })

  test('of a HEAD stays a HEAD', async () => {
    const { send, requests } = inTurn(to('/v2/b', 303), {})
    await redirecting(send)({ ...get, method: 'HEAD' })
    expect(requests.map(({ method }) => method)).toEqual(['HEAD', 'HEAD'])
  })
})

describe('the redirect itself is the answer', () => {
  test.each<[string, Partial<HttpRequest>, Answer]>([
    ['where none is to be followed', { redirects: 'none' }, to('/b')],
    ['to an upload', { method: 'PUT' }, to('/b')],
    ['to a POST', { method: 'POST' }, to('/b')],
    ['without a Location', {}, { status: 302 }],
    ['with a Location that is none', {}, to('https://:0/')],
    ['where the status is no redirect', {}, to('/b', 304)],
    ['to another host', { redirects: 'same-origin' }, to('https://github.com/login', 303)],
    ['to another port', { redirects: 'same-origin' }, to('https://r.example:444/')],
    ['to plain HTTP of the same host', { redirects: 'same-origin' }, to('http://r.example/')],
  ])('%s', async (_name, more, redirect) => {
    const { send, requests, responses } = inTurn(redirect)
    const response = await redirecting(send)({ ...get, ...more })
    expect(response).toBe(responses[0])
    expect([requests.length, response.body.destroyed]).toEqual([1, false])
  })

  test('unless it stays within the origin', async () => {
    const { send } = inTurn(to('/v2/b'), {})
    const response = await redirecting(send)({ ...get, redirects: 'same-origin' })
    expect(response.url.href).toBe('https://r.example/v2/b')
  })
})

describe('a redirect is refused', () => {
  test.each([
    ['http://r.example/v2/a', 'from HTTPS to HTTP'],
    ['http://cdn.example/', 'from HTTPS to HTTP'],
    ['https://127.0.0.1/', 'into a private network'],
    ['https://localhost:9000/', 'into a private network'],
    ['https://169.254.169.254/latest/meta-data', 'into a private network'],
    ['https://[fe80::1]/', 'into a private network'],
    ['https://10.1.1.1/', 'into a private network'],
    ['file:///etc/passwd', 'no web address'],
    ['data:text/plain,a', 'no web address'],
  ])('to %s: %s', async (location, why) => {
    const { send, responses } = inTurn(to(location))
    expect(await rejection(redirecting(send)(get))).toMatchObject({
      code: 'RESPONSE_INVALID',
      message: expect.stringContaining(why),
    })
    expect(responses[0]?.body.destroyed).toBe(true)
  })

  test('into a private network also from a storage', async () => {
    const { send } = inTurn(to('https://cdn.example/'), to('https://10.1.1.1/'))
    expect(await rejection(redirecting(send)(get))).toMatchObject({ code: 'RESPONSE_INVALID' })
  })

  test('when there are too many', async () => {
    const { send, requests } = scripted((_request, count) => to(`/v2/${count}`))
    expect(await rejection(redirecting(send)(get))).toMatchObject({
      message: `GET https://r.example/v2/a redirects more than ${MAX_REDIRECTS} times`,
    })
    expect(requests).toHaveLength(MAX_REDIRECTS + 1)
  })
})

test('a registry on loopback may have its storage there', async () => {
  const { send, requests } = inTurn(to('http://127.0.0.1:9000/bucket'), {})
  await redirecting(send)({ ...get, url: new URL('http://localhost:5000/v2/a') })
  expect(requests[1]).toMatchObject({ credentials: 'omit' })
})
