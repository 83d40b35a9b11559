import type { ExecOutput } from '@actions/exec'
import { OciError } from '../oci/error.ts'
import { isObject } from '../oci/json.ts'
import type { Credential } from '../transport/credential.ts'
import { type Environment, helperEnvironment } from './environment.ts'
import { type HelperLimits, runProgram } from './helper-process.ts'
import { findProgram } from './helper-program.ts'
import { credentialOfLogin } from './login.ts'

/** What the library that helpers are built with writes (docker-credential-helpers, error.go). */
const NOT_FOUND = 'credentials not found in native keychain'

/** A reason is one line in a message, not a log. */
const MAX_REASON_LENGTH = 200

/**
 * Returns the credential that `docker-credential-NAME get` has for the server address, or undefined
 * if it has none (the credential helper protocol of docker login). The helper is found on PATH, and
 * run without a shell.
 *
 * Throws CREDENTIALS_INVALID, which names the helper and never what it wrote as its answer, if it
 * has no proper name, is not found, fails, is too slow or answers otherwise than by the protocol.
 */
export async function askHelper(
  name: string,
  serverAddress: string,
  env: Environment,
  limits?: HelperLimits,
): Promise<Credential | undefined> {
  if (!/^[A-Za-z0-9._-]+$/.test(name)) {
    throw failed(`credential helper ${JSON.stringify(name.slice(0, 100))}`, 'has an invalid name')
  }
  const program = `docker-credential-${name}`
  const helper = `credential helper ${program}`
  const path = await findProgram(program, env)
  if (path === undefined) throw failed(helper, 'is not on the PATH')
  const output = await run(path, serverAddress, env, helper, limits)
  if (output.exitCode === 0) return parseAnswer(output.stdout, helper)
  if (output.stdout.trim() === NOT_FOUND) return undefined
  throw failed(helper, `failed with exit code ${output.exitCode}${reasonOf(output)}`)
}

async function run(
  path: string,
  serverAddress: string,
  env: Environment,
  helper: string,
  limits: HelperLimits | undefined,
): Promise<ExecOutput> {
  try {
    return await runProgram(path, ['get'], serverAddress, helperEnvironment(env), limits)
  } catch (cause) {
    throw failed(helper, `failed: ${(cause as Error).message}`, cause)
  }
}

/** The parser's own message is left out: it quotes what it could not parse, here a secret. */
function parseAnswer(stdout: string, helper: string): Credential | undefined {
  let answer: unknown
  try {
    answer = JSON.parse(stdout)
  } catch {
    throw failed(helper, 'gave an answer that is not JSON')
  }
  const { Username: username = '', Secret: secret = '' } = isObject(answer) ? answer : {}
  if (!isObject(answer) || typeof username !== 'string' || typeof secret !== 'string') {
    throw failed(helper, 'gave an answer without Username and Secret')
  }
  if (username === '' && secret === '') return undefined
  if (username === '' || secret === '') {
    throw failed(helper, 'gave a Username or a Secret, but not both')
  }
  return credentialOfLogin(username, secret, helper)
}

/**
 * The first line of stderr, or of stdout, where the protocol has errors too; but no line of stdout
 * that might be an answer or a token rather than a sentence.
 */
function reasonOf({ stdout, stderr }: ExecOutput): string {
  const sentence = firstLine(stdout)
  const isSentence = sentence.includes(' ') && !sentence.includes('{')
  const reason = firstLine(stderr) || (isSentence ? sentence : '')
  return reason && `: ${reason}`
}

function firstLine(text: string): string {
  const line = text.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  return line.replace(/\p{C}/gu, '').trim().slice(0, MAX_REASON_LENGTH)
}

function failed(helper: string, what: string, cause?: unknown): OciError {
  return new OciError('CREDENTIALS_INVALID', `${helper} ${what}`, {
    advice:
      'Check the credsStore and credHelpers of your Docker or Podman configuration, or give username and password.',
    cause,
  })
}
