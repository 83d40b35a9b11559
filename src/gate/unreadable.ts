/** Why content cannot be read as what it should be: it follows `cannot be read: `. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** Content as it was read, or why it cannot be. */
export type Content<T> = { readonly value: T } | { readonly unreadable: string }
