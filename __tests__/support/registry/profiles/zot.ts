import type { Quirks } from '../quirks.ts'
import { dockerLogin, type Profile, PUSH } from './profile.ts'

const NAME = 'zot.example.com'
const pat = { username: 'pat', password: 'zak_api_key' }

const quirks: Quirks = {
  manifests: { artifactManifests: 415 },
  challenge: { form: 'lower-case' },
}

const common: Pick<Profile, 'repository' | 'login' | 'via' | 'permission'> = {
  repository: 'team/app',
  login: { by: 'docker-config', auths: { [NAME]: dockerLogin(pat.username, pat.password) } },
  via: 'referrers-api',
  permission: PUSH,
}

const names = { registry: NAME, other: 'storage.example.net' }

/** project-zot/zot, pkg/api/routes.go. */
export const zot: Profile = {
  ...common,
  name: 'zot',
  options: { names, authentication: { scheme: 'basic', accounts: [pat] }, quirks },
}

/** Of a repository that does not exist it has no referrers (project-zot/zot#4165). */
export const zotBefore: Profile = {
  ...common,
  name: 'zot before June 2026',
  options: {
    names,
    authentication: { scheme: 'basic', accounts: [pat] },
    quirks: { ...quirks, referrers: { endpoint: '404-unknown-repository' } },
  },
}
