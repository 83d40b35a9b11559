import { expect, test } from '@jest/globals'
import { writeDocument } from '../support/documents.ts'
import { jobOn, outcomeOf } from '../support/job.ts'
import { type Answer, json, text } from '../support/registry/exchange.ts'
import { ecr } from '../support/registry/profiles/amazon.ts'
import { artifactory } from '../support/registry/profiles/artifactory.ts'
import { azure } from '../support/registry/profiles/azure.ts'
import { cloudsmith } from '../support/registry/profiles/cloudsmith.ts'
import { dockerHub } from '../support/registry/profiles/docker-hub.ts'
import { ghcr } from '../support/registry/profiles/github.ts'
import { artifactRegistry } from '../support/registry/profiles/google.ts'
import { harbor } from '../support/registry/profiles/harbor.ts'
import type { Profile } from '../support/registry/profiles/profile.ts'
import { useProfile } from '../support/registry/profiles/use-profile.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useProfile()
const directory = useTemporaryDirectory()

interface Refusal {
  readonly profile: Profile
  readonly at: RegExp
  /** How many of those pass before; 0 by default. */
  readonly after?: number
  /** As the registry words it. */
  readonly fails: Answer
  readonly code: string
  readonly says: string
  readonly advises?: string
}

const PUT = /^PUT .*manifests/
const error = (status: number, value: unknown) => json(status, { errors: [value] })

const refusals: readonly Refusal[] = [
  {
    // opcr-io/policy#149
    profile: ecr,
    at: PUT,
    fails: error(405, {
      code: 'UNSUPPORTED',
      message:
        "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
    }),
    code: 'UNSUPPORTED',
    says: "Invalid parameter at 'ImageManifest'",
  },
  {
    profile: ecr,
    at: /^POST/,
    fails: error(403, {
      code: 'DENIED',
      message: 'Your authorization token has expired. Reauthenticate and try again.',
    }),
    code: 'DENIED',
    says: 'has expired',
    advises: 'log in to 123456789012.dkr.ecr.eu-west-1.amazonaws.com again',
  },
  {
    // The conformance report: no code.
    profile: artifactory,
    at: PUT,
    fails: error(405, { status: 405, message: 'Method Not Allowed' }),
    code: 'UNSUPPORTED',
    says: 'Method Not Allowed',
  },
  {
    // The conformance report: an object for a message.
    profile: cloudsmith,
    at: PUT,
    fails: error(400, {
      code: 'UNKNOWN_ERROR',
      message: { non_field_errors: ['Missing layers'] },
    }),
    code: 'RESPONSE_INVALID',
    says: 'Missing layers',
  },
  {
    // The conformance report: an array for the detail.
    profile: azure,
    at: PUT,
    fails: error(403, {
      code: 'DENIED',
      message: 'requested access to the resource is denied',
      detail: [{ Type: 'repository', Name: 'team/app', Action: 'push' }],
    }),
    code: 'DENIED',
    says: '"Action":"push"',
    advises: 'AcrPush',
  },
  {
    // containers/image#1078; before that it asks everybody for a token.
    profile: dockerHub,
    at: /^GET .*manifests/,
    after: 1,
    fails: json(429, {
      errors: [{ code: 'TOOMANYREQUESTS', message: 'You have reached your pull rate limit.' }],
    }),
    code: 'TOOMANYREQUESTS',
    says: 'You have reached your pull rate limit.',
    advises: 'Wait until the limit is reset',
  },
  {
    // e6qu/sockerless-cloud
    profile: artifactRegistry,
    at: /^POST/,
    fails: error(403, {
      code: 'DENIED',
      message:
        'Permission "artifactregistry.repositories.uploadArtifacts" denied on resource "projects/project/locations/europe-west4/repositories/images" (or it may not exist)',
    }),
    code: 'DENIED',
    says: 'artifactregistry.repositories.uploadArtifacts',
    advises: 'roles/artifactregistry.writer',
  },
  {
    profile: ghcr,
    at: PUT,
    fails: error(403, { code: 'DENIED', message: 'permission_denied: write_package' }),
    code: 'DENIED',
    says: 'write_package',
    advises: 'packages: write',
  },
  {
    // goharbor/harbor: a proxy project is for reading.
    profile: harbor,
    at: PUT,
    fails: error(403, {
      code: 'DENIED',
      message: 'can not push artifact to a proxy project: team/app',
    }),
    code: 'DENIED',
    says: 'proxy project',
  },
  {
    // NVIDIA/enroot#59: plain text.
    profile: ecr,
    at: /^POST/,
    fails: text(401, 'Not Authorized\n'),
    code: 'UNAUTHORIZED',
    says: 'Not Authorized',
    advises: 'ecr:InitiateLayerUpload',
  },
]

test.each(refusals)(
  '$profile.name is quoted: $says',
  async ({ profile, at, after = 0, fails, code, says, advises }) => {
    const ground = await start(profile, { faults: [{ at, after, times: 100, fails }] })
    ground.putImage()
    const { connection, context, registry, repository } = ground
    const attach = { files: [await writeDocument(directory(), 'spdx')] }
    const { failure } = await outcomeOf(jobOn(`${repository}:1`, { attach, connection }), context)
    expect(failure).toMatchObject({
      code,
      status: fails.status,
      message: expect.stringContaining(says),
      ...(advises && { advice: expect.stringContaining(advises) }),
    })
    expect(Object.keys(registry.tags(profile.repository))).toEqual(['1'])
  },
)
