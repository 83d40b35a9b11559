import { dirname } from 'node:path'
import type { JobDirectory } from './job-directory.ts'

/** Secrets of a job's own environment: none of them may reach a registry, a log or another process. */
export const RUNTIME_TOKEN = 'runtime-token-of-the-simulated-job'
export const GITHUB_TOKEN = 'ghs_tokenOfTheSimulatedJob'

/**
 * Returns the environment in which the runner starts an action, before the step's inputs: nothing
 * of the test's own environment is in it, and of PATH only Node and the system's folders.
 */
export function jobEnvironment(directory: JobDirectory): Readonly<Record<string, string>> {
  const files = Object.entries(directory.files).map(([name, path]) => [`GITHUB_${name}`, path])
  return {
    ...Object.fromEntries(files),
    CI: 'true',
    HOME: directory.home,
    PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: directory.eventPath,
    GITHUB_JOB: 'build',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'octo-org/app',
    GITHUB_RUN_ID: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
    GITHUB_WORKFLOW: 'release',
    GITHUB_WORKSPACE: directory.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: directory.temp,
    RUNNER_TOOL_CACHE: directory.toolCache,
    ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
  }
}
