import { join } from 'node:path'
import type { Clients } from './clients.ts'
import { type Image, writeImageLayout } from './image-layout.ts'

/**
 * Pushes a two-platform image to `REPOSITORY:v1`, where the repository is named with its registry, by
 * `oras` and returns it. The repository's name is the seed, so no two repositories hold the same.
 */
export async function pushImage(clients: Clients, repository: string): Promise<Image> {
  const layout = join(clients.directory, 'layouts', repository.replaceAll(/[^a-z0-9]/g, '-'))
  const image = await writeImageLayout(layout, repository)
  await clients.oras(
    'cp',
    '--from-oci-layout',
    `${layout}:${image.tag}`,
    `${repository}:${image.tag}`,
  )
  return image
}
