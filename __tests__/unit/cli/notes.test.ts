import { describe, expect, test } from '@jest/globals'
import { writeNotes } from '../../../src/cli/notes.ts'
import type { Progress } from '../../../src/job.ts'
import { fakeTerminal } from '../../support/fake-terminal.ts'

const talkative = { quiet: false, debug: false }
const MB = 1e6

const upload = (done: number): Progress => ({
  kind: 'upload',
  title: 'big.json',
  done: done * MB,
  size: 100 * MB,
})

/** Returns what is written for uploads at [milliseconds, megabytes sent], and a note after them. */
function uploaded(
  steps: readonly (readonly [number, number])[],
  stderr: { readonly isTTY?: boolean; readonly columns?: number },
  options = talkative,
): string {
  let now = 0
  const terminal = fakeTerminal({ stderr, now: () => now })
  const notes = writeNotes(terminal, options)
  for (const [at, done] of steps) {
    now = at
    notes.onProgress(upload(done))
  }
  notes.note('done')
  return terminal.written.stderr
}

describe('notes', () => {
  test.each([
    [talkative, ['step', 'retry', 'a note', 'an error']],
    [{ quiet: false, debug: true }, ['step', 'retry', 'request', 'a note', 'an error']],
    [{ quiet: true, debug: false }, ['an error']],
    [{ quiet: true, debug: true }, ['request', 'an error']],
  ])('with %j', (options, expected) => {
    const terminal = fakeTerminal()
    const notes = writeNotes(terminal, options)
    for (const kind of ['step', 'retry', 'request'] as const) {
      notes.onProgress({ kind, message: kind })
    }
    notes.note('a note')
    notes.error('an error')
    expect(terminal.written).toEqual({ stdout: '', stderr: `${expected.join('\n')}\n` })
  })

  test('are safe to print', () => {
    const terminal = fakeTerminal()
    const notes = writeNotes(terminal, talkative)
    notes.note('a\u001b[2J\nb')
    notes.onProgress({ kind: 'step', message: '::error::x' })
    notes.error('x\n##[error]y')
    expect(terminal.written.stderr).toBe('a\\u{1b}[2J\\nb\n\\::error::x\nx\n##\\[error]y\n')
  })
})

describe('an upload', () => {
  test('is a bar on a terminal, drawn anew at most ten times a second', () => {
    const steps = [
      [0, 0],
      [50, 1],
      [100, 10],
      [150, 20],
      [200, 50],
    ] as const
    expect(uploaded(steps, { isTTY: true })).toBe(
      '\r\u001b[K[==                  ] Uploading big.json: 10.0 MB of 100.0 MB' +
        '\r\u001b[K[==========          ] Uploading big.json: 50.0 MB of 100.0 MB' +
        '\r\u001b[Kdone\n',
    )
  })

  test('does not need more than a line of the terminal', () => {
    const text = uploaded(
      [
        [0, 0],
        [100, 10],
      ],
      { isTTY: true, columns: 30 },
    )
    expect(text).toBe('\r\u001b[K[==                  ] Uploa…\r\u001b[Kdone\n')
  })

  test('is a line at each tenth and every ten seconds elsewhere', () => {
    const steps = [
      [0, 0],
      [100, 9],
      [200, 10],
      [300, 11],
      [10_200, 12],
    ] as const
    expect(uploaded(steps, {})).toBe(
      'Uploading big.json: 10.0 MB of 100.0 MB\nUploading big.json: 12.0 MB of 100.0 MB\ndone\n',
    )
  })

  test('is not told of if nothing is to be told', () => {
    expect(
      uploaded(
        [
          [0, 0],
          [100, 50],
        ],
        { isTTY: true },
        { quiet: true, debug: false },
      ),
    ).toBe('')
  })
})
