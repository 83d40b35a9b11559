import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { cosignTags, MAX_LAYERS, MAX_READ_BYTES } from '../../../src/conventions/cosign-tags.ts'
import type { Proof } from '../../../src/conventions/finding.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { type Digest, digestOf } from '../../../src/oci/digest.ts'
import { decodeManifest, type Encoded, encodeJson } from '../../../src/oci/encoded.ts'
import { OciError } from '../../../src/oci/error.ts'
import type { JsonObject } from '../../../src/oci/json.ts'
import type { Manifest } from '../../../src/oci/manifest.ts'
import { OCI_IMAGE_INDEX } from '../../../src/oci/media-types.ts'
import type { RepositoryReader } from '../../../src/repository/repository.ts'
import { artifactOn, pushArtifacts, pushImage } from '../../support/artifacts.ts'
import {
  atCosignTag,
  attestationLayer,
  type CosignEvidence,
  cosignAttestation,
  cosignSbom,
  cosignSignature,
  DSSE,
  pushEvidence,
  SIMPLE_SIGNING,
  signatureLayer,
} from '../../support/cosign.ts'
import { createMemoryRepository, type MemoryRepository } from '../../support/memory-repository.ts'

const elsewhere = digestOf(new TextEncoder().encode('another image'))

let repository: MemoryRepository
let image: Descriptor

beforeEach(async () => {
  repository = createMemoryRepository()
  image = await pushImage(repository, 'v1')
})

async function prove(reader: RepositoryReader = repository): Promise<readonly Proof[]> {
  const findings = await cosignTags(image, reader)
  return Promise.all(findings.map((finding) => finding.prove()))
}

async function push(evidence: CosignEvidence): Promise<Descriptor> {
  return pushEvidence(repository, evidence)
}

function tagOf(suffix: string): string {
  return `${image.digest.replace(':', '-')}.${suffix}`
}

function encoded(value: JsonObject & { readonly mediaType: string }): Encoded<Manifest> {
  const { bytes, descriptor } = encodeJson(value)
  return decodeManifest(bytes, descriptor)
}

/** The reader, noting which blobs it reads. */
function noting(notes: Digest[]): RepositoryReader {
  return {
    ...repository,
    fetchBlob: (target) => {
      notes.push(target.digest)
      return repository.fetchBlob(target)
    },
  }
}

describe('what cosign keeps at tags', () => {
  test('is found: a signature, attestations and an SBOM', async () => {
    const pushed = [
      await push(cosignSignature(image.digest)),
      await push(cosignAttestation(image.digest)),
      await push(cosignSbom(image.digest)),
    ]
    const findings = await cosignTags(image, repository)
    expect(findings).toMatchObject(
      pushed.map((descriptor) => ({ descriptor, sources: ['cosign-tag'] })),
    )
    const proofs = await Promise.all(findings.map((finding) => finding.prove()))
    expect(proofs).toMatchObject(pushed.map((descriptor) => ({ manifest: { descriptor } })))
  })

  test('is nothing where there are no such tags, or the digest can have none', async () => {
    expect(await cosignTags(image, repository)).toEqual([])
    const digest = digestOf(new TextEncoder().encode('x'), 'sha512')
    const refusing = { ...repository, findTagged: () => Promise.reject(new Error('asked')) }
    expect(await cosignTags({ ...image, digest }, refusing)).toEqual([])
  })

  test('is asked for at all three tags together', async () => {
    const asked: string[] = []
    let answer: () => void = () => undefined
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const reader = {
      ...repository,
      findTagged: async (tag: string) => {
        asked.push(tag)
        if (asked.length === 3) answer()
        await answered
        return undefined
      },
    }
    expect(await cosignTags(image, reader)).toEqual([])
    expect(asked).toEqual(['sig', 'att', 'sbom'].map(tagOf))
  })

  test('is an error where a tag cannot be read', async () => {
    const denied = new OciError('DENIED', 'not yours')
    const findTagged = async (tag: string) => {
      if (tag.endsWith('.att')) throw denied
      return repository.findTagged(tag)
    }
    await expect(cosignTags(image, { ...repository, findTagged })).rejects.toBe(denied)
  })
})

