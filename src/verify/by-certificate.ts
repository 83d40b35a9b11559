import { createPublicKey } from 'node:crypto'
import { hashesOf } from './algorithms.ts'
import { type CertificateSigner, type Leaf, signerNamedIn } from './certificate-signer.ts'
import type { Entity } from './entity.ts'
import type { SigstoreInstance } from './instance.ts'
import type { Proof } from './proof.ts'
import { quoted, Refusal } from './refusal.ts'
import type { Trust } from './signature.ts'

/**
 * Returns who signed an entity with a certificate, and when. Throws a {@link Refusal}, or what the
 * library throws, unless that is somebody who is asked for and everything holds.
 *
 * What costs little comes first: who vouches for whom the certificate names, then its key's signature,
 * which nobody can copy to another payload; only then chains, logs and timestamps. Whom it names is
 * compared last: a pattern may take long on a name made for it, and anybody can make a certificate.
 */
export function proveByCertificate(
  entity: Entity,
  leaf: Leaf,
  { identities }: Pick<Trust, 'identities'>,
  instances: readonly SigstoreInstance[],
): Proof {
  const signer = signerNamedIn(leaf)
  const vouched = identities.filter(({ issuer }) => issuer === signer.issuer)
  if (vouched.length === 0) throw notAskedFor(signer)
  assertSigned(entity, leaf)
  const time = timeOf(entity, leaf, instances)
  if (!vouched.some(({ matches }) => matches(signer.identity))) throw notAskedFor(signer)
  return {
    by: ['identity', signer.issuer, signer.identity],
    signers: [{ kind: 'identity', ...signer }],
    time,
  }
}

function notAskedFor({ issuer, identity }: CertificateSigner): Refusal {
  const who = `${quoted(identity)} (issuer ${quoted(issuer)})`
  return new Refusal(`names ${who} as its signer, which nobody asks for`)
}

function assertSigned(entity: Entity, leaf: Leaf): void {
  const key = createPublicKey({ key: leaf.publicKey, format: 'der', type: 'spki' })
  if (hashesOf(key).length === 0) {
    throw new Refusal('is signed with a key of a kind that cannot be verified')
  }
  if (!entity.signature.verifySignature(key)) {
    throw new Refusal('is not signed with the key of its certificate')
  }
}

/** Two instances may have authorities of one name; the error of the first then speaks for all. */
function timeOf(entity: Entity, leaf: Leaf, instances: readonly SigstoreInstance[]): number {
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
