import { type Profile, PUSH } from './profile.ts'

const pat = { username: 'pat', password: 'api-key' }

/** By its conformance report (opencontainers/oci-conformance, distribution-spec v1.1, 2025-03). */
export const cloudsmith: Profile = {
  name: 'Cloudsmith',
  options: {
    names: { registry: 'docker.cloudsmith.io', other: 'dl.cloudsmith.io' },
    authentication: { scheme: 'bearer', accounts: [pat] },
    quirks: {
      list: { strayField: 'schemaVersion' },
      uploads: { mount: 202 },
      challenge: { scope: 'any' },
      tokens: { path: '/login', key: 'both' },
    },
  },
  repository: 'team/images/app',
  login: { by: 'inputs', ...pat },
  via: 'referrers-api',
  permission: PUSH,
}
