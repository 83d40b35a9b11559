import { describe, expect, test } from '@jest/globals'
import { commandJob } from '../../../src/cli/job.ts'
import { parseCommand } from '../../../src/cli/parse.ts'
import type { Job } from '../../../src/job.ts'

function jobOf(line: string): Job {
  const command = parseCommand(line.split(' '))
  if (command.kind !== 'job') throw new Error('no job')
  return commandJob(command, undefined)
}

describe('the job of', () => {
  test.each([
    ['attach r.example/a:1 x', false],
    ['discover r.example/a:1', true],
    ['pull r.example/a:1', false],
    ['pull r.example/a:1 --referrers', true],
  ])('%s wants a graph: %s', (line, discovers) => {
    expect(jobOf(line).discovers).toBe(discovers)
  })

  test('pull is about the artifact itself', () => {
    expect(jobOf('pull -a -o ./download r.example/a:1').pull).toEqual({
      directory: './download',
      what: 'artifact',
      overwrite: false,
      maxFiles: 10_000,
      maxBytes: 4 * 1024 ** 3,
    })
  })

  test('pull --referrers is about what is attached to it, by type', () => {
    const options =
      '--artifact-type a/b --overwrite --pull-max-files 5 --pull-max-bytes 6 --depth 1'
    expect(jobOf(`pull --referrers ${options} r.example/a:1`)).toMatchObject({
      artifactTypes: ['a/b'],
      depth: 1,
      pull: { what: 'referrers', overwrite: true, maxFiles: 5, maxBytes: 6 },
    })
  })

  test('pull with a type but without --referrers is an error', () => {
    expect(() => jobOf('pull --artifact-type a/b r.example/a:1')).toThrow(
      expect.objectContaining({
        name: 'InputError',
        input: 'artifact-type',
        advice: expect.stringContaining('--referrers'),
      }),
    )
  })
})
