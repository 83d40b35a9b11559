import type { Attached, AttachedFile } from '../job.ts'
import { codeSpan } from '../render/markdown.ts'
import { cut, plain } from '../render/plain.ts'
import { formatSize } from '../render/size.ts'

/** Enough for every real job; a table of thousands of rows makes the page of a run hang. */
const MAX_ROWS = 200
/** Of one artifact; with `combine` it may have hundreds. */
const MAX_FILES = 20
const MAX_CELL = 100

/** Returns what was attached as a table in Markdown, with the subject of each where there are several. */
export function attachedTable(attached: readonly Attached[], withSubject: boolean): string {
  if (attached.length === 0) return 'Nothing was attached.'
  const head = ['Artifact', 'Type', 'Files', 'Status', 'Listed by']
  const rows = attached
    .slice(0, MAX_ROWS)
    .map((each) => [
      codeSpan(each.digest),
      cell(each.artifactType),
      files(each.files),
      each.status,
      each.via ?? '',
      ...(withSubject ? [codeSpan(each.subject ?? '')] : []),
    ])
  const columns = withSubject ? [...head, 'Subject'] : head
  const table = [columns, columns.map(() => '---'), ...rows].map(row).join('\n')
  const hidden = attached.length - rows.length
  return hidden > 0 ? `${table}\n\nand ${hidden} more` : table
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function files(all: readonly AttachedFile[]): string {
  const shown = all
    .slice(0, MAX_FILES)
    .map(({ title, size }) => `${cell(title)} (${formatSize(size)})`)
  const hidden = all.length - shown.length
  return [...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join(', ')
}

function cell(text: string): string {
  return codeSpan(cut(plain(text), MAX_CELL))
}
