import type { JsonLimits } from '../json/limits.ts'
import { createJsonScanner } from '../json/scan.ts'
import { JsonSyntaxError } from '../json/syntax-error.ts'
import type { JsonFormat } from './json-format.ts'
import { listenAt } from './json-paths.ts'
import { type DocumentReader, type Findings, listed } from './reader.ts'
import { untilSyntaxError } from './until-syntax-error.ts'
import type { Want, Watch } from './wants.ts'

const LIMITS: JsonLimits = {
  // What Jackson, the parser of CycloneDX's and SPDX's Java libraries, takes unless told otherwise.
  maxDepth: 1000,
  // Type names, addresses of schemas and timestamps are far shorter.
  maxTextBytes: 4096,
  // Comparing the names of a large document would take memory in its size; the names that matter are compared anyway.
  duplicateKeys: 'allow',
}

/** Returns a reader that tells which one of the formats a JSON document is of. */
export function createJsonReader(formats: readonly JsonFormat[]): DocumentReader {
  const watched = formats.map(watchFormat)
  const gatherings = watched.flatMap((format) => format.watches.flatMap((w) => w.gatherings))
  let isAmbiguous = false
  const root = listenAt(gatherings, () => {
    isAmbiguous = true
  })
  const scanner = createJsonScanner(root, LIMITS)
  return untilSyntaxError(
    {
      write: (chunk) => scanner.write(chunk),
      end() {
        scanner.end()
        const found = watched.flatMap((format) => format.findings() ?? [])
        return found.length === 1 && !isAmbiguous ? found[0] : undefined
      },
    },
    JsonSyntaxError,
  )
}

interface WatchedFormat {
  readonly watches: readonly Watch<unknown>[]
  findings(): Findings | undefined
}

function watchFormat(format: JsonFormat): WatchedFormat {
  const watches: Watch<unknown>[] = []
  function watch<T>(want: Want<T>): Watch<T> {
    const started = want.watch()
    watches.push(started)
    return started
  }
  const signs = format.signs.map(watch)
  const created = format.created && watch(format.created)
  const components = format.components && watch(format.components)
  const predicateType = format.predicateType && watch(format.predicateType)
  return {
    watches,
    findings() {
      if (!signs.every((sign) => sign.result())) return undefined
      const time = created?.result()
      const predicate = predicateType?.result()
      return {
        kind: format.kind,
        ...(time !== undefined && { created: time }),
        ...(components && { components: listed(components.result()) }),
        ...(predicate !== undefined && { predicateType: predicate }),
      }
    },
  }
}
