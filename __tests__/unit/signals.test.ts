import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const signals = fileURLToPath(new URL('../../src/signals.ts', import.meta.url))

/** Starts a process that stands between itself and signals; `then` is what it does about the first. */
async function start(then: string) {
  const code = `
    import { abortOnSignals } from ${JSON.stringify(signals)}
    const watch = abortOnSignals()
    const waiting = setInterval(() => {}, 1000)
    watch.signal.addEventListener('abort', () => { ${then} })
    console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 20_000,
  })
  await once(child.stdout, 'data')
  return child
}

describe('a signal', () => {
  test.each([
    ['SIGINT', '130'],
    ['SIGTERM', '143'],
  ] as const)('%s is told of, with its status', async (name, status) => {
    const child = await start('console.log(watch.status()); clearInterval(waiting)')
    const printed = text(child.stdout)
    child.kill(name)
    expect(await once(child, 'close')).toEqual([0, null])
    expect((await printed).trim()).toBe(status)
  })

  test('ends the process at once if it comes twice', async () => {
    const child = await start("console.log('told')")
    child.kill('SIGINT')
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([null, 'SIGINT'])
  })

  test('ends the process once it is let again', async () => {
    const child = await start("watch.release(); console.log('told')")
    child.kill('SIGINT')
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([null, 'SIGTERM'])
  })
})
