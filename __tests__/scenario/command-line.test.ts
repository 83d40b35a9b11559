import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { openLayout } from '../../src/layout/repository.ts'
import { artifactOn, pushImage } from '../support/artifacts.ts'
import { distPath, runCommandLine } from '../support/command-line.ts'
import { writeDocument } from '../support/documents.ts'
import { eventually } from '../support/eventually.ts'
import { makeLayout } from '../support/layout.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }

function command(...args: readonly string[]) {
  return runCommandLine({ args, directory: directory(), env: { HOME: directory() } })
}

async function attachedImage() {
  const registry = await start()
  const { descriptor: image } = registry.putImage('app', { tag: '1' })
  const sbom = artifactOn(image, 'sbom').manifest
  registry.putManifest('app', sbom)
  const { digest: signature } = registry.putManifest(
    'app',
    artifactOn(sbom.descriptor, 'signature').manifest,
  )
  return { registry, reference: `${registry.host}/app:1`, image, sbom: sbom.descriptor, signature }
}

describe('attach', () => {
  test('prints the references, a line each, and tells the rest on stderr', async () => {
    const registry = await start()
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    await writeDocument(directory(), 'spdx', { name: 'a.spdx.json' })
    await writeDocument(directory(), 'sarif', { name: 'scan.json' })
    const reference = `${registry.host}/app:1`
    const { status, stdout, stderr } = await command(
      'attach',
      reference,
      'a.spdx.json',
      'scan.json',
    )
    expect(status).toBe(0)
    const references = registry
      .referrersOf('app', image.digest)
      .map(({ digest }) => `${registry.host}/app@${digest}`)
    expect(stdout.trimEnd().split('\n').sort()).toEqual(references.sort())
    expect(stderr).toMatch(/^Attached a\.spdx\.json .*, listed by referrers-api$/m)
    const again = await command(
      'attach',
      '--quiet',
      '--format=json',
      reference,
      'a.spdx.json',
      'scan.json',
    )
    expect(again).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(again.stdout)).toMatchObject([
      { status: 'exists', artifactType: 'application/spdx+json', files: [{ path: 'a.spdx.json' }] },
      { status: 'exists', artifactType: 'application/sarif+json', via: 'referrers-api' },
    ])
  })

  test('takes the options of its verb', async () => {
    const registry = await start()
    const image = registry.putImage('app', { tag: '1', platforms: ['linux/amd64', 'linux/arm64'] })
    await writeFile(join(directory(), 'one'), '1')
    await writeFile(join(directory(), 'two'), '2')
    const type = 'application/vnd.example.pair'
    const args = [
      '--artifact-type',
      type,
      '--platform=linux/arm64',
      '--combine',
      '--created',
      '2020-02-02T02:02:02+02:00',
      '-a',
      'a=1',
      '--annotation=b=2',
    ]
    const { status, stdout } = await command(
      'attach',
      ...args,
      `${registry.host}/app:1`,
      'one:text/plain',
      'two',
    )
    expect(status).toBe(0)
    const [listed] = registry.referrersOf(
      'app',
      image.platforms[1]?.digest ?? image.descriptor.digest,
    )
    expect(stdout).toBe(`${registry.host}/app@${listed?.digest}\n`)
    expect(listed).toMatchObject({
      artifactType: type,
      annotations: { a: '1', b: '2', 'org.opencontainers.image.created': '2020-02-02T00:02:02Z' },
    })
  })

  test('in a dry run prints the references that there would be', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    await writeDocument(directory(), 'spdx')
    const dry = await command('attach', '--dry-run', `${registry.host}/app:1`, 'spdx.json')
    expect(registry.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method))).toEqual([])
    const wet = await command('attach', `${registry.host}/app:1`, 'spdx.json')
    expect(wet).toMatchObject({ status: 0, stdout: dry.stdout })
  })

  test('and discover work in an image layout', async () => {
    await makeLayout(join(directory(), 'layout'))
    await pushImage(await openLayout(join(directory(), 'layout'), { access: 'write' }), '1')
    await writeDocument(directory(), 'spdx')
    const { stdout } = await command('attach', '--oci-layout', 'layout:1', 'spdx.json')
    expect(stdout).toMatch(/^oci-layout:\/\/layout@sha256:[0-9a-f]{64}\n$/)
    const tree = await command('discover', 'oci-layout://layout:1')
    expect(tree.stdout).toContain(stdout.trimEnd().split('@')[1])
  })

  test('with a password from standard input tells no secret, not even in debug output', async () => {
    const registry = await start({ authentication: { scheme: 'bearer', accounts: [login] } })
    registry.putImage('app', { tag: '1' })
    await writeDocument(directory(), 'spdx')
    const { status, stdout, stderr } = await runCommandLine({
      args: [
        'attach',
        '-u',
        login.username,
        '--password-stdin',
        '--debug',
        `${registry.host}/app:1`,
        'spdx.json',
      ],
      directory: directory(),
      env: { HOME: directory() },
      stdin: `${login.password}\n`,
    })
    expect({ status, stderr: status === 0 || stderr }).toEqual({ status: 0, stderr: true })
    const sent = registry.requests.flatMap(
      ({ headers }) => headers.authorization?.split(' ')[1] ?? [],
    )
    expect(sent.length).toBeGreaterThan(1)
    for (const secret of [login.password, ...sent]) expect(stdout + stderr).not.toContain(secret)
    expect(stderr).toContain(`PUT ${registry.origin}/v2/app/manifests/sha256:`)
  })

  test('that is interrupted ends at once with the status that shells have for it, though an upload hangs', async () => {
    const registry = await start({
      quirks: { uploads: { singlePost: 202 } },
      faults: [{ at: /^PUT .*\/blobs\/uploads/, times: 10, fails: 'stalled' }],
    })
    registry.putImage('app', { tag: '1' })
    const file = await writeDocument(directory(), 'spdx')
    const child = spawn(
      process.execPath,
      [distPath('cli.js'), 'attach', `${registry.host}/app:1`, file],
      { env: {} },
    )
    await eventually(() => registry.uploadsOpen() === 2)
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([130, null])
  })
})

