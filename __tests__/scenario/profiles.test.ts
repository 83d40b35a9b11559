import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { ManifestFormat, Outcome } from '../../src/job.ts'
import type { Digest } from '../../src/oci/digest.ts'
import { ORAS_ARTIFACT_MANIFEST } from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { writeDocument } from '../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf, succeed } from '../support/job.ts'
import type { Profile } from '../support/registry/profiles/profile.ts'
import { profiles } from '../support/registry/profiles/profiles.ts'
import { type ProfiledRegistry, useProfile } from '../support/registry/profiles/use-profile.ts'
import type { RecordedRequest } from '../support/registry/request-log.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useProfile()
const directory = useTemporaryDirectory()

const SBOM = 'application/spdx+json'
const SIGNATURE = 'application/vnd.example.signature'

/** Attaches an SBOM to the image, and a signature to the SBOM; returns both as they were attached. */
async function attachAndSign(
  { repository, connection, context }: ProfiledRegistry,
  manifestFormat: ManifestFormat = 'oci-image',
) {
  const sbom = await writeDocument(directory(), 'spdx')
  const signature = join(directory(), 'sbom.sig')
  await writeFile(signature, 'pat hancock')
  const attach = async (image: string, files: readonly string[], artifactType?: string) => {
    const job = jobOn(image, {
      attach: { files, manifestFormat, ...(artifactType && { artifactType }) },
      connection,
    })
    const [attached] = (await succeed(job, context)).attached
    if (!attached) throw new Error('nothing was attached')
    return attached
  }
  const first = await attach(`${repository}:1`, [sbom])
  return { sbom: first, signature: await attach(first.reference, [signature], SIGNATURE) }
}

function pullAll(
  { repository, connection, context }: ProfiledRegistry,
  options: JobOptions = {},
): Promise<Outcome> {
  const pull = {
    directory: join(directory(), 'pulled'),
    what: 'referrers',
    overwrite: false,
    maxFiles: 100,
    maxBytes: 1_000_000,
  } as const
  return succeed(jobOn(`${repository}:1`, { connection, pull, ...options }), context)
}

const digestsOf = (all: readonly { readonly digest: Digest }[]) => all.map(({ digest }) => digest)
const isWrite = ({ method, path }: RecordedRequest) =>
  /^(?:PUT|PATCH|DELETE)$/.test(method) || (method === 'POST' && path.startsWith('/v2/'))

describe.each(profiles)('$name', (profile) => {
  const { repository: name, via } = profile

  test('takes an SBOM and its signature, which every client then finds', async () => {
    const ground = await start(profile)
    const { descriptor: image } = ground.putImage()
    const { registry } = ground
    const { sbom, signature } = await attachAndSign(ground)
    expect([sbom, signature]).toMatchObject([
      { status: 'pushed', artifactType: SBOM, via },
      { status: 'pushed', artifactType: SIGNATURE, via },
    ])
    expect(digestsOf(registry.referrersOf(name, image.digest))).toEqual([sbom.digest])
    expect(digestsOf(registry.referrersOf(name, sbom.digest))).toEqual([signature.digest])
    expect(tagsPut(registry)).toEqual(
      via === 'referrers-tag' ? [image, sbom].map(({ digest }) => referrersTag(digest)) : [],
    )
    expect(registry.uploadsOpen()).toBe(0)
  })

  test('shows the graph with true types and sizes', async () => {
    const ground = await start(profile)
    ground.putImage({ platforms: ['linux/amd64'] })
    const { sbom, signature } = await attachAndSign(ground)
    const { connection, context, repository } = ground
    const { graphs } = await succeed(jobOn(`${repository}:1`, { connection }), context)
    const facts = ({ digest, size, artifactType }: typeof sbom) => ({ digest, size, artifactType })
    expect(graphs[0]?.referrers).toMatchObject([
      { ...facts(sbom), referrers: [{ ...facts(signature), referrers: [] }] },
    ])
    expect(graphs[0]?.referrers[0]?.sources).toContain(via)
  })

  test('has it already, when the same is attached again: nothing is written', async () => {
    const ground = await start(profile)
    ground.putImage()
    const first = await attachAndSign(ground)
    const written = ground.registry.requests.filter(isWrite).length
    const again = await attachAndSign(ground)
    expect(again).toMatchObject({
      sbom: { digest: first.sbom.digest, status: 'exists', via },
      signature: { digest: first.signature.digest, status: 'exists', via },
    })
    expect(ground.registry.requests.filter(isWrite)).toHaveLength(written)
  })

  test('gives both files back', async () => {
    const ground = await start(profile)
    ground.putImage()
    await attachAndSign(ground)
    const { pulled } = await pullAll(ground)
    expect(await Promise.all(pulled.map(({ path }) => readFile(path, 'utf8')))).toEqual([
      await readFile(join(directory(), 'spdx.json'), 'utf8'),
      'pat hancock',
    ])
  })

  test('alone is told who logs in', async () => {
    const ground = await start(profile)
    ground.putImage({ platforms: ['linux/amd64', 'linux/arm64'] })
    await attachAndSign(ground)
    await pullAll(ground, { platform: 'all' })
    await pullAll(ground)
    const { registry } = ground
    expect(registry.requests.filter(({ origin }) => origin === 'elsewhere')).toEqual([])
    const told = registry.requests.filter(({ authorization }) => authorization !== 'none')
    expect(told).not.toEqual([])
    expect(told.filter((request) => !isOwn(profile, request))).toEqual([])
    expect(registry.requests.filter(({ method }) => method === 'PATCH')).toEqual([])
  })

  test('says what it takes, to who may only pull', async () => {
    const ground = await start(profile, { permission: 'pull' })
    const { descriptor: image } = ground.putImage()
    const { connection, context, registry, repository } = ground
    const attach = { files: [await writeDocument(directory(), 'spdx')] }
    const { failure, attached } = await outcomeOf(
      jobOn(`${repository}:1`, { attach, connection }),
      context,
    )
    expect(failure).toMatchObject({
      code: expect.stringMatching(/^(?:DENIED|UNAUTHORIZED)$/),
      advice: expect.stringContaining(profile.permission),
    })
    expect(attached).toEqual([])
    expect(registry.tags(name)).toEqual({ 1: image.digest })
    const seen = await outcomeOf(jobOn(`${repository}:1`, { connection }), context)
    expect(seen.failure).toBeUndefined()
  })
})

