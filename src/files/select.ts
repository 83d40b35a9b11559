import { resolve } from 'node:path'
import { mapConcurrently } from '../concurrency.ts'
import type { PlatformSelection } from '../job.ts'
import type { Platform } from '../oci/descriptor.ts'
import { InputError } from '../oci/error.ts'
import type { Workspace } from '../workspace.ts'
import { requireCheckedOut } from './checked-out.ts'
import { type FoundFile, findFiles } from './find.ts'
import { type InspectedFile, inspectFile, requireContent } from './inspect.ts'
import { hasPlaceholder } from './line.ts'

/** The files of a job: each looked up and read before the first request. */
export interface SelectedFiles {
  /** Every file that may be attached. */
  readonly all: readonly InspectedFile[]
  /** Those that are attached whatever platforms the image turns out to have. */
  readonly certain: readonly InspectedFile[]
  /**
   * Returns those for a subject of the platform. Throws InputError if a line has none for it, or one
   * that cannot be attached.
   */
  forPlatform(platform: Platform | undefined): Promise<readonly InspectedFile[]>
}

export interface SelectOptions {
  /** Ends the reading. */
  readonly signal?: AbortSignal
  /** Links in it lead to nothing outside of it. */
  readonly workspace?: Workspace
}

/** Files read at the same time: enough to keep a disk busy. */
const FILES_AT_ONCE = 8

/**
 * Returns the files that the lines name for the platforms of the job. Where every platform is
 * meant, its placeholders match any file until the image has told which platforms there are.
 *
 * Throws InputError (input `files`) for a line that matches no file, for a file that cannot be
 * attached, or that is not in the workspace though its path is, and for a placeholder without a
 * platform.
 */
export async function selectFiles(
  lines: readonly string[],
  selection: PlatformSelection,
  options: SelectOptions = {},
): Promise<SelectedFiles> {
  const template = lines.find(hasPlaceholder)
  if (template !== undefined && selection === 'subject') {
    throw new InputError(
      'files',
      `${template} depends on the platform, but no platform is given`,
      'Set platform, for example to all.',
    )
  }
  const platforms = template !== undefined && Array.isArray(selection) ? selection : [undefined]
  const found = await Promise.all(platforms.map((platform) => findFiles(lines, platform)))
  const inspected = await inspectAll(found.flat(), options)
  const inspectedOf = (files: readonly FoundFile[]): readonly InspectedFile[] =>
    files.map((file) => inspected.get(resolve(file.path)) ?? appeared(file))
  const all = [...inspected.values()]
  const fixed = lines.filter((line) => !hasPlaceholder(line))
  const certain = selection === 'all' ? inspectedOf(await findFiles(fixed, undefined)) : all
  certain.forEach(requireContent)
  return {
    all,
    certain,
    forPlatform: async (platform) => {
      if (template !== undefined && !platform) {
        throw new InputError('platform', `the image names no platform for ${template}`)
      }
      const files = inspectedOf(
        template === undefined ? found.flat() : await findFiles(lines, platform),
      )
      files.forEach(requireContent)
      return files
    },
  }
}

async function inspectAll(
  files: readonly FoundFile[],
  { signal, workspace }: SelectOptions,
): Promise<ReadonlyMap<string, InspectedFile>> {
  const unique = [...new Map(files.map((file) => [resolve(file.path), file])).values()]
  const inspected = await mapConcurrently(unique, FILES_AT_ONCE, async (file) => {
    await requireCheckedOut(file.path, workspace)
    return inspectFile(file, signal)
  })
  return new Map(inspected.map((file) => [resolve(file.path), file]))
}

function appeared({ path }: FoundFile): never {
  throw new InputError(
    'files',
    `${path} has appeared since the files were read`,
    'Run the job again.',
  )
}
