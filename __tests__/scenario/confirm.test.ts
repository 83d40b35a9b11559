import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import type { Job } from '../../src/job.ts'
import { digestOf } from '../../src/oci/digest.ts'
import { OCI_IMAGE_INDEX } from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { SETTLE_MS } from '../../src/registry/shared-list/times.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, outcomeOf, succeed, withoutWaiting } from '../support/job.ts'
import type { Quirks } from '../support/registry/quirks.ts'
import type { TestRegistry, TestRegistryOptions } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { readActionMetadata } from '../support/runner/action-metadata.ts'
import { runAction, type Step } from '../support/runner/run-action.ts'
import { runPost } from '../support/runner/run-post.ts'
import type { StepResult } from '../support/runner/step-result.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const source = (path: string) => new URL(`../../${path}`, import.meta.url)

const withoutApi: Quirks = { referrers: { endpoint: '404-text' } }
const forbidden = { status: 403, body: '{"errors":[{"code":"DENIED","message":"no"}]}' }

/** The scripts of the action from their sources; in `post` nothing waits, and much time has passed. */
const scripts = {
  main: `import { main } from '${source('src/main.ts')}'
    await main(import.meta.dirname)`,
  post: `import { post } from '${source('src/post.ts')}'
    import { confirm } from '${source('src/run/confirm.ts')}'
    import { monotonicMilliseconds } from '${source('src/transport/monotonic.ts')}'
    let passed = 60_000
    const clock = {
      now: () => monotonicMilliseconds() + passed,
      sleep: async (milliseconds) => { passed += milliseconds },
    }
    await post((lists, options, context) => confirm(lists, options, { ...context, ...clock }))`,
}

/** Puts the action into a folder of its own, with a script wherever its action.yml has one. */
async function step({ host }: TestRegistry, files = ''): Promise<Step> {
  const folder = join(directory(), 'action')
  const metadata = join(folder, 'action.yml')
  const main = join(folder, 'main.mjs')
  await cp(fileURLToPath(source('action.yml')), metadata)
  await writeFile(main, scripts.main)
  const { post } = readActionMetadata(metadata)
  if (post) {
    await mkdir(dirname(post.script), { recursive: true })
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    await writeFile(post.script, scripts.post)
  }
  const inputs = { image: `${host}/app:1`, files }
  return { main, metadata, directory: join(directory(), 'job'), workspace: directory(), inputs }
}

/** Ends the job as it was left by the step. */
async function endJob(
  registry: TestRegistry,
  state: StepResult['state'],
): Promise<StepResult | undefined> {
  return runPost(await step(registry), { state, outcome: 'success' })
}

/** A registry with an image to which a step of the action has attached a document. */
async function attached(options: TestRegistryOptions = { quirks: withoutApi }) {
  const registry = await start(options)
  return { registry, ...(await attach(registry, await writeDocument(directory(), 'spdx'))) }
}

/** Attaches the files, one a line, to the registry's image. */
async function attach(registry: TestRegistry, files: string) {
  const image = registry.putImage('app', { tag: '1' }).descriptor
  const { outcome, state, outputs } = await runAction(await step(registry, files))
  expect(outcome).toBe('success')
  const before = registry.requests.length
  return {
    image,
    state,
    digest: `${outputs['digest']}`,
    digests: JSON.parse(`${outputs['attached']}`).map(({ digest }: { digest: string }) => digest),
    requests: () => registry.requests.slice(before).map(({ method, path }) => `${method} ${path}`),
  }
}

/** Somebody who has read the list before we wrote to it overwrites it. */
function overwrite(registry: TestRegistry, tag: string): void {
  const text = `{"schemaVersion":2,"mediaType":"${OCI_IMAGE_INDEX}","manifests":[]}`
  const bytes = new TextEncoder().encode(text)
  const descriptor = { mediaType: OCI_IMAGE_INDEX, digest: digestOf(bytes), size: bytes.length }
  registry.putManifest('app', { value: {}, bytes, descriptor }, tag)
}

