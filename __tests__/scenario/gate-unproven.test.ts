import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../src/job.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import type { Digest } from '../../src/oci/digest.ts'
import { encodeJson } from '../../src/oci/encoded.ts'
import { OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { emptyConfig } from '../../src/oci/pack.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { atCosignTag, DSSE, SIMPLE_SIGNING } from '../support/cosign.ts'
import { writeDocument } from '../support/documents.ts'
import { pullInto } from '../support/gated.ts'
import { bundleOf, statementAbout } from '../support/gathered-image.ts'
import { jobOn, outcomeOf } from '../support/job.ts'
import { putEvidence } from '../support/places.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { BUNDLE } from '../support/sample-gate.ts'
import { attachAll, createSigners, type Signers } from '../support/signed-image.ts'
import { altered } from '../support/sigstore/altered.ts'
import type { BundleJson } from '../support/sigstore/bundle-json.ts'
import {
  annotationsOf,
  attestationLayer,
  simpleSigningLayer,
} from '../support/sigstore/cosign-layers.ts'
import {
  createLocalSigstore,
  type LocalSigstore,
  RELEASE_WORKFLOW,
} from '../support/sigstore/local-sigstore.ts'
import { createSigningKey, type SigningKey } from '../support/sigstore/signing-keys.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const out = (): string => join(directory(), 'out')

const { issuer, identity } = RELEASE_WORKFLOW
const byWorkflow = `signed-by: {issuer: ${issuer}, identity: ${identity}}`
/** In whole seconds, as timestamps have them. */
const tomorrow = new Date(Math.floor(Date.now() / 1000 + 24 * 60 * 60) * 1000)

type SignatureLayer = Awaited<ReturnType<typeof simpleSigningLayer>>
type AttestationLayer = Awaited<ReturnType<typeof attestationLayer>>

/** An image on which nothing hangs yet. */
interface Scene {
  readonly image: string
  readonly descriptor: Descriptor
  readonly registry: TestRegistry
  readonly signers: Signers
}

async function imageAlone(): Promise<Scene> {
  const registry = await start()
  const { descriptor } = registry.putImage('app', { tag: '1' })
  const signers = await createSigners(directory())
  return { image: `${registry.host}/app:1`, descriptor, registry, signers }
}

/** Returns what becomes of the rule, by the trusted root of the signers. */
function judged({ image, signers: { trustedRoot } }: Scene, rule: string): Promise<Outcome> {
  const gate = { policy: parsePolicy(`- {${rule}}`), trustedRoot }
  return outcomeOf(jobOn(image, { gate, pull: pullInto(out()) }))
}

/** Expects that the rule is denied for the reason, and that nothing was pulled. */
function expectDenied({ gate, failure, pulled }: Outcome, reason: RegExp): void {
  expect({ failure, rules: gate?.rules }).toMatchObject({
    failure: { code: 'GATE_DENIED' },
    rules: [{ verdict: 'denied', reason: expect.stringMatching(reason) }],
  })
  expect(pulled).toEqual([])
  expect(existsSync(out())).toBe(false)
}

/** Expects that the rule is passed. */
function expectPassed({ gate, failure }: Outcome): void {
  expect(gate?.rules).toMatchObject([{ verdict: 'passed' }])
  expect(failure).toBeUndefined()
}

/** Puts an artifact that refers to the subject, with a text in it and no time. */
function putReferrer(
  { registry }: Scene,
  subject: Descriptor,
  artifactType: string,
  text: string,
): void {
  registry.putBlob('app', emptyConfig.bytes)
  const layer = registry.putBlob('app', Buffer.from(text))
  const manifest = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    artifactType,
    config: emptyConfig.descriptor,
    layers: [{ ...layer, mediaType: artifactType }],
    subject,
  })
  registry.putManifest('app', manifest)
}

function putBundle(scene: Scene, bundle: BundleJson, subject = scene.descriptor): void {
  putReferrer(scene, subject, BUNDLE, JSON.stringify(bundle))
}

/** Puts what cosign 2 writes for the image, a layer with its annotations, at its tag. */
async function putLayers(
  { registry, descriptor }: Scene,
  { sig, att }: { readonly sig?: SignatureLayer; readonly att?: AttestationLayer },
): Promise<void> {
  if (sig) {
    const layer = { mediaType: SIMPLE_SIGNING, text: `${Buffer.from(sig.payload)}` }
    const annotations = annotationsOf(sig)
    putEvidence(registry, atCosignTag(descriptor.digest, 'sig', [{ ...layer, annotations }]))
  }
  if (att) {
    const layer = { mediaType: DSSE, text: `${Buffer.from(att.bytes)}` }
    const annotations = annotationsOf(att)
    putEvidence(registry, atCosignTag(descriptor.digest, 'att', [{ ...layer, annotations }]))
  }
}

describe('the gate is closed on a document that cannot be decoded:', () => {
  const dated = { spdxVersion: 'SPDX-2.3', creationInfo: { created: new Date().toISOString() } }

  test.each<readonly [string, string, (digest: Digest) => string, string, RegExp]>([
    ['a bundle', BUNDLE, (digest) => bundleOf(statementAbout([digest])), '', /cannot be read/],
    [
      'a statement',
      'application/vnd.in-toto+json',
      (digest) => JSON.stringify(statementAbout([digest])),
      '',
      /cannot be read/,
    ],
    [
      'a document whose time is asked for',
      'application/spdx+json',
      () => JSON.stringify(dated),
      ', max-age: 1d',
      /has no time of creation/,
    ],
  ])('(%s) proves nothing', async (_, type, textAbout, more, reason) => {
    const scene = await imageAlone()
    const rule = `type: ${type}${more}`
    const text = textAbout(scene.descriptor.digest)
    putReferrer(scene, scene.descriptor, type, text.slice(0, -1))
    expectDenied(await judged(scene, rule), reason)
    putReferrer(scene, scene.descriptor, type, text)
    expectPassed(await judged(scene, rule))
  })
})

