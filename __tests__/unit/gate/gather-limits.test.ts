import { expect, test } from '@jest/globals'
import { MAX_DOCUMENT_BYTES } from '../../../src/gate/blob-reader.ts'
import { MAX_BYTES, MAX_PIECES } from '../../../src/gate/budget.ts'
import { type GateTarget, gather } from '../../../src/gate/gather.ts'
import { factsOf, type GraphReferrer } from '../../../src/graph.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { decodeManifest, type Encoded, encodeJson } from '../../../src/oci/encoded.ts'
import { OciError } from '../../../src/oci/error.ts'
import type { Manifest } from '../../../src/oci/manifest.ts'
import { OCI_IMAGE_CONFIG, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { SIMPLE_SIGNING } from '../../support/cosign.ts'
import { ruleFor } from '../../support/gathered-image.ts'
import { readerOf } from '../../support/reader-of.ts'
import { BUNDLE, byKey } from '../../support/sample-gate.ts'
import { digestOfName } from '../../support/sample-graph.ts'

const SPDX = 'application/spdx+json'
const tooMuch = { code: 'LIMIT_EXCEEDED', advice: expect.any(String) }

/** Returns an artifact of the first layer's type, whose layers are only claimed. */
function artifactOf(...layers: readonly Descriptor[]): Encoded<Manifest> {
  const { bytes, descriptor } = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    config: layer('config', 1, OCI_IMAGE_CONFIG),
    layers,
  })
  return decodeManifest(bytes, descriptor)
}

function layer(name: string, size: number, mediaType = BUNDLE): Descriptor {
  const annotations = { 'dev.cosignproject.cosign/signature': 'bm9uZQ==' }
  return { mediaType, digest: digestOf(Buffer.from(name)), size, annotations }
}

function layers(count: number, size = 1, mediaType = BUNDLE): readonly Descriptor[] {
  return Array.from({ length: count }, (_, at) => layer(`${at}`, size, mediaType))
}

/** Returns an image with an artifact for each, on each of which the others of it hang. */
function imageWith(
  ...artifacts: readonly (readonly [Encoded<Manifest>, ...(readonly Encoded<Manifest>[])])[]
): GateTarget & { readonly reads: readonly Descriptor[] } {
  const reads: Descriptor[] = []
  const node = (
    { descriptor, value }: Encoded<Manifest>,
    ...below: readonly Encoded<Manifest>[]
  ): GraphReferrer => ({
    ...factsOf('registry.test/app', descriptor, value),
    sources: ['referrers-api'],
    referrers: below.map((each) => node(each)),
  })
  return {
    reads,
    reader: {
      ...readerOf(artifacts.flat(), new Map()),
      async fetchBlob(target) {
        reads.push(target)
        throw new OciError('BLOB_UNKNOWN', 'it was never there')
      },
    },
    graph: {
      reference: 'registry.test/app:v1',
      mediaType: OCI_IMAGE_MANIFEST,
      digest: digestOfName('app'),
      size: 1,
      referrers: artifacts.map((each) => node(...each)),
    },
  }
}

function judging(policy: Policy, ...targets: readonly GateTarget[]): ReturnType<typeof gather> {
  return gather(targets, policy, { onCertificate: () => undefined })
}

test('documents that are too large prove nothing, are not asked for, and keep nothing else from being read', async () => {
  const sizes = [MAX_DOCUMENT_BYTES + 1, MAX_DOCUMENT_BYTES, ...Array(100).fill(2 ** 50)]
  const image = imageWith(...sizes.map((size, at) => [artifactOf(layer(`${at}`, size))] as const))
  const [judged] = await judging([ruleFor(BUNDLE)], image)
  expect(image.reads.map(({ size }) => size)).toEqual([MAX_DOCUMENT_BYTES])
  expect(judged?.evidence.map(({ unreadable }) => unreadable)).toEqual([
    expect.stringContaining(`${MAX_DOCUMENT_BYTES + 1} bytes`),
    'it was never there',
    ...Array(100).fill(expect.stringContaining('bytes')),
  ])
})

test('too many bytes end the gate', async () => {
  const most = layers(MAX_BYTES / MAX_DOCUMENT_BYTES, MAX_DOCUMENT_BYTES)
  const policy = [ruleFor(BUNDLE)]
  await expect(judging(policy, imageWith([artifactOf(...most)]))).resolves.toHaveLength(1)
  const more = imageWith([artifactOf(...most)], [artifactOf(layer('more', 1))])
  await expect(judging(policy, more)).rejects.toMatchObject(tooMuch)
})

test('too many documents end the gate: in one manifest, in several, on several images', async () => {
  const policy = [ruleFor(BUNDLE)]
  const most = artifactOf(...layers(MAX_PIECES))
  const one = artifactOf(layer('one', 1))
  await expect(judging(policy, imageWith([most]))).resolves.toHaveLength(1)
  for (const images of [
    [imageWith([artifactOf(...layers(MAX_PIECES + 1))])],
    [imageWith([most], [one])],
    [imageWith([most]), imageWith([one])],
  ]) {
    await expect(judging(policy, ...images)).rejects.toMatchObject(tooMuch)
  }
})

test('too many signatures attached to evidence end the gate, unless no rule asks who signed', async () => {
  const sbom = artifactOf(layer('sbom', 1, SPDX))
  const image = imageWith([sbom, artifactOf(...layers(MAX_PIECES, 1, SIMPLE_SIGNING))])
  await expect(judging([ruleFor(SPDX)], image)).resolves.toHaveLength(1)
  await expect(judging([ruleFor(SPDX, { signedBy: byKey })], image)).rejects.toMatchObject(tooMuch)
})
