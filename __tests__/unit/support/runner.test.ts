import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { GITHUB_TOKEN } from '../../support/runner/environment.ts'
import { runAction, type Step, startAction } from '../../support/runner/run-action.ts'
import { runPost } from '../../support/runner/run-post.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()

const metadata = `
name: test
description: test
inputs:
  media type: { description: d, default: text/plain }
  github-token: { description: d, default: '\${{ github.token }}' }
  old: { description: d, deprecationMessage: use media type }
outputs:
  digest: { description: d }
runs: { using: node24, main: dist/index.js }
`

async function action(script: string, action = metadata): Promise<Step> {
  const main = join(directory(), 'dist', 'index.js')
  await mkdir(join(directory(), 'dist'), { recursive: true })
  await writeFile(join(directory(), 'package.json'), '{"type":"module"}')
  await writeFile(join(directory(), 'action.yml'), action)
  await writeFile(main, `import fs from 'node:fs'\nconst { env } = process\n${script}`)
  return { main, directory: join(directory(), 'job') }
}

const write = (file: string, text: string) =>
  `fs.appendFileSync(env.GITHUB_${file}, ${JSON.stringify(text)})\n`

describe('a step', () => {
  test('gets its inputs with defaults, its workspace, and nothing of the environment of the test', async () => {
    const step = await action('console.log(JSON.stringify({ cwd: process.cwd(), ...env }))')
    const { log } = await runAction({
      ...step,
      inputs: { old: '1', other: '2' },
      env: { MORE: '3' },
    })
    const seen = JSON.parse(log.slice(log.indexOf('{"cwd"')))
    expect(seen).toMatchObject({
      cwd: join(step.directory, 'workspace'),
      GITHUB_WORKSPACE: join(step.directory, 'workspace'),
      INPUT_MEDIA_TYPE: 'text/plain',
      'INPUT_GITHUB-TOKEN': '***',
      INPUT_OLD: '1',
      INPUT_OTHER: '2',
      MORE: '3',
    })
    expect(seen).not.toHaveProperty('NODE_ENV')
  })

  test('is warned of inputs that are unknown or deprecated', async () => {
    const { annotations } = await runAction({
      ...(await action('')),
      inputs: { old: '1', other: '2' },
    })
    expect(annotations.map(({ type, message }) => `${type}: ${message}`)).toEqual([
      "warning: Unexpected input(s) 'other', valid inputs are ['media type', 'github-token', 'old']",
      "warning: Input 'old' has been deprecated with message: use media type",
    ])
  })

  test('hands on what it wrote to its files', async () => {
    const script =
      write('OUTPUT', 'digest=sha256:1\nmore<<E\na\nb\nE\n') +
      write('STATE', 'subject=x\n') +
      write('ENV', 'A=1\nNODE_OPTIONS=--import=x\n') +
      write('PATH', '/opt/bin\n') +
      write('STEP_SUMMARY', '# Done\n')
    expect(await runAction(await action(script))).toMatchObject({
      outcome: 'success',
      exitCode: 0,
      outputs: { digest: 'sha256:1', more: 'a\nb' },
      undeclaredOutputs: ['more'],
      state: { subject: 'x' },
      environment: { A: '1' },
      paths: ['/opt/bin'],
      summary: '# Done\n',
      rejected: ["Can't store NODE_OPTIONS by '$GITHUB_ENV'."],
    })
  })

  test('has its secrets masked in log, annotations and summary, and reported in outputs', async () => {
    const script = `console.log(env['INPUT_GITHUB-TOKEN'])
      console.error('::error::' + env['INPUT_GITHUB-TOKEN'])
      for (const file of ['OUTPUT', 'STEP_SUMMARY'])
        fs.writeFileSync(env['GITHUB_' + file], 'digest=' + env['INPUT_GITHUB-TOKEN'])`
    const result = await runAction(await action(script))
    expect(result.log.split('\n').sort()).toEqual(['##[error]***', '***'])
    expect(result.summary).toBe('digest=***')
    expect(result.outputs).toEqual({ digest: GITHUB_TOKEN })
    expect(result.rejected).toEqual(["Skip output 'digest' since it may contain secret."])
  })

  test('keeps ten annotations of a type, each cut, and loses summary and outputs above the limits', async () => {
    const script = `for (let i = 0; i < 12; i += 1) console.log('::warning::' + 'x'.repeat(5000))
      console.log('::notice title=T::n')
      fs.writeFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))
      fs.writeFileSync(env.GITHUB_OUTPUT, 'digest=' + 'x'.repeat(1024 * 1024 + 1))`
    const { annotations, summary, outputs, rejected, outcome } = await runAction(
      await action(script),
    )
    expect(annotations.map(({ type }) => type)).toEqual([
      ...Array(10).fill('warning'),
      'notice',
      'error',
    ])
    expect(annotations[0]?.message).toHaveLength(4096)
    expect({ summary, outputs, outcome }).toEqual({ summary: '', outputs: {}, outcome: 'success' })
    expect(rejected).toHaveLength(4)
  })

  test.each([
    ['it ends with another status than 0', 'process.exitCode = 3', 3],
    ['a file it wrote is malformed', write('OUTPUT', 'no pair\n'), 0],
    ['it uses a disabled command', 'console.log("::set-env name=A::b")', 0],
  ])('fails if %s', async (_why, script, exitCode) => {
    expect(await runAction(await action(script))).toMatchObject({ outcome: 'failure', exitCode })
  })

  test('can be cancelled: SIGINT comes first', async () => {
    const started = join(directory(), 'started')
    const step =
      await action(`process.once('SIGINT', () => { console.log('stopping'); clearInterval(timer) })
      const timer = setInterval(() => {}, 1000)
      fs.writeFileSync(${JSON.stringify(started)}, '')`)
    const { result, cancel } = await startAction(step)
    while (!existsSync(started)) await delay(20)
    cancel()
    expect(await result).toMatchObject({ outcome: 'cancelled', exitCode: 0, log: 'stopping' })
  })
})

