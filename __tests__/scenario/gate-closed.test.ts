import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { GateRequest, Job, Outcome, PullRequest } from '../../src/job.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { writeDocument } from '../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf, succeed } from '../support/job.ts'
import { placeKinds, usePlaces } from '../support/places.ts'
import { specError } from '../support/registry/exchange.ts'
import type { Fault } from '../support/registry/faults.ts'
import { roundTrips, transcript } from '../support/registry/transcript.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { attachAll, createSigners, SIGNATURE, writeBundle } from '../support/signed-image.ts'
import { RELEASE_WORKFLOW } from '../support/sigstore/local-sigstore.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const open = usePlaces()
const start = useTestRegistry()
const directory = useTemporaryDirectory()

/** Long enough that requests which are sent together arrive together. */
const latencyMs = 100

function pullInto(directory: string): PullRequest {
  return { directory, what: 'referrers', overwrite: false, maxFiles: 10, maxBytes: 1_000_000 }
}

function gated(image: string, policy: string, options: JobOptions = {}): Promise<Outcome> {
  return outcomeOf(jobOn(image, { ...options, gate: { policy: parsePolicy(policy) } }))
}

describe.each(placeKinds)('a job in %s that attaches and asks for it', (kind) => {
  test('is judged by what hangs on the image then', async () => {
    const place = await open(kind)
    await place.putImage()
    const files = [await writeDocument(directory(), 'spdx')]
    const before = await gated(`${place.repository}:1`, 'sbom')
    const after = await gated(`${place.repository}:1`, 'sbom', { attach: { files } })
    expect(before.gate?.verdict).toBe('denied')
    expect(after).toMatchObject({ gate: { verdict: 'passed' }, attached: [{ status: 'pushed' }] })
    expect(after.failure).toBeUndefined()
  })

  test('in a dry run is judged as it would be, down to the signature in a file', async () => {
    const place = await open(kind)
    const { descriptor } = await place.putImage()
    const signers = await createSigners(directory())
    const files = [
      await writeDocument(directory(), 'spdx'),
      await writeBundle(directory(), signers, descriptor.digest, SIGNATURE, 'key'),
    ]
    const policy = `[sbom, {type: signature, signed-by: {key: '${signers.keyFile}'}}]`
    const denied = `[sbom, {type: signature, signed-by: {key: '${signers.otherKeyFile}'}}]`
    const before = await place.writes()
    const attach = { files, created: '2026-01-31T12:00:00Z' }
    const dryRun = { attach, dryRun: true }
    const dry = await gated(`${place.repository}:1`, policy, dryRun)
    expect(dry.failure).toBeUndefined()
    expect(dry.attached.map(({ status }) => status)).toEqual(['planned', 'planned'])
    expect((await gated(`${place.repository}:1`, denied, dryRun)).gate?.verdict).toBe('denied')
    expect(await place.writes()).toEqual(before)
    const wet = await gated(`${place.repository}:1`, policy, { attach })
    expect(wet.gate).toEqual(dry.gate)
  })
})

