import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseDigest } from '../../../src/oci/digest.ts'
import type { RegistryReference } from '../../../src/oci/reference.ts'
import {
  blobUrl,
  endpointOf,
  extensionsUrl,
  isLoopback,
  manifestUrl,
  orasDraftReferrersUrl,
  orasReferrersUrl,
  referrersUrl,
  uploadsUrl,
  withDigest,
} from '../../../src/registry/endpoint.ts'

const DIGEST = parseDigest(`sha256:${'0'.repeat(64)}`)

function reference(registry: string): RegistryReference {
  return { kind: 'registry', registry, repository: 'org/app' }
}

describe('the address of a registry', () => {
  test.each([
    ['ghcr.io', 'auto', 'https://ghcr.io/'],
    ['docker.io', 'auto', 'https://registry-1.docker.io/'],
    ['localhost:5000', 'auto', 'http://localhost:5000/'],
    ['localhost:5000', false, 'https://localhost:5000/'],
    ['[::1]:5000', 'auto', 'http://[::1]:5000/'],
    ['host.example:443', true, 'http://host.example:443/'],
    ['ghcr.io', true, 'http://ghcr.io/'],
  ] as const)('%s with plain HTTP %s is %s', (registry, plainHttp, href) => {
    const endpoint = endpointOf(reference(registry), plainHttp)
    expect(endpoint).toMatchObject({ registry, repository: 'org/app' })
    expect(endpoint.origin.href).toBe(href)
  })

  test.each([
    ['localhost', true],
    ['localhost:5000', true],
    ['127.0.0.1', true],
    ['127.255.255.254:5000', true],
    ['[::1]', true],
    ['[::1]:5000', true],
    ['localhost.example', false],
    ['127.0.0.1.example', false],
    ['mylocalhost', false],
    ['128.0.0.1', false],
    ['10.0.0.1', false],
    ['169.254.169.254', false],
    ['0.0.0.0', false],
    ['[::2]', false],
    ['[::ffff:8.8.8.8]', false],
    ['docker.io', false],
  ])('%s is on loopback: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected)
  })
})

test('the routes are those of the distribution specification', () => {
  const endpoint = endpointOf(reference('host.example'), 'auto')
  const base = 'https://host.example/v2/org/app'
  expect(manifestUrl(endpoint, 'v1').href).toBe(`${base}/manifests/v1`)
  expect(manifestUrl(endpoint, DIGEST).href).toBe(`${base}/manifests/${DIGEST}`)
  expect(blobUrl(endpoint, DIGEST).href).toBe(`${base}/blobs/${DIGEST}`)
  expect(uploadsUrl(endpoint).href).toBe(`${base}/blobs/uploads/`)
  expect(referrersUrl(endpoint, DIGEST).href).toBe(`${base}/referrers/${DIGEST}`)
  expect(extensionsUrl(endpoint).href).toBe(`${base}/_oci/ext/discover`)
  expect(orasReferrersUrl(endpoint, DIGEST).href).toBe(
    `${base}/_oras/artifacts/referrers?digest=${encodeURIComponent(DIGEST)}`,
  )
  expect(orasDraftReferrersUrl(endpoint, DIGEST).href).toBe(
    `https://host.example/oras/artifacts/v1/org/app/manifests/${DIGEST}/referrers`,
  )
})

describe("the digest in an upload's address", () => {
  const encoded = DIGEST.replace(':', '%3A')

  test.each([
    ['https://h/u/1', `https://h/u/1?digest=${encoded}`],
    ['https://h/u/1?', `https://h/u/1?&digest=${encoded}`],
    ['https://h/u/1?_state=a%2Fb+c==', `https://h/u/1?_state=a%2Fb+c==&digest=${encoded}`],
    ['https://h/u/1?b=2&a=1&b=%20', `https://h/u/1?b=2&a=1&b=%20&digest=${encoded}`],
    ['https://h/u/1?x#part', `https://h/u/1?x&digest=${encoded}`],
  ])('%s becomes %s', (location, expected) => {
    expect(withDigest(new URL(location), DIGEST).href).toBe(expected)
  })

  test('can be read back, and what was there is as it was', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (text) => {
        const location = new URL(text)
        const url = withDigest(location, DIGEST)
        expect(url.searchParams.getAll('digest').at(-1)).toBe(DIGEST)
        expect(url.search.slice(1).startsWith(location.search.slice(1))).toBe(true)
        expect(url.pathname).toBe(location.pathname)
      }),
    )
  })
})
