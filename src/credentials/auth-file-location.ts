import { createReadStream } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { OciError } from '../oci/error.ts'
import { namesBelow, workspaceAt } from '../workspace.ts'
import { type AuthFile, invalidAuthFile, parseAuthFile } from './auth-file.ts'

/** Where a file with credentials may be. */
export interface AuthFileLocation {
  readonly owner: 'Docker' | 'Podman'
  readonly path: string
  /** The environment variable that names it, where one does. */
  readonly variable?: string
}

/** The directories that decide how a file is shown, and whether it is trusted. */
export interface Directories {
  readonly homeDirectory: string
  /** Where repositories are checked out: GITHUB_WORKSPACE. */
  readonly workspace?: string
}

/** 1 MiB: an entry is a few kB at most, so more than this is no file of credentials. */
const MAX_BYTES = 1 << 20

/**
 * Returns the file at the location, or undefined if there is none or it is empty.
 *
 * Throws CREDENTIALS_INVALID, which names the file and never its content, if it cannot be read, is
 * larger than 1 MiB or not in the form of such a file, or if it lies in the workspace: a pull
 * request that is checked out there could bring it, with a credential helper to run.
 */
export async function readAuthFile(
  location: AuthFileLocation,
  { homeDirectory, workspace }: Directories,
): Promise<AuthFile | undefined> {
  const name = `${location.owner} configuration ${withTilde(location.path, homeDirectory)}`
  try {
    const path = await realpath(location.path)
    if (workspace && (await isInWorkspace(path, workspace))) throw planted(location, name)
    return parseAuthFile(await readBounded(path, name), name)
  } catch (cause) {
    if (cause instanceof OciError) throw cause
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new OciError('CREDENTIALS_INVALID', `${name} cannot be read: ${code}`, {
      advice: 'Make it readable for the user that runs this, or give username and password.',
      cause,
    })
  }
}

async function isInWorkspace(path: string, workspace: string): Promise<boolean> {
  return (await workspaceAt(workspace)).really(path) !== undefined
}

function planted({ variable }: AuthFileLocation, name: string): OciError {
  return new OciError(
    'CREDENTIALS_INVALID',
    `${name} lies in the workspace, where a checked-out pull request could have put it`,
    {
      advice: variable
        ? `Let ${variable} name a place outside the workspace, such as one under RUNNER_TEMP.`
        : 'Move it out of the workspace, or give username and password.',
    },
  )
}

async function readBounded(path: string, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: MAX_BYTES })) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  if (bytes.length > MAX_BYTES) throw invalidAuthFile(name, `is larger than ${MAX_BYTES} bytes`)
  return bytes
}

function withTilde(path: string, homeDirectory: string): string {
  const names = namesBelow(homeDirectory, path)
  return names ? join('~', ...names) : path
}