describe('the binding', () => {
  test.each([
    [
      'a signature of another image',
      () => cosignSignature(image.digest, elsewhere),
      'names sha256:',
    ],
    [
      'an attestation of another',
      () => cosignAttestation(image.digest, elsewhere),
      'names sha256:',
    ],
    ['a signature without layers', () => atCosignTag(image.digest, 'sig', []), 'names sha256:'],
    [
      'an attestation at the tag of signatures',
      () => atCosignTag(image.digest, 'sig', [attestationLayer(image.digest)]),
      'names sha256:',
    ],
  ])('is not given by %s', async (_, make, why) => {
    const { digest } = await push(make())
    expect(await prove()).toEqual([{ refusal: expect.stringContaining(why) }])
    expect(await prove()).toEqual([{ refusal: expect.stringContaining(digest) }])
  })

  test('is not that of an unrelated image or index to which a tag was moved', async () => {
    const unrelated = await repository.fetchManifest(await pushImage(repository, 'other'))
    const index = { schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests: [] }
    await repository.pushManifest(unrelated, tagOf('sig'))
    await repository.pushManifest(encoded(index), tagOf('sbom'))
    expect(await prove()).toEqual([
      { refusal: expect.stringContaining('nothing in it names') },
      { refusal: expect.stringContaining('neither an image nor an artifact') },
    ])
  })

  test('is not given by the tag to what has a subject of its own', async () => {
    const [artifact] = await pushArtifacts(repository, { ...image, digest: elsewhere }, ['note'])
    if (artifact) await repository.pushManifest(artifact, tagOf('sbom'))
    expect(await prove()).toEqual([{ refusal: expect.stringContaining('names another subject') }])
  })

  test('is given by the tag alone to an SBOM with the same subject, or none', async () => {
    const [artifact] = await pushArtifacts(repository, image, ['note'])
    if (artifact) await repository.pushManifest(artifact, tagOf('sbom'))
    expect(await prove()).toEqual([{ manifest: artifactOn(image, 'note').manifest }])
  })

  test('takes one layer that names the image, and the smallest is read first', async () => {
    const layers = [attestationLayer(image.digest, 5000), attestationLayer(image.digest, 10)]
    const { blobs } = atCosignTag(image.digest, 'att', layers)
    await push(atCosignTag(image.digest, 'att', layers))
    const read: Digest[] = []
    expect(await prove(noting(read))).toMatchObject([{ manifest: {} }])
    expect(read).toEqual([blobs.at(-1)?.descriptor.digest])
    await push(
      atCosignTag(image.digest, 'sig', [signatureLayer(elsewhere), signatureLayer(image.digest)]),
    )
    expect(await prove()).toMatchObject([{ manifest: {} }, { manifest: {} }])
  })

  test('is found behind thousands of layers about other images, many of them read at once', async () => {
    const junk = Array.from({ length: 3000 }, (_, at) =>
      signatureLayer(digestOf(new TextEncoder().encode(`${at}`))),
    )
    // Longer than all of them, so that it is read last.
    const last = { ...signatureLayer(image.digest), text: `${signatureLayer(image.digest).text} ` }
    await push(atCosignTag(image.digest, 'sig', [last, ...junk]))
    let [reading, most, read] = [0, 0, 0]
    const reader: RepositoryReader = {
      ...repository,
      fetchBlob: async (target) => {
        reading += 1
        read += 1
        most = Math.max(most, reading)
        await setImmediate()
        reading -= 1
        return repository.fetchBlob(target)
      },
    }
    expect(await prove(reader)).toMatchObject([{ manifest: {} }])
    expect(read).toBe(3001)
    expect(most).toBe(32)
  })

  test('is looked for once in layers of one payload, as several signers of one image have', async () => {
    const layers = Array.from({ length: 50 }, () => signatureLayer(elsewhere))
    await push(atCosignTag(image.digest, 'sig', layers))
    const read: Digest[] = []
    expect(await prove(noting(read))).toEqual([{ refusal: expect.any(String) }])
    expect(read).toHaveLength(1)
  })

  test('passes over a layer that is gone, but not over one that cannot be read or was altered', async () => {
    const evidence = cosignSignature(image.digest)
    await push(evidence)
    const failing = (code: 'BLOB_UNKNOWN' | 'DENIED'): RepositoryReader => ({
      ...repository,
      fetchBlob: () => Promise.reject(new OciError(code, 'no')),
    })
    expect(await prove(failing('BLOB_UNKNOWN'))).toEqual([{ refusal: expect.any(String) }])
    await expect(prove(failing('DENIED'))).rejects.toMatchObject({ code: 'DENIED' })
    const payload = evidence.blobs[1]?.descriptor
    if (payload) repository.corrupt(payload.digest, new Uint8Array(payload.size))
    await expect(prove()).rejects.toMatchObject({ code: 'DIGEST_INVALID' })
  })
})

describe('the limits', () => {
  const tooMuch = { code: 'LIMIT_EXCEEDED', advice: expect.any(String) }

  /** A tag whose layers are only claimed. */
  async function claim(suffix: 'sig' | 'att', layers: readonly Descriptor[]): Promise<Digest[]> {
    const { manifest } = atCosignTag(image.digest, suffix, [])
    const value = { ...JSON.parse(Buffer.from(manifest.bytes).toString()), layers }
    const read: Digest[] = []
    const reader: RepositoryReader = {
      ...noting(read),
      findTagged: async (tag) => (tag === tagOf(suffix) ? encoded(value) : undefined),
      fetchBlob: async ({ digest }) => {
        read.push(digest)
        throw new OciError('BLOB_UNKNOWN', 'never there')
      },
    }
    await expect(prove(reader)).rejects.toMatchObject(tooMuch)
    return read
  }

  test('end the search among endless layers', async () => {
    const layers = Array.from({ length: MAX_LAYERS + 1 }, (_, at) => ({
      mediaType: SIMPLE_SIGNING,
      digest: digestOf(new TextEncoder().encode(`${at}`)),
      size: 1,
    }))
    expect(await claim('sig', layers)).toHaveLength(MAX_LAYERS)
  })

  test('keep an endless layer from being read', async () => {
    const layer = { mediaType: DSSE, digest: elsewhere, size: MAX_READ_BYTES + 1 }
    expect(await claim('att', [layer])).toEqual([])
  })
})
