import type { Pulled } from '../job.ts'
import { codeSpan } from '../render/markdown.ts'
import { cut, plain } from '../render/plain.ts'
import { formatSize } from '../render/size.ts'

/** As many as anybody reads; the listing beside the files has all of them. */
const MAX_ROWS = 200
const MAX_CELL = 200

/** Returns what was pulled as a table in Markdown. */
export function pulledTable(pulled: readonly Pulled[]): string {
  if (pulled.length === 0) return 'Nothing was pulled.'
  const head = ['Pulled file', 'Type', 'Size', 'Of artifact']
  const rows = pulled
    .slice(0, MAX_ROWS)
    .map(({ path, artifactType = '', size, reference }) => [
      cell(path),
      cell(artifactType),
      formatSize(size),
      codeSpan(reference.split('@').at(-1) ?? ''),
    ])
  const table = [head, head.map(() => '---'), ...rows].map(row).join('\n')
  const hidden = pulled.length - rows.length
  return hidden > 0 ? `${table}\n\nand ${hidden} more` : table
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cell(text: string): string {
  return codeSpan(cut(plain(text), MAX_CELL))
}
