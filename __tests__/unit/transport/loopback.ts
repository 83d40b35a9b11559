import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { afterEach } from '@jest/globals'
import {
  type ConnectionOptions,
  type Connections,
  openConnections,
} from '../../../src/transport/send.ts'
import { createTrafficMeter } from '../../../src/transport/traffic.ts'
import { listenOnLoopback } from '../../support/loopback-server.ts'
import { CERTIFICATE, KEY } from './test-certificates.ts'

/** HTTP/2 comes first, and is not spoken: a client that offers it fails. */
const preferences = ['h2', 'http/1.1']

/** Starts servers on free loopback ports and clients, all of which are closed after each test. */
export interface Loopback {
  readonly http: (listener: RequestListener) => Promise<URL>
  readonly https: (listener: RequestListener, certificate?: string) => Promise<URL>
  readonly tcp: (listener: (socket: Socket) => void) => Promise<URL>
  readonly connect: (options?: Partial<ConnectionOptions>) => Connections
}

/** Returns how to start servers and clients for each test of the file. */
export function useLoopback(): Loopback {
  const closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()))
  })

  async function listen(server: Server, scheme: string): Promise<URL> {
    const { host, close } = await listenOnLoopback(server)
    closing.push(close)
    return new URL(`${scheme}://${host}/`)
  }

  return {
    http: (listener) => listen(createServer(listener), 'http'),
    https: (listener, certificate = CERTIFICATE) =>
      listen(
        createSecureServer({ cert: certificate, key: KEY, ALPNProtocols: preferences }, listener),
        'https',
      ),
    tcp: (listener) => listen(createTcpServer(listener), 'http'),
    connect(options = {}) {
      const connections = openConnections({ env: {}, traffic: createTrafficMeter(), ...options })
      closing.push(connections.close)
      return connections
    },
  }
}
