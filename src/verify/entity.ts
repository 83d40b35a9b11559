import { createHash, timingSafeEqual, verify } from 'node:crypto'
import { type SignedEntity, type TrustMaterial, toSignedEntity } from '@sigstore/verify'
import { hashesOf } from './algorithms.ts'
import type { Signed } from './signed.ts'

/** What the library verifies, with what it does not know. */
export interface Entity extends SignedEntity {
  /** Of a layer of cosign's tag `.att`: all of it. */
  readonly envelope?: Uint8Array
}

export type Entry = SignedEntity['tlogEntries'][number]

type Content = SignedEntity['signature']

/** Log entries name a hash by nothing but its length. */
const HASH_OF_LENGTH = new Map([
  [32, 'sha256'],
  [48, 'sha384'],
  [64, 'sha512'],
])

/**
 * Returns what the library verifies. The library would hash a message as it says itself, and everything
 * else with SHA-256; here the key decides. It would also not know what cosign has stamped.
 */
export function toEntity(signed: Signed): Entity {
  const { bundle, envelope } = signed
  return {
    ...toSignedEntity(bundle),
    signature: toContent(signed),
    ...(envelope && { envelope }),
  }
}

/**
 * Returns the entity without the log entries and timestamps of authorities that the material does not
 * know, as sigstore-go does (pkg/verify/tlog.go): they prove nothing, for or against.
 */
export function knownTo(
  { tlogs, timestampAuthorities }: Pick<TrustMaterial, 'tlogs' | 'timestampAuthorities'>,
  entity: Entity,
): Entity {
  const known = withEntries(entity, ({ logId }) =>
    tlogs.some(({ logID }) => logID.equals(logId.keyId)),
  )
  return {
    ...known,
    timestamps: known.timestamps.filter((timestamp) => {
      if (timestamp.$case === 'transparency-log') return true
      const { signerIssuer, signerSerialNumber } = timestamp.timestamp
      return timestampAuthorities.some(
        ({ certChain: [leaf] }) =>
          leaf?.issuer.equals(signerIssuer) && leaf.serialNumber.equals(signerSerialNumber),
      )
    }),
  }
}

/** Returns the entity with these log entries alone, and their times. */
export function withEntries(entity: Entity, isKept: (entry: Entry) => boolean): Entity {
  return {
    ...entity,
    tlogEntries: entity.tlogEntries.filter(isKept),
    timestamps: entity.timestamps.filter(
      (timestamp) => timestamp.$case !== 'transparency-log' || isKept(timestamp.tlogEntry),
    ),
  }
}

function toContent({ bytes, payload, signature, stamped }: Signed): Content {
  return {
    signature: stamped,
    compareSignature: (other) => isEqual(signature, other),
    compareDigest: (digest) => isDigestOf(payload.bytes, digest),
    compareSignedDigest: (digest) => isDigestOf(bytes, digest),
    verifySignature: (key) => hashesOf(key).some((hash) => verify(hash, bytes, key, signature)),
  }
}

function isDigestOf(bytes: Uint8Array, digest: Buffer): boolean {
  const hash = HASH_OF_LENGTH.get(digest.length)
  return hash !== undefined && isEqual(createHash(hash).update(bytes).digest(), digest)
}

function isEqual(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
