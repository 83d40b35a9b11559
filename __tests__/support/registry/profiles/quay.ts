import { type Profile, PUSH } from './profile.ts'

const robot = { username: 'team+ci', password: 'robot-token' }

/**
 * The Python server has the API since Red Hat Quay 3.12 and never sends OCI-Subject (quay/quay,
 * endpoints/v2; opencontainers/distribution-spec#563).
 */
export const quay: Profile = {
  name: 'Quay',
  options: {
    names: { registry: 'quay.io', other: 'cdn.quay.io' },
    authentication: { scheme: 'bearer', accounts: [robot], anonymousPull: true },
    quirks: {
      referrers: { endpoint: '400-unknown-subject', subjectHeader: 'omitted' },
      manifests: { artifactManifests: 400 },
      uploads: { location: 'absolute' },
      tokens: { path: '/v2/auth', oauth2: 405 },
    },
  },
  repository: 'team/app',
  login: { by: 'inputs', ...robot },
  via: 'referrers-api',
  permission: PUSH,
}
