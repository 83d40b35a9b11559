import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** A program that `scripts/peers.sh` installs. */
export type PeerName =
  | 'act'
  | 'actionlint'
  | 'conformance'
  | 'cosign'
  | 'crane'
  | 'cue'
  | 'gcr'
  | 'node-24.4'
  | 'oras'
  | 'regctl'
  | 'registry'

export const peersDirectory = fileURLToPath(new URL('../../../.peers/bin', import.meta.url))

/** Returns the path of the program; throws, saying how to install it, if it is not there. */
export async function peerPath(name: PeerName): Promise<string> {
  const path = `${peersDirectory}/${name}`
  try {
    await access(path)
  } catch (cause) {
    throw new Error(`${name} is not installed: run scripts/peers.sh`, { cause })
  }
  return path
}
