import type { Traffic } from '../job.ts'

/** Adds up what a job costs. */
export interface TrafficMeter {
  countRequest(): void
  countRetry(): void
  countSent(bytes: number): void
  countReceived(bytes: number): void
  /** Returns the sums so far: requests of every kind, bytes of bodies without headers. */
  total(): Traffic
}

/** Returns a meter that stands at nothing. */
export function createTrafficMeter(): TrafficMeter {
  let [requests, retries, bytesSent, bytesReceived] = [0, 0, 0, 0]
  return {
    countRequest: () => {
      requests += 1
    },
    countRetry: () => {
      retries += 1
    },
    countSent: (bytes) => {
      bytesSent += bytes
    },
    countReceived: (bytes) => {
      bytesReceived += bytes
    },
    total: () => ({ requests, retries, bytesSent, bytesReceived }),
  }
}
