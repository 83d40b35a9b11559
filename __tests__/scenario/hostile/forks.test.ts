import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { artifactOn } from '../../support/artifacts.ts'
import { distPath } from '../../support/command-line.ts'
import { writeDocument } from '../../support/documents.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { runAction } from '../../support/runner/run-action.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const own = { id: 1, full_name: 'octo-org/app' }
/** Whoever makes a fork chooses its name. */
const fork = { id: 2, full_name: 'mallory/app\n::add-path::/pwned' }

const events = {
  pull_request_target: { repository: own, pull_request: { head: { repo: fork } } },
  workflow_run: { repository: own, workflow_run: { head_repository: fork } },
} as const

/** Runs a step in a workflow that the event of a fork has started; there is a note on the image. */
async function step(
  event: keyof typeof events,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
) {
  const registry = await start()
  const { descriptor: image } = registry.putImage('app', { tag: '1' })
  const { manifest, content } = artifactOn(image, 'note')
  for await (const bytes of content.open()) registry.putBlob('app', bytes)
  registry.putManifest('app', manifest)
  await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
  const path = join(directory(), 'event.json')
  await writeFile(path, JSON.stringify(events[event]))
  const result = await runAction({
    main: distPath('index.js'),
    directory: join(directory(), 'job'),
    workspace: directory(),
    inputs: { image: `${registry.host}/app:1`, ...inputs },
    env: { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, ...env },
  })
  return { registry, image, result }
}

const attaching = { files: 'sbom.json' }

describe.each(['pull_request_target', 'workflow_run'] as const)(
  'in a workflow on %s that a fork has started',
  (event) => {
    test('nothing is attached, nor anything asked for, and the error says why', async () => {
      const { registry, result } = await step(event, attaching)
      expect(result).toMatchObject({ outcome: 'failure', paths: [], rejected: [] })
      const [annotation, ...more] = result.annotations
      expect(more).toEqual([])
      expect(annotation?.message).toMatch(new RegExp(`event ${event} .*code of .*mallory/app`))
      expect(annotation?.message).toContain('ORAS_ATTACH_ALLOW_FORKS')
      expect(registry.requests).toEqual([])
    })

    test('it is attached where the workflow says that it means to', async () => {
      const env = { ORAS_ATTACH_ALLOW_FORKS: 'true' }
      const { registry, image, result } = await step(event, attaching, env)
      expect(result).toMatchObject({ outcome: 'success' })
      expect(registry.referrersOf('app', image.digest)).toHaveLength(2)
    })

    test.each([
      ['discovers', {}],
      ['pulls', { 'pull-to': 'evidence' }],
      ['only tells what it would attach', { ...attaching, 'dry-run': 'true' }],
    ])('a step that %s does its work', async (_, inputs) => {
      const { result } = await step(event, inputs)
      expect(result).toMatchObject({ outcome: 'success', annotations: [] })
      const { referrers = '' } = result.outputs
      expect(JSON.parse(referrers)).not.toEqual([])
    })
  },
)
