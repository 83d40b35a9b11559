import type { Annotations } from '../oci/annotations.ts'
import type { Platform } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import type { Alias } from '../policy/policy.ts'
import type { Signature } from '../verify/signature.ts'

/**
 * A piece of evidence on a subject: an artifact, or one of several signed documents in a manifest, as
 * at cosign's tags.
 */
export interface Evidence {
  /** Of its manifest. */
  readonly reference: string
  readonly digest: Digest
  readonly artifactType: string
  readonly annotations: Annotations
  /** What it is, told by its type and, of an in-toto statement, by its predicate. */
  readonly aliases: readonly Alias[]
  readonly predicateType?: string
  /** RFC 3339, as the manifest says; a claim, unless the manifest is what was signed. */
  readonly created?: string
  /** RFC 3339, by the content of the evidence itself; where it has `own`, off what that signs. */
  readonly stated?: string
  /**
   * Digests that its in-toto statement is about; where it has `own`, off what that signs. Of those that
   * are neither judged nor on what is judged, the first few alone.
   */
  readonly about: readonly Digest[]
  /** Of what is signed: the same for the same bytes with the same signature, wherever they are. */
  readonly content?: string
  /**
   * The manifest of which its own bytes, or what they hold, say that it is evidence, other than as a
   * statement; absent where only a tag or an index says so, which anybody who may push can make for any
   * image.
   */
  readonly subject?: Digest
  /**
   * Of the evidence itself. It is about the manifest on which the evidence hangs or, where its
   * statement names only platforms of that image, about one of those: whom a signature proves to have
   * signed the statement has signed all that it is about. Absent, though there is a signature, if its
   * statement names neither.
   */
  readonly own?: Signature
  /** Attached to the evidence: about its manifest's digest. */
  readonly attached: readonly Signature[]
  /** Why its content could not be read; it then proves nothing. */
  readonly unreadable?: string
}

/** A manifest that is judged, with all evidence on it. */
export interface JudgedManifest {
  readonly reference: string
  readonly digest: Digest
  readonly platform?: Platform
  readonly evidence: readonly Evidence[]
}

/** An image that is judged: its subject and, of a multi-platform image, each platform's manifest. */
export interface JudgedImage extends JudgedManifest {
  readonly platforms: readonly JudgedManifest[]
  /** Manifests of its index that name no platform, where a rule asks for each platform. */
  readonly unnamed: readonly Digest[]
}
