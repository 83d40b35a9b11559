// Compares this client with `oras` and `regctl` at attaching and discovering, side by side in one run, on
// real registries behind a network of 40 ms round trips: `node bench/attach.ts [ROUNDS]` (needs `npm run
// build` and scripts/peers.sh). Prints the median wall time of whole processes in milliseconds, and ours as
// a share of each other's, pair by pair.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Clients, openClients } from '../__tests__/e2e/support/clients.ts'
import { startDistribution } from '../__tests__/e2e/support/distribution.ts'
import { pushImage } from '../__tests__/e2e/support/image.ts'
import { type RealRegistry, startGcr } from '../__tests__/e2e/support/real-registry.ts'
import { startDelayProxy } from '../__tests__/support/delay-proxy.ts'

const ONE_WAY_MS = 20
const DISCOVERED = 30
const rounds = Number(process.argv[2] ?? 7)
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const TYPE = 'application/vnd.example.report+json'

/** A task, done by each client on its own fresh image. */
interface Task {
  readonly name: string
  readonly prepare: (clients: Clients, image: string) => Promise<void>
  readonly by: Readonly<
    Record<string, (clients: Clients, image: string, round: string) => Promise<void>>
  >
}

async function ours(clients: Clients, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [cli, ...args], {
    cwd: clients.directory,
    env: clients.env,
  })
}

async function report(clients: Clients, name: string): Promise<string> {
  await writeFile(join(clients.directory, name), JSON.stringify({ name }))
  return name
}

function names(round: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${round}-${at}.json`)
}

function attachTask(count: number): Task {
  return {
    name: `attach ${count} ${count === 1 ? 'file' : 'files, an artifact each'}`,
    prepare: async () => {},
    by: {
      ours: async (clients, image, round) => {
        const files = await Promise.all(names(round, count).map((name) => report(clients, name)))
        await ours(clients, 'attach', '--artifact-type', TYPE, image, ...files)
      },
      oras: async (clients, image, round) => {
        for (const name of names(round, count)) {
          await clients.oras('attach', '--artifact-type', TYPE, image, await report(clients, name))
        }
      },
      regctl: async (clients, image, round) => {
        for (const name of names(round, count)) {
          const file = await report(clients, name)
          await clients.regctl(
            'artifact',
            'put',
            '--subject',
            image,
            '--artifact-type',
            TYPE,
            '--file',
            file,
          )
        }
      },
    },
  }
}

const discoverTask: Task = {
  name: `discover ${DISCOVERED} referrers`,
  prepare: async (clients, image) => {
    const files = await Promise.all(
      names(`d${Date.now()}`, DISCOVERED).map((name) => report(clients, name)),
    )
    await ours(clients, 'attach', '--artifact-type', TYPE, image, ...files)
  },
  by: {
    ours: (clients, image) => ours(clients, 'discover', image),
    oras: async (clients, image) => void (await clients.oras('discover', image)),
    regctl: async (clients, image) => void (await clients.regctl('artifact', 'tree', image)),
  },
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

async function measure(task: Task, clients: Clients, host: string): Promise<void> {
  const times = new Map<string, number[]>(Object.keys(task.by).map((client) => [client, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [client, work] of Object.entries(task.by)) {
      const image = `${host}/${task.name.replaceAll(/\W+/g, '-')}-${client}-${round}`
      await pushImage(clients, image)
      await task.prepare(clients, `${image}:v1`)
      const start = performance.now()
      await work(clients, `${image}:v1`, `${client}${round}`)
      // The first round warms the caches of all.
      if (round > 0) times.get(client)?.push(performance.now() - start)
    }
  }
  const own = times.get('ours') ?? []
  const cells = [...times].map(([client, values]) => {
    const share = median(own.map((time, at) => time / (values[at] ?? Number.NaN)))
    return `${client} ${median(values).toFixed(0)} ms${client === 'ours' ? '' : ` (ours/${client} ${share.toFixed(2)})`}`
  })
  console.log(`  ${task.name.padEnd(36)} ${cells.join('   ')}`)
}

async function compareOn(start: () => Promise<RealRegistry>): Promise<void> {
  const registry = await start()
  const proxy = await startDelayProxy(Number(registry.host.split(':')[1]), ONE_WAY_MS)
  const directory = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const clients = await openClients(directory, { ...registry, host: proxy.host })
    console.log(`${registry.name}, ${2 * ONE_WAY_MS} ms round trips, medians of ${rounds}:`)
    for (const task of [attachTask(1), attachTask(5), discoverTask])
      await measure(task, clients, proxy.host)
  } finally {
    await proxy.close()
    await registry.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

await compareOn(startGcr)
await compareOn(() => startDistribution())
