import { join } from 'node:path'
import { countValues } from '../oci/bounded-json.ts'
import { OciError } from '../oci/error.ts'
import { formatIndexJson, type IndexJson, MAX_INDEX_VALUES, parseIndexJson } from './index-json.ts'
import { readLayoutFile } from './layout-file.ts'
import { withLock } from './lock.ts'
import { writeFileAtomically } from './write-file.ts'

/** Some hundred bytes an entry: more than a hundred thousand entries. */
export const MAX_INDEX_BYTES = 64 * 1024 * 1024

/** The one file of a layout that is rewritten. */
export interface IndexFile {
  /**
   * Returns what it holds now: the same value as long as its bytes are the same. Who asks at once
   * shares one reading, since discovery asks for it with every manifest.
   */
  read(): Promise<IndexJson>
  /**
   * Writes what `change` returns for what it holds, or nothing if that is the same value. No other
   * call, and no other process that asks for the lock, writes in between.
   */
  update(change: (before: IndexJson) => IndexJson | Promise<IndexJson>): Promise<void>
}

/**
 * Returns the layout's `index.json`; `lockWaitMs` is how long to wait for other processes, in
 * milliseconds, unless the signal ends that. Reading throws LAYOUT_INVALID if it is absent, unreadable
 * or malformed; updating also LAYOUT_LOCKED, CANCELLED, DENIED, and LIMIT_EXCEEDED if the file would be
 * too large to be read again.
 */
export function createIndexFile(root: string, lockWaitMs: number, signal?: AbortSignal): IndexFile {
  const path = join(root, 'index.json')
  let last: { readonly bytes: Buffer; readonly index: IndexJson } | undefined
  let reading: Promise<IndexJson> | undefined
  let turn: Promise<void> = Promise.resolve()

  async function readNow(): Promise<IndexJson> {
    const bytes = await readLayoutFile(root, 'index.json', MAX_INDEX_BYTES)
    if (!last?.bytes.equals(bytes)) last = { bytes, index: parseIndexJson(bytes) }
    return last.index
  }

  async function rewrite(change: Parameters<IndexFile['update']>[0]): Promise<void> {
    const before = await readNow()
    const after = await change(before)
    if (after === before) return
    const bytes = formatIndexJson(after)
    if (bytes.length > MAX_INDEX_BYTES) throw tooLarge(`${bytes.length} bytes`)
    const values = countValues(bytes)
    if (values > MAX_INDEX_VALUES) throw tooLarge(`${values} values`)
    await writeFileAtomically(path, [bytes])
    reading = undefined
  }

  return {
    read() {
      reading ??= readNow().finally(() => {
        reading = undefined
      })
      return reading
    },
    update(change) {
      const mine = turn.then(() =>
        withLock(`${path}.lock`, lockWaitMs, () => rewrite(change), signal),
      )
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}

function tooLarge(what: string): OciError {
  return new OciError('LIMIT_EXCEEDED', `index.json would have ${what}`)
}
