import type { Clients } from './clients.ts'
import type { Image } from './image-layout.ts'

/** Where images are: a real registry, or a directory of image layouts. */
export interface Store {
  /** Where the clients and oras-attach run; goes with the store. */
  readonly directory: string
  readonly access: Access
  /** What `via` is of what is attached here. */
  readonly via: 'referrers-api' | 'referrers-tag' | 'oci-layout'
  /** Makes an image that shares nothing with those of other names. */
  readonly newImage: (name: string) => Promise<StoredImage>
}

/** How oras-attach gets in: by inputs, or by its environment. */
export interface Access {
  readonly inputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
}

/** A two-platform image in a repository of its own, or in an image layout of its own. */
export interface StoredImage extends Image {
  readonly clients: Clients
  /** The image by its tag, as oras-attach takes it. */
  readonly tagged: string
  /** Returns a manifest of the repository by its digest, as oras-attach takes it. */
  readonly at: (digest: string) => string
  /** The same as arguments of oras, which needs an option to look into a layout. */
  readonly forOras: (digest: string) => readonly string[]
  readonly forRegctl: (digest: string) => string
  /** Returns what can be seen of the repository from outside; equal states mean that nothing changed. */
  readonly state: () => Promise<unknown>
}

/** Returns how a test gets the store; it is there while the tests of the enclosing `describe` run. */
export type UseStore = () => () => Store
