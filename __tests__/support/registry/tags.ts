import type { Handler } from './context.ts'
import { json, specError } from './exchange.ts'

/** Answers GET of a repository's tags, in lexical order (distribution-spec v1.1.1, Listing Tags). */
export const getTags: Handler = ({ store }, { url }, name) => {
  const repository = store.repositories.get(name)
  if (repository === undefined) {
    return specError(404, 'NAME_UNKNOWN', 'repository name not known to registry')
  }
  const last = url.searchParams.get('last') ?? ''
  const limit = url.searchParams.get('n')
  const following = [...repository.tags.keys()].sort().filter((tag) => tag > last)
  const tags = limit === null ? following : following.slice(0, Number(limit))
  const end = tags.at(-1)
  const more = end !== undefined && tags.length < following.length
  const next = `/v2/${name}/tags/list?n=${limit}&last=${end}`
  return json(200, { name, tags }, more ? { link: `<${next}>; rel="next"` } : {})
}
