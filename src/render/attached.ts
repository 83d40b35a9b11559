import type { Attached } from '../job.ts'
import { cut, MAX_NAME } from './plain.ts'

type Words = Readonly<Record<Attached['status'], string>>

const attachedWords: Words = {
  pushed: 'Attached',
  exists: 'Already attached',
  planned: 'Would attach',
}
/** Of what refers to nothing. */
const pushedWords: Words = {
  pushed: 'Pushed',
  exists: 'Already pushed',
  planned: 'Would push',
}

/** Returns a line that tells what became of an artifact. */
export function formatAttached(attached: Attached): string {
  const { subject, status, artifactType, files, reference, via } = attached
  const words = subject === undefined ? pushedWords : attachedWords
  const titles = files.map(({ title }) => cut(title, MAX_NAME)).join(', ')
  return `${words[status]} ${titles} (${cut(artifactType, MAX_NAME)}) as ${reference}${via ? `, listed by ${via}` : ''}`
}
