import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../src/oci/digest.ts'
import { type Encoded, encodeJson } from '../../../src/oci/encoded.ts'
import type { JsonObject } from '../../../src/oci/json.ts'
import {
  OCI_ARTIFACT_MANIFEST,
  OCI_IMAGE_INDEX,
  OCI_IMAGE_MANIFEST,
  ORAS_ARTIFACT_MANIFEST,
} from '../../../src/oci/media-types.ts'
import { artifactOn } from '../../support/artifacts.ts'
import type { ManifestQuirks, UploadQuirks } from '../../support/registry/quirks.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'

const start = useTestRegistry()
const bytes = new TextEncoder().encode('content')
const digest = digestOf(bytes)

/** The status and, of an error, its code. */
async function outcomeOf(response: Response): Promise<string> {
  const body = (await response.text()) || '{}'
  const { errors = [] }: { readonly errors?: readonly { readonly code: string }[] } =
    JSON.parse(body)
  return [response.status, ...errors.map(({ code }) => code)].join(' ')
}

const registryWith = (manifests: ManifestQuirks) => start({ quirks: { manifests } })

function put({ origin }: TestRegistry, { bytes: body, descriptor }: Encoded<unknown>) {
  const headers = { 'content-type': descriptor.mediaType }
  return fetch(`${origin}/v2/a/manifests/${descriptor.digest}`, { method: 'PUT', body, headers })
}

describe('a manifest', () => {
  const artifactManifest = (mediaType: string) =>
    encodeJson({ mediaType, artifactType: 'text/x-note', blobs: [] } satisfies JsonObject)

  test.each([
    [{}, '201'],
    [{ artifactManifests: 400 }, '400 MANIFEST_INVALID'],
    [{ artifactManifests: 405, validation: 'ecr' }, '405 UNSUPPORTED'],
    [{ artifactManifests: 415 }, '415 MANIFEST_INVALID'],
  ] satisfies [ManifestQuirks, string][])(
    'for artifacts alone is answered, with %j, %s',
    async (quirks, expected) => {
      const registry = await registryWith(quirks)
      for (const mediaType of [OCI_ARTIFACT_MANIFEST, ORAS_ARTIFACT_MANIFEST]) {
        expect(await outcomeOf(await put(registry, artifactManifest(mediaType)))).toBe(expected)
      }
    },
  )

  test('may have to have a subject that is there', async () => {
    const registry = await registryWith({ subject: 'must-exist' })
    const image = registry.putImage('a')
    registry.putBlob('a', new TextEncoder().encode('{}'))
    registry.putBlob('a', new TextEncoder().encode('note'))
    const absent = { mediaType: OCI_IMAGE_MANIFEST, digest, size: 7 }
    const pushed = [absent, image.descriptor].map((subject) =>
      put(registry, artifactOn(subject, 'note').manifest).then(outcomeOf),
    )
    expect(await Promise.all(pushed)).toEqual(['400 MANIFEST_BLOB_UNKNOWN', '201'])
  })

  test('may be shown only to those who accept its type', async () => {
    const registry = await registryWith({ accept: 'must-match' })
    registry.putImage('a', { tag: 'v1' })
    const ask = async (accept: string) =>
      outcomeOf(await fetch(`${registry.origin}/v2/a/manifests/v1`, { headers: { accept } }))
    expect(await ask(OCI_IMAGE_INDEX)).toBe('404 MANIFEST_UNKNOWN')
    expect(await ask(`${OCI_IMAGE_INDEX}, ${OCI_IMAGE_MANIFEST};q=0.5`)).toBe('200')
    expect(await ask('*/*')).toBe('200')
  })

  test.each([
    [{ deletion: 'refused' }, 405, 405],
    [{ deletion: 'of-tags-refused' }, 405, 202],
    [{}, 202, 202],
  ] satisfies [ManifestQuirks, number, number][])(
    'may be there to stay: with %j a tag is answered %d, a digest %d',
    async (quirks, ofTag, ofDigest) => {
      const registry = await registryWith(quirks)
      const image = registry.putImage('a', { tag: 'v1' })
      const remove = async (reference: string) => {
        const url = `${registry.origin}/v2/a/manifests/${reference}`
        return (await fetch(url, { method: 'DELETE' })).status
      }
      expect(await remove('v1')).toBe(ofTag)
      expect(await remove(image.descriptor.digest)).toBe(ofDigest)
    },
  )

  test('may be said to be where uploads are', async () => {
    const registry = await registryWith({ location: 'upload' })
    const empty = encodeJson({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests: [] })
    const answer = await put(registry, empty)
    expect(answer.headers.get('location')).toMatch(/^\/v2\/a\/blobs\/uploads\/sha256:/)
  })
})

describe('an upload', () => {
  const registryOf = (uploads: UploadQuirks) => start({ quirks: { uploads } })
  const post = ({ origin }: TestRegistry, query: string, body?: Uint8Array) =>
    fetch(`${origin}/v2/b/blobs/uploads/?${query}`, { method: 'POST', ...(body && { body }) })

  test('may need a repository that somebody made', async () => {
    const registry = await registryOf({ repository: 'must-exist' })
    expect(await outcomeOf(await post(registry, `digest=${digest}`, bytes))).toBe(
      '404 NAME_UNKNOWN',
    )
    registry.putImage('b')
    expect((await post(registry, `digest=${digest}`, bytes)).status).toBe(201)
  })

  test('may be necessary although another repository has the blob', async () => {
    const registry = await registryOf({ mount: 202 })
    registry.putBlob('a', bytes)
    expect((await post(registry, `mount=${digest}&from=a`)).status).toBe(202)
  })

  test('of nothing at all may be refused', async () => {
    const registry = await registryOf({ emptyBlob: 400 })
    const nothing = new Uint8Array()
    const answer = await post(registry, `digest=${digestOf(nothing)}`, nothing)
    expect(await outcomeOf(answer)).toBe('400 SIZE_INVALID')
  })

  test('may go on in small pieces alone', async () => {
    const registry = await registryOf({ maxChunk: 4 })
    const begun = await post(registry, '')
    const patch = async (body: string) => {
      const url = `${registry.origin}${begun.headers.get('location')}`
      return outcomeOf(await fetch(url, { method: 'PATCH', body }))
    }
    expect(await patch('conte')).toBe('416 REQUESTED_RANGE_NOT_SATISFIABLE')
    expect(await patch('cont')).toBe('202')
  })
})
