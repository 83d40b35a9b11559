import { MAX_LEVELS } from '../../../../src/discover/walk.ts'
import { MAX_MANIFEST_BYTES } from '../../../../src/oci/manifest-size.ts'
import type { Fault } from '../faults.ts'
import type { Quirks } from '../quirks.ts'
import { altered, artifact, circle, levels, type PutContent } from './hostile-content.ts'

/** A registry that means harm, by all its quirks and faults together. */
export interface HostileProfile {
  readonly name: string
  readonly quirks: Quirks
  readonly faults?: readonly Fault[]
  /** What is attached to the image. */
  readonly content?: PutContent
  /** Whether it is allowed to lead a job elsewhere, where nothing is told of who asks. */
  readonly leads?: boolean
  /** What comes of a job there, if it does not succeed. */
  readonly failure?: string
}

const always = 1000
const DEPTH = 500_000

/** The text that every one of them says whenever it can. */
const words = '::error::pwned ##[add-path]/pwned <img src=x onerror=pwned>'

function wantsTokenOf(realm: string): Fault {
  const headers = { 'www-authenticate': `Bearer realm="${realm}",service="x"` }
  return { at: /^\w+ \/v2\//, times: always, fails: { status: 401, headers } }
}

/** Each takes a way of its own; the sources of the attacks are at the quirks. */
export const hostileProfiles: readonly HostileProfile[] = [
  {
    name: 'takes credentials by redirects of content',
    quirks: {
      blobs: { download: 'redirected' },
      referrers: { endpoint: '303-other-origin' },
      hostile: { cookies: 'set', warning: words },
    },
    leads: true,
  },
  {
    name: 'takes credentials and content by the Location of uploads',
    quirks: { uploads: { location: 'other-origin', singlePost: 202 } },
    failure: 'without encryption',
  },
  {
    name: 'leads its lists to another origin',
    quirks: { list: { link: 'other-origin', pageSize: 1 } },
    failure: 'goes on at another place',
  },
  {
    name: 'has lists without end',
    quirks: { list: { link: 'self', pageSize: 1 } },
    failure: 'in a circle',
  },
  {
    name: 'gives other content than was asked for',
    quirks: { hostile: { content: 'altered' } },
    failure: 'instead of sha256:',
  },
  {
    name: 'compresses what was asked for plain',
    quirks: { hostile: { encoding: 'gzip' } },
    failure: 'compressed',
  },
  {
    name: 'quotes credentials and commands in its errors',
    quirks: { hostile: { errors: 'echo', warning: words } },
    failure: 'bad request by',
  },
  {
    name: 'moves its tags while a job runs',
    quirks: { hostile: { tags: 'moving' } },
  },
  {
    name: 'answers everything with a page of its own',
    quirks: {},
    faults: [
      {
        times: always,
        fails: { status: 200, headers: { 'content-type': 'text/html' }, body: words },
      },
    ],
    failure: 'not valid JSON',
  },
  {
    name: 'refuses everything in words of its own',
    quirks: {},
    faults: [{ times: always, fails: { status: 400, headers: { warning: words }, body: words } }],
    failure: 'was answered 400',
  },
  {
    name: 'names a token service that is not its own',
    quirks: {},
    faults: [wantsTokenOf('http://attacker.test/token')],
    failure: 'which may not be its own',
  },
  {
    name: 'names a token service on the machine itself',
    quirks: {},
    faults: [wantsTokenOf('http://169.254.169.254/latest/meta-data')],
    failure: 'in a private network',
  },
  {
    name: 'names a token service of its own, with a path like an address',
    quirks: {},
    faults: [wantsTokenOf('http://registry.example//attacker.test/token')],
    failure: '//attacker.test/token',
  },
  {
    name: 'lies about the size of a file',
    quirks: {},
    content: artifact({ layer: { size: 2 ** 52 } }),
    failure: 'more than',
  },
  {
    name: 'has less in a file than it says',
    quirks: {},
    content: artifact({ layer: { size: 100 } }),
    failure: 'ended after 6 of 100 bytes',
  },
  {
    name: 'has a manifest that is an index, too',
    quirks: {},
    content: artifact({ manifest: { manifests: [] } }),
    failure: 'manifest',
  },
  {
    name: 'has a graph that goes deeper and deeper',
    quirks: {},
    content: levels(3 * MAX_LEVELS),
    failure: 'more than 32 levels',
  },
  {
    name: 'has a graph that goes round in a circle',
    quirks: {},
    content: circle,
  },
  {
    name: 'has a manifest that is nested half a million deep',
    quirks: {},
    content: altered((json) =>
      json.replace(/}$/, `,"a":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`),
    ),
    failure: 'manifest',
  },
  {
    name: 'has a manifest that says two things of its layers',
    quirks: {},
    content: altered((json) => json.replace(/}$/, ',"layers":[]}')),
    failure: 'duplicate key "layers"',
  },
  {
    name: 'has a manifest that is larger than any',
    quirks: {},
    content: altered((json) => `${json}${' '.repeat(MAX_MANIFEST_BYTES)}`),
    failure: 'bytes',
  },
  ...[
    '../../../secret',
    '/pwned',
    '..\\pwned',
    'a/../../pwned',
    '.git/hooks/../../../../pwned',
  ].map((title) => ({
    name: `has a file for ${JSON.stringify(title)}`,
    quirks: {},
    content: artifact({ title }),
    failure: 'title',
  })),
  {
    name: 'wants a file to be unpacked',
    quirks: {},
    content: artifact({
      title: 'c.tar.gz',
      annotations: { 'io.deis.oras.content.unpack': 'true', 'io.deis.oras.content.digest': '-' },
    }),
  },
  {
    name: 'has a file that is elsewhere',
    quirks: {},
    content: artifact({ layer: { urls: ['http://attacker.test/c.json'] } }),
  },
  {
    name: 'has commands in all that it says of a file',
    quirks: {},
    content: artifact({
      annotations: { [words]: words },
      manifest: {
        annotations: { [words]: `${words}\n${words}`, 'org.opencontainers.image.title': words },
      },
    }),
  },
]
