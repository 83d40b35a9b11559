// A jest reporter for .ci/run: adds a line `PASSED FAILED` for each run of jest to the file that
// TEST_COUNTS names, if it names one. A test file that could not be run counts as a failed test.
import { appendFileSync } from 'node:fs'

interface AggregatedResult {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numRuntimeErrorTestSuites: number
}

// biome-ignore lint/style/noDefaultExport: jest loads a reporter by its default export
export default function CountReporter() {
  const file = process.env['TEST_COUNTS']
  return {
    onRunComplete: (_contexts: unknown, results: AggregatedResult): void => {
      if (file === undefined) return
      const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
      appendFileSync(file, `${results.numPassedTests} ${failed}\n`)
    },
  }
}