describe('at the end of the job, the action', () => {
  test('looks once more at a list that nobody else has written to', async () => {
    const { registry, image, state, requests } = await attached()
    expect(await endJob(registry, state)).toMatchObject({
      outcome: 'success',
      log: expect.stringContaining('Confirmed 1 artifact'),
    })
    expect(requests()).toEqual([`GET /v2/app/manifests/${referrersTag(image.digest)}`])
  })

  test('puts back what somebody has overwritten', async () => {
    const { registry, image, state, digest } = await attached()
    overwrite(registry, referrersTag(image.digest))
    expect(registry.referrersOf('app', image.digest)).toEqual([])
    expect(await endJob(registry, state)).toMatchObject({ outcome: 'success' })
    expect(registry.referrersOf('app', image.digest)).toMatchObject([{ digest }])
  })

  test('fails where it cannot, and names what is lost', async () => {
    const at = /^PUT .*\/manifests\/sha256-/
    const { registry, image, state, digest } = await attached({
      quirks: withoutApi,
      faults: [{ at, after: 1, times: Number.POSITIVE_INFINITY, fails: forbidden }],
    })
    overwrite(registry, referrersTag(image.digest))
    const annotations = [{ type: 'error', message: expect.stringContaining(digest) }]
    expect(await endJob(registry, state)).toMatchObject({ outcome: 'failure', annotations })
  })

  test('confirms what a step has found attached, and not only what it has pushed', async () => {
    const registry = await start({ quirks: withoutApi })
    const [a, b] = [
      await writeDocument(directory(), 'spdx'),
      await writeDocument(directory(), 'cyclonedx'),
    ]
    await attach(registry, a)
    for (const files of [a, `${a}\n${b}`]) {
      const { image, state, digests } = await attach(registry, files)
      overwrite(registry, referrersTag(image.digest))
      expect(await endJob(registry, state)).toMatchObject({ outcome: 'success' })
      const listed = registry.referrersOf('app', image.digest).map(({ digest }) => digest)
      expect(listed.sort()).toEqual(digests.sort())
    }
  })

  test('looks once at what a step has found attached, and nobody has written to since', async () => {
    const registry = await start({ quirks: withoutApi })
    const files = await writeDocument(directory(), 'spdx')
    await attach(registry, files)
    const { image, state, requests } = await attach(registry, files)
    expect(requests()).toEqual([])
    expect(await endJob(registry, state)).toMatchObject({
      outcome: 'success',
      log: expect.stringContaining('Confirmed 1 artifact'),
    })
    expect(requests()).toEqual([`GET /v2/app/manifests/${referrersTag(image.digest)}`])
  })

  test('has nothing to do on a registry with the referrers API', async () => {
    const { registry, state, requests } = await attached({})
    expect(state).toEqual({})
    expect(await endJob(registry, state)).toMatchObject({ outcome: 'success', log: '' })
    expect(requests()).toEqual([])
  })

  test.each(['null', '[{}]', '{"reference":"r.example/app"}'])(
    'fails on a state that it has not written: %s',
    async (unconfirmed) => {
      const registry = await start()
      expect(await endJob(registry, { unconfirmed })).toMatchObject({ outcome: 'failure' })
      expect(registry.requests).toEqual([])
    },
  )
})

describe('a job that confirms before it ends', () => {
  async function job(registry: TestRegistry, options: { readonly tag?: string } = {}) {
    registry.putImage('app', { tag: '1' })
    const files = [await writeDocument(directory(), 'spdx')]
    return jobOn(`${registry.host}/app:1`, {
      attach: { files, ...options },
      discovers: false,
      confirms: 'before-end',
    })
  }

  test('says that it waits, and leaves nothing to be confirmed', async () => {
    const registry = await start({ quirks: withoutApi })
    const messages: string[] = []
    const onProgress = ({ kind, message }: { kind: string; message?: string }): void => {
      if (kind === 'step') messages.push(message ?? '')
    }
    const { attached: made, unconfirmed } = await succeed(await job(registry), { onProgress })
    expect(made).toMatchObject([{ status: 'pushed', via: 'referrers-tag' }])
    expect(unconfirmed).toEqual([])
    expect(messages.at(-1)).toBe('Waiting until the list of referrers is safe from other writers')
    expect(registry.requests.at(-1)).toMatchObject({ method: 'GET', status: 200 })
  })

  test('fails if the list cannot be read any more, and still says what it attached', async () => {
    const at = /^GET .*\/manifests\/sha256-/
    const registry = await start({
      quirks: withoutApi,
      faults: [{ at, after: 2, times: Number.POSITIVE_INFINITY, fails: forbidden }],
    })
    const { attached: made, failure } = await outcomeOf(await job(registry))
    expect(made).toHaveLength(1)
    expect(failure).toMatchObject({ message: expect.stringContaining(`${made[0]?.digest}`) })
  })

  test('confirms what is attached though it cannot be tagged', async () => {
    const at = /^PUT .*\/manifests\/sbom$/
    const registry = await start({
      quirks: withoutApi,
      faults: [{ at, times: Number.POSITIVE_INFINITY, fails: forbidden }],
    })
    const { attached: made, failure } = await outcomeOf(await job(registry, { tag: 'sbom' }))
    expect(made).toMatchObject([{ status: 'pushed' }])
    expect(failure).toMatchObject({ message: expect.stringContaining('without the tag sbom') })
    expect(registry.requests.at(-1)).toMatchObject({
      method: 'GET',
      path: expect.stringMatching(/manifests\/sha256-/),
      status: 200,
    })
  })

  /** Does the job again, and returns how long it took by its clock, and the requests that it made. */
  async function again(registry: TestRegistry, options: Partial<Job>) {
    const done = await job(registry)
    await succeed(done)
    const before = registry.requests.length
    const { now, sleep } = withoutWaiting()
    const began = now()
    await succeed({ ...done, ...options }, { now, sleep })
    return {
      took: now() - began,
      requests: registry.requests.slice(before).map(({ method, path }) => `${method} ${path}`),
    }
  }

  test('waits also where all was there: whoever wrote it may not have', async () => {
    const registry = await start({ quirks: withoutApi })
    const { took, requests } = await again(registry, {})
    expect(took).toBeGreaterThanOrEqual(SETTLE_MS)
    expect(took).toBeLessThan(2 * SETTLE_MS)
    expect(requests.filter((request) => /^(PUT|POST|PATCH)/.test(request))).toEqual([])
    expect(requests.at(-1)).toMatch(/^GET .*\/manifests\/sha256-/)
  })

  test.each([
    ['only says what it would do', withoutApi, { dryRun: true }],
    ['is at a registry with the referrers API', {}, {}],
  ])('does not wait where all was there, if it %s', async (_, quirks, options) => {
    const { took } = await again(await start({ quirks }), options)
    expect(took).toBeLessThan(SETTLE_MS)
  })
})
