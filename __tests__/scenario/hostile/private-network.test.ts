import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { writeDocument } from '../../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf } from '../../support/job.ts'
import type { Fault } from '../../support/registry/faults.ts'
import { type HttpServer, startHttpServer } from '../../support/registry/http-server.ts'
import type {
  TestRegistry,
  TestRegistryOptions,
} from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }
const names = { registry: 'registry.example', other: 'attacker.test' }

/** Something on the machine itself, that only we can reach. */
let inside: HttpServer
let asked: string[] = []

beforeEach(async () => {
  asked = []
  inside = await startHttpServer(async (_origin, { method, url }, response) => {
    asked.push(`${method} ${url}`)
    response.end('{"secret":"of the machine"}')
  })
})
afterEach(() => inside.close())

const places = [
  ['the machine itself', () => inside.origin],
  ['the machine itself by name', () => inside.origin.replace('127.0.0.1', 'localhost')],
  ['the machine itself in IPv6', () => inside.origin.replace('127.0.0.1', '[::ffff:127.0.0.1]')],
  ['the machine itself in hexadecimal', () => inside.origin.replace('127.0.0.1', '0x7f.1')],
  ['any address of the machine', () => inside.origin.replace('127.0.0.1', '0.0.0.0')],
  ['the metadata service of a cloud', () => 'http://169.254.169.254'],
  ['that in IPv6', () => 'http://[fd00:ec2::254]'],
  ['that by its name', () => 'http://metadata.google.internal'],
  ['a private network', () => 'http://10.0.0.1'],
  ['a name of the inside', () => 'http://vault.corp.internal'],
  ['a name without a domain', () => 'http://vault'],
] as const satisfies readonly (readonly [string, () => string])[]

/** A registry with a public name; what is sent to any other goes through its proxy, and is recorded. */
async function publicRegistry(options: TestRegistryOptions): Promise<TestRegistry> {
  const registry = await start({ names, ...options })
  registry.putImage('app', { tag: '1' })
  return registry
}

async function attachTo(registry: TestRegistry, options: JobOptions = {}) {
  const files = [await writeDocument(directory(), 'spdx')]
  const connection = { plainHttp: true, ...login, ...options.connection }
  const env = { HOME: directory(), HTTP_PROXY: registry.proxy }
  const job = jobOn(`${registry.host}/app:1`, { attach: { files }, ...options, connection })
  return outcomeOf(job, { env })
}

const elsewhere = ({ requests }: TestRegistry) =>
  requests.filter(({ origin }) => origin !== 'registry').map(({ method, path }) => [method, path])

describe.each(places)('a registry on the internet leads nobody to %s', (_, place) => {
  const leading: readonly (readonly [string, () => Fault])[] = [
    [
      'by a redirect',
      () => ({ fails: { status: 307, headers: { location: `${place()}/latest/meta-data` } } }),
    ],
    [
      'by the Location of an upload',
      () => ({
        at: /^POST/,
        times: 9,
        fails: { status: 202, headers: { location: `${place().replace('http:', 'https:')}/up` } },
      }),
    ],
    [
      'by the realm of a token service',
      () => ({
        times: 9,
        fails: {
          status: 401,
          headers: { 'www-authenticate': `Bearer realm="${place()}/token",service="x"` },
        },
      }),
    ],
    [
      'by the next page of a list',
      () => ({
        at: /\/referrers\//,
        times: 9,
        fails: {
          status: 200,
          headers: {
            'content-type': 'application/vnd.oci.image.index.v1+json',
            link: `<${place()}/v2/app/referrers/x>; rel="next"`,
          },
          body: '{"schemaVersion":2,"manifests":[]}',
        },
      }),
    ],
  ]

  test.each(leading)('%s', async (_how, fault) => {
    const registry = await publicRegistry({ faults: [fault()] })
    const { failure, attached } = await attachTo(registry)
    expect(failure).toMatchObject({ code: 'RESPONSE_INVALID' })
    expect(attached).toEqual([])
    expect([...asked, ...elsewhere(registry)]).toEqual([])
  })
})

describe('what a user names', () => {
  test.each(['169.254.169.254', '10.0.0.1', '0x7f.1', 'localhost.attacker.test'])(
    '%s is not asked without encryption',
    async (host) => {
      const registry = await publicRegistry({})
      // The proxy takes plain HTTP alone; a tunnel for HTTPS it refuses.
      const env = { HOME: directory(), HTTP_PROXY: registry.proxy, HTTPS_PROXY: registry.proxy }
      const { failure } = await outcomeOf(jobOn(`${host}/latest/meta-data:1`), { env })
      expect(failure).toMatchObject({ code: expect.stringMatching(/CONNECTION_FAILED|TLS_FAILED/) })
      expect([...asked, ...elsewhere(registry)]).toEqual([])
    },
  )
})

describe('the password for a registry on the internet', () => {
  const bearer = { scheme: 'bearer', accounts: [login] } as const
  const challenge = { realm: 'other-origin' } as const

  test.each(['attacker.test', 'registry.example.attacker.test', 'evilregistry.example'])(
    'is not sent to the token service %s',
    async (other) => {
      const registry = await publicRegistry({
        authentication: bearer,
        quirks: { challenge },
        names: { ...names, other },
      })
      expect((await attachTo(registry)).failure).toMatchObject({
        code: 'UNAUTHORIZED',
        message: expect.stringContaining(`to be sent to ${other}, which may not be its own`),
      })
      expect(elsewhere(registry)).toEqual([])
    },
  )

  test.each(['//attacker.test/token', '//169.254.169.254/latest/meta-data', '/\\attacker.test/t'])(
    'is not sent where a path of its own host seems to lead: %s',
    async (path) => {
      const realm = `http://${names.registry}${path.replace('\\', '\\\\')}`
      const headers = { 'www-authenticate': `Bearer realm="${realm}",service="x"` }
      const registry = await publicRegistry({
        faults: [{ at: /^\w+ \/v2\//, times: 99, fails: { status: 401, headers } }],
      })
      expect((await attachTo(registry)).attached).toEqual([])
      expect(elsewhere(registry)).toEqual([])
      expect(registry.requests.map((request) => request.path)).toContainEqual(
        expect.stringMatching(/^\/\/(?:attacker|169)/),
      )
    },
  )

  test('is sent to the token service of the same owner', async () => {
    const registry = await publicRegistry({
      authentication: bearer,
      quirks: { challenge },
      names: { ...names, other: 'auth.registry.example' },
    })
    const { failure, attached } = await attachTo(registry)
    expect(failure).toBeUndefined()
    expect(attached).toMatchObject([{ status: 'pushed' }])
  })

  test('does not follow the redirect of its token service', async () => {
    const fails = { status: 307, headers: { location: 'http://attacker.test/token' } }
    const registry = await publicRegistry({
      authentication: bearer,
      faults: [{ at: /^GET \/token/, times: 9, fails }],
    })
    expect((await attachTo(registry)).failure).toMatchObject({ code: 'RESPONSE_INVALID' })
    expect(elsewhere(registry)).toEqual([])
  })
})
