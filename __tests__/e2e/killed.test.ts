import { statSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Attached } from '../../src/job.ts'
import { eventually } from '../support/eventually.ts'
import type { FaultPlan } from '../support/fault-plan.ts'
import { startDistribution } from './support/distribution.ts'
import { discoverByOras, type OrasManifest } from './support/evidence.ts'
import { useGround } from './support/ground.ts'
import { pushImage } from './support/image.ts'
import {
  doAgain,
  type EndingSignal,
  filesBelow,
  fronts,
  killAt,
  killCommandAt,
  leftovers,
  PULLED_BYTES,
  SENT_BYTES,
  startCommand,
  type Work,
  writeFiles,
} from './support/killed-command.ts'
import { useLayoutStore } from './support/layout-store.ts'
import { comeTo, type Moment, moments, openWay, type Way, watchChanges } from './support/steps.ts'

/** Each signal with the moments at which it is sent: one in each third of a job. */
const kills: readonly (readonly [EndingSignal, readonly Moment[]])[] = [
  ['SIGINT', moments(3, 1)],
  ['SIGTERM', moments(3, 2)],
  ['SIGKILL', moments(3, 3)],
]
const LONG = 120_000

/** Attaches again, and checks that everything is then listed once, and nothing twice. */
async function expectCompleted(
  directory: string,
  work: Work,
  see: () => Promise<readonly string[]>,
): Promise<void> {
  const before = await see()
  const attached: readonly Attached[] = JSON.parse(await doAgain(directory, work))
  const kept = attached.filter(({ status }) => status === 'exists').map(({ digest }) => digest)
  expect(kept).toEqual(expect.arrayContaining([...before]))
  expect(await see()).toEqual(attached.map(({ digest }) => digest).sort())
}

const nameOf = (front: string, signal: EndingSignal) =>
  `${front.replaceAll(' ', '-')}-${signal.toLowerCase()}`
const isOfBlob = (request: string) => /^GET .*\/blobs\//.test(request)

/** Whatever became of a pull, each file is there as a whole or not at all. */
function expectWhole(directory: string, signal: EndingSignal): void {
  if (signal !== 'SIGKILL') expect(leftovers(directory)).toEqual([])
  for (const name of filesBelow(directory).filter((each) => each.endsWith('.bin'))) {
    expect(statSync(join(directory, name)).size).toBe(PULLED_BYTES)
  }
}

/** What a file begins with tells which one it is, as its length tells that it is whole. */
async function contentsOf(directory: string, paths: readonly string[]): Promise<readonly string[]> {
  const contents = await Promise.all(paths.map((path) => readFile(join(directory, path))))
  return contents.map((bytes) => `${bytes.subarray(0, 40)} ${bytes.length}`).sort()
}

const digestsOf = ({ referrers = [] }: OrasManifest) => referrers.map(({ digest }) => digest)

