import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredImage } from './store.ts'

/** An artifact as clients of others see it. */
export interface Evidence {
  readonly digest: string
  readonly artifactType: string
  /** What `oras pull` writes: each file's name with its bytes, a character each. */
  readonly files: Readonly<Record<string, string>>
  readonly referrers: readonly Evidence[]
}

/** A manifest as `oras discover --format json` prints it. */
export interface OrasManifest {
  readonly reference: string
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly referrers?: readonly OrasManifest[]
}

/**
 * Returns the graph of the manifest by `oras discover`, each level in the order of the digests:
 * go-containerregistry's registry lists in another order each time.
 */
export async function discoverByOras(
  { clients, forOras }: Pick<StoredImage, 'clients' | 'forOras'>,
  digest: string,
): Promise<OrasManifest> {
  return inOrder(JSON.parse(await clients.oras('discover', '--format=json', ...forOras(digest))))
}

function inOrder(manifest: OrasManifest): OrasManifest {
  const { referrers = [] } = manifest
  const inOrderOfDigests = referrers.toSorted((a, b) => (a.digest < b.digest ? -1 : 1))
  return { ...manifest, referrers: inOrderOfDigests.map(inOrder) }
}

/**
 * Returns everything attached to the manifest, level by level, in the order of the digests: which
 * artifacts there are by `oras discover`, their types by `oras manifest fetch`, as lists of registries
 * may be wrong about them, and their files by `oras pull`. Throws unless `regctl artifact list` names
 * the same artifacts at every level.
 */
export async function evidenceOn(image: StoredImage, digest: string): Promise<readonly Evidence[]> {
  return readLevel(image, await discoverByOras(image, digest))
}

async function readLevel(
  image: StoredImage,
  { digest: subject, referrers = [] }: OrasManifest,
): Promise<readonly Evidence[]> {
  assert.deepEqual(
    await listByRegctl(image, subject),
    referrers.map(({ digest }) => digest),
    `regctl (actual) and oras (expected) see the same artifacts on ${subject}`,
  )
  return Promise.all(
    referrers.map(async (artifact) => {
      const [{ artifactType }, files, below] = await Promise.all([
        fetchManifest(image, artifact.digest),
        pullByOras(image, artifact.digest),
        readLevel(image, artifact),
      ])
      return { digest: artifact.digest, artifactType, files, referrers: below }
    }),
  )
}

async function listByRegctl(image: StoredImage, digest: string): Promise<readonly string[]> {
  const { regctl } = image.clients
  const list: { readonly descriptors?: readonly { readonly digest: string }[] } = JSON.parse(
    await regctl('artifact', 'list', '--format={{json .}}', image.forRegctl(digest)),
  )
  return (list.descriptors ?? []).map((descriptor) => descriptor.digest).sort()
}

/** Returns the manifest by `oras manifest fetch`. */
async function fetchManifest(
  image: StoredImage,
  digest: string,
): Promise<{ readonly artifactType: string }> {
  return JSON.parse(await image.clients.oras('manifest', 'fetch', ...image.forOras(digest)))
}

async function pullByOras(
  { clients, forOras }: StoredImage,
  digest: string,
): Promise<Readonly<Record<string, string>>> {
  const output = await mkdtemp(join(clients.directory, 'pulled-'))
  await clients.oras('pull', `--output=${output}`, ...forOras(digest))
  const names = await readdir(output)
  const files = names.map(async (name) => [name, await readFile(join(output, name), 'latin1')])
  return Object.fromEntries(await Promise.all(files))
}

/** Says whether the repository has a manifest or a blob of the digest, by `oras`. */
export async function isStored(image: StoredImage, digest: string): Promise<boolean> {
  const fetches = ['manifest', 'blob'].map((kind) =>
    image.clients.oras(kind, 'fetch', '--descriptor', ...image.forOras(digest)),
  )
  const results = await Promise.allSettled(fetches)
  return results.some(({ status }) => status === 'fulfilled')
}