describe('an error', () => {
  const forbidden = specError(403, 'DENIED', 'not for you')
  const faults: readonly (readonly [string, Fault])[] = [
    ['of the list of referrers', { at: /\/referrers\//, times: 99, fails: forbidden }],
    [
      'of the referrers tag',
      { at: /manifests\/sha256-[0-9a-f]{64}$/, times: 99, fails: forbidden },
    ],
    ['of a tag of cosign', { at: /\.sig$/, times: 99, fails: forbidden }],
    ['of a signature’s bytes', { at: /^GET .*\/blobs\//, times: 99, fails: forbidden }],
    ['of a manifest', { at: /^GET .*manifests\/sha256:/, times: 99, fails: forbidden }],
  ]

  test.each(faults)('%s is no verdict, and nothing is pulled', async (_, fault) => {
    const broken: Fault[] = []
    const registry = await start({ faults: broken })
    const image = `${registry.host}/app:1`
    const { descriptor } = registry.putImage('app', { tag: '1' })
    const signers = await createSigners(directory())
    const files = [
      await writeDocument(directory(), 'spdx'),
      await writeBundle(directory(), signers, descriptor.digest, SIGNATURE, 'key'),
    ]
    await attachAll(image, files)
    const policy = `[sbom, {type: signature, signed-by: {key: '${signers.keyFile}'}}]`
    expect((await gated(image, policy)).gate?.verdict).toBe('passed')
    broken.push(fault)
    const outcome = await gated(image, policy, { pull: pullInto(join(directory(), 'out')) })
    expect(outcome.failure).toMatchObject({ code: 'DENIED', status: 403 })
    expect(outcome).not.toHaveProperty('gate')
    expect(outcome.pulled).toEqual([])
  })

  test('of the trusted root that an identity needs is no verdict', async () => {
    const registry = await start()
    const { descriptor } = registry.putImage('app', { tag: '1' })
    const signers = await createSigners(directory())
    const file = await writeBundle(directory(), signers, descriptor.digest, SIGNATURE, 'workflow')
    await attachAll(`${registry.host}/app:1`, [file])
    const { issuer, identity } = RELEASE_WORKFLOW
    const policy = `[{type: signature, signed-by: {issuer: ${issuer}, identity: ${identity}}}]`
    const job = jobOn(`${registry.host}/app:1`, { gate: { policy: parsePolicy(policy) } })
    const notAFolder = join(directory(), 'cosign.pub')
    const { failure, gate } = await outcomeOf(job, { cacheDirectory: notAFolder })
    expect(failure?.message).toMatch(/^no trusted root of Sigstore /)
    expect(gate).toBeUndefined()
  })
})

describe('what keeps a policy from being used', () => {
  test.each<[string, string, Partial<GateRequest>, string]>([
    ['a key that is not there', `{type: sbom, signed-by: {key: no.pub}}`, {}, 'require'],
    ['a key that is none', `{type: sbom, signed-by: {key: KEY}}`, {}, 'require'],
    ['a trusted root that is not there', 'sbom', { trustedRoot: 'no.json' }, 'trusted-root'],
    ['a trusted root that is none', 'sbom', { trustedRoot: 'ROOT' }, 'trusted-root'],
  ])('(%s) is told before any request', async (_, rule, { trustedRoot }, input) => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const [key, root] = [join(directory(), 'cosign.pub'), join(directory(), 'root.json')]
    await writeFile(key, 'no key')
    await writeFile(root, '{}')
    const gate = {
      policy: parsePolicy(`[${rule.replace('KEY', `'${key}'`)}]`),
      ...(trustedRoot && { trustedRoot: trustedRoot.replace('ROOT', root) }),
    }
    const attach = { files: [await writeDocument(directory(), 'spdx')] }
    const outcome = await outcomeOf(jobOn(`${registry.host}/app:1`, { gate, attach }))
    expect(outcome.failure).toMatchObject({ name: 'InputError', input })
    expect(registry.requests).toEqual([])
  })
})

describe('what is shown', () => {
  test('is as deep as is asked for, though all of it is judged', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const image = `${registry.host}/app:1`
    const signers = await createSigners(directory())
    const [sbom] = await attachAll(image, [await writeDocument(directory(), 'spdx')])
    if (!sbom) throw new Error('nothing was attached')
    const signature = await writeBundle(directory(), signers, sbom.digest, SIGNATURE, 'key')
    await attachAll(sbom.reference, [signature])
    const policy = `[{type: sbom, signed-by: {key: '${signers.keyFile}'}}]`
    const outcome = await gated(image, policy, { depth: 1, artifactTypes: ['a/b'] })
    expect(outcome.gate?.verdict).toBe('passed')
    expect(outcome.graphs[0]?.referrers).toMatchObject([{ digest: sbom.digest, referrers: [] }])
  })
})

describe('the requests of a gate', () => {
  test('beyond those of discovery are the blobs of what can be signed', async () => {
    const registry = await start({ latencyMs })
    const { descriptor } = registry.putImage('app', { tag: '1' })
    const image = `${registry.host}/app:1`
    const signers = await createSigners(directory())
    const files = [
      await writeDocument(directory(), 'spdx'),
      await writeBundle(directory(), signers, descriptor.digest, SIGNATURE, 'key'),
    ]
    const [sbom, signature] = await attachAll(image, files)
    const names = {
      image: descriptor.digest,
      sbom: sbom?.digest ?? '',
      signature: signature?.digest ?? '',
      bundle: signature?.files[0]?.digest ?? '',
    }
    const requestsOf = async (job: Job) => {
      const before = registry.requests.length
      await succeed(job)
      return registry.requests.slice(before)
    }
    const discovery = await requestsOf(jobOn(image))
    const policy = parsePolicy(`[sbom, {type: signature, signed-by: {key: '${signers.keyFile}'}}]`)
    const gate = await requestsOf(jobOn(image, { gate: { policy } }))
    expect(transcript(gate, names)).toEqual([
      ...transcript(discovery, names),
      'GET /v2/app/blobs/<bundle> -> 200',
    ])
    expect(roundTrips(gate)).toBe(roundTrips(discovery) + 1)
  })

  test('that asks for no signature are those of discovery', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const image = `${registry.host}/app:1`
    await attachAll(image, [await writeDocument(directory(), 'spdx')])
    const before = registry.requests.length
    await succeed(jobOn(image))
    const discovery = registry.requests.length - before
    await succeed(jobOn(image, { gate: { policy: parsePolicy('sbom') } }))
    expect(registry.requests.length - before).toBe(2 * discovery)
  })
})
