import { describe, expect, test } from '@jest/globals'
import { parseDigest } from '../../src/oci/digest.ts'
import { writeDocument } from '../support/documents.ts'
import { gated } from '../support/gated.ts'
import { placeKinds, usePlaces } from '../support/places.ts'
import { createSigners, SIGNATURE, writeBundle } from '../support/signed-image.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const open = usePlaces()
const directory = useTemporaryDirectory()

describe.each(placeKinds)('a job in %s that attaches and asks for it', (kind) => {
  test('is judged by what hangs on the image then', async () => {
    const place = await open(kind)
    await place.putImage()
    const files = [await writeDocument(directory(), 'spdx')]
    const before = await gated(`${place.repository}:1`, 'sbom')
    const after = await gated(`${place.repository}:1`, 'sbom', { attach: { files } })
    expect(before.gate?.verdict).toBe('denied')
    expect(after).toMatchObject({ gate: { verdict: 'passed' }, attached: [{ status: 'pushed' }] })
    expect(after.failure).toBeUndefined()
  })

  test('in a dry run is judged as it would be, down to the signature in a file', async () => {
    const place = await open(kind)
    const { descriptor } = await place.putImage()
    const signers = await createSigners(directory())
    const files = [
      await writeDocument(directory(), 'spdx'),
      await writeBundle(directory(), signers, descriptor.digest, SIGNATURE, 'key'),
    ]
    const policy = `[sbom, {type: signature, signed-by: {key: '${signers.keyFile}'}}]`
    const denied = `[sbom, {type: signature, signed-by: {key: '${signers.otherKeyFile}'}}]`
    const before = await place.writes()
    const attach = { files, created: '2026-01-31T12:00:00Z' }
    const dryRun = { attach, dryRun: true }
    const dry = await gated(`${place.repository}:1`, policy, dryRun)
    expect(dry.failure).toBeUndefined()
    expect(dry.attached.map(({ status }) => status)).toEqual(['planned', 'planned'])
    expect((await gated(`${place.repository}:1`, denied, dryRun)).gate?.verdict).toBe('denied')
    expect(await place.writes()).toEqual(before)
    const wet = await gated(`${place.repository}:1`, policy, { attach })
    expect(wet.gate).toEqual(dry.gate)
  })

  test('of each platform is judged at each, in a dry run as in the run itself', async () => {
    const place = await open(kind)
    await place.putImage({ platforms: ['linux/amd64', 'linux/arm64'] })
    const image = `${place.repository}:1`
    const files = [await writeDocument(directory(), 'spdx')]
    const attach = { files, created: '2026-01-31T12:00:00Z' }
    const policy = '[{type: sbom, platform: each}]'
    const before = await place.writes()
    const onIndex = await gated(image, policy, { attach, dryRun: true })
    expect(onIndex).toMatchObject({ failure: { code: 'GATE_DENIED' } })
    expect(onIndex.gate?.rules).toMatchObject(
      ['linux/amd64', 'linux/arm64'].map((platform) => ({
        platform,
        verdict: 'denied',
        reason: expect.stringMatching(/^no SBOM is attached .*its index has 1 SBOM/),
      })),
    )
    const dry = await gated(image, policy, { attach, dryRun: true, platform: 'all' })
    expect(dry.failure).toBeUndefined()
    expect(dry.gate?.rules.map(({ subject }) => subject)).toEqual(
      dry.subjects.map(({ reference }) => reference),
    )
    expect(dry.attached.map(({ status }) => status)).toEqual(['planned', 'planned'])
    expect(await place.writes()).toEqual(before)
    expect((await gated(image, policy)).gate?.verdict).toBe('denied')
    const wet = await gated(image, policy, { attach, platform: 'all' })
    expect(wet.gate).toEqual(dry.gate)
    expect((await gated(image, policy)).gate?.verdict).toBe('passed')
  })

  test('in a dry run has no signature of what is only planned, and says so', async () => {
    const place = await open(kind)
    await place.putImage()
    const image = `${place.repository}:1`
    const signers = await createSigners(directory())
    const sbom = await writeDocument(directory(), 'spdx')
    const created = '2026-01-31T12:00:00Z'
    const policy = `[{type: sbom, signed-by: {key: '${signers.keyFile}'}}]`
    const planned = await gated(image, policy, { attach: { files: [sbom], created }, dryRun: true })
    const [{ digest = '', reference = '' } = {}] = planned.attached
    const signature = await writeBundle(directory(), signers, parseDigest(digest), SIGNATURE, 'key')
    const files = [sbom, signature]
    const together = await gated(image, policy, { attach: { files, created }, dryRun: true })
    for (const outcome of [planned, together]) {
      expect(outcome).toMatchObject({
        failure: { code: 'GATE_DENIED' },
        gate: {
          rules: [
            {
              verdict: 'denied',
              reason: expect.stringMatching(
                /^1 SBOM present, none signed by the key .*: sha256:[0-9a-f]+ carries no signature$/,
              ),
              matches: [{ reference, state: 'present' }],
            },
          ],
        },
      })
    }
    await gated(image, policy, { attach: { files: [sbom], created } })
    const level = { attach: { files: [signature] }, dryRun: true }
    expect(
      (await gated(`${place.repository}@${digest}`, 'signature', level)).failure,
    ).toBeUndefined()
    await gated(`${place.repository}@${digest}`, 'signature', { attach: { files: [signature] } })
    expect((await gated(image, policy)).gate?.verdict).toBe('passed')
  })
})
