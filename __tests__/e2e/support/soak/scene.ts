import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job } from '../../../../src/job.ts'
import { type JobOptions, jobOn } from '../../../support/job.ts'
import { type Seeded, seeded } from '../../../support/seeded.ts'
import { testImage } from '../../../support/test-image.ts'
import type { SoakGround } from './ground.ts'
import { putImage } from './plain-client.ts'

/** An image and files of a seed, in a repository and a directory of their own. */
export interface Scene {
  readonly repository: string
  /** The digest of the image. */
  readonly subject: string
  readonly files: readonly SceneFile[]
  /** Whether all files are one artifact. */
  readonly combine: boolean
  readonly directory: string
}

interface SceneFile {
  readonly path: string
  readonly name: string
  readonly bytes: Buffer
}

const MOST_FILES = 4
const LEAST_BYTES = 100
const MOST_BYTES = 1_000_000

/** Makes the scene of a seed: 1 to 4 files of 0.1 kB to 1 MB. */
export async function makeScene({ registry, clients }: SoakGround, seed: number): Promise<Scene> {
  const random = seeded(seed)
  const repository = `soak/${seed}`
  const image = testImage({ seed: repository })
  await putImage(registry.host, repository, image)
  const directory = join(clients.directory, String(seed))
  await mkdir(directory)
  const files = Array.from({ length: random.whole(1, MOST_FILES) }, (_, at): SceneFile => {
    const name = `${at}.bin`
    return { name, path: join(directory, name), bytes: content(random) }
  })
  await Promise.all(files.map(({ path, bytes }) => writeFile(path, bytes)))
  const combine = random.next() < 0.25
  return { repository, subject: image.descriptor.digest, files, combine, directory }
}

/** Returns the job that attaches the files, at a registry or a proxy before it. */
export function attachJob({ repository, files, combine }: Scene, host: string, run: number): Job {
  const attach = {
    files: files.map(({ path }) => path),
    artifactType: 'application/vnd.example.soak',
    combine,
    // Each run is at another time, as of jobs: so an artifact that is attached twice is two.
    created: `2026-01-01T00:00:0${run}Z`,
  }
  return jobOn(`${host}/${repository}:v1`, { attach })
}

/** Returns the job that shows what is attached, or also pulls it. */
export function readJob({ repository }: Scene, host: string, options: JobOptions = {}): Job {
  return jobOn(`${host}/${repository}:v1`, options)
}

/** Returns the job that pulls what is attached into `pulled` in the scene's directory. */
export function pullJob(scene: Scene, host: string): Job {
  return readJob(scene, host, {
    pull: {
      directory: pulledTo(scene),
      what: 'referrers',
      overwrite: false,
      maxFiles: 100,
      maxBytes: MOST_FILES * MOST_BYTES,
    },
  })
}

export function pulledTo({ directory }: Scene): string {
  return join(directory, 'pulled')
}

/** Log-uniform: as many small files as large ones. */
function content(random: Seeded): Buffer {
  const size = Math.floor(LEAST_BYTES * (MOST_BYTES / LEAST_BYTES) ** random.next())
  const bytes = Buffer.alloc(size)
  for (let at = 0; at + 4 <= size; at += 4) bytes.writeUInt32LE(random.whole(0, 2 ** 32 - 1), at)
  return bytes
}
