import { createHash } from 'node:crypto'
import { parseDigest } from '../../../src/oci/digest.ts'
import { altered, turnBit } from '../../support/sigstore/altered.ts'
import type { BundleJson } from '../../support/sigstore/bundle-json.ts'
import { type LocalSigstore, RELEASE_WORKFLOW } from '../../support/sigstore/local-sigstore.ts'
import { statementAbout } from '../../support/sigstore/verify-one.ts'

import type { BundleName } from './gate-verdicts.ts'

/** Returns a Sigstore bundle for the image of the digest. */
type MakeBundle = (digest: string) => Promise<BundleJson>

export const OTHER_WORKFLOW = {
  ...RELEASE_WORKFLOW,
  identity: 'https://github.com/octo/app/.github/workflows/test.yml@refs/heads/main',
}
const ELSEWHERE = { ...RELEASE_WORKFLOW, issuer: 'https://gitlab.example.com' }

/** Of another image. */
export const OTHER_DIGEST = `sha256:${createHash('sha256').update('another image').digest('hex')}`

/** Returns how to make the bundles with an instance of Sigstore; one of them is of the other instance. */
export function makersOf(
  sigstore: LocalSigstore,
  other: LocalSigstore,
): Readonly<Record<BundleName, MakeBundle>> {
  const attest: MakeBundle = (digest) => sigstore.attest(provenanceOf(digest))
  const withAltered =
    (path: string, change: (value: never) => unknown): MakeBundle =>
    async (digest) =>
      altered(await attest(digest), path, change)
  const material = 'verificationMaterial'
  const entry = `${material}.tlogEntries.0`
  return {
    'the release workflow': attest,
    'the release workflow, stamped and logged': (digest) =>
      sigstore.attest(provenanceOf(digest), { stamped: true }),
    'another workflow': (digest) => sigstore.attest(provenanceOf(digest), { by: OTHER_WORKFLOW }),
    'the same workflow elsewhere': (digest) =>
      sigstore.attest(provenanceOf(digest), { by: ELSEWHERE }),
    'another instance of Sigstore': (digest) => other.attest(provenanceOf(digest)),
    'the release workflow, about another image': () => attest(OTHER_DIGEST),
    'the release workflow, but with another payload': async (digest) => {
      const payload = Buffer.from(JSON.stringify(provenanceOf(digest))).toString('base64')
      return altered(await attest(OTHER_DIGEST), 'dsseEnvelope.payload', () => payload)
    },
    'the release workflow, but with another signature': withAltered(
      'dsseEnvelope.signatures.0.sig',
      turnBit,
    ),
    'the release workflow, but with another certificate': async (digest) => {
      const { verificationMaterial } = await attest(digest)
      const { certificate } = verificationMaterial
      return altered(await attest(digest), `${material}.certificate`, () => certificate)
    },
    'the release workflow, but with another entry of the log': async (digest) => {
      const { verificationMaterial } = await attest(digest)
      const { tlogEntries } = verificationMaterial
      return altered(await attest(digest), `${material}.tlogEntries`, () => tlogEntries)
    },
    'the release workflow, but with another checkpoint of the log': withAltered(
      `${entry}.inclusionProof.checkpoint.envelope`,
      (envelope: string) => envelope.replace('\n1\n', '\n2\n'),
    ),
    'the release workflow, but with another root beside it': withAltered(
      `${entry}.inclusionProof.rootHash`,
      turnBit,
    ),
    'the release workflow, but with another place in the log': withAltered(
      `${entry}.inclusionProof.logIndex`,
      () => '1',
    ),
    'the release workflow, but with another time of the log': withAltered(
      `${entry}.integratedTime`,
      (time) => String(Number(time) + 1),
    ),
    'the release workflow, but in no log': (digest) =>
      sigstore.attest(provenanceOf(digest), { entry: 'none', stamped: false }),
  }
}

/** Returns a statement about the image of the digest. */
export function provenanceOf(digest: string): object {
  return { ...statementAbout(parseDigest(digest)), predicate: provenance }
}

const provenance = {
  buildDefinition: { buildType: 'https://example.com/build/v1', externalParameters: {} },
  runDetails: { builder: { id: 'https://example.com/builder' } },
}
