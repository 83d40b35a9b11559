import { type Digest, splitDigest } from './digest.ts'

/**
 * Returns the tag that lists the referrers of the digest where a registry has no referrers API:
 * the algorithm cut to 32 and the encoded part to 64 characters, joined by `-`, what a tag cannot
 * hold replaced by `-` (distribution-spec, Referrers Tag Schema).
 */
export function referrersTag(digest: Digest): string {
  const [algorithm, encoded] = splitDigest(digest)
  return `${algorithm.slice(0, 32)}-${encoded.slice(0, 64)}`.replace(/[^A-Za-z0-9._-]/g, '-')
}
