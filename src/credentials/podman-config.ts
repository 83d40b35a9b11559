import { join, resolve } from 'node:path'
import type { AuthFileLocation } from './auth-file-location.ts'
import type { Environment } from './environment.ts'

/**
 * Returns the file that REGISTRY_AUTH_FILE names, or undefined. Podman then reads none of the files
 * at their usual places (podman-login(1), `--authfile`).
 */
export function namedAuthFile(env: Environment): AuthFileLocation | undefined {
  const file = env['REGISTRY_AUTH_FILE']
  return file ? { owner: 'Podman', path: resolve(file), variable: 'REGISTRY_AUTH_FILE' } : undefined
}

/**
 * Returns where Podman, Buildah and Skopeo keep credentials, in the order in which they look
 * (containers-auth.json(5)): the runtime directory, then the configuration directory. Without
 * XDG_RUNTIME_DIR, as in a container job, `podman login` writes to `/run/containers/UID`
 * (containers/image, pkg/docker/config/config.go); `userId` is absent on Windows.
 */
export function usualAuthFiles(
  env: Environment,
  homeDirectory: string,
  userId: number | undefined,
): readonly AuthFileLocation[] {
  const perUser = userId === undefined ? undefined : `/run/containers/${userId}/auth.json`
  const runtime = authFileBelow(env['XDG_RUNTIME_DIR']) ?? perUser
  const configuration = authFileBelow(env['XDG_CONFIG_HOME'] || join(homeDirectory, '.config'))
  return [runtime, configuration]
    .filter((path) => path !== undefined)
    .map((path) => ({ owner: 'Podman', path }))
}

function authFileBelow(directory: string | undefined): string | undefined {
  return directory ? resolve(directory, 'containers', 'auth.json') : undefined
}
