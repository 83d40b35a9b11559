import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { GateRequest } from '../../src/job.ts'
import { encodeJson } from '../../src/oci/encoded.ts'
import type { OciErrorCode } from '../../src/oci/error.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { emptyConfig } from '../../src/oci/pack.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { artifactOn } from '../support/artifacts.ts'
import { distPath, runCommandLine } from '../support/command-line.ts'
import { writeDocument } from '../support/documents.ts'
import { expectNoVerdict, gated, pullInto, type SignedImage, signImage } from '../support/gated.ts'
import { jobOn, outcomeOf } from '../support/job.ts'
import { type Answer, specError } from '../support/registry/exchange.ts'
import type { Fault } from '../support/registry/faults.ts'
import type { Quirks } from '../support/registry/quirks.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { runAction } from '../support/runner/run-action.ts'
import { BUNDLE } from '../support/sample-gate.ts'
import { digestOfName } from '../support/sample-graph.ts'
import { attachAll, createSigners, SIGNATURE, writeBundle } from '../support/signed-image.ts'
import { RELEASE_WORKFLOW } from '../support/sigstore/local-sigstore.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'
import { testImage } from '../support/test-image.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const out = (): string => join(directory(), 'out')

const image = testImage().descriptor
const ofTag = { at: /manifests\/sha256-[0-9a-f]{64}$/, times: 99 }
const forbidden = specError(403, 'DENIED', 'not for you')

/** A list whose JSON is cut, in an answer that is whole. */
const cut: Answer = {
  status: 200,
  headers: { 'content-type': OCI_IMAGE_INDEX },
  body: '{"schemaVersion":2,"manifests":[',
}

/** Starts a registry with an image that passes, and which fails as told from then on. */
async function passing(
  faults: readonly Fault[] = [],
  quirks: Quirks = {},
): Promise<SignedImage & { readonly registry: TestRegistry }> {
  const broken: Fault[] = []
  const registry = await start({ faults: broken, quirks })
  registry.putImage('app', { tag: '1' })
  const signed = await signImage(`${registry.host}/app:1`, image, directory())
  expect((await gated(signed.image, signed.policy)).gate?.verdict).toBe('passed')
  broken.push(...faults)
  return { ...signed, registry }
}

const judged = ({ image, policy }: SignedImage) => gated(image, policy, { pull: pullInto(out()) })

