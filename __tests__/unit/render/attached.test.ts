import { expect, test } from '@jest/globals'
import { formatAttached } from '../../../src/render/attached.ts'
import { sampleAttached } from '../../support/sample-graph.ts'

const { reference, via, ...rest } = sampleAttached('sbom')
const { subject: _subject, ...others } = rest
const withoutSubject = { ...others, reference }

test('names that are longer than any are cut', () => {
  const [file] = rest.files
  const title = `${'d/'.repeat(200)}sbom.json`
  const files = file ? [file, { ...file, title }] : []
  const artifactType = 'a'.repeat(300_000)
  expect(formatAttached({ ...withoutSubject, files, artifactType })).toBe(
    `Pushed sbom.json, ${title.slice(0, 254)}… (${'a'.repeat(254)}…) as ${reference}`,
  )
})

test.each([
  [{ ...rest, reference, ...(via && { via }) }, 'Attached', ', listed by referrers-api'],
  [{ ...rest, reference, status: 'exists' as const }, 'Already attached', ''],
  [{ ...rest, reference, status: 'planned' as const }, 'Would attach', ''],
  [withoutSubject, 'Pushed', ''],
  [{ ...withoutSubject, status: 'exists' as const }, 'Already pushed', ''],
  [{ ...withoutSubject, status: 'planned' as const }, 'Would push', ''],
])('an artifact is told of in a line (%#)', (attached, start, end) => {
  expect(formatAttached(attached)).toBe(
    `${start} sbom.json (application/spdx+json) as ${reference}${end}`,
  )
})
