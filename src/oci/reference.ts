import { type Digest, isDigest } from './digest.ts'
import { dockerHub, isDockerHub } from './docker-hub.ts'
import { InputError } from './error.ts'

interface Target {
  readonly tag?: string
  readonly digest?: Digest
}

/** Content in a registry: `registry/repository[:tag][@digest]`. */
export interface RegistryReference extends Target {
  readonly kind: 'registry'
  /** `host[:port]` in lower case; Docker Hub's aliases are all `docker.io`. */
  readonly registry: string
  readonly repository: string
}

/** Content in an OCI image layout on disk: `oci-layout://PATH[:tag][@digest]`. */
export interface LayoutReference extends Target {
  readonly kind: 'oci-layout'
  readonly path: string
}

export type Reference = RegistryReference | LayoutReference

/** What a repository resolves: a tag or a digest. */
export type TagOrDigest = { readonly tag: string } | { readonly digest: Digest }

export const LAYOUT_SCHEME = 'oci-layout://'

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
const repositoryGrammar = new RegExp(`^${component}(?:/${component})*$`)
const tagGrammar = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?'
const hostGrammar = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[0-9a-fA-F:]+\\])(?::\\d{1,5})?$`)

/**
 * Returns the reference that the text names, with a layout's path after `oci-layout://`.
 *
 * Throws InputError (input `image`) if it follows neither grammar (distribution-spec v1.1.1,
 * Pulling manifests; distribution/reference for what is a host and for Docker Hub's short names).
 */
export function parseReference(text: string): Reference {
  return text.startsWith(LAYOUT_SCHEME)
    ? parseLayout(text.slice(LAYOUT_SCHEME.length), text)
    : parseRegistry(text)
}

/** Returns the reference as text: the tag is left out where there is a digest. */
export function formatReference(reference: Reference): string {
  if (reference.digest) return `${formatRepository(reference)}@${reference.digest}`
  return reference.tag
    ? `${formatRepository(reference)}:${reference.tag}`
    : formatRepository(reference)
}

/**
 * Returns where the content is, without tag and digest: `registry/repository` or `oci-layout://PATH`.
 * A path whose last name has a colon or an at sign ends in a slash: it could be read as a tag's or a
 * digest's.
 */
export function formatRepository(reference: Reference): string {
  if (reference.kind === 'registry') return `${reference.registry}/${reference.repository}`
  const { path } = reference
  return `${LAYOUT_SCHEME}${path}${/[:@][^/\\]*$/.test(path) ? '/' : ''}`
}

/**
 * Returns what the reference names in its repository: the digest, where it has one.
 * Throws InputError (input `image`) if it has neither tag nor digest.
 */
export function targetOf(reference: Reference): TagOrDigest {
  const { digest, tag } = reference
  if (digest) return { digest }
  if (tag) return { tag }
  throw new InputError('image', `${formatRepository(reference)} has neither a tag nor a digest`)
}

function parseRegistry(text: string): RegistryReference {
  const { rest: named, digest } = splitOffDigest(text)
  const { rest: name, tag } = splitOffTag(named, text)
  const { registry, repository } = splitName(name, text)
  if (!repositoryGrammar.test(repository) || repository.length > 255) {
    const advice = /[A-Z]/.test(repository) ? 'A repository name is in lower case.' : undefined
    throw invalid(text, `${JSON.stringify(repository)} is not a repository name`, advice)
  }
  return { kind: 'registry', registry, repository, ...(tag && { tag }), ...(digest && { digest }) }
}

function splitName(name: string, text: string): { registry: string; repository: string } {
  const slash = name.indexOf('/')
  const first = name.slice(0, Math.max(slash, 0))
  const isHost = /[.:A-Z]/.test(first) || first === 'localhost'
  if (!isHost) return { registry: dockerHub.registry, repository: dockerHub.repository(name) }
  if (!hostGrammar.test(first) || !URL.canParse(`https://${first}`)) {
    const advice = text.includes('://')
      ? 'Leave out the scheme, as in ghcr.io/org/app:1.0.'
      : undefined
    throw invalid(text, `${JSON.stringify(first)} is not a registry host`, advice)
  }
  const registry = first.toLowerCase()
  const repository = name.slice(slash + 1)
  return isDockerHub(registry)
    ? { registry: dockerHub.registry, repository: dockerHub.repository(repository) }
    : { registry, repository }
}

function parseLayout(rest: string, text: string): LayoutReference {
  const { rest: named, digest } = splitOffDigest(rest)
  const { rest: path, tag } = splitOffTag(named, text)
  if (path === '' || path.includes('\0')) throw invalid(text, 'the layout has no path')
  return { kind: 'oci-layout', path, ...(tag && { tag }), ...(digest && { digest }) }
}

/** An at sign that a path follows is part of the path: npm's scopes, Jenkins' workspaces. */
function splitOffDigest(text: string): { rest: string; digest?: Digest } {
  const at = text.lastIndexOf('@')
  const digest = text.slice(at + 1)
  if (at < 0 || /[/\\]/.test(digest)) return { rest: text }
  if (isDigest(digest)) return { rest: text.slice(0, at), digest }
  throw invalid(
    text,
    `${JSON.stringify(digest)} is not a digest`,
    'A digest is "sha256:" and 64 lower-case hexadecimal digits.',
  )
}

/** A colon belongs to a tag unless a path follows it (a port) or it ends a Windows drive. */
function splitOffTag(text: string, whole: string): { rest: string; tag?: string } {
  const colon = text.lastIndexOf(':')
  const after = text.slice(colon + 1)
  if (colon < 0 || /[/\\]/.test(after) || /^\[[^\]]*$/.test(text.slice(0, colon)))
    return { rest: text }
  if (!tagGrammar.test(after)) throw invalid(whole, `${JSON.stringify(after)} is not a tag`)
  return { rest: text.slice(0, colon), tag: after }
}

function invalid(text: string, what: string, advice?: string): InputError {
  return new InputError(
    'image',
    `${JSON.stringify(text.slice(0, 300))} is not a reference: ${what}`,
    advice,
  )
}
