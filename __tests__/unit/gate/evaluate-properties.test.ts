import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { evaluate } from '../../../src/gate/evaluate.ts'
import type { Evidence } from '../../../src/gate/evidence.ts'
import type { Verdict } from '../../../src/gate/report.ts'
import type { Digest } from '../../../src/oci/digest.ts'
import type { Rule } from '../../../src/policy/policy.ts'
import type { Signature, Verification } from '../../../src/verify/signature.ts'
import {
  BUNDLE,
  byKey,
  byRelease,
  key,
  NOW,
  PROVENANCE,
  release,
  sampleImage,
  sampleManifest,
  thirtyDays,
} from '../../support/sample-gate.ts'
import { digestOfName, REPOSITORY } from '../../support/sample-graph.ts'

/** Mostly the first; few of each kind, so that evidence meets rules and copies meet each other. */
function mostly<T>(usual: fc.Arbitrary<T>, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 6, arbitrary: usual }, ...others.map((each) => fc.constant(each)))
}

function sometimes<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { freq: 1, nil: undefined })
}

type Given<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> }

function given<T extends object>(value: T): Given<T> {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries) as Given<T>
}

const SPDX = 'https://spdx.dev/Document'
const [RECENT, OLD, FUTURE] = [
  '2026-06-29T00:00:00Z',
  '2026-01-01T00:00:00Z',
  '2027-01-01T00:00:00Z',
]
const JUDGED = ['app', 'amd64'].map(digestOfName)
const bundle = { kind: 'sigstore-bundle', bytes: new Uint8Array() } as const

function signatureAbout(subject: Digest): fc.Arbitrary<Signature> {
  return fc.record({
    id: fc.constantFrom('s1', 's2', 's3', 's4'),
    reference: fc.constant(`${REPOSITORY}@${digestOfName('sig')}`),
    subject: mostly(fc.constant(subject), digestOfName('app'), digestOfName('x')).map((digest) => ({
      digest,
      bytes: new Uint8Array(),
    })),
    content: mostly<Signature['content']>(
      fc.constant(bundle),
      { kind: 'unverifiable', what: 'a Notation signature' },
      { kind: 'undecodable', why: 'no JSON' },
    ),
  })
}

const evidence: fc.Arbitrary<Evidence> = fc.constantFrom('a', 'b', 'c').chain((name) => {
  const digest = digestOfName(name)
  return fc
    .record({
      reference: fc.constant(`${REPOSITORY}@${digest}`),
      digest: fc.constant(digest),
      artifactType: mostly(fc.constant(BUNDLE), 'application/spdx+json'),
      annotations: fc.constantFrom({}, { stage: 'prod' }),
      aliases: mostly<Evidence['aliases']>(fc.constant(['sbom', 'provenance']), ['signature']),
      about: mostly(fc.constant(JUDGED), [], JUDGED.slice(1), [digestOfName('x')]),
      attached: fc.array(signatureAbout(digest), { maxLength: 2 }),
      predicateType: sometimes(fc.constantFrom(PROVENANCE, SPDX)),
      created: sometimes(mostly(fc.constant(RECENT), OLD, FUTURE, 'junk')),
      stated: sometimes(mostly(fc.constant(RECENT), OLD, FUTURE, 'junk')),
      own: sometimes(signatureAbout(digestOfName('app'))),
      unreadable: mostly<string | undefined>(fc.constant(undefined), 'too large'),
    })
    .map(given) as fc.Arbitrary<Evidence>
})

const rules = fc
  .record({
    type: fc.constantFrom<Rule['type']>(
      { kind: 'alias', alias: 'sbom' },
      { kind: 'alias', alias: 'provenance' },
      { kind: 'artifact-type', artifactType: BUNDLE },
    ),
    count: mostly(fc.constant(1), 2, 3),
    platform: fc.constantFrom('subject', 'each'),
    annotations: mostly<Rule['annotations']>(fc.constant({}), { stage: 'prod' }),
    maxAge: sometimes(fc.constant(thirtyDays)),
    predicateType: mostly<string | undefined>(fc.constant(undefined), PROVENANCE, SPDX),
    signedBy: sometimes(fc.constantFrom(byKey, byRelease)),
  })
  .map(given) as fc.Arbitrary<Rule>

