import { access, constants, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Environment } from './environment.ts'

/**
 * Returns the path of the program in the first directory of PATH that has it, or undefined. Relative
 * directories are passed over: they would let a checked-out repository bring the program.
 */
export async function findProgram(program: string, env: Environment): Promise<string | undefined> {
  const directories = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(isAbsolute)
  const extensions = process.platform === 'win32' ? windowsExtensions(env) : ['']
  for (const directory of directories) {
    for (const extension of extensions) {
      const path = join(directory, program + extension)
      if (await isExecutable(path)) return path
    }
  }
  return undefined
}

/** Google's helper is a `.cmd` there. */
function windowsExtensions(env: Environment): readonly string[] {
  return (env['PATHEXT'] || '.COM;.EXE;.BAT;.CMD').split(';')
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
