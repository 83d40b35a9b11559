import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Attached, AttachRequest } from '../../src/job.ts'
import { type Digest, splitDigest } from '../../src/oci/digest.ts'
import { jobOn, succeed } from './job.ts'
import { createLocalSigstore, type LocalSigstore } from './sigstore/local-sigstore.ts'
import { createSigningKey, type SigningKey } from './sigstore/signing-keys.ts'

export const PROVENANCE = 'https://slsa.dev/provenance/v1'
/** Of the statement by which cosign 3 signs. */
export const SIGNATURE = 'https://sigstore.dev/cosign/sign/v1'

/** Who signs what hangs on images, with what is needed to verify it as files. */
export interface Signers {
  readonly sigstore: LocalSigstore
  readonly key: SigningKey
  /** Paths of its public key, of another's, and of the trusted root. */
  readonly keyFile: string
  readonly otherKeyFile: string
  readonly trustedRoot: string
}

/** Returns signers whose files are in the directory. */
export async function createSigners(directory: string): Promise<Signers> {
  const sigstore = await createLocalSigstore()
  const key = createSigningKey('P-256')
  const keyFile = join(directory, 'cosign.pub')
  const otherKeyFile = join(directory, 'other.pub')
  const trustedRoot = join(directory, 'trusted-root.json')
  await writeFile(keyFile, key.pem)
  await writeFile(otherKeyFile, createSigningKey('P-256').pem)
  await writeFile(trustedRoot, sigstore.trustedRoot())
  return { sigstore, key, keyFile, otherKeyFile, trustedRoot }
}

/** Writes a Sigstore bundle with a statement about the digest; by the key, or by the release workflow. */
export async function writeBundle(
  directory: string,
  { sigstore, key }: Signers,
  digest: Digest,
  predicateType: string,
  by: 'key' | 'workflow',
): Promise<string> {
  const [algorithm, encoded] = splitDigest(digest)
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'app', digest: { [algorithm]: encoded } }],
    predicateType,
    predicate: {},
  }
  const bundle = await sigstore.attest(statement, by === 'key' ? { by: key } : {})
  const path = join(directory, `${by}-${encoded.slice(0, 12)}.sigstore.json`)
  await writeFile(path, JSON.stringify(bundle))
  return path
}

/** Attaches the files, one artifact each, and returns these. */
export async function attachAll(
  image: string,
  files: readonly string[],
  request: Partial<AttachRequest> = {},
): Promise<readonly Attached[]> {
  return (await succeed(jobOn(image, { attach: { ...request, files } }))).attached
}
