import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { attachedJson, formatJson, graphJson, referencesJson } from '../../../src/render/json.ts'
import { nastyText } from '../../support/nasty-text.ts'
import { parseCommand } from '../../support/runner/workflow-commands.ts'
import {
  digestOfName,
  REPOSITORY,
  sampleAttached,
  sampleGraph,
  sampleReferrer,
} from '../../support/sample-graph.ts'

const sbom = sampleReferrer('sbom', {
  annotations: { created: 'now' },
  referrers: [sampleReferrer('sig', { sources: ['referrers-api', 'referrers-tag'] })],
})

describe('the graph', () => {
  test('has the keys of the contract, in their order', () => {
    const platform = { os: 'linux', architecture: 'arm64', variant: 'v8' }
    const graph = sampleGraph('app', [sbom], {
      artifactType: 'a/b',
      annotations: { k: 'v' },
      platform,
      platforms: [sampleGraph('arm64', [], { platform })],
    })
    const image = graphJson(graph)
    expect(Object.keys(image)).toEqual([
      'reference',
      'mediaType',
      'digest',
      'size',
      'artifactType',
      'annotations',
      'platform',
      'referrers',
      'platforms',
    ])
    expect(Object.keys(image.platform ?? {})).toEqual(['architecture', 'os', 'variant'])
    expect(image.platforms).toMatchObject([
      { platform, digest: digestOfName('arm64'), referrers: [] },
    ])
    expect(Object.keys(image.referrers[0] ?? {})).toEqual([
      'reference',
      'mediaType',
      'digest',
      'size',
      'artifactType',
      'annotations',
      'sources',
      'referrers',
    ])
    expect(image.referrers[0]?.referrers).toMatchObject([
      {
        reference: `${REPOSITORY}@${digestOfName('sig')}`,
        sources: ['referrers-api', 'referrers-tag'],
      },
    ])
  })

  test('has nothing that is not known', () => {
    expect(Object.keys(graphJson(sampleGraph('app', [])))).toEqual([
      'reference',
      'mediaType',
      'digest',
      'size',
      'referrers',
    ])
  })

  test('in its older form has references all the way down', () => {
    const { references } = referencesJson(sampleGraph('app', [sbom]))
    expect(references.map((each) => Object.keys(each))).toEqual([
      ['digest', 'mediaType', 'artifactType', 'size', 'annotations', 'references'],
    ])
    expect(references[0]?.references).toMatchObject([
      { digest: digestOfName('sig'), references: [] },
    ])
  })
})

test('an artifact has the keys of the contract, in their order', () => {
  const { via, ...planned } = sampleAttached('sbom', { status: 'planned' })
  const [file] = planned.files
  const noise = { ...file, document: 'not told' } as typeof file & object
  const json = attachedJson({ ...planned, files: file ? [{ ...file, ...noise }] : [] })
  expect(Object.keys(json)).toEqual([
    'subject',
    'reference',
    'digest',
    'mediaType',
    'size',
    'artifactType',
    'files',
    'status',
  ])
  expect(json.files.map((each) => Object.keys(each))).toEqual([
    ['path', 'title', 'mediaType', 'digest', 'size'],
  ])
  expect(attachedJson({ ...planned, ...(via && { via }) })).toHaveProperty('via', 'referrers-api')
})

describe('JSON', () => {
  test('is on one line, or indented', () => {
    expect(formatJson({ a: [1] })).toBe('{"a":[1]}')
    expect(formatJson({ a: [1] }, 2)).toBe('{\n  "a": [\n    1\n  ]\n}')
  })

  test('of any text gives it back, and holds nothing that a runner or a terminal would obey', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (key, text) => {
        const json = formatJson({ [key]: text }, 2)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [key]: text })))
        for (const line of json.split('\n')) {
          expect(parseCommand(line, () => true)).toBeUndefined()
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        }
      }),
    )
  })
})
