/**
 * What ghcr.io's challenge to `/v2/` says instead of a repository (oras-project/oras#1128): no
 * token is issued for it.
 */
const PLACEHOLDER = 'repository:user/image:pull'

/** Of what a challenge asks; a registry names one scope or two. */
const MAX_SCOPES = 16
const MAX_SCOPE_LENGTH = 512

/** Returns the scopes of a challenge's `scope` parameter, which are separated by spaces. */
export function challengeScopes(parameter: string | undefined): readonly string[] {
  return (parameter ?? '')
    .split(/\s+/)
    .filter((scope) => scope !== '' && scope !== PLACEHOLDER && scope.length <= MAX_SCOPE_LENGTH)
    .slice(0, MAX_SCOPES)
}

/**
 * Returns the union of the lists: for each resource one scope with every action that any of them
 * names, in order of first sight. A scope that is not `type:name:actions` (`aws` of Amazon ECR
 * Public, `*` of Gitea) is kept as it is (distribution, Token Scope Documentation).
 */
export function mergeScopes(...lists: readonly (readonly string[])[]): readonly string[] {
  const actions = new Map<string, Set<string>>()
  for (const scope of lists.flat()) {
    const { resource, names } = splitScope(scope)
    actions.set(resource, new Set([...(actions.get(resource) ?? []), ...names]))
  }
  return [...actions].map(([resource, names]) => resource + [...names].join(','))
}

/** Tells whether a token for the scopes is also one for all of the others. */
export function coversScopes(scopes: readonly string[], others: readonly string[]): boolean {
  return mergeScopes(scopes, others).join(' ') === mergeScopes(scopes).join(' ')
}

/** The resource's name may hold a colon, a port's; the actions begin after the last. */
function splitScope(scope: string): {
  readonly resource: string
  readonly names: readonly string[]
} {
  const [, resource, names] = /^([^:]+:.*:)([^:]*)$/s.exec(scope) ?? []
  return resource === undefined || names === undefined
    ? { resource: scope, names: [] }
    : { resource, names: names.split(',').filter((name) => name !== '') }
}
