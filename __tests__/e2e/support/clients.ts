import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type PeerName, peerPath } from './peers.ts'
import type { RealRegistry } from './real-registry.ts'

/** Returns what the client printed on stdout; throws with its stderr if it failed. */
export type RunClient = (...args: readonly string[]) => Promise<string>

/** Clients of others, set up for one registry. */
export interface Clients {
  /** Where they run: files may be named relative to it. */
  readonly directory: string
  readonly oras: RunClient
  readonly regctl: RunClient
  readonly crane: RunClient
  readonly cosign: RunClient
  /** The environment they run in; its Docker configuration has the registry's credentials. */
  readonly env: NodeJS.ProcessEnv
}

/** A registry as clients reach it. */
export interface ReachedRegistry
  extends Pick<RealRegistry, 'host' | 'caFile' | 'username' | 'password'> {
  /** The key of its credentials in Docker's configuration, if that is not its host. */
  readonly credentialsKey?: string
  /** The HTTP proxy that leads to it. */
  readonly proxy?: string
}

/**
 * Returns the clients, with new folders below the root as their home, so that neither the user's
 * configuration nor their credentials are read, and as where they run. Without a registry they are
 * for image layouts.
 */
export async function openClients(root: string, registry?: ReachedRegistry): Promise<Clients> {
  const home = join(root, 'home')
  const directory = join(root, 'workspace')
  const dockerConfig = join(home, '.docker')
  await mkdir(dockerConfig, { recursive: true })
  await mkdir(directory)
  await writeFile(join(dockerConfig, 'config.json'), JSON.stringify(dockerConfiguration(registry)))
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    DOCKER_CONFIG: dockerConfig,
    // Go's TLS reads the trusted certificates from here, whatever the client's own options are.
    ...(registry?.caFile !== undefined && { SSL_CERT_FILE: registry.caFile }),
    COSIGN_PASSWORD: '',
    ...(registry?.proxy !== undefined && { HTTP_PROXY: registry.proxy }),
  }
  const run = (name: PeerName, args: readonly string[]): Promise<string> =>
    runPeer(name, args, { cwd: directory, env })
  const plainHttp = registry !== undefined && registry.caFile === undefined
  return {
    directory,
    env,
    oras: (...args) => run('oras', plainHttp ? [...args, plainHttpOption(args)] : args),
    regctl: (...args) =>
      run('regctl', plainHttp ? ['--host', `reg=${registry.host},tls=disabled`, ...args] : args),
    crane: (...args) => run('crane', args),
    cosign: (...args) =>
      run('cosign', plainHttp && isForRegistry(args) ? [...args, '--allow-http-registry'] : args),
  }
}

function plainHttpOption([command]: readonly string[]): string {
  return command === 'cp' ? '--to-plain-http' : '--plain-http'
}

function isForRegistry([command]: readonly string[]): boolean {
  return command !== 'generate-key-pair'
}

function dockerConfiguration(registry: ReachedRegistry | undefined): object {
  if (registry?.username === undefined) return {}
  const auth = Buffer.from(`${registry.username}:${registry.password}`).toString('base64')
  return { auths: { [registry.credentialsKey ?? registry.host]: { auth } } }
}

async function runPeer(
  name: PeerName,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<string> {
  const path = await peerPath(name)
  try {
    const { stdout } = await promisify(execFile)(path, args, {
      ...options,
      maxBuffer: 64 * 1024 * 1024,
      timeout: 60_000,
    })
    return stdout
  } catch (cause) {
    const stderr = cause instanceof Error && 'stderr' in cause ? cause.stderr : cause
    throw new Error(`${name} ${args.join(' ')} failed: ${stderr}`, { cause })
  }
}
