import { join, resolve } from 'node:path'
import type { AuthFileLocation } from './auth-file-location.ts'
import type { Environment } from './environment.ts'

/**
 * Returns where Docker's configuration is: `config.json` in the directory that DOCKER_CONFIG names,
 * else in `~/.docker` (docker/cli, cli/config/config.go; an empty variable counts as unset).
 */
export function dockerConfigFile(env: Environment, homeDirectory: string): AuthFileLocation {
  const directory = env['DOCKER_CONFIG']
  return directory
    ? { owner: 'Docker', path: resolve(directory, 'config.json'), variable: 'DOCKER_CONFIG' }
    : { owner: 'Docker', path: join(homeDirectory, '.docker', 'config.json') }
}
