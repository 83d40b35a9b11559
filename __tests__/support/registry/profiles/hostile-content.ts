import { TITLE } from '../../../../src/oci/annotations.ts'
import type { Descriptor } from '../../../../src/oci/descriptor.ts'
import { digestOf } from '../../../../src/oci/digest.ts'
import { encodeJson } from '../../../../src/oci/encoded.ts'
import { OCI_IMAGE_MANIFEST } from '../../../../src/oci/media-types.ts'
import { emptyConfig } from '../../../../src/oci/pack.ts'
import { referrersTag } from '../../../../src/oci/referrers-tag.ts'
import { artifactOn } from '../../artifacts.ts'
import { cosignSbom } from '../../cosign.ts'
import type { RegistryContent } from '../registry-content.ts'

/** Puts something on the image that somebody made to do harm. */
export type PutContent = (registry: RegistryContent, subject: Descriptor) => void

interface Harm {
  readonly title?: string
  /** More of the layer's descriptor. */
  readonly layer?: object
  readonly annotations?: Readonly<Record<string, string>>
  /** More of the manifest. */
  readonly manifest?: object
}

/** Returns how to put an artifact with one file, whose content is its title, and the harm in it. */
export function artifact({
  title = 'c.json',
  layer = {},
  annotations = {},
  manifest = {},
}: Harm): PutContent {
  return (registry, subject) => {
    registry.putBlob('app', emptyConfig.bytes)
    const blob = registry.putBlob('app', Buffer.from(title))
    const value = {
      schemaVersion: 2,
      mediaType: OCI_IMAGE_MANIFEST,
      artifactType: 'application/spdx+json',
      config: emptyConfig.descriptor,
      layers: [{ ...blob, ...layer, annotations: { [TITLE]: title, ...annotations } }],
      subject,
      ...manifest,
    }
    registry.putManifest('app', encodeJson(value))
  }
}

/** Returns how to put artifacts on each other, level by level. */
export function levels(count: number): PutContent {
  return (registry, subject) => {
    let on = subject
    for (let level = 0; level < count; level += 1) {
      on = registry.putManifest('app', artifactOn(on, `${level}`).manifest)
    }
  }
}

/** Returns how to put a manifest on the image whose JSON, with its end, is what `change` makes of it. */
export function altered(change: (json: string) => string): PutContent {
  return (registry, subject) => {
    const { manifest } = artifactOn(subject, 'altered')
    const bytes = Buffer.from(change(Buffer.from(manifest.bytes).toString()))
    const descriptor = { ...manifest.descriptor, digest: digestOf(bytes), size: bytes.length }
    registry.putManifest('app', { value: undefined, bytes, descriptor })
  }
}

/** Puts an SBOM at cosign's tag of the image, and the image at that of the SBOM. */
export const circle: PutContent = (registry, subject) => {
  const { tag, blobs, manifest } = cosignSbom(subject.digest)
  for (const { bytes } of blobs) registry.putBlob('app', bytes)
  registry.putManifest('app', manifest, tag)
  registry.putImage('app', { tag: `${referrersTag(manifest.descriptor.digest)}.sbom` })
}
