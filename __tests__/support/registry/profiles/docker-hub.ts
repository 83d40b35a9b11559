import type { Authentication } from '../accounts.ts'
import type { Quirks } from '../quirks.ts'
import { dockerLogin, type Profile } from './profile.ts'

const pat = { username: 'pat', password: 'dckr_pat_secret' }
const authentication: Authentication = { scheme: 'bearer', accounts: [pat], anonymousPull: true }

/** How it takes uploads, and that it deletes nothing, is assumed. */
const quirks: Quirks = {
  manifests: { deletion: 'refused' },
  uploads: { singlePost: 202, location: 'absolute', state: 'required' },
  challenge: { realm: 'other-origin', denial: 401 },
  tokens: { expiresIn: 300 },
}

const common: Pick<Profile, 'registry' | 'repository' | 'login' | 'permission'> = {
  registry: 'docker.io',
  repository: 'pat/app',
  // docker login, docker/login-action: the key is that of the first registry.
  login: {
    by: 'docker-config',
    auths: { 'https://index.docker.io/v1/': dockerLogin(pat.username, pat.password) },
  },
  permission: 'Read & Write',
}

const names = { registry: 'registry-1.docker.io', other: 'auth.docker.io' }

/** Has the referrers API since about autumn 2025 (awslabs/soci-snapshotter#1828). */
export const dockerHub: Profile = {
  ...common,
  name: 'Docker Hub',
  options: { names, authentication, quirks },
  via: 'referrers-api',
}

/** Sent OCI-Subject without having the API: what was attached got lost (docker/hub-feedback#2372). */
export const dockerHub2024: Profile = {
  ...common,
  name: 'Docker Hub in 2024',
  options: {
    names,
    authentication,
    quirks: {
      ...quirks,
      referrers: { endpoint: '404-json', subjectHeader: 'sent' },
      manifests: { deletion: 'refused', subject: 'must-exist' },
    },
  },
  via: 'referrers-tag',
}
