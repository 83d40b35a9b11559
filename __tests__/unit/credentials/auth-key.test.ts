import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { keysFor, serverAddress } from '../../../src/credentials/auth-key.ts'
import { isDockerHub } from '../../../src/oci/docker-hub.ts'

describe('the keys for a repository', () => {
  test.each([
    ['ghcr.io', 'ghcr.io'],
    ['https://ghcr.io', 'ghcr.io'],
    ['http://ghcr.io/', 'ghcr.io'],
    ['https://ghcr.io/v1/', 'ghcr.io'],
    ['https://ghcr.io/v2', 'ghcr.io'],
    ['ghcr.io/v2/', 'ghcr.io'],
    ['GHCR.io', 'ghcr.io'],
    ['localhost:5000', 'localhost:5000'],
    ['[::1]:5000', '[::1]:5000'],
    ['https://index.docker.io/v1/', 'docker.io'],
    ['docker.io', 'docker.io'],
    ['index.docker.io', 'docker.io'],
    ['registry-1.docker.io', 'docker.io'],
    ['org', 'org'],
  ])('%s stands for %s', (key, registry) => {
    expect(keysFor([key], registry, 'team/app')).toEqual([key])
    expect(keysFor([key], registry, '')).toEqual([key])
  })

  test.each([
    ['evilghcr.io', 'ghcr.io'],
    ['ghcr.io.evil.example', 'ghcr.io'],
    ['ghcr.io', 'evilghcr.io'],
    ['ghcr.io:443', 'ghcr.io'],
    ['ghcr.io', 'ghcr.io:443'],
    ['localhost:5000', 'localhost:5001'],
    ['evildocker.io', 'docker.io'],
    ['docker.io', 'evildocker.io'],
    ['docker.io:443', 'docker.io'],
    ['https://user@ghcr.io/', 'ghcr.io'],
    ['https://ghcr.io?x/', 'ghcr.io'],
    ['*.io', 'ghcr.io'],
    ['io', 'ghcr.io'],
    ['', 'ghcr.io'],
    ['https://', 'ghcr.io'],
    ['https://index.docker.io/v1/access-token', 'docker.io'],
    ['ghcr.io/team/application', 'ghcr.io'],
    ['ghcr.io/team/app/deeper', 'ghcr.io'],
    ['ghcr.io/v2', 'ghcr.io'],
  ])('%s does not stand for %s/team/app', (key, registry) => {
    expect(keysFor([key], registry, 'team/app')).toEqual([])
  })

  test('the longest namespace is the best', () => {
    const keys = ['quay.io', 'quay.io/a/b', 'quay.io/a/', 'quay.io/a/b/c', 'quay.io/a/b/c/d']
    const best = ['quay.io/a/b/c', 'quay.io/a/b', 'quay.io/a/', 'quay.io']
    expect(keysFor(keys, 'quay.io', 'a/b/c')).toEqual(best)
    expect(keysFor(keys, 'quay.io', '')).toEqual(['quay.io'])
  })

  test("of two for the same, the key of Docker's own is the better", () => {
    const keys = ['docker.io', 'https://index.docker.io/v1/', 'index.docker.io']
    expect(keysFor(keys, 'docker.io', 'library/nginx')[0]).toBe('https://index.docker.io/v1/')
    expect(keysFor(['https://quay.io', 'quay.io'], 'quay.io', 'a')[0]).toBe('quay.io')
  })

  test('a key for one host never stands for another', () => {
    const label = fc.constantFrom('a', 'aa', 'docker', 'index', 'ghcr', 'evil', 'io', 'registry-1')
    const host = fc
      .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom('', ':5000', ':443'))
      .map(([labels, port]) => `${labels.join('.')}${port}`)
    const form = fc.constantFrom(
      (name: string) => name,
      (name: string) => `https://${name}`,
      (name: string) => `https://${name}/v1/`,
      (name: string) => `${name}/team`,
      (name: string) => name.toUpperCase(),
    )
    fc.assert(
      fc.property(host, host, form, (stored, asked, write) => {
        const isSame = stored === asked || (isDockerHub(stored) && isDockerHub(asked))
        const registry = isDockerHub(asked) ? 'docker.io' : asked
        expect(keysFor([write(stored)], registry, 'team/app')).toHaveLength(isSame ? 1 : 0)
      }),
    )
  })
})

test.each([
  ['docker.io', 'https://index.docker.io/v1/'],
  ['ghcr.io', 'ghcr.io'],
  ['localhost:5000', 'localhost:5000'],
])('%s has the server address %s', (registry, address) => {
  expect(serverAddress(registry)).toBe(address)
})
