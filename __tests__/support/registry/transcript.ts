import { emptyConfig } from '../../../src/oci/pack.ts'
import type { RecordedRequest } from './request-log.ts'

/**
 * Returns a line `METHOD path -> status` for each request, the same for every run of the same job:
 * ordered by round trip and then by text, digests replaced by `<name>` where `names` has them by
 * name, else by `<digest N>`, identities of uploads and their state left out, at the second origin
 * with `other-origin` before the path.
 */
export function transcript(
  requests: readonly RecordedRequest[],
  names: Readonly<Record<string, string>> = {},
): readonly string[] {
  const lines = depths(requests)
    .map(({ request, depth }) => ({ depth, line: describe(request) }))
    .sort((a, b) => a.depth - b.depth || (a.line < b.line ? -1 : 1))
    .map(({ line }) => line)
  const known = Object.entries({ empty: emptyConfig.descriptor.digest, ...names })
  return nameDigests(lines, new Map(known.map(([name, digest]) => [digest, `<${name}>`])))
}

/**
 * Returns how many round trips the requests took: the length of the longest chain of requests each
 * of which arrived after the one before was answered. It tells what a client sends together only if
 * the registry has a latency, during which the others can arrive.
 */
export function roundTrips(requests: readonly RecordedRequest[]): number {
  return Math.max(0, ...depths(requests).map(({ depth }) => depth))
}

interface DeepRequest {
  readonly request: RecordedRequest
  readonly depth: number
}

function depths(requests: readonly RecordedRequest[]): readonly DeepRequest[] {
  const found: DeepRequest[] = []
  for (const request of requests.toSorted((a, b) => a.arrived - b.arrived)) {
    const before = found.filter(({ request: { answered } }) => answered < request.arrived)
    found.push({ request, depth: 1 + Math.max(0, ...before.map(({ depth }) => depth)) })
  }
  return found
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

function describe({ origin, method, path, status }: RecordedRequest): string {
  const readable = decodeURIComponent(path)
    .replace(/_state=[^&]*/, '_state=<state>')
    .replace(uuid, '<upload>')
  return `${method} ${origin === 'other' ? 'other-origin' : ''}${readable} -> ${status}`
}

function nameDigests(
  lines: readonly string[],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const all = new Map(names)
  const nameOf = (digest: string): string => {
    const name = all.get(digest) ?? `<digest ${all.size - names.size + 1}>`
    all.set(digest, name)
    return name
  }
  return lines.map((line) =>
    line.replace(/(sha256|sha512)([:-])([0-9a-f]{64,128})/g, (_all, algorithm, joint, encoded) => {
      const name = nameOf(`${algorithm}:${encoded}`)
      return joint === ':' ? name : `${algorithm}-${name}`
    }),
  )
}
