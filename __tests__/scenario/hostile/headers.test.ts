import { expect, test } from '@jest/globals'
import { credentialsEnvironment } from '../../support/credentials-environment.ts'
import { writeDocument } from '../../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../../support/job.ts'
import type { Quirks } from '../../support/registry/quirks.ts'
import type { RecordedRequest } from '../../support/registry/request-log.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }

/** What says nothing of who sends it; the last two are of a body alone. */
const harmless = [
  'accept',
  'accept-encoding',
  'connection',
  'host',
  'user-agent',
  'content-length',
  'content-type',
]

/** Attaches to a registry that wants a password and sets cookies; returns what was sent where. */
async function attachWith(quirks: Quirks) {
  const registry = await start({
    authentication: { scheme: 'bearer', accounts: [login] },
    quirks: { ...quirks, hostile: { cookies: 'set' } },
  })
  registry.putImage('app', { tag: '1' })
  const files = [await writeDocument(directory(), 'spdx')]
  const job = jobOn(`${registry.host}/app:1`, {
    platform: 'all',
    attach: { files },
    connection: login,
  })
  await succeed(job)
  return registry.requests
}

const namesOf = (requests: readonly RecordedRequest[]) =>
  new Set(requests.flatMap(({ headers }) => Object.keys(headers)))

test('another origin gets no header that says who asks', async () => {
  const requests = await attachWith({ blobs: { download: 'redirected' } })
  const others = requests.filter(({ origin }) => origin === 'other')
  expect(others).not.toEqual([])
  expect([...namesOf(others)].filter((name) => !harmless.includes(name))).toEqual([])
})

test('the registry gets its credentials, and nothing else that says who asks', async () => {
  const requests = await attachWith({})
  const allowed = [...harmless, 'authorization']
  expect([...namesOf(requests)].filter((name) => !allowed.includes(name))).toEqual([])
})

test('every answer is asked for as it is stored', async () => {
  const requests = await attachWith({})
  expect(new Set(requests.map(({ headers }) => headers['accept-encoding']))).toEqual(
    new Set(['identity']),
  )
})

test.each(['secret\r\nx-injected: yes', 'sécret', 'sec ret', 'secret\0'])(
  'a registry token that would be more than one header value is not sent: %j',
  async (registrytoken) => {
    const registry = await start({ authentication: { scheme: 'bearer', accounts: [login] } })
    const home = await credentialsEnvironment(directory(), {
      docker: { auths: { [registry.host]: { registrytoken } } },
    })
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`), { env: home.env })
    expect(failure).toMatchObject({ code: 'CREDENTIALS_INVALID' })
    expect(failure?.message).not.toMatch(/s.cret|sec ret/)
    expect(namesOf(registry.requests)).not.toContain('x-injected')
    expect(registry.requests.map(({ authorization }) => authorization)).toEqual(['none'])
  },
)

test.each(['token\r\nx-injected: yes', 'töken', { token: 'x' }, 7, ''])(
  'a token that would be more than one header value is not sent: %j',
  async (token) => {
    const fails = {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    }
    const registry = await start({
      authentication: { scheme: 'bearer', accounts: [login] },
      faults: [{ at: /^GET \/token/, times: 9, fails }],
    })
    const job = jobOn(`${registry.host}/app:1`, { connection: login })
    expect((await outcomeOf(job)).failure).toMatchObject({ code: 'RESPONSE_INVALID' })
    expect(registry.requests.map(({ authorization }) => authorization)).toEqual(['none', 'basic'])
  },
)
