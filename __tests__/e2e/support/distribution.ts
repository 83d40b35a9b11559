import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCertificate } from './certificate.ts'
import { peerPath } from './peers.ts'
import type { RealRegistry } from './real-registry.ts'
import { startServer } from './server-process.ts'

export interface DistributionOptions {
  /** Wants a user name and a password, by Basic authentication. */
  readonly htpasswd?: boolean
  /** Speaks HTTPS. */
  readonly tls?: boolean
}

const credentials = { username: 'tester', password: 'opensesame' }
/** The bcrypt hash of the password, as htpasswd files hold it. */
const passwordHash = '$2a$04$eJr0ptl6Kh2zichboKF8JuJFWOnJ/sw2kxIiG6vh8WAUW1rl3mb52'

/**
 * Returns CNCF distribution with an empty file system storage of its own; it has no referrers API.
 * Its files go when it is stopped.
 */
export async function startDistribution(options: DistributionOptions = {}): Promise<RealRegistry> {
  const directory = await mkdtemp(join(tmpdir(), 'distribution-'))
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true })
  try {
    const certificate = options.tls ? await makeCertificate(directory) : undefined
    const configFile = join(directory, 'config.json')
    await writeFile(join(directory, 'htpasswd'), `${credentials.username}:${passwordHash}\n`)
    await writeFile(configFile, JSON.stringify(configuration(directory, options)))
    const server = await startServer(await peerPath('registry'), ['serve', configFile], {
      // Else it tries to reach a collector of traces.
      OTEL_TRACES_EXPORTER: 'none',
    })
    return {
      name: 'distribution',
      hasReferrersApi: false,
      host: server.host,
      storage: storageIn(directory),
      ...(certificate && { caFile: certificate.certFile }),
      ...(options.htpasswd && credentials),
      stop: async () => {
        await server.stop()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

function storageIn(directory: string): string {
  return join(directory, 'storage')
}

/** Returns the registry's configuration as JSON, which is YAML too. */
function configuration(directory: string, { htpasswd, tls }: DistributionOptions): object {
  return {
    version: '0.1',
    log: { accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: storageIn(directory) } },
    ...(htpasswd && {
      auth: { htpasswd: { realm: 'test', path: join(directory, 'htpasswd') } },
    }),
    http: {
      addr: '127.0.0.1:0',
      ...(tls && {
        tls: { certificate: join(directory, 'cert.pem'), key: join(directory, 'key.pem') },
      }),
    },
  }
}
