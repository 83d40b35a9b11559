import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import {
  LISTED_CHARACTERS,
  PIECE_CHARACTERS,
  readUnconfirmed,
  saveUnconfirmed,
} from '../../../src/action/state.ts'
import type { Unconfirmed } from '../../../src/job.ts'
import { type Digest, parseDigest } from '../../../src/oci/digest.ts'
import { OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { parseEnvironmentFile } from '../../support/runner/file-commands.ts'
import { digestOfName } from '../../support/sample-graph.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const MOST_LISTED = 2000
const environment = { ...process.env }

afterEach(() => {
  process.env = { ...environment }
})

/** Returns what the `post` step reads of what is saved, and the variables that it is given for it. */
async function handedOver(unconfirmed: readonly Unconfirmed[]) {
  const path = join(directory(), 'state')
  await writeFile(path, '')
  process.env['GITHUB_STATE'] = path
  saveUnconfirmed(unconfirmed)
  const state = parseEnvironmentFile(await readFile(path, 'utf8'))
  for (const [name, value] of state) process.env[`STATE_${name}`] = value
  return { state, read: readUnconfirmed() }
}

function digests(name: string, count: number): readonly Digest[] {
  return Array.from({ length: count }, (_, at) => digestOfName(`${name} ${at}`))
}

function list(own: readonly Digest[], listed: readonly Digest[]): Unconfirmed {
  const subject = { mediaType: OCI_IMAGE_MANIFEST, digest: digestOfName('subject'), size: 10 }
  return {
    reference: `registry.example/app@${subject.digest}`,
    subject,
    digests: own,
    sighting: { revision: digestOfName('list'), since: 1.5, isContended: true, listed },
  }
}

describe('what a step leaves to its post step', () => {
  test('is nothing where there is nothing to confirm', async () => {
    const { state, read } = await handedOver([])
    expect([...state]).toEqual([])
    expect(read).toEqual([])
  })

  test('names its own artifacts and those of others once each', async () => {
    const [own, others] = [digests('own', 2), digests('other', 3)]
    const { state, read } = await handedOver([list(own, [...others, ...own])])
    expect([...state.keys()]).toEqual(['unconfirmed'])
    expect(read).toEqual([list(own, others)])
  })

  test('names all of its own, and of others the newest, in variables of a size that all systems take', async () => {
    const own = digests('own', 1000)
    const others = digests('other', MOST_LISTED + 1)
    const { state, read } = await handedOver([list(own, others), list(own, others)])
    const newest = others.slice(-MOST_LISTED / 2)
    expect(read).toEqual([list(own, newest), list(own, newest)])
    for (const value of state.values()) expect(value.length).toBeLessThanOrEqual(PIECE_CHARACTERS)
    expect(PIECE_CHARACTERS).toBeLessThan(32_767)
  })

  test('has no room for a digest of any length', async () => {
    const [own, others] = [digests('own', 1), digests('other', 2)]
    const long = parseDigest(`x:${'y'.repeat(LISTED_CHARACTERS)}`)
    const { read } = await handedOver([list(own, [...others, long])])
    expect(read).toEqual([list(own, others)])
  })

  test('is still its own artifacts where there is no room for those of others', async () => {
    const lists = Array.from({ length: MOST_LISTED + 1 }, () =>
      list(digests('own', 1), digests('other', 2)),
    )
    const { read } = await handedOver(lists)
    expect(read).toEqual(lists.map(() => list(digests('own', 1), [])))
  })

  test.each([
    ['no list of what was listed', { listed: undefined }],
    ['something else than digests', { listed: ['x'] }],
    ['a revision that is no digest', { revision: 'x' }],
  ])('is refused with %s', async (_, sighting) => {
    const saved = list(digests('own', 1), [])
    const text = JSON.stringify([{ ...saved, sighting: { ...saved.sighting, ...sighting } }])
    process.env['STATE_unconfirmed'] = text
    expect(readUnconfirmed).toThrow()
  })
})
