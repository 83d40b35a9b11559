import { expect, test } from '@jest/globals'
import type { AttachedArtifact } from '../../../src/attach/plan.ts'
import { withPlanned } from '../../../src/attach/planned-graph.ts'
import type { Graph } from '../../../src/graph.ts'
import { parseDigest } from '../../../src/oci/digest.ts'
import { packImageManifest } from '../../../src/oci/pack.ts'
import { testImage } from '../../support/test-image.ts'

const subject = testImage().descriptor

function artifact(status: AttachedArtifact['status'], created: string): AttachedArtifact {
  const artifactType = 'a/b'
  const manifest = packImageManifest({ artifactType, files: [], subject, annotations: {}, created })
  return { artifactType, manifest, files: [], status }
}

const listed = {
  reference: 'host/app@sha256:1',
  mediaType: 'c/d',
  digest: parseDigest(`sha256:${'1'.repeat(64)}`),
  size: 1,
  annotations: { 'org.opencontainers.image.created': '2026-02-01T00:00:00Z' },
  sources: ['referrers-api'],
  referrers: [],
} as const
const graph: Graph = { ...subject, reference: `host/app@${subject.digest}`, referrers: [listed] }

test('a dry run shows what it would attach where it would stand, once', () => {
  const newer = artifact('planned', '2026-03-01T00:00:00Z')
  const older = artifact('planned', '2026-01-01T00:00:00Z')
  const { digest, mediaType, size } = newer.manifest.descriptor
  const result = withPlanned(graph, [older, newer, older], 'host/app')
  expect(result.referrers.map((each) => each.digest)).toEqual([
    digest,
    listed.digest,
    older.manifest.descriptor.digest,
  ])
  expect(result.referrers[0]).toEqual({
    reference: `host/app@${digest}`,
    mediaType,
    digest,
    size,
    artifactType: 'a/b',
    annotations: { 'org.opencontainers.image.created': '2026-03-01T00:00:00Z' },
    sources: [],
    referrers: [],
  })
})

test('what was pushed or exists is in the graph already', () => {
  const created = '2026-03-01T00:00:00Z'
  expect(
    withPlanned(graph, [artifact('pushed', created), artifact('exists', created)], 'host/app'),
  ).toEqual(graph)
})
