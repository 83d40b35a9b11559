// The whole jest transformer: Node's own type stripping, which keeps lines and columns.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

const self = readFileSync(new URL(import.meta.url))

const transformer = {
  getCacheKey: (source, path, { configString }) =>
    createHash('sha256')
      .update(self)
      .update(process.version)
      .update(path)
      .update(configString)
      .update(source)
      .digest('hex'),
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
}

// biome-ignore lint/style/noDefaultExport: jest loads a transformer by its default export
export default transformer
