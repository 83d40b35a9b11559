import { afterEach } from '@jest/globals'
import {
  startTestRegistry,
  type TestRegistry,
  type TestRegistryOptions,
} from './start-test-registry.ts'

/** Returns how a test of the file starts registries that are closed when it is over. */
export function useTestRegistry(): (options?: TestRegistryOptions) => Promise<TestRegistry> {
  const started: TestRegistry[] = []
  afterEach(async () => {
    await Promise.all(started.splice(0).map((registry) => registry.close()))
  })
  return async (options) => {
    const registry = await startTestRegistry(options)
    started.push(registry)
    return registry
  }
}