describe('at a registry', () => {
  const ground = useGround(() => startDistribution())
  /** An image on which the same hangs as the others are to get, and what that takes. */
  let undisturbed: Scene
  const whole = { attach: 0, pull: 0 }

  beforeAll(async () => {
    undisturbed = await newScene('undisturbed', PULLED_BYTES)
    const { files } = undisturbed
    whole.attach = await stepsOf((image) => ({ verb: 'attach', image, files }))
    whole.pull = await stepsOf((image) => ({ verb: 'pull', image, to: 'undisturbed-pull' }))
  }, LONG)

  interface Scene {
    readonly name: string
    readonly files: readonly string[]
    readonly see: () => Promise<readonly string[]>
  }

  /** An image in a repository of its own, and files that share nothing with those of others. */
  async function newScene(name: string, size = SENT_BYTES): Promise<Scene> {
    const { registry, clients, directory } = ground()
    const { digest } = await pushImage(clients, `${registry.host}/e2e/${name}`)
    const forOras = () => [`${registry.host}/e2e/${name}@${digest}`]
    const see = async () => digestsOf(await discoverByOras({ clients, forOras }, digest))
    return { name, files: await writeFiles(directory, name, size), see }
  }

  const ways: Way[] = []
  afterEach(() => Promise.all(ways.splice(0).map((way) => way.close())))

  async function newWay(plan?: FaultPlan): Promise<Way> {
    const way = await openWay(Number(ground().registry.host.split(':')[1]), plan)
    ways.push(way)
    return way
  }

  const imageAt = (host: string, { name }: Scene) => `${host}/e2e/${name}:v1`

  async function stepsOf(workAt: (image: string) => Work): Promise<number> {
    const way = await newWay()
    await doAgain(ground().directory, workAt(imageAt(way.host, undisturbed)))
    return way.taken()
  }

  /** An upload that is cancelled leaves a directory, in which the state of a hash is, and no data. */
  function openUploads({ name }: Scene): readonly string[] {
    const repositories = join(ground().registry.storage ?? '', 'docker/registry/v2/repositories')
    const uploads = join(repositories, 'e2e', name, '_uploads')
    return filesBelow(uploads).filter((file) => file.endsWith('/data'))
  }

  test.each(kills)(
    'an attach that gets %s leaves nothing that doing it again does not complete',
    async (signal, moments) => {
      const { directory, registry } = ground()
      const attachKilledAt = async (moment: Moment, at: number): Promise<string> => {
        const scene = await newScene(`attach-${signal.toLowerCase()}-${at}`)
        const way = await newWay()
        const work = {
          verb: 'attach',
          image: imageAt(way.host, scene),
          files: scene.files,
        } as const
        const running = await startCommand(directory, work)
        const end = await killCommandAt(running, signal, comeTo(moment, way, whole.attach))
        await way.close()
        if (signal !== 'SIGKILL') expect(openUploads(scene)).toEqual([])
        const again = { ...work, image: imageAt(registry.host, scene) }
        await expectCompleted(directory, again, scene.see)
        return end
      }
      expect(await Promise.all(moments.map(attachKilledAt))).toContain('ended')
    },
    LONG,
  )

  test.each(kills)(
    'a pull that gets %s leaves whole files, and doing it again the others',
    async (signal, moments) => {
      const { directory, registry } = ground()
      const { files } = undisturbed
      const pullKilledAt = async (moment: Moment, at: number): Promise<string> => {
        const to = `pull-${signal.toLowerCase()}-${at}`
        const way = await newWay((_, request) => (isOfBlob(request) ? { kind: 'slow' } : undefined))
        const work = { verb: 'pull', image: imageAt(way.host, undisturbed), to } as const
        const running = await startCommand(directory, work)
        const end = await killCommandAt(running, signal, comeTo(moment, way, whole.pull))
        await way.close()
        expectWhole(join(directory, to), signal)
        const again = { ...work, image: imageAt(registry.host, undisturbed) }
        const pulled = (await doAgain(directory, again)).trim().split('\n')
        expect(await contentsOf(directory, pulled)).toEqual(await contentsOf(directory, files))
        return end
      }
      expect(await Promise.all(moments.map(pullKilledAt))).toContain('ended')
    },
    LONG,
  )

  test.each(fronts)(
    '%s that gets %s gives back to the registry what it was sending',
    async (front, signal, start, status) => {
      const scene = await newScene(`sending-${nameOf(front, signal)}`)
      const { files } = scene
      let stalled = 0
      const way = await newWay((_, request) => {
        if (!/^PUT .*\/blobs\/uploads/.test(request)) return undefined
        stalled += 1
        return stalled % 2
          ? { kind: 'stalled before' }
          : { kind: 'stalled in request', bytes: SENT_BYTES / 2 }
      })
      const image = imageAt(way.host, scene)
      const running = await start(ground().directory, { verb: 'attach', image, files })
      const uploads = files.length + 1
      const sending = eventually(() => stalled === uploads)
      const begun = sending.then(() => openUploads(scene))
      expect(await killAt(running, signal, begun)).toEqual({
        by: status,
        said: expect.stringContaining('nothing was attached'),
      })
      // The config is short enough to have been sent as a whole.
      expect((await begun).length).toBeGreaterThanOrEqual(files.length)
      expect(openUploads(scene)).toEqual([])
      expect(await scene.see()).toEqual([])
    },
  )

  test.each(fronts)(
    '%s that gets %s removes what it was writing',
    async (front, signal, start, status) => {
      const to = `writing-${nameOf(front, signal)}`
      const way = await newWay((_, request) =>
        isOfBlob(request) ? { kind: 'stalled in answer', bytes: PULLED_BYTES / 2 } : undefined,
      )
      const image = imageAt(way.host, undisturbed)
      const running = await start(ground().directory, { verb: 'pull', image, to })
      const pulled = join(ground().directory, to)
      const writing = eventually(() => leftovers(pulled).length === undisturbed.files.length)
      expect(await killAt(running, signal, writing)).toEqual({
        by: status,
        said: expect.stringContaining('of 3 files to write, 0 are there'),
      })
      expect(filesBelow(pulled)).toEqual([])
    },
  )
})

describe('in an image layout', () => {
  const store = useLayoutStore()

  test.each(kills)(
    'an attach that gets %s leaves a layout, and doing it again completes it',
    async (signal, moments) => {
      const whole = await changesOf(`${signal}-undisturbed`)
      const attachKilledAt = async (moment: Moment, at: number): Promise<void> => {
        const { work, see, layout, watched } = await newScene(`${signal}-${at}`)
        const changes = watchChanges(watched)
        const running = await startCommand(store().directory, work)
        await killCommandAt(running, signal, comeTo(moment, changes, whole))
        changes.close()
        if (signal !== 'SIGKILL') expect(leftovers(layout)).toEqual([])
        await expectCompleted(store().directory, work, see)
      }
      await Promise.all(moments.map(attachKilledAt))
    },
    LONG,
  )

  test.each(fronts)(
    '%s that gets %s while another process has the lock ends, and leaves a layout',
    async (front, signal, start, status) => {
      const { work, see, layout } = await newScene(`locked-${nameOf(front, signal)}`)
      const lock = join(layout, 'index.json.lock')
      const holder = { pid: process.pid, host: hostname(), time: new Date().toISOString() }
      await writeFile(lock, JSON.stringify(holder))
      const before = filesBelow(layout).length
      // Of each artifact the file and the manifest, and a config for all.
      const waiting = eventually(() => filesBelow(layout).length === before + 7)
      const running = await start(store().directory, work)
      expect(await killAt(running, signal, waiting)).toEqual({
        by: status,
        said: expect.stringContaining('of 3 artifacts for'),
      })
      expect(leftovers(layout)).toEqual(['index.json.lock'])
      expect(await see()).toEqual([])
      await rm(lock)
      await expectCompleted(store().directory, work, see)
    },
  )

  async function newScene(name: string) {
    const { directory, newImage } = store()
    const image = await newImage(name)
    const files = await writeFiles(directory, name, SENT_BYTES)
    const layout = join(directory, 'layouts', name)
    return {
      work: { verb: 'attach', image: image.tagged, files } as const,
      layout,
      /** All that changes in a layout is there. */
      watched: [layout, join(layout, 'blobs/sha256')],
      see: async () => digestsOf(await discoverByOras(image, image.digest)),
    }
  }

  async function changesOf(name: string): Promise<number> {
    const { work, watched } = await newScene(name)
    const changes = watchChanges(watched)
    await doAgain(store().directory, work)
    changes.close()
    return changes.taken()
  }
})
