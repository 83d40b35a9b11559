import { expect, test } from '@jest/globals'
import { formatAttached } from '../../../src/render/attached.ts'
import { sampleAttached } from '../../support/sample-graph.ts'

const { reference, via, ...rest } = sampleAttached('sbom')

test.each([
  [{ ...rest, reference, ...(via && { via }) }, 'Attached', ', listed by referrers-api'],
  [{ ...rest, reference, status: 'exists' as const }, 'Already attached', ''],
  [{ ...rest, reference, status: 'planned' as const }, 'Would attach', ''],
])('an artifact is told of in a line (%#)', (attached, start, end) => {
  expect(formatAttached(attached)).toBe(
    `${start} sbom.json (application/spdx+json) as ${reference}${end}`,
  )
})
