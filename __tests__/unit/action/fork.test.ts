import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ALLOW_FORKS, foreignCode, refuseForks } from '../../../src/action/fork.ts'
import type { Job } from '../../../src/job.ts'
import { jobOn } from '../../support/job.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()

const own = { id: 1, full_name: 'octo-org/app' }
const fork = { id: 2, full_name: 'mallory/app' }

const events = {
  pull_request_target: (repo: unknown) => ({ repository: own, pull_request: { head: { repo } } }),
  workflow_run: (repo: unknown) => ({ repository: own, workflow_run: { head_repository: repo } }),
} as const
const eventNames = ['pull_request_target', 'workflow_run'] as const

describe.each(eventNames)('the code of a %s', (name) => {
  const of = events[name]

  test('is the repository’s own where it is from there', () => {
    expect(foreignCode(name, of(own))).toBeUndefined()
    expect(foreignCode(name, of({ ...own, full_name: 'octo-org/renamed' }))).toBeUndefined()
  })

  test('is foreign where it is from a fork, also one that has the name of ours', () => {
    expect(foreignCode(name, of(fork))).toBe('the repository "mallory/app"')
    expect(foreignCode(name, of({ id: 2, full_name: own.full_name }))).toBe(
      'the repository "octo-org/app"',
    )
  })

  test.each([
    ['of a fork that is gone', of(null)],
    ['without an identity', of({ full_name: own.full_name })],
    ['without identities on either side', { ...of({}), repository: {} }],
    ['of another shape', { repository: own }],
    ['that is no object', [own]],
    ['that cannot be read', undefined],
  ])('is foreign where it cannot be told: an event %s', (_, event) => {
    expect(foreignCode(name, event)).toMatch(/^(?:the|a) repository /)
  })
})

test.each(['push', 'pull_request', 'release', 'workflow_dispatch', 'schedule', ''])(
  'a workflow on %j has no rights that its code could abuse',
  (name) => {
    expect(foreignCode(name, events.pull_request_target(fork))).toBeUndefined()
  },
)

describe('in a workflow that a fork started with our rights', () => {
  const image = 'registry.example/app:1'
  const files = ['sbom.json']
  const attaching = jobOn(image, { attach: { files } })

  async function envOf(event: unknown, more: NodeJS.ProcessEnv = {}): Promise<NodeJS.ProcessEnv> {
    const path = join(directory(), 'event.json')
    await writeFile(path, typeof event === 'string' ? event : JSON.stringify(event))
    return { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_EVENT_PATH: path, ...more }
  }
  const foreign = events.pull_request_target(fork)

  const writing: readonly [string, Job][] = [
    ['attaches', attaching],
    ['pushes', jobOn(image, { push: { files } })],
    [
      'attaches to a layout and a registry',
      jobOn(['oci-layout://a:1', image], { attach: { files } }),
    ],
  ]
  test.each(writing)('a job that %s is refused, with what to do', async (_, job) => {
    await expect(refuseForks(job, await envOf(foreign))).rejects.toMatchObject({
      code: 'DENIED',
      message: expect.stringMatching(/pull_request_target.*"mallory\/app"/),
      advice: expect.stringContaining(ALLOW_FORKS),
    })
  })

  const harmless: readonly [string, Job][] = [
    ['reads', jobOn(image)],
    ['does everything but the writes', jobOn(image, { attach: { files }, dryRun: true })],
    ['attaches to a layout', jobOn('oci-layout://a:1', { attach: { files } })],
  ]
  test.each(harmless)('a job that %s is not refused', async (_, job) => {
    await refuseForks(job, await envOf(foreign))
  })

  test.each(['true', 'True', 'TRUE'])(
    'nothing is refused where that is meant: %s',
    async (value) => {
      await refuseForks(attaching, await envOf(foreign, { [ALLOW_FORKS]: value }))
    },
  )

  test.each(['', 'false', 'yes', '1'])('%j does not mean it', async (value) => {
    const env = await envOf(foreign, { [ALLOW_FORKS]: value })
    await expect(refuseForks(attaching, env)).rejects.toMatchObject({ code: 'DENIED' })
  })

  test('an event that is not there or no JSON is no permission', async () => {
    const env = await envOf('no JSON')
    await expect(refuseForks(attaching, env)).rejects.toMatchObject({ code: 'DENIED' })
    for (const path of [undefined, join(directory(), 'absent')]) {
      const without = { ...env, GITHUB_EVENT_PATH: path }
      await expect(refuseForks(attaching, without)).rejects.toMatchObject({ code: 'DENIED' })
    }
  })

  test('what is ours is not refused', async () => {
    await refuseForks(attaching, await envOf(events.pull_request_target(own)))
    await refuseForks(attaching, await envOf(foreign, { GITHUB_EVENT_NAME: 'push' }))
  })
})
