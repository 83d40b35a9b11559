import { memoize } from '../memoize.ts'
import { InputError } from '../oci/error.ts'
import type { Credential, CredentialSource } from '../transport/credential.ts'
import { type AuthFileLocation, type Directories, readAuthFile } from './auth-file-location.ts'
import { configuredCredential } from './configured.ts'
import { dockerConfigFile } from './docker-config.ts'
import type { Environment } from './environment.ts'
import { askHelper } from './helper.ts'
import { namedAuthFile, usualAuthFiles } from './podman-config.ts'
import { secretsOf } from './secrets.ts'

/** The only registry that takes a workflow's token; its name is compared exactly. */
const GITHUB_REGISTRY = 'ghcr.io'

export interface CredentialSourceOptions extends Directories {
  readonly username?: string
  readonly password?: string
  readonly githubToken?: string
  /** The registries that the job names: nobody else gets `username` and `password`. */
  readonly registries: readonly string[]
  readonly env: Environment
  /** Told each form of a secret that logs must mask, before the credential is handed out. */
  readonly onSecret: (secret: string) => void
}

/**
 * Returns the source of credentials of one run, which looks each up once: the inputs, for the
 * registries that the job names; then the configuration of Docker and Podman with its helpers; then
 * the GitHub token, for ghcr.io.
 *
 * Throws InputError (input `username` or `password`, the one that is missing) for one without the
 * other. The source itself throws CREDENTIALS_INVALID if the configuration cannot be read: it never
 * goes on without credentials that were configured.
 */
export function credentialSource(options: CredentialSourceOptions): CredentialSource {
  const fromInputs = credentialOfInputs(options)
  const configured = configuredSource(options)
  return memoize(async (registry, repository) => {
    const credential =
      (options.registries.includes(registry) ? fromInputs : undefined) ??
      (await configured(registry, repository)) ??
      (registry === GITHUB_REGISTRY ? credentialOfGithub(options) : undefined)
    for (const secret of credential ? secretsOf(credential) : []) options.onSecret(secret)
    return credential
  })
}

function credentialOfInputs({
  username,
  password,
}: CredentialSourceOptions): Credential | undefined {
  if (username && password) {
    return { kind: 'basic', username, password, source: 'the inputs username and password' }
  }
  if (username) throw oneWithoutTheOther('password', 'username')
  if (password) throw oneWithoutTheOther('username', 'password')
  return undefined
}

function oneWithoutTheOther(missing: string, given: string): InputError {
  return new InputError(
    missing,
    `${given} is given without ${missing}`,
    'Give both or neither. A secret that is not set, or that a workflow from a fork may not read, is empty.',
  )
}

function credentialOfGithub({ githubToken, env }: CredentialSourceOptions): Credential | undefined {
  if (!githubToken) return undefined
  const username = env['GITHUB_ACTOR'] || 'token'
  return { kind: 'basic', username, password: githubToken, source: 'github-token' }
}

function configuredSource(options: CredentialSourceOptions): CredentialSource {
  const files = authFiles(options).map((location) => memoize(() => readAuthFile(location, options)))
  const ask = memoize((name: string, address: string) => askHelper(name, address, options.env))
  return async (registry, repository) => {
    for (const read of files) {
      const file = await read()
      const credential = file && (await configuredCredential(file, registry, repository, ask))
      if (credential) return credential
    }
    return undefined
  }
}

/**
 * A file that a variable names is there on purpose, so it comes first; of two, REGISTRY_AUTH_FILE,
 * which is about nothing but credentials. Otherwise Docker's is before Podman's, as it is for crane;
 * Podman's own order (containers-auth.json(5)) is the reverse.
 */
function authFiles({ env, homeDirectory }: CredentialSourceOptions): readonly AuthFileLocation[] {
  const docker = dockerConfigFile(env, homeDirectory)
  const named = namedAuthFile(env)
  return named
    ? [named, docker]
    : [docker, ...usualAuthFiles(env, homeDirectory, process.getuid?.())]
}
