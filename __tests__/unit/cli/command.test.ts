import { describe, expect, test } from '@jest/globals'
import { runCommand } from '../../../src/cli/command.ts'
import { programHelp, verbHelp } from '../../../src/cli/help.ts'
import { verbs } from '../../../src/cli/verb.ts'
import type { Job, Outcome } from '../../../src/job.ts'
import { InputError, OciError } from '../../../src/oci/error.ts'
import { renderTree } from '../../../src/render/tree.ts'
import { VERSION } from '../../../src/version.ts'
import { fakeTerminal } from '../../support/fake-terminal.ts'
import {
  sampleAttached,
  sampleGraph,
  sampleOutcome,
  samplePulled,
  sampleReferrer,
} from '../../support/sample-graph.ts'
import { sampleReport, sampleVerdict } from '../../support/sample-report.ts'

const app = sampleGraph('app', [
  sampleReferrer('sbom'),
  sampleReferrer('sig', { artifactType: 'a/sig' }),
])

interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
  readonly jobs: readonly Job[]
}

async function command(line: string, outcome: Outcome | Error, stdin = ''): Promise<Ran> {
  const terminal = fakeTerminal({ stdin })
  const jobs: Job[] = []
  const doJob = async (job: Job): Promise<Outcome> => {
    jobs.push(job)
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  const args = line.split(' ').filter((word) => word !== '')
  const status = await runCommand(args, terminal, doJob)
  return { status, ...terminal.written, jobs }
}

const done = sampleOutcome([app])
const [attachVerb] = verbs

describe('a command that succeeds', () => {
  test('has its result alone on stdout', async () => {
    const ran = await command('discover r.example/app:1', done)
    expect(ran).toMatchObject({
      status: 0,
      stdout: `${renderTree(app)}\n`,
      stderr: '3 requests, 1 retry, 0 B sent, 2.0 kB received\n',
    })
  })

  test('tells of warnings and of what it attached on stderr', async () => {
    const attached = [sampleAttached('sbom')]
    const ran = await command('attach r.example/app:1 x', { ...done, attached, warnings: ['odd'] })
    expect(ran.stdout).toBe(`${attached[0]?.reference}\n`)
    expect(ran.stderr).toContain('Attached sbom.json (application/spdx+json) as ')
    expect(ran.stderr).toContain('\nWarning: odd\n')
  })

  test('does not tell of traffic where there was none, as with a layout', async () => {
    const traffic = { requests: 0, retries: 0, bytesSent: 0, bytesReceived: 0 }
    expect((await command('discover oci-layout://a:1', { ...done, traffic })).stderr).toBe('')
  })

  test('is silent but for the result with --quiet', async () => {
    const ran = await command('discover r.example/app:1 --quiet', { ...done, warnings: ['odd'] })
    expect(ran.stderr).toBe('')
  })

  test('shows only the selected types', async () => {
    const ran = await command('discover r.example/app:1 --artifact-type a/sig', done)
    expect(ran.stdout).not.toContain('spdx')
    expect(ran.stdout).toContain('└── a/sig\n')
  })

  test('reads the password from stdin', async () => {
    const ran = await command('discover r.example/app:1 -u mona --password-stdin', done, 'secret\n')
    expect(ran.jobs[0]?.connection).toMatchObject({ username: 'mona', password: 'secret' })
  })

  test('asks for a graph only to show it', async () => {
    const attach = await command('attach r.example/app:1 x', done)
    const discover = await command('discover r.example/app:1', done)
    expect([attach.jobs[0]?.discovers, discover.jobs[0]?.discovers]).toEqual([false, true])
  })

  test.each([
    'attach r.example/app:1 x',
    'push r.example/app x --subject r.example/app:1 --artifact-type a/b',
  ])('is confirmed before it ends: %s', async (line) => {
    const { jobs } = await command(line, done)
    expect(jobs).toMatchObject([{ confirms: 'before-end' }])
  })

  test('tells how much it pulled', async () => {
    const pulled = [samplePulled('sbom')]
    const ran = await command('pull r.example/app:1 -o out', { ...done, pulled })
    expect(ran.stdout).toBe('out/sbom.json\n')
    expect(ran.stderr).toContain('Pulled 1 file (1.5 kB) into out\n')
  })

  test.each([
    ['--version', VERSION],
    ['--help', programHelp()],
    ['help attach', attachVerb ? verbHelp(attachVerb) : ''],
  ])('%s', async (line, stdout) => {
    expect(await command(line, done)).toEqual({
      status: 0,
      stdout: `${stdout}\n`,
      stderr: '',
      jobs: [],
    })
  })
})

describe('a command that is wrong', () => {
  test.each([
    ['', 'no verb is given', 'Usage: oras-attach VERB [OPTIONS] OPERANDS...'],
    ['discover', 'discover needs REFERENCE', 'Usage: oras-attach discover [OPTIONS] REFERENCE'],
    ['discover a:1 --dept 1', 'discover has no option --dept; did you mean --depth?', 'Usage: '],
    ['discover a', 'REFERENCE: docker.io/library/a has neither a tag nor a digest', 'Usage: '],
    [
      'discover a:1 --depth x --format y',
      '2 inputs are wrong\n--depth: "x" is not a whole number',
      'Usage: ',
    ],
    [
      'discover a:1 -u mona',
      '--password-stdin: the username is given without a password',
      'Usage: ',
    ],
    ['discover a:1 -p', '--password-stdin: standard input is empty', 'Usage: '],
    [
      'push a:1 x --subject b:1',
      '--subject: it is in docker.io/library/b, not in docker.io/library/a',
      'Usage: oras-attach push [OPTIONS] REPOSITORY[:TAG] FILE[:MEDIA-TYPE]...',
    ],
    ['gate a:1', 'gate needs --require FILE or --require-type TYPE', 'Usage: oras-attach gate '],
    ['gate a:1 --require-type sbon', '--require-type: "sbon" is no', 'Usage: oras-attach gate '],
    ['gate a --require - --depht 1', 'gate has no option --depht', 'Usage: oras-attach gate '],
    ['push A:1 x', 'REPOSITORY: "A:1" is not a reference: ', 'Usage: oras-attach push '],
  ])('"%s" does nothing, exits with 2 and tells the usage', async (line, message, usage) => {
    const ran = await command(line, done)
    expect(ran).toMatchObject({ status: 2, stdout: '', jobs: [] })
    expect(ran.stderr).toContain(`Error: ${message}`)
    expect(ran.stderr).toContain(`\n${usage}`)
  })

  test('exits with 2 also where only the job finds out', async () => {
    const failure = new InputError('files', 'there is no file x', 'Look for it.')
    const ran = await command('attach a:1 x', { ...done, failure })
    expect(ran.status).toBe(2)
    expect(ran.stderr).toContain(
      'Error: FILE: there is no file x\nWhat to do: Look for it.\nUsage: oras-attach attach ',
    )
  })
})

describe('a gate', () => {
  const failure = new OciError('GATE_DENIED', 'the gate is denied', { advice: 'Attach it.' })
  const denied = { ...done, gate: sampleReport([sampleVerdict()]), failure }
  const passed = { ...done, gate: sampleReport([sampleVerdict({ verdict: 'passed' })]) }

  test('that is denied has its verdict on stdout, and exits with 3', async () => {
    const ran = await command('gate a:1 --quiet --require-type sbom', denied)
    expect(ran).toEqual({
      status: 3,
      stdout: `denied ${denied.gate.subject}\n✗ sbom: no SBOM is present\n`,
      stderr: 'Error: the gate is denied\nWhat to do: Attach it.\n',
      jobs: ran.jobs,
    })
    expect(ran.jobs).toMatchObject([
      { discovers: false, gate: { policy: [{ type: { kind: 'alias', alias: 'sbom' } }] } },
    ])
  })

  test('that is passed exits with 0', async () => {
    const ran = await command('gate a:1 --require -', passed, 'sbom')
    expect(ran.status).toBe(0)
    expect(ran.stdout).toMatch(/^passed /)
  })

  test.each(['attach a:1 x', 'pull a:1'])('of %s is told beside the result', async (line) => {
    const wrong = await command(`${line} --quiet --require -`, denied, 'sbom')
    expect(wrong).toMatchObject({
      status: 3,
      stdout: '',
      stderr: expect.stringMatching(
        /^Denied: sbom: no SBOM is present\nError: the gate is denied\n/,
      ),
    })
    const right = await command(`${line} --require -`, passed, 'sbom')
    expect(right).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('The gate is passed: every rule is proven\n'),
    })
    expect(right.jobs[0]?.gate).toEqual(wrong.jobs[0]?.gate)
  })
})

