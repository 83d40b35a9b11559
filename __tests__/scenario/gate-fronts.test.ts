import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { distPath, runCommandLine } from '../support/command-line.ts'
import { writeDocument } from '../support/documents.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { expectHarmless, obeyed } from '../support/runner/expect-harmless.ts'
import { runAction } from '../support/runner/run-action.ts'
import type { StepResult } from '../support/runner/step-result.ts'
import { attachAll, createSigners, SIGNATURE, writeBundle } from '../support/signed-image.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

/** Returns an image with an SBOM that the key `cosign.pub` has signed, in the folder of the test. */
async function signedImage() {
  const registry = await start()
  const { descriptor } = registry.putImage('app', { tag: '1' })
  const image = `${registry.host}/app:1`
  const signers = await createSigners(directory())
  const [sbom] = await attachAll(image, [await writeDocument(directory(), 'spdx')])
  if (!sbom) throw new Error('nothing was attached')
  const bundle = await writeBundle(directory(), signers, sbom.digest, SIGNATURE, 'key')
  await attachAll(sbom.reference, [bundle])
  return { registry, image, digest: descriptor.digest, signers, sbom: sbom.reference }
}

const signed = (key: string) => `- type: sbom\n  signed-by: { key: ${key} }\n`

function step(inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  return runAction({
    main: distPath('index.js'),
    directory: join(directory(), 'job'),
    workspace: directory(),
    inputs,
  })
}

describe('a step with a gate', () => {
  test('that is passed pulls, and has the verdict as output, file and summary', async () => {
    const { image, sbom } = await signedImage()
    const inputs = { image, require: signed('cosign.pub'), 'pull-to': 'evidence' }
    const { outputs, summary, log, ...result } = await step(inputs)
    expect(result).toMatchObject({
      outcome: 'success',
      annotations: [],
      rejected: [],
      undeclaredOutputs: [],
      groups: [expect.stringMatching(/^Referrers of /), 'Gate: passed'],
    })
    expect(outputs['gate']).toBe('passed')
    const { 'gate-report': json = '', 'gate-report-file': file = '', pulled = '' } = outputs
    const report = JSON.parse(json)
    expect(report).toMatchObject({
      verdict: 'passed',
      subject: outputs['subject'],
      rules: [
        {
          rule: 'sbom',
          verdict: 'passed',
          reason: '1 SBOM verified, signed by the key cosign.pub',
          matches: [{ reference: sbom, state: 'verified', signer: { key: 'cosign.pub' } }],
        },
      ],
    })
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(report)
    expect(log).toContain('✓ sbom: 1 SBOM verified, signed by the key cosign.pub')
    expect(summary).toContain('**Gate: passed**')
    expect(JSON.parse(pulled)).toHaveLength(2)
  })

  test('that is denied fails with an annotation for each rule, and pulls nothing', async () => {
    const { image } = await signedImage()
    const policy = `${signed('other.pub')}- vex\n- sbom\n`
    const result = await step({ image, require: policy, 'pull-to': 'evidence' })
    const { outputs, annotations, summary } = result
    expect(result).toMatchObject({ exitCode: 1, rejected: [], undeclaredOutputs: [] })
    expect(annotations.map(({ type, message }) => [type, message])).toEqual([
      [
        'error',
        expect.stringMatching(/^Denied: sbom: 1 SBOM present, none signed by .*other\.pub/),
      ],
      ['error', expect.stringMatching(/^Denied: vex: no VEX document is attached/)],
      [
        'error',
        expect.stringMatching(/^the gate is denied: 2 of 3 rules are not proven\nWhat to do/),
      ],
    ])
    expect(outputs).toMatchObject({
      gate: 'denied',
      referrers: expect.stringContaining('application/spdx+json'),
    })
    expect(JSON.parse(String(outputs['gate-report']))).toMatchObject({
      verdict: 'denied',
      rules: [{ matches: [{ state: 'present' }] }, { matches: [] }, { verdict: 'passed' }],
    })
    expect(outputs).not.toHaveProperty('pulled')
    expect(existsSync(join(directory(), 'evidence'))).toBe(false)
    expect(summary).toContain('**Failed**')
    expect(summary).toContain('**Gate: denied**')
  })

  test('that cannot be judged has no verdict, and fails', async () => {
    const { image } = await signedImage()
    const broken = image.replace(':1', ':2')
    const { exitCode, outputs } = await step({ image: broken, require: 'sbom' })
    expect({ exitCode, outputs }).toEqual({
      exitCode: 1,
      outputs: { attached: '[]', pulled: '[]' },
    })
  })

  test('shows what a signer wrote, of which nothing is obeyed or rendered', async () => {
    const hostile =
      'https://pwned.example/\n::error::pwned ##[add-path]/pwned\u001b[2J | <img src=x>'
    const { image, digest, signers } = await signedImage()
    await attachAll(image, [await writeBundle(directory(), signers, digest, hostile, 'key')])
    const policy = '- { type: attestation, predicate-type: https://app.example/tested/v1 }'
    const result = await step({ image, require: policy })
    expect(result).toMatchObject({ exitCode: 1, outputs: { gate: 'denied' } })
    expectHarmless(result)
    const [{ message = '' } = {}] = result.annotations
    expect(message).toMatch(/^Denied: attestation: .*pwned/)
    expect(message).not.toMatch(obeyed)
    expect(result.outputs['gate-report']).not.toMatch(obeyed)
  })
})

