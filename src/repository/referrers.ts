import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'

/** How a referrer is listed. */
export type ReferrersSource = 'referrers-api' | 'referrers-tag' | 'oras-referrers' | 'oci-layout'

/** How evidence is found: listed, or by a convention that is older than referrers. */
export type EvidenceSource = ReferrersSource | 'cosign-tag' | 'buildkit-index'

/** A listed manifest; what the list says of its type, size and annotations is a hint. */
export interface Referrer {
  readonly descriptor: Descriptor
  /** Every list that names it, at least one. */
  readonly sources: readonly ReferrersSource[]
  /** What was seen of the list that names it, where that has no lock. */
  readonly sighting?: Sighting
}

/** A whole list: never cut, no digest twice. */
export type Referrers = readonly Referrer[]

/** The outcome of making sure that referrers are listed. */
export interface Listed {
  readonly via: ReferrersSource
  /** The list in which they were found. */
  readonly referrers: Referrers
  /**
   * What `confirmListed` goes by. Absent where it has nothing to do: the registry or a lock guards the
   * list.
   */
  readonly sighting?: Sighting
}

/**
 * The last that was seen of a list that has no lock. It is plain data, so that a later process on the
 * same machine can go on from it.
 */
export interface Sighting<Key = Digest> {
  /** Of the list's content: its digest. */
  readonly revision: string
  /** When the list was that, in milliseconds of the machine's monotonic clock. */
  readonly since: number
  /** Whether others wrote to it meanwhile. */
  readonly isContended: boolean
  /** What was seen in it then or before, whoever's, in its order. */
  readonly listed: readonly Key[]
}

/** The outcome of confirming a list; `mended`: something was lost, and has been put back. */
export type Confirmed = 'intact' | 'mended'

/** Returns one list of all, each digest once with every source it was found in, in order of first sight. */
export function mergeReferrers(lists: readonly Referrers[]): Referrers {
  const merged = new Map<Digest, Referrer>()
  for (const referrer of lists.flat()) {
    const seen = merged.get(referrer.descriptor.digest)
    const sources = [...new Set([...(seen?.sources ?? []), ...referrer.sources])]
    const sighting = seen?.sighting ?? referrer.sighting
    merged.set(referrer.descriptor.digest, {
      descriptor: seen?.descriptor ?? referrer.descriptor,
      sources,
      ...(sighting && { sighting }),
    })
  }
  return [...merged.values()]
}
