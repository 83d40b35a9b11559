import { createPublicKey } from 'node:crypto'
import type { SignedEntity } from '@sigstore/verify'
import { hashesOf } from './algorithms.ts'
import { type CertificateSigner, type Leaf, signerNamedIn } from './certificate-signer.ts'
import type { SigstoreInstance } from './instance.ts'
import type { Proof } from './proof.ts'
import { quoted, Refusal } from './refusal.ts'
import type { Trust } from './signature.ts'

/**
 * Returns who signed an entity with a certificate, and when. Throws a {@link Refusal}, or what the
 * library throws, unless that is somebody who is asked for and everything holds.
 *
 * What costs little comes first: whom the certificate names, then its key's signature, which nobody
 * can copy to another payload; only then chains, logs and timestamps.
 */
export function proveByCertificate(
  entity: SignedEntity,
  leaf: Leaf,
  { identities }: Pick<Trust, 'identities'>,
  instances: readonly SigstoreInstance[],
): Proof {
  const signer = signerNamedIn(leaf)
  const isAskedFor = identities.some(
    ({ issuer, matches }) => issuer === signer.issuer && matches(signer.identity),
  )
  if (!isAskedFor) throw new Refusal(`names ${words(signer)} as its signer, which nobody asks for`)
  assertSigned(entity, leaf)
  return {
    by: ['identity', signer.issuer, signer.identity],
    signers: [{ kind: 'identity', ...signer }],
    time: timeOf(entity, leaf, instances),
  }
}

function assertSigned(entity: SignedEntity, leaf: Leaf): void {
  const key = createPublicKey({ key: leaf.publicKey, format: 'der', type: 'spki' })
  if (hashesOf(key).length === 0) {
    throw new Refusal('is signed with a key of a kind that cannot be verified')
  }
  if (!entity.signature.verifySignature(key)) {
    throw new Refusal('is not signed with the key of its certificate')
  }
}

/** Two instances may have authorities of one name; the error of the first then speaks for all. */
function timeOf(entity: SignedEntity, leaf: Leaf, instances: readonly SigstoreInstance[]): number {
  const errors: unknown[] = []
  for (const instance of instances.filter((each) => each.mayHaveIssued(leaf))) {
    try {
      return instance.verify(entity, leaf)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
  throw new Refusal('is signed with a certificate that no authority of the trusted root issued')
}

function words({ issuer, identity }: CertificateSigner): string {
  return `${quoted(identity)} (issuer ${quoted(issuer)})`
}
