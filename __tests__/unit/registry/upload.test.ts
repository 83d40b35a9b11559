import { describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import type { Endpoint } from '../../../src/registry/endpoint.ts'
import { createUpload } from '../../../src/registry/upload.ts'
import type { HttpRequest, Send } from '../../../src/transport/http.ts'
import { textContent } from '../../support/artifacts.ts'
import { type Answer, scripted } from '../transport/scripted-send.ts'

const endpoint: Endpoint = {
  registry: 'registry.example',
  repository: 'app',
  origin: new URL('https://registry.example/'),
}
const broken = new OciError('CONNECTION_FAILED', 'no connection')

function sessionOf(sendOnce: Send): Parameters<typeof createUpload>[0] {
  return {
    endpoint,
    sendOnce,
    retrying: (operation) => operation(),
    tidying: (work) => work(),
  }
}

/** Uploads to a registry that begins uploads at the location, and returns all that was sent. */
async function uploadTo(
  location: string,
  put: Answer | Error,
): Promise<{ readonly requests: readonly HttpRequest[]; readonly failure: unknown }> {
  const { send, requests } = scripted(({ method }) => {
    if (method === 'POST') return { status: 202, headers: { location } }
    return method === 'PUT' ? put : { status: 204 }
  })
  const upload = createUpload(sessionOf(send))
  const failure = await upload(textContent('a')).catch((error: unknown) => error)
  return { requests, failure }
}

/** Returns what is sent after an upload broke, of which the registry says where it stands. */
async function giveBack(
  statusOf: (deletions: number) => number,
  standing: Answer,
): Promise<readonly string[]> {
  let deletions = 0
  const location = '/v2/app/blobs/uploads/1'
  const { send, requests } = scripted(({ method }) => {
    if (method === 'POST') return { status: 202, headers: { location } }
    if (method === 'PUT') return broken
    if (method === 'GET') return standing
    deletions += 1
    return { status: statusOf(deletions) }
  })
  const tidied: Promise<unknown>[] = []
  const tidying = <T>(work: () => Promise<T>): Promise<T> => {
    const done = work()
    tidied.push(done.catch(() => undefined))
    return done
  }
  const upload = createUpload({ ...sessionOf(send), tidying })
  await upload(textContent('a')).catch(() => undefined)
  await Promise.all(tidied)
  return requests.slice(2).map(({ method, url }) => `${method} ${url.pathname}${url.search}`)
}

describe('an upload that breaks', () => {
  test('is given back to the registry, where it said, with what is at hand', async () => {
    const { requests, failure } = await uploadTo('/v2/app/blobs/uploads/1?_state=x%2F', broken)
    expect(failure).toBe(broken)
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'PUT', 'DELETE'])
    expect(requests.at(-1)).toEqual({
      method: 'DELETE',
      url: new URL('https://registry.example/v2/app/blobs/uploads/1?_state=x%2F'),
      credentials: 'at-hand',
      onCancel: 'begin',
    })
  })

  test('where it stands, if bytes of it have arrived', async () => {
    const requests = await giveBack((deletions) => (deletions === 1 ? 416 : 204), {
      status: 204,
      headers: { location: '/v2/app/blobs/uploads/1?_state=later' },
    })
    expect(requests).toEqual([
      'DELETE /v2/app/blobs/uploads/1',
      'GET /v2/app/blobs/uploads/1',
      'DELETE /v2/app/blobs/uploads/1?_state=later',
    ])
  })

  test('again while bytes of it arrive, but not for ever', async () => {
    const standing = { status: 204, headers: { location: '/v2/app/blobs/uploads/1' } }
    const requests = await giveBack(() => 416, standing)
    expect(requests.filter((request) => request.startsWith('DELETE'))).toHaveLength(3)
  })

  test.each<Answer>([
    { status: 404 },
    { status: 204, headers: { location: 'https://storage.example/1' } },
    { status: 204 },
  ])('and no further where the registry says of it %j', async (standing) => {
    const requests = await giveBack(() => 416, standing)
    expect(requests.map((request) => request.split(' ')[0])).toEqual(['DELETE', 'GET'])
  })

  test.each(['https://storage.example/1', 'https://registry.example:8443/1'])(
    'is left alone at another origin: %s',
    async (location) => {
      const { requests } = await uploadTo(location, broken)
      expect(requests.map(({ method }) => method)).toEqual(['POST', 'PUT'])
    },
  )
})

test.each([200, 201, 202, 204])('an upload that is answered %d is done', async (status) => {
  const { requests } = await uploadTo('/v2/app/blobs/uploads/1', { status })
  expect(requests.map(({ method }) => method)).toEqual(['POST', 'PUT'])
})
