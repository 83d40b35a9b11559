import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Returns the files below the directory by their paths from it, with `/`, and what each holds; nothing
 * of a directory that is not there. Folders and links are not in it.
 */
export async function treeOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  const contents = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [path.slice(directory.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8')]
  })
  return Object.fromEntries(await Promise.all(contents))
}
