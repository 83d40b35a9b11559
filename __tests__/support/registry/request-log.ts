import type { IncomingHttpHeaders } from 'node:http'

/**
 * Which of the two origins: the registry itself, or the one its redirects lead to. `elsewhere`: a host
 * of another name, which was asked for through the registry's proxy.
 */
export type OriginName = 'registry' | 'other' | 'elsewhere'

/** A request that the registry, or its second origin, got. */
export interface RecordedRequest {
  readonly origin: OriginName
  readonly method: string
  /** With the query, as sent. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly authorization: 'none' | 'basic' | 'bearer' | 'other'
  /** Bytes of the body. */
  readonly size: number
  /** `dropped`: the connection broke before an answer was sent. */
  readonly status: number | 'dropped'
  /**
   * Its arrival and its answer among the arrivals and answers of all requests: a request was sent
   * after another was answered exactly if its `arrived` is above the other's `answered`.
   */
  readonly arrived: number
  readonly answered: number
  /** How many other requests were under way when it arrived. */
  readonly inFlight: number
}

export interface RequestLog {
  /** Those answered so far, in the order of arrival. */
  requests(): readonly RecordedRequest[]
  /** Notes an arrival and returns how to note the answer. */
  arrive(request: ArrivedRequest): (status: RecordedRequest['status'], size: number) => void
}

type ArrivedRequest = Pick<RecordedRequest, 'origin' | 'method' | 'path' | 'headers'>

/** Returns a log with nothing in it. */
export function createRequestLog(): RequestLog {
  const answered: RecordedRequest[] = []
  let events = 0
  let open = 0
  return {
    requests: () => answered.toSorted((a, b) => a.arrived - b.arrived),
    arrive(request) {
      events += 1
      const arrived = events
      const inFlight = open
      open += 1
      return (status, size) => {
        events += 1
        open -= 1
        const authorization = authorizationOf(request.headers)
        answered.push({
          ...request,
          authorization,
          size,
          status,
          arrived,
          answered: events,
          inFlight,
        })
      }
    },
  }
}

function authorizationOf({ authorization }: IncomingHttpHeaders): RecordedRequest['authorization'] {
  if (authorization === undefined) return 'none'
  const scheme = authorization.split(' ')[0]?.toLowerCase()
  return scheme === 'basic' || scheme === 'bearer' ? scheme : 'other'
}
