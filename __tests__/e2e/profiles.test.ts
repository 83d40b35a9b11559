import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Attached } from '../../src/job.ts'
import type { JsonManifest } from '../../src/render/json.ts'
import { distPath } from '../support/command-line.ts'
import { writeDocument } from '../support/documents.ts'
import { ecrBefore } from '../support/registry/profiles/amazon.ts'
import { dockerHub2024 } from '../support/registry/profiles/docker-hub.ts'
import { harbor28 } from '../support/registry/profiles/harbor.ts'
import type { Profile } from '../support/registry/profiles/profile.ts'
import { profiles } from '../support/registry/profiles/profiles.ts'
import { type ProfiledRegistry, useProfile } from '../support/registry/profiles/use-profile.ts'
import { runAction } from '../support/runner/run-action.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'
import { type Clients, openClients } from './support/clients.ts'
import { discoverByOras, type OrasManifest } from './support/evidence.ts'

const start = useProfile()
const directory = useTemporaryDirectory()

/** Its list is called JSON, which oras takes for no list, and looks at the referrers tag alone. */
const hiddenFromOras: readonly Profile[] = [harbor28]
/** They say that they list what refers to an image, and do not: oras takes their word for it. */
const lostByOras: readonly Profile[] = [ecrBefore, dockerHub2024]

describe.each(profiles)('on $name', (profile) => {
  test('oras finds the SBOM and its signature, and the action what oras attached', async () => {
    const ground = await start(profile)
    const image = ground.putImage({ platforms: ['linux/amd64', 'linux/arm64'] })
    const clients = await clientsOf(profile, ground)
    const subject = `${ground.repository}@${image.descriptor.digest}`
    const [sbom] = await attach(ground, subject, await writeDocument(directory(), 'spdx'))
    const signature = join(directory(), 'sbom.sig')
    await writeFile(signature, 'pat hancock')
    const [signed] = await attach(ground, sbom?.reference ?? '', signature, 'text/x-signature')

    const seen = await discoverByOras({ clients, forOras: (digest) => [digest] }, subject)

    const both = [{ digest: sbom?.digest, referrers: [{ digest: signed?.digest, referrers: [] }] }]
    expect(graphOf(seen)).toEqual(hiddenFromOras.includes(profile) ? [] : both)

    await writeFile(join(clients.directory, 'note.txt'), 'a note')
    const noted = await clients.oras(
      'attach',
      '--format=json',
      '--artifact-type=text/x-note',
      subject,
      'note.txt:text/plain',
    )

    const found = (await discover(ground, subject)).map(({ digest }) => digest).sort()
    const expected = lostByOras.includes(profile) ? [] : [JSON.parse(noted).digest]
    expect(found).toEqual([sbom?.digest, ...expected].sort())
  })
})

async function clientsOf(
  { registry: host, login, options }: Profile,
  { registry }: ProfiledRegistry,
): Promise<Clients> {
  const [account] = options.authentication?.accounts ?? []
  const [credentialsKey] = login.by === 'docker-config' ? Object.keys(login.auths) : []
  return openClients(join(directory(), 'clients'), {
    host: host ?? registry.host,
    proxy: registry.proxy,
    ...(account && { username: account.username, password: account.password }),
    ...(credentialsKey !== undefined && { credentialsKey }),
  })
}

async function attach(
  ground: ProfiledRegistry,
  image: string,
  file: string,
  artifactType?: string,
): Promise<readonly Attached[]> {
  const inputs = { image, files: file, ...(artifactType && { 'artifact-type': artifactType }) }
  const { attached = '' } = await runStep(ground, inputs)
  return JSON.parse(attached)
}

async function discover(ground: ProfiledRegistry, image: string): Promise<readonly JsonManifest[]> {
  const { referrers = '' } = await runStep(ground, { image })
  return JSON.parse(referrers)
}

/** Returns the outputs of the action; throws, with its log, if it fails. */
async function runStep(
  { connection, env }: ProfiledRegistry,
  inputs: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const { username, password, githubToken } = connection
  const { outcome, outputs, log } = await runAction({
    main: distPath('index.js'),
    directory: join(directory(), 'job'),
    env,
    inputs: {
      ...inputs,
      'plain-http': 'true',
      ...(username && password && { username, password }),
      ...(githubToken && { 'github-token': githubToken }),
    },
  })
  assert.equal(outcome, 'success', log)
  return outputs
}

interface Node {
  readonly digest: string
  readonly referrers: readonly Node[]
}

function graphOf({ referrers = [] }: OrasManifest): readonly Node[] {
  return referrers.map((each) => ({ digest: each.digest, referrers: graphOf(each) }))
}
