/** String-to-string metadata of a manifest or descriptor (image-spec v1.1.1, Annotations). */
export type Annotations = Readonly<Record<string, string>>

/** When the artifact was made; RFC 3339. */
export const CREATED = 'org.opencontainers.image.created'
/** On a layer: the name of the file it was made from and is pulled as. */
export const TITLE = 'org.opencontainers.image.title'
/** In an image layout's `index.json`: the tag of an entry (image-spec v1.1.1, Image Layout). */
export const REF_NAME = 'org.opencontainers.image.ref.name'
/** The created annotations of the artifact manifests before OCI 1.1, for reading. */
export const OCI_ARTIFACT_CREATED = 'org.opencontainers.artifact.created'
export const ORAS_ARTIFACT_CREATED = 'io.cncf.oras.artifact.created'
/** Every name of the time of creation. */
export const CREATED_NAMES: readonly string[] = [
  CREATED,
  OCI_ARTIFACT_CREATED,
  ORAS_ARTIFACT_CREATED,
]

/** Returns when the artifact says it was made, under whichever name its manifest format uses. */
export function createdOf(annotations: Annotations | undefined): string | undefined {
  return (
    annotations?.[CREATED] ??
    annotations?.[OCI_ARTIFACT_CREATED] ??
    annotations?.[ORAS_ARTIFACT_CREATED]
  )
}

/**
 * Orders by time of creation, newest first: negative if `a` is newer, 0 if neither is. What has no
 * valid time comes last.
 */
export function newestFirst(a: Annotations | undefined, b: Annotations | undefined): number {
  const [left, right] = [createdTime(a), createdTime(b)]
  if (left === right) return 0
  return left > right ? -1 : 1
}

/** Date.parse takes far more than RFC 3339, and what names no offset by the machine's time zone. */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i

function createdTime(annotations: Annotations | undefined): number {
  const created = createdOf(annotations) ?? ''
  const time = rfc3339.test(created) ? Date.parse(created) : Number.NaN
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time
}
