import { PROGRAM } from '../version.ts'

/** A file that starts the command line. */
export interface Shim {
  readonly name: string
  readonly text: string
}

/**
 * Returns the files by which every shell of the platform finds the command line `script`, each running
 * it on the given Node: a shell script, which Git's bash on Windows takes too, and there a batch file
 * for cmd and PowerShell. Both paths are absolute.
 */
export function shimsOf(node: string, script: string, platform: NodeJS.Platform): readonly Shim[] {
  if (platform !== 'win32') return [shellScript(node, script)]
  return [shellScript(withSlashes(node), withSlashes(script)), batchFile(node, script)]
}

function shellScript(node: string, script: string): Shim {
  return {
    name: PROGRAM,
    text: `#!/bin/sh\nexec ${shellQuoted(node)} ${shellQuoted(script)} "$@"\n`,
  }
}

function batchFile(node: string, script: string): Shim {
  return {
    name: `${PROGRAM}.cmd`,
    text: `@${batchQuoted(node)} ${batchQuoted(script)} %*\r\n`,
  }
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** A percent sign is special in quotes too; a path has no quotes on Windows. */
function batchQuoted(path: string): string {
  return `"${path.replaceAll('%', '%%')}"`
}
