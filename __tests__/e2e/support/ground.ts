import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { type Clients, openClients } from './clients.ts'
import { startDistribution } from './distribution.ts'
import { type RealRegistry, startCue, startGcr } from './real-registry.ts'

/** What a test on a real registry stands on: the registry, its clients and a directory for files. */
export interface Ground {
  readonly registry: RealRegistry
  readonly clients: Clients
  /** Where the clients run; goes with the ground. */
  readonly directory: string
  readonly close: () => Promise<void>
}

/** A row of `describe.each`: the name of a real registry, and how to start it. */
type RegistryRow = readonly [string, () => Promise<RealRegistry>]

/** One registry without the referrers API and one with it, where no more than that matters. */
export const registriesOfBothKinds: readonly RegistryRow[] = [
  ['distribution', () => startDistribution()],
  ["go-containerregistry's registry", startGcr],
]

export const registries: readonly RegistryRow[] = [
  ...registriesOfBothKinds,
  ['distribution with TLS and htpasswd', () => startDistribution({ tls: true, htpasswd: true })],
  ["CUE's registry", startCue],
]

/**
 * Opens the ground on the registry that `start` starts before the tests of the enclosing `describe`,
 * closes it after them, also when one fails, and returns how a test gets it.
 */
export function useGround(start: () => Promise<RealRegistry>): () => Ground {
  let ground: Ground | undefined
  beforeAll(async () => {
    ground = await openGround(start)
  })
  afterAll(async () => {
    await ground?.close()
  })
  return () => {
    if (!ground) throw new Error('the ground is there only while tests run')
    return ground
  }
}

async function openGround(start: () => Promise<RealRegistry>): Promise<Ground> {
  const registry = await start()
  const root = await mkdtemp(join(tmpdir(), 'e2e-'))
  const clients = await openClients(root, registry)
  return {
    registry,
    directory: clients.directory,
    clients,
    close: async () => {
      await registry.stop()
      await rm(root, { recursive: true, force: true })
    },
  }
}