describe('a secret of which the job tells', () => {
  const secret = 'correct horse'
  const failure = new OciError('DENIED', `no ${secret}`, {
    advice: `Change ${secret}.`,
    cause: new Error(`it was ${secret}`),
  })
  const graph = sampleGraph('app', [sampleReferrer(secret, { artifactType: secret })])
  const outcome = { ...sampleOutcome([graph]), warnings: [`odd ${secret}`] }

  async function told(line: string, given: Outcome): Promise<Ran> {
    let now = 0
    const terminal = fakeTerminal({ now: () => (now += 60_000) })
    const status = await runCommand(line.split(' '), terminal, async (_job, context) => {
      context.onSecret?.(secret)
      for (const kind of ['step', 'retry', 'request'] as const) {
        context.onProgress({ kind, message: `${kind} ${secret}` })
      }
      for (const done of [1, 2]) {
        context.onProgress({ kind: 'upload', title: secret, done, size: 3 })
      }
      return given
    })
    return { status, ...terminal.written, jobs: [] }
  }

  test('is masked in all that is told beside the result', async () => {
    const { stderr } = await told('discover r.example/app:1 --debug', { ...outcome, failure })
    const masked = [
      'step ***',
      'retry ***',
      'request ***',
      expect.stringContaining('Uploading ***:'),
      'Warning: odd ***',
      expect.stringContaining('3 requests'),
      'Cause: OciError DENIED: no ***',
      'Cause: Error: it was ***',
      'Error: no ***',
      'What to do: Change ***.',
      '',
    ]
    expect(stderr.split('\n')).toEqual(masked)
  })

  test.each(['tree', 'json', 'mermaid'])('is no reason to alter the result: %s', async (format) => {
    const { stdout } = await told(`discover r.example/app:1 --format ${format}`, outcome)
    expect(stdout).toContain(secret)
    expect(stdout).not.toContain('***')
  })
})

describe('a command that fails', () => {
  const cause = new Error('socket hang up')
  const failure = new OciError('DENIED', 'PUT: DENIED: no\u001b[2J', { advice: 'Log in.', cause })

  test('exits with 1, and tells why and what to do', async () => {
    const ran = await command('discover a:1 --quiet', { ...done, failure })
    expect(ran).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'Error: PUT: DENIED: no\\u{1b}[2J\nWhat to do: Log in.\n',
    })
  })

  test('tells the causes with --debug, never a stack trace', async () => {
    const ran = await command('discover a:1 --quiet --debug', { ...done, failure })
    expect(ran.stderr.split('\n').slice(0, 3)).toEqual([
      'Cause: OciError DENIED: PUT: DENIED: no\\u{1b}[2J',
      'Cause: Error: socket hang up',
      'Error: PUT: DENIED: no\\u{1b}[2J',
    ])
    expect(ran.stderr).not.toMatch(/\n +at /)
  })

  test('by an error that nobody thought of exits with 1 too', async () => {
    const ran = await command('discover a:1', new TypeError('oh'))
    expect(ran).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Error: Unexpected: oh\n'),
    })
  })
})
