import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { JsonObject } from '../../src/oci/json.ts'

/** What a home directory holds of credentials. */
export interface StoredCredentials {
  /** Docker's `config.json`. */
  readonly docker?: JsonObject
  /** Podman's `auth.json`, as `podman login` writes it. */
  readonly podman?: JsonObject
  /** What `docker-credential-NAME` does, by name. */
  readonly helpers?: Readonly<Record<string, CredentialHelper>>
}

/** By server, as the helper is asked for it: what it prints. Other servers are not found. */
export interface CredentialHelper {
  readonly [server: string]: { readonly Username: string; readonly Secret: string } | HelperFailure
}

/** It never ends; it prints something that is no JSON; it fails with a message. */
export type HelperFailure = 'hangs' | 'garbage' | 'fails'

export interface CredentialsEnvironment {
  /** HOME, DOCKER_CONFIG, XDG_RUNTIME_DIR, and PATH with the helpers. */
  readonly env: Readonly<Record<'HOME' | 'DOCKER_CONFIG' | 'XDG_RUNTIME_DIR' | 'PATH', string>>
  /** What the helpers were asked, in order: `NAME get SERVER`. */
  helperCalls(): Promise<readonly string[]>
}

/** Writes the credentials into the directory as a user's home has them, and returns how to use them. */
export async function credentialsEnvironment(
  directory: string,
  { docker, podman, helpers = {} }: StoredCredentials,
): Promise<CredentialsEnvironment> {
  const bin = join(directory, 'bin')
  const dockerConfig = join(directory, '.docker')
  const runtime = join(directory, 'run')
  const calls = join(directory, 'helper-calls')
  for (const folder of [bin, dockerConfig, join(runtime, 'containers')]) {
    await mkdir(folder, { recursive: true })
  }
  await writeFile(calls, '')
  if (docker) await writeFile(join(dockerConfig, 'config.json'), JSON.stringify(docker))
  if (podman) await writeFile(join(runtime, 'containers', 'auth.json'), JSON.stringify(podman))
  for (const [name, helper] of Object.entries(helpers)) {
    const path = join(bin, `docker-credential-${name}`)
    await writeFile(path, script(name, helper, calls))
    await chmod(path, 0o755)
  }
  return {
    env: {
      HOME: directory,
      DOCKER_CONFIG: dockerConfig,
      XDG_RUNTIME_DIR: runtime,
      PATH: [bin, dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
    },
    async helperCalls() {
      const text = await readFile(calls, 'utf8')
      return text.split('\n').filter((line) => line !== '')
    },
  }
}

/** The protocol of docker/docker-credential-helpers: the server on stdin, JSON on stdout. */
function script(name: string, helper: CredentialHelper, calls: string): string {
  return `#!/usr/bin/env node
const fs = require('node:fs')
const [action] = process.argv.slice(2)
const server = fs.readFileSync(0, 'utf8').trim()
fs.appendFileSync(${JSON.stringify(calls)}, ${JSON.stringify(name)} + ' ' + action + ' ' + server + '\\n')
const found = ${JSON.stringify(helper)}[server]
if (found === 'hangs') setInterval(() => {}, 1000)
else if (found === 'garbage') console.log('no JSON at all')
else if (found === 'fails' || action !== 'get') fail('the keychain is locked')
else if (found === undefined) fail('credentials not found in native keychain')
else console.log(JSON.stringify({ ServerURL: server, ...found }))
function fail(message) {
  console.log(message)
  process.exitCode = 1
}
`
}
