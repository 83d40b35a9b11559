import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Outcome, Progress } from '../../../src/job.ts'
import { OciError } from '../../../src/oci/error.ts'
import { withDeadline } from '../../../src/run/deadline.ts'
import type { RunContext } from '../../../src/run-context.ts'

const outcome: Outcome = {
  subjects: [],
  attached: [],
  unconfirmed: [],
  graphs: [],
  pulled: [],
  warnings: ['kept'],
  traffic: { requests: 1, retries: 0, bytesSent: 0, bytesReceived: 0 },
}
const broken = new OciError('CANCELLED', 'cancelled; nothing was attached')
const SOON = 20
const LATE = 60_000

const contextOf = (signal: AbortSignal): RunContext => ({
  onProgress: () => {},
  signal,
  env: {},
  cacheDirectory: '/nonexistent',
})
const context = contextOf(new AbortController().signal)

/** A run that tells of its progress, goes on until its signal aborts, and fails then. */
const hanging =
  (...progress: readonly Progress[]) =>
  async ({ signal, onProgress }: RunContext): Promise<Outcome> => {
    for (const each of progress) onProgress(each)
    if (!signal.aborted) {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    }
    return { ...outcome, failure: broken }
  }

const failureOf = async (...progress: readonly Progress[]): Promise<Error | undefined> =>
  (await withDeadline(SOON, context, hanging(...progress))).failure

const upload = (title: string, done: number, size = 200): Progress => ({
  kind: 'upload',
  title,
  done,
  size,
})

describe('a run that takes too long', () => {
  test('fails with the limit, what it was about, how far it had come, and what to do', async () => {
    expect(await withDeadline(SOON, context, hanging(upload('scan.json', 25)))).toMatchObject({
      ...outcome,
      failure: {
        code: 'TIMEOUT',
        message:
          'not done within the time limit of 0.02 s (under way: upload of scan.json, at 12 %): cancelled; nothing was attached',
        advice: expect.stringContaining('raise timeout'),
        cause: broken,
      },
    })
  })

  test.each<[string, readonly Progress[]]>([
    ['no request had been answered', []],
    ['last of all: Resolved a', [{ kind: 'step', message: 'Resolved a' }]],
    [
      'last of all: GET r: 200',
      [upload('a', 1), upload('a', 200), { kind: 'request', message: 'GET r: 200' }],
    ],
    [
      'under way: upload of a, at 0 %, upload of b, at 0 %, download of c, at 99 %, 2 more',
      [
        upload('a', 0),
        upload('b', 1),
        { kind: 'download', title: 'c', done: 199, size: 200 },
        upload('d', 1),
        upload('e', 1),
      ],
    ],
  ])('says what it was about: %s', async (words, progress) => {
    expect((await failureOf(...progress))?.message).toContain(`(${words})`)
  })
})

describe('a run that does not', () => {
  test('is told of as it goes, and its outcome stays', async () => {
    const told: Progress[] = []
    const step: Progress = { kind: 'step', message: 'Resolved a' }
    const run = async ({ onProgress }: RunContext): Promise<Outcome> => {
      onProgress(step)
      return { ...outcome, failure: broken }
    }
    const listening = { ...context, onProgress: (each: Progress) => void told.push(each) }
    expect(await withDeadline(LATE, listening, run)).toEqual({ ...outcome, failure: broken })
    expect(told).toEqual([step])
  })

  test('is cancelled as ever', async () => {
    const cancelled = contextOf(AbortSignal.abort())
    expect((await withDeadline(SOON, cancelled, hanging())).failure).toBe(broken)
  })
})

describe('a limit', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  test.each([
    [5_400_000, '90 min'],
    [3_600_000, '1 h'],
    [90_000, '90 s'],
  ])('of %d ms is named %s', async (limit, name) => {
    const late = withDeadline(limit, context, hanging())
    jest.advanceTimersByTime(limit)
    expect((await late).failure?.message).toContain(`time limit of ${name} `)
  })
})
