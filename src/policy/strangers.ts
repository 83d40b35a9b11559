import { beginningOf } from './beginning.ts'

/**
 * Identities of the forms that Fulcio gives out to anybody (sigstore/fulcio, docs/oidc.md), and none at
 * all. No policy means people whom it does not name.
 */
const STRANGERS = [
  'nobody-you-know',
  'nobody',
  'nobody-you-know@nowhere.invalid',
  'nobody.you.know@gmail.com',
  'nobody.you.know@outlook.com',
  'https://github.com/nobody-you-know/nothing-you-know/.github/workflows/release.yml@refs/heads/main',
  'https://github.com/nobody-you-know/nothing-you-know/.github/workflows/release.yml@refs/tags/v1.0.0',
  'https://gitlab.com/nobody-you-know/nothing-you-know//.gitlab-ci.yml@refs/heads/main',
  '',
]

/** A host where strangers have repositories. */
interface Host {
  readonly url: string
  /** Who vouches for all workflows there. */
  readonly issuer?: RegExp
}

const HOSTS: readonly Host[] = [
  {
    url: 'https://github.com/',
    issuer: /^https:\/\/token\.actions\.githubusercontent\.com(?:\/|$)/,
  },
  { url: 'https://gitlab.com/', issuer: /^https:\/\/gitlab\.com\/?$/ },
  { url: 'https://nowhere.invalid/' },
]

/** Of three forms, for a pattern may leave room for one of them alone. */
const OWNERS = ['nobody-you-know', 'nobody', 'Nobody7']

/** In the source of a pattern: it is about workflows, whoever vouches for them. */
const OF_WORKFLOWS = /(?:refs|workflows)\\?\/|\.ya?\??ml/

/**
 * Returns an identity that is matched by the pattern, which is anchored at both ends, though it is of
 * somebody whom nobody knows; undefined if there is none. Of a workflow it is the beginning: who owns the
 * repository chooses the names of all that follows, of branches too, so whatever the pattern asks for
 * there they can have.
 */
export function strangerLike(pattern: RegExp, issuer: string): string | undefined {
  const stranger = STRANGERS.find((identity) => pattern.test(identity))
  if (stranger !== undefined) return stranger
  const beginning = new RegExp(beginningOf(pattern.source), pattern.flags)
  const isOfWorkflows = OF_WORKFLOWS.test(pattern.source)
  const owner = HOSTS.filter((host) => isOfWorkflows || host.issuer?.test(issuer))
    .flatMap(({ url }) => OWNERS.map((name) => `${url}${name}/`))
    .find((each) => beginning.test(each))
  return owner && `${owner}…`
}
