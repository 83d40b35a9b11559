import type { Quirks } from '../quirks.ts'
import { type Profile, PUSH } from './profile.ts'

const robot = { username: 'robot$team+ci', password: 'robot-secret' }

/** goharbor/harbor, src/server; its manifests are stored by CNCF distribution 2.8. */
const quirks: Quirks = {
  list: { accessories: 'cosign-tags' },
  manifests: { tooLarge: 400, artifactManifests: 400, encoding: 'gzip-if-accepted' },
  uploads: { singlePost: 202, location: 'absolute', state: 'required' },
  tokens: { path: '/service/token', oauth2: 404 },
}

const common: Pick<Profile, 'repository' | 'login' | 'via' | 'permission'> = {
  repository: 'team/app',
  login: { by: 'inputs', ...robot },
  via: 'referrers-api',
  permission: PUSH,
}

const names = { registry: 'harbor.example.com', other: 'storage.example.net' }

export const harbor: Profile = {
  ...common,
  name: 'Harbor',
  options: { names, authentication: { scheme: 'bearer', accounts: [robot] }, quirks },
}

/** Without OCI-Subject (goharbor/harbor#18885), and its list is JSON (goharbor/harbor#19212). */
export const harbor28: Profile = {
  ...common,
  name: 'Harbor 2.8',
  options: {
    names,
    authentication: { scheme: 'bearer', accounts: [robot] },
    quirks: {
      ...quirks,
      referrers: { subjectHeader: 'omitted' },
      list: { ...quirks.list, contentType: 'json' },
    },
  },
}
