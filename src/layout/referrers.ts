import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import { OciError } from '../oci/error.ts'
import { artifactTypeOf, type ImageIndex, type Manifest } from '../oci/manifest.ts'
import { addToReferrersIndex, entriesFor } from '../oci/referrers-index.ts'
import { referrersTag } from '../oci/referrers-tag.ts'
import { type Listed, mergeReferrers, type Referrers } from '../repository/referrers.ts'
import { hasBlob } from './blobs.ts'
import type { IndexFile } from './index-file.ts'
import { type IndexJson, taggedExactly, withEntries, withTag } from './index-json.ts'
import { type ReadManifest, writeManifest } from './manifests.ts'
import { createReachable } from './reachable.ts'

export interface LayoutReferrers {
  list(subject: Descriptor): Promise<Referrers>
  ensureListed(subject: Descriptor, referrers: readonly Encoded<Manifest>[]): Promise<Listed>
}

/**
 * Returns the referrers in a layout. The image specification does not say how a layout lists them,
 * so both ways in use are read and written: oras finds a manifest that can be reached from
 * `index.json`, and pulls it by digest only if it is an entry there; regctl looks only at the index
 * that the referrers tag names (oras 1.3.6 and regctl 0.11.7, tried).
 */
export function createLayoutReferrers(
  root: string,
  file: IndexFile,
  readManifest: ReadManifest,
): LayoutReferrers {
  const reachable = createReachable(readManifest)

  async function list({ digest }: Descriptor): Promise<Referrers> {
    const index = await file.read()
    const naming = await reachable.referrersOf(index, digest)
    const tagged = await readTagIndex(readManifest, index, digest)
    const claimed = tagged?.value.kind === 'index' ? tagged.value.manifests : []
    return mergeReferrers([asReferrers(naming), asReferrers(claimed)])
  }

  async function ensureListed(
    subject: Descriptor,
    referrers: readonly Encoded<Manifest>[],
  ): Promise<Listed> {
    await requireReferrers(root, subject, referrers)
    await file.update((index) => addReferrers(index, subject.digest, referrers))
    const listed = await list(subject)
    const digests = new Set(listed.map(({ descriptor }) => descriptor.digest))
    const missing = referrers.find(({ descriptor }) => !digests.has(descriptor.digest))
    if (!missing) return { via: 'oci-layout', referrers: listed }
    throw new OciError(
      'NOT_LISTED',
      `${missing.descriptor.digest} was written to index.json, but is no longer listed there`,
      { advice: 'Another program wrote to the layout at the same time; run the job again.' },
    )
  }

  /** Lists the referrers in both ways, in one write of `index.json`. */
  async function addReferrers(
    index: IndexJson,
    subject: Digest,
    referrers: readonly Encoded<Manifest>[],
  ): Promise<IndexJson> {
    const tag = referrersTag(subject)
    const before = await readTagIndex(readManifest, index, subject)
    const tagIndex = addToReferrersIndex(before && asImageIndex(before, tag), entriesFor(referrers))
    const listed = withEntries(index, referrers.map(entryOfReferrer))
    if (!tagIndex) return listed
    await writeManifest(root, tagIndex)
    return withTag(listed, tagIndex.descriptor, tag, 'drop')
  }

  return { list, ensureListed }
}

/**
 * What the subject's referrers tag names (distribution-spec v1.1.1, Referrers Tag Schema). Its
 * absence cannot be passed over, as that of other manifests can: it may list what nothing else does.
 */
async function readTagIndex(
  readManifest: ReadManifest,
  index: IndexJson,
  subject: Digest,
): Promise<Encoded<Manifest> | undefined> {
  const [entry] = taggedExactly(index, referrersTag(subject))
  if (!entry) return undefined
  const manifest = await readManifest(entry.digest, entry.mediaType)
  if (manifest) return manifest
  throw new OciError(
    'MANIFEST_UNKNOWN',
    `the layout's list of referrers of ${subject} is missing: ${entry.digest}`,
    { advice: 'Copy the whole layout, with all of its blobs.' },
  )
}

function asImageIndex(manifest: Encoded<Manifest>, tag: string): Encoded<ImageIndex> {
  const { value, bytes, descriptor } = manifest
  if (value.kind === 'index') return { value, bytes, descriptor }
  throw new OciError(
    'MANIFEST_INVALID',
    `the layout's tag ${tag} names ${descriptor.digest}, which is not a list of referrers`,
    { advice: 'Give what the tag names another tag: this one is for the list of referrers.' },
  )
}

async function requireReferrers(
  root: string,
  subject: Descriptor,
  referrers: readonly Encoded<Manifest>[],
): Promise<void> {
  for (const { value, descriptor } of referrers) {
    if (value.subject?.digest !== subject.digest) {
      throw new OciError(
        'MANIFEST_INVALID',
        `${descriptor.digest} does not refer to ${subject.digest}`,
      )
    }
    if (!(await hasBlob(root, descriptor))) {
      throw new OciError('MANIFEST_UNKNOWN', `the layout has no manifest ${descriptor.digest}`)
    }
  }
}

function entryOfReferrer({ value, descriptor }: Encoded<Manifest>): Descriptor {
  const artifactType = artifactTypeOf(value)
  return { ...descriptor, ...(artifactType && { artifactType }) }
}

function asReferrers(descriptors: readonly Descriptor[]): Referrers {
  return descriptors.map((descriptor) => ({ descriptor, sources: ['oci-layout'] }))
}
