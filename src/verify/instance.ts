import type { TrustMaterial } from '@sigstore/verify'
import type { Leaf } from './certificate-signer.ts'
import { type Entity, knownTo } from './entity.ts'
import { timesOf } from './proven-time.ts'
import { Refusal } from './refusal.ts'
import { timesProven } from './witnesses.ts'

/** An instance of Sigstore that is trusted. */
export interface SigstoreInstance {
  readonly material: TrustMaterial
  /** Whether it has an authority of the name by which the certificate was issued; cheap. */
  mayHaveIssued(leaf: Leaf): boolean
  /**
   * Returns by when an entity with a certificate was signed, in milliseconds since 1970. Throws a
   * {@link Refusal}, or what the library throws, unless everything holds that the instance has
   * authorities for: a timestamp of a certificate transparency log and an entry in a transparency log,
   * where it has such logs, and always a time.
   */
  verify(entity: Entity, leaf: Leaf): number
}

/** Returns the instance with these authorities. */
export function toInstance(material: TrustMaterial): SigstoreInstance {
  const hasLogs = material.tlogs.length > 0
  const thresholds = {
    ctlogThreshold: material.ctlogs.length > 0 ? 1 : 0,
    tlogThreshold: hasLogs ? 1 : 0,
    timestampThreshold: 1,
  }
  return {
    material,
    mayHaveIssued: ({ issuer }) =>
      material.certificateAuthorities.some(({ certChain }) =>
        certChain.some(({ subject }) => subject.equals(issuer)),
      ),
    verify(entity, leaf) {
      const known = knownTo(material, entity)
      if (hasLogs && known.tlogEntries.length === 0) {
        throw new Refusal('has no entry in a transparency log of the trusted root')
      }
      if (timesOf(known).length === 0) {
        throw new Refusal('has nothing that proves when it was signed')
      }
      return Math.min(...timesProven(known, [leaf.root.toDER()], material, thresholds))
    },
  }
}
