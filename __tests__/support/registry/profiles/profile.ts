import type { JsonObject } from '../../../../src/oci/json.ts'
import type { CredentialHelper } from '../../credentials-environment.ts'
import type { HostNames } from '../host-names.ts'
import type { TestRegistryOptions } from '../start-test-registry.ts'

/**
 * A registry of the field, imitated from what is published of it: its quirks cite the facts, and what
 * is known of none is as the specification has it. Its names are its own, and requests to them reach
 * it through its proxy.
 */
export interface Profile {
  readonly name: string
  readonly options: TestRegistryOptions & { readonly names: HostNames }
  /** As references name it, if not as its API's host. */
  readonly registry?: string
  /** A repository as its users name them. */
  readonly repository: string
  /** How a workflow of its users logs in. */
  readonly login: Login
  /** How the registry is to list what is attached. */
  readonly via: 'referrers-api' | 'referrers-tag'
  /** What it takes to push, in the words of the advice to those who may not. */
  readonly permission: string
}

export type Login =
  /** The inputs `username` and `password`. */
  | { readonly by: 'inputs'; readonly username: string; readonly password: string }
  /** What `docker login` and the clouds' own login actions leave in Docker's configuration. */
  | { readonly by: 'docker-config'; readonly auths: Readonly<Record<string, JsonObject>> }
  | { readonly by: 'credential-helper'; readonly name: string; readonly helper: CredentialHelper }
  /** The workflow's own token, of the user who started it. */
  | { readonly by: 'github-token'; readonly actor: string; readonly token: string }

/** Returns an entry of `auths` as `docker login` writes it. */
export function dockerLogin(username: string, password: string): JsonObject {
  return { auth: Buffer.from(`${username}:${password}`).toString('base64') }
}

/** What the advice says where nothing more is known of a registry. */
export const PUSH = 'permission to push to the repository'
