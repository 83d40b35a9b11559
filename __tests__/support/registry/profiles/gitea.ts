import { type Profile, PUSH } from './profile.ts'

const pat = { username: 'pat', password: 'access-token' }

/** Conforms to version 1.0 of the specification alone, which has no referrers API. */
export const gitea: Profile = {
  name: 'Gitea',
  options: {
    names: { registry: 'gitea.example.com', other: 'storage.example.net' },
    authentication: { scheme: 'bearer', accounts: [pat], anonymousPull: true },
    quirks: {
      referrers: { endpoint: '404-json' },
      challenge: { scope: '*' },
      tokens: { path: '/v2/token', oauth2: 405 },
    },
  },
  repository: 'pat/app',
  login: { by: 'inputs', ...pat },
  via: 'referrers-tag',
  permission: PUSH,
}
