import type { Stats } from 'node:fs'
import { glob, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Platform } from '../oci/descriptor.ts'
import { InputError } from '../oci/error.ts'
import { type FileLine, fillPlaceholders, parseFileLine } from './line.ts'

/** A file to attach, before it is read. */
export interface FoundFile {
  readonly path: string
  /** The media type that the line gives. */
  readonly mediaType?: string
}

/**
 * Returns the files that the lines name, in the order of the lines, those of a glob sorted by path,
 * each file once. Placeholders take the platform's values, or match any where none is given.
 *
 * Throws InputError (input `files`) for a line that matches no file, a path that is not a file or
 * cannot be looked at, and a file that is named with two media types.
 */
export async function findFiles(
  lines: readonly string[],
  platform: Platform | undefined,
): Promise<readonly FoundFile[]> {
  const found = await Promise.all(lines.map((line) => findLine(line, platform)))
  const unique = new Map<string, FoundFile>()
  for (const file of found.flat()) {
    const path = resolve(file.path)
    const first = unique.get(path) ?? file
    if (first.mediaType !== file.mediaType) {
      throw new InputError('files', `${file.path} is named twice, with different media types`)
    }
    unique.set(path, first)
  }
  return [...unique.values()]
}

async function findLine(
  text: string,
  platform: Platform | undefined,
): Promise<readonly FoundFile[]> {
  const whole = fillPlaceholders(text, platform)
  if (await isFile(whole)) return [{ path: whole }]
  const line = parseFileLine(text)
  const pattern = fillPlaceholders(line.pattern, platform)
  const paths = (await isFile(pattern)) ? [pattern] : await matches(pattern)
  if (paths.length === 0) throw await noMatch(line, pattern)
  return paths.map((path) => ({ path, ...(line.mediaType && { mediaType: line.mediaType }) }))
}

async function matches(pattern: string): Promise<readonly string[]> {
  const paths: string[] = []
  for await (const entry of glob(pattern, { withFileTypes: false })) {
    if (await isFile(entry)) paths.push(entry)
  }
  return paths.sort()
}

async function isFile(path: string): Promise<boolean> {
  return (await lookAt(path))?.isFile() ?? false
}

async function lookAt(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    if (isAbsence(error)) return undefined
    throw new InputError('files', `cannot look at ${path}: ${(error as Error).message}`)
  }
}

/** A path that is too long, or below a file, is as absent as one that is not there. */
function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE'].includes(code)
}

async function noMatch(line: FileLine, pattern: string): Promise<InputError> {
  const stats = await lookAt(pattern)
  if (stats?.isDirectory()) {
    const advice = `Name its files, all of them by ${join(pattern, '*')}.`
    return new InputError('files', `${pattern} is a directory`, advice)
  }
  if (stats) {
    return new InputError('files', `${pattern} is not a regular file`, 'Write it to a file first.')
  }
  const isGlob = /[*?[{]/.test(pattern)
  const what = isGlob ? `no file matches ${pattern}` : `there is no file ${pattern}`
  return new InputError('files', what, await adviceOnAbsence(line, pattern))
}

async function adviceOnAbsence({ mediaType }: FileLine, pattern: string): Promise<string> {
  if (mediaType) {
    return `What follows the last colon was taken as the media type ${mediaType}. Paths are relative to the working directory.`
  }
  const colon = pattern.lastIndexOf(':')
  if (colon > 0 && (await isFile(pattern.slice(0, colon)))) {
    const type = JSON.stringify(pattern.slice(colon + 1))
    return `There is one before the colon, but ${type} is not a media type, such as application/spdx+json.`
  }
  return 'Paths are relative to the working directory; check that an earlier step has written the file.'
}