describe('the gate is closed on a clock in the future:', () => {
  test('of who made a document denies its age', async () => {
    const scene = await imageAlone()
    const [first, second] = [
      await writeDocument(directory(), 'spdx'),
      await writeDocument(directory(), 'spdx', { seed: 'now', name: 'now.json' }),
    ]
    await attachAll(scene.image, [first], { created: tomorrow.toISOString() })
    expectDenied(await judged(scene, 'type: sbom, max-age: 52w'), /is dated in the future/)
    await attachAll(scene.image, [second], { created: new Date().toISOString() })
    expectPassed(await judged(scene, 'type: sbom, max-age: 52w'))
  })

  test.each([
    ['the log', 'dsse'],
    ['the timestamp authority', 'v2'],
  ] as const)('of %s denies what was signed by it', async (_, entry) => {
    const scene = await imageAlone()
    const clocks = { certificateAuthority: tomorrow, log: tomorrow, timestampAuthority: tomorrow }
    const rule = `type: provenance, ${byWorkflow}`
    const attachBy = async (sigstore: LocalSigstore): Promise<void> => {
      await writeFile(scene.signers.trustedRoot, sigstore.trustedRoot())
      const statement = statementAbout([scene.descriptor.digest])
      putBundle(scene, await sigstore.attest(statement, { entry }))
    }
    await attachBy(await createLocalSigstore({ clocks }))
    expectDenied(await judged(scene, rule), /signed in the future/)
    await attachBy(await createLocalSigstore())
    expectPassed(await judged(scene, rule))
  })
})

describe('the gate is closed on a transparency entry that is missing:', () => {
  test('in a bundle denies it', async () => {
    const scene = await imageAlone()
    const rule = `type: provenance, ${byWorkflow}`
    const statement = statementAbout([scene.descriptor.digest])
    const bundle = await scene.signers.sigstore.attest(statement)
    putBundle(
      scene,
      altered(bundle, 'verificationMaterial.tlogEntries', () => undefined),
    )
    expectDenied(
      await judged(scene, rule),
      /has no entry in a transparency log of the trusted root$/,
    )
    putBundle(scene, bundle)
    expectPassed(await judged(scene, rule))
  })

  test('at the tags of cosign denies what stands there', async () => {
    const scene = await imageAlone()
    const { digest } = scene.descriptor
    const { sigstore } = scene.signers
    const sig = await simpleSigningLayer(sigstore, digest)
    const att = await attestationLayer(sigstore, statementAbout([digest]))
    const unlogged = <T extends SignatureLayer | AttestationLayer>(layer: T): T => {
      const { rekorBundle: _, ...material } = layer.material
      return { ...layer, material }
    }
    await putLayers(scene, { sig: unlogged(sig), att: unlogged(att) })
    for (const type of ['signature', 'provenance']) {
      expectDenied(
        await judged(scene, `type: ${type}, ${byWorkflow}`),
        /has no entry in a transparency log of the trusted root$/,
      )
    }
    await putLayers(scene, { sig, att })
    for (const type of ['signature', 'provenance']) {
      expectPassed(await judged(scene, `type: ${type}, ${byWorkflow}`))
    }
  })
})

describe('the gate is closed on an algorithm that is not known:', () => {
  test('of the hash that a bundle names denies it', async () => {
    const scene = await imageAlone()
    const { sigstore, key, keyFile } = scene.signers
    const rule = `type: sbom, signed-by: {key: '${keyFile}'}`
    const [sbom] = await attachAll(scene.image, [await writeDocument(directory(), 'spdx')])
    if (!sbom) throw new Error('nothing was attached')
    const { mediaType, digest, size } = sbom
    const on = { mediaType, digest, size }
    const manifest = scene.registry.manifest('app', digest) ?? new Uint8Array()
    const bundle = await sigstore.signMessage(manifest, { by: key })
    const path = 'messageSignature.messageDigest.algorithm'
    for (const algorithm of ['SHA9_1024', 'SHA2_512']) {
      putBundle(
        scene,
        altered(bundle, path, () => algorithm),
        on,
      )
      expectDenied(
        await judged(scene, rule),
        /, which (?:cannot be verified: .*SHA9_1024|signs something other)/,
      )
    }
    putBundle(scene, bundle, on)
    expectPassed(await judged(scene, rule))
  })

  test.each([
    ['P-256', 'sha512'],
    ['P-384', 'sha512'],
    ['RSA-2048', 'sha512'],
  ] as const)('of a key %s, %s, denies bundles and cosign’s tags', async (kind, hash) => {
    const scene = await imageAlone()
    const { digest } = scene.descriptor
    const { sigstore, keyFile } = scene.signers
    const key = createSigningKey(kind)
    await writeFile(keyFile, key.pem)
    const statement = statementAbout([digest])
    const rules = ['signature', 'provenance'].map(
      (type) => `type: ${type}, signed-by: {key: '${keyFile}'}`,
    )
    const put = async (by: SigningKey): Promise<void> => {
      putBundle(scene, await sigstore.attest(statement, { by }))
      await putLayers(scene, {
        sig: await simpleSigningLayer(sigstore, digest, { by }),
        att: await attestationLayer(sigstore, statement, { by }),
      })
    }
    await put({ ...key, hash })
    for (const rule of rules)
      expectDenied(await judged(scene, rule), /is signed by none of the keys that are asked for$/)
    await put(key)
    for (const rule of rules) expectPassed(await judged(scene, rule))
  })
})
