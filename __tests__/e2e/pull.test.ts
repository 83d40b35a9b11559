import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { runCommandLine } from '../support/command-line.ts'
import { treeOf } from '../support/tree-of.ts'
import { fronts } from './support/front.ts'
import type { Store, StoredImage } from './support/store.ts'
import { stores } from './support/stores.ts'

const report = 'application/vnd.example.report'
const bundle = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const note = 'text/x-note'

/** What the files hold, by their names: also what is no text, and nothing. */
const contents = {
  'report.json': '{"all": "is well"}\n',
  'reports/deep/log.txt': 'é\r\n\0\n',
  'empty.txt': '',
  'bundle.json': '{"mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json"}',
} as const

describe.each(stores)('from %s, what others attached', (_store, useStore) => {
  const store = useStore()
  let image: StoredImage
  /** The digest of the one artifact of each type. */
  let reported: string
  let bundled: string
  let noted: string

  beforeAll(async () => {
    const { directory, newImage } = store()
    for (const [name, text] of Object.entries(contents)) {
      await mkdir(join(directory, name, '..'), { recursive: true })
      await writeFile(join(directory, name), text)
    }
    image = await newImage('pull')
    const files = ['report.json', 'reports/deep/log.txt', 'empty.txt']
    reported = await attachByOras(image, image.digest, report, files)
    bundled = await putByRegctl(image, reported, bundle, ['--file=bundle.json'])
    const platform = image.platforms[0]?.digest ?? ''
    noted = await putByRegctl(image, platform, note, ['--file=./report.json', '--file-title'])
  })

  test.each(fronts)('%s pulls byte for byte, at every level', async (_front, front) => {
    const to = `pulled-by-${front.name}`
    const pulled = await front.pull(store(), { image: image.tagged, to })

    const { 'pulled.json': listing = '', ...files } = await treeOf(join(store().directory, to))
    const reportFolder = `${report.replace('/', '-')}/${digits(reported)}`
    const bundleFolder = `${bundle.replace('/', '-')}/${digits(bundled)}`
    const untitled = pulled.find(({ artifactType }) => artifactType === bundle)
    expect(files).toEqual({
      [`${reportFolder}/report.json`]: contents['report.json'],
      [`${reportFolder}/reports/deep/log.txt`]: contents['reports/deep/log.txt'],
      [`${reportFolder}/empty.txt`]: '',
      [`${bundleFolder}/${digits(untitled?.digest ?? '')}.json`]: contents['bundle.json'],
      [`${note.replace('/', '-')}/${digits(noted)}/report.json`]: contents['report.json'],
    })
    expect(JSON.parse(listing)).toEqual(pulled)
    expect(pulled.map(({ path }) => path).sort()).toEqual(
      Object.keys(files)
        .map((path) => join(to, path))
        .sort(),
    )
    expect(new Set(pulled.map(({ reference }) => reference))).toEqual(
      new Set([reported, bundled, noted].map(image.at)),
    )
  })

  test.each(fronts)('%s pulls by type, with what hangs below', async (_front, front) => {
    const to = `report-by-${front.name}`
    const inputs = { 'artifact-type': report }
    const pulled = await front.pull(store(), { image: image.tagged, to, inputs })

    const references = pulled.map(({ reference }) => reference)
    expect(new Set(references)).toEqual(new Set([reported, bundled].map(image.at)))
  })

  test('the command line pulls of one artifact as oras does', async () => {
    const { directory } = store()
    const { clients } = image
    await clients.oras('pull', '--output=by-oras', ...image.forOras(reported))

    const stdout = await pullByCommandLine(store(), image.at(reported))

    const { 'pulled.json': _, ...files } = await treeOf(join(directory, 'download'))
    expect(files).toEqual(await treeOf(join(directory, 'by-oras')))
    expect(stdout.trim().split('\n')).toEqual([
      'download/report.json',
      'download/reports/deep/log.txt',
      'download/empty.txt',
    ])
    // Again: what is there is not in the way.
    expect(await pullByCommandLine(store(), image.at(reported))).toBe(stdout)
  })
})

const digits = (digest: string): string => digest.slice('sha256:'.length).slice(0, 12)

async function pullByCommandLine({ directory, access }: Store, reference: string): Promise<string> {
  const { username, password, 'ca-file': caFile } = access.inputs
  const { status, stdout, stderr } = await runCommandLine({
    args: [
      'pull',
      ...['-a', '-o', './download'],
      ...(username ? ['-u', username, '-p'] : []),
      ...(caFile ? ['--ca-file', caFile, '--plain-http=false'] : []),
      reference,
    ],
    directory,
    env: access.env,
    ...(password && { stdin: password }),
  })
  expect({ status, stderr }).toMatchObject({ status: 0 })
  return stdout
}

/** Returns the digest of a new artifact with the files, attached to the manifest. */
async function attachByOras(
  { clients, forOras }: StoredImage,
  subject: string,
  artifactType: string,
  files: readonly string[],
): Promise<string> {
  const options = ['--format=json', `--artifact-type=${artifactType}`]
  const { digest } = JSON.parse(
    await clients.oras('attach', ...options, ...forOras(subject), ...files),
  )
  return digest
}

/** As `attachByOras`; the files are options. */
async function putByRegctl(
  { clients, forRegctl }: StoredImage,
  subject: string,
  artifactType: string,
  files: readonly string[],
): Promise<string> {
  return clients.regctl(
    'artifact',
    'put',
    `--artifact-type=${artifactType}`,
    `--subject=${forRegctl(subject)}`,
    ...files,
    '--file-media-type=application/json',
    '--format={{.Manifest.GetDescriptor.Digest}}',
  )
}
