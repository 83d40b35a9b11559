import type { Pulled, PullRequest } from '../job.ts'
import { formatSize } from './size.ts'

/** Returns a line that tells how much was pulled, and where to. */
export function formatPulled({ directory }: PullRequest, pulled: readonly Pulled[]): string {
  const bytes = pulled.reduce((sum, { size }) => sum + size, 0)
  const files = pulled.length === 1 ? '1 file' : `${pulled.length} files`
  return `Pulled ${files} (${formatSize(bytes)}) into ${directory}`
}
