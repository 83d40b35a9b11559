import { realpath } from 'node:fs/promises'
import { InputError } from '../oci/error.ts'
import type { Workspace } from '../workspace.ts'

/** Where a checkout is kept, and with it, by default, the token that it was fetched with. */
const CHECKOUT = '.git'

/**
 * Throws InputError (input `files`) if a file that is named in the workspace is really outside of it, or in
 * a `.git` that its path does not name: the checkout may have brought the link, to have files of the machine
 * published. What is named elsewhere may be behind any links.
 */
export async function requireCheckedOut(
  path: string,
  workspace: Workspace | undefined,
): Promise<void> {
  const written = workspace?.written(path)
  if (!workspace || !written) return
  // Where that cannot be told, the file cannot be read either, and reading says why.
  const real = await realpath(path).catch(() => undefined)
  if (real === undefined) return
  const names = workspace.really(real)
  if (!names) throw leading(path, `out of the workspace, to ${real}`)
  if (names.includes(CHECKOUT) && !written.names.includes(CHECKOUT)) {
    throw leading(path, `into ${CHECKOUT}, to ${real}`)
  }
}

function leading(path: string, where: string): InputError {
  return new InputError(
    'files',
    `${path} leads ${where}`,
    'A checkout can bring such a link. If that file is meant, name it by that path, or copy it into the workspace.',
  )
}
