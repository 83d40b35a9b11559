import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FaultProxy, startFaultProxy } from '../../../support/fault-proxy.ts'
import { type Clients, openClients } from '../clients.ts'
import type { RealRegistry } from '../real-registry.ts'

/** What seeded runs stand on. */
export interface SoakGround {
  readonly registry: RealRegistry
  readonly clients: Clients
  /** Leads to the registry; has mishaps. */
  readonly proxy: FaultProxy
  readonly close: () => Promise<void>
}

/** Returns the ground on the registry that `start` starts; it must be closed. */
export async function openSoakGround(start: () => Promise<RealRegistry>): Promise<SoakGround> {
  const registry = await start()
  const root = await mkdtemp(join(tmpdir(), 'soak-'))
  const clients = await openClients(root, registry)
  const proxy = await startFaultProxy(Number(registry.host.split(':')[1]))
  return {
    registry,
    clients,
    proxy,
    async close() {
      await proxy.close()
      await registry.stop()
      await rm(root, { recursive: true, force: true })
    },
  }
}
