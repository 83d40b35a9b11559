import type { Traffic } from '../job.ts'
import { counted } from '../oci/counted.ts'
import { formatSize } from './size.ts'

/** Returns what a job cost, in a few words. */
export function formatTraffic({ requests, retries, bytesSent, bytesReceived }: Traffic): string {
  const counts = [counted(requests, 'request'), counted(retries, 'retry', 'retries')]
  return `${counts.join(', ')}, ${formatSize(bytesSent)} sent, ${formatSize(bytesReceived)} received`
}