describe('a command with a gate', () => {
  function command(...args: readonly string[]) {
    return runCommandLine({ args, directory: directory(), env: { HOME: directory() } })
  }

  test('exits with 0 if it is passed and with 3 if it is denied, and prints why', async () => {
    const { image, registry } = await signedImage()
    await writeFile(join(directory(), 'passes.yml'), signed('cosign.pub'))
    await writeFile(join(directory(), 'denies.yml'), signed('other.pub'))
    const [passed, denied, json, types] = await Promise.all([
      command('gate', '--require', 'passes.yml', image),
      command('gate', '--require', 'denies.yml', image),
      command('gate', '--require', 'denies.yml', '--format=json', '--quiet', image),
      command('gate', '--require-type', 'sbom', '--require-type=a/b', image),
    ])
    expect(passed).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        new RegExp(`^passed ${registry.host}/app@sha256:.*\n✓ sbom: 1 SBOM verified, .*\n$`),
      ),
    })
    expect(denied).toMatchObject({
      status: 3,
      stdout: expect.stringMatching(/^denied .*\n✗ sbom: 1 SBOM present, none signed by .*\n$/),
      stderr: expect.stringContaining('Error: the gate is denied: 1 of 1 rules are not proven\n'),
    })
    expect(json.status).toBe(3)
    expect(JSON.parse(json.stdout)).toMatchObject({
      verdict: 'denied',
      rules: [{ matches: [{ state: 'present' }] }],
    })
    expect(types.stdout).toMatch(/\n✓ sbom: 1 SBOM present\n✗ a\/b: no artifact of type a\/b /)
  })

  test('pulls what it is asked for only if it is passed', async () => {
    const { image } = await signedImage()
    await writeFile(join(directory(), 'passes.yml'), signed('cosign.pub'))
    await writeFile(join(directory(), 'denies.yml'), signed('other.pub'))
    const pull = ['pull', '--referrers', '-o', 'out', image]
    const denied = await command(...pull, '--require', 'denies.yml', '--quiet')
    expect(denied).toMatchObject({
      status: 3,
      stdout: '',
      stderr: expect.stringMatching(/^Denied: sbom: .*\nError: the gate is denied: /),
    })
    expect(existsSync(join(directory(), 'out'))).toBe(false)
    expect(await command(...pull, '--require', 'passes.yml')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('spdx.json'),
    })
  })

  test('ends with 1 where there is no verdict within the time', async () => {
    const registry = await start({ faults: [{ at: /\.sig$/, fails: 'stalled' }] })
    registry.putImage('app', { tag: '1' })
    const image = `${registry.host}/app:1`
    const { status, stdout, stderr } = await command(
      'gate',
      '--require-type=sbom',
      '--timeout=1s',
      image,
    )
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('Error: not done within the time limit of 1 s')
  })
})
