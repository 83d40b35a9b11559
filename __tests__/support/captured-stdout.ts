import { afterEach, beforeEach, jest } from '@jest/globals'

/** Returns how to get what the test has written to stdout so far; none of it reaches the test's own log. */
export function captureStdout(): () => string {
  let written = ''
  beforeEach(() => {
    written = ''
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      written += String(chunk)
      return true
    })
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })
  return () => written
}
