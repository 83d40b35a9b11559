import { describe, expect, test } from '@jest/globals'
import { MAX_SUMMARY_BYTES, renderSummary } from '../../../src/action/summary.ts'
import { readJob } from '../../../src/inputs/job.ts'
import { OciError } from '../../../src/oci/error.ts'
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

const inputs = { image: 'r.example/a:1', files: 'a.json' }
const attaching = readJob(inputSource(inputs))
const discovering = readJob(inputSource({ image: inputs.image }))
const app = sampleGraph('app', [sampleReferrer('sbom')])
const d = digestOfName

describe('the summary', () => {
  test('tells what became of the gate before all that hangs on the image', () => {
    const failure = new OciError('GATE_DENIED', 'the gate is denied: 1 of 1 rules are not proven')
    const gate = sampleReport([sampleVerdict()])
    const text = renderSummary(discovering, sampleOutcome([app], { gate, failure }), undefined)
    const parts = [
      '**Failed**',
      failure.message,
      '**Gate: denied**',
      'no SBOM is present',
      '```mermaid',
    ]
    const found = parts.map((part) => text.indexOf(part))
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(found).not.toContain(-1)
  })

  test('has no line that goes on as long as a registry wants', () => {
    const long = 'x'.repeat(300_000)
    const platform = { os: long, architecture: long, variant: long }
    const graph = sampleGraph('app', [sampleReferrer('sbom', { artifactType: long })], {
      platforms: [sampleGraph('arm', [sampleReferrer('scan')], { platform })],
    })
    const { subjects, ...outcome } = sampleOutcome([graph], {
      attached: [sampleAttached('sbom', { artifactType: long })],
    })
    const ofPlatform = subjects.map((subject) => ({ ...subject, platform }))
    const text = renderSummary(attaching, { ...outcome, subjects: ofPlatform }, undefined)
    expect(text).toContain(`(\`${'x'.repeat(254)}…\`)`)
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(500)
  })

  test('shows subject, table, diagram, tree and traffic', () => {
    const outcome = sampleOutcome([app], { attached: [sampleAttached('sbom')] })
    expect(renderSummary(attaching, outcome, '/tmp/g').split('\n')).toEqual([
      '## OCI referrers',
      '',
      `- Subject: \`${REPOSITORY}@${d('app')}\``,
      '',
      '| Artifact | Type | Files | Status | Listed by |',
      '| --- | --- | --- | --- | --- |',
      `| \`${d('sbom')}\` | \`application/spdx+json\` | \`sbom.json\` (1.5 kB) | pushed | referrers-api |`,
      '',
      '```mermaid',
      'flowchart LR',
      `  n0["registry.example/team/app<br/>${d('app').slice(0, 19)}"]`,
      `  n1["application/spdx+json<br/>${d('sbom').slice(0, 19)}"]`,
      '  n0 --> n1',
      '```',
      '',
      '<details><summary>Tree</summary>',
      '',
      '```text',
      `${REPOSITORY}@${d('app')}`,
      '└── application/spdx+json',
      `    └── ${d('sbom')}`,
      '```',
      '',
      '</details>',
      '',
      '3 requests, 1 retry, 0 B sent, 2.0 kB received',
      '',
      '',
    ])
  })

  test('names the platform of a subject', () => {
    const platform = { os: 'linux', architecture: 'arm64' }
    const subjects = [{ reference: `${REPOSITORY}@${d('app')}`, digest: d('app'), platform }]
    const text = renderSummary(discovering, sampleOutcome([app], { subjects }), undefined)
    expect(text).toContain(`- Subject: \`${REPOSITORY}@${d('app')}\` (\`linux/arm64\`)\n`)
  })

  test('shows what was pulled, and nothing of that after a failure', () => {
    const job = readJob(inputSource({ image: inputs.image, 'pull-to': 'out' }))
    const outcome = sampleOutcome([app], { pulled: [samplePulled('sbom')] })
    expect(renderSummary(job, outcome, undefined)).toContain('| `out/sbom.json` |')
    const failed = sampleOutcome([app], { failure: new Error('no') })
    expect(renderSummary(job, failed, undefined)).not.toContain('pulled')
  })

  test('without files has no table', () => {
    expect(renderSummary(discovering, sampleOutcome([app]), undefined)).not.toContain('| --- |')
  })

  test('says that a dry run attached nothing', () => {
    const job = readJob(inputSource({ ...inputs, 'dry-run': 'true' }))
    expect(renderSummary(job, sampleOutcome([app]), undefined)).toContain('nothing was attached')
  })

  test('of a failure begins with it, and cannot be broken out of', () => {
    const failure = new OciError('DENIED', 'no\n```\n<b>x</b>', { advice: 'Log in.' })
    const text = renderSummary(attaching, sampleOutcome([], { failure }), undefined)
    const block = '````text\nno\\n```\\n<b>x</b>\nWhat to do: Log in.\n````'
    expect(text).toContain(`**Failed**\n\n${block}\n`)
  })

  test('has no diagram of an image alone', () => {
    const text = renderSummary(discovering, sampleOutcome([sampleGraph('app', [])]), undefined)
    expect(text).not.toContain('mermaid')
    expect(text).toContain(`\`\`\`text\n${REPOSITORY}@${d('app')}\n\`\`\``)
  })

  test('that is too long loses what does not fit, and says so', () => {
    const referrers = Array.from({ length: 9000 }, (_, at) =>
      sampleReferrer(`r${at}`, { artifactType: `a/${'é'.repeat(60)}${at}` }),
    )
    const huge = sampleGraph('huge', referrers)
    const text = renderSummary(discovering, sampleOutcome([huge, app]), '/tmp/graph.json')
    expect(Buffer.byteLength(text)).toBeLessThan(MAX_SUMMARY_BYTES)
    expect(text).toContain(
      '**This summary is cut: not all of it fits.** The graphs are in `/tmp/graph.json`',
    )
    expect(text).toContain(`    └── ${d('sbom')}`)
    expect(text).toMatch(/ received\n\n$/)
  })
})
