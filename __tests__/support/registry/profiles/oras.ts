import { dockerLogin, type Profile, PUSH } from './profile.ts'

const NAME = 'oras.example.com'
const pat = { username: 'pat', password: 'correct horse' }

/**
 * The last generation of oras-project/distribution, of OCI 1.1-rc: lists without OCI-Subject, ten to
 * a page, by the config's type (1.0.0-rc.4, registry/handlers/referrers.go).
 */
export const orasOciRc: Profile = {
  name: 'oras-project/distribution 1.0.0-rc.4',
  options: {
    names: { registry: NAME, other: 'storage.example.net' },
    authentication: { scheme: 'basic', accounts: [pat] },
    quirks: {
      referrers: { subjectHeader: 'omitted' },
      list: { artifactType: 'config', filter: 'annotated', pageSize: 10 },
      manifests: { tooLarge: 400, deletion: 'refused' },
      uploads: { singlePost: 202, location: 'absolute', state: 'required' },
    },
  },
  repository: 'team/app',
  login: { by: 'docker-config', auths: { [NAME]: dockerLogin(pat.username, pat.password) } },
  via: 'referrers-api',
  permission: PUSH,
}
