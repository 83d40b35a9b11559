import type { Credential } from '../transport/credential.ts'
import { credentialOfEntry } from './auth-entry.ts'
import type { AuthFile } from './auth-file.ts'
import { keysFor, serverAddress } from './auth-key.ts'

/** Asks the credential helper of this name for the server address; undefined if it has none. */
export type AskHelper = (name: string, serverAddress: string) => Promise<Credential | undefined>

/**
 * Returns the credential that a configuration file has for the repository, or undefined.
 *
 * The registry's own helper comes before the store for all of them. Where there is either, it alone
 * decides, and `auths` is not read, as in Docker (docker/cli, getConfiguredCredentialStore and
 * nativeStore.Get); a helper with an empty name turns the store off for its registry.
 * Throws CREDENTIALS_INVALID as `credentialOfEntry` and the helper do.
 */
export async function configuredCredential(
  file: AuthFile,
  registry: string,
  repository: string,
  ask: AskHelper,
): Promise<Credential | undefined> {
  const [key] = keysFor(file.credHelpers.keys(), registry, '')
  const helper = key === undefined ? file.credsStore : file.credHelpers.get(key)
  return helper
    ? await ask(helper, key ?? serverAddress(registry))
    : storedCredential(file, registry, repository)
}

function storedCredential(
  file: AuthFile,
  registry: string,
  repository: string,
): Credential | undefined {
  for (const key of keysFor(file.auths.keys(), registry, repository)) {
    const credential = credentialOfEntry(file.auths.get(key) ?? {}, key, file.name)
    if (credential) return credential
  }
  return undefined
}
