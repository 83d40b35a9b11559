/** A value as a scan tells of it: a scalar, or that an object or an array opens. */
export type JsonValue =
  | { readonly type: 'object' | 'array' | 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** `text` is the number as written; it is left out when it is longer than the scan's limit. */
  | { readonly type: 'number'; readonly text?: string }
  /** `text` is the string without its escapes; it is left out when it is longer than the scan's limit. */
  | { readonly type: 'string'; readonly text?: string }

/**
 * Who is told of one value of a document and chooses a listener for each of its children. Nesting stands in for paths: a
 * scan neither builds paths nor decodes keys and strings that nobody listens to, which is most of a large document.
 */
export interface JsonListener {
  seen(value: JsonValue): void
  /** Given a string as it passes by, still escaped and cut anywhere, before `seen`: one that is too long to be kept. */
  readonly passing?: (bytes: Uint8Array) => void
  /** The listener for the member named `key`. Not asked about a key that is longer than the scan's limit. */
  readonly member?: (key: string) => JsonListener | undefined
  /** The listener for the next element. */
  readonly element?: () => JsonListener | undefined
}
