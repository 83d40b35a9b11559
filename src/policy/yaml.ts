import { isAlias, isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { InputError } from '../oci/error.ts'
import { readEach } from '../oci/problems.ts'
import { quote } from '../oci/quote.ts'
import { at } from './complaint.ts'
import type { Position } from './written.ts'

/** In UTF-16 units: rules take some 300, and a policy is written by hand. */
export const MAX_LENGTH = 64 * 1024

export interface Scalar {
  readonly kind: 'scalar'
  readonly value: unknown
  /** As written, without quotes. */
  readonly source: string
  readonly position: Position
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly Value[]
  readonly position: Position
}

export interface Entry {
  readonly key: string
  /** Of the key. */
  readonly position: Position
  readonly value: Value
}

export interface Mapping {
  readonly kind: 'mapping'
  /** With different keys. */
  readonly entries: readonly Entry[]
  readonly position: Position
}

/** What a YAML document holds, and where. */
export type Value = Scalar | List | Mapping

type PositionOf = (offset: number) => Position

/**
 * Returns what the one document of the text holds, by the core schema of YAML 1.2 alone (section 10.3);
 * an empty one holds null.
 *
 * Throws InputError or InputProblems (input `require`), with line and column, for what is no YAML, for
 * keys that are given twice, and for what makes a text mean something else than it shows: anchors,
 * aliases, and tags of other schemas.
 */
export function parseYaml(marked: string): Value {
  // A byte order mark is no part of the document (YAML 1.2, 5.2), and the parser counts it as a column.
  const text = marked.replace(/^\uFEFF/, '')
  if (text.length > MAX_LENGTH) {
    throw new InputError(
      'require',
      `the policy has ${text.length} characters, more than ${MAX_LENGTH}`,
      'Name keys by their files, and leave out what is no rule.',
    )
  }
  const lineCounter = new LineCounter()
  const { contents, errors, warnings } = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    // Those are found here, together with all else that is wrong.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter,
  })
  const positionOf = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col }
  }
  // One mistake makes the parser find several; what it warns of is no policy either, such as `!tag`.
  const [first] = [...errors, ...warnings]
  if (first) {
    throw at(positionOf(first.pos[0]))(
      `the policy is not plain YAML: ${first.code === 'MULTIPLE_DOCS' ? 'it has several documents' : first.message}`,
      'Mind indentation and quotes; text with special characters goes between single quotes.',
    )
  }
  if (contents === null)
    return { kind: 'scalar', value: null, source: '', position: { line: 1, column: 1 } }
  return toValue(contents, positionOf)
}

function toValue(node: ParsedNode, positionOf: PositionOf): Value {
  const position = positionOf(node.range[0])
  if (isAlias(node) || node.anchor !== undefined) {
    throw at(position)(
      'anchors and aliases are not allowed in a policy',
      'Write the value out where it is needed, without & and *.',
    )
  }
  if (isScalar(node)) return { kind: 'scalar', value: node.value, source: node.source, position }
  if (isMap(node)) return { kind: 'mapping', entries: entriesOf(node.items, positionOf), position }
  const items = readEach(node.items, (item) => toValue(item, positionOf))
  return { kind: 'list', items, position }
}

function entriesOf(
  pairs: readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[],
  positionOf: PositionOf,
): readonly Entry[] {
  const first = new Map<string, Position>()
  return readEach(pairs, ({ key: node, value }) => {
    const { value: key, position } = keyOf(node, positionOf)
    const earlier = first.get(key)
    if (earlier) {
      throw at(position)(
        `${quote(key)} is given twice, first in line ${earlier.line}`,
        'Give each key once.',
      )
    }
    first.set(key, position)
    const empty: Scalar = { kind: 'scalar', value: null, source: '', position }
    return { key, position, value: value === null ? empty : toValue(value, positionOf) }
  })
}

/** The parser has refused keys that are no text, such as `[a]: 1`. */
function keyOf(
  node: ParsedNode,
  positionOf: PositionOf,
): { readonly value: string; readonly position: Position } {
  const key = toValue(node, positionOf)
  return { value: key.kind === 'scalar' ? String(key.value) : '', position: key.position }
}
