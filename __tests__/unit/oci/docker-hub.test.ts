import { expect, test } from '@jest/globals'
import { dockerHub, isDockerHub } from '../../../src/oci/docker-hub.ts'

test.each(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'])(
  '%s is Docker Hub',
  (registry) => {
    expect(isDockerHub(registry)).toBe(true)
  },
)

test.each(['evildocker.io', 'docker.io.evil.example', 'docker.io:443', 'sub.docker.io', ''])(
  '%j is not',
  (registry) => {
    expect(isDockerHub(registry)).toBe(false)
  },
)

test('a name of one part is an official image', () => {
  expect(dockerHub.repository('ubuntu')).toBe('library/ubuntu')
  expect(dockerHub.repository('org/app')).toBe('org/app')
})
