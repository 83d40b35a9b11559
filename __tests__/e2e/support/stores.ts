import { registries } from './ground.ts'
import { useLayoutStore } from './layout-store.ts'
import { useRegistryStore } from './registry-store.ts'
import type { UseStore } from './store.ts'

/** Every kind of store, as rows of `describe.each`: the real registries and image layouts. */
export const stores: readonly (readonly [string, UseStore])[] = [
  ...registries.map(([name, start]) => [name, () => useRegistryStore(start)] as const),
  ['an OCI image layout', useLayoutStore],
]
