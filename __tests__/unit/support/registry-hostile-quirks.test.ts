import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../src/oci/digest.ts'
import type { HostileQuirks } from '../../support/registry/hostile.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'

const start = useTestRegistry()

/** A registry with an image, and how to ask it. */
async function registryWith(hostile: HostileQuirks) {
  const registry = await start({ quirks: { hostile } })
  const { descriptor: image } = registry.putImage('a', { tag: '1' })
  const { descriptor: other } = registry.putImage('a', { tag: '1-moved', seed: 'other' })
  const get = (reference: string, headers = {}) =>
    fetch(`${registry.origin}/v2/a/manifests/${reference}`, { headers })
  return { image, other, get }
}

async function digestIn(response: Response): Promise<string> {
  return digestOf(new Uint8Array(await response.arrayBuffer()))
}

describe('a hostile registry', () => {
  test('alters what is asked for by its digest, and says that it does not', async () => {
    const { image, get } = await registryWith({ content: 'altered' })
    const response = await get(image.digest)
    expect(response.headers.get('docker-content-digest')).toBe(image.digest)
    expect(response.headers.get('content-length')).toBe(String(image.size))
    expect(await digestIn(response)).not.toBe(image.digest)
    expect(await digestIn(await get('1'))).toBe(image.digest)
  })

  test('moves a tag once it was asked for, and no digest', async () => {
    const { image, other, get } = await registryWith({ tags: 'moving' })
    const answers = [await get('1'), await get('1'), await get(image.digest), await get('1')]
    expect(await Promise.all(answers.map(digestIn))).toEqual([
      image.digest,
      other.digest,
      image.digest,
      other.digest,
    ])
  })

  test('quotes credentials, and is like any other without them', async () => {
    const { get } = await registryWith({ errors: 'echo' })
    expect((await get('1')).status).toBe(200)
    const authorization = `Basic ${Buffer.from('pat:secret').toString('base64')}`
    const response = await get('1', { authorization })
    expect(await response.text()).toBe(`bad request by pat:secret, authorization: ${authorization}`)
  })

  test('quotes only tokens', async () => {
    const { get } = await registryWith({ errors: 'echo-token' })
    expect((await get('1', { authorization: 'Basic abcd' })).status).toBe(200)
    const response = await get('1', { authorization: 'Bearer abcd' })
    expect(await response.text()).toContain('authorization: Bearer abcd')
  })

  test('says more in its headers than anybody asked for', async () => {
    const { get } = await registryWith({ cookies: 'set', warning: 'beware', encoding: 'gzip' })
    const { headers } = await get('1')
    expect([
      headers.get('set-cookie'),
      headers.get('warning'),
      headers.get('content-encoding'),
    ]).toEqual(['session=of-the-victim; Path=/', '299 - "beware"', 'gzip'])
  })
})
