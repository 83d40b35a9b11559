import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCommand } from '../../src/cli/command.ts'
import { type Digest, parseDigest } from '../../src/oci/digest.ts'
import { fakeTerminal } from '../support/fake-terminal.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import { placeKinds, usePlaces } from '../support/places.ts'
import { transcript } from '../support/registry/transcript.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const open = usePlaces()
const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }

async function write(name: string, text: string): Promise<string> {
  const path = join(directory(), name)
  await writeFile(path, text)
  return path
}

/** Returns what the command prints; it is to succeed. */
async function command(...args: readonly string[]): Promise<string> {
  const terminal = fakeTerminal()
  const status = await runCommand(args, terminal, (job) => outcomeOf(job))
  const { stdout, stderr } = terminal.written
  expect({ status, stderr: status === 0 || stderr }).toEqual({ status: 0, stderr: true })
  return stdout.trimEnd()
}

function digestIn(reference: string): Digest {
  return parseDigest(reference.slice(reference.lastIndexOf('@') + 1))
}

describe.each(placeKinds)('in %s', (kind) => {
  test('the walk-through makes its graph', async () => {
    const { repository, putImage, referrersOf, manifest } = await open(kind)
    const { descriptor: image } = await putImage()
    const subject = `${repository}:1`

    // The newest is shown first; the times make the order that of the page.
    const signature = digestIn(
      await command(
        ...['push', repository, '--artifact-type', 'signature/example', '--subject', subject],
        await write('signature.json', '{"signature": "pat hancock"}\n'),
        '--created=2026-01-02T00:00:00Z',
      ),
    )
    await command(
      ...['push', repository, '--artifact-type', 'sbom/example', '--subject', subject],
      await write('sbom.json', '{"version": "", "contents": "good"}\n'),
      '--created=2026-01-01T00:00:00Z',
    )
    const { references } = JSON.parse(
      await command('discover', '-o', 'json', '--artifact-type', 'sbom/example', subject),
    )
    const sbom = parseDigest(references[0].digest)
    const ofSbom = digestIn(
      await command(
        ...['push', repository, '--artifact-type', 'signature/example'],
        ...['--subject', `${repository}@${sbom}`],
        await write('sbom-signature.json', '{"signature": "pat hancock"}\n'),
      ),
    )

    expect(await command('discover', '-o', 'tree', subject)).toBe(
      [
        `${repository}@${image.digest}`,
        '├── signature/example',
        `│   └── ${signature}`,
        '└── sbom/example',
        `    └── ${sbom}`,
        '        └── signature/example',
        `            └── ${ofSbom}`,
      ].join('\n'),
    )
    expect(references).toHaveLength(1)
    expect(await referrersOf(sbom)).toMatchObject([{ digest: ofSbom }])
    expect(await manifest(sbom)).toMatchObject({
      artifactType: 'sbom/example',
      layers: [
        {
          mediaType: 'application/octet-stream',
          annotations: { 'org.opencontainers.image.title': 'sbom.json' },
        },
      ],
    })
  })

  test('all files become one artifact, which gets the tag too', async () => {
    const { repository, putImage, referrersOf, manifest, tagged } = await open(kind)
    const { descriptor: image } = await putImage()
    const push = async (...args: readonly string[]): Promise<string> =>
      command(
        ...['push', `${repository}:evidence`, '--artifact-type=a/b', `--subject=${repository}:1`],
        await write('a.json', '{}'),
        `${await write('b.txt', 'b')}:text/plain`,
        ...args,
      )
    const reference = await push()
    const digest = digestIn(reference)
    expect(reference).toBe(`${repository}@${digest}`)
    expect(await referrersOf(image.digest)).toMatchObject([{ digest }])
    expect(await tagged('evidence')).toBe(digest)
    expect(await manifest(digest)).toMatchObject({
      subject: { digest: image.digest },
      layers: [{ mediaType: 'application/octet-stream' }, { mediaType: 'text/plain' }],
    })
    expect(await push('--created=2030-01-01T00:00:00Z')).toBe(reference)
    const graph = JSON.parse(await command('discover', '--format=json', `${repository}:evidence`))
    expect(graph).toMatchObject({ digest, artifactType: 'a/b', referrers: [] })
  })

  test('without a subject it is an artifact by itself, which others are attached to', async () => {
    const { repository, manifest, tagged, writes } = await open(kind)
    const policy = await write('policy.json', '{"allow": []}')
    const push = async (...args: readonly string[]): Promise<string> =>
      command('push', `${repository}:policy`, policy, '--artifact-type', 'policy/example', ...args)
    const before = await writes()
    const planned = await push('--dry-run', '--created=2026-01-01T00:00:00Z')
    expect(await writes()).toEqual(before)
    const [pushed] = JSON.parse(await push('--created=2026-01-01T00:00:00Z', '--format=json'))
    const digest = await tagged('policy')
    expect(pushed).toEqual({
      reference: planned,
      digest,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      size: expect.any(Number),
      artifactType: 'policy/example',
      files: [expect.objectContaining({ path: policy, title: 'policy.json' })],
      status: 'pushed',
    })
    expect(digest && (await manifest(digest))).not.toHaveProperty('subject')
    const after = await writes()
    expect(await push()).toBe(planned)
    expect(await writes()).toEqual(after)
    const signature = await write('policy.sig', 'pat hancock')
    await command('attach', '--artifact-type=signature/example', `${repository}:policy`, signature)
    expect(await command('discover', `${repository}:policy`)).toContain('└── signature/example\n')
  })

  test('without a tag it is there by its digest', async () => {
    const { repository, manifest } = await open(kind)
    const reference = await command(
      ...['push', repository, '--artifact-type=a/b', '--manifest-format=oras-artifact'],
      await write('a.txt', 'a'),
    )
    expect(await manifest(digestIn(reference))).toMatchObject({ artifactType: 'a/b', blobs: [{}] })
    expect(await command('discover', reference)).toBe(reference)
  })
})

describe('in a registry that wants a login', () => {
  test('one token is asked for, to read and write, and nothing twice', async () => {
    const registry = await start({ authentication: { scheme: 'bearer', accounts: [login] } })
    const files = [await write('policy.json', 'all')]
    const job = jobOn(`${registry.host}/new:1`, {
      push: { files, artifactType: 'policy/example' },
      connection: login,
    })
    const { attached } = await succeed(job)
    const [artifact] = attached
    const names = { artifact: artifact?.digest ?? '', file: artifact?.files[0]?.digest ?? '' }
    expect(transcript(registry.requests, names)).toEqual([
      'GET /v2/new/manifests/1 -> 401',
      'GET /token?service=test-registry&scope=repository:new:pull,push -> 200',
      'GET /v2/new/manifests/1 -> 404',
      'POST /v2/new/blobs/uploads/?digest=<empty> -> 201',
      'POST /v2/new/blobs/uploads/?digest=<file> -> 201',
      'PUT /v2/new/manifests/1 -> 201',
    ])
  })

  test('to read the tag without permission is an error, not the absence of the tag', async () => {
    const registry = await start({ authentication: { scheme: 'bearer', accounts: [login] } })
    const files = [await write('policy.json', 'all')]
    const push = { files, artifactType: 'policy/example' }
    const { failure, attached } = await outcomeOf(jobOn(`${registry.host}/new:1`, { push }))
    expect(failure).toMatchObject({ code: 'UNAUTHORIZED' })
    expect(attached).toEqual([])
  })
})
