import type { Authentication } from '../accounts.ts'
import type { Quirks } from '../quirks.ts'
import { dockerLogin, type Profile } from './profile.ts'

const NAME = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'
const names = {
  registry: NAME,
  other: 'prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com',
}

/** The password is what `aws ecr get-login-password` prints. */
const aws = { username: 'AWS', password: 'eyJwYXlsb2FkIjoi' }
const authentication: Authentication = { scheme: 'basic', accounts: [aws] }

/** What amazon-ecr-login leaves behind. */
const login = {
  by: 'docker-config',
  auths: { [NAME]: dockerLogin(aws.username, aws.password) },
} as const

/** That a single POST only begins an upload, and that storage is another host, is assumed. */
const quirks: Quirks = {
  manifests: {
    validation: 'ecr',
    artifactManifests: 405,
    digestHeader: 'missing-on-get-by-tag',
  },
  blobs: { download: 'redirected' },
  uploads: { singlePost: 202, location: 'absolute', mount: 202, repository: 'must-exist' },
  challenge: { body: 'text' },
}

/** Has the referrers API since 2024-06-27 (AWS, What's New, OCI 1.1). */
export const ecr: Profile = {
  name: 'Amazon ECR',
  options: { names, authentication, quirks },
  repository: 'team/app',
  login,
  via: 'referrers-api',
  permission: 'ecr:PutImage',
}

/** Before that it sent OCI-Subject all the same (sigstore/sigstore-js#1183). */
export const ecrBefore: Profile = {
  name: 'Amazon ECR before June 2024',
  options: {
    names,
    authentication,
    quirks: { ...quirks, referrers: { endpoint: '404-json', subjectHeader: 'sent' } },
  },
  repository: 'team/app',
  login,
  via: 'referrers-tag',
  permission: 'ecr:PutImage',
}

/** Its tokens are for the scope `aws`, and everybody gets one to pull with. */
export const ecrPublic: Profile = {
  name: 'Amazon ECR Public',
  options: {
    names: { registry: 'public.ecr.aws', other: 'd2glxqk2uabbnd.cloudfront.net' },
    authentication: { scheme: 'bearer', accounts: [aws], anonymousPull: true },
    quirks: {
      manifests: { validation: 'ecr', artifactManifests: 405 },
      blobs: { download: 'redirected' },
      uploads: { singlePost: 202, mount: 202, repository: 'must-exist' },
      challenge: { scope: 'aws' },
      tokens: { path: '/token/', oauth2: 405 },
    },
  },
  repository: 'alias/app',
  login: {
    by: 'docker-config',
    auths: { 'public.ecr.aws': dockerLogin(aws.username, aws.password) },
  },
  via: 'referrers-api',
  permission: 'ecr:PutImage',
}
