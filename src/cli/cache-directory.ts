import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { PROGRAM } from '../version.ts'

/**
 * Returns the path of the user's folder for what later commands may use again
 * (XDG Base Directory Specification 0.8: a relative path counts as none).
 */
export function cacheDirectoryOf(env: NodeJS.ProcessEnv): string {
  const stated = env['XDG_CACHE_HOME'] ?? ''
  const caches = isAbsolute(stated) ? stated : join(env['HOME'] || homedir(), '.cache')
  return join(caches, PROGRAM)
}
