import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PullRequest } from '../../../src/job.ts'
import { TITLE } from '../../../src/oci/annotations.ts'
import { encodeJson } from '../../../src/oci/encoded.ts'
import { OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { emptyConfig } from '../../../src/oci/pack.ts'
import { jobOn, outcomeOf, succeed } from '../../support/job.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'
import { treeOf } from '../../support/tree-of.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const at = (path: string): string => join(directory(), path)

/** The environment of a step, and of a command in a workflow. */
const inWorkflow = () => ({ env: { HOME: at('home'), GITHUB_WORKSPACE: at('workspace') } })

async function write(path: string, text = 'secret of the machine'): Promise<void> {
  await mkdir(dirname(at(path)), { recursive: true })
  await writeFile(at(path), text)
}

beforeEach(async () => {
  await write('home/.docker/keep', '')
  await write('workspace/README.md', '')
})

describe('a link of the checkout on the way to the directory of a pull', () => {
  const written = async () => Object.keys(await treeOf(at('home')))

  function pullInto(registry: TestRegistry, path: string) {
    const pull: PullRequest = {
      directory: path,
      what: 'artifact',
      overwrite: true,
      maxFiles: 100,
      maxBytes: 1_000_000,
    }
    return jobOn(`${registry.host}/app:1`, { pull, discovers: false })
  }

  async function registryWith(title: string): Promise<TestRegistry> {
    const registry = await start()
    const { bytes, descriptor: config } = emptyConfig
    registry.putBlob('app', bytes)
    const layer = registry.putBlob('app', Buffer.from('evil'))
    const manifest = encodeJson({
      schemaVersion: 2,
      mediaType: OCI_IMAGE_MANIFEST,
      artifactType: 'a/b',
      config,
      layers: [{ ...layer, annotations: { [TITLE]: title } }],
    })
    registry.putManifest('app', manifest, '1')
    return registry
  }

  test.each([
    ['its end', 'out', '../home/.docker', 'out'],
    ['the way', 'artifacts', '../home', 'artifacts/.docker'],
    ['a folder that is not there yet', 'artifacts', '../home', 'artifacts/.docker/new'],
    ['a place that is not there yet', 'out', '../home/.config', 'out'],
    ['a place in the workspace', 'out', '.git', 'out'],
  ])('is not followed at %s: nothing is asked for or written', async (_, name, target, path) => {
    await symlink(target, at(`workspace/${name}`))
    const registry = await registryWith('config.json')
    const { failure } = await outcomeOf(pullInto(registry, at(`workspace/${path}`)), inWorkflow())
    expect(failure).toMatchObject({
      input: 'pull-to',
      message: expect.stringContaining(`${at(`workspace/${name}`)} is a symbolic link`),
      advice: expect.stringContaining('Name the directory that it leads to'),
    })
    expect(registry.requests).toEqual([])
    expect(await written()).toEqual(['.docker/keep'])
  })

  test('is that of whoever named it, outside of the workspace and of workflows', async () => {
    await symlink('../home', at('workspace/artifacts'))
    await symlink('home', at('elsewhere'))
    const registry = await registryWith('config.json')
    await succeed(pullInto(registry, at('elsewhere/mine')), inWorkflow())
    await succeed(pullInto(registry, at('workspace/artifacts/yours')))
    const files = ['config.json', 'pulled.json']
    expect((await written()).sort()).toEqual([
      '.docker/keep',
      ...files.map((name) => `mine/${name}`),
      ...files.map((name) => `yours/${name}`),
    ])
  })

  test('is no matter above the workspace', async () => {
    await symlink('.', at('here'))
    const registry = await registryWith('a')
    const env = { GITHUB_WORKSPACE: at('here/workspace') }
    await succeed(pullInto(registry, at('here/workspace/out')), { env })
    await succeed(pullInto(registry, at('workspace/new/out')), { env })
    expect(Object.keys(await treeOf(at('workspace/new')))).toEqual(['out/a', 'out/pulled.json'])
  })
})

describe('a link of the checkout that files go through', () => {
  const attachOf = async (files: readonly string[]) => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    return {
      registry,
      job: jobOn(`${registry.host}/app:1`, { attach: { files, artifactType: 'a/b' } }),
    }
  }

  test.each([
    ['the file itself', 'sbom.json', '../home/secret.json', 'sbom.json'],
    ['a folder', 'out', '../home', 'out/secret.json'],
    ['the file itself, in a glob', 'sbom.json', '../home/secret.json', '*.json'],
    ['a folder, in a glob', 'out', '../home', 'out/*.json'],
    ['the file itself, at any depth', 'sbom.json', '../home/secret.json', '**/*.json'],
    ['a folder that is left again by its parent', 'out', '../home/.docker', 'out/../secret.json'],
  ])('publishes nothing from outside of the workspace: %s', async (_, name, target, line) => {
    await write('home/secret.json')
    await symlink(target, at(`workspace/${name}`))
    const { registry, job } = await attachOf([`${at('workspace')}/${line}:a/b`])
    const { failure } = await outcomeOf(job, inWorkflow())
    expect(failure).toMatchObject({
      input: 'files',
      message: expect.stringMatching(/ leads out of the workspace, to .*\/home\/secret\.json$/),
      advice: expect.stringContaining('copy it into the workspace'),
    })
    expect(failure?.message).toContain(at('workspace'))
    expect(failure?.message).toContain(await realpath(at('home/secret.json')))
    expect(registry.requests).toEqual([])
  })

  test('is passed by where a glob finds it as a folder', async () => {
    await write('home/secret.json')
    await write('workspace/reports/a.json')
    await symlink('../home', at('workspace/out'))
    const { job } = await attachOf([at('workspace/*/*.json'), at('workspace/**/*.json')])
    const { attached } = await succeed(job, inWorkflow())
    expect(attached).toMatchObject([{ files: [{ title: 'a.json' }] }])
  })

  test('publishes none of what the checkout keeps its token in', async () => {
    await write('workspace/.git/config')
    await symlink('.git/config', at('workspace/sbom.json'))
    const { registry, job } = await attachOf([`${at('workspace/sbom.json')}:a/b`])
    const { failure } = await outcomeOf(job, inWorkflow())
    expect(failure).toMatchObject({
      input: 'files',
      message: expect.stringContaining('leads into .git'),
    })
    expect(registry.requests).toEqual([])
  })

  test.each([
    ['within the workspace', 'workspace/sbom.json', 'workspace/latest.json'],
    ['outside of it, where the job names it', 'home/sbom.json', 'home/latest.json'],
  ])('is followed %s', async (_, file, link) => {
    await write(file, 'a')
    await symlink(at(file), at(link))
    const { job } = await attachOf([`${at(link)}:a/b`])
    const { attached } = await succeed(job, inWorkflow())
    expect(attached).toMatchObject([{ files: [{ title: 'latest.json', size: 1 }] }])
  })

  test('is that of whoever named it, outside of workflows', async () => {
    await write('home/sbom.json', 'a')
    await symlink('../home/sbom.json', at('workspace/sbom.json'))
    const { job } = await attachOf([`${at('workspace/sbom.json')}:a/b`])
    expect((await succeed(job)).attached).toHaveLength(1)
  })
})
