import { PROGRAM } from '../version.ts'
import type { Option } from './option.ts'
import { type Verb, verbs } from './verb.ts'

/** A terminal is at least this wide. */
const WIDTH = 80
const INDENT = '  '
/** Where the texts of options begin. */
const COLUMN = 34

/** Returns the help of the command line as a whole. */
export function programHelp(): string {
  const width = Math.max(...verbs.map(({ name }) => name.length))
  return [
    `Usage: ${PROGRAM} VERB [OPTIONS] OPERANDS...`,
    `       ${PROGRAM} VERB --help`,
    `       ${PROGRAM} --version`,
    '',
    'Verbs:',
    ...verbs.map(({ name, summary }) => `${INDENT}${name.padEnd(width)}  ${summary}`),
    '',
    ...wrap(
      'REFERENCE is registry/repository[:tag][@digest], or oci-layout://PATH[:tag][@digest] for an ' +
        'OCI image layout on disk; it has a tag, a digest or both. Credentials are those of docker ' +
        'login or podman login.',
      WIDTH,
    ),
    '',
    ...wrap(
      'Exit status: 0 done; 1 failed; 2 wrong usage or input; 3 gate denied; 130 ended by SIGINT; ' +
        '143 ended by SIGTERM.',
      WIDTH,
    ),
  ].join('\n')
}

/** Returns the line that says how the verb, or the program, is called. */
export function usageLine(verb: Verb | undefined): string {
  return `Usage: ${PROGRAM} ${verb ? `${verb.name} [OPTIONS] ${verb.operands}` : 'VERB [OPTIONS] OPERANDS...'}`
}

/** Returns the help of a verb. */
export function verbHelp(verb: Verb): string {
  return [
    usageLine(verb),
    '',
    ...wrap(verb.description, WIDTH),
    '',
    'Options:',
    ...verb.options.flatMap(optionLines),
  ].join('\n')
}

function optionLines({ name, short, placeholder, help }: Option): readonly string[] {
  const names = `${short ? `-${short}, ` : '    '}--${name}${placeholder ? ` ${placeholder}` : ''}`
  const head = `${INDENT}${names}`
  const [first, ...rest] = wrap(help, WIDTH - COLUMN).map((line) => ' '.repeat(COLUMN) + line)
  const fits = head.length < COLUMN - 1
  const start = fits ? [head + (first ?? '').slice(head.length)] : [head, first ?? '']
  return [...start, ...rest]
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
