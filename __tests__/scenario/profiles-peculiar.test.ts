import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Digest } from '../../src/oci/digest.ts'
import { encodeJson } from '../../src/oci/encoded.ts'
import { arrayOrEmpty, isObject } from '../../src/oci/json.ts'
import { OCI_IMAGE_CONFIG, OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { writeDocument } from '../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf, succeed } from '../support/job.ts'
import { ecr, ecrBefore } from '../support/registry/profiles/amazon.ts'
import { azureToken } from '../support/registry/profiles/azure.ts'
import { dockerHub } from '../support/registry/profiles/docker-hub.ts'
import { ghcr } from '../support/registry/profiles/github.ts'
import { gitlab } from '../support/registry/profiles/gitlab.ts'
import { artifactRegistry, artifactRegistryBefore } from '../support/registry/profiles/google.ts'
import { harbor } from '../support/registry/profiles/harbor.ts'
import { quay } from '../support/registry/profiles/quay.ts'
import { type ProfiledRegistry, useProfile } from '../support/registry/profiles/use-profile.ts'
import { zotBefore } from '../support/registry/profiles/zot.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useProfile()
const directory = useTemporaryDirectory()

function outcome(
  { repository, connection, context }: ProfiledRegistry,
  { image = `${repository}:1`, ...options }: JobOptions & { readonly image?: string } = {},
) {
  return outcomeOf(jobOn(image, { connection, ...options }), context)
}

async function attach(ground: ProfiledRegistry, files: readonly string[], image?: string) {
  const job = { attach: { files }, ...(image !== undefined && { image }) }
  return outcome(ground, job)
}

const asked = ({ requests }: TestRegistry, pattern: RegExp) =>
  requests.filter(({ method, path }) => pattern.test(`${method} ${path}`))

describe('Amazon ECR', () => {
  test('gets no media type with a parameter, which it would refuse', async () => {
    const ground = await start(ecr)
    ground.putImage()
    const bundle = join(directory(), 'old.sigstore.json')
    const mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.2'
    await writeFile(
      bundle,
      JSON.stringify({ mediaType, verificationMaterial: {}, dsseEnvelope: {} }),
    )
    const { failure, attached } = await attach(ground, [bundle])
    expect(failure).toBeUndefined()
    expect(attached).toMatchObject([{ artifactType: 'application/vnd.dev.sigstore.bundle+json' }])
  })

  test('with immutable tags takes any number of artifacts, since it needs no tag', async () => {
    const ground = await start(ecr, {
      quirks: { manifests: { ...ecr.options.quirks?.manifests, immutableTags: 400 } },
    })
    ground.putImage()
    for (const kind of ['spdx', 'sarif'] as const) {
      const { failure } = await attach(ground, [await writeDocument(directory(), kind)])
      expect(failure).toBeUndefined()
    }
  })

  test('before June 2024, with immutable tags, takes what comes at once and says what to do', async () => {
    const quirks = {
      manifests: { ...ecrBefore.options.quirks?.manifests, immutableTags: 400 },
    } as const
    const ground = await start(ecrBefore, { quirks })
    const { descriptor: image } = ground.putImage()
    const two = [
      await writeDocument(directory(), 'spdx'),
      await writeDocument(directory(), 'sarif'),
    ]
    const first = await attach(ground, two)
    expect(first.failure).toBeUndefined()
    const { failure } = await attach(ground, [await writeDocument(directory(), 'cyclonedx')])
    expect(failure).toMatchObject({
      code: 'TAG_IMMUTABLE',
      advice: expect.stringContaining('sha256-'),
    })
    const listed = ground.registry.referrersOf(ecrBefore.repository, image.digest)
    expect(listed.map(({ digest }) => digest).sort()).toEqual(
      first.attached.map(({ digest }) => digest).sort(),
    )
  })
})

describe('a repository that does not exist', () => {
  test.each([ecr, quay, zotBefore])('at $name is no registry without the API', async (profile) => {
    const ground = await start(profile)
    const files = [await writeDocument(directory(), 'spdx')]
    const { failure } = await attach(ground, files)
    expect(failure).toMatchObject({ code: 'NAME_UNKNOWN', status: 404 })
    expect(asked(ground.registry, /^(?:PUT|PATCH|POST \/v2\/.*blobs)/)).toEqual([])
  })
})

describe('Google Artifact Registry', () => {
  test('is asked for both of its lists, which say the same', async () => {
    const ground = await start(artifactRegistry)
    ground.putImage()
    await attach(ground, [await writeDocument(directory(), 'spdx')])
    const { graphs } = await outcome(ground)
    expect(graphs[0]?.referrers).toMatchObject([
      { sources: ['referrers-api', 'referrers-tag'], artifactType: 'application/spdx+json' },
    ])
  })
})

describe('a redirect of the referrers API to a web site', () => {
  test.each([ghcr, artifactRegistryBefore])('of $name is not followed', async (profile) => {
    const ground = await start(profile)
    ground.putImage()
    const { failure } = await attach(ground, [await writeDocument(directory(), 'spdx')])
    expect(failure).toBeUndefined()
    expect(ground.registry.requests.filter(({ origin }) => origin === 'other')).toEqual([])
  })
})

test('GHCR gets a file above 4 MiB in one piece', async () => {
  const ground = await start(ghcr)
  ground.putImage()
  const scan = join(directory(), 'scan.bin')
  await writeFile(scan, Buffer.alloc(5 * 1024 * 1024, 'scan'))
  const attachment = { files: [scan], artifactType: 'application/vnd.example.scan' }
  const { failure } = await outcome(ground, { attach: attachment })
  expect(failure).toBeUndefined()
  const sizes = asked(ground.registry, /^(?:PUT|PATCH) .*blobs/).map(({ size }) => size)
  expect(Math.max(...sizes)).toBe(5 * 1024 * 1024)
})

test('Azure’s repository-scoped token needs no permission to list tags', async () => {
  const ground = await start(azureToken)
  ground.putImage({ platforms: ['linux/amd64'] })
  const { failure } = await attach(ground, [await writeDocument(directory(), 'spdx')])
  expect(failure).toBeUndefined()
  expect(asked(ground.registry, /tags\/list|metadata_read/)).toEqual([])
})

test.each(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'])(
  'Docker Hub is found, and logged in to, under its name %s',
  async (alias) => {
    const ground = await start(dockerHub)
    ground.putImage()
    const files = [await writeDocument(directory(), 'spdx')]
    const { failure, attached } = await attach(ground, files, `${alias}/${dockerHub.repository}:1`)
    expect(failure).toBeUndefined()
    expect(attached).toMatchObject([{ status: 'pushed', via: 'referrers-api' }])
  },
)

test('Harbor lists cosign’s tag among the referrers, which does not disturb the others', async () => {
  const ground = await start(harbor)
  const { descriptor: image } = ground.putImage()
  const { attached } = await attach(ground, [await writeDocument(directory(), 'spdx')])
  const { registry } = ground
  const config = registry.putBlob(harbor.repository, new TextEncoder().encode('{"config":{}}'))
  const layer = registry.putBlob(harbor.repository, new TextEncoder().encode('{"critical":{}}'))
  const signature = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    config: { ...config, mediaType: OCI_IMAGE_CONFIG },
    layers: [{ ...layer, mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json' }],
  })
  registry.putManifest(harbor.repository, signature, `${referrersTag(image.digest)}.sig`)
  expect(registry.referrersOf(harbor.repository, image.digest)).toHaveLength(2)
  const { failure, graphs } = await outcome(ground)
  expect(failure).toBeUndefined()
  const found = graphs[0]?.referrers.map(({ digest }) => digest)
  expect(found).toContain(attached[0]?.digest)
})

describe('GitLab', () => {
  test('keeps everything that is attached: nothing is left without a tag', async () => {
    const ground = await start(gitlab)
    ground.putImage()
    const [sbom] = (await attach(ground, [await writeDocument(directory(), 'spdx')])).attached
    const files = [await writeDocument(directory(), 'sarif')]
    const [signed] = (await attach(ground, files, sbom?.reference)).attached
    // Its garbage collection deletes what no tag leads to (gitlab-org/container-registry#966).
    expect(kept(ground.registry, gitlab.repository)).toEqual(
      expect.arrayContaining([sbom?.digest, signed?.digest]),
    )
  })

  test('of whose dependency proxy a page is the answer, has an image without referrers', async () => {
    const ground = await start(gitlab, { quirks: { referrers: { endpoint: '404-html' } } })
    ground.putImage()
    const job = jobOn(`${ground.repository}:1`, { connection: ground.connection })
    const { graphs } = await succeed(job, ground.context)
    expect(graphs[0]?.referrers).toEqual([])
  })
})

/** Returns every manifest that a tag names, or an index that is kept. */
function kept(registry: TestRegistry, name: string): readonly Digest[] {
  const below = (digest: Digest): readonly Digest[] => {
    const index: unknown = JSON.parse(
      Buffer.from(registry.manifest(name, digest) ?? '{}').toString(),
    )
    if (!isObject(index)) return [digest]
    const entries = arrayOrEmpty(index, 'manifests', 'index').filter(isObject)
    return [digest, ...entries.flatMap((entry) => below(entry['digest'] as Digest))]
  }
  return Object.values(registry.tags(name)).flatMap(below)
}
