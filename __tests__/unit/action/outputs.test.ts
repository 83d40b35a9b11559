import { describe, expect, test } from '@jest/globals'
import { fitOutputs, MAX_OUTPUTS, outputsOf, type StepFiles } from '../../../src/action/outputs.ts'
import { readJob } from '../../../src/inputs/job.ts'
import { OciError } from '../../../src/oci/error.ts'
import { renderTree } from '../../../src/render/tree.ts'
import { inputSource } from '../../support/input-source.ts'
import {
  digestOfName,
  REPOSITORY,
  sampleAttached,
  sampleGraph,
  sampleOutcome,
  samplePulled,
  sampleReferrer,
} from '../../support/sample-graph.ts'
import { sampleReport, sampleVerdict } from '../../support/sample-report.ts'

const discovering = readJob(inputSource({ image: 'r.example/a:1' }))
const attaching = readJob(inputSource({ image: 'r.example/a:1', files: 'a.json' }))
const pulling = readJob(inputSource({ image: 'r.example/a:1', 'pull-to': 'out' }))
const d = digestOfName
const ref = (name: string) => `${REPOSITORY}@${d(name)}`

const files: StepFiles = { graphs: '/tmp/graph.json', gateReport: '/tmp/report.json' }
const none: StepFiles = { graphs: undefined, gateReport: undefined }

const app = sampleGraph('app', [sampleReferrer('sbom'), sampleReferrer('scan')])
const other = sampleGraph('other', [sampleReferrer('sig')])

describe('the outputs', () => {
  test('of a job that attaches are about what it attached', () => {
    const attached = [sampleAttached('scan'), sampleAttached('sbom')]
    const outputs = outputsOf(attaching, sampleOutcome([app], { attached }), files)
    expect(Object.fromEntries(outputs)).toMatchObject({
      subject: ref('app'),
      'subject-digest': d('app'),
      digest: d('scan'),
      digests: `${d('scan')}\n${d('sbom')}`,
      reference: ref('scan'),
      references: `${ref('scan')}\n${ref('sbom')}`,
      'graph-file': '/tmp/graph.json',
      tree: renderTree(app),
    })
    expect(JSON.parse(outputs.get('attached') ?? '')).toEqual(attached)
  })

  test('of a job that attaches nothing are about the referrers of the images themselves', () => {
    const outputs = outputsOf(discovering, sampleOutcome([app, other]), files)
    expect(Object.fromEntries(outputs)).toMatchObject({
      digest: d('sbom'),
      digests: [d('sbom'), d('scan'), d('sig')].join('\n'),
      references: [ref('sbom'), ref('scan'), ref('sig')].join('\n'),
      attached: '[]',
      tree: `${renderTree(app)}\n\n${renderTree(other)}`,
    })
    expect(JSON.parse(outputs.get('referrers') ?? '')).toMatchObject([
      { digest: d('sbom') },
      { digest: d('scan') },
    ])
  })

  test('have what was pulled', () => {
    const pulled = [samplePulled('sbom'), samplePulled('scan')]
    const outputs = outputsOf(pulling, sampleOutcome([app], { pulled }), files)
    expect(JSON.parse(outputs.get('pulled') ?? '')).toEqual(pulled)
  })

  test.each([
    ['passed', undefined],
    ['denied', new OciError('GATE_DENIED', 'the gate is denied')],
  ] as const)('have what became of the gate: %s', (verdict, denied) => {
    const gate = sampleReport([sampleVerdict({ verdict })])
    const outcome = sampleOutcome([app], { gate, ...(denied && { failure: denied }) })
    const outputs = outputsOf(pulling, outcome, files)
    expect(Object.fromEntries(outputs)).toMatchObject({
      gate: verdict,
      'gate-report-file': '/tmp/report.json',
      referrers: expect.stringContaining(d('sbom')),
    })
    expect(JSON.parse(outputs.get('gate-report') ?? '')).toEqual(gate)
    expect(outputs.has('pulled')).toBe(verdict === 'passed')
  })

  test('are single lines of JSON', () => {
    const outputs = outputsOf(discovering, sampleOutcome([app]), none)
    expect(outputs.get('referrers')).not.toContain('\n')
  })

  test('are empty where there is nothing', () => {
    const outputs = outputsOf(discovering, sampleOutcome([sampleGraph('app', [])]), files)
    expect(Object.fromEntries(outputs)).toMatchObject({
      digests: '',
      references: '',
      referrers: '[]',
    })
    expect(outputs.has('digest')).toBe(false)
  })
})

describe('after a failure', () => {
  const failure = new Error('failed')

  test.each([
    [attaching, ['pulled']],
    [discovering, ['attached', 'pulled']],
    [pulling, ['attached']],
  ])('before anything is known there is nothing but what was not asked for', (job, known) => {
    const outputs = outputsOf(job, sampleOutcome([], { failure }), none)
    expect([...outputs]).toEqual(known.map((name) => [name, '[]']))
  })

  test('what was attached is known', () => {
    const attached = [sampleAttached('sbom')]
    const subjects = [{ reference: ref('app'), digest: d('app') }]
    const outcome = sampleOutcome([], { subjects, attached, failure })
    expect([...outputsOf(attaching, outcome, none).keys()]).toEqual([
      'subject',
      'subject-digest',
      'digest',
      'reference',
      'digests',
      'references',
      'attached',
      'pulled',
    ])
  })

  test('the graph of another image does not pass for that of the first, nor some for all', () => {
    const subjects = [app, other].map(({ reference, digest }) => ({ reference, digest }))
    const outcome = sampleOutcome([other], { subjects, failure })
    const names = [...outputsOf(discovering, outcome, { ...none, graphs: '/tmp/g' }).keys()]
    expect(names).toEqual(['subject', 'subject-digest', 'graph-file', 'attached', 'pulled'])
  })
})

describe('within the limit of GitHub', () => {
  test('the outputs stay as they are', () => {
    const outputs = new Map([['a', 'x'.repeat(MAX_OUTPUTS)]])
    expect(fitOutputs(outputs)).toEqual({ outputs, tooLong: [] })
  })

  test('those that do not fit any more are emptied and named', () => {
    const most = 'x'.repeat(MAX_OUTPUTS - 2)
    const outputs = new Map([
      ['a', 'x'],
      ['b', most],
      ['c', 'xx'],
      ['d', 'x'],
    ])
    expect(fitOutputs(outputs)).toEqual({
      outputs: new Map([
        ['a', 'x'],
        ['b', most],
        ['c', ''],
        ['d', 'x'],
      ]),
      tooLong: ['c'],
    })
  })
})
