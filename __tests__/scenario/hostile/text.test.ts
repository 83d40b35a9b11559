import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { encodeJson } from '../../../src/oci/encoded.ts'
import { OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { emptyConfig } from '../../../src/oci/pack.ts'
import { distPath, runCommandLine } from '../../support/command-line.ts'
import { writeDocument } from '../../support/documents.ts'
import type { Answer } from '../../support/registry/exchange.ts'
import type { Fault } from '../../support/registry/faults.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { expectHarmless, obeyed } from '../../support/runner/expect-harmless.ts'
import { runAction } from '../../support/runner/run-action.ts'
import type { StepResult } from '../../support/runner/step-result.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

/** Commands of the runner, sequences of a terminal, Markdown, HTML and Mermaid, in one. */
const hostile = [
  '::error::pwned',
  '::set-output name=digest::pwned',
  '  ::add-path::/pwned\r::warning::pwned',
  '##[add-path]/pwned ##[error]pwned',
  '\u00ad::notice::pwned\u2028::notice::pwned\u0085::notice::pwned',
  '\u001b[31mred\u001b]0;title\u0007\u009b2J\u202egpj',
  '<img src=x onerror=pwned> [pwned](https://pwned.example) @pwned | ` `` ``` ~~~ </details>',
  'n0"] --> pwned["pwned',
].join('\n')

function step(inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  const workspace = directory()
  return runAction({
    main: distPath('index.js'),
    directory: join(workspace, 'job'),
    workspace,
    inputs,
  })
}

function command(...args: readonly string[]) {
  return runCommandLine({ args, directory: directory(), env: { HOME: directory() } })
}

describe('text of a referrer', () => {
  async function withReferrer() {
    const registry = await start()
    const { descriptor: subject } = registry.putImage('app', { tag: '1' })
    const manifest = {
      schemaVersion: 2,
      mediaType: OCI_IMAGE_MANIFEST,
      artifactType: hostile,
      config: emptyConfig.descriptor,
      layers: [],
      subject,
      annotations: { [hostile]: hostile, 'org.opencontainers.image.created': hostile },
    }
    return { registry, listed: registry.putManifest('app', encodeJson(manifest)) }
  }

  test('is shown by a step, and is neither obeyed nor rendered', async () => {
    const { registry, listed } = await withReferrer()
    const result = await step({ image: `${registry.host}/app:1` })
    expect(result).toMatchObject({ outcome: 'success', annotations: [], undeclaredOutputs: [] })
    expectHarmless(result)
    expect(result.summary).toContain('pwned')
    const { digest, referrers = '', tree } = result.outputs
    expect(digest).toBe(listed.digest)
    expect(tree).not.toMatch(obeyed)
    expect(referrers).not.toMatch(obeyed)
    expect(JSON.parse(referrers)).toMatchObject([
      { artifactType: hostile, annotations: { [hostile]: hostile } },
    ])
  })

  test.each(['tree', 'json', 'mermaid'])('is harmless in a terminal as %s', async (format) => {
    const { registry } = await withReferrer()
    const { status, stdout, stderr } = await command(
      'discover',
      `${registry.host}/app:1`,
      `--format=${format}`,
      '--debug',
    )
    expect(status).toBe(0)
    expect(stdout + stderr).not.toMatch(obeyed)
    expect(stdout).toContain('pwned')
  })
})

describe('text of a file', () => {
  test('that is its name or an annotation is neither obeyed nor rendered, and stays what it is', async () => {
    const registry = await start()
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const name = hostile.replaceAll('/', '_').slice(0, 200)
    await writeDocument(directory(), 'spdx', { name })
    const annotation = hostile.replaceAll(/[\r\n]/g, ' ')
    const result = await step({
      image: `${registry.host}/app:1`,
      files: '*pwned*',
      annotations: `note=${annotation}`,
    })
    const warning = { type: 'warning', message: expect.stringContaining('cannot be pulled') }
    expect(result).toMatchObject({ outcome: 'success', annotations: [warning] })
    expectHarmless(result)
    const { attached = '' } = result.outputs
    expect(attached).not.toMatch(obeyed)
    expect(JSON.parse(attached)).toMatchObject([{ files: [{ title: name }] }])
    expect(registry.referrersOf('app', image.digest)).toMatchObject([
      { annotations: { note: annotation } },
    ])
  })
})

describe('text of an error', () => {
  const inJson = (error: object): Answer => ({
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ errors: [error] }),
  })
  const answers: readonly (readonly [string, Fault['fails']])[] = [
    ['message', inJson({ code: 'UNKNOWN', message: hostile })],
    ['code and detail', inJson({ code: hostile, message: 'no', detail: { [hostile]: hostile } })],
    ['plain text', { status: 400, headers: { 'content-type': 'text/plain' }, body: hostile }],
    [
      'challenge',
      {
        status: 401,
        headers: {
          'www-authenticate': `Bearer realm="http://127.0.0.1:1/::error::pwned##[add-path]"`,
        },
        body: hostile,
      },
    ],
    [
      'redirect',
      { status: 307, headers: { location: 'ftp://pwned.example/::error::##[add-path]/x' } },
    ],
  ]

  test.each(answers)('(%s) is one annotation, on lines of its own', async (_, fails) => {
    const registry = await start({ faults: [{ times: 100, fails }] })
    const inputs = { image: `${registry.host}/app:1`, username: 'pat', password: 'correct horse' }
    const [result, { status, stdout, stderr }] = await Promise.all([
      step(inputs),
      command('discover', inputs.image, '--debug'),
    ])
    expect(result).toMatchObject({ outcome: 'failure', annotations: [{ type: 'error' }] })
    expect(result.annotations).toHaveLength(1)
    expectHarmless(result)
    expect(result.annotations[0]?.message).not.toMatch(obeyed)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).not.toMatch(obeyed)
    expect(stderr.split('\n').filter((line) => line.startsWith('Error: '))).toHaveLength(1)
  })
})

test('the text of a warning of the registry is neither obeyed nor rendered', async () => {
  const warning = '::error::pwned ##[add-path]/pwned <img src=x onerror=pwned>'
  const registry = await start({ quirks: { hostile: { warning } } })
  registry.putImage('app', { tag: '1' })
  await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
  const result = await step({ image: `${registry.host}/app:1`, files: 'sbom.json' })
  expect(result).toMatchObject({ outcome: 'success', annotations: [] })
  expectHarmless(result)
})

test('the text of an input that is wrong is neither obeyed nor rendered', async () => {
  await writeFile(join(directory(), 'x'), '')
  const result = await step({ image: hostile, platform: hostile, files: 'x', created: hostile })
  expect(result.annotations.filter(({ type }) => type === 'error')).toHaveLength(1)
  expectHarmless(result)
  const { status, stderr } = await command('attach', hostile, 'x', '--created', hostile)
  expect(status).toBe(2)
  expect(stderr).not.toMatch(obeyed)
})
