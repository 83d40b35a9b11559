import type { JsonFormat } from './json-format.ts'
import { anObject, at, matching } from './wants.ts'

/** Not in an OCI descriptor, which may have the same `mediaType`. */
const hasMaterial = at('verificationMaterial', anObject)

/** A Sigstore bundle v0.3 (sigstore/protobuf-specs, protos/sigstore_bundle.proto: `media_type` may be spelled either way). */
export const sigstoreBundle: JsonFormat = {
  kind: 'sigstore-bundle',
  signs: [
    hasMaterial,
    at(
      'mediaType',
      matching(/^application\/vnd\.dev\.sigstore\.bundle(\.v0\.3\+json|\+json; ?version=0\.3)$/),
    ),
  ],
}

/** A Sigstore bundle v0.1 or v0.2. */
export const sigstoreBundleBefore03: JsonFormat = {
  kind: 'sigstore-bundle-before-v0.3',
  signs: [
    hasMaterial,
    at('mediaType', matching(/^application\/vnd\.dev\.sigstore\.bundle\+json; ?version=0\.[12]$/)),
  ],
}
