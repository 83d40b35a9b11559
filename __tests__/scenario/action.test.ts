import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Attached } from '../../src/job.ts'
import { distPath } from '../support/command-line.ts'
import { writeDocument } from '../support/documents.ts'
import { eventually } from '../support/eventually.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { GITHUB_TOKEN } from '../support/runner/environment.ts'
import { runAction, startAction } from '../support/runner/run-action.ts'
import type { StepResult } from '../support/runner/step-result.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }

type Inputs = Readonly<Record<string, string>>

function step(inputs: Inputs) {
  return {
    main: distPath('index.js'),
    directory: join(directory(), 'job'),
    workspace: directory(),
    inputs,
  }
}

/** Returns what a step leaves behind that is to succeed, with nothing that the runner rejects. */
async function succeed(inputs: Inputs): Promise<StepResult> {
  const result = await runAction(step(inputs))
  const { outcome, rejected, undeclaredOutputs, annotations } = result
  expect({
    outcome,
    rejected,
    undeclaredOutputs,
    annotations,
    log: outcome === 'success' || result.log,
  }).toEqual({
    outcome: 'success',
    rejected: [],
    undeclaredOutputs: [],
    annotations: [],
    log: true,
  })
  return result
}

async function started(): Promise<TestRegistry> {
  const registry = await start()
  registry.putImage('app', { tag: '1' })
  await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
  await writeDocument(directory(), 'sarif', { name: 'scan.json' })
  return registry
}

describe('a step that attaches', () => {
  test('sets every output, and writes what it did to log and summary', async () => {
    const registry = await started()
    const { outputs, summary, log, groups, environment, paths } = await succeed({
      image: `${registry.host}/app:1`,
      files: 'sbom.json\nscan.json',
    })
    const {
      subject = '',
      'subject-digest': image = '',
      attached = '',
      referrers = '',
      tree = '',
      'graph-file': graphFile = '',
    } = outputs
    expect(subject).toBe(`${registry.host}/app@${image}`)
    const artifacts = JSON.parse(attached)
    expect(artifacts).toMatchObject([
      {
        subject,
        artifactType: 'application/spdx+json',
        files: [{ path: 'sbom.json', title: 'sbom.json', mediaType: 'application/spdx+json' }],
        status: 'pushed',
        via: 'referrers-api',
      },
      { artifactType: 'application/sarif+json', files: [{ title: 'scan.json' }] },
    ])
    const digests: string[] = artifacts.map(({ digest }: { digest: string }) => digest)
    const references = digests.map((digest) => `${registry.host}/app@${digest}`)
    expect(outputs).toMatchObject({
      digest: digests[0],
      digests: digests.join('\n'),
      reference: references[0],
      references: references.join('\n'),
    })
    const listed = JSON.parse(referrers).map(({ digest }: { digest: string }) => digest)
    expect(listed.sort()).toEqual(digests.toSorted())
    expect(JSON.parse(await readFile(graphFile, 'utf8'))).toMatchObject([
      { reference: subject, digest: image, referrers: JSON.parse(referrers) },
    ])
    for (const digest of digests) {
      expect(tree).toContain(`── ${digest}`)
      expect(summary).toContain(digest)
      expect(log).toContain(digest)
    }
    expect(summary).toContain('```mermaid\nflowchart LR\n')
    expect(groups).toEqual([`Referrers of ${subject}`])
    expect({ environment, paths }).toEqual({ environment: {}, paths: [] })
  })

  test('is followed by one that signs what it attached, and one that shows all of it', async () => {
    const registry = await started()
    const image = `${registry.host}/app:1`
    const { reference = '' } = (await succeed({ image, files: 'sbom.json' })).outputs
    await writeFile(join(directory(), 'sbom.sig'), 'pat hancock')
    const type = 'application/vnd.example.signature'
    const signed = await succeed({
      image: reference,
      files: 'sbom.sig',
      'artifact-type': type,
      summary: 'false',
    })
    expect(signed.summary).toBe('')
    const { outputs } = await succeed({ image })
    const { digests, attached, referrers = '', tree = '' } = outputs
    expect({ digests, attached }).toEqual({ digests: reference.split('@')[1], attached: '[]' })
    expect(JSON.parse(referrers)).toMatchObject([{ referrers: [{ artifactType: type }] }])
    expect(tree.split('\n').map((line) => line.replace(/sha256:.*/, 'sha256:…'))).toEqual([
      `${registry.host}/app@sha256:…`,
      '└── application/spdx+json',
      '    └── sha256:…',
      `        └── ${type}`,
      '            └── sha256:…',
    ])
  })

  test('takes the tags and the digest of a build as they are', async () => {
    const registry = await started()
    const { descriptor: image } = registry.putImage('app', { tag: 'latest', seed: 'built' })
    registry.putImage('app', { tag: 'latest', seed: 'built later' })
    const { outputs } = await succeed({
      image: `${registry.host}/app:1\n${registry.host}/app:latest\n`,
      digest: image.digest,
      files: 'sbom.json',
    })
    const { 'subject-digest': subject, digest, 'graph-file': graphFile = '' } = outputs
    expect(subject).toBe(image.digest)
    expect(registry.referrersOf('app', image.digest)).toMatchObject([{ digest }])
    expect(JSON.parse(await readFile(graphFile, 'utf8'))).toHaveLength(1)
  })

  test('in a dry run foretells the digests and writes nothing', async () => {
    const registry = await started()
    const inputs = { image: `${registry.host}/app:1`, files: '*.json', annotations: 'a=b' }
    const dry = await succeed({ ...inputs, 'dry-run': 'true' })
    expect(registry.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method))).toEqual([])
    expect(dry.summary).toContain('Dry run')
    expect((await succeed(inputs)).outputs['digests']).toBe(dry.outputs['digests'])
  })

  test('keeps its secrets: they are masked, and the workflow’s token goes nowhere', async () => {
    const registry = await start({ authentication: { scheme: 'bearer', accounts: [login] } })
    registry.putImage('app', { tag: '1' })
    await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
    const result = await succeed({ image: `${registry.host}/app:1`, files: 'sbom.json', ...login })
    const sent = registry.requests.flatMap(
      ({ headers }) => headers.authorization?.split(' ')[1] ?? [],
    )
    expect(result.masks).toEqual(expect.arrayContaining([login.password, ...sent]))
    const shown = JSON.stringify([result.log, result.summary, result.debug, result.outputs])
    for (const secret of [login.password, GITHUB_TOKEN, ...sent])
      expect(shown).not.toContain(secret)
    expect(sent.map((value) => Buffer.from(value, 'base64').toString()).join()).not.toContain(
      GITHUB_TOKEN,
    )
  })
})