describe('the gate is closed on an error:', () => {
  test.each<readonly [string, RegExp]>([
    ['of the list of referrers', /\/referrers\//],
    ['of the referrers tag', ofTag.at],
    ['of a tag of cosign', /\.sig$/],
    ['of a signature’s bytes', /^GET .*\/blobs\//],
    ['of a manifest', /^GET .*manifests\/sha256:/],
  ])('%s is no verdict, and nothing is pulled', async (_, at) => {
    const signed = await passing([{ at, times: 99, fails: forbidden }])
    expectNoVerdict(await judged(signed), 'DENIED', out())
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

describe('the gate is closed on an incomplete list:', () => {
  const ofReferrers = { at: /\/referrers\//, times: 99 }
  const ofNextPage = { at: /\/referrers\/.*last=/, times: 99 }
  const list = { pageSize: 1 }

  test.each<{
    readonly what: string
    readonly fault: Fault
    readonly code: OciErrorCode
    readonly quirks?: Quirks
  }>([
    {
      what: 'whose connection breaks each time',
      fault: { ...ofReferrers, fails: 'dropped-midway' },
      code: 'CONNECTION_FAILED',
    },
    { what: 'that is cut', fault: { ...ofReferrers, fails: cut }, code: 'RESPONSE_INVALID' },
    {
      what: 'that is cut, at the referrers tag',
      fault: { ...ofTag, fails: cut },
      code: 'MANIFEST_INVALID',
      quirks: { referrers: { endpoint: '404-text' } },
    },
    {
      what: 'whose next page fails',
      fault: { ...ofNextPage, fails: forbidden },
      code: 'DENIED',
      quirks: { list },
    },
    {
      what: 'whose next page is gone',
      fault: { ...ofNextPage, fails: specError(404, 'NOT_FOUND', 'gone') },
      code: 'MANIFEST_UNKNOWN',
      quirks: { list },
    },
  ])('$what is no verdict, and nothing is pulled', async ({ fault, code, quirks }) => {
    const signed = await passing([fault], quirks)
    expectNoVerdict(await judged(signed), code, out())
  })

  test('is told by a step, whose outputs have no verdict', async () => {
    const registry = await start({ faults: [{ at: /\/referrers\//, times: 99, fails: cut }] })
    registry.putImage('app', { tag: '1' })
    const inputs = { image: `${registry.host}/app:1`, require: 'sbom', 'pull-to': 'out' }
    const main = distPath('index.js')
    const step = await runAction({ main, directory: directory(), workspace: directory(), inputs })
    expect(step).toMatchObject({ exitCode: 1, rejected: [] })
    expect(Object.keys(step.outputs).sort()).toEqual(['attached', 'subject', 'subject-digest'])
    expect(step.annotations[0]?.message).toContain('the list of referrers is not the image index')
    expect(existsSync(out())).toBe(false)
  })
})

describe('the gate is closed on a limit that is reached:', () => {
  test('by a list that never ends is no verdict, and nothing is pulled', async () => {
    const list = `/v2/app/referrers/${image.digest}`
    const faults = Array.from({ length: 1001 }, (_, at) => ({
      at: new RegExp(at === 0 ? `${list}$` : `${list}.last=${at}$`),
      fails: {
        status: 200,
        headers: { 'content-type': OCI_IMAGE_INDEX, link: `<${list}?last=${at + 1}>; rel="next"` },
        body: JSON.stringify({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests: [] }),
      },
    }))
    expectNoVerdict(await judged(await passing(faults)), 'LIMIT_EXCEEDED', out())
  })

  test('by levels upon levels of evidence is no verdict, and nothing is pulled', async () => {
    const signed = await passing()
    let on = image
    for (let level = 0; level < 40; level += 1) {
      const { manifest } = artifactOn(on, `level ${level}`)
      on = signed.registry.putManifest('app', manifest)
    }
    expectNoVerdict(await judged(signed), 'LIMIT_EXCEEDED', out())
  })

  test.each([
    ['more documents than are read', Array(20_001).fill(0)],
    ['more bytes than are kept', [0, 1, 2, 3, 4].map((at) => 128 * 1024 * 1024 - at)],
  ])('by %s is no verdict, and nothing is pulled', async (_, sizes) => {
    const signed = await passing()
    const junk = encodeJson({
      schemaVersion: 2,
      mediaType: OCI_IMAGE_MANIFEST,
      artifactType: BUNDLE,
      config: emptyConfig.descriptor,
      // None of them is there: what they claim is enough.
      layers: sizes.map((size) => ({ mediaType: BUNDLE, digest: digestOfName(`${size}`), size })),
      subject: image,
    })
    signed.registry.putManifest('app', junk)
    const outcome = await judged(signed)
    expectNoVerdict(outcome, 'LIMIT_EXCEEDED', out())
    expect(outcome.failure?.message).toMatch(/^the gate would have to read more than /)
  })
})

describe('the gate is closed on a policy that cannot be used:', () => {
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

  test.each([
    ['of no type that is known', '- sbon\n', 'line 1, column 3: "sbon" is no kind of evidence'],
    ['with a key that is none', '- type: sbom\n  max_age: 3d\n', 'line 2, column 3: a rule has no'],
    ['without a rule', '# sbom\n', 'line 1, column 1: the policy is empty'],
    ['that is no YAML', '- "sbom\n', 'line 2, column 1: the policy is not plain YAML'],
    [
      'that nothing satisfies',
      '- type: signature\n  predicate-type: https://slsa.dev/provenance/v1\n',
      'line 2, column 3: a signature has no predicate',
    ],
    [
      'that anybody satisfies',
      "- type: sbom\n  signed-by: { issuer: https://a.example, identity-pattern: '.*' }\n",
      'line 2, column 61: identity-pattern ".*" matches anybody',
    ],
  ])('(a policy %s) is told before any request, by both fronts', async (_, policy, message) => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const image = `${registry.host}/app:1`
    await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
    await writeFile(join(directory(), 'policy.yml'), policy)
    const [step, command] = await Promise.all([
      runAction({
        main: distPath('index.js'),
        directory: join(directory(), 'job'),
        workspace: directory(),
        inputs: { image, require: policy, files: 'sbom.json', 'pull-to': 'out' },
      }),
      runCommandLine({
        args: ['gate', '--require', 'policy.yml', image],
        directory: directory(),
        env: { HOME: directory() },
      }),
    ])
    expect(step.outcome).toBe('failure')
    expect(step.annotations[0]?.message).toContain(message)
    expect(step.outputs['gate']).toBeUndefined()
    expect(command).toMatchObject({ status: 2, stdout: '' })
    expect(command.stderr).toContain(message)
    expect(registry.requests).toEqual([])
  })
})
