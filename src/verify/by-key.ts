import type { TrustMaterial } from '@sigstore/verify'
import { type Entity, knownTo, withEntries } from './entity.ts'
import { isReadable } from './entry-kinds.ts'
import type { SigstoreInstance } from './instance.ts'
import type { Proof } from './proof.ts'
import type { PublicKey } from './public-key.ts'
import { Refusal } from './refusal.ts'
import { type Thresholds, timesProven } from './witnesses.ts'

/** A witness may be there; none must. */
const THRESHOLDS: Thresholds = { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 }

/**
 * Returns which of the keys signed an entity without a certificate, and when, if something proves it.
 * Throws a {@link Refusal}, or what the library throws, if none did.
 *
 * The key itself is what is trusted, so no log need have an entry (to cosign: `--insecure-ignore-tlog`);
 * who could forge a signature could leave the entry out, too. But an entry of a log of the trusted
 * root, or a timestamp of one of its authorities, must hold: evidence against itself is none. An entry of
 * a kind that nobody here can read is neither for it nor against: the root is there only if other evidence
 * needs it, and must not decide.
 */
export function proveByKey(
  entity: Entity,
  keys: readonly PublicKey[],
  instances: readonly SigstoreInstance[],
): Proof {
  if (keys.length === 0) throw new Refusal('is signed with a key, which nobody asks for')
  const signing = keys.filter(({ key }) => entity.signature.verifySignature(key))
  const [first] = signing
  if (first === undefined) throw notSignedBy(keys)
  const material = { ...authoritiesOf(instances), publicKey: () => alwaysValid(first) }
  const readable = withEntries(entity, (entry) => isReadable(entity, entry))
  const ders = signing.map(({ der }) => der)
  const times = timesProven(knownTo(material, readable), ders, material, THRESHOLDS)
  return {
    by: ['key', first.fingerprint],
    signers: signing.map(({ name }) => ({ kind: 'key', name })),
    time: times.length > 0 ? Math.min(...times) : undefined,
  }
}

/** What cosign 3 makes with an Ed25519 key is no fault of who made it (algorithms.ts). */
function notSignedBy(keys: readonly PublicKey[]): Refusal {
  const why = 'is signed by none of the keys that are asked for'
  const mayBePrehashed = keys.some(({ key }) => key.asymmetricKeyType === 'ed25519')
  return new Refusal(
    mayBePrehashed
      ? `${why}; with an Ed25519 key cosign 3 signs by Ed25519ph, which cannot be verified`
      : why,
  )
}

/** Nothing is demanded of them together, so they need not be kept apart. */
function authoritiesOf(instances: readonly SigstoreInstance[]): Omit<TrustMaterial, 'publicKey'> {
  const materials = instances.map(({ material }) => material)
  return {
    certificateAuthorities: [],
    timestampAuthorities: materials.flatMap((each) => each.timestampAuthorities),
    tlogs: materials.flatMap((each) => each.tlogs),
    ctlogs: [],
  }
}

/** A policy names a key without saying when it is valid. */
function alwaysValid({ key }: PublicKey): ReturnType<TrustMaterial['publicKey']> {
  return { publicKey: key, validFor: () => true }
}
