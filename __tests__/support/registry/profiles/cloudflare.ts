import { dockerLogin, type Profile, PUSH } from './profile.ts'

const NAME = 'registry.example.com'
const pat = { username: 'pat', password: 'correct horse' }

/** cloudflare/serverless-registry, src/router.ts: pages of 100 that lead on by absolute links. */
export const cloudflare: Profile = {
  name: 'Cloudflare serverless-registry',
  options: {
    names: { registry: NAME, other: 'example.r2.cloudflarestorage.com' },
    authentication: { scheme: 'basic', accounts: [pat] },
    quirks: {
      list: { pageSize: 100, link: 'absolute' },
      uploads: { state: 'required' },
    },
  },
  repository: 'team/app',
  login: { by: 'docker-config', auths: { [NAME]: dockerLogin(pat.username, pat.password) } },
  via: 'referrers-api',
  permission: PUSH,
}
