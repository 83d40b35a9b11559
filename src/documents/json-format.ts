import type { DocumentKind } from './kinds.ts'
import type { Want } from './wants.ts'

/** How one kind of JSON document is told, and what is read off it. */
export interface JsonFormat {
  readonly kind: DocumentKind
  /** A document of this kind has them all. */
  readonly signs: readonly Want<boolean>[]
  readonly created?: Want<string | undefined>
  /** Whether it lists a component; for bills of materials. */
  readonly components?: Want<boolean>
  readonly predicateType?: Want<string | undefined>
}
