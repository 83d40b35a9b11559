import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { OCI_IMAGE_INDEX } from '../../src/oci/media-types.ts'
import { distPath, runCommandLine } from '../support/command-line.ts'
import { startDelayProxy } from '../support/delay-proxy.ts'
import { runAction } from '../support/runner/run-action.ts'
import { runPost } from '../support/runner/run-post.ts'
import { startDistribution } from './support/distribution.ts'
import type { OrasManifest } from './support/evidence.ts'
import { useGround } from './support/ground.ts'
import { pushImage } from './support/image.ts'

const WRITERS = 20
const ROUNDS = ['first', 'second', 'third', 'fourth', 'fifth']
const DELAY_MS = 40
/** Attached by another client before ours begin. */
const LISTED_BEFORE = 4
/** Twenty processes on two processors, and then as long as it takes until no other can interfere. */
const TIMEOUT_MS = 120_000

const ground = useGround(() => startDistribution())

interface Round {
  /** Where the writers find the registry. */
  readonly host: string
  readonly repository: string
  /** The digest of the image. */
  readonly subject: string
}

async function newRound(name: string, host: string): Promise<Round> {
  const { registry, clients, directory } = ground()
  const repository = `writers/${name}`
  const { digest } = await pushImage(clients, `${registry.host}/${repository}`)
  for (const file of filesOf(name)) await writeFile(join(directory, file), `${file}\n`)
  return { host, repository, subject: digest }
}

function filesOf(name: string): readonly string[] {
  return Array.from({ length: WRITERS }, (_, at) => `${name}-${at}.txt`)
}

/** Returns the digest of what each process has attached, all of them started at once. */
async function attachAtOnce(name: string, round: Round): Promise<readonly string[]> {
  return Promise.all(filesOf(name).map((file) => attachOne(round, file)))
}

async function attachOne(round: Round, file: string): Promise<string> {
  const image = `${round.host}/${round.repository}@${round.subject}`
  const { status, stdout, stderr } = await runCommandLine({
    args: ['attach', '--artifact-type=text/x-note', image, file],
    directory: ground().directory,
  })
  expect({ status, stderr: status === 0 || stderr }).toEqual({ status: 0, stderr: true })
  return stdout.trim().split('@').at(-1) ?? ''
}

/** Returns the digests of what is attached, as `oras discover` has them. */
async function discovered({ repository, subject }: Round): Promise<readonly string[]> {
  const { registry, clients } = ground()
  const image = `${registry.host}/${repository}@${subject}`
  const { referrers = [] }: { readonly referrers?: readonly OrasManifest[] } = JSON.parse(
    await clients.oras('discover', '--format=json', image),
  )
  return referrers.map(({ digest }) => digest)
}

/** Returns the digest of what a client attaches that overwrites what it has not read. */
async function attachByOras({ repository, subject }: Round, file: string): Promise<string> {
  const { registry, clients, directory } = ground()
  await writeFile(join(directory, file), `${file}\n`)
  const image = `${registry.host}/${repository}@${subject}`
  const type = '--artifact-type=text/x-other'
  return JSON.parse(await clients.oras('attach', '--format=json', type, image, file)).digest
}

/** Returns the digests of what another client has attached, one after the other. */
async function attachByOrasInTurn(
  round: Round,
  name: string,
  count: number,
): Promise<readonly string[]> {
  const attached: string[] = []
  for (let at = 0; at < count; at += 1) {
    attached.push(await attachByOras(round, `${name}-${at}.txt`))
  }
  return attached
}

function portOf(host: string): number {
  return Number(host.split(':').at(-1))
}

describe('of what twenty processes attach to one image at once, nothing is lost', () => {
  test.each(ROUNDS)(
    'on distribution, the %s time',
    async (name) => {
      const round = await newRound(name, ground().registry.host)
      const attached = await attachAtOnce(name, round)
      expect(new Set(attached).size).toBe(WRITERS)
      expect([...(await discovered(round))].sort()).toEqual([...attached].sort())
    },
    TIMEOUT_MS,
  )

  test.each(ROUNDS)(
    'where every answer takes 80 ms longer, the %s time',
    async (time) => {
      const { host } = ground().registry
      const proxy = await startDelayProxy(portOf(host), DELAY_MS)
      try {
        const round = await newRound(`delayed-${time}`, proxy.host)
        const attached = await attachAtOnce(`delayed-${time}`, round)
        expect([...(await discovered(round))].sort()).toEqual([...attached].sort())
      } finally {
        await proxy.close()
      }
    },
    TIMEOUT_MS,
  )

  test(
    'while another client writes in between, nor what that one had attached before',
    async () => {
      const round = await newRound('between', ground().registry.host)
      const before = await attachByOrasInTurn(round, 'before', LISTED_BEFORE)
      const attaching = attachAtOnce('between', round)
      await attachByOrasInTurn(round, 'between-other', 5)
      const attached = await attaching
      expect(await discovered(round)).toEqual(expect.arrayContaining([...before, ...attached]))
    },
    TIMEOUT_MS,
  )
})

