import { describe, expect, test } from '@jest/globals'
import { parseCommand } from '../../../src/cli/parse.ts'
import { resultFormat } from '../../../src/cli/result.ts'
import type { Outcome } from '../../../src/job.ts'
import { graphJson, referencesJson } from '../../../src/render/json.ts'
import { renderMermaid } from '../../../src/render/mermaid.ts'
import { renderReport } from '../../../src/render/report.ts'
import { reportJson } from '../../../src/render/report-json.ts'
import { renderTree } from '../../../src/render/tree.ts'
import {
  sampleAttached,
  sampleGraph,
  sampleOutcome,
  samplePulled,
  sampleReferrer,
} from '../../support/sample-graph.ts'
import { sampleReport, sampleVerdict } from '../../support/sample-report.ts'

function render(line: string, outcome: Outcome): string | undefined {
  const command = parseCommand(line.split(' '))
  if (command.kind !== 'job') throw new Error('no job')
  return resultFormat(command)(outcome)
}

const app = sampleGraph('app', [sampleReferrer('sbom')])
const other = sampleGraph('other', [])
const failure = new Error('failed')

describe('attach prints', () => {
  const attached = [sampleAttached('sbom'), sampleAttached('scan')]
  const outcome = sampleOutcome([app], { attached })
  const references = attached.map(({ reference }) => reference).join('\n')

  test.each(['attach a:1 x', 'attach a:1 x --format text', 'push a x'])(
    'references by %s',
    (line) => {
      expect(render(line, outcome)).toBe(references)
    },
  )

  test('JSON by --format json', () => {
    expect(JSON.parse(render('attach a:1 x --format json', outcome) ?? '')).toEqual(attached)
  })

  test('JSON of what refers to nothing without a subject', () => {
    const { subject: _subject, ...pushed } = sampleAttached('policy')
    const pushes = sampleOutcome([], { attached: [pushed] })
    expect(JSON.parse(render('push a x --format json', pushes) ?? '')).toEqual([pushed])
  })

  test('what was attached before a failure, and nothing if nothing was', () => {
    expect(render('attach a:1 x', { ...outcome, failure })).toBe(references)
    expect(
      render('attach a:1 x --format json', { ...outcome, attached: [], failure }),
    ).toBeUndefined()
  })
})

describe('discover prints', () => {
  const outcome = sampleOutcome([app])

  test.each(['', ' -o tree', ' --format tree'])('a tree by "%s"', (options) => {
    expect(render(`discover a:1${options}`, outcome)).toBe(renderTree(app))
  })

  test('the older JSON by -o json', () => {
    expect(JSON.parse(render('discover a:1 -o json', outcome) ?? '')).toEqual(referencesJson(app))
  })

  test('the whole graph by --format json', () => {
    expect(JSON.parse(render('discover a:1 --format json', outcome) ?? '')).toEqual(graphJson(app))
  })

  test('a diagram by --format mermaid', () => {
    expect(render('discover a:1 --format mermaid', outcome)).toBe(renderMermaid(app))
  })

  test('several graphs one after the other, JSON as a stream of objects', () => {
    const both = sampleOutcome([app, other])
    expect(render('discover a:1', both)).toBe(`${renderTree(app)}\n\n${renderTree(other)}`)
    const [first, second] = (render('discover a:1 -o json', both) ?? '').split(/(?<=^\})\n/m)
    expect([first, second].map((text) => JSON.parse(text ?? ''))).toEqual(
      [app, other].map(referencesJson),
    )
  })

  test('nothing after a failure: some of a graph would look like all of it', () => {
    expect(render('discover a:1', { ...outcome, failure })).toBeUndefined()
  })
})

describe('pull prints', () => {
  const pulled = [samplePulled('sbom'), samplePulled('scan', { path: 'out/a\u202eb' })]
  const outcome = sampleOutcome([], { pulled })

  test.each(['pull a:1', 'pull a:1 --format text'])('paths by %s', (line) => {
    expect(render(line, outcome)).toBe('out/sbom.json\nout/a\\u{202e}b')
  })

  test('JSON by --format json', () => {
    expect(JSON.parse(render('pull a:1 --format json', outcome) ?? '')).toEqual(pulled)
  })

  test('nothing after a failure, as nothing is known to be whole', () => {
    expect(render('pull a:1', { ...outcome, pulled: [], failure })).toBeUndefined()
  })
})

describe('gate prints', () => {
  const gate = sampleReport([sampleVerdict()])
  const outcome = sampleOutcome([app], { gate, failure })

  test.each(['', ' --format text'])('the verdict by "%s", also if it is denied', (options) => {
    expect(render(`gate a:1 --require x${options}`, outcome)).toBe(renderReport(gate))
  })

  test('the report by --format json', () => {
    const text = render('gate a:1 --require x --format json', outcome) ?? ''
    expect(JSON.parse(text)).toEqual(reportJson(gate))
  })

  test('nothing where there is no verdict', () => {
    expect(render('gate a:1 --require x', sampleOutcome([app], { failure }))).toBeUndefined()
  })
})

test.each([
  ['gate a:1 --require x --format tree', 'format', '"tree" is none of text, json'],
  ['pull a:1 --format tree', 'format', '"tree" is none of text, json'],
  ['attach a:1 x --format tree', 'format', '"tree" is none of text, json'],
  ['discover a:1 -o mermaid', 'output', '"mermaid" is none of tree, json'],
  ['discover a:1 --format yaml', 'format', '"yaml" is none of tree, json, mermaid'],
  ['discover a:1 -o json --format json', 'format', '--format and --output are both given'],
])('%s is an error', (line, input, message) => {
  expect(() => render(line, sampleOutcome([app]))).toThrow(
    expect.objectContaining({ name: 'InputError', input, message }),
  )
})
