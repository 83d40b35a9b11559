import type { Traffic } from '../job.ts'
import { formatSize } from './size.ts'

/** Returns what a job cost, in a few words. */
export function formatTraffic({ requests, retries, bytesSent, bytesReceived }: Traffic): string {
  const counts = [count(requests, 'request', 'requests'), count(retries, 'retry', 'retries')]
  return `${counts.join(', ')}, ${formatSize(bytesSent)} sent, ${formatSize(bytesReceived)} received`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