test.each(profiles.filter(({ options }) => options.authentication?.anonymousPull))(
  '$name shows a public image to everybody',
  async (profile) => {
    const ground = await start(profile)
    ground.putImage()
    const { sbom } = await attachAndSign(ground)
    const job = jobOn(`${ground.repository}:1`, { connection: { plainHttp: true } })
    const { graphs } = await succeed(job, ground.anonymous)
    expect(graphs[0]?.referrers).toMatchObject([{ digest: sbom.digest, referrers: [{}] }])
  },
)

describe.each(profiles.filter(({ options }) => options.quirks?.oras))(
  '$name, given ORAS artifacts,',
  (profile) => {
    const via = 'oras-referrers'

    test('lists them itself, has them already the next time, and gives both files back', async () => {
      const ground = await start(profile)
      ground.putImage({ platforms: ['linux/amd64', 'linux/arm64'] })
      const { sbom, signature } = await attachAndSign(ground, 'oras-artifact')
      expect([sbom, signature]).toMatchObject([
        { status: 'pushed', artifactType: SBOM, mediaType: ORAS_ARTIFACT_MANIFEST, via },
        { status: 'pushed', artifactType: SIGNATURE, mediaType: ORAS_ARTIFACT_MANIFEST, via },
      ])
      const written = ground.registry.requests.filter(isWrite).length
      expect(await attachAndSign(ground, 'oras-artifact')).toMatchObject({
        sbom: { digest: sbom.digest, status: 'exists', via },
        signature: { digest: signature.digest, status: 'exists', via },
      })
      expect(ground.registry.requests.filter(isWrite)).toHaveLength(written)
      expect(tagsPut(ground.registry)).toEqual([])
      const { graphs, pulled } = await pullAll(ground)
      const signed = { digest: signature.digest, size: signature.size, sources: [via] }
      expect(graphs[0]?.referrers).toMatchObject([
        { digest: sbom.digest, size: sbom.size, sources: [via], referrers: [signed] },
      ])
      expect(await Promise.all(pulled.map(({ path }) => readFile(path, 'utf8')))).toEqual([
        await readFile(join(directory(), 'spdx.json'), 'utf8'),
        'pat hancock',
      ])
    })

    test('is told who logs in where it lists them, and nobody else is', async () => {
      const ground = await start(profile)
      ground.putImage()
      await attachAndSign(ground, 'oras-artifact')
      await pullAll(ground)
      const told = ground.registry.requests.filter(({ authorization }) => authorization !== 'none')
      expect(told.filter(({ path }) => /oras\/artifacts\//.test(path))).not.toEqual([])
      expect(told.filter((request) => !isOwn(profile, request))).toEqual([])
    })
  },
)

function tagsPut({ requests }: TestRegistry): readonly string[] {
  return requests.flatMap(({ method, path }) =>
    method === 'PUT' ? (/\/manifests\/(sha256-.*)$/.exec(path)?.[1] ?? []) : [],
  )
}

/** The registry's own origin, and its token service wherever that is. */
function isOwn({ options }: Profile, { origin, path }: RecordedRequest): boolean {
  const { challenge, tokens } = options.quirks ?? {}
  if (origin === 'registry') return true
  return challenge?.realm === 'other-origin' && path.startsWith(tokens?.path ?? '/token')
}
