import type { OrasQuirks, Quirks } from '../quirks.ts'
import { dockerLogin, type Profile, PUSH } from './profile.ts'

const NAME = 'oras.example.com'
const pat = { username: 'pat', password: 'correct horse' }

const common: Pick<Profile, 'repository' | 'login' | 'permission'> = {
  repository: 'team/app',
  login: { by: 'docker-config', auths: { [NAME]: dockerLogin(pat.username, pat.password) } },
  permission: PUSH,
}

/** It is a fork of CNCF distribution, and in all else that one. */
function optionsWith({ manifests, ...quirks }: Quirks): Profile['options'] {
  return {
    names: { registry: NAME, other: 'storage.example.net' },
    authentication: { scheme: 'basic', accounts: [pat] },
    quirks: {
      manifests: { tooLarge: 400, deletion: 'refused', ...manifests },
      uploads: { singlePost: 202, location: 'absolute', state: 'required' },
      ...quirks,
    },
  }
}

/** The generations before OCI's API list ORAS manifests alone, whose subject must be there. */
function byOras(version: string, generation: OrasQuirks['generation']): Profile {
  return {
    ...common,
    name: `oras-project/distribution ${version}`,
    options: optionsWith({
      referrers: { endpoint: '404-text' },
      manifests: { subject: 'must-exist' },
      oras: { generation },
    }),
    via: 'referrers-tag',
  }
}

/** Of artifacts-spec draft.1: its list is outside of `/v2/`, and there are no extensions to list. */
export const orasDraft = byOras('0.0.3-alpha', 'draft-1')

/** Between releases: the API has moved to the repository's extensions, and says `references` still. */
export const orasExtension = byOras('of the branch ext_oras', 'extension')

/** Of artifacts-spec rc.1 and rc.2: lists `referrers`, in pages (registry/extension/oras). */
export const orasRc = byOras('1.0.0-rc.2', 'rc-1')

/**
 * The last generation of oras-project/distribution, of OCI 1.1-rc: lists without OCI-Subject, ten to
 * a page, by the config's type (1.0.0-rc.4, registry/handlers/referrers.go).
 */
export const orasOciRc: Profile = {
  ...common,
  name: 'oras-project/distribution 1.0.0-rc.4',
  options: optionsWith({
    referrers: { subjectHeader: 'omitted' },
    list: { artifactType: 'config', filter: 'annotated', pageSize: 10 },
  }),
  via: 'referrers-api',
}
