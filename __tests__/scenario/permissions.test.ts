import { expect, test } from '@jest/globals'
import { explain } from '../../src/render/error.ts'
import { writeDocument } from '../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf } from '../support/job.ts'
import type { Account, Authentication } from '../support/registry/accounts.ts'
import { specError } from '../support/registry/exchange.ts'
import type { Quirks } from '../support/registry/quirks.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }
const reader: Account = { ...login, permissions: { app: 'pull' } }
const SOURCE = 'the inputs username and password'

interface Refused {
  readonly who: string
  readonly authentication: Authentication
  readonly connection?: JobOptions['connection']
  readonly quirks?: Quirks
  readonly code: string
  readonly says: readonly string[]
}

const bearer: Authentication = { scheme: 'bearer', accounts: [login] }
const wrong = { username: 'pat', password: 'battery staple' }

const refused: readonly Refused[] = [
  {
    who: 'an account that may only pull',
    authentication: { scheme: 'basic', accounts: [reader] },
    connection: login,
    code: 'DENIED',
    says: [SOURCE, 'permission to push'],
  },
  {
    who: 'an account that may only pull, by token',
    authentication: { scheme: 'bearer', accounts: [reader] },
    connection: login,
    code: 'DENIED',
    says: [SOURCE, 'permission to push'],
  },
  {
    who: 'an account that gets a token for less',
    authentication: { scheme: 'bearer', accounts: [reader] },
    connection: login,
    quirks: { challenge: { denial: 401 } },
    code: 'UNAUTHORIZED',
    says: [SOURCE, 'permission to push'],
  },
  {
    who: 'nobody, to a public image',
    authentication: { ...bearer, anonymousPull: true },
    code: 'UNAUTHORIZED',
    says: ['No credentials were sent', 'docker login', 'permission to push'],
  },
  {
    who: 'nobody, to a private image',
    authentication: { scheme: 'basic', accounts: [login] },
    code: 'UNAUTHORIZED',
    says: ['No credentials were sent', 'docker login', 'permission to pull'],
  },
  {
    who: 'nobody, to a private image, by token',
    authentication: bearer,
    code: 'UNAUTHORIZED',
    says: ['No credentials were sent', 'docker login'],
  },
  {
    who: 'somebody with a wrong password',
    authentication: { scheme: 'basic', accounts: [login] },
    connection: wrong,
    code: 'UNAUTHORIZED',
    says: [SOURCE],
  },
  {
    who: 'somebody with a wrong password, by token',
    authentication: bearer,
    connection: wrong,
    code: 'UNAUTHORIZED',
    says: ['incorrect username or password', SOURCE],
  },
]

test.each(refused)(
  'an attach by $who says whose credentials were sent and what is missing, and writes nothing',
  async ({ authentication, quirks, connection, code, says }) => {
    const registry = await start({ authentication, ...(quirks && { quirks }) })
    registry.putImage('app', { tag: '1' })
    const attach = { files: [await writeDocument(directory(), 'spdx')] }
    const job = jobOn(`${registry.host}/app:1`, { attach, ...(connection && { connection }) })
    const { failure, attached } = await outcomeOf(job)
    expect(failure).toMatchObject({ code })
    const words = explain(failure, (input) => input).join('\n')
    for (const each of says) expect(words).toContain(each)
    expect(words).not.toMatch(/correct horse|battery staple/)
    expect(attached).toEqual([])
    const writes = registry.requests.filter(
      ({ method, status }) => !['GET', 'HEAD'].includes(method) && Number(status) < 300,
    )
    expect(writes).toEqual([])
  },
)

test.each(['image', 'list of referrers'])(
  'a 403 for the %s is not taken for absence',
  async (what) => {
    const at = what === 'image' ? /manifests\/1$/ : /referrers|manifests\/sha256-/
    const fails = specError(403, 'MANIFEST_UNKNOWN', 'not for you')
    const registry = await start({ faults: [{ at, times: 10, fails }] })
    registry.putImage('app', { tag: '1' })
    const { failure, graphs } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({ code: 'DENIED', status: 403 })
    expect(graphs).toEqual([])
  },
)
