import { describe, expect, test } from '@jest/globals'
import { commandInputs, nameOfInput } from '../../../src/cli/inputs.ts'
import { parseCommand } from '../../../src/cli/parse.ts'
import { readJob } from '../../../src/inputs/job.ts'
import { formatReference } from '../../../src/oci/reference.ts'

function jobOf(line: string, password?: string) {
  const command = parseCommand(line.split(' '))
  if (command.kind !== 'job') throw new Error('no job')
  return readJob(commandInputs(command, password))
}

describe('a command', () => {
  test('gives the inputs of the action', () => {
    const job = jobOf(
      'attach r.example/a:1 x.json y.json:text/plain --annotation k=a,b --annotation l=1' +
        ' --artifact-type a/b --combine --created 2026-01-31T12:00:00Z --if-exists append --dry-run' +
        ' --manifest-format oras-artifact --platform linux/amd64 --platform linux/arm64' +
        ' -u mona -p --plain-http --ca-file ca.pem --concurrency 2 --concurrency 3' +
        ' --referrers-mode referrers-tag',
      'secret',
    )
    expect(job).toEqual({
      images: [{ kind: 'registry', registry: 'r.example', repository: 'a', tag: '1' }],
      platform: [
        { os: 'linux', architecture: 'amd64' },
        { os: 'linux', architecture: 'arm64' },
      ],
      artifactTypes: [],
      dryRun: true,
      discovers: true,
      confirms: 'later',
      depth: 0,
      deadline: 3_600_000,
      connection: {
        username: 'mona',
        password: 'secret',
        plainHttp: true,
        caFile: 'ca.pem',
        referrersMode: 'referrers-tag',
        concurrency: 3,
      },
      attach: {
        files: ['x.json', 'y.json:text/plain'],
        artifactType: 'a/b',
        combine: true,
        annotations: { k: 'a,b', l: '1' },
        created: '2026-01-31T12:00:00Z',
        ifExists: 'append',
        manifestFormat: 'oras-artifact',
      },
    })
  })

  test('selects by several types, and limits the depth', () => {
    const job = jobOf('discover r.example/a:1 --artifact-type a/b --artifact-type c/d --depth 2')
    expect(job).toMatchObject({ artifactTypes: ['a/b', 'c/d'], depth: 2 })
    expect(job).not.toHaveProperty('attach')
  })

  test.each([
    ['pull r.example/a:1', '.'],
    ['pull r.example/a:1 -o out --output other', 'other'],
    ['discover r.example/a:1 -o json', undefined],
    ['attach r.example/a:1 x', undefined],
  ])('%s pulls into %j', (line, directory) => {
    expect(jobOf(line).pull?.directory).toBe(directory)
  })

  test.each([
    ['discover --oci-layout out:1', 'oci-layout://out:1'],
    ['discover --oci-layout oci-layout://out:1', 'oci-layout://out:1'],
    ['discover oci-layout://out:1', 'oci-layout://out:1'],
    ['discover --oci-layout=false out/x:1', 'docker.io/out/x:1'],
  ])('%s names %s', (line, expected) => {
    expect(jobOf(line).images.map(formatReference)).toEqual([expected])
  })

  test('without options has the defaults of the action', () => {
    const job = jobOf('discover r.example/a:1')
    expect(job).toMatchObject({
      platform: 'subject',
      depth: 0,
      connection: { plainHttp: 'auto', referrersMode: 'auto', concurrency: 32 },
    })
  })

  test('with an empty value counts as without it', () => {
    const command = parseCommand(['discover', 'r.example/a:1', '--platform', '', '--depth='])
    if (command.kind !== 'job') throw new Error('no job')
    expect(readJob(commandInputs(command, undefined))).toMatchObject({
      platform: 'subject',
      depth: 0,
    })
  })
})

test.each([
  ['image', 'attach', 'REFERENCE'],
  ['image', 'push', '--subject'],
  ['repository', 'push', 'REPOSITORY'],
  ['files', 'attach', 'FILE'],
  ['annotations', 'attach', '--annotation'],
  ['password', 'attach', '--password-stdin'],
  ['depth', 'attach', '--depth'],
  ['pull-to', 'pull', '--output'],
  ['pull-max-files', 'pull', '--pull-max-files'],
  ['pull-max-bytes', 'pull', '--pull-max-bytes'],
] as const)('the input %s of %s is called %s', (input, verb, expected) => {
  expect(nameOfInput(input, verb)).toBe(expected)
})
