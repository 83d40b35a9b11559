import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { credentialsEnvironment } from '../../support/credentials-environment.ts'
import { jobOn, outcomeOf } from '../../support/job.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'
import { treeOf } from '../../support/tree-of.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const workspace = (): string => join(directory(), 'workspace')

const login = { username: 'pat', password: 'correct horse' }

/** A registry that wants a password, so that the configuration is looked at. */
async function withImage(): Promise<TestRegistry> {
  const registry = await start({ authentication: { scheme: 'basic', accounts: [login] } })
  registry.putImage('app', { tag: '1' })
  return registry
}

const authorizations = ({ requests }: TestRegistry) =>
  requests.map(({ authorization }) => authorization)

describe('a configuration that is checked out with the sources', () => {
  /** A helper that would prove that it ran, and give credentials of its own choice. */
  async function plant(registry: TestRegistry) {
    return credentialsEnvironment(workspace(), {
      docker: { credHelpers: { [registry.host]: 'evil' } },
      podman: { credHelpers: { [registry.host]: 'evil' } },
      helpers: { evil: { [registry.host]: { Username: 'pat', Secret: 'correct horse' } } },
    })
  }

  const ways: Readonly<
    Record<string, (home: string, planted: string) => Promise<Readonly<Record<string, string>>>>
  > = {
    'named by DOCKER_CONFIG': async (_, planted) => ({ DOCKER_CONFIG: join(planted, '.docker') }),
    'named by REGISTRY_AUTH_FILE': async (_, planted) => ({
      REGISTRY_AUTH_FILE: join(planted, 'run', 'containers', 'auth.json'),
    }),
    'in the runtime directory': async (_, planted) => ({ XDG_RUNTIME_DIR: join(planted, 'run') }),
    'that a link leads to': async (home, planted) => {
      await symlink(join(planted, '.docker'), join(home, '.docker'))
      return {}
    },
    'of a home directory in there': async (_, planted) => ({ HOME: planted }),
  }

  test.each(Object.entries(ways))('%s is refused, and no program of it is run', async (_, way) => {
    const registry = await withImage()
    const planted = await plant(registry)
    const home = join(directory(), 'home')
    await mkdir(home)
    const env = {
      HOME: home,
      PATH: planted.env.PATH,
      GITHUB_WORKSPACE: workspace(),
      ...(await way(home, workspace())),
    }
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`), { env })
    expect(failure).toMatchObject({
      code: 'CREDENTIALS_INVALID',
      message: expect.stringContaining('lies in the workspace'),
    })
    expect(await planted.helperCalls()).toEqual([])
    expect(authorizations(registry)).toEqual(['none'])
  })
})

describe('a credential helper', () => {
  async function attempt(name: string) {
    const registry = await withImage()
    const { env } = await credentialsEnvironment(directory(), {
      docker: { credHelpers: { [registry.host]: name } },
    })
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`), { env })
    return { failure, registry }
  }

  test.each([
    '../evil',
    '/bin/sh',
    'a/../../evil',
    'a b',
    'x;touch pwned',
    '$(touch pwned)',
    '`touch pwned`',
    'x\ntouch pwned',
    'x\0',
    '-x|y',
    '..\\evil',
  ])('whose name could be a command or a path is not run: %j', async (name) => {
    const { failure, registry } = await attempt(name)
    expect(failure).toMatchObject({
      code: 'CREDENTIALS_INVALID',
      message: expect.stringContaining('has an invalid name'),
    })
    expect(failure?.message).not.toMatch(/[\n\0]/)
    expect(authorizations(registry)).toEqual(['none'])
    expect(Object.keys(await treeOf(directory()))).not.toContain('pwned')
  })
})
