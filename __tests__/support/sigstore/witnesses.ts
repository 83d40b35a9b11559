import { createHash } from 'node:crypto'
import type { Witness } from '@sigstore/sign'
import type { Authorities, Log } from './authorities.ts'
import { bodyOf, type EntryKind, signatureOf } from './log-bodies.ts'

/** An entry as Rekor v1 answers with it. */
export interface LogEntry {
  /** Base64. */
  readonly body: string
  readonly integratedTime: number
  /** Hexadecimal. */
  readonly logID: string
  readonly logIndex: number
  readonly verification: {
    readonly inclusionProof: {
      readonly logIndex: number
      readonly treeSize: number
      readonly checkpoint: string
      /** Hexadecimal. */
      readonly rootHash: string
      readonly hashes: readonly string[]
    }
    /** Base64. */
    readonly signedEntryTimestamp: string
  }
}

/**
 * Returns who logs a signature. An entry has a proof and, but for one of Rekor v2, which tells no time,
 * a promise.
 */
export function logWitness(log: Log, kind: EntryKind): Witness {
  return {
    async testify(content, pem) {
      const entries: Readonly<Record<string, LogEntry>> = await log.log(bodyOf(content, pem, kind))
      const [entry] = Object.values(entries)
      if (!entry) throw new Error('the log has no entry')
      const { inclusionProof: proof, signedEntryTimestamp } = entry.verification
      const canonicalizedBody = Buffer.from(entry.body, 'base64')
      const { kind: name, apiVersion: version } = JSON.parse(canonicalizedBody.toString())
      const isTimed = kind !== 'v2'
      return {
        tlogEntries: [
          {
            logIndex: String(entry.logIndex),
            logId: { keyId: Buffer.from(entry.logID, 'hex') },
            kindVersion: { kind: name, version },
            integratedTime: isTimed ? String(entry.integratedTime) : '0',
            inclusionPromise: isTimed
              ? { signedEntryTimestamp: Buffer.from(signedEntryTimestamp, 'base64') }
              : undefined,
            inclusionProof: {
              logIndex: String(proof.logIndex),
              treeSize: String(proof.treeSize),
              rootHash: Buffer.from(proof.rootHash, 'hex'),
              hashes: proof.hashes.map((hash) => Buffer.from(hash, 'hex')),
              checkpoint: { envelope: proof.checkpoint },
            },
            canonicalizedBody,
          },
        ],
      }
    },
  }
}

/** Returns who stamps a signature with the time. */
export function timeWitness(authorities: Authorities): Witness {
  return {
    testify: async (content) => ({
      rfc3161Timestamps: [{ signedTimestamp: await stamp(authorities, signatureOf(content)) }],
    }),
  }
}

/** Returns a timestamp of the bytes (RFC 3161). */
export async function stamp({ timestampAuthority }: Authorities, bytes: Buffer): Promise<Buffer> {
  const { buffer, byteOffset, byteLength } = await timestampAuthority.timestamp({
    artifactHash: createHash('sha256').update(bytes).digest(),
    hashAlgorithmOID: '2.16.840.1.101.3.4.2.1',
    nonce: 1,
    policyOID: '1.3.6.1.4.1.57264.2',
  })
  return Buffer.from(buffer.slice(byteOffset, byteOffset + byteLength))
}
