import { deleteBlob, getBlob, getFromStorage } from './blobs.ts'
import type { Handler, RegistryContext } from './context.ts'
import { type Answer, html, type Incoming, json, pageNotFound, specError } from './exchange.ts'
import { deleteManifest, getManifest, putManifest } from './manifests.ts'
import { getDraftReferrers, getExtensions, getOrasReferrers } from './oras-referrers.ts'
import { getReferrers } from './referrers.ts'
import { getTags } from './tags.ts'
import { cancelUpload, finishUpload, getUpload, patchUpload, startUpload } from './uploads.ts'

interface Route {
  readonly path: RegExp
  readonly methods: Readonly<Record<string, Handler>>
}

const upload: Route['methods'] = {
  GET: getUpload,
  PATCH: patchUpload,
  PUT: finishUpload,
  DELETE: cancelUpload,
}

const uploads: Route = {
  path: /^\/v2\/(?<name>.+)\/blobs\/uploads\/(?<reference>[^/]+)$/,
  methods: upload,
}

/**
 * The end points of the distribution specification v1.1.1, one location outside of them, and those
 * of ORAS.
 */
const registryRoutes: readonly Route[] = [
  { path: /^\/v2\/(?<name>)$/, methods: { GET: () => json(200, {}) } },
  {
    path: /^\/v2\/(?<name>.+)\/manifests\/(?<reference>[^/]+)$/,
    methods: { GET: getManifest, HEAD: getManifest, PUT: putManifest, DELETE: deleteManifest },
  },
  { path: /^\/v2\/(?<name>.+)\/blobs\/uploads\/$/, methods: { POST: startUpload } },
  uploads,
  {
    path: /^\/artifacts-uploads\/namespaces\/project\/repositories\/(?<name>.+)\/uploads\/(?<reference>[^/]+)$/,
    methods: upload,
  },
  {
    path: /^\/v2\/(?<name>.+)\/blobs\/(?<reference>[^/]+)$/,
    methods: { GET: getBlob, HEAD: getBlob, DELETE: deleteBlob },
  },
  { path: /^\/v2\/(?<name>.+)\/referrers\/(?<reference>[^/]+)$/, methods: { GET: getReferrers } },
  { path: /^\/v2\/(?<name>.+)\/tags\/list$/, methods: { GET: getTags } },
  {
    path: /^\/oras\/artifacts\/v1\/(?<name>.+)\/manifests\/(?<reference>[^/]+)\/referrers$/,
    methods: { GET: getDraftReferrers },
  },
  {
    path: /^\/v2\/(?<name>.+)\/_oras\/artifacts\/referrers$/,
    methods: { GET: getOrasReferrers },
  },
  { path: /^\/v2\/(?<name>.+)\/_oci\/ext\/discover$/, methods: { GET: getExtensions } },
]

/** What the registry's redirects and Locations lead to. */
const otherRoutes: readonly Route[] = [
  uploads,
  { path: /^\/storage\/(?<name>.+)\/(?<reference>[^/]+)$/, methods: { GET: getFromStorage } },
  { path: /^\/login(?<name>)$/, methods: { GET: () => html(200, 'Sign in') } },
  { path: /^\/-\/v2\/(?<name>.*)$/, methods: { GET: () => html(404, 'Page not found') } },
]

/** Returns the name of the repository that a path is in, empty if it is in none. */
export function repositoryIn(path: string): string {
  return match(registryRoutes, path)?.name ?? ''
}

/** Answers a request to the registry, whoever sent it. */
export function answerRegistry(context: RegistryContext, request: Incoming): Answer {
  return answer(registryRoutes, context, request)
}

/** Answers a request to the second origin. */
export function answerOther(context: RegistryContext, request: Incoming): Answer {
  return answer(otherRoutes, context, request)
}

function answer(routes: readonly Route[], context: RegistryContext, request: Incoming): Answer {
  const matched = match(routes, decodeURIComponent(request.url.pathname))
  if (matched === undefined) return pageNotFound
  const handler = matched.route.methods[request.method]
  return handler
    ? handler(context, request, matched.name, matched.reference)
    : specError(405, 'UNSUPPORTED', 'The operation is unsupported.')
}

function match(
  routes: readonly Route[],
  path: string,
): { readonly route: Route; readonly name: string; readonly reference: string } | undefined {
  for (const route of routes) {
    const groups = route.path.exec(path)?.groups
    if (groups) return { route, name: groups['name'] ?? '', reference: groups['reference'] ?? '' }
  }
  return undefined
}
