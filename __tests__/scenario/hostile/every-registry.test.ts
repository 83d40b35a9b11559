import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { TITLE } from '../../../src/oci/annotations.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { encodeJson } from '../../../src/oci/encoded.ts'
import { OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { emptyConfig } from '../../../src/oci/pack.ts'
import { distPath, runCommandLine } from '../../support/command-line.ts'
import { writeDocument } from '../../support/documents.ts'
import { type HostileProfile, hostileProfiles } from '../../support/registry/profiles/hostile.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { expectHarmless, obeyed } from '../../support/runner/expect-harmless.ts'
import { runAction } from '../../support/runner/run-action.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'
import { treeOf } from '../../support/tree-of.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const workspace = (): string => join(directory(), 'workspace')

const login = { username: 'pat', password: 'correct horse' }
const before = { secret: 'of the machine' }

/** A registry that wants a password, with an image and an SBOM on it, to be pulled. */
async function started({ quirks, faults = [] }: HostileProfile): Promise<TestRegistry> {
  const authentication = { scheme: 'basic', accounts: [login] } as const
  const registry = await start({ authentication, quirks, faults })
  const { descriptor: subject } = registry.putImage('app', { tag: '1' })
  registry.putImage('app', { tag: '1-moved', seed: 'moved' })
  for (const title of ['a.json', 'b.json']) putReferrer(registry, subject, title)
  await mkdir(workspace(), { recursive: true })
  await writeDocument(workspace(), 'spdx', { name: 'sbom.json' })
  await writeFile(join(directory(), 'secret'), before.secret)
  return registry
}

function putReferrer(registry: TestRegistry, subject: Descriptor, title: string): void {
  registry.putBlob('app', emptyConfig.bytes)
  const layer = registry.putBlob('app', Buffer.from(title))
  const manifest = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    artifactType: 'application/spdx+json',
    config: emptyConfig.descriptor,
    layers: [{ ...layer, annotations: { [TITLE]: title } }],
    subject,
  })
  registry.putManifest('app', manifest)
}

/** Everything that must hold of the requests, whoever sent them. */
function expectNothingTaken({ requests }: TestRegistry): void {
  const elsewhere = requests.filter(({ origin }) => origin !== 'registry')
  expect(elsewhere.map(({ authorization }) => authorization)).toEqual(elsewhere.map(() => 'none'))
  expect(requests.filter(({ headers }) => headers.cookie !== undefined)).toEqual([])
}

/** Everything that must hold of the disk: what is there is sound, and where it belongs. */
async function expectNothingPlanted(): Promise<void> {
  const files = Object.entries(await treeOf(directory()))
  const places = /^(?:secret$|home\/|job\/|workspace\/(?:sbom\.json$|out\/))/
  expect(files.filter(([path]) => !places.test(path))).toEqual([])
  expect(Object.fromEntries(files)).toMatchObject(before)
  for (const [path, text] of files.filter(([each]) => each.includes('out/application'))) {
    if (!path.endsWith('sbom.json')) expect(path.endsWith(`/${text}`)).toBe(true)
  }
}

const secrets = [login.password, Buffer.from(`pat:${login.password}`).toString('base64')]

describe.each(hostileProfiles)('a registry that $name', (profile) => {
  test('gets no credentials, no file and no command from a step', async () => {
    const registry = await started(profile)
    const result = await runAction({
      main: distPath('index.js'),
      directory: join(directory(), 'job'),
      workspace: workspace(),
      inputs: {
        ...login,
        image: `${registry.host}/app:1`,
        files: 'sbom.json',
        platform: 'all',
        'pull-to': 'out',
      },
    })
    expectNothingTaken(registry)
    await expectNothingPlanted()
    expectHarmless(result)
    const { log, debug, summary, outputs, annotations } = result
    const shown = JSON.stringify([log, debug, summary, outputs, annotations])
    for (const secret of secrets) expect(shown).not.toContain(secret)
    const fails = profile.failure !== undefined
    expect(result.outcome).toBe(fails ? 'failure' : 'success')
    expect(annotations.map(({ message }) => message).join('\n')).toContain(profile.failure ?? '')
    if (fails) expect(outputs['pulled']).toBeUndefined()
  })

  test('gets none from a command either', async () => {
    const registry = await started(profile)
    const options = ['--username=pat', '--password-stdin', '--debug', '--platform=all']
    const { status, stdout, stderr } = await runCommandLine({
      args: ['attach', ...options, `${registry.host}/app:1`, 'sbom.json'],
      directory: workspace(),
      env: { HOME: join(directory(), 'home') },
      stdin: login.password,
    })
    expectNothingTaken(registry)
    await expectNothingPlanted()
    expect(stdout + stderr).not.toMatch(obeyed)
    for (const secret of secrets) expect(stdout + stderr).not.toContain(secret)
    expect(status).toBe(profile.failure === undefined ? 0 : 1)
  })
})
