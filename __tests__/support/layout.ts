import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../../src/oci/digest.ts'
import { splitDigest } from '../../src/oci/digest.ts'
import type { JsonObject } from '../../src/oci/json.ts'

/** Makes an empty OCI image layout in the directory. */
export async function makeLayout(directory: string): Promise<void> {
  await mkdir(join(directory, 'blobs'), { recursive: true })
  await writeFile(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
  await writeIndexJson(directory, { schemaVersion: 2, manifests: [] })
}

export async function writeIndexJson(directory: string, index: JsonObject): Promise<void> {
  await writeFile(join(directory, 'index.json'), JSON.stringify(index))
}

/** Returns the entries of `index.json` as they are written. */
export async function readEntries(directory: string): Promise<readonly JsonObject[]> {
  return JSON.parse(await readFile(join(directory, 'index.json'), 'utf8')).manifests
}

/** Returns the path of a blob. */
export function blobPath(directory: string, digest: Digest): string {
  return join(directory, 'blobs', ...splitDigest(digest))
}
