import { InputError } from '../oci/error.ts'
import { readAtMost } from './standard-input.ts'

/** Tokens have a few kilobytes, a service account's key in JSON has less than four. */
const MAX_BYTES = 64 * 1024

/**
 * Returns the password that the stream holds, without the line break that `echo` puts at its end.
 *
 * Throws InputError (input `password`) if there is nothing, or more than any password has.
 */
export async function readPassword(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const bytes = await readAtMost(stream, MAX_BYTES)
  if (!bytes) throw new InputError('password', 'standard input holds more than a password')
  const password = bytes.toString().replace(/\r?\n$/, '')
  if (password !== '') return password
  throw new InputError('password', 'standard input is empty', 'Pipe the password to the command.')
}
