import type { Quirks } from '../quirks.ts'
import type { Profile } from './profile.ts'

const NAME = 'europe-west4-docker.pkg.dev'

/** As a service account's key file is given for a password, line ends and all. */
const keyFile = {
  username: '_json_key',
  password: '{\n  "type": "service_account",\n  "private_key": "-----BEGIN \\"KEY\\":\\n"\n}',
}
const accessToken = { username: 'oauth2accesstoken', password: 'ya29.token-of-an-hour' }

/** By captured answers (e6qu/sockerless-cloud). That a single POST only begins an upload is assumed. */
const quirks: Quirks = {
  uploads: { singlePost: 202, location: 'other-path', emptyBlob: 400 },
  challenge: { form: 'only-first' },
  tokens: { path: '/v2/token', oauth2: 404, refusal: 403, scopes: 'any', expiresIn: 43_200 },
}

const common: Pick<Profile, 'repository' | 'permission'> = {
  repository: 'project/images/app',
  permission: 'roles/artifactregistry.writer',
}

/**
 * Has the API and writes the referrers tag besides (notaryproject/notation#1222); what it lists has
 * no types and wrong sizes (oras-project/oras#1626). Whether it sends OCI-Subject is not known.
 */
export const artifactRegistry: Profile = {
  ...common,
  name: 'Google Artifact Registry',
  options: {
    names: { registry: NAME, other: 'storage.googleapis.com' },
    authentication: { scheme: 'bearer', accounts: [keyFile] },
    quirks: {
      ...quirks,
      referrers: { subjectHeader: 'omitted', tag: 'kept-by-registry' },
      list: { artifactType: 'omitted', size: 'wrong' },
      blobs: { download: 'redirected' },
    },
  },
  login: { by: 'inputs', ...keyFile },
  via: 'referrers-api',
}

/** Sent who asked for referrers to sign in (google/go-containerregistry#1968). */
export const artifactRegistryBefore: Profile = {
  ...common,
  name: 'Google Artifact Registry before 2024',
  options: {
    names: { registry: NAME, other: 'accounts.google.com' },
    authentication: { scheme: 'bearer', accounts: [accessToken] },
    quirks: { ...quirks, referrers: { endpoint: '302-login' } },
  },
  login: {
    by: 'credential-helper',
    name: 'gcloud',
    helper: { [NAME]: { Username: accessToken.username, Secret: accessToken.password } },
  },
  via: 'referrers-tag',
}
