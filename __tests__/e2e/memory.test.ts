import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect, test } from '@jest/globals'
import { runCommandLine } from '../support/command-line.ts'
import { startDistribution } from './support/distribution.ts'
import { useRegistryStore } from './support/registry-store.ts'

const store = useRegistryStore(() => startDistribution())

const fileSize = 256 * 1024 * 1024
/** Less than the file; Node, the bundle and the buffers of an upload take about 140 MiB. */
const mostMemory = 200 * 1024 * 1024

/**
 * Writes at the end of the process what Linux knows of it, its own peak of memory (VmHWM) among it;
 * the peak that getrusage tells includes that of the process that started it.
 */
const reportStatus = `
  import { readFileSync, writeFileSync } from 'node:fs'
  const write = () => writeFileSync(process.env.STATUS_FILE, readFileSync('/proc/self/status'))
  process.on('exit', write)`

test('a file larger than the memory is attached from the disk and pulled to it', async () => {
  const { directory, newImage } = store()
  const image = await newImage('memory')
  const path = join(directory, 'core.dump')
  await writeSparse(path)

  const attach = ['attach', '--artifact-type=application/vnd.example.dump']
  const reference = await runInLittleMemory(directory, ...attach, image.tagged, 'core.dump')

  const { oras } = image.clients
  const manifest = JSON.parse(await oras('manifest', 'fetch', reference))
  const content = { digest: await digestOfFile(path), size: fileSize }
  expect(manifest.layers).toEqual([expect.objectContaining(content)])
  expect(
    JSON.parse(await oras('blob', 'fetch', '--descriptor', image.at(content.digest))),
  ).toMatchObject(content)

  const pulled = await runInLittleMemory(directory, 'pull', '-o', 'pulled', reference)

  expect(pulled).toBe('pulled/core.dump')
  expect(await digestOfFile(join(directory, pulled))).toBe(content.digest)
}, 120_000)

/** Returns what the command prints, once it has succeeded with no more memory than is to be needed. */
async function runInLittleMemory(directory: string, ...args: readonly string[]): Promise<string> {
  const statusFile = join(directory, 'status')
  const { status, stdout, stderr } = await runCommandLine({
    args,
    directory,
    env: {
      STATUS_FILE: statusFile,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(reportStatus)}`,
    },
  })
  expect({ status, stderr }).toMatchObject({ status: 0 })
  expect(await peakMemory(statusFile)).toBeLessThan(mostMemory)
  return stdout.trim()
}

/** Writes a file that takes hardly any disk, with something at its beginning and its end. */
async function writeSparse(path: string): Promise<void> {
  const file = await open(path, 'w')
  await file.write('begin', 0)
  await file.write('end', fileSize - 3)
  await file.close()
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return `sha256:${hash.digest('hex')}`
}

/** Returns the peak in bytes. */
async function peakMemory(statusFile: string): Promise<number> {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(statusFile, 'utf8')) ?? []
  return Number(kibibytes) * 1024
}
