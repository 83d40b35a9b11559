import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const CREATED = '2026-01-02T03:04:05Z'

const documents = {
  spdx: {
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'app',
    creationInfo: { created: CREATED, creators: ['Tool: test'] },
    packages: [{ name: 'openssl', SPDXID: 'SPDXRef-openssl', versionInfo: '3.5.0' }],
  },
  cyclonedx: {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { timestamp: CREATED },
    components: [{ type: 'library', name: 'openssl', version: '3.5.0' }],
  },
  sarif: {
    version: '2.1.0',
    runs: [
      { tool: { driver: { name: 'test' } }, invocations: [{ endTimeUtc: CREATED }], results: [] },
    ],
  },
} as const

export type DocumentKind = keyof typeof documents

/** Writes a small document of the kind into the directory and returns its path; another seed gives another digest. */
export async function writeDocument(
  directory: string,
  kind: DocumentKind,
  { name = `${kind}.json`, seed = '' }: { readonly name?: string; readonly seed?: string } = {},
): Promise<string> {
  const path = join(directory, name)
  await writeFile(path, JSON.stringify({ ...documents[kind], comment: seed }))
  return path
}
