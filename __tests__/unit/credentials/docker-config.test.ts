import { expect, test } from '@jest/globals'
import { dockerConfigFile } from '../../../src/credentials/docker-config.ts'

test.each([
  [{}, { owner: 'Docker', path: '/home/me/.docker/config.json' }],
  [{ DOCKER_CONFIG: '' }, { owner: 'Docker', path: '/home/me/.docker/config.json' }],
  [
    { DOCKER_CONFIG: '/run/docker' },
    { owner: 'Docker', path: '/run/docker/config.json', variable: 'DOCKER_CONFIG' },
  ],
  [
    { DOCKER_CONFIG: 'here' },
    { owner: 'Docker', path: `${process.cwd()}/here/config.json`, variable: 'DOCKER_CONFIG' },
  ],
])("with %j Docker's configuration is %j", (env, location) => {
  expect(dockerConfigFile(env, '/home/me')).toEqual(location)
})
