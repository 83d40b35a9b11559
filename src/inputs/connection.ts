import type { Connection } from '../job.ts'
import { InputError } from '../oci/error.ts'
import { readAll } from '../oci/problems.ts'
import { quote } from '../oci/quote.ts'
import { parseBoolean, readChoice, readWholeNumber } from './scalar.ts'
import type { InputSource } from './source.ts'

/** More than any registry answers well; HTTP/1.1 takes a socket for each. */
const MOST_CONCURRENT = 256

/**
 * Returns how registries are to be reached.
 *
 * Throws InputError for a user name without a password or the other way round, and for values that
 * an input cannot take.
 */
export function readConnection(source: InputSource): Connection {
  const githubToken = source.value('github-token')
  const caFile = source.value('ca-file')
  const { login, ...rest } = readAll({
    login: () => readLogin(source),
    plainHttp: () => readPlainHttp(source),
    referrersMode: () =>
      readChoice(source, 'referrers-mode', ['auto', 'referrers-api', 'referrers-tag']),
    concurrency: () =>
      readWholeNumber(source, 'concurrency', { least: 1, most: MOST_CONCURRENT, fallback: 32 }),
  })
  return {
    ...login,
    ...(githubToken !== undefined && { githubToken }),
    ...rest,
    ...(caFile !== undefined && { caFile }),
  }
}

function readLogin(source: InputSource): Pick<Connection, 'username' | 'password'> {
  const username = source.value('username')
  const password = source.value('password')
  if (username !== undefined && password !== undefined) return { username, password }
  if (username === undefined && password === undefined) return {}
  const [missing, given] =
    username === undefined ? ['username', 'password'] : ['password', 'username']
  throw new InputError(
    missing,
    `the ${given} is given without a ${missing}`,
    'Give both or neither. A secret that is not set, or that a workflow from a fork may not read, is empty.',
  )
}

function readPlainHttp(source: InputSource): Connection['plainHttp'] {
  const text = source.value('plain-http') ?? 'auto'
  const value = text === 'auto' ? text : parseBoolean(text)
  if (value !== undefined) return value
  throw new InputError(
    'plain-http',
    `${quote(text)} is neither auto nor a boolean`,
    'Write auto, true or false.',
  )
}
