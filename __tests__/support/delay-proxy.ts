import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'

export interface DelayProxy {
  /** `127.0.0.1:PORT`, in place of the target's. */
  readonly host: string
  close(): Promise<void>
}

/**
 * Starts a TCP proxy to a loopback port that delays everything by `delayMs` in each direction, so a
 * round trip takes twice that, at any bandwidth. It hands on a Host header as it is.
 */
export async function startDelayProxy(targetPort: number, delayMs: number): Promise<DelayProxy> {
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const target = createConnection({
      host: '127.0.0.1',
      port: targetPort,
      allowHalfOpen: true,
      noDelay: true,
    })
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(from)
      from.once('close', () => sockets.delete(from))
      forward(from, to, delayMs)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** Timers of the same length fire in the order they were set, so the bytes stay in order. */
function forward(from: Socket, to: Socket, delayMs: number): void {
  const later = (action: () => void) => setTimeout(action, delayMs)
  from.on('data', (chunk) => later(() => to.writable && to.write(chunk)))
  from.on('end', () => later(() => to.end()))
  // A broken connection breaks the other side too; the error itself is the clients' to see.
  from.on('error', () => to.destroy())
  from.on('close', (hadError) => hadError && to.destroy())
}
