import type { Descriptor } from '../oci/descriptor.ts'
import type { Encoded } from '../oci/encoded.ts'
import { hasCode } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'
import type { EvidenceSource } from '../repository/referrers.ts'
import type { RepositoryReader } from '../repository/repository.ts'

/** A manifest that a convention finds at a subject: a claim, as long as it is not proven. */
export interface Finding {
  readonly descriptor: Descriptor
  /** At least one. */
  readonly sources: readonly EvidenceSource[]
  /**
   * Returns the manifest if it is bound to the subject in the way of its convention, else why not.
   * Apart from finding it, so that what hangs on it can be looked up meanwhile. Throws whatever the
   * repository throws: what cannot be read is not "not bound".
   */
  prove(): Promise<Proof>
}

export type Proof = { readonly manifest: Encoded<Manifest> } | { readonly refusal: string }

/**
 * One way in which evidence hangs on a manifest. Returns everything that it finds at the subject;
 * nothing if the repository says that there is nothing. Throws whatever the repository throws.
 */
export type Convention = (
  subject: Descriptor,
  reader: RepositoryReader,
) => Promise<readonly Finding[]>

/**
 * Returns the proof of a manifest that a list names: `judge` is told what it is, and returns why it
 * is not bound, or undefined if it is. One that is gone is refused, since a list outlives what it names.
 */
export async function proveListed(
  reader: RepositoryReader,
  subject: Descriptor,
  listed: Descriptor,
  judge: (manifest: Manifest) => string | undefined,
): Promise<Proof> {
  const refuse = (why: string): Proof => ({
    refusal: `${listed.digest} is listed as a referrer of ${subject.digest}, but ${why}`,
  })
  try {
    const manifest = await reader.fetchManifest(listed)
    const why = judge(manifest.value)
    return why === undefined ? { manifest } : refuse(why)
  } catch (error) {
    if (hasCode(error, 'MANIFEST_UNKNOWN')) return refuse('is gone')
    throw error
  }
}
