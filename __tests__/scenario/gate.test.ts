import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Outcome, PullRequest } from '../../src/job.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { writeDocument } from '../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf } from '../support/job.ts'
import { type Place, placeKinds, usePlaces } from '../support/places.ts'
import {
  attachAll,
  createSigners,
  PROVENANCE,
  SIGNATURE,
  type Signers,
  writeBundle,
} from '../support/signed-image.ts'
import { RELEASE_WORKFLOW } from '../support/sigstore/local-sigstore.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const open = usePlaces()
const directory = useTemporaryDirectory()

const { issuer, identity } = RELEASE_WORKFLOW

function pullInto(directory: string): PullRequest {
  return { directory, what: 'referrers', overwrite: false, maxFiles: 10, maxBytes: 1_000_000 }
}

/** Returns what becomes of the image under the policy. */
function gated(image: string, policy: string, options: JobOptions = {}): Promise<Outcome> {
  const { gate, ...rest } = options
  return outcomeOf(jobOn(image, { ...rest, gate: { ...gate, policy: parsePolicy(policy) } }))
}

function verdicts({ gate }: Outcome): readonly string[] {
  return gate?.rules.map(({ verdict, reason }) => `${verdict}: ${reason}`) ?? []
}

describe.each(placeKinds)('what is present in %s', (kind) => {
  async function withEvidence(): Promise<Place> {
    const place = await open(kind)
    await place.putImage({ platforms: ['linux/amd64', 'linux/arm64'] })
    const sbom = await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
    const scan = await writeDocument(directory(), 'sarif', { name: 'scan.json' })
    const image = `${place.repository}:1`
    await attachAll(image, [sbom], { annotations: { stage: 'release' } })
    await attachAll(image, [scan], { created: new Date().toISOString() })
    const amd64 = await writeDocument(directory(), 'cyclonedx', { name: 'amd64.json' })
    const platform = [{ os: 'linux', architecture: 'amd64' }]
    const job = jobOn(image, { platform, attach: { files: [amd64] } })
    expect((await outcomeOf(job)).failure).toBeUndefined()
    return place
  }

  test('passes or denies each rule', async () => {
    const { repository } = await withEvidence()
    const outcome = await gated(
      `${repository}:1`,
      `
- sbom
- application/sarif+json
- {type: vulnerability-report, max-age: 1h}
- {type: sbom, annotations: {stage: release}}
- vex
- application/vnd.cyclonedx+json
- {type: sbom, count: 2}
- {type: sbom, max-age: 30d}
- {type: sbom, annotations: {stage: test}}
- {type: sbom, platform: each}
`,
    )
    expect(verdicts(outcome)).toEqual([
      'passed: 1 SBOM present',
      expect.stringMatching(/^passed: 1 /),
      expect.stringMatching(/^passed: 1 .*at most 1h old; the newest is 0 minutes old/),
      'passed: 1 SBOM present, with stage=release',
      expect.stringMatching(/^denied: no VEX/),
      expect.stringMatching(/^denied: no artifact of type .*its platforms have 1/),
      expect.stringMatching(/^denied: 1 SBOM present, 2 needed/),
      expect.stringMatching(/^denied: 1 SBOM present, none at most 30d old/),
      expect.stringMatching(/^denied: 1 SBOM present, none with stage=test/),
      'passed: 1 SBOM present',
      expect.stringMatching(/^denied: no SBOM is attached .*its index has 1 SBOM/),
    ])
    expect(outcome.gate?.rules.map(({ platform }) => platform).slice(-2)).toEqual([
      'linux/amd64',
      'linux/arm64',
    ])
    expect(outcome.failure).toMatchObject({
      code: 'GATE_DENIED',
      message: 'the gate is denied: 6 of 11 rules are not proven',
    })
  })

  test('is judged at each platform that is selected, and at each image', async () => {
    const { repository } = await withEvidence()
    const platforms = await gated(`${repository}:1`, 'sbom', { platform: 'all' })
    expect(verdicts(platforms)).toEqual([
      'passed: 1 SBOM present',
      expect.stringMatching(/^denied: no SBOM/),
    ])
    expect(platforms.failure).toMatchObject({ code: 'GATE_DENIED' })
    const [amd64] = platforms.subjects
    const images = [`${repository}:1`, `${repository}@${amd64?.digest}`]
    const both = await outcomeOf(jobOn(images, { gate: { policy: parsePolicy('sbom') } }))
    expect(both.gate?.rules.map(({ subject, verdict }) => [subject, verdict])).toEqual(
      both.subjects.map(({ reference }) => [reference, 'passed']),
    )
    expect(both.failure).toBeUndefined()
  })
})

