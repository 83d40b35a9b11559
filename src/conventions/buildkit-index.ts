import type { ImageIndex } from '../oci/manifest.ts'
import { type Convention, proveListed } from './finding.ts'

const REFERENCE_TYPE = 'vnd.docker.reference.type'
const REFERENCE_DIGEST = 'vnd.docker.reference.digest'
/** The only type that BuildKit defines; entries of another are something else. */
const ATTESTATION = 'attestation-manifest'

/**
 * Returns the convention that finds BuildKit's attestations of a platform's manifest in the index
 * which has both (moby/buildkit, docs/attestations/attestation-storage.md). The index binds them, by
 * the digest that its entry names, and the image's digest covers the index. In the `oci-artifact`
 * form the attestation has a `subject` too, which must then be the same.
 */
export function buildkitIndex({ manifests }: ImageIndex): Convention {
  const bySubject = Map.groupBy(
    manifests.filter(({ annotations }) => annotations?.[REFERENCE_TYPE] === ATTESTATION),
    ({ annotations }) => annotations?.[REFERENCE_DIGEST],
  )
  return async (subject, reader) =>
    (bySubject.get(subject.digest) ?? []).map((entry) => ({
      descriptor: entry,
      sources: ['buildkit-index'],
      prove: () =>
        proveListed(reader, subject, entry, (manifest) =>
          (manifest.subject?.digest ?? subject.digest) === subject.digest
            ? undefined
            : 'names another subject',
        ),
    }))
}