describe('a step that attaches nothing', () => {
  test('has the outputs of the type that is asked for, in the order of the graphs', async () => {
    const registry = await started()
    registry.putImage('other', { tag: '1' })
    const images = [`${registry.host}/app:1`, `${registry.host}/other:1`]
    const image = images.join('\n')
    const { attached = '' } = (await succeed({ image, files: 'sbom.json\nscan.json' })).outputs
    const sboms: readonly Attached[] = JSON.parse(attached)
    const selected = await succeed({ image, 'artifact-type': 'application/spdx+json, a/b' })
    const { references, 'graph-file': graphFile = '', tree } = selected.outputs
    const expected = sboms.filter(({ artifactType }) => artifactType === 'application/spdx+json')
    expect(references).toBe(expected.map(({ reference }) => reference).join('\n'))
    expect(tree).not.toContain('sarif')
    expect(JSON.parse(await readFile(graphFile, 'utf8'))).toMatchObject([
      { referrers: [{ reference: expected[0]?.reference }] },
      { referrers: [{ reference: expected[1]?.reference }] },
    ])
  })
})

describe('a step that fails', () => {
  test('still sets the outputs that are known', async () => {
    const mayPull = { ...login, permissions: { other: 'pull' } } as const
    const registry = await start({ authentication: { scheme: 'basic', accounts: [mayPull] } })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    registry.putImage('other', { tag: '1' })
    await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
    const images = [`${registry.host}/app:1`, `${registry.host}/other:1`]
    const inputs = { image: images.join('\n'), files: 'sbom.json', ...login }
    const { exitCode, outputs, annotations, summary, rejected } = await runAction(step(inputs))
    expect({ exitCode, rejected }).toEqual({ exitCode: 1, rejected: [] })
    const { digest, subject, attached = '', referrers } = outputs
    expect(registry.referrersOf('app', image.digest)).toMatchObject([{ digest }])
    expect(subject).toBe(`${registry.host}/app@${image.digest}`)
    expect(JSON.parse(attached)).toMatchObject([{ subject, digest, status: 'pushed' }])
    expect(referrers).toBeUndefined()
    expect(annotations).toMatchObject([
      { type: 'error', message: expect.stringContaining('/v2/other/') },
    ])
    expect(summary).toContain('**Failed**')
  })

  test('because it is cancelled ends at once, though an upload hangs', async () => {
    const registry = await start({
      quirks: { uploads: { singlePost: 202 } },
      faults: [{ at: /^PUT .*\/blobs\/uploads/, times: 10, fails: 'stalled' }],
    })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
    const running = await startAction(step({ image: `${registry.host}/app:1`, files: 'sbom.json' }))
    await eventually(() => registry.uploadsOpen() === 2)
    running.kill('SIGINT')
    const { exitCode, annotations } = await running.result
    expect(exitCode).toBe(1)
    expect(annotations).toMatchObject([
      { type: 'error', message: expect.stringMatching(/cancelled/i) },
    ])
    expect(registry.referrersOf('app', image.digest)).toEqual([])
  })
})
