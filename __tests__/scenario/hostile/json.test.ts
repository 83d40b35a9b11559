import { describe, expect, test } from '@jest/globals'
import { encodeJson } from '../../../src/oci/encoded.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { emptyConfig } from '../../../src/oci/pack.ts'
import { graphJson } from '../../../src/render/json.ts'
import { writeDocument } from '../../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../../support/job.ts'
import type { Authentication } from '../../support/registry/accounts.ts'
import type { Fault } from '../../support/registry/faults.ts'
import type { Quirks } from '../../support/registry/quirks.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }
const bearer: Authentication = { scheme: 'bearer', accounts: [login] }

const DEPTH = 500_000
const MEBIBYTES = 9 * 1024 * 1024

const bodies = {
  'nested half a million deep': '['.repeat(DEPTH) + ']'.repeat(DEPTH),
  'nested half a million deep in objects': `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
  'nested where the list should be': `{"schemaVersion":2,"manifests":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`,
  'nested in an error': `{"errors":[{"code":"X","message":"m","detail":${'['.repeat(3000)}${']'.repeat(3000)}}]}`,
  'larger than is read': `{"token":"${'x'.repeat(MEBIBYTES)}"}`,
  'cut off': '{"token":"x',
  'about the prototype of everything':
    '{"__proto__":{"token":"polluted","manifests":[],"schemaVersion":2},"constructor":{"prototype":{}}}',
  null: 'null',
  'no JSON': '\u0000\u0001\ufffd',
} as const

interface Place {
  readonly at: RegExp
  readonly contentType: string
  readonly quirks?: Quirks
  /** What makes the client ask there. */
  readonly before?: Fault
}

/** Wherever JSON is read. */
const places: Readonly<Record<string, Place>> = {
  'the token service': { at: /^GET \/token/, contentType: 'application/json' },
  'a manifest': { at: /manifests\/1$/, contentType: OCI_IMAGE_MANIFEST },
  'the list of referrers': { at: /\/referrers\//, contentType: OCI_IMAGE_INDEX },
  'the list of ORAS': {
    at: /_oras\/artifacts\/referrers/,
    contentType: 'application/json',
    quirks: { referrers: { endpoint: '404-text' } },
  },
  'the list of extensions': {
    at: /_oci\/ext\/discover/,
    contentType: 'application/json',
    quirks: { referrers: { endpoint: '404-text' } },
    before: { at: /_oras\/artifacts\/referrers/, times: 9, fails: { status: 403 } },
  },
}

describe.each(Object.entries(places))('JSON of %s', (_place, place) => {
  const { at, contentType, quirks = {}, before } = place
  test.each(Object.entries(bodies))('that is %s ends nothing but the job', async (_, body) => {
    for (const status of [200, 400]) {
      const fails = { status, headers: { 'content-type': contentType }, body }
      const faults = [...(before ? [before] : []), { at, times: 9, fails }]
      const registry = await start({ authentication: bearer, quirks, faults })
      registry.putImage('app', { tag: '1' })
      const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`, { connection: login }))
      // Where something else tells that there is no such list, none is missing.
      if (failure) expect(failure.name).toBe('OciError')
      expect(failure?.message.length ?? 0).toBeLessThan(2000)
      expect(
        registry.requests.filter(({ method, path }) => at.test(`${method} ${path}`)),
      ).not.toEqual([])
    }
    expect({}).not.toHaveProperty('token')
  })
})

test('the names of what every object has are annotations like any others', async () => {
  const registry = await start()
  const { descriptor: subject } = registry.putImage('app', { tag: '1' })
  const hostile = '"__proto__":"a","constructor":"b","toString":"c","hasOwnProperty":"d"'
  const { bytes } = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    artifactType: '__proto__',
    config: emptyConfig.descriptor,
    layers: [],
    subject,
    annotations: { HERE: '' },
  })
  const text = Buffer.from(bytes).toString().replace('"HERE":""', hostile)
  registry.putManifest('app', encodeJson(JSON.parse(text)))
  const files = [await writeDocument(directory(), 'spdx')]
  const annotations = Object.fromEntries([['__proto__', 'mine']])
  const job = jobOn(`${registry.host}/app:1`, { attach: { files, annotations } })
  const { graphs } = await succeed(job)
  const shown = JSON.stringify(graphs.map(graphJson))
  expect(shown).toContain(`{${hostile}}`)
  expect(shown).toContain('"__proto__":"mine"')
  expect(Object.prototype).not.toHaveProperty('a')
  expect(Object.keys(Object.prototype)).toEqual([])
})
