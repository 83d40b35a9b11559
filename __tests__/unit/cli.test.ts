import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const source = (path: string) => new URL(`../../src/${path}`, import.meta.url)

/** Starts the command line in a process of its own; its job is done by `body`, and `first` before it. */
async function start(args: readonly string[], body: string, first = '') {
  const script = join(directory(), 'cli.mjs')
  await writeFile(
    script,
    `import { main } from '${source('cli.ts')}'
    import { OciError } from '${source('oci/error.ts')}'
    const traffic = { requests: 0, retries: 0, bytesSent: 0, bytesReceived: 0 }
    const outcome = { subjects: [], attached: [], graphs: [], warnings: [], traffic }
    ${first}
    await main(async (job, context) => { ${body} })\n`,
  )
  return spawn(process.execPath, [script, ...args], { stdio: 'pipe' })
}

const graphOf = (type: string) => `{
  reference: 'r.example/a@sha256:1', mediaType: 'm/t', digest: 'sha256:1', size: 1,
  referrers: [{ reference: 'r', mediaType: 'm/t', digest: 'sha256:2', size: 1, sources: [], referrers: [], artifactType: ${type} }],
}`

describe('the command line', () => {
  test('sets the exit status of the process', async () => {
    const child = await start(['discover', 'a'], 'return outcome')
    expect(await once(child, 'close')).toEqual([2, null])
  })

  test('writes a result that is larger than a pipe holds', async () => {
    const body = `return { ...outcome, graphs: [${graphOf(`'x'.repeat(1e6)`)}] }`
    const child = await start(['discover', 'a:1', '--format=json'], body)
    let length = 0
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
    })
    expect(await once(child, 'close')).toEqual([0, null])
    expect(length).toBeGreaterThan(1e6)
  })

  test('ends quietly when the reader of its result has seen enough', async () => {
    const body = `return { ...outcome, graphs: [${graphOf(`'x'.repeat(1e6)`)}] }`
    const child = await start(['discover', 'a:1', '--quiet', '--format=json'], body)
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    expect(await once(child, 'close')).toEqual([0, null])
    expect(stderr).toBe('')
  })

  test('fails where its result cannot be written, and says so', async () => {
    const first = `setImmediate(() => process.stdout.emit('error', new Error('ENOSPC: disk full')))`
    const child = await start(['discover', 'a:1', '--quiet'], 'return outcome', first)
    const said = text(child.stderr)
    expect(await once(child, 'close')).toEqual([1, null])
    expect(await said).toBe('Error: the result cannot be written: ENOSPC: disk full\n')
  })

  test('can be interrupted while it waits for a password', async () => {
    const first = `setImmediate(() => process.stderr.write('waiting'))`
    const child = await start(['discover', 'a:1', '-u', 'me', '-p'], 'return outcome', first)
    await once(child.stderr, 'data')
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([null, 'SIGINT'])
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'ends its job at %s, with the status that shells have for it',
    async (name, status) => {
      const body = `
      await new Promise((resolve) => {
        const waiting = setInterval(() => {}, 1000)
        context.signal.addEventListener('abort', () => { clearInterval(waiting); resolve() })
        context.onProgress({ kind: 'step', message: 'waiting' })
      })
      return { ...outcome, failure: new OciError('CANCELLED', 'cancelled') }`
      const child = await start(['discover', 'a:1'], body)
      await once(child.stderr, 'data')
      child.kill(name)
      expect(await once(child, 'close')).toEqual([status, null])
    },
  )
})
