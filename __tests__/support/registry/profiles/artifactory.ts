import { type Profile, PUSH } from './profile.ts'

const pat = { username: 'pat', password: 'identity-token' }

/**
 * Has the API since 7.90.1; the rest by its conformance report (opencontainers/oci-conformance,
 * distribution-spec v1.1, 2024-08-06).
 */
export const artifactory: Profile = {
  name: 'Artifactory',
  options: {
    names: { registry: 'example.jfrog.io', other: 'storage.example.net' },
    authentication: { scheme: 'bearer', accounts: [pat] },
    quirks: {
      manifests: { location: 'upload' },
      uploads: { location: 'absolute', mount: 202 },
      challenge: { scope: 'without-first-part' },
      tokens: { path: '/v2/token', oauth2: 401, expiresIn: 9000 },
    },
  },
  repository: 'docker-local/app',
  login: { by: 'inputs', ...pat },
  via: 'referrers-api',
  permission: PUSH,
}
