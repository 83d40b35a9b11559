import { expect, test } from '@jest/globals'
import { credentialsEnvironment } from '../support/credentials-environment.ts'
import { jobOn, outcomeOf } from '../support/job.ts'
import type { Account, Authentication } from '../support/registry/accounts.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

/** An account that may use one repository alone. */
function keeperOf(repository: string, other: string): Account {
  const permissions = { [repository]: 'push', [other]: 'none' } as const
  return { username: `${repository}-keeper`, password: `${repository} secret`, permissions }
}

const authentication: Authentication = {
  scheme: 'bearer',
  accounts: [keeperOf('app', 'tool'), keeperOf('tool', 'app')],
}

function login({ username, password }: Account): { readonly auth: string } {
  return { auth: Buffer.from(`${username}:${password}`).toString('base64') }
}

test('each repository of a registry is used with its own account, where Podman has several', async () => {
  const registry = await start({ authentication })
  const [app, tool] = authentication.accounts
  if (!app || !tool) throw new Error('there are two accounts')
  for (const repository of ['app', 'tool']) registry.putImage(repository, { tag: '1' })
  const auths = { [`${registry.host}/app`]: login(app), [`${registry.host}/tool`]: login(tool) }
  const { env } = await credentialsEnvironment(directory(), { podman: { auths } })
  const images = [`${registry.host}/app:1`, `${registry.host}/tool:1`]
  const { failure, graphs } = await outcomeOf(jobOn(images), { env })
  expect(failure).toBeUndefined()
  expect(graphs).toHaveLength(2)
})

test('repositories with one account share one token', async () => {
  const account: Account = { username: 'pat', password: 'secret' }
  const registry = await start({ authentication: { scheme: 'bearer', accounts: [account] } })
  for (const repository of ['app', 'tool']) registry.putImage(repository, { tag: '1' })
  const { env } = await credentialsEnvironment(directory(), {
    docker: { auths: { [registry.host]: login(account) } },
  })
  const images = [`${registry.host}/app:1`, `${registry.host}/tool:1`]
  expect((await outcomeOf(jobOn(images), { env })).failure).toBeUndefined()
  expect(registry.requests.filter(({ path }) => path.startsWith('/token'))).toHaveLength(1)
})
