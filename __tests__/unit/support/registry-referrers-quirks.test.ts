import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { encodeJson } from '../../../src/oci/encoded.ts'
import { OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { referrersTag } from '../../../src/oci/referrers-tag.ts'
import { artifactOn } from '../../support/artifacts.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { testImage } from '../../support/test-image.ts'

const start = useTestRegistry()
const { descriptor: image } = testImage()

const list = ({ origin }: TestRegistry, name = 'a', query = '') =>
  fetch(`${origin}/v2/${name}/referrers/${image.digest}${query}`)

async function push({ origin, putBlob }: TestRegistry, note: string) {
  const { manifest } = artifactOn(image, note)
  for (const part of ['{}', note]) putBlob('a', new TextEncoder().encode(part))
  const { digest, mediaType } = manifest.descriptor
  const headers = { 'content-type': mediaType }
  const url = `${origin}/v2/a/manifests/${digest}`
  const { status } = await fetch(url, { method: 'PUT', body: manifest.bytes, headers })
  expect(status).toBe(201)
  return digest
}

describe('referrers', () => {
  test('may be listed by the registry at their tag too', async () => {
    const registry = await start({ quirks: { referrers: { tag: 'kept-by-registry' } } })
    const digests = [await push(registry, 'one'), await push(registry, 'two')]
    const tagged = registry.manifest('a', referrersTag(image.digest))
    const { manifests } = JSON.parse(Buffer.from(tagged ?? '').toString())
    expect(manifests).toMatchObject(digests.map((digest) => ({ digest })))
    expect(registry.referrersOf('a', image.digest)).toMatchObject(manifests)
  })

  test('may be said to be more than there are: cosign’s tag without a subject', async () => {
    const registry = await start({ quirks: { list: { accessories: 'cosign-tags' } } })
    registry.putImage('a')
    const signature = encodeJson({
      schemaVersion: 2,
      mediaType: OCI_IMAGE_MANIFEST,
      config: {},
      layers: [],
    })
    registry.putManifest('a', signature, `${referrersTag(image.digest)}.sig`)
    expect(await (await list(registry)).json()).toMatchObject({
      manifests: [{ digest: signature.descriptor.digest }],
    })
  })

  test('may be filtered without a header that says so', async () => {
    const registry = await start({ quirks: { list: { filter: 'annotated' } } })
    await push(registry, 'one')
    const answer = await list(registry, 'a', '?artifactType=text/x-none')
    expect(answer.headers.has('oci-filters-applied')).toBe(false)
    expect(await answer.json()).toMatchObject({
      manifests: [],
      annotations: { 'org.opencontainers.referrers.filtersApplied': 'artifactType' },
    })
  })

  test('may have a field that no descriptor has', async () => {
    const registry = await start({ quirks: { list: { strayField: 'schemaVersion' } } })
    await push(registry, 'one')
    expect(await (await list(registry)).json()).toMatchObject({ manifests: [{ schemaVersion: 2 }] })
  })

  test.each([
    ['404-unknown-repository', 404, ''],
    ['400-unknown-subject', 404, 'NAME_UNKNOWN'],
  ] as const)('of no repository may be an error: %s', async (endpoint, status, code) => {
    const registry = await start({ quirks: { referrers: { endpoint } } })
    registry.putImage('a')
    expect((await list(registry)).status).toBe(200)
    const answer = await list(registry, 'none')
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(code)])
  })
})

test('a registry goes by its names through its proxy, and others lead nowhere', async () => {
  const names = { registry: 'registry.example', other: 'auth.example' }
  const registry = await start({
    names,
    authentication: { scheme: 'basic', accounts: [] },
    quirks: { challenge: { realm: 'other-origin' } },
  })
  const ask = async (url: string) => {
    const { hostname, port } = new URL(registry.proxy)
    const outgoing = request({ hostname, port, path: url, agent: false }).end()
    const [answer]: IncomingMessage[] = await once(outgoing, 'response')
    return answer && [answer.statusCode, await text(answer)]
  }
  expect(await ask('http://registry.example/v2/')).toEqual([401, expect.any(String)])
  expect(await ask('http://auth.example/login')).toEqual([200, expect.any(String)])
  expect(await ask('http://elsewhere.example/')).toEqual([502, 'no such host'])
  expect(registry.host).toBe('registry.example')
  expect(registry.requests).toMatchObject([
    { origin: 'registry', path: '/v2/' },
    { origin: 'other', path: '/login' },
    { origin: 'elsewhere', path: '/' },
  ])
})
