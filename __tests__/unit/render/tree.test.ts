import { describe, expect, test } from '@jest/globals'
import { renderTree } from '../../../src/render/tree.ts'
import {
  digestOfName,
  REPOSITORY,
  sampleGraph,
  sampleReferrer,
} from '../../support/sample-graph.ts'

const d = digestOfName

describe('a tree', () => {
  test('of an image with nothing attached is its reference', () => {
    expect(renderTree(sampleGraph('app', []))).toBe(`${REPOSITORY}@${d('app')}`)
  })

  test('groups by type in the order of the first member, level by level', () => {
    const signature = sampleReferrer('sig', { artifactType: 'a/signature' })
    const graph = sampleGraph('app', [
      sampleReferrer('sbom1', { referrers: [signature] }),
      sampleReferrer('scan', { artifactType: 'application/sarif+json' }),
      sampleReferrer('sbom2'),
    ])
    expect(renderTree(graph).split('\n')).toEqual([
      `${REPOSITORY}@${d('app')}`,
      '├── application/spdx+json',
      `│   ├── ${d('sbom1')}`,
      '│   │   └── a/signature',
      `│   │       └── ${d('sig')}`,
      `│   └── ${d('sbom2')}`,
      '└── application/sarif+json',
      `    └── ${d('scan')}`,
    ])
  })

  test('has every platform below the image if one of them has referrers', () => {
    const platforms = [
      sampleGraph('amd64', [sampleReferrer('sbom')], {
        platform: { os: 'linux', architecture: 'amd64' },
      }),
      sampleGraph('arm', [], { platform: { os: 'linux', architecture: 'arm', variant: 'v7' } }),
    ]
    expect(renderTree(sampleGraph('app', [], { platforms })).split('\n')).toEqual([
      `${REPOSITORY}@${d('app')}`,
      '├── linux/amd64',
      `│   └── ${d('amd64')}`,
      '│       └── application/spdx+json',
      `│           └── ${d('sbom')}`,
      '└── linux/arm/v7',
      `    └── ${d('arm')}`,
    ])
  })

  test('has no platforms if none of them has referrers', () => {
    const platforms = [
      sampleGraph('amd64', [], { platform: { os: 'linux', architecture: 'amd64' } }),
    ]
    expect(renderTree(sampleGraph('app', [], { platforms }))).not.toContain('linux')
  })

  test('shows a type whole that is as long as one may be, and cuts what is longer', () => {
    const longest = `${'a'.repeat(127)}/${'b'.repeat(127)}`
    const platform = { os: 'o'.repeat(300), architecture: 'amd64' }
    const platforms = [
      sampleGraph('amd64', [sampleReferrer('x', { artifactType: '…'.repeat(300_000) })], {
        platform,
      }),
    ]
    const referrers = [sampleReferrer('y', { artifactType: longest })]
    expect(renderTree(sampleGraph('app', referrers, { platforms })).split('\n')).toEqual([
      `${REPOSITORY}@${d('app')}`,
      `├── ${longest}`,
      `│   └── ${d('y')}`,
      `└── ${'o'.repeat(254)}…`,
      `    └── ${d('amd64')}`,
      `        └── ${'…'.repeat(255)}`,
      `            └── ${d('x')}`,
    ])
  })

  test('shows what cannot be told or would be obeyed', () => {
    const { artifactType: _, ...untyped } = sampleReferrer('x')
    const graph = sampleGraph('app', [
      untyped,
      sampleReferrer('y', { artifactType: 'a\n::error::b' }),
    ])
    const text = renderTree(graph)
    expect(text).toContain('├── <unknown>\n')
    expect(text).toContain('└── a\\n::error::b\n')
  })
})
