import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { policyReader } from '../../../src/inputs/gate.ts'
import { readJob } from '../../../src/inputs/job.ts'
import type { InputSource } from '../../../src/inputs/source.ts'
import { inputSource } from '../../support/input-source.ts'
import { readActionMetadata } from '../../support/runner/action-metadata.ts'

const image = 'ghcr.io/org/app:1'

const { inputs } = readActionMetadata(
  fileURLToPath(new URL('../../../action.yml', import.meta.url)),
)

describe('a job', () => {
  test('reads every input that action.yml has, and no other', async () => {
    const read = new Set<string>()
    const source = inputSource({ image, files: 'a.json' })
    const noting: InputSource = {
      value: (name) => {
        read.add(name)
        return source.value(name)
      },
      values: (name) => {
        read.add(name)
        return source.values(name)
      },
    }
    readJob(noting, { policy: await policyReader(noting) })
    // Whether to write a summary or to install the command line is no part of the job.
    expect([...read, 'summary', 'install-cli'].sort()).toEqual([...inputs.keys()].sort())
  })

  test('that attaches', () => {
    const job = readJob(
      inputSource({
        image,
        files: 'a.json\n\n*.sarif:application/sarif+json\n',
        'artifact-type': 'a/b',
        combine: 'true',
        annotations: 'k=v',
        created: '2026-01-31T12:00:00Z',
        'if-exists': 'append',
        'manifest-format': 'oras-artifact',
        'dry-run': 'true',
        depth: '2',
        platform: 'all',
      }),
    )
    expect(job).toMatchObject({
      platform: 'all',
      artifactTypes: [],
      dryRun: true,
      depth: 2,
      attach: {
        files: ['a.json', '*.sarif:application/sarif+json'],
        artifactType: 'a/b',
        combine: true,
        annotations: { k: 'v' },
        created: '2026-01-31T12:00:00Z',
        ifExists: 'append',
        manifestFormat: 'oras-artifact',
      },
    })
  })

  test('that pulls, pulls everything attached', () => {
    const job = readJob(inputSource({ image, 'pull-to': 'out', 'artifact-type': 'a/b' }))
    expect(job).toMatchObject({
      artifactTypes: ['a/b'],
      pull: { directory: 'out', what: 'referrers', overwrite: false },
    })
  })

  test('that attaches nothing selects by type', () => {
    const job = readJob(inputSource({ image, 'artifact-type': 'a/b\nc/d' }))
    expect(job).not.toHaveProperty('attach')
    expect(job.artifactTypes).toEqual(['a/b', 'c/d'])
  })

  test('has the defaults that action.yml states', () => {
    const defaults = Object.fromEntries([...inputs].map(([name, each]) => [name, each.default]))
    const given = { image, files: 'a.json' }
    const stated = readJob(inputSource({ ...defaults, 'github-token': '', ...given }))
    expect(stated).toEqual(readJob(inputSource(given)))
  })

  test('tells of every problem at once, also of inputs that it does not need', () => {
    const wrong = inputSource({ image: 'App', combine: 'x', concurrency: 'x', depth: '99' })
    const inputs = ['image', 'combine', 'depth', 'concurrency']
    expect(() => readJob(wrong)).toThrow(
      expect.objectContaining({
        problems: inputs.map((input) => expect.objectContaining({ input })),
      }),
    )
  })
})
