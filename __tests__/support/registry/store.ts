import type { Annotations } from '../../../src/oci/annotations.ts'
import { type Digest, digestOf } from '../../../src/oci/digest.ts'
import { isObject, type JsonObject } from '../../../src/oci/json.ts'

/** Everything that the registry holds. */
export interface Store {
  readonly repositories: Map<string, RepositoryState>
  readonly uploads: Map<string, Upload>
}

export interface RepositoryState {
  readonly blobs: Map<Digest, Uint8Array>
  readonly manifests: Map<Digest, StoredManifest>
  readonly tags: Map<string, Digest>
}

export interface StoredManifest {
  readonly mediaType: string
  readonly digest: Digest
  readonly bytes: Uint8Array
  readonly facts: ManifestFacts
}

/** What a list of referrers says of a manifest, read leniently: tests store broken ones too. */
export interface ManifestFacts {
  readonly subject?: string
  readonly artifactType?: string
  readonly configType?: string
  readonly annotations?: Annotations
}

/** An upload that is not finished. */
export interface Upload {
  readonly repository: string
  /** What the Location carries as `_state` while the upload has so many bytes. */
  readonly state: string
  readonly received: Uint8Array
}

/** Returns a store with nothing in it. */
export function createStore(): Store {
  return { repositories: new Map(), uploads: new Map() }
}

/** Returns the repository, made if it did not exist. */
export function repositoryOf(store: Store, name: string): RepositoryState {
  const existing = store.repositories.get(name)
  if (existing) return existing
  const created = { blobs: new Map(), manifests: new Map(), tags: new Map() }
  store.repositories.set(name, created)
  return created
}

/** Stores a manifest under its digest, sha256 unless another is given, and returns it. */
export function storeManifest(
  repository: RepositoryState,
  mediaType: string,
  bytes: Uint8Array,
  digest: Digest = digestOf(bytes),
): StoredManifest {
  const manifest = { mediaType, digest, bytes, facts: readFacts(bytes) }
  repository.manifests.set(digest, manifest)
  return manifest
}

function readFacts(bytes: Uint8Array): ManifestFacts {
  const value = readJson(bytes)
  if (!isObject(value)) return {}
  const subject = stringOf(value['subject'], 'digest')
  const artifactType = stringOf(value, 'artifactType')
  const configType = stringOf(value['config'], 'mediaType')
  const { annotations } = value
  return {
    ...(subject !== undefined && { subject }),
    ...(artifactType !== undefined && { artifactType }),
    ...(configType !== undefined && { configType }),
    ...(isAnnotations(annotations) && { annotations }),
  }
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function stringOf(value: unknown, key: string): string | undefined {
  const property = isObject(value) ? value[key] : undefined
  return typeof property === 'string' && property !== '' ? property : undefined
}

function isAnnotations(value: unknown): value is JsonObject & Annotations {
  return isObject(value) && Object.values(value).every((text) => typeof text === 'string')
}
