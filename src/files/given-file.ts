import { readFile } from 'node:fs/promises'
import { InputError } from '../oci/error.ts'

/** Returns the text of the file that an input names. Throws InputError, of that input, if it cannot be read. */
export async function readGivenFile(input: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new InputError(
      input,
      `cannot read ${path}: ${(cause as Error).message}`,
      'Paths are relative to the working directory; check that an earlier step has written the file.',
    )
  }
}
