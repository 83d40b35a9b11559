import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { credentialsEnvironment } from '../support/credentials-environment.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import { usePlaces } from '../support/places.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const place = usePlaces()
const start = useTestRegistry()
const at = (name: string): string => join(directory(), name)

describe('a job that attaches nothing', () => {
  test('does not mind how artifacts would be dated', async () => {
    const { repository, putImage } = await place('an image layout')
    await putImage()
    const context = { env: { HOME: '/nonexistent', SOURCE_DATE_EPOCH: 'today' } }
    await succeed(jobOn(`${repository}:1`), context)
    const files = [await writeDocument(directory(), 'spdx')]
    const outcome = await outcomeOf(jobOn(`${repository}:1`, { attach: { files } }), context)
    expect(outcome.failure).toMatchObject({ input: 'created' })
  })
})

describe('the files of every platform', () => {
  test('are those of the platforms that there are, whatever else the pattern finds', async () => {
    const { repository, putImage } = await place('an image layout')
    await putImage({ platforms: ['linux/amd64', 'linux/arm64'] })
    await writeDocument(directory(), 'spdx', { name: 'amd64.json', seed: 'a' })
    await writeDocument(directory(), 'spdx', { name: 'arm64.json', seed: 'b' })
    await writeFile(at('package.json'), '{}')
    await writeFile(at('empty.json'), '')
    await writeFile(at('bill.json'), '{"bomFormat":"CycloneDX","components":[]}')
    const attach = { files: [at('{arch}.json')] }
    const outcome = await succeed(jobOn(`${repository}:1`, { platform: 'all', attach }))
    expect(outcome.attached.map(({ files: [file] }) => file?.title)).toEqual([
      'amd64.json',
      'arm64.json',
    ])
    expect(outcome.warnings).toEqual([])
  })

  test.each([
    ['is empty', '', 'files'],
    ['cannot be told', '{}', 'artifact-type'],
  ])('are refused before anything is written if one %s', async (_, content, input) => {
    const { repository, putImage, writes } = await place('an image layout')
    await putImage({ platforms: ['linux/amd64'] })
    await writeFile(at('amd64.json'), content)
    const before = await writes()
    const attach = { files: [at('{arch}.json')] }
    const outcome = await outcomeOf(jobOn(`${repository}:1`, { platform: 'all', attach }))
    expect(outcome.failure).toMatchObject({ input })
    expect(await writes()).toEqual(before)
  })

  test('that are the same for all of them are judged before the first request', async () => {
    await writeFile(at('note.json'), '{}')
    const attach = { files: [at('note.json'), at('{arch}.json')] }
    const outcome = await outcomeOf(jobOn('127.0.0.1:1/app:1', { platform: 'all', attach }))
    expect(outcome.failure).toMatchObject({ input: 'artifact-type' })
    expect(outcome.traffic.requests).toBe(0)
  })
})

describe('several repositories of a registry', () => {
  test('need no credentials that it does not ask for', async () => {
    const registry = await start()
    for (const name of ['one', 'two']) registry.putImage(name, { tag: '1' })
    const { env } = await credentialsEnvironment(directory(), { docker: { credsStore: 'absent' } })
    const images = [`${registry.host}/one:1`, `${registry.host}/two:1`]
    expect((await succeed(jobOn(images), { env })).graphs).toHaveLength(2)
  })
})

describe('a failure', () => {
  test('is what is wrong with the image, whatever its blobs were answered meanwhile', async () => {
    const registry = await start({
      faults: [
        { at: /^HEAD/, times: 9, fails: { status: 403 } },
        { at: /^GET/, fails: { status: 503 } },
      ],
    })
    const files = [await writeDocument(directory(), 'spdx')]
    const outcome = await outcomeOf(jobOn(`${registry.host}/app:1`, { attach: { files } }))
    expect(outcome.failure).toMatchObject({ code: expect.stringMatching('_UNKNOWN'), status: 404 })
  })
})

describe('a job that is cancelled', () => {
  test('stops reading a file, however large', async () => {
    await writeFile(at('large'), '')
    await truncate(at('large'), 2 ** 34)
    const cancelled = new AbortController()
    const attach = { files: [at('large')], artifactType: 'a/b' }
    const job = outcomeOf(jobOn('127.0.0.1:1/app:1', { attach }), { signal: cancelled.signal })
    setImmediate(() => cancelled.abort())
    expect((await job).failure).toMatchObject({ code: 'CANCELLED' })
  })

  test('lists nothing in an image layout', async () => {
    const { repository, putImage, writes } = await place('an image layout')
    await putImage()
    const before = await writes()
    const cancelled = new AbortController()
    const files = [await writeDocument(directory(), 'spdx')]
    const outcome = await outcomeOf(jobOn(`${repository}:1`, { attach: { files } }), {
      signal: cancelled.signal,
      onProgress: () => cancelled.abort(),
    })
    expect(outcome.failure).toMatchObject({ code: 'CANCELLED' })
    expect((await writes()).at(-1)).toBe(before.at(-1))
  })
})
