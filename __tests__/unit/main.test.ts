import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../src/job.ts'
import { formatJson, graphJson } from '../../src/render/json.ts'
import { renderTree } from '../../src/render/tree.ts'
import { runAction, type Step, startAction } from '../support/runner/run-action.ts'
import {
  sampleAttached,
  sampleGraph,
  sampleOutcome,
  samplePulled,
  sampleReferrer,
} from '../support/sample-graph.ts'
import { sampleReport, sampleVerdict } from '../support/sample-report.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const source = (path: string) => new URL(`../../src/${path}`, import.meta.url)
const metadata = fileURLToPath(new URL('../../action.yml', import.meta.url))

/** Returns a step whose job is done by `body`, which sees `job`, `context`, `outcome` and OciError. */
async function step(
  outcome: Outcome,
  body: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Step> {
  const main = join(directory(), 'step.mjs')
  await writeFile(
    main,
    `import { writeFileSync } from 'node:fs'
    import { main } from '${source('main.ts')}'
    import { OciError } from '${source('oci/error.ts')}'
    const outcome = ${JSON.stringify(outcome)}
    await main(import.meta.dirname, async (job, context) => { ${body} })\n`,
  )
  const given = { image: 'registry.example/team/app:1', ...inputs }
  return { main, metadata, directory: join(directory(), 'job'), inputs: given }
}

const graph = sampleGraph('app', [sampleReferrer('sbom')])
const attached = [sampleAttached('sbom')]
const done = sampleOutcome([graph], { attached })

describe('a step', () => {
  test('sets the outputs that action.yml declares, and tells what it did', async () => {
    const body = `
      context.onProgress({ kind: 'step', message: 'job ' + JSON.stringify(job.attach.files) })
      return outcome`
    const result = await runAction(await step(done, body, { files: 'a.json\nb.json' }))
    expect(result).toMatchObject({
      outcome: 'success',
      exitCode: 0,
      annotations: [],
      rejected: [],
      undeclaredOutputs: [],
      outputs: {
        subject: graph.reference,
        digests: attached[0]?.digest,
        attached: formatJson(attached),
        referrers: formatJson(graphJson(graph).referrers),
        tree: renderTree(graph),
      },
      groups: [`Referrers of ${graph.reference}`],
      summary: expect.stringContaining('| pushed | referrers-api |'),
    })
    expect(result.log).toContain('job ["a.json","b.json"]')
    expect(result.log).toContain(`Attached sbom.json (application/spdx+json) as`)
    const file = await readFile(String(result.outputs['graph-file']), 'utf8')
    expect(JSON.parse(file)).toEqual([graphJson(graph)])
  })

  test('that attaches nothing is about the selected types', async () => {
    const both = sampleGraph('app', [
      sampleReferrer('sbom'),
      sampleReferrer('sig', { artifactType: 'a/sig' }),
    ])
    const inputs = { 'artifact-type': 'a/sig', summary: 'false' }
    const result = await runAction(await step(sampleOutcome([both]), 'return outcome', inputs))
    expect(result.outputs).toMatchObject({ digests: both.referrers[1]?.digest })
    expect(result.outputs['tree']).not.toContain('spdx')
    expect(result.summary).toBe('')
  })

  test('with wrong inputs does nothing, and tells of all of them in one annotation', async () => {
    const inputs = { platform: 'amd64', depth: '-1', summary: 'yes' }
    const result = await runAction(await step(done, `console.log('ran')`, inputs))
    expect(result).toMatchObject({ exitCode: 1, outputs: {}, summary: '' })
    expect(result.log).not.toContain('ran')
    expect(result.annotations.map(({ type, message }) => [type, message.split('\n')])).toEqual([
      [
        'error',
        [
          '3 inputs are wrong',
          'Input platform: not a platform: amd64',
          'What to do: Write os/architecture, as in linux/arm64, or all.',
          'Input depth: "-1" is not a whole number from 0 to 32',
          'What to do: Leave it out for 0.',
          'Input summary: "yes" is not a boolean',
          'What to do: Write true or false.',
        ],
      ],
    ])
  })

  test('is done also where the file with the graphs cannot be written', async () => {
    const env = { RUNNER_TEMP: join(directory(), 'nowhere') }
    const result = await runAction({ ...(await step(done, 'return outcome')), env })
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { subject: graph.reference, tree: renderTree(graph) },
      annotations: [{ type: 'warning', message: expect.stringContaining('nowhere') }],
    })
    expect(result.outputs).not.toHaveProperty('graph-file')
  })

  test('that fails tells why, also where nothing can be told of what it did', async () => {
    const body = `return { ...outcome, failure: new OciError('DENIED', 'not allowed') }`
    const env = { GITHUB_OUTPUT: join(directory(), 'nowhere') }
    const result = await runAction({ ...(await step(done, body)), env })
    expect(result).toMatchObject({
      exitCode: 1,
      annotations: [{ type: 'error', message: 'not allowed' }],
    })
  })

  test('that fails sets what is known, and tells why without a stack trace', async () => {
    const body = `
      const cause = new Error('socket hang up')
      const failure = new OciError('DENIED', 'PUT: DENIED: no', { advice: 'Log in.', cause })
      return { ...outcome, graphs: [], failure }`
    const result = await runAction(await step(done, body, { files: 'a.json' }))
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { digest: attached[0]?.digest },
      annotations: [{ type: 'error', message: 'PUT: DENIED: no\nWhat to do: Log in.' }],
      debug: ['OciError DENIED: PUT: DENIED: no', 'Error: socket hang up'],
      summary: expect.stringContaining('**Failed**'),
    })
    expect(result.outputs).not.toHaveProperty('referrers')
    expect(result.log).not.toMatch(/\bat .*\.ts/)
  })

  test('whose gate is denied fails, with an annotation for each rule and the verdict as outputs', async () => {
    const rules = Array.from({ length: 12 }, (_, at) => sampleVerdict({ rule: `rule ${at}` }))
    const gate = sampleReport([sampleVerdict({ verdict: 'passed' }), ...rules])
    const body = `
      if (!job.gate) throw new Error('there is no gate')
      return { ...outcome, failure: new OciError('GATE_DENIED', 'the gate is denied') }`
    const result = await runAction(await step({ ...done, gate }, body, { require: '- sbom' }))
    expect(result).toMatchObject({ exitCode: 1, rejected: [], undeclaredOutputs: [] })
    expect(result.annotations.map(({ type, message }) => `${type} ${message}`)).toEqual([
      ...rules.slice(0, 8).map(({ rule }) => `error Denied: ${rule}: no SBOM is present`),
      'error 4 more errors are in the log of the step',
      'error the gate is denied',
    ])
    expect(result.log).toContain('Error: Denied: rule 11: no SBOM is present')
    const { outputs } = result
    expect(outputs).toMatchObject({ gate: 'denied', referrers: expect.stringContaining('sha256') })
    expect(JSON.parse(String(outputs['gate-report']))).toEqual(gate)
    expect(JSON.parse(await readFile(String(outputs['gate-report-file']), 'utf8'))).toEqual(gate)
  })

  test('whose gate is passed says so', async () => {
    const gate = sampleReport([sampleVerdict({ verdict: 'passed', reason: '1 SBOM present' })])
    const inputs = { require: '  - sbom\n  - vex' }
    const body = `console.log('rules ' + job.gate.policy.length); return outcome`
    const result = await runAction(await step({ ...done, gate }, body, inputs))
    expect(result).toMatchObject({ exitCode: 0, annotations: [], outputs: { gate: 'passed' } })
    expect(result.log).toContain('rules 2')
    expect(result.log).toContain('✓ sbom: 1 SBOM present')
    expect(result.summary).toContain('**Gate: passed**')
  })

  test('fails in the same way by an error that nobody thought of', async () => {
    const result = await runAction(await step(done, `throw new TypeError('oh')`))
    expect(result).toMatchObject({
      exitCode: 1,
      annotations: [
        { type: 'error', message: expect.stringMatching(/^Unexpected: oh\nWhat to do: /) },
      ],
    })
  })

  test('obeys nothing that a registry or a file says', async () => {
    const evil = 'x\r\n::set-output name=digest::evil\n##[add-path]/evil\u001b[2J'
    const hostile = sampleOutcome(
      [
        sampleGraph('app', [
          sampleReferrer('sbom', { artifactType: evil, annotations: { a: evil } }),
        ]),
      ],
      { attached: [sampleAttached('sbom', { artifactType: evil })], warnings: [evil] },
    )
    const body = `
      for (const kind of ['step', 'retry', 'request']) {
        context.onProgress({ kind, message: ${JSON.stringify(evil)} })
      }
      return { ...outcome, failure: new OciError('DENIED', ${JSON.stringify(evil)}) }`
    const result = await runAction(await step(hostile, body, { files: 'a.json' }))
    const names = new Set(result.commands.map(({ name }) => name))
    expect([...names].sort()).toEqual(['debug', 'endgroup', 'error', 'group', 'warning'])
    expect(result.annotations).toHaveLength(2)
    expect(result.rejected).toEqual([])
    expect(result.log).not.toContain('\u001b')
    expect(JSON.parse(String(result.outputs['referrers']))).toMatchObject([{ artifactType: evil }])
  })

  test('whose summary cannot be written is warned, and done', async () => {
    const body = `
      process.env.GITHUB_STEP_SUMMARY = '/dev/null/summary'
      return outcome`
    const result = await runAction(await step(done, body))
    expect(result).toMatchObject({
      exitCode: 0,
      annotations: [{ type: 'warning', message: expect.stringContaining('The summary could not') }],
    })
  })

  test('masks the secrets that it is told of', async () => {
    const body = `
      context.onSecret('correct horse')
      context.onProgress({ kind: 'step', message: 'it is correct horse' })
      return outcome`
    const result = await runAction(await step(done, body))
    expect(result.masks).toContain('correct horse')
    expect(result.log).toContain('it is ***')
  })

  test('warns of an output that GitHub would not take, and names the file that has it', async () => {
    const referrers = Array.from({ length: 1000 }, (_, at) =>
      sampleReferrer(`r${at}`, { artifactType: `a/${at}`, annotations: { a: 'x'.repeat(400) } }),
    )
    const large = sampleOutcome([sampleGraph('app', referrers)])
    const result = await runAction(await step(large, 'return outcome'))
    expect(result.outputs['referrers']).toBe('')
    expect(String(result.outputs['digests']).split('\n')).toHaveLength(1000)
    const [warning] = result.annotations
    expect(warning?.message).toContain('The output referrers is left empty')
    expect(warning?.message).toContain(result.outputs['graph-file'])
  })

  test('warns of a list of pulled files that is too long, and names the listing', async () => {
    const pulled = Array.from({ length: 1000 }, (_, at) =>
      samplePulled(`f${at}`, { title: 'x'.repeat(400) }),
    )
    const large = sampleOutcome([graph], { pulled })
    const result = await runAction(await step(large, 'return outcome', { 'pull-to': 'out' }))
    expect(result.outputs['pulled']).toBe('')
    expect(result.log).toContain('Pulled 1,000 files (1.5 MB) into out')
    expect(result.annotations.map(({ message }) => message)).toEqual([
      'The output pulled is left empty: it would pass the limit of GitHub. out/pulled.json has it.',
    ])
  })

  test('ends its job when the runner cancels it', async () => {
    const started = join(directory(), 'started')
    const body = `
      await new Promise((resolve) => {
        const waiting = setInterval(() => {}, 1000)
        context.signal.addEventListener('abort', () => { clearInterval(waiting); resolve() })
        writeFileSync(${JSON.stringify(started)}, '')
      })
      return { ...outcome, failure: new OciError('CANCELLED', 'cancelled') }`
    const running = await startAction(await step(done, body))
    while (!existsSync(started)) await delay(20)
    running.cancel()
    expect(await running.result).toMatchObject({
      outcome: 'cancelled',
      exitCode: 1,
      annotations: [{ type: 'error', message: 'cancelled' }],
    })
  })
})
