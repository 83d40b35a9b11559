import type { Readable } from 'node:stream'
import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import type { Manifest } from '../oci/manifest.ts'
import type { TagOrDigest } from '../oci/reference.ts'
import type { Content } from './content.ts'
import type { Confirmed, Listed, Referrers, Sighting } from './referrers.ts'

/** Reads one repository, in a registry or an image layout. */
export interface RepositoryReader {
  /** `registry/repository` or `oci-layout://PATH`: what a digest is appended to. */
  readonly name: string

  /**
   * Returns the descriptor of a manifest, its digest and size taken from the bytes.
   * Throws MANIFEST_UNKNOWN or NAME_UNKNOWN if it is absent, DIGEST_INVALID if the bytes are not
   * the digest's, UNAUTHORIZED or DENIED if reading is not allowed.
   */
  resolve(target: TagOrDigest): Promise<Descriptor>

  /**
   * Returns the manifest exactly as stored; digest and kind are verified, the descriptor's size is a
   * hint (some registries list wrong ones) and the returned descriptor has the real one.
   * Throws as `resolve` does, and MANIFEST_INVALID, LIMIT_EXCEEDED.
   */
  fetchManifest(target: Descriptor): Promise<Encoded<Manifest>>

  /**
   * Returns the manifest at the tag, or undefined where the repository says that there is none.
   * Throws as `fetchManifest` does, also where the tag is there and its manifest is not.
   */
  findTagged(tag: string): Promise<Encoded<Manifest> | undefined>

  /**
   * Returns the bytes of a blob as a stream that fails unless size and digest match.
   * Throws BLOB_UNKNOWN if it is absent.
   */
  fetchBlob(target: Descriptor): Promise<Readable>

  /** Tells whether the repository has the blob. */
  hasBlob(target: Descriptor): Promise<boolean>

  /**
   * Returns everything that is listed as referring to the subject: all of it, or an error; an
   * empty list means that there is nothing. What is listed is a claim until its manifest is read.
   */
  listReferrers(subject: Descriptor): Promise<Referrers>

  /**
   * Returns what a registry without the referrers API lists by that of ORAS, which was before it; as
   * whole and as much a claim as the other lists. Empty everywhere else, without a request.
   */
  listOrasReferrers(subject: Descriptor): Promise<Referrers>
}

/** Writes to one repository. Everything is idempotent: a repeated call changes nothing. */
export interface RepositoryWriter {
  /** Returns whether the blob had to be uploaded. Throws DENIED or UNAUTHORIZED without permission. */
  pushBlob(content: Content): Promise<'uploaded' | 'exists'>

  /** Stores the manifest's exact bytes, under a tag if one is given; its blobs must be there. */
  pushManifest(manifest: Encoded<Manifest>, tag?: string): Promise<void>

  /**
   * Makes sure that the manifests, already pushed, are listed as referrers of their subject, in one
   * write for the whole batch, and returns how and what the list then holds.
   * Throws NOT_LISTED if the repository takes them but does not list them.
   */
  ensureListed(subject: Descriptor, referrers: readonly Encoded<Manifest>[]): Promise<Listed>

  /**
   * Makes sure that the referrers, listed by this job, stay so for good: a list without a lock may be
   * overwritten by somebody who has read it before. Waits, counted from the sighting, until nobody can
   * any more, and puts back what is lost meanwhile. Without a sighting there is nothing to do, and
   * nothing is asked. Returns whether anything was lost.
   *
   * Throws NOT_LISTED, naming what is missing, if the list does not keep them.
   */
  confirmListed(
    subject: Descriptor,
    referrers: readonly Digest[],
    sighting: Sighting | undefined,
  ): Promise<Confirmed>
}

export interface Repository extends RepositoryReader, RepositoryWriter {}
