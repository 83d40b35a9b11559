import type { Profile } from './profile.ts'

const job = { username: 'gitlab-ci-token', password: 'glcbt-job-token' }

/**
 * Has no referrers API (gitlab-org/container-registry#1205); the rest by its conformance report
 * (opencontainers/oci-conformance, distribution-spec v1.0, 2023-10).
 */
export const gitlab: Profile = {
  name: 'GitLab',
  options: {
    names: { registry: 'registry.gitlab.com', other: 'gitlab.com' },
    authentication: { scheme: 'bearer', accounts: [job], anonymousPull: true },
    quirks: {
      referrers: { endpoint: '404-text' },
      uploads: { singlePost: 202, location: 'absolute', state: 'required' },
      challenge: { realm: 'other-origin', denial: 401 },
      tokens: { path: '/jwt/auth', oauth2: 405 },
    },
  },
  repository: 'group/project/app',
  login: { by: 'inputs', ...job },
  via: 'referrers-tag',
  permission: 'write_registry',
}
