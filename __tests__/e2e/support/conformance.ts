import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { peerPath } from './peers.ts'

/** By what was tested, of the API and of data: `Pass`, or `Skip` and `Disabled` for what was not. */
export type ConformanceResults = Readonly<Record<string, string>>

/** What is shown of them: one cause fails many tests. */
const MAX_FAILURES = 20

/**
 * Returns the results of the OCI conformance suite on a registry, which is reached through its proxy.
 * The variables (`OCI_…`) are described in the suite's README. Throws, with what it printed, if
 * anything failed.
 */
export async function runConformance(
  registry: TestRegistry,
  variables: Readonly<Record<string, string>> = {},
): Promise<ConformanceResults> {
  const directory = await mkdtemp(join(tmpdir(), 'conformance-'))
  try {
    await promisify(execFile)(await peerPath('conformance'), [], {
      cwd: directory,
      maxBuffer: 64 * 1024 * 1024,
      timeout: 60_000,
      env: {
        OCI_REGISTRY: registry.host,
        OCI_TLS: 'disabled',
        OCI_VERSION: '1.1',
        OCI_LOG: 'error',
        OCI_RESULTS_DIR: directory,
        HTTP_PROXY: registry.proxy,
        ...variables,
      },
    })
    const { apis, data } = parse(await readFile(join(directory, 'results.yaml'), 'utf8'))
    return { ...apis, ...data }
  } catch (error) {
    const failed = stdoutOf(error).match(/^.*: (?:FAIL|Error)\n(?: +- .*\n)*/gm) ?? []
    if (failed.length === 0) throw error
    throw new Error(failed.slice(0, MAX_FAILURES).join(''))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function stdoutOf(error: unknown): string {
  const hasOutput = typeof error === 'object' && error !== null && 'stdout' in error
  return hasOutput ? String(error.stdout) : ''
}
