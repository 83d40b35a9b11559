import { lstat, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../oci/error.ts'
import type { Workspace } from '../workspace.ts'

/**
 * Throws InputError (input `pull-to`) if a symbolic link is on the way from the workspace to the directory,
 * or at its end: the checkout may have brought it, to have files of an artifact written anywhere. Links above
 * the workspace, and on the way to what is named elsewhere, are of whoever set up the machine or the job.
 */
export async function requireUnlinked(
  directory: string,
  workspace: Workspace | undefined,
): Promise<void> {
  const written = workspace?.written(directory)
  if (!written) return
  for (const [at] of written.names.entries()) {
    const path = join(written.root, ...written.names.slice(0, at + 1))
    const state = await stateOf(path)
    if (state === 'absent') return
    if (state === 'link') throw linked(path, await readlink(path))
  }
}

/** What cannot be looked at cannot be written to either, and writing says why. */
async function stateOf(path: string): Promise<'absent' | 'link' | 'other'> {
  const stats = await lstat(path).catch(() => undefined)
  if (!stats) return 'absent'
  return stats.isSymbolicLink() ? 'link' : 'other'
}

function linked(path: string, target: string): InputError {
  return new InputError(
    'pull-to',
    `${path} is a symbolic link, to ${target}: in the workspace none is followed, since a checkout can bring it`,
    'Name the directory that it leads to, if that is meant, or another one.',
  )
}