const verified = fc
  .record({
    state: fc.constant('verified'),
    signers: fc.constantFrom([key], [release], [key, release]),
    signed: fc.constantFrom('1', '2', '3'),
    predicateType: sometimes(fc.constantFrom(PROVENANCE, SPDX)),
    signedAt: sometimes(mostly(fc.constant(RECENT), OLD, FUTURE)),
  })
  .map(given) as fc.Arbitrary<Verification>
const verification = mostly<Verification>(verified, { state: 'refused', reason: 'is junk' })
const verifications = fc
  .dictionary(fc.constantFrom('s1', 's2', 's3'), verification, { minKeys: 1 })
  .map((entries) => new Map(Object.entries(entries)))

const evidences = fc.array(evidence, { maxLength: 6 })
interface Scene {
  readonly index: readonly Evidence[]
  readonly platform: readonly Evidence[]
  readonly verifications: ReadonlyMap<string, Verification>
}
const scenes: fc.Arbitrary<Scene> = fc.record({
  index: evidences,
  platform: evidences,
  verifications,
})

function verdicts(
  policy: readonly Rule[],
  { index, platform, verifications: verified }: Scene,
): readonly Verdict[] {
  const amd64 = sampleManifest('amd64', platform, {
    platform: { os: 'linux', architecture: 'amd64' },
  })
  return evaluate([sampleImage(index, { platforms: [amd64] })], policy, verified, NOW).rules.map(
    ({ verdict }) => verdict,
  )
}

const RUNS = { numRuns: 1000 }

describe('the verdict of a rule', () => {
  test('is the same whatever the order of evidence', () => {
    const shuffled = scenes.chain((scene) =>
      fc.record({
        scene: fc.constant(scene),
        index: fc.shuffledSubarray([...scene.index], { minLength: scene.index.length }),
        platform: fc.shuffledSubarray([...scene.platform], { minLength: scene.platform.length }),
      }),
    )
    fc.assert(
      fc.property(rules, shuffled, (rule, { scene, index, platform }) => {
        expect(verdicts([rule], { ...scene, index, platform })).toEqual(verdicts([rule], scene))
      }),
      RUNS,
    )
  })

  test('is never better with less evidence or fewer signatures on it', () => {
    const less = (all: readonly Evidence[]): fc.Arbitrary<readonly Evidence[]> =>
      fc
        .subarray([...all])
        .chain((some) =>
          fc.tuple(
            ...some.map((each) =>
              fc.subarray([...each.attached]).map((attached): Evidence => ({ ...each, attached })),
            ),
          ),
        )
    const reduced = scenes.chain((scene) =>
      fc.record({
        scene: fc.constant(scene),
        index: less(scene.index),
        platform: less(scene.platform),
      }),
    )
    fc.assert(
      fc.property(rules, reduced, (rule, { scene, index, platform }) => {
        fc.pre(verdicts([rule], scene).includes('denied'))
        expect(verdicts([rule], { ...scene, index, platform })).toContain('denied')
      }),
      RUNS,
    )
  })

  test('is no better for evidence that nobody who must have has signed', () => {
    const unproven = fc.constantFrom<Verification | undefined>(
      undefined,
      { state: 'refused', reason: 'is junk' },
      { state: 'verified', signers: [{ kind: 'key', name: 'other.pub' }], signed: '9' },
    )
    const renamed = (signature: Signature): Signature => ({
      ...signature,
      id: `new ${signature.id}`,
    })
    const added = evidences.map((all) =>
      all.map(
        ({ own, attached, ...each }): Evidence => ({
          ...each,
          ...(own && { own: renamed(own) }),
          attached: attached.map(renamed),
        }),
      ),
    )
    fc.assert(
      fc.property(
        rules,
        scenes,
        added,
        unproven,
        fc.constantFrom(byKey, byRelease),
        (rule, scene, more, verified, signedBy) => {
          const junk = ['s1', 's2', 's3', 's4'].flatMap((id): [string, Verification][] =>
            verified ? [[`new ${id}`, verified]] : [],
          )
          const flooded = {
            index: [...scene.index, ...more],
            platform: [...scene.platform, ...more],
            verifications: new Map([...scene.verifications, ...junk]),
          }
          const policy = [{ ...rule, signedBy }]
          expect(verdicts(policy, flooded)).toEqual(verdicts(policy, scene))
        },
      ),
      RUNS,
    )
  })

  test('does not depend on the other rules', () => {
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), scenes, (policy, scene) => {
        expect(verdicts(policy, scene)).toEqual(policy.flatMap((rule) => verdicts([rule], scene)))
      }),
    )
  })
})