/** A step of the action that attaches the file. */
function stepOf({ host, repository, subject }: Round, file: string) {
  const { directory } = ground()
  return {
    main: distPath('index.js'),
    directory: join(directory, '..', `job-${file}`),
    workspace: directory,
    inputs: {
      image: `${host}/${repository}@${subject}`,
      files: file,
      'artifact-type': 'text/x-note',
    },
  }
}

/** A job that has attached the file, and is not at its end. */
async function beginJob(round: Round, file: string) {
  const step = stepOf(round, file)
  const result = await runAction(step)
  expect(result).toMatchObject({ outcome: 'success' })
  return {
    digest: `${result.outputs['digest']}`,
    async end(): Promise<void> {
      const post = await runPost(step, result)
      // Twenty at once on few processors may be told to read again before.
      const log = expect.stringMatching(/(^|\n)Confirmed 1 artifact$/)
      expect(post).toMatchObject({ outcome: 'success', log })
    },
  }
}

/** The list at the referrers tag, past all clients: what it is, and how to have another be there. */
function listOf({ repository, subject }: Round) {
  const { registry } = ground()
  const tag = subject.replace(':', '-')
  const url = `http://${registry.host}/v2/${repository}/manifests/${tag}`
  const headers = { accept: OCI_IMAGE_INDEX, 'content-type': OCI_IMAGE_INDEX }
  return {
    async read(): Promise<string> {
      return (await fetch(url, { headers })).text()
    },
    async overwrite(body: string): Promise<void> {
      expect(await fetch(url, { method: 'PUT', headers, body })).toMatchObject({ status: 201 })
    },
  }
}

describe('of what twenty jobs attach to one image at once, nothing is lost when they have ended', () => {
  test(
    'each at its own time',
    async () => {
      const round = await newRound('jobs', ground().registry.host)
      const jobs = filesOf('jobs').map(async (file) => {
        const job = await beginJob(round, file)
        await job.end()
        return job.digest
      })
      const attached = await Promise.all(jobs)
      expect(new Set(attached).size).toBe(WRITERS)
      expect([...(await discovered(round))].sort()).toEqual(attached.sort())
    },
    TIMEOUT_MS,
  )

  test(
    'nor what another client had attached before, which writes all the time',
    async () => {
      const round = await newRound('jobs-between', ground().registry.host)
      const before = await attachByOrasInTurn(round, 'jobs-before', LISTED_BEFORE)
      const beginning = Promise.all(filesOf('jobs-between').map((file) => beginJob(round, file)))
      await attachByOrasInTurn(round, 'jobs-other', 5)
      const jobs = await beginning
      const ending = Promise.all(jobs.map(({ end }) => end()))
      await attachByOrasInTurn(round, 'jobs-late', 5)
      await ending
      const attached = jobs.map(({ digest }) => digest)
      expect(await discovered(round)).toEqual(expect.arrayContaining([...before, ...attached]))
    },
    TIMEOUT_MS,
  )

  test(
    'nor what another client had attached before, and overwrites with what it read long ago',
    async () => {
      const round = await newRound('jobs-stale', ground().registry.host)
      const [first = ''] = await attachByOrasInTurn(round, 'stale-before', 1)
      const stale = await listOf(round).read()
      const before = await attachByOrasInTurn(round, 'stale-listed', LISTED_BEFORE)
      const jobs = await Promise.all(filesOf('jobs-stale').map((file) => beginJob(round, file)))
      await listOf(round).overwrite(stale)
      expect(await discovered(round)).toEqual([first])
      await Promise.all(jobs.map(({ end }) => end()))
      const attached = jobs.map(({ digest }) => digest)
      expect([...(await discovered(round))].sort()).toEqual([first, ...before, ...attached].sort())
    },
    TIMEOUT_MS,
  )
})