describe('discover', () => {
  test('prints a tree, with full digests', async () => {
    const { reference, registry, image, sbom, signature } = await attachedImage()
    const { status, stdout } = await command('discover', reference)
    expect(status).toBe(0)
    expect(stdout.trimEnd().split('\n')).toEqual([
      `${registry.host}/app@${image.digest}`,
      '└── application/vnd.example.note',
      `    └── ${sbom.digest}`,
      '        └── application/vnd.example.note',
      `            └── ${signature}`,
    ])
    expect(await command('discover', '-o', 'tree', reference)).toMatchObject({ stdout })
  })

  test('prints JSON in both shapes, and Mermaid', async () => {
    const { reference, registry, image, sbom, signature } = await attachedImage()
    const [older, whole, mermaid] = await Promise.all(
      [['-o', 'json'], ['--format', 'json'], ['--format=mermaid']].map((format) =>
        command('discover', ...format, reference),
      ),
    )
    expect(JSON.parse(older?.stdout ?? '')).toMatchObject({
      references: [{ ...sbom, references: [{ digest: signature, references: [] }] }],
    })
    expect(JSON.parse(whole?.stdout ?? '')).toMatchObject({
      reference: `${registry.host}/app@${image.digest}`,
      ...image,
      referrers: [{ ...sbom, sources: ['referrers-api'], referrers: [{ digest: signature }] }],
    })
    expect(mermaid?.stdout).toMatch(/^flowchart LR\n {2}n0\["/)
    expect(mermaid?.stdout).toContain('n1 --> n2')
  })

  test('selects by type and depth', async () => {
    const { reference, sbom, signature } = await attachedImage()
    const digests = async (...args: readonly string[]) => {
      const { stdout } = await command('discover', ...args, reference)
      return [...stdout.matchAll(/── (sha256:.*)/g)].map(([, digest]) => digest)
    }
    expect(await digests('--depth', '1')).toEqual([sbom.digest])
    expect(await digests('--artifact-type=application/vnd.example.note')).toEqual([
      sbom.digest,
      signature,
    ])
    expect(await digests('--artifact-type', 'application/spdx+json')).toEqual([])
  })

  test('ends quietly where its reader has seen enough', async () => {
    const { reference } = await attachedImage()
    const child = spawn(process.execPath, [distPath('cli.js'), 'discover', '--quiet', reference], {
      env: {},
    })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    expect(await once(child, 'close')).toEqual([0, null])
    expect(stderr).toBe('')
  })
})

describe('the program', () => {
  test.each([
    [['--version'], /^\d+\.\d+\.\d+\n$/],
    [['--help'], /^Usage: oras-attach VERB[\s\S]*attach[\s\S]*discover/],
    [['attach', '--help'], /^Usage: oras-attach attach[\s\S]*--dry-run/],
    [['help', 'discover'], /^Usage: oras-attach discover[\s\S]*--depth N/],
  ])('%p answers on stdout', async (args, expected) => {
    const { status, stdout, stderr } = await command(...args)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(expected)
  })

  test.each([
    [[], 'no verb is given'],
    [['attahc', 'r.example/a:1', 'f'], 'did you mean attach?'],
    [['attach', 'r.example/a:1'], 'attach needs REFERENCE FILE'],
    [['discover', '--dept=1', 'r.example/a:1'], 'did you mean --depth?'],
    [['discover', '--depth'], '--depth needs a value'],
    [['discover', '--format=xml', 'r.example/a:1'], '"xml" is none of tree, json, mermaid'],
  ])('%p is wrong usage', async (args, says) => {
    const { status, stdout, stderr } = await command(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(says)
    expect(stderr).toContain('Usage: oras-attach ')
    expect(stderr.split('\n').filter((line) => line.startsWith('Error: '))).toHaveLength(1)
  })
})