describe.each(placeKinds)('what is signed in %s', (kind) => {
  /** An SBOM that a key has signed, and a provenance of the release workflow. */
  async function withSignatures(): Promise<{ readonly image: string; readonly signers: Signers }> {
    const place = await open(kind)
    const { descriptor } = await place.putImage()
    const signers = await createSigners(directory())
    const image = `${place.repository}:1`
    const files = [
      await writeDocument(directory(), 'spdx', { name: 'sbom.json' }),
      await writeBundle(directory(), signers, descriptor.digest, PROVENANCE, 'workflow'),
    ]
    const [sbom] = await attachAll(image, files)
    if (!sbom) throw new Error('nothing was attached')
    const signature = await writeBundle(directory(), signers, sbom.digest, SIGNATURE, 'key')
    await attachAll(sbom.reference, [signature])
    return { image, signers }
  }

  test('is verified by the key, the identity and the trusted root, and then pulled', async () => {
    const { image, signers } = await withSignatures()
    const policy = `
- type: sbom
  signed-by: {key: '${signers.keyFile}'}
- type: provenance
  predicate-type: ${PROVENANCE}
  signed-by: {issuer: ${issuer}, identity: ${identity}}
`
    const out = join(directory(), 'out')
    const gate = { policy: parsePolicy(policy), trustedRoot: signers.trustedRoot }
    const outcome = await outcomeOf(jobOn(image, { gate, pull: pullInto(out), depth: 1 }))
    expect(outcome.failure).toBeUndefined()
    expect(outcome.gate?.verdict).toBe('passed')
    expect(outcome.gate?.rules.map(({ matches }) => matches[0])).toMatchObject([
      { state: 'verified', signer: { kind: 'key', name: signers.keyFile } },
      { state: 'verified', signer: { kind: 'identity', issuer, identity } },
    ])
    expect(outcome.graphs[0]?.referrers.map(({ referrers }) => referrers)).toEqual([[], []])
    expect(outcome.pulled.map(({ title }) => title)).toHaveLength(2)
    expect(await readdir(out)).toContain('pulled.json')
  })

  test.each([
    ['another key', (signers: Signers) => `{key: '${signers.otherKeyFile}'}`, 'sbom'],
    ['another identity', () => `{issuer: ${issuer}, identity: '${identity}s'}`, 'provenance'],
    ['another issuer', () => `{issuer: ${issuer}/, identity: ${identity}}`, 'provenance'],
  ])('is denied for %s, and nothing is pulled', async (_, signedBy, type) => {
    const { image, signers } = await withSignatures()
    const policy = `- {type: ${type}, signed-by: ${signedBy(signers)}}`
    const out = join(directory(), 'out')
    const gate = { policy: parsePolicy(policy), trustedRoot: signers.trustedRoot }
    const outcome = await outcomeOf(jobOn(image, { gate, pull: pullInto(out) }))
    expect(outcome).toMatchObject({
      gate: { verdict: 'denied', rules: [{ verdict: 'denied', matches: [{ state: 'present' }] }] },
      failure: { code: 'GATE_DENIED' },
      pulled: [],
      graphs: [{ referrers: [{}, {}] }],
    })
    await expect(readdir(out)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
