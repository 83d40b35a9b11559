import assert from 'node:assert/strict'
import { OCI_IMAGE_INDEX } from '../../../../src/oci/media-types.ts'
import type { TestImage } from '../../../support/test-image.ts'

/** Puts the image into the repository of a registry, with the tag `v1`, by requests that are written here. */
export async function putImage(host: string, repository: string, image: TestImage): Promise<void> {
  const base = `http://${host}/v2/${repository}`
  for (const { descriptor, bytes } of image.blobs) {
    const begun = await ask(202, `${base}/blobs/uploads/`, { method: 'POST' })
    const location = new URL(begun.headers.get('location') ?? '', `http://${host}`)
    location.searchParams.set('digest', descriptor.digest)
    await ask(201, location, { method: 'PUT', body: bytes })
  }
  for (const { descriptor, bytes } of image.manifests) {
    const name = descriptor.digest === image.descriptor.digest ? 'v1' : descriptor.digest
    const headers = { 'content-type': descriptor.mediaType }
    await ask(201, `${base}/manifests/${name}`, { method: 'PUT', headers, body: bytes })
  }
}

/** Returns the digests that the registry lists for the subject: by the referrers API, else by the tag. */
export async function listedAt(
  host: string,
  repository: string,
  subject: string,
): Promise<readonly string[]> {
  const base = `http://${host}/v2/${repository}`
  const api = await fetch(`${base}/referrers/${subject}`)
  if (api.status === 200) return digestsIn(await api.text())
  const headers = { accept: OCI_IMAGE_INDEX }
  const tag = await fetch(`${base}/manifests/${subject.replace(':', '-')}`, { headers })
  if (tag.status === 404) return []
  assert.equal(tag.status, 200)
  return digestsIn(await tag.text())
}

async function ask(status: number, url: string | URL, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init)
  assert.equal(answer.status, status, `${init.method} ${url}`)
  await answer.arrayBuffer()
  return answer
}

function digestsIn(list: string): readonly string[] {
  const index: { readonly manifests?: readonly { readonly digest: string }[] } = JSON.parse(list)
  return (index.manifests ?? []).map(({ digest }) => digest).sort()
}