describe('the end of a job', () => {
  const left = { state: { subject: 'x' }, outcome: 'success' } as const

  async function withPost(post: string): Promise<Step> {
    const yaml = metadata.replace('dist/index.js }', `dist/index.js, ${post} }`)
    const step = await action(`console.log('main')`, yaml)
    const script = `console.log(process.env.STATE_subject, process.env.INPUT_OLD, process.env.MORE)`
    await writeFile(join(directory(), 'dist', 'end.js'), script)
    return { ...step, inputs: { old: '1' }, env: { MORE: '3' } }
  }

  test('is the script that action.yml names, with the state and the inputs of the step', async () => {
    const result = await runPost(await withPost('post: dist/end.js'), left)
    expect(result?.log.split('\n').at(-1)).toBe('x 1 3')
  })

  test('is nothing where it names none', async () => {
    expect(await runPost(await action(''), left)).toBeUndefined()
  })

  test.each([
    ['always()', ['success', 'failure', 'cancelled']],
    ['success()', ['success']],
    ['failure()', ['failure']],
    ['cancelled()', ['cancelled']],
    [' !cancelled() ', ['success', 'failure']],
  ])('comes only if the job meets its condition: %s', async (condition, outcomes) => {
    const step = await withPost(`post: dist/end.js, post-if: '${condition}'`)
    const met: string[] = []
    for (const outcome of ['success', 'failure', 'cancelled'] as const) {
      if (await runPost(step, { ...left, outcome })) met.push(outcome)
    }
    expect(met).toEqual(outcomes)
  })

  test.each([
    ['post: 1', 'runs.post or runs.post-if is no string'],
    ['post: dist/end.js, post-if: true', 'runs.post or runs.post-if is no string'],
    ['post: dist/end.js, post-if: "env.A"', 'runs.post-if is not understood: env.A'],
  ])('is an error of the test with %s', async (post, message) => {
    await expect(withPost(post).then((step) => runPost(step, left))).rejects.toThrow(message)
  })
})

test.each([
  ['another Node', metadata.replace('node24', 'node20'), 'runs.using is not node24'],
  [
    'an input without description',
    metadata.replace('old: { description: d, ', 'old: { '),
    'inputs.old has no description',
  ],
  ['an unknown expression', metadata.replace('github.token', 'secrets.x'), 'unknown expression'],
  ['a default that is no string', metadata.replace('text/plain', '1'), 'the default is no string'],
])('an action.yml with %s is an error of the test', async (_what, yaml, message) => {
  await expect(runAction(await action('', yaml))).rejects.toThrow(message)
})
