import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { writeDocument } from '../../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf } from '../../support/job.ts'
import type { Quirks } from '../../support/registry/quirks.ts'
import type {
  TestRegistry,
  TestRegistryOptions,
} from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'
import {
  AUTHORITY,
  CERTIFICATE,
  KEY,
  OTHER_CERTIFICATE,
} from '../../unit/transport/test-certificates.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const https = { cert: CERTIFICATE, key: KEY }
const login = { username: 'pat', password: 'correct horse' }

/** Starts a registry with HTTPS, beside it an origin that is as `tls` says, by default without. */
async function started(options: TestRegistryOptions = {}): Promise<TestRegistry> {
  const authentication = { scheme: 'basic', accounts: [login] } as const
  const registry = await start({ authentication, tls: { registry: https }, ...options })
  registry.putImage('app', { tag: '1' })
  return registry
}

/** Attaches a document to the image over HTTPS; to tell its platform, the image's config is read. */
async function attach({ host }: TestRegistry, options: JobOptions['connection'] = {}) {
  const caFile = join(directory(), 'ca.pem')
  await writeFile(caFile, AUTHORITY)
  const files = [await writeDocument(directory(), 'spdx')]
  const connection = { plainHttp: false, caFile, ...login, ...options }
  return outcomeOf(jobOn(`${host}/app:1`, { platform: 'all', attach: { files }, connection }))
}

const others = ({ requests }: TestRegistry) => requests.filter(({ origin }) => origin === 'other')

const leading = {
  'the redirect of a blob': { blobs: { download: 'redirected' } },
  'the Location of an upload': { uploads: { location: 'other-origin', singlePost: 202 } },
} as const satisfies Readonly<Record<string, Quirks>>
const leads = Object.entries(leading)

describe('from HTTPS to plain HTTP', () => {
  test.each(leads)('%s is not followed: nothing is sent there', async (_, quirks) => {
    const registry = await started({ quirks })
    const { failure, attached } = await attach(registry)
    // A Location at its own host is taken for one that a proxy has falsified, and asked by HTTPS.
    expect(failure).toMatchObject({ code: expect.stringMatching(/RESPONSE_INVALID|TLS_FAILED/) })
    expect(attached).toEqual([])
    expect(others(registry)).toEqual([])
  })

  test.each([
    ['the redirect of a manifest', /^GET/, 307, 'http://127.0.0.1:1/v2/app/manifests/1'],
    ['the Location of an upload', /^POST/, 202, 'http://storage.test/upload'],
  ])('%s is an error that names the place', async (_, at, status, location) => {
    const fails = { status, headers: { location } }
    const registry = await started({ faults: [{ at, after: 1, times: 9, fails }] })
    expect((await attach(registry)).failure).toMatchObject({
      code: 'RESPONSE_INVALID',
      message: expect.stringContaining(new URL(location).origin),
    })
  })

  test('a realm gets neither credentials nor a request', async () => {
    const registry = await started({
      authentication: { scheme: 'bearer', accounts: [login] },
      quirks: { challenge: { realm: 'other-origin' } },
    })
    expect((await attach(registry)).failure).toMatchObject({
      code: 'RESPONSE_INVALID',
      message: expect.stringContaining('not encrypted'),
    })
    expect(others(registry)).toEqual([])
  })
})

describe('from HTTPS to HTTPS at another port', () => {
  test.each(leads)('%s is followed without credentials', async (_, quirks) => {
    const registry = await started({ quirks, tls: { registry: https, other: https } })
    const { failure, attached } = await attach(registry)
    expect(failure).toBeUndefined()
    expect(attached).toMatchObject([{ status: 'pushed' }])
    expect(others(registry)).not.toEqual([])
    expect(new Set(others(registry).map(({ authorization }) => authorization))).toEqual(
      new Set(['none']),
    )
  })

  test('nothing is followed to a server that cannot prove who it is', async () => {
    for (const quirks of Object.values(leading)) {
      const impostor = { cert: OTHER_CERTIFICATE, key: KEY }
      const registry = await started({ quirks, tls: { registry: https, other: impostor } })
      expect((await attach(registry)).failure).toMatchObject({ code: 'TLS_FAILED' })
      expect(others(registry)).toEqual([])
    }
  })
})

test('a registry that cannot prove who it is gets no request, so no credentials', async () => {
  const impostor = await started({ tls: { registry: { cert: OTHER_CERTIFICATE, key: KEY } } })
  const unknown = await started()
  const outcomes = [
    attach(impostor),
    outcomeOf(
      jobOn(`${unknown.host}/app:1`, {
        connection: { plainHttp: false, ...login },
      }),
    ),
  ]
  for (const { failure } of await Promise.all(outcomes)) {
    expect(failure).toMatchObject({ code: 'TLS_FAILED' })
  }
  expect([...impostor.requests, ...unknown.requests]).toEqual([])
})
