import type { Clients } from './clients.ts'
import { discoverByOras } from './evidence.ts'
import { type Ground, useGround } from './ground.ts'
import { pushImage } from './image.ts'
import type { RealRegistry } from './real-registry.ts'
import type { Access, Store } from './store.ts'

/** Returns how to get a store on the registry that `start` starts, as `UseStore` does. */
export function useRegistryStore(start: () => Promise<RealRegistry>): () => Store {
  const ground = useGround(start)
  return () => registryStore(ground())
}

function registryStore({ registry, clients, directory }: Ground): Store {
  return {
    directory,
    access: { inputs: accessInputs(registry), env: {} },
    via: registry.hasReferrersApi ? 'referrers-api' : 'referrers-tag',
    newImage: async (name) => {
      const repository = `${registry.host}/e2e/${name}`
      const image = await pushImage(clients, repository)
      const at = (digest: string): string => `${repository}@${digest}`
      const forOras = (digest: string): readonly string[] => [at(digest)]
      return {
        ...image,
        clients,
        tagged: `${repository}:${image.tag}`,
        at,
        forOras,
        forRegctl: at,
        state: async () => ({
          tags: await readTags(clients, repository),
          graphs: await Promise.all(
            [image, ...image.platforms].map(({ digest }) =>
              discoverByOras({ clients, forOras }, digest),
            ),
          ),
        }),
      }
    },
  }
}

function accessInputs({ username, password, caFile }: RealRegistry): Access['inputs'] {
  return {
    ...(username && password && { username, password }),
    // A loopback registry is taken to speak plain HTTP.
    ...(caFile && { 'ca-file': caFile, 'plain-http': 'false' }),
  }
}

/** Returns what each tag names, the referrers tags among them. */
async function readTags({ oras, crane }: Clients, repository: string): Promise<unknown> {
  const tags = (await oras('repo', 'tags', repository)).trim().split('\n')
  return Promise.all(tags.map(async (tag) => [tag, await crane('digest', `${repository}:${tag}`)]))
}
