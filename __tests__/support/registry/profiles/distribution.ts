import type { Quirks } from '../quirks.ts'
import { dockerLogin, type Profile, PUSH } from './profile.ts'

const pat = { username: 'pat', password: 'correct horse' }

const quirks: Quirks = {
  referrers: { endpoint: '404-text' },
  manifests: { tooLarge: 400, artifactManifests: 400, deletion: 'refused' },
  uploads: { singlePost: 202, location: 'absolute', state: 'required' },
}

/** CNCF distribution with an htpasswd file and its blobs in S3 (distribution/distribution, v2.8.3). */
export const distribution2: Profile = {
  name: 'CNCF distribution 2.8',
  options: {
    names: { registry: 'registry.example.com', other: 'bucket.s3.amazonaws.com' },
    authentication: { scheme: 'basic', accounts: [pat] },
    quirks: { ...quirks, blobs: { download: 'redirected' } },
  },
  repository: 'team/app',
  login: {
    by: 'docker-config',
    auths: { 'registry.example.com': dockerLogin(pat.username, pat.password) },
  },
  via: 'referrers-tag',
  permission: PUSH,
}

/**
 * The same with a token service of its own, which gives a token for less to who may do less
 * (distribution/distribution v3.1, registry/auth/token/accesscontroller.go).
 */
export const distribution3: Profile = {
  name: 'CNCF distribution 3',
  options: {
    names: { registry: 'registry.example.com', other: 'auth.example.com' },
    authentication: { scheme: 'bearer', accounts: [pat], anonymousPull: true },
    quirks: { ...quirks, challenge: { realm: 'other-origin', denial: 401 } },
  },
  repository: 'team/app',
  login: { by: 'inputs', ...pat },
  via: 'referrers-tag',
  permission: PUSH,
}
