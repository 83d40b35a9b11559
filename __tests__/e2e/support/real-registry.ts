import { peerPath } from './peers.ts'
import { startServer } from './server-process.ts'

/** A registry of others, in a process of its own on the loopback interface. */
export interface RealRegistry {
  readonly name: 'distribution' | 'gcr' | 'cue'
  /** `127.0.0.1:PORT`. */
  readonly host: string
  /** Set if it speaks HTTPS: the certificate to trust. */
  readonly caFile?: string
  /** Set if it wants credentials. */
  readonly username?: string
  readonly password?: string
  readonly hasReferrersApi: boolean
  /** Set if it keeps what it has in files: where. */
  readonly storage?: string
  readonly stop: () => Promise<void>
}

/** Returns go-containerregistry's registry: has the referrers API, sends no OCI-Subject. */
export async function startGcr(): Promise<RealRegistry> {
  const server = await startServer(await peerPath('gcr'), ['127.0.0.1:0'])
  return { name: 'gcr', hasReferrersApi: true, ...server }
}

/** Returns the registry of CUE's ociregistry: has the referrers API. */
export async function startCue(): Promise<RealRegistry> {
  const server = await startServer(await peerPath('cue'), ['127.0.0.1:0'])
  return { name: 'cue', hasReferrersApi: true, ...server }
}
