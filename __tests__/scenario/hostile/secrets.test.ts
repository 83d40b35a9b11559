import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { causesOf, explain } from '../../../src/render/error.ts'
import { distPath, runCommandLine } from '../../support/command-line.ts'
import { credentialsEnvironment } from '../../support/credentials-environment.ts'
import { writeDocument } from '../../support/documents.ts'
import { jobOn, outcomeOf } from '../../support/job.ts'
import type { Authentication } from '../../support/registry/accounts.ts'
import type { Fault } from '../../support/registry/faults.ts'
import type { Quirks } from '../../support/registry/quirks.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { runAction } from '../../support/runner/run-action.ts'
import type { StepResult } from '../../support/runner/step-result.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const home = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse', refreshToken: 'refresh-me-again' }
const accounts: readonly Authentication[] = [
  { scheme: 'basic', accounts: [login] },
  { scheme: 'bearer', accounts: [login] },
]
const encoded = (text: string) => Buffer.from(text).toString('base64')

/** What the password is sent as. */
const passwordForms = [
  login.password,
  encoded(login.password),
  encoded(`${login.username}:${login.password}`),
]

/** Answers with secrets in them: where uploads and downloads go on, and where they are begun anew. */
const leaky: Quirks = {
  blobs: { download: 'redirected' },
  uploads: { singlePost: 202, state: 'required' },
  hostile: { cookies: 'set' },
}
const unavailable: Fault = { after: 2, fails: { status: 503 } }

/** Each secret of the requests' own making, and those that the answers held. */
function secretsIn({ requests }: TestRegistry): readonly string[] {
  const sent = requests.flatMap(({ headers }) => headers.authorization?.split(' ')[1] ?? [])
  return [...new Set([...passwordForms, ...sent, '_state=', 'X-Amz-Signature', 'of-the-victim'])]
}

async function withImage(quirks: Quirks, authentication: Authentication, faults: readonly Fault[]) {
  const registry = await start({ authentication, quirks, faults })
  registry.putImage('app', { tag: '1' })
  await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
  return registry
}

function step(
  { host }: TestRegistry,
  given: { readonly env?: Readonly<Record<string, string>> } = {},
) {
  const { username, password } = login
  return runAction({
    main: distPath('index.js'),
    directory: join(directory(), 'job'),
    workspace: directory(),
    inputs: {
      image: `${host}/app:1`,
      files: 'sbom.json',
      platform: 'all',
      ...(!given.env && { username, password }),
    },
    ...given,
  })
}

function command({ host }: TestRegistry) {
  const options = ['--debug', '--platform=all', '--username=pat', '--password-stdin']
  return runCommandLine({
    args: ['attach', ...options, `${host}/app:1`, 'sbom.json'],
    directory: directory(),
    env: { HOME: directory() },
    stdin: login.password,
  })
}

/** Everything that anybody gets to see of a step. */
function shownBy({ log, debug, groups, summary, annotations, outputs }: StepResult): string {
  return JSON.stringify([log, debug, groups, summary, annotations, outputs])
}

