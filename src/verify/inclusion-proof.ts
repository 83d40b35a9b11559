import type { Entry } from './entity.ts'
import { Refusal } from './refusal.ts'

/**
 * Throws a {@link Refusal} for a proof of inclusion without its tree: the library takes bundles of v0.1
 * that have one, and fails on it.
 */
export function assertCheckpointed(entries: readonly Entry[]): void {
  const isWhole = ({ inclusionProof }: Entry): boolean =>
    inclusionProof === undefined || inclusionProof.checkpoint !== undefined
  if (entries.every(isWhole)) return
  throw new Refusal('has a log entry with a proof of inclusion without a checkpoint')
}

/**
 * Throws a {@link Refusal} if a proof of inclusion says that it is of another tree than its checkpoint
 * is (https://github.com/transparency-dev/formats, log/README.md: origin, size and root, a line each).
 * The library reads the checkpoint alone; sigstore-go, by which cosign verifies, wants both to agree.
 */
export function assertProofsAgree(entries: readonly Entry[]): void {
  for (const { inclusionProof } of entries) {
    if (inclusionProof?.checkpoint === undefined) continue
    const { checkpoint, rootHash, treeSize } = inclusionProof
    const [, size = '', root = ''] = checkpoint.envelope.split('\n', 3)
    const isOtherRoot = rootHash.length > 0 && !rootHash.equals(Buffer.from(root, 'base64'))
    // Zero is what protobuf reads where nothing is written.
    const isOtherSize = treeSize !== '0' && treeSize !== size
    if (isOtherRoot || isOtherSize) {
      throw new Refusal('has a log entry whose proof is not of the tree of its checkpoint')
    }
  }
}
