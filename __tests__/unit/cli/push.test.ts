import { describe, expect, test } from '@jest/globals'
import { commandJob } from '../../../src/cli/job.ts'
import { parseCommand } from '../../../src/cli/parse.ts'
import type { Job } from '../../../src/job.ts'
import { formatReference } from '../../../src/oci/reference.ts'

const digest = `sha256:${'a'.repeat(64)}`

function jobOf(line: string): Job {
  const command = parseCommand(['push', ...line.split(' ')])
  if (command.kind !== 'job') throw new Error('no job')
  return commandJob(command, undefined)
}

const request = {
  files: ['x.json', 'y.json:text/plain'],
  artifactType: 'a/b',
  combine: true,
  annotations: { k: 'v' },
  created: '2026-01-31T12:00:00Z',
  ifExists: 'append',
  manifestFormat: 'oras-artifact',
}
const options =
  'x.json y.json:text/plain --artifact-type a/b -a k=v --created 2026-01-31T12:00:00Z' +
  ' --if-exists append --manifest-format oras-artifact --dry-run'

describe('push', () => {
  test('with a subject attaches all files to it as one artifact', () => {
    const job = jobOf(`r.example/app --subject r.example/app:1 ${options}`)
    expect(job).toMatchObject({ dryRun: true, discovers: false })
    expect(job.images.map(formatReference)).toEqual(['r.example/app:1'])
    expect(job.attach).toEqual(request)
    expect(job).not.toHaveProperty('push')
  })

  test('with a subject and a tag tags the artifact too', () => {
    const { attach } = jobOf(`r.example/app:sbom --subject r.example/app@${digest} ${options}`)
    expect(attach).toEqual({ ...request, tag: 'sbom' })
  })

  test.each([
    ['r.example/app:v1', 'r.example/app:v1'],
    ['r.example/app', 'r.example/app'],
    ['app:v1', 'docker.io/library/app:v1'],
    ['--oci-layout out:v1', 'oci-layout://out:v1'],
    ['oci-layout://out', 'oci-layout://out'],
  ])('without a subject, %s, pushes an artifact by itself', (destination, expected) => {
    const job = jobOf(`${destination} ${options}`)
    expect(job).toMatchObject({ dryRun: true, discovers: false })
    expect(job.images.map(formatReference)).toEqual([expected])
    expect(job.push).toEqual(request)
    expect(job).not.toHaveProperty('attach')
  })

  test.each([
    ['app', 'docker.io/library/app:1'],
    ['--oci-layout ./out', 'out:1'],
    ['--oci-layout out', 'oci-layout://x/../out:1'],
    ['oci-layout://out', `oci-layout://out@${digest}`],
  ])('takes %s for the repository of %s', (destination, subject) => {
    expect(jobOf(`${destination} x --subject ${subject}`)).toHaveProperty('attach')
  })

  test.each([
    ['r.example/other x --subject r.example/app:1', 'subject', /r\.example\/app, not in r\.ex/],
    [
      's.example/app x --subject r.example/app:1',
      'subject',
      /it is in r\.example\/app, not in s\./,
    ],
    ['oci-layout://a x --subject oci-layout://b:1', 'subject', /it is in oci-layout:\/\/b, not in/],
    ['oci-layout://a x --subject r.example/a:1', 'subject', /it is in r\.example\/a, not in oci-l/],
    ['r.example/app:1 x --subject r.example/app:1', 'repository', /the tag 1 is the subject's/],
    ['r.example/app x --subject r.example/app', 'image', /neither a tag nor a digest/],
    ['r.example/app x --subject=', 'image', /no image is given/],
    [`r.example/app@${digest} x`, 'repository', /a digest is given/],
    ['r.example/App x', 'repository', /"App" is not a repository name/],
    ['r.example/app x --artifact-type sbom', 'artifact-type', /"sbom" is not a media type/],
  ])('%s is an error', (line, input, message) => {
    expect(() => jobOf(line)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        input,
        message: expect.stringMatching(message),
        advice: expect.any(String),
      }),
    )
  })

  test('tells of every problem at once', () => {
    expect(() => jobOf('r.example/App x --subject r.example/app --if-exists no')).toThrow(
      expect.objectContaining({
        problems: ['repository', 'image', 'if-exists'].map((input) =>
          expect.objectContaining({ input }),
        ),
      }),
    )
  })
})
