import { expect, test } from '@jest/globals'
import { startDelayProxy } from '../../support/delay-proxy.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'

const start = useTestRegistry()

test('a proxy delays both directions, keeps every byte, and breaks where the target does', async () => {
  const registry = await start({ faults: [{ at: /^GET \/v2\/$/, fails: 'dropped-after' }] })
  const proxy = await startDelayProxy(Number(new URL(registry.origin).port), 20)
  const bytes = new Uint8Array(1_000_000).map((_, at) => at % 251)
  const { digest } = registry.putBlob('a', bytes)
  const began = performance.now()
  const answer = await fetch(`http://${proxy.host}/v2/a/blobs/${digest}`)
  expect(performance.now() - began).toBeGreaterThan(39)
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
  await expect(fetch(`http://${proxy.host}/v2/`)).rejects.toThrow()
  await proxy.close()
})
