import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { algorithmOf, type Digest, digestOf } from '../oci/digest.ts'
import { readBundle } from './bundle.ts'
import { proveByCertificate } from './by-certificate.ts'
import { proveByKey } from './by-key.ts'
import { readAttestation, readSimpleSigning } from './cosign-layers.ts'
import { toEntity } from './entity.ts'
import { reasonOf } from './library-error.ts'
import type { Proof } from './proof.ts'
import { toPublicKey } from './public-key.ts'
import { quoted, Refusal } from './refusal.ts'
import type { Signature, Trust, Verification, VerifySignatures } from './signature.ts'
import type { Signed } from './signed.ts'
import { parseTrustedRoot } from './trusted-root.ts'

/**
 * Returns what became of each signature, by its id: verified, with who signed, or refused, with why. A
 * signature is verified if it holds, if what it signs is its subject, and if its signer is one of those
 * whom the trust asks for; whatever goes wrong with one refuses that one.
 *
 * Throws an InputError for a trusted root that cannot be used, and the signal's reason once that is
 * aborted: other work of the process goes on between two signatures.
 */
export const verifySignatures: VerifySignatures = async (signatures, trust, signal) => {
  const verify = createVerification(trust)
  const verifications = new Map<string, Verification>()
  for (const signature of signatures) {
    signal?.throwIfAborted()
    if (verifications.has(signature.id)) continue
    verifications.set(signature.id, verify(signature))
    await setImmediate()
  }
  return verifications
}

function createVerification(trust: Trust): (signature: Signature) => Verification {
  const keys = trust.keys.map(toPublicKey)
  const instances = trust.trustedRoot === undefined ? [] : parseTrustedRoot(trust.trustedRoot)
  const isSubjectItself = createSubjectCheck()

  function prove(signed: Signed): Proof {
    const entity = toEntity(signed)
    return entity.key.$case === 'certificate'
      ? proveByCertificate(entity, entity.key.certificate, trust, instances)
      : proveByKey(entity, keys, instances)
  }

  return (signature) => {
    try {
      const signed = read(signature)
      if (!isSubjectItself(signature.subject)) {
        throw new Refusal('is about a manifest whose bytes are not those of its digest')
      }
      return verified(signed, prove(signed))
    } catch (error) {
      return { state: 'refused', reason: reasonOf(error) }
    }
  }
}

/** Returns what was signed, bound to the subject. */
function read({ content, subject }: Signature): Signed {
  switch (content.kind) {
    case 'sigstore-bundle':
      return readBundle(content.bytes, subject)
    case 'simple-signing':
      return readSimpleSigning(content, subject)
    case 'dsse-envelope':
      return readAttestation(content, subject)
    case 'unverifiable':
      throw new Refusal(`is ${quoted(content.what)}, which cannot be verified yet`)
    case 'undecodable':
      throw new Refusal(`cannot be read as a signature: ${quoted(content.why)}`)
  }
}

/**
 * Who signs the same words twice has said nothing more: an act of signing is a signer and a payload,
 * however often, in whatever form and in whichever log.
 */
function verified({ payload, predicateType }: Signed, { by, signers, time }: Proof): Verification {
  const act = JSON.stringify([...by, payload.type, digestOf(payload.bytes)])
  return {
    state: 'verified',
    signers,
    ...(predicateType !== undefined && { predicateType }),
    ...(time !== undefined && { signedAt: new Date(time).toISOString() }),
    signed: createHash('sha256').update(act).digest('hex'),
  }
}

/** Thousands of signatures may be about one large manifest: it is hashed once. */
function createSubjectCheck(): (subject: Signature['subject']) => boolean {
  const proven = new Map<Uint8Array, Digest>()
  return ({ bytes, digest }) => {
    if (proven.get(bytes) === digest) return true
    const isItself = digestOf(bytes, algorithmOf(digest)) === digest
    if (isItself) proven.set(bytes, digest)
    return isItself
  }
}
