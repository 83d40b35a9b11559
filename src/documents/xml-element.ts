import { XmlSyntaxError } from './xml-tags.ts'

/** An element with its name resolved (Namespaces in XML 1.0). */
export interface XmlElement {
  readonly name: string
  /** Empty when it is in none. */
  readonly namespace: string
  /** Prefix to namespace, for its children; the default namespace has the empty prefix. */
  readonly scope: ReadonlyMap<string, string>
}

const NAME = /^[^\s=<>"']+/
/** One after the other, from the start of what is searched. */
const ATTRIBUTES = /\s+([^\s=<>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gy
const DECLARATION = /^xmlns(?::(.+))?$/

/** Returns the element that a start tag (without its brackets) opens inside `parent`; throws XmlSyntaxError on a malformed one. */
export function elementOf(tag: string, parent: XmlElement | undefined): XmlElement {
  const [qualifiedName] = NAME.exec(tag) ?? []
  if (qualifiedName === undefined) throw new XmlSyntaxError('a tag without a name')
  const scope = new Map([
    ...(parent?.scope ?? []),
    ...declaredNamespaces(tag.slice(qualifiedName.length)),
  ])
  const [name = '', prefix = ''] = qualifiedName.split(':').reverse()
  return { name, namespace: scope.get(prefix) ?? '', scope }
}

/** Prefix and namespace of each declaration. */
function declaredNamespaces(attributes: string): readonly (readonly [string, string])[] {
  const matches = [...attributes.matchAll(ATTRIBUTES)]
  const rest = attributes.slice(matches.map(([attribute]) => attribute).join('').length)
  if (rest.trim() !== '') throw new XmlSyntaxError('a malformed tag')
  return matches.flatMap(([, name = '', inQuotes, inApostrophes = '']) => {
    const declaration = DECLARATION.exec(name)
    return declaration === null ? [] : [[declaration[1] ?? '', inQuotes ?? inApostrophes] as const]
  })
}
