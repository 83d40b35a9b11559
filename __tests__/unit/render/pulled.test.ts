import { expect, test } from '@jest/globals'
import { formatPulled } from '../../../src/render/pulled.ts'
import { samplePulled } from '../../support/sample-graph.ts'

const request = {
  directory: 'out',
  what: 'artifact',
  overwrite: false,
  maxFiles: 1,
  maxBytes: 1,
} as const

test.each([
  [[], 'Pulled 0 files (0 B) into out'],
  [['a'], 'Pulled 1 file (1.5 kB) into out'],
  [['a', 'b'], 'Pulled 2 files (3.0 kB) into out'],
])('%j', (names, line) => {
  const pulled = names.map((name) => samplePulled(name))
  expect(formatPulled(request, pulled)).toBe(line)
})
