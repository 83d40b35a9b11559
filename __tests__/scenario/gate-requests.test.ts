import { describe, expect, test } from '@jest/globals'
import type { Job } from '../../src/job.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { writeDocument } from '../support/documents.ts'
import { gated } from '../support/gated.ts'
import { jobOn, succeed } from '../support/job.ts'
import { roundTrips, transcript } from '../support/registry/transcript.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { attachAll, createSigners, SIGNATURE, writeBundle } from '../support/signed-image.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

/** Long enough that requests which are sent together arrive together. */
const latencyMs = 100

describe('what is shown', () => {
  test('is as deep as is asked for, though all of it is judged', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const image = `${registry.host}/app:1`
    const signers = await createSigners(directory())
    const [sbom] = await attachAll(image, [await writeDocument(directory(), 'spdx')])
    if (!sbom) throw new Error('nothing was attached')
    const signature = await writeBundle(directory(), signers, sbom.digest, SIGNATURE, 'key')
    await attachAll(sbom.reference, [signature])
    const policy = `[{type: sbom, signed-by: {key: '${signers.keyFile}'}}]`
    const outcome = await gated(image, policy, { depth: 1, artifactTypes: ['a/b'] })
    expect(outcome.gate?.verdict).toBe('passed')
    expect(outcome.graphs[0]?.referrers).toMatchObject([{ digest: sbom.digest, referrers: [] }])
  })
})

describe('the requests of a gate', () => {
  test('beyond those of discovery are the blobs of what can be signed', async () => {
    const registry = await start({ latencyMs })
    const { descriptor } = registry.putImage('app', { tag: '1' })
    const image = `${registry.host}/app:1`
    const signers = await createSigners(directory())
    const files = [
      await writeDocument(directory(), 'spdx'),
      await writeBundle(directory(), signers, descriptor.digest, SIGNATURE, 'key'),
    ]
    const [sbom, signature] = await attachAll(image, files)
    const names = {
      image: descriptor.digest,
      sbom: sbom?.digest ?? '',
      signature: signature?.digest ?? '',
      bundle: signature?.files[0]?.digest ?? '',
    }
    const requestsOf = async (job: Job) => {
      const before = registry.requests.length
      await succeed(job)
      return registry.requests.slice(before)
    }
    const discovery = await requestsOf(jobOn(image))
    const policy = parsePolicy(`[sbom, {type: signature, signed-by: {key: '${signers.keyFile}'}}]`)
    const gate = await requestsOf(jobOn(image, { gate: { policy } }))
    expect(transcript(gate, names)).toEqual([
      ...transcript(discovery, names),
      'GET /v2/app/blobs/<bundle> -> 200',
    ])
    expect(roundTrips(gate)).toBe(roundTrips(discovery) + 1)
  })

  test('that asks for no signature are those of discovery', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const image = `${registry.host}/app:1`
    await attachAll(image, [await writeDocument(directory(), 'spdx')])
    const before = registry.requests.length
    await succeed(jobOn(image))
    const discovery = registry.requests.length - before
    await succeed(jobOn(image, { gate: { policy: parsePolicy('sbom') } }))
    expect(registry.requests.length - before).toBe(2 * discovery)
  })
})
