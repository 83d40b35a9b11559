import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../../../../src/job.ts'
import { noFaults, planFaults } from '../../../support/fault-plan.ts'
import { discoverByOras } from '../evidence.ts'
import type { SoakGround } from './ground.ts'
import { jobWithin, type TimedOutcome } from './job-within.ts'
import { listedAt } from './plain-client.ts'
import { attachJob, makeScene, pulledTo, pullJob, readJob, type Scene } from './scene.ts'

/** How the jobs of one seed ended, and how long the longest of them took, in milliseconds. */
export interface SeededRun {
  readonly seed: number
  readonly ends: Readonly<Record<'attach' | 'discover' | 'pull', string>>
  readonly slowest: number
}

/**
 * Attaches files to an image, discovers and pulls them while things go wrong as the seed has it, and
 * then again while nothing does.
 *
 * Throws an AssertionError unless each job says what is true: after a success everything is there, as
 * `oras discover` confirms, after a failure the error says what was done, and nothing is half there;
 * and unless doing it again completes it, with nothing there twice.
 */
export async function seededRun(ground: SoakGround, seed: number): Promise<SeededRun> {
  const scene = await makeScene(ground, seed)
  const { proxy, registry } = ground
  const planned = await digestsOf(dryRun(scene, registry.host, 1))
  proxy.follow(planFaults(seed))
  const attach = await jobWithin(attachJob(scene, proxy.host, 1))
  await checkAttach(ground, scene, attach.outcome, planned)
  const discover = await jobWithin(readJob(scene, proxy.host))
  await checkDiscover(ground, scene, discover.outcome)
  const pull = await jobWithin(pullJob(scene, proxy.host))
  await checkPulled(scene, pull.outcome)
  proxy.follow(noFaults)
  await checkAgain(ground, scene, planned)
  const jobs = { attach, discover, pull }
  return {
    seed,
    ends: { attach: attach.end, discover: discover.end, pull: pull.end },
    slowest: Math.max(...Object.values(jobs).map(({ milliseconds }) => milliseconds)),
  }
}

function dryRun(scene: Scene, host: string, run: number): Promise<TimedOutcome> {
  return jobWithin({ ...attachJob(scene, host, run), dryRun: true })
}

async function digestsOf(job: Promise<TimedOutcome>): Promise<readonly string[]> {
  const { outcome } = await job
  if (outcome.failure) throw outcome.failure
  return outcome.attached.map(({ digest }) => digest)
}

/** The words by which an error tells how far an attach had come. */
const soFar = /nothing was attached|of \d+ artifacts for \S+, \d+ are known to be stored/

async function checkAttach(
  { registry, clients }: SoakGround,
  { repository, subject }: Scene,
  { failure, attached }: Outcome,
  planned: readonly string[],
): Promise<void> {
  const listed = await listedAt(registry.host, repository, subject)
  if (!failure) {
    assert.deepEqual(listed, planned.toSorted())
    const reference = `${registry.host}/${repository}@${subject}`
    const seen = await discoverByOras({ clients, forOras: () => [reference] }, subject)
    assert.deepEqual(
      seen.referrers?.map(({ digest }) => digest),
      listed,
    )
    return
  }
  for (const digest of listed) assert.ok(planned.includes(digest), `${digest} is listed`)
  if (attached.length === 0) assert.match(failure.message, soFar)
  else assert.deepEqual(listed, planned.toSorted())
  if (/nothing was attached/.test(failure.message)) assert.deepEqual(listed, [])
}

async function checkDiscover(
  { registry }: SoakGround,
  { repository, subject }: Scene,
  { failure, graphs }: Outcome,
): Promise<void> {
  if (failure) return
  const seen = graphs.flatMap(({ referrers }) => referrers.map(({ digest }) => digest))
  assert.deepEqual(seen.toSorted(), await listedAt(registry.host, repository, subject))
}

/** Whatever became of a pull, each file is there as a whole, and nothing else is. */
async function checkPulled(scene: Scene, { failure, pulled }: Outcome): Promise<void> {
  const { files } = scene
  const found = await filesBelow(pulledTo(scene))
  for (const path of found.filter((name) => !name.endsWith('pulled.json'))) {
    const bytes = await readFile(path)
    assert.ok(
      files.some((file) => path.endsWith(file.name) && bytes.equals(file.bytes)),
      path,
    )
  }
  if (!failure && pulled.length > 0) assert.equal(found.length, pulled.length + 1)
}

async function checkAgain(
  { registry, clients }: SoakGround,
  scene: Scene,
  planned: readonly string[],
): Promise<void> {
  const { repository, subject, files } = scene
  const later = await digestsOf(dryRun(scene, registry.host, 2))
  const attached = await digestsOf(jobWithin(attachJob(scene, registry.host, 2)))
  for (const [at, digest] of attached.entries()) {
    assert.ok([planned[at], later[at]].includes(digest), `${digest} is attached`)
  }
  const reference = `${registry.host}/${repository}@${subject}`
  const seen = await discoverByOras({ clients, forOras: () => [reference] }, subject)
  assert.deepEqual(
    seen.referrers?.map(({ digest }) => digest),
    attached.toSorted(),
  )
  const { outcome } = await jobWithin(pullJob(scene, registry.host))
  if (outcome.failure) throw outcome.failure
  assert.equal(outcome.pulled.length, files.length)
  await checkPulled(scene, outcome)
}

async function filesBelow(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}