describe.each(accounts)('with $scheme authentication', (authentication) => {
  test('the log of a step has no secret to mask, also with step debugging', async () => {
    const registry = await withImage(leaky, authentication, [unavailable])
    const result = await step(registry)
    expect(result).toMatchObject({ outcome: 'success', rejected: [] })
    expect(result.debug.join('\n')).toContain(`GET http://${registry.host}/v2/app/manifests/1: 200`)
    const shown = shownBy(result)
    for (const secret of [...secretsIn(registry), '***']) expect(shown).not.toContain(secret)
  })

  test('every form of a secret is masked before it is sent', async () => {
    const registry = await withImage(leaky, authentication, [])
    const { masks } = await step(registry)
    const sent = registry.requests.flatMap(
      ({ headers }) => headers.authorization?.split(' ')[1] ?? [],
    )
    expect(sent).not.toEqual([])
    expect(masks).toEqual(expect.arrayContaining([...passwordForms, ...sent]))
  })

  test('what a step leaves to its post step names images and lists, and holds no secret', async () => {
    const registry = await withImage({ referrers: { endpoint: '404-text' } }, authentication, [])
    const { state, outputs } = await step(registry)
    expect(Object.keys(state)).toEqual(['unconfirmed'])
    const digest = expect.stringMatching(/^sha256:[0-9a-f]{64}$/)
    expect(JSON.parse(`${state['unconfirmed']}`)).toEqual([
      {
        reference: outputs['subject'],
        subject: { mediaType: OCI_IMAGE_MANIFEST, digest, size: expect.any(Number) },
        digests: [outputs['digest']],
        sighting: { revision: digest, since: expect.any(Number), isContended: false, listed: [] },
      },
    ])
    for (const secret of secretsIn(registry)) expect(state['unconfirmed']).not.toContain(secret)
  })

  test('--debug shows no secret', async () => {
    const registry = await withImage(leaky, authentication, [unavailable])
    const { status, stdout, stderr } = await command(registry)
    expect(status).toBe(0)
    expect(stderr).toContain(`GET http://${registry.host}/v2/app/manifests/1: 200`)
    for (const secret of secretsIn(registry)) expect(stdout + stderr).not.toContain(secret)
  })

  test('a registry that quotes credentials in its errors gets them masked', async () => {
    const registry = await withImage({ hostile: { errors: 'echo' } }, authentication, [])
    const result = await step(registry)
    expect(result).toMatchObject({ outcome: 'failure', annotations: [{ type: 'error' }] })
    expect(result.annotations[0]?.message).toContain('bad request by pat:***')
    const shown = shownBy(result)
    for (const secret of secretsIn(registry)) expect(shown).not.toContain(secret)
  })

  test('a secret that a message of a step cuts is masked as far as it goes', async () => {
    // The words of a registry are cut at 300 characters.
    const body = `${'x'.repeat(290)} ${login.password}`
    const fails = { status: 400, body }
    const at = /^GET .*\/manifests\//
    const registry = await withImage({}, authentication, [{ at, times: 9, fails }])
    const result = await step(registry)
    expect(result.annotations).toMatchObject([{ type: 'error' }])
    expect(result.annotations[0]?.message).toMatch(/x \*\*\*/)
    expect(shownBy(result)).not.toContain('corr')
  })
})

test('a signed address is not told where it cannot be reached', async () => {
  const location = 'http://user:info@127.0.0.1:1/storage?X-Amz-Signature=signed#fragment'
  const fails = { status: 307, headers: { location } }
  const registry = await start({ faults: [{ at: /^GET .*\/blobs\//, times: 9, fails }] })
  registry.putImage('app', { tag: '1' })
  const told: string[] = []
  const job = jobOn(`${registry.host}/app:1`, { platform: 'all' })
  const { failure } = await outcomeOf(job, {
    onProgress: (progress) => void told.push(JSON.stringify(progress)),
  })
  const lines = [...told, ...explain(failure, (input) => input), ...causesOf(failure)].join('\n')
  expect(lines).toContain('GET http://127.0.0.1:1/storage')
  expect(lines).not.toMatch(/X-Amz-Signature|user:info|#fragment/)
})

test('an identity token is masked in every form that it is sent in', async () => {
  const bearer = { scheme: 'bearer', accounts: [login] } as const
  const registry = await withImage({ tokens: { oauth2: 404 } }, bearer, [])
  const { refreshToken } = login
  const { env } = await credentialsEnvironment(home(), {
    docker: { auths: { [registry.host]: { identitytoken: refreshToken } } },
  })
  const result = await step(registry, { env: { DOCKER_CONFIG: env.DOCKER_CONFIG } })
  const sent = registry.requests.flatMap(({ headers }) => headers.authorization ?? [])
  expect(sent).toEqual([`Basic ${encoded(`<token>:${refreshToken}`)}`])
  expect(result.masks).toEqual(
    expect.arrayContaining([
      refreshToken,
      encoded(refreshToken),
      encoded(`<token>:${refreshToken}`),
    ]),
  )
})
