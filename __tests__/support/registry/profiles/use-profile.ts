import { join } from 'node:path'
import { credentialsEnvironment, type StoredCredentials } from '../../credentials-environment.ts'
import type { JobContext, JobOptions } from '../../job.ts'
import { useTemporaryDirectory } from '../../temporary-directory.ts'
import type { TestImage, TestImageOptions } from '../../test-image.ts'
import type { Permission } from '../accounts.ts'
import type { TestRegistry, TestRegistryOptions } from '../start-test-registry.ts'
import { useTestRegistry } from '../use-test-registry.ts'
import type { Login, Profile } from './profile.ts'

/** A registry as its profile says, and what a job on it needs. */
export interface ProfiledRegistry {
  readonly registry: TestRegistry
  /** With the registry's name: what a tag or digest is appended to. */
  readonly repository: string
  /** Of a user who is logged in as the profile's are. */
  readonly connection: NonNullable<JobOptions['connection']>
  readonly env: Readonly<Record<string, string>>
  readonly context: JobContext
  /** Of somebody who is not logged in. */
  readonly anonymous: JobContext
  /** Stores a small image with the tag `1`. */
  putImage(options?: TestImageOptions): TestImage
}

export interface ProfileChanges {
  /** Of the user who logs in; by default that of the profile. */
  readonly permission?: Permission
  readonly quirks?: TestRegistryOptions['quirks']
  readonly faults?: TestRegistryOptions['faults']
}

/** Returns how a test of the file starts registries by profile, which are closed when it is over. */
export function useProfile(): (
  profile: Profile,
  changes?: ProfileChanges,
) => Promise<ProfiledRegistry> {
  const start = useTestRegistry()
  const directory = useTemporaryDirectory()
  let homes = 0
  return async (profile, changes = {}) => {
    const registry = await start(changed(profile, changes))
    homes += 1
    const home = join(directory(), `home-${homes}`)
    const { env } = await credentialsEnvironment(home, storedBy(profile.login, registry.host))
    const proxied = { HOME: env.HOME, PATH: env.PATH, HTTP_PROXY: registry.proxy }
    const actor = profile.login.by === 'github-token' ? { GITHUB_ACTOR: profile.login.actor } : {}
    const users = { ...env, ...proxied, ...actor }
    return {
      registry,
      repository: `${profile.registry ?? registry.host}/${profile.repository}`,
      connection: { plainHttp: true, ...connectionBy(profile.login) },
      env: users,
      context: { env: users },
      anonymous: { env: { ...proxied, HOME: join(home, 'nobody') } },
      putImage: (options) => registry.putImage(profile.repository, { tag: '1', ...options }),
    }
  }
}

function changed(
  { options, repository }: Profile,
  { permission, quirks, faults }: ProfileChanges,
): TestRegistryOptions {
  const { authentication } = options
  const accounts = authentication?.accounts.map((account) =>
    permission ? { ...account, permissions: { [repository]: permission } } : account,
  )
  return {
    ...options,
    ...(authentication && accounts && { authentication: { ...authentication, accounts } }),
    ...(quirks && { quirks: { ...options.quirks, ...quirks } }),
    ...(faults && { faults }),
  }
}

function storedBy(login: Login, host: string): StoredCredentials {
  switch (login.by) {
    case 'docker-config':
      return { docker: { auths: login.auths } }
    case 'credential-helper':
      return {
        docker: { credHelpers: { [host]: login.name } },
        helpers: { [login.name]: login.helper },
      }
    case 'inputs':
    case 'github-token':
      return {}
  }
}

function connectionBy(login: Login): JobOptions['connection'] {
  switch (login.by) {
    case 'inputs':
      return { username: login.username, password: login.password }
    case 'github-token':
      return { githubToken: login.token }
    case 'docker-config':
    case 'credential-helper':
      return {}
  }
}
