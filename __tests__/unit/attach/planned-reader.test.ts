import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import type { AttachedArtifact } from '../../../src/attach/plan.ts'
import { readingPlanned } from '../../../src/attach/planned-reader.ts'
import { emptyConfig, packImageManifest } from '../../../src/oci/pack.ts'
import { pushArtifacts, pushImage, textContent } from '../../support/artifacts.ts'
import { createMemoryRepository } from '../../support/memory-repository.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'
import { testImage } from '../../support/test-image.ts'

const directory = useTemporaryDirectory()
const subject = testImage().descriptor
const { signal } = new AbortController()

async function artifact(status: AttachedArtifact['status']): Promise<AttachedArtifact> {
  const path = join(directory(), 'sbom.json')
  await writeFile(path, 'the SBOM')
  const { descriptor } = textContent('the SBOM')
  const manifest = packImageManifest({
    artifactType: 'a/b',
    files: [descriptor],
    subject,
    annotations: {},
    created: '2026-03-01T00:00:00Z',
  })
  const files = [{ ...descriptor, path, title: 'sbom.json' }]
  return { artifactType: 'a/b', manifest, files, status }
}

describe('the reader of a dry run', () => {
  test('has the manifests that are planned, their files and their config', async () => {
    const planned = await artifact('planned')
    const reader = readingPlanned(createMemoryRepository(), [planned], signal)
    const manifest = await reader.fetchManifest(planned.manifest.descriptor)
    expect(manifest).toEqual(planned.manifest)
    const [file] = planned.files
    if (!file) throw new Error('it has no file')
    expect(await text(await reader.fetchBlob(file))).toBe('the SBOM')
    expect(await text(await reader.fetchBlob(emptyConfig.descriptor))).toBe('{}')
  })

  test('fails where a file has changed since', async () => {
    const planned = await artifact('planned')
    const reader = readingPlanned(createMemoryRepository(), [planned], signal)
    const [file] = planned.files
    if (!file) throw new Error('it has no file')
    await writeFile(file.path, 'the spam')
    await expect(reader.fetchBlob(file).then(text)).rejects.toMatchObject({
      code: 'DIGEST_INVALID',
    })
  })

  test('has what is in the repository, and what exists only from there', async () => {
    const repository = createMemoryRepository()
    const image = await pushImage(repository, '1')
    const [listed] = await pushArtifacts(repository, image, ['listed'])
    if (!listed) throw new Error('nothing was pushed')
    const exists = await artifact('exists')
    const reader = readingPlanned(repository, [await artifact('planned'), exists], signal)
    expect(await reader.fetchManifest(listed.descriptor)).toEqual(listed)
    expect(readingPlanned(repository, [exists], signal)).toBe(repository)
  })
})
