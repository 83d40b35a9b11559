import type { Fault } from '../faults.ts'
import type { Quirks } from '../quirks.ts'

/** A registry that means harm, by all its quirks and faults together. */
export interface HostileProfile {
  readonly name: string
  readonly quirks: Quirks
  readonly faults?: readonly Fault[]
  /** What comes of a job there, if it does not succeed. */
  readonly failure?: string
}

const always = 1000

/** The text that every one of them says whenever it can. */
const words = '::error::pwned ##[add-path]/pwned <img src=x onerror=pwned>'

/** Each takes a way of its own; the sources of the attacks are at the quirks. */
export const hostileProfiles: readonly HostileProfile[] = [
  {
    name: 'takes credentials by redirects of content',
    quirks: {
      blobs: { download: 'redirected' },
      referrers: { endpoint: '303-other-origin' },
      hostile: { cookies: 'set', warning: words },
    },
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
]
