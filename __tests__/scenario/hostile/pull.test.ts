import { mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PullRequest } from '../../../src/job.ts'
import { TITLE } from '../../../src/oci/annotations.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { encodeJson } from '../../../src/oci/encoded.ts'
import { OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { emptyConfig } from '../../../src/oci/pack.ts'
import { jobOn, outcomeOf, succeed } from '../../support/job.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'
import { treeOf } from '../../support/tree-of.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const out = (): string => join(directory(), 'workspace', 'out')

/** What is there before: a checkout, and beside it what no pull may touch. */
const before = { secret: 'of the machine', 'workspace/README.md': 'of the repository' }

beforeEach(async () => {
  await mkdir(join(directory(), 'workspace'))
  for (const [path, text] of Object.entries(before)) await writeFile(join(directory(), path), text)
})

interface Layer {
  readonly annotations: Readonly<Record<string, string>>
  readonly bytes?: Uint8Array
  readonly more?: object
}

interface Artifact {
  readonly layers: readonly Layer[]
  readonly artifactType?: string
  readonly subject?: Descriptor
}

const titled = (title: string): Layer => ({ annotations: { [TITLE]: title } })

function put(registry: TestRegistry, { layers, artifactType = 'a/b', subject }: Artifact) {
  const { bytes, descriptor: config } = emptyConfig
  registry.putBlob('app', bytes)
  const manifest = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    artifactType,
    config,
    layers: layers.map(({ annotations, bytes: content = Buffer.from('evil'), more }) => ({
      ...registry.putBlob('app', content),
      annotations,
      ...more,
    })),
    ...(subject && { subject }),
  })
  return registry.putManifest('app', manifest, subject ? undefined : '1')
}

function pullFrom({ host }: TestRegistry, given: Partial<PullRequest> = {}) {
  const pull = {
    directory: out(),
    what: 'artifact',
    overwrite: true,
    maxFiles: 100,
    maxBytes: 1_000_000,
    ...given,
  } as const
  return jobOn(`${host}/app:1`, { pull, discovers: false })
}

describe('a title that is no name of a file below the directory is refused, and nothing is written', () => {
  test.each([
    '../../secret',
    '../README.md',
    'a/../../README.md',
    './../README.md',
    '/etc/cron.d/evil',
    '//etc/passwd',
    '..\\..\\secret',
    'C:\\Windows\\evil.exe',
    'C:evil',
    '\\\\server\\share',
    'sbom.json:stream',
    'a\0b',
    'a\nb',
    'a\u202etxt.exe',
    'con',
    'aux.json',
    'a/nul.txt',
    'name.',
    'name ',
    '.. /secret',
    '..\u200b/secret',
    '.git/config',
    '.GIT/hooks/pre-commit',
    'git~1/config',
    'a//b',
    '.',
    'x'.repeat(300),
  ])('%j', async (title) => {
    const registry = await start()
    put(registry, { layers: [titled('good'), titled(title)] })
    const { failure, pulled } = await outcomeOf(pullFrom(registry))
    expect(failure).toMatchObject({ code: 'TITLE_INVALID' })
    expect(pulled).toEqual([])
    expect(await treeOf(directory())).toEqual(before)
    expect(registry.requests.filter(({ path }) => path.includes('/blobs/'))).toEqual([])
  })

  test.each([
    ['sbom.json', 'SBOM.JSON'],
    ['é', 'e\u0301'],
    ['straße', 'STRASSE'],
    ['a', 'a/b'],
    ['a', './a'],
    ['pulled.json', 'PULLED.json'],
  ])('%j beside %j, which is one place on some system', async (first, second) => {
    const registry = await start()
    const other = { ...titled(second), bytes: Buffer.from('other') }
    put(registry, { layers: [titled(first), other] })
    const { failure } = await outcomeOf(pullFrom(registry))
    expect(failure).toMatchObject({ code: 'TITLE_INVALID' })
    expect(await treeOf(directory())).toEqual(before)
  })
})

describe('an artifact type is a name, never a path', () => {
  async function pullOfType(artifactType: string) {
    const registry = await start()
    const { descriptor: subject } = registry.putImage('app', { tag: '1' })
    const { digest } = put(registry, { layers: [titled('a')], artifactType, subject })
    const { failure } = await outcomeOf(pullFrom(registry, { what: 'referrers' }))
    const { secret: _, 'workspace/README.md': __, ...written } = await treeOf(directory())
    return { failure, written: Object.keys(written).sort(), digits: digest.slice(7, 19) }
  }

  test.each([
    ['../../../secret', '..-..-..-secret'],
    ['/etc/passwd', '-etc-passwd'],
    ['a\\..\\b c:d', 'a-..-b-c-d'],
  ])('%j is the folder %s', async (type, folder) => {
    const { failure, written, digits } = await pullOfType(type)
    expect(failure).toBeUndefined()
    expect(written).toEqual([`workspace/out/${folder}/${digits}/a`, 'workspace/out/pulled.json'])
  })

  test.each(['..', '.', 'con', '.git'])('%j is refused', async (type) => {
    const { failure, written } = await pullOfType(type)
    expect(failure).toMatchObject({ name: 'OciError' })
    expect(written).toEqual([])
  })
})

describe('no link is followed', () => {
  const links: readonly (readonly [string, string, string])[] = [
    ['a folder on the way', 'link', 'link/secret'],
    ['the file itself', 'secret', 'secret'],
    ['the listing', 'pulled.json', 'good'],
  ]
  test.each(links)('that is %s', async (_, name, title) => {
    const target = name === 'link' ? directory() : join(directory(), 'secret')
    await mkdir(out())
    await symlink(target, join(out(), name))
    const registry = await start()
    put(registry, { layers: [titled(title)] })
    for (const overwrite of [true, false]) {
      const { failure } = await outcomeOf(pullFrom(registry, { overwrite }))
      expect(failure).toMatchObject({ input: 'pull-to' })
      const { secret } = await treeOf(directory())
      expect(secret).toBe(before.secret)
      expect(await readlink(join(out(), name))).toBe(target)
    }
  })
})

test('what says that it is to be unpacked is stored as it is', async () => {
  const registry = await start()
  const archive = gzipSync('../../secret and a link')
  const annotations = {
    [TITLE]: 'folder',
    'io.deis.oras.content.unpack': 'true',
    'io.deis.oras.content.digest': `sha256:${'0'.repeat(64)}`,
  }
  const more = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip' }
  put(registry, { layers: [{ annotations, bytes: archive, more }] })
  const { pulled } = await succeed(pullFrom(registry))
  expect(pulled).toMatchObject([{ title: 'folder', size: archive.length }])
  expect(Buffer.compare(await readFile(join(out(), 'folder')), archive)).toBe(0)
  expect(Object.keys(await treeOf(out())).sort()).toEqual(['folder', 'pulled.json'])
})

test('content that is in the manifest itself is not taken for the blob', async () => {
  const registry = await start()
  const data = Buffer.from('from the manifest').toString('base64')
  put(registry, { layers: [{ ...titled('a'), more: { data } }] })
  await succeed(pullFrom(registry))
  expect((await treeOf(out()))['a']).toBe('evil')
})
