import type { Attached } from '../job.ts'

const done: Readonly<Record<Attached['status'], string>> = {
  pushed: 'Attached',
  exists: 'Already attached',
  planned: 'Would attach',
}

/** Returns a line that tells what became of an artifact. */
export function formatAttached({ status, artifactType, files, reference, via }: Attached): string {
  const titles = files.map(({ title }) => title).join(', ')
  return `${done[status]} ${titles} (${artifactType}) as ${reference}${via ? `, listed by ${via}` : ''}`
}
