import { describe, expect, test } from '@jest/globals'
import { type AuthFile, parseAuthFile } from '../../../src/credentials/auth-file.ts'
import { configuredCredential } from '../../../src/credentials/configured.ts'
import type { Credential } from '../../../src/transport/credential.ts'

const stored = (secret: string) => ({ auth: Buffer.from(`me:${secret}`).toString('base64') })

function parse(content: object): AuthFile {
  const file = parseAuthFile(Buffer.from(JSON.stringify(content)), 'the file')
  if (!file) throw new Error('the file is empty')
  return file
}

/** Looks up with helpers that have what `has` says, and tells what they were asked. */
async function lookUp(content: object, registry: string, has: object = {}) {
  const asked: string[] = []
  const credential = await configuredCredential(
    parse(content),
    registry,
    'team/app',
    async (name, address): Promise<Credential | undefined> => {
      asked.push(`${name} ${address}`)
      const token = Object.entries(has).find(([helper]) => helper === name)?.[1]
      return token && { kind: 'refresh-token', token, source: name }
    },
  )
  return {
    asked,
    secret: credential && ('token' in credential ? credential.token : credential.password),
  }
}

describe('the credential that a file has', () => {
  const content = {
    auths: { 'quay.io': stored('plain'), 'ghcr.io': {} },
    credHelpers: { 'ghcr.io': 'gh', 'quay.io:8443': 'port' },
    credsStore: 'store',
  }

  test("comes from the registry's own helper first", async () => {
    const found = await lookUp(content, 'ghcr.io', { gh: 'own', store: 'all' })
    expect(found).toEqual({ asked: ['gh ghcr.io'], secret: 'own' })
  })

  test('comes from the store for any other registry', async () => {
    const found = await lookUp(content, 'quay.io', { gh: 'own', store: 'all' })
    expect(found).toEqual({ asked: ['store quay.io'], secret: 'all' })
  })

  test('is none where the helper or store has none, whatever auths says, as in Docker', async () => {
    await expect(lookUp(content, 'quay.io')).resolves.toEqual({ asked: ['store quay.io'] })
    await expect(lookUp(content, 'ghcr.io', { store: 'all' })).resolves.toEqual({
      asked: ['gh ghcr.io'],
    })
  })

  test('comes from auths where a helper with an empty name turns the store off', async () => {
    const off = { ...content, credHelpers: { 'quay.io': '' } }
    await expect(lookUp(off, 'quay.io', { store: 'all' })).resolves.toEqual({
      asked: [],
      secret: 'plain',
    })
  })

  test('comes from the longest namespace that has one', async () => {
    const auths = {
      'quay.io': stored('registry'),
      'quay.io/team': stored('team'),
      'quay.io/team/app': {},
      'quay.io/team/application': stored('no'),
    }
    await expect(lookUp({ auths }, 'quay.io')).resolves.toMatchObject({ secret: 'team' })
  })

  test('is none where no key is for the registry', async () => {
    await expect(lookUp({ auths: content.auths }, 'registry.example')).resolves.toEqual({
      asked: [],
    })
  })
})

describe('Docker Hub is known to helpers', () => {
  test.each([
    [
      'to a store, as https://index.docker.io/v1/',
      { credsStore: 'h' },
      'https://index.docker.io/v1/',
    ],
    [
      "to Docker's helper, by the same key",
      { credHelpers: { 'https://index.docker.io/v1/': 'h' } },
      'https://index.docker.io/v1/',
    ],
    ["to Podman's helper, as docker.io", { credHelpers: { 'docker.io': 'h' } }, 'docker.io'],
  ])('%s', async (_, content, address) => {
    await expect(lookUp(content, 'docker.io')).resolves.toEqual({ asked: [`h ${address}`] })
  })
})
