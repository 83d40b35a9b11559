import { describe, expect, test } from '@jest/globals'
import type { OnProgress, Outcome } from '../../src/job.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { digestOf } from '../../src/oci/digest.ts'
import { OCI_IMAGE_INDEX } from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { confirm } from '../../src/run/confirm.ts'
import { artifactOn } from '../support/artifacts.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, succeed, withoutWaiting } from '../support/job.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

/** What somebody else has attached, and how they list it. */
interface Foreign {
  readonly digest: string
  readonly entry: string
}

function foreign(registry: TestRegistry, subject: Descriptor, text: string): Foreign {
  const { manifest } = artifactOn(subject, text)
  const { mediaType, digest, size } = registry.putManifest('app', manifest)
  const entry = `{ "digest":"${digest}",  "size": ${size}, "mediaType":"${mediaType}", "x-own": 1e0 }`
  return { digest, entry }
}

/** Somebody has the list be what they read long before, and theirs. */
function overwrite(registry: TestRegistry, tag: string, ...entries: readonly Foreign[]): void {
  const manifests = entries.map(({ entry }) => entry).join()
  const text = `{"schemaVersion":2,"mediaType":"${OCI_IMAGE_INDEX}","manifests":[${manifests}]}`
  const bytes = new TextEncoder().encode(text)
  const descriptor = { mediaType: OCI_IMAGE_INDEX, digest: digestOf(bytes), size: bytes.length }
  registry.putManifest('app', { value: {}, bytes, descriptor }, tag)
}

/** Confirms what a job has left to be confirmed, in another process some time later. */
async function confirmLater({ unconfirmed }: Outcome): Promise<void> {
  const { now, sleep } = withoutWaiting()
  await confirm(
    JSON.parse(JSON.stringify(unconfirmed)),
    {
      connection: { plainHttp: 'auto', referrersMode: 'auto', concurrency: 32 },
      deadline: 60_000,
    },
    {
      onProgress: () => undefined,
      signal: new AbortController().signal,
      env: { HOME: '/nonexistent' },
      cacheDirectory: '/nonexistent',
      now: () => now() + 60_000,
      sleep,
    },
  )
}

function digestsOf(...all: readonly { readonly digest: string }[]): readonly string[] {
  return all.map(({ digest }) => digest).sort()
}

/** A registry whose image has two artifacts of others at the referrers tag. */
async function listed() {
  const registry = await start({ quirks: { referrers: { endpoint: '404-text' } } })
  const image = registry.putImage('app', { tag: '1' }).descriptor
  const tag = referrersTag(image.digest)
  const one = foreign(registry, image, 'one')
  const two = foreign(registry, image, 'two')
  const late = foreign(registry, image, 'late')
  overwrite(registry, tag, one, two)
  return {
    registry,
    tag,
    one,
    two,
    late,
    attach: (files: readonly string[], onProgress: OnProgress = () => undefined) =>
      succeed(jobOn(`${registry.host}/app:1`, { attach: { files }, discovers: false }), {
        onProgress,
      }),
    kept: () => digestsOf(...registry.referrersOf('app', image.digest)),
    written: () => Buffer.from(registry.manifest('app', tag) ?? []).toString(),
  }
}

async function remove(registry: TestRegistry, digest: string | undefined): Promise<void> {
  const url = `${registry.origin}/v2/app/manifests/${digest}`
  expect(await fetch(url, { method: 'DELETE' })).toMatchObject({ status: 202 })
}

describe('of a list that is overwritten after the job has attached to it, there is put back', () => {
  /** After the job, somebody overwrites what others had listed before it, and what it attached. */
  async function overwritten() {
    const list = await listed()
    const outcome = await list.attach([await writeDocument(directory(), 'spdx')])
    overwrite(list.registry, list.tag, list.late)
    return { ...list, outcome, attached: outcome.attached }
  }

  test('what others had listed before, to the letter', async () => {
    const { one, two, late, outcome, attached, kept, written } = await overwritten()
    await confirmLater(outcome)
    expect(kept()).toEqual(digestsOf(one, two, late, ...attached))
    for (const { entry } of [one, two, late]) expect(written()).toContain(entry)
  })

  test('the same, made anew, where the list that had it was deleted when it was overwritten', async () => {
    const { registry, one, two, late, outcome, attached, kept } = await overwritten()
    await remove(registry, outcome.unconfirmed[0]?.sighting.revision)
    await confirmLater(outcome)
    expect(kept()).toEqual(digestsOf(one, two, late, ...attached))
  })

  test('nothing that others have deleted besides taking it from the list', async () => {
    const { registry, one, two, late, outcome, attached, kept } = await overwritten()
    await remove(registry, two.digest)
    await confirmLater(outcome)
    expect(kept()).toEqual(digestsOf(one, late, ...attached))
  })

  test('what the job has found attached, besides what it has pushed', async () => {
    const list = await listed()
    const files = [await writeDocument(directory(), 'spdx')]
    await list.attach(files)
    const outcome = await list.attach([...files, await writeDocument(directory(), 'cyclonedx')])
    expect(outcome.attached.map(({ status }) => status)).toEqual(['exists', 'pushed'])
    expect(outcome.unconfirmed[0]?.digests).toEqual(outcome.attached.map(({ digest }) => digest))
    overwrite(list.registry, list.tag)
    await confirmLater(outcome)
    expect(list.kept()).toEqual(digestsOf(list.one, list.two, ...outcome.attached))
  })

  test('what was lost while the job pushed, after it had looked for what is attached', async () => {
    const list = await listed()
    const files = [await writeDocument(directory(), 'spdx')]
    await list.attach(files)
    let isOverwritten = false
    const onProgress: OnProgress = ({ kind }) => {
      if (kind === 'upload' && !isOverwritten) overwrite(list.registry, list.tag, list.late)
      isOverwritten ||= kind === 'upload'
    }
    const all = [...files, await writeDocument(directory(), 'cyclonedx')]
    const outcome = await list.attach(all, onProgress)
    expect(isOverwritten).toBe(true)
    await confirmLater(outcome)
    const { one, two, late, kept } = list
    expect(kept()).toEqual(digestsOf(one, two, late, ...outcome.attached))
  })
})

test('what is attached is not confirmed if it is deleted, and an error that names it', async () => {
  const list = await listed()
  const outcome = await list.attach([await writeDocument(directory(), 'spdx')])
  overwrite(list.registry, list.tag)
  await remove(list.registry, outcome.attached[0]?.digest)
  await expect(confirmLater(outcome)).rejects.toMatchObject({
    code: 'NOT_LISTED',
    message: expect.stringContaining(
      `the tag ${list.tag} has lost ${outcome.attached[0]?.digest}, which is gone from the registry too`,
    ),
  })
})
