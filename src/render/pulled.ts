import type { Pulled, PullRequest } from '../job.ts'
import { counted } from '../oci/counted.ts'
import { formatSize } from './size.ts'

/** Returns a line that tells how much was pulled, and where to. */
export function formatPulled({ directory }: PullRequest, pulled: readonly Pulled[]): string {
  const bytes = pulled.reduce((sum, { size }) => sum + size, 0)
  return `Pulled ${counted(pulled.length, 'file')} (${formatSize(bytes)}) into ${directory}`
}
