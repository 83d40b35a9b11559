import { describe, expect, test } from '@jest/globals'
import { artifactory } from '../support/registry/profiles/artifactory.ts'
import { azure } from '../support/registry/profiles/azure.ts'
import { cloudsmith } from '../support/registry/profiles/cloudsmith.ts'
import type { Profile } from '../support/registry/profiles/profile.ts'
import { zot } from '../support/registry/profiles/zot.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { type ConformanceResults, runConformance } from './support/conformance.ts'

const start = useTestRegistry()

const leftOut: ConformanceResults = {
  // A registry need not mount a blob from wherever it has it (v1.1.1, Mounting a blob).
  'Blob anonymous mount': 'Skip',
  // A registry need not answer a request for a range of a blob; nobody here asks for one.
  'Blob get range': 'Skip',
  // Not in a release of the specification yet.
  'Manifest put with tag params': 'Disabled',
  'Tag Param': 'Disabled',
  'Tag Param sha512': 'Disabled',
  // Off by default: a registry may refuse a manifest whose parts it does not have, as this one does.
  'Sparse Manifests': 'Disabled',
}

/** Off by default for version 1.1. */
const more = {
  OCI_API_BLOBS_UPLOAD_CANCEL: 'true',
  OCI_API_BLOBS_DIGEST_HEADER: 'true',
  OCI_API_MANIFESTS_DIGEST_HEADER: 'true',
}

const notPassed = (results: ConformanceResults) =>
  Object.fromEntries(Object.entries(results).filter(([, result]) => result !== 'Pass'))

describe('the conformance suite of the distribution specification', () => {
  test('finds nothing wrong with the test registry', async () => {
    const results = await runConformance(await start(), more)
    expect(results).toMatchObject({ Referrers: 'Pass', 'Manifest put with subject': 'Pass' })
    expect(notPassed(results)).toEqual(leftOut)
  })

  test('nor where it wants a token', async () => {
    const account = { username: 'pat', password: 'correct horse' }
    const authentication = { scheme: 'bearer', accounts: [account] } as const
    const login = { OCI_USERNAME: account.username, OCI_PASSWORD: account.password }
    const results = await runConformance(await start({ authentication }), { ...more, ...login })
    expect(notPassed(results)).toEqual(leftOut)
  })
})

interface Certified extends Pick<Profile, 'name' | 'options' | 'repository'> {
  /** What it leaves out besides. */
  readonly lacks: ConformanceResults
}

/** Those that have published a report on version 1.1 (opencontainers/oci-conformance). */
const certified: readonly Certified[] = [
  { ...azure, lacks: { 'Tag delete': 'Skip', 'Tag delete atomic': 'Skip' } },
  { ...artifactory, options: withUsualLocation(artifactory), lacks: {} },
  { ...cloudsmith, lacks: {} },
  { ...zot, lacks: {} },
]

/** The suite of that time did not look where the Location of a manifest leads. */
function withUsualLocation({ options }: Profile): Profile['options'] {
  return { ...options, quirks: { ...options.quirks, manifests: {} } }
}

test.each(certified)('$name conforms, as it has shown', async ({ options, repository, lacks }) => {
  const [account] = options.authentication?.accounts ?? []
  const results = await runConformance(await start(options), {
    OCI_REPO1: repository,
    OCI_REPO2: `${repository}-2`,
    OCI_USERNAME: account?.username ?? '',
    OCI_PASSWORD: account?.password ?? '',
  })
  expect(notPassed(results)).toEqual({ ...leftOut, 'Blob upload cancel': 'Disabled', ...lacks })
})
