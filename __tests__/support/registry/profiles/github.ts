import type { Profile } from './profile.ts'

const account = { username: 'octocat', password: 'ghs_token_of_the_workflow' }

/**
 * Has no referrers API (oras-project/oras-java#773) and sends who asks for it to github.com. That a
 * single POST only begins an upload is assumed.
 */
export const ghcr: Profile = {
  name: 'GHCR',
  options: {
    names: { registry: 'ghcr.io', other: 'github.com' },
    authentication: { scheme: 'bearer', accounts: [account], anonymousPull: true },
    quirks: {
      referrers: { endpoint: '303-other-origin' },
      manifests: { deletion: 'refused' },
      uploads: { singlePost: 202, maxChunk: 4 * 1024 * 1024 },
      challenge: { scope: 'placeholder-at-v2' },
      tokens: { oauth2: 405 },
    },
  },
  repository: 'octocat/app',
  login: { by: 'github-token', actor: account.username, token: account.password },
  via: 'referrers-tag',
  permission: 'packages: write',
}
