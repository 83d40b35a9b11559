import { dockerHub, isDockerHub } from '../oci/docker-hub.ts'

/** What a key of `auths` or `credHelpers` stands for. */
interface AuthKey {
  /** `host[:port]` in lower case; Docker Hub's aliases are all `docker.io`. */
  readonly registry: string
  /** The repository or namespace that it is for; empty for the whole registry. */
  readonly path: string
}

/** Returns the address by which Docker and its credential helpers know the registry. */
export function serverAddress(registry: string): string {
  return isDockerHub(registry) ? dockerHub.credentialsKey : registry
}

/**
 * Returns those of the keys that stand for the repository, the best first: the longest path, then
 * the key that Docker itself would use, then the order given. Hosts are compared whole, never by
 * suffix or substring; an empty repository selects the keys for the whole registry.
 */
export function keysFor(
  keys: Iterable<string>,
  registry: string,
  repository: string,
): readonly string[] {
  return [...keys]
    .map((text) => ({ text, ...parseAuthKey(text), exact: text === serverAddress(registry) }))
    .filter((key) => key.registry === registry && covers(key.path, repository))
    .sort((a, b) => b.path.length - a.path.length || Number(b.exact) - Number(a.exact))
    .map((key) => key.text)
}

/**
 * The forms in use: `host[:port]`; `https://host/v1/` from the days of the first registry protocol,
 * whose scheme and path Docker ignores (docker/cli, ConvertToHostname); and Podman's
 * `host/namespace` (containers-auth.json(5)). Docker would take the last for the whole host; we
 * don't, for it was stored for less.
 */
function parseAuthKey(text: string): AuthKey {
  const [, scheme, host = '', rest = ''] = /^(https?:\/\/)?([^/]*)(.*)$/is.exec(text) ?? []
  const lower = host.toLowerCase()
  const registry = isDockerHub(lower) ? dockerHub.registry : lower
  const isApiRoot = /^\/(?:v[12]\/)?$/.test(rest) || (scheme && /^\/v[12]$/.test(rest))
  return { registry, path: isApiRoot ? '' : rest.replace(/^\//, '').replace(/\/$/, '') }
}

function covers(path: string, repository: string): boolean {
  return path === '' || repository === path || repository.startsWith(`${path}/`)
}
