import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { distPath, runCommandLine } from '../../support/command-line.ts'
import { writeDocument } from '../../support/documents.ts'
import { type HostileProfile, hostileProfiles } from '../../support/registry/profiles/hostile.ts'
import { artifact } from '../../support/registry/profiles/hostile-content.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { expectHarmless, obeyed } from '../../support/runner/expect-harmless.ts'
import { runAction } from '../../support/runner/run-action.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'
import { treeOf } from '../../support/tree-of.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const workspace = (): string => join(directory(), 'workspace')

/** All other names are led to by the proxy, too, and recorded. */
const names = { registry: 'registry.example', other: 'attacker.test' }
const login = { username: 'pat', password: 'correct horse' }
const before = { secret: 'of the machine' }

/** A registry that wants a password, with an image and an SBOM on it, to be pulled. */
async function started({ quirks, faults = [], content }: HostileProfile): Promise<TestRegistry> {
  const authentication = { scheme: 'basic', accounts: [login] } as const
  const registry = await start({ authentication, quirks, faults, names })
  const { descriptor: subject } = registry.putImage('app', { tag: '1' })
  registry.putImage('app', { tag: '1-moved', seed: 'moved' })
  for (const title of ['a.json', 'b.json']) artifact({ title })(registry, subject)
  content?.(registry, subject)
  await mkdir(workspace(), { recursive: true })
  await writeDocument(workspace(), 'spdx', { name: 'sbom.json' })
  await writeFile(join(directory(), 'secret'), before.secret)
  return registry
}

/** Everything that must hold of the requests, whoever sent them. */
function expectNothingTaken({ requests }: TestRegistry, { leads = false }: HostileProfile): void {
  const elsewhere = requests.filter(({ origin }) => origin !== 'registry')
  expect(elsewhere.filter(({ origin }) => !leads || origin !== 'other')).toEqual([])
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
        'plain-http': 'true',
      },
      env: { HTTP_PROXY: registry.proxy },
    })
    expectNothingTaken(registry, profile)
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
    const options = [
      '--username=pat',
      '--password-stdin',
      '--plain-http',
      '--debug',
      '--platform=all',
    ]
    const image = `${registry.host}/app:1`
    const args = profile.content
      ? ['pull', '--referrers', '--output=out', ...options, image]
      : ['attach', ...options, image, 'sbom.json']
    const { status, stdout, stderr } = await runCommandLine({
      args,
      directory: workspace(),
      env: { HOME: join(directory(), 'home'), HTTP_PROXY: registry.proxy },
      stdin: login.password,
    })
    expectNothingTaken(registry, profile)
    await expectNothingPlanted()
    expect(stdout + stderr).not.toMatch(obeyed)
    for (const secret of secrets) expect(stdout + stderr).not.toContain(secret)
    expect(status).toBe(profile.failure === undefined ? 0 : 1)
  })
})
