import { basename, resolve, sep } from 'node:path'

/**
 * Returns the title of each path's layer, which is the name it is pulled as: the file's name, or,
 * where two files of one artifact have the same, each path below their common folder, with `/`.
 */
export function titlesOf(paths: readonly string[]): readonly string[] {
  const whole = paths.map((path) => resolve(path))
  const names = whole.map((path) => basename(path))
  if (new Set(names).size === names.length) return names
  const parts = whole.map((path) => path.split(sep))
  const common = commonFolder(parts)
  return parts.map((path) => path.slice(common).join('/'))
}

function commonFolder(paths: readonly (readonly string[])[]): number {
  const shortest = Math.min(...paths.map((path) => path.length - 1))
  for (let depth = 0; depth < shortest; depth += 1) {
    if (new Set(paths.map((path) => path[depth])).size > 1) return depth
  }
  return shortest
}
