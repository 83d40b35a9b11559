import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../src/oci/digest.ts'
import type { Encoded } from '../../../src/oci/encoded.ts'
import { MAX_MANIFEST_BYTES } from '../../../src/oci/manifest-size.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { emptyConfig } from '../../../src/oci/pack.ts'
import { writeDocument } from '../../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf } from '../../support/job.ts'
import type { Quirks } from '../../support/registry/quirks.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const [config, layer] = [emptyConfig.descriptor, emptyConfig.descriptor]
const image = { schemaVersion: 2, mediaType: OCI_IMAGE_MANIFEST, config, layers: [layer] }

/** A text that is stored under its own digest, and what it is served as. */
interface Attack {
  readonly text: string | Uint8Array
  readonly mediaType?: string
  readonly code: string
}

const withConfig = (more: object) => JSON.stringify({ ...image, config: { ...config, ...more } })
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const invalid = (text: string, mediaType = OCI_IMAGE_MANIFEST): Attack => ({
  text,
  mediaType,
  code: 'MANIFEST_INVALID',
})

const attacks: Readonly<Record<string, Attack>> = {
  'is an image and an index at once': invalid(JSON.stringify({ ...image, manifests: [] })),
  'is an index and an image at once': invalid(
    JSON.stringify({ schemaVersion: 2, manifests: [], layers: [] }),
    OCI_IMAGE_INDEX,
  ),
  'says another type than the answer': invalid(JSON.stringify(image), OCI_IMAGE_INDEX),
  'is of no type that is known': invalid(
    JSON.stringify({ ...image, mediaType: 'text/html' }),
    'text/html',
  ),
  'has a key twice': invalid(JSON.stringify(image).replace(/}$/, ',"layers":[]}')),
  'has a key twice, once escaped': invalid(
    JSON.stringify(image).replace(/}$/, ',"l\\u0061yers":[]}'),
  ),
  'is nested a million deep': invalid(`{"a":${nested(1_000_000)}}`),
  'has text after its end': invalid(`${JSON.stringify(image)}{}`),
  'is a list': invalid(JSON.stringify([image])),
  'is not UTF-8': { ...invalid(''), text: Buffer.from(`{"a":"\xff"}`, 'latin1') },
  'has a size of 2^62': invalid(withConfig({ size: 2 ** 62 })),
  'has a size that no number can hold': invalid(
    withConfig({ size: 0 }).replace('"size":0', '"size":1e999'),
  ),
  'has a size below zero': invalid(withConfig({ size: -1 })),
  'has half a byte': invalid(withConfig({ size: 1.5 })),
  'has a size that is a text': invalid(withConfig({ size: '2' })),
  'has a digest that leads elsewhere': {
    text: withConfig({ digest: 'sha256:../../../etc/passwd' }),
    code: 'DIGEST_INVALID',
  },
  'is larger than any manifest': {
    text: JSON.stringify({ ...image, annotations: { a: 'x'.repeat(MAX_MANIFEST_BYTES) } }),
    code: 'LIMIT_EXCEEDED',
  },
}

function encode({ text, mediaType = OCI_IMAGE_MANIFEST }: Attack): Encoded<undefined> {
  const bytes = Buffer.from(text)
  const descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length }
  return { value: undefined, bytes, descriptor }
}

async function attachTo({ host }: TestRegistry, options: JobOptions = {}, reference = 'app:1') {
  const files = [await writeDocument(directory(), 'spdx')]
  return outcomeOf(jobOn(`${host}/${reference}`, { attach: { files }, ...options }))
}

const writes = ({ requests }: TestRegistry) =>
  requests.filter(({ method }) => method === 'POST' || method === 'PUT')

describe.each(Object.entries(attacks))('a manifest that %s', (_, attack) => {
  test('is not attached to', async () => {
    const registry = await start()
    registry.putManifest('app', encode(attack), '1')
    const { failure, attached } = await attachTo(registry)
    expect(failure).toMatchObject({ name: 'OciError', code: attack.code })
    expect(failure?.message.length).toBeLessThan(1000)
    expect([...attached, ...writes(registry)]).toEqual([])
  })

  test('among the referrers leaves no graph', async () => {
    const manifests = [encode(attack).descriptor]
    const list = {
      status: 200,
      headers: { 'content-type': OCI_IMAGE_INDEX },
      body: JSON.stringify({ schemaVersion: 2, manifests }),
    }
    const registry = await start({ faults: [{ at: /referrers/, fails: list }] })
    registry.putImage('app', { tag: '1' })
    registry.putManifest('app', encode(attack))
    const { failure, graphs } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({ name: 'OciError', code: attack.code })
    expect(graphs).toEqual([])
  })
})

describe('content that is not what was asked for', () => {
  const altered: Quirks = { hostile: { content: 'altered' } }

  test('by its digest is refused, whatever the headers say', async () => {
    const registry = await start({ quirks: altered })
    const { digest } = registry.putImage('app').descriptor
    const { failure } = await attachTo(registry, {}, `app@${digest}`)
    expect(failure).toMatchObject({ code: 'DIGEST_INVALID' })
    expect(writes(registry)).toEqual([])
  })

  test('by a tag is refused where its digest is said to be another', async () => {
    const headers = {
      'content-type': OCI_IMAGE_MANIFEST,
      'docker-content-digest': digestOf(Buffer.from('another')),
    }
    const fails = { status: 200, headers, body: JSON.stringify(image) }
    const registry = await start({ faults: [{ at: /manifests\/1$/, fails }] })
    const { failure } = await attachTo(registry)
    expect(failure).toMatchObject({ code: 'DIGEST_INVALID' })
    expect(writes(registry)).toEqual([])
  })

  test('is refused where it is the config, which tells the platform', async () => {
    const registry = await start({ quirks: altered })
    registry.putImage('app', { tag: '1' })
    const { failure } = await attachTo(registry, { platform: 'all' })
    expect(failure).toMatchObject({ code: 'DIGEST_INVALID' })
    expect(writes(registry)).toEqual([])
  })

  test('is refused by an algorithm that proves nothing', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const { failure } = await attachTo(registry, {}, `app@md5:${'0'.repeat(32)}`)
    expect(failure).toMatchObject({ name: 'OciError' })
    expect(writes(registry)).toEqual([])
  })
})

test('nothing compressed is decompressed, wherever it comes from', async () => {
  const registry = await start({ quirks: { hostile: { encoding: 'gzip' } } })
  registry.putImage('app', { tag: '1' })
  const { failure } = await attachTo(registry)
  expect(failure).toMatchObject({
    code: 'RESPONSE_INVALID',
    message: expect.stringContaining('compressed'),
  })
  expect(writes(registry)).toEqual([])
})
