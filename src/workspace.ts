import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'

/** The names that lead from a directory to what is in it; none for the directory itself. */
export type NamesBelow = readonly string[]

/**
 * Where repositories are checked out: what is in it may have been written by whoever opened a pull
 * request, symbolic links too, and those lead anywhere.
 */
export interface Workspace {
  /** Returns how the path leads into the workspace, as it is written, or undefined if it does not. */
  written(path: string): WrittenPath | undefined
  /** Returns where what the path leads to really is in the workspace, or undefined if it is not. */
  really(real: string): NamesBelow | undefined
}

/** A path in the workspace; links on it are not looked at. */
export interface WrittenPath {
  /** The workspace, by the name that the path has for it. */
  readonly root: string
  readonly names: NamesBelow
}

/** Returns the workspace of the environment (GITHUB_WORKSPACE), or undefined if there is none. */
export async function workspaceOf(env: NodeJS.ProcessEnv): Promise<Workspace | undefined> {
  const named = env['GITHUB_WORKSPACE']
  return named ? workspaceAt(named) : undefined
}

/** Returns the directory as the workspace. */
export async function workspaceAt(directory: string): Promise<Workspace> {
  const root = resolve(directory)
  // The working directory is told by its real path, the workspace by the one that was configured.
  const real = await realpath(root).catch(() => root)
  return {
    written(path) {
      for (const each of [root, real]) {
        const names = namesBelow(each, resolve(path))
        if (names) return { root: each, names }
      }
      return undefined
    },
    really: (path) => namesBelow(real, path),
  }
}

/** Returns the names that lead from the directory to the path as it is written, or undefined if it is not in it. */
export function namesBelow(directory: string, path: string): NamesBelow | undefined {
  const below = relative(directory, path)
  const names = below === '' ? [] : below.split(sep)
  return names[0] === '..' || isAbsolute(below) ? undefined : names
}
