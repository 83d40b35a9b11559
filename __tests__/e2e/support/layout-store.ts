import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { type Clients, openClients } from './clients.ts'
import { type Image, writeImageLayout } from './image-layout.ts'
import type { Store, StoredImage } from './store.ts'

/** Returns how to get a store of image layouts, as `UseStore` does. */
export function useLayoutStore(): () => Store {
  let root: string | undefined
  let store: Store | undefined
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'e2e-layout-'))
    const clients = await openClients(root)
    store = {
      directory: clients.directory,
      access: { inputs: {}, env: {} },
      via: 'oci-layout',
      newImage: (name) => newLayoutImage(clients, name),
    }
  })
  afterAll(async () => {
    if (root) await rm(root, { recursive: true, force: true })
  })
  return () => {
    if (!store) throw new Error('the store is there only while tests run')
    return store
  }
}

async function newLayoutImage(clients: Clients, name: string): Promise<StoredImage> {
  const path = `layouts/${name}`
  const image = await writeImageLayout(join(clients.directory, path), name)
  return {
    ...image,
    clients,
    tagged: `oci-layout://${path}:${image.tag}`,
    at: (digest) => `oci-layout://${path}@${digest}`,
    forOras: (digest) => layoutReference(path, image, digest),
    forRegctl: (digest) => `ocidir://${path}@${digest}`,
    state: () => readTree(join(clients.directory, path)),
  }
}

/** In a layout, oras (1.3.6) finds a platform's manifest by the platform alone, not by its digest. */
function layoutReference(path: string, image: Image, digest: string): readonly string[] {
  const [member] = image.platforms.filter((each) => each.digest === digest)
  return member
    ? ['--oci-layout', '--platform', member.platform, `${path}:${image.tag}`]
    : ['--oci-layout', `${path}@${digest}`]
}

/** Returns every file of the directory with the digest of what is in it. */
async function readTree(directory: string): Promise<unknown> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return Promise.all(
    files.sort().map(async (file) => [
      file,
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]),
  )
}
