import type { TestRegistryOptions } from './registry/start-test-registry.ts'

export type Inputs = Readonly<Record<string, string>>

/** An attach of a good document to a good image, but for one thing. */
export interface BadInput {
  readonly wrong: string
  /** What differs; HOST stands for the registry. */
  readonly inputs?: Inputs
  readonly registry?: TestRegistryOptions
  /** The input that is to blame, by both names; no request is made then. */
  readonly blames?: readonly [action: string, commandLine: string]
  /** What the message says of the cause and of the way out. */
  readonly says: readonly string[]
}

const mayPull = {
  username: 'pat',
  password: 'correct horse',
  permissions: { app: 'pull' },
} as const
const login = { username: mayPull.username, password: mayPull.password }
const withoutApi = { referrers: { endpoint: '404-text' } } as const
const digest = `sha256:${'0'.repeat(64)}`

const image = ['image', 'REFERENCE'] as const
const files = ['files', 'FILE'] as const
const both = (name: string) => [name, `--${name}`] as const

/** What a user can get wrong, and a registry can refuse. */
export const badInputs: readonly BadInput[] = [
  {
    wrong: 'a host that nobody listens at',
    inputs: { image: '127.0.0.1:1/app:1' },
    says: ['127.0.0.1:1', 'ECONNREFUSED', 'Check that the registry is up'],
  },
  {
    wrong: 'a registry that never lists',
    registry: { quirks: { referrers: { endpoint: 'never-lists' } } },
    says: ['does not list it', 'referrers-mode'],
  },
  {
    wrong: 'no reference',
    inputs: { image: 'HOST/App:1' },
    blames: image,
    says: ['"App" is not a repository name', 'lower case'],
  },
  {
    wrong: 'neither tag nor digest',
    inputs: { image: 'HOST/app' },
    blames: image,
    says: ['HOST/app has neither a tag nor a digest', 'latest is never assumed'],
  },
  {
    wrong: 'no digest',
    inputs: { digest: 'sha256:1' },
    blames: both('digest'),
    says: ['"sha256:1" is not a digest', '64 lower-case hexadecimal digits'],
  },
  {
    wrong: 'another digest',
    inputs: { image: `HOST/app@${digest}`, digest: digest.replaceAll('0', '1') },
    blames: both('digest'),
    says: ['another digest', 'the same in both'],
  },
  {
    wrong: 'no boolean',
    inputs: { combine: 'yes' },
    blames: both('combine'),
    says: ['"yes" is not a boolean', 'true or false'],
  },
  {
    wrong: 'no number in range',
    inputs: { concurrency: '0' },
    blames: both('concurrency'),
    says: ['"0" is not a whole number from 1 to', '32'],
  },
  {
    wrong: 'no choice',
    inputs: { 'if-exists': 'overwrite' },
    blames: both('if-exists'),
    says: ['"overwrite"', 'skip, append'],
  },
  {
    wrong: 'no platform',
    inputs: { platform: 'linux' },
    blames: both('platform'),
    says: ['linux', 'os/architecture'],
  },
  {
    wrong: 'no time',
    inputs: { created: 'yesterday' },
    blames: both('created'),
    says: ['"yesterday"', 'RFC 3339'],
  },
  {
    wrong: 'no annotation',
    inputs: { annotations: 'build 42' },
    blames: ['annotations', '--annotation'],
    says: ['"build 42" is not key=value', 'equals sign'],
  },
  {
    wrong: 'a user without a password',
    inputs: { username: 'pat' },
    blames: ['password', '--password-stdin'],
    says: ['without a password', 'Give both or neither'],
  },
  {
    wrong: 'no time limit',
    inputs: { timeout: '30' },
    blames: both('timeout'),
    says: ['"30" is not a time', '30m'],
  },
  {
    wrong: 'a policy that is none',
    inputs: { require: '- type: sbom\n  max_age: 3d' },
    blames: both('require'),
    says: ['line 2, column 3', 'max-age'],
  },
  {
    wrong: 'a missing key',
    inputs: { require: '- { type: sbom, signed-by: { key: no.pub } }' },
    blames: both('require'),
    says: ['line 1', 'no.pub', 'relative to the working directory'],
  },
  {
    wrong: 'a trusted root that is none',
    inputs: { require: 'sbom', 'trusted-root': 'sbom.json' },
    blames: both('trusted-root'),
    says: ['the trusted root', 'cosign trusted-root create'],
  },
  {
    wrong: 'a trusted root without a policy',
    inputs: { 'trusted-root': 'sbom.json' },
    blames: both('trusted-root'),
    says: ['nothing is required', 'by require'],
  },
  {
    wrong: 'a missing file of certificates',
    inputs: { 'ca-file': 'no.pem' },
    blames: both('ca-file'),
    says: ['no.pem'],
  },
  {
    wrong: 'a missing file',
    inputs: { files: 'no.json' },
    blames: files,
    says: ['there is no file no.json', 'earlier step'],
  },
  {
    wrong: 'a pattern without a match',
    inputs: { files: '*.xml' },
    blames: files,
    says: ['no file matches *.xml', 'relative to the working directory'],
  },
  {
    wrong: 'an empty file',
    inputs: { files: 'empty.json' },
    blames: files,
    says: ['empty.json is empty', 'media type'],
  },
  {
    wrong: 'a file of unknown type',
    inputs: { files: 'notes' },
    blames: both('artifact-type'),
    says: ['cannot tell what notes is', 'application/vnd.'],
  },
  {
    wrong: 'a type that is none',
    inputs: { 'artifact-type': 'sbom' },
    blames: both('artifact-type'),
    says: ['"sbom" is not a media type', 'type/subtype'],
  },
  {
    wrong: 'files of several types in one',
    inputs: { files: 'sbom.json\nscan.json', combine: 'true' },
    blames: both('artifact-type'),
    says: ['several types', 'one by one'],
  },
  {
    wrong: 'a template without a platform',
    inputs: { files: 'sbom-{arch}.json' },
    blames: files,
    says: ['sbom-{arch}.json depends on the platform', 'Set platform'],
  },
  { wrong: 'no layout', inputs: { image: 'oci-layout://nowhere:1' }, says: ['nowhere'] },
  {
    wrong: 'a tag that is not there',
    inputs: { image: 'HOST/app:2' },
    says: ['/v2/app/manifests/2 was answered 404', 'MANIFEST_UNKNOWN', 'Check the name'],
  },
  {
    wrong: 'a repository that is not there',
    inputs: { image: 'HOST/nothing:1' },
    says: ['/v2/nothing/manifests/1 was answered 404', 'NAME_UNKNOWN', 'Check the name'],
  },
  {
    wrong: 'no credentials',
    registry: { authentication: { scheme: 'basic', accounts: [mayPull] } },
    says: ['401', 'UNAUTHORIZED', 'No credentials were sent', 'docker login'],
  },
  {
    wrong: 'credentials for less',
    inputs: login,
    registry: { authentication: { scheme: 'bearer', accounts: [mayPull] } },
    says: ['403', 'DENIED', 'username and password', 'permission to push'],
  },
  {
    wrong: 'a registry without TLS',
    inputs: { 'plain-http': 'false' },
    says: ['no secure connection to HOST', 'plain-http'],
  },
  {
    wrong: 'a tag that cannot be moved',
    registry: { quirks: { ...withoutApi, manifests: { immutableTags: 409 } } },
    says: ['409', 'immutable', 'exempt tags that begin with sha256-'],
  },
  {
    wrong: 'a manifest that is too large',
    inputs: { annotations: `note=${'x'.repeat(1000)}` },
    registry: { quirks: { manifests: { maxSize: 1000 } } },
    says: ['413', 'shorter annotations'],
  },
]
