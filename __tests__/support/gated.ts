import { existsSync } from 'node:fs'
import { expect } from '@jest/globals'
import type { Attached, Outcome, PullRequest } from '../../src/job.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import type { OciErrorCode } from '../../src/oci/error.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { writeDocument } from './documents.ts'
import { type JobOptions, jobOn, outcomeOf } from './job.ts'
import { attachAll, createSigners, SIGNATURE, type Signers, writeBundle } from './signed-image.ts'

/** Returns what becomes of the image under the policy. */
export function gated(image: string, policy: string, options: JobOptions = {}): Promise<Outcome> {
  const { gate, ...rest } = options
  return outcomeOf(jobOn(image, { ...rest, gate: { ...gate, policy: parsePolicy(policy) } }))
}

/** Returns a request to pull all that is attached. */
export function pullInto(directory: string): PullRequest {
  return { directory, what: 'referrers', overwrite: false, maxFiles: 10, maxBytes: 1_000_000 }
}

/** An image with an SBOM, signed with a key. */
export interface SignedImage {
  readonly image: string
  readonly signers: Signers
  readonly sbom: Attached
  /** Passes: the SBOM is there, and the image is signed with the key. */
  readonly policy: string
}

/** Attaches an SBOM to an image, and a signature of the image by a key, whose file is in the directory. */
export async function signImage(
  image: string,
  { digest }: Descriptor,
  directory: string,
): Promise<SignedImage> {
  const signers = await createSigners(directory)
  const files = [
    await writeDocument(directory, 'spdx'),
    await writeBundle(directory, signers, digest, SIGNATURE, 'key'),
  ]
  const [sbom] = await attachAll(image, files)
  if (!sbom) throw new Error('nothing was attached')
  const policy = `[sbom, {type: signature, signed-by: {key: '${signers.keyFile}'}}]`
  return { image, signers, sbom, policy }
}

/** Expects that the gate has no verdict for this reason, and that nothing was pulled into the directory. */
export function expectNoVerdict(outcome: Outcome, code: OciErrorCode, directory: string): void {
  expect(outcome.failure).toMatchObject({ code })
  expect(outcome).not.toHaveProperty('gate')
  expect(outcome.pulled).toEqual([])
  expect(existsSync(directory)).toBe(false)
}
