import { describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import type { Endpoint } from '../../../src/registry/endpoint.ts'
import { createUpload } from '../../../src/registry/upload.ts'
import type { HttpRequest } from '../../../src/transport/http.ts'
import { textContent } from '../../support/artifacts.ts'
import { type Answer, scripted } from '../transport/scripted-send.ts'

const endpoint: Endpoint = {
  registry: 'registry.example',
  repository: 'app',
  origin: new URL('https://registry.example/'),
}
const broken = new OciError('CONNECTION_FAILED', 'no connection')

/** Uploads to a registry that begins uploads at the location, and returns all that was sent. */
async function uploadTo(
  location: string,
  put: Answer | Error,
): Promise<{ readonly requests: readonly HttpRequest[]; readonly failure: unknown }> {
  const { send, requests } = scripted(({ method }) => {
    if (method === 'POST') return { status: 202, headers: { location } }
    return method === 'PUT' ? put : { status: 204 }
  })
  const upload = createUpload({
    endpoint,
    sendOnce: send,
    retrying: (operation) => operation(),
    tidying: (work) => work(),
  })
  const failure = await upload(textContent('a')).catch((error: unknown) => error)
  return { requests, failure }
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
