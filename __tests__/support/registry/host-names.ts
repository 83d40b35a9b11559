import type { IncomingMessage } from 'node:http'
import type { Origins } from './context.ts'
import type { OriginName } from './request-log.ts'

/**
 * The names of both origins. What a client does by the name of a host (Docker Hub's aliases, the
 * workflow's token for ghcr.io, whose token service is trusted) shows only under the name itself.
 */
export interface HostNames {
  readonly registry: string
  readonly other: string
}

/** Returns which of the origins a request to the proxy asks for, and its address. */
export function originOf(
  { url = '' }: Pick<IncomingMessage, 'url'>,
  origins: Origins,
): { readonly name: OriginName; readonly origin: string } {
  const origin = /^http:\/\/[^/]+/.exec(url)?.[0] ?? ''
  if (origin === origins.registry) return { name: 'registry', origin }
  if (origin === origins.other) return { name: 'other', origin }
  return { name: 'elsewhere', origin: origin || origins.registry }
}
