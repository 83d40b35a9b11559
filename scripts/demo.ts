// `npm run demo`: the main job without a registry. Makes a two-platform image in an OCI image layout,
// attaches an SPDX and a CycloneDX bill of materials and a SARIF report by the built action, signs the
// SPDX one in a second step, and prints what each step would print, its outputs and the graph.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'oras-attach-demo-'))
const entry = fileURLToPath(new URL('../dist/index.js', import.meta.url))

interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
}

function putBlob(mediaType: string, content: string): Descriptor {
  const hex = createHash('sha256').update(content).digest('hex')
  mkdirSync(join(folder, 'app/blobs/sha256'), { recursive: true })
  writeFileSync(join(folder, 'app/blobs/sha256', hex), content)
  return { mediaType, digest: `sha256:${hex}`, size: Buffer.byteLength(content) }
}

function putJson(mediaType: string, value: object): Descriptor {
  return putBlob(mediaType, JSON.stringify(value))
}

function putPlatform(architecture: string): Descriptor & { readonly platform: object } {
  const platform = { architecture, os: 'linux' }
  const layer = putBlob(
    'application/vnd.oci.image.layer.v1.tar',
    `the files of the ${architecture} image`,
  )
  const rootfs = { type: 'layers', diff_ids: [layer.digest] }
  const config = putJson('application/vnd.oci.image.config.v1+json', { ...platform, rootfs })
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  return {
    ...putJson(mediaType, { schemaVersion: 2, mediaType, config, layers: [layer] }),
    platform,
  }
}

function makeImage(): void {
  const mediaType = 'application/vnd.oci.image.index.v1+json'
  const manifests = ['amd64', 'arm64'].map(putPlatform)
  const index = putJson(mediaType, { schemaVersion: 2, mediaType, manifests })
  const annotations = { 'org.opencontainers.image.ref.name': '1.0' }
  writeFileSync(join(folder, 'app/oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
  writeFileSync(
    join(folder, 'app/index.json'),
    JSON.stringify({ schemaVersion: 2, mediaType, manifests: [{ ...index, annotations }] }),
  )
}

function makeDocuments(): void {
  const created = '2026-01-02T03:04:05Z'
  const documents = {
    'sbom.spdx.json': {
      spdxVersion: 'SPDX-2.3',
      SPDXID: 'SPDXRef-DOCUMENT',
      name: 'app',
      creationInfo: { created, creators: ['Tool: demo'] },
      packages: [{ name: 'openssl', SPDXID: 'SPDXRef-openssl', versionInfo: '3.5.0' }],
    },
    'sbom.cdx.json': {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { timestamp: created },
      components: [{ type: 'library', name: 'openssl', version: '3.5.0' }],
    },
    'scan.sarif': {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'demo' } },
          invocations: [{ executionSuccessful: true, endTimeUtc: created }],
          results: [],
        },
      ],
    },
    'sbom.sig.json': { signature: 'pat hancock' },
  }
  for (const [name, document] of Object.entries(documents)) {
    writeFileSync(join(folder, name), JSON.stringify(document, null, 2))
  }
}

/** Runs the action as a runner does and returns its outputs. */
function step(
  title: string,
  inputs: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  console.log(`\n▶ ${title}\n`)
  const files = {
    GITHUB_OUTPUT: join(folder, 'outputs'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const asVariables = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ])
  const env = {
    ...files,
    RUNNER_TEMP: folder,
    PATH: process.env['PATH'],
    ...Object.fromEntries(asVariables),
  }
  const { status } = spawnSync(process.execPath, [entry], { cwd: folder, env, stdio: 'inherit' })
  if (status !== 0) throw new Error(`the step failed with status ${status}`)
  return parseOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8'))
}

/** GITHUB_OUTPUT holds `name<<delimiter`, the value and the delimiter for each output. */
function parseOutputs(text: string): ReadonlyMap<string, string> {
  const blocks = text.matchAll(
    /^(?<name>[\w-]+)<<(?<end>.+)\r?\n(?<value>[\s\S]*?)\r?\n?\k<end>\r?\n/gm,
  )
  return new Map([...blocks].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']))
}

try {
  makeImage()
  makeDocuments()
  const attached = step('uses: org/oras-attach@v1   # attach two SBOMs and a scan report', {
    image: 'oci-layout://app:1.0',
    files: '*.spdx.json\n*.cdx.json\nscan.sarif',
  })
  step(
    'uses: org/oras-attach@v1   # sign the SBOM: the output of one step is the image of the next',
    {
      image: attached.get('reference') ?? '',
      files: 'sbom.sig.json',
      'artifact-type': 'application/vnd.example.signature+json',
    },
  )
  const outputs = step('uses: org/oras-attach@v1   # show the whole graph', {
    image: 'oci-layout://app:1.0',
  })
  console.log('\nOutputs of the last step:\n')
  for (const [name, value] of outputs) {
    if (value !== '' && name !== 'referrers' && name !== 'tree')
      console.log(`${name}=${value.replaceAll('\n', '\n  ')}`)
  }
  console.log(`\n${outputs.get('tree') ?? ''}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
