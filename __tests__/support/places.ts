import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openLayout } from '../../src/layout/repository.ts'
import { REF_NAME } from '../../src/oci/annotations.ts'
import { type Descriptor, parseDescriptor } from '../../src/oci/descriptor.ts'
import type { Digest } from '../../src/oci/digest.ts'
import { isObject, type JsonObject } from '../../src/oci/json.ts'
import type { ReferrersSource } from '../../src/repository/referrers.ts'
import { pushImage } from './artifacts.ts'
import { type CosignEvidence, pushEvidence } from './cosign.ts'
import { blobPath, makeLayout, readEntries } from './layout.ts'
import type { Quirks } from './registry/quirks.ts'
import type { TestRegistry } from './registry/start-test-registry.ts'
import { useTestRegistry } from './registry/use-test-registry.ts'
import { useTemporaryDirectory } from './temporary-directory.ts'
import { type TestImage, type TestImageOptions, testImage } from './test-image.ts'

/** Where images can be: a job does the same in all of them. */
export const placeKinds = [
  'a registry with the referrers API',
  'a registry without it',
  'an image layout',
] as const

export type PlaceKind = (typeof placeKinds)[number]

/** A repository of one kind or another, looked at past the code under test. */
export interface Place {
  /** What a tag or digest is appended to. */
  readonly repository: string
  /** How it lists referrers. */
  readonly via: ReferrersSource
  /** Stores a small image, with the tag `1` unless another is given. */
  putImage(options?: TestImageOptions & { readonly tag?: string }): Promise<TestImage>
  /** Stores what cosign stores. */
  putEvidence(evidence: CosignEvidence): Promise<Descriptor>
  /** What a tag names. */
  tagged(tag: string): Promise<Digest | undefined>
  /** What another client finds attached to the digest. */
  referrersOf(digest: Digest): Promise<readonly Descriptor[]>
  manifest(digest: Digest): Promise<JsonObject>
  /** The bytes of a file that is attached, as text. */
  file(digest: Digest): Promise<string>
  /** Stays the same as long as nothing is written. */
  writes(): Promise<readonly string[]>
}

const withoutApi: Quirks = {
  referrers: { endpoint: '404-text' },
  uploads: { singlePost: 202, location: 'absolute', state: 'required' },
}

/** Returns how a test of the file makes places, which are gone when it is over. */
export function usePlaces(): (kind: PlaceKind) => Promise<Place> {
  const start = useTestRegistry()
  const directory = useTemporaryDirectory()
  let layouts = 0
  return async (kind) => {
    switch (kind) {
      case 'a registry with the referrers API':
        return registryPlace(await start(), 'referrers-api')
      case 'a registry without it':
        return registryPlace(await start({ quirks: withoutApi }), 'referrers-tag')
      case 'an image layout': {
        layouts += 1
        const path = join(directory(), `layout-${layouts}`)
        await makeLayout(path)
        return layoutPlace(path)
      }
    }
  }
}

function registryPlace(registry: TestRegistry, via: ReferrersSource): Place {
  return {
    repository: `${registry.host}/app`,
    via,
    putImage: async (options) => registry.putImage('app', { tag: '1', ...options }),
    putEvidence: async (evidence) => putEvidence(registry, evidence),
    tagged: async (tag) => registry.tags('app')[tag],
    referrersOf: async (digest) => registry.referrersOf('app', digest),
    manifest: async (digest) => parse(Buffer.from(registry.manifest('app', digest) ?? [])),
    file: async (digest) => Buffer.from(registry.blob('app', digest) ?? []).toString(),
    writes: async () =>
      registry.requests
        .filter(({ method }) => method !== 'GET' && method !== 'HEAD')
        .map(({ method, path }) => `${method} ${path}`),
  }
}

/** Stores what cosign stores, past the protocol. */
export function putEvidence(
  registry: TestRegistry,
  { blobs, manifest, tag }: CosignEvidence,
): Descriptor {
  for (const { bytes } of blobs) registry.putBlob('app', bytes)
  return registry.putManifest('app', manifest, tag)
}

function layoutPlace(path: string): Place {
  const read = async (digest: Digest) => parse(await readFile(blobPath(path, digest)))
  return {
    repository: `oci-layout://${path}`,
    via: 'oci-layout',
    async putImage({ tag = '1', ...options } = {}) {
      await pushImage(await openLayout(path, { access: 'write' }), tag, options)
      return testImage(options)
    },
    putEvidence: async (evidence) =>
      pushEvidence(await openLayout(path, { access: 'write' }), evidence),
    async tagged(tag) {
      const named = (await readDescriptors(path)).filter(
        ({ annotations }) => annotations?.[REF_NAME] === tag,
      )
      return named.length > 1 ? undefined : named[0]?.digest
    },
    async referrersOf(digest) {
      const entries = await readDescriptors(path)
      const subjects = await Promise.all(
        entries.map(async (entry) => subjectOf(await read(entry.digest))),
      )
      return entries.filter((_, at) => subjects[at] === digest)
    },
    manifest: read,
    file: (digest) => readFile(blobPath(path, digest), 'utf8'),
    async writes() {
      const files = await readdir(path, { recursive: true })
      return [...files.sort(), await readFile(join(path, 'index.json'), 'utf8')]
    },
  }
}

async function readDescriptors(path: string): Promise<readonly Descriptor[]> {
  return (await readEntries(path)).map((entry) => parseDescriptor(entry, 'entry'))
}

function subjectOf({ subject }: JsonObject): unknown {
  return isObject(subject) ? subject['digest'] : undefined
}

function parse(bytes: Buffer): JsonObject {
  return JSON.parse(bytes.toString())
}
