import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLocalSigstore } from '../../support/sigstore/local-sigstore.ts'
import { commandLine } from './front.ts'
import { makersOf } from './gate-bundles.ts'
import { layerMakersOf } from './gate-layers.ts'
import { type Bare, copyBare, putPiece } from './gate-pieces.ts'
import { copyToLayout } from './gate-places.ts'
import type { BundleName, LayerName } from './gate-verdicts.ts'
import type { Store } from './store.ts'

export type KeylessName = BundleName | LayerName

/**
 * Returns an image for each name, in repositories of their own and copied to layouts: all of them the
 * same image. The trusted root, `trusted-root.json`, is beside them.
 */
export async function stageKeyless(store: Store): Promise<ReadonlyMap<string, Bare>> {
  const sigstore = await createLocalSigstore()
  await writeFile(join(store.directory, 'trusted-root.json'), sigstore.trustedRoot())
  const image = await store.newImage('attested')
  const put: Readonly<Record<KeylessName, (bare: Bare, name: string) => Promise<void>>> = {
    ...mapped(makersOf(sigstore, await createLocalSigstore()), (make) => async (bare, name) => {
      const file = `${name}.sigstore.json`
      await writeFile(join(store.directory, file), JSON.stringify(await make(image.digest)))
      await commandLine.attach(store, { image: `${bare.repository}:${bare.tag}`, files: [file] })
    }),
    ...mapped(layerMakersOf(sigstore), (make) => async (bare) => {
      await putPiece(bare, await make(image.digest))
    }),
  }
  const staged = Object.entries(put).map(async ([name, putOn], index): Promise<[string, Bare]> => {
    const bare = await copyBare(image, String(index))
    await putOn(bare, String(index))
    await copyToLayout(bare)
    return [name, bare]
  })
  return new Map(await Promise.all(staged))
}

function mapped<K extends string, A, B>(
  record: Readonly<Record<K, A>>,
  change: (value: A) => B,
): Readonly<Record<K, B>> {
  const entries = Object.entries<A>(record).map(([key, value]) => [key, change(value)])
  return Object.fromEntries(entries)
}
