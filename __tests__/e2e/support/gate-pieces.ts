import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clients } from './clients.ts'
import { discoverByOras } from './evidence.ts'
import type { StoredImage } from './store.ts'

/** An artifact taken out of a repository, to be put into another as it is or altered. */
export interface Piece {
  /** The ending of its tag, of what cosign keeps there; what refers to its subject has none. */
  readonly suffix?: 'sig' | 'att'
  readonly manifest: PieceManifest
  readonly blobs: readonly Buffer[]
}

interface PieceManifest {
  readonly schemaVersion: 2
  readonly mediaType: string
  readonly config: PieceDescriptor
  readonly layers: readonly PieceDescriptor[]
  readonly subject?: PieceDescriptor
}

/** Digest and size are those of the bytes, once these are pushed. */
interface PieceDescriptor {
  readonly mediaType: string
  readonly annotations?: Readonly<Record<string, string>>
}

/** An image in a repository that has nothing else but what is put on it. */
export interface Bare {
  readonly clients: Clients
  readonly digest: string
  readonly tag: string
  readonly repository: string
}

/** Returns the Sigstore bundle on the image whose statement is of the predicate type. */
export async function bundlePiece(image: StoredImage, predicateType: string): Promise<Piece> {
  const { referrers = [] } = await discoverByOras(image, image.digest)
  const manifests = await Promise.all(
    referrers.map(({ digest }) => takePiece(image, image.at(digest))),
  )
  const found = manifests.find(({ blobs: [, bundle] }) =>
    predicateTypeOf(bundle).includes(predicateType),
  )
  if (!found) throw new Error(`no bundle of ${predicateType}`)
  return found
}

function predicateTypeOf(bundle: Buffer | undefined): string {
  const { dsseEnvelope } = JSON.parse(String(bundle))
  return JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString()).predicateType
}

/** Returns what cosign keeps at the tag of the image with the ending. */
export async function tagPiece(image: StoredImage, suffix: 'sig' | 'att'): Promise<Piece> {
  const { repository } = asBare(image)
  return { suffix, ...(await takePiece(image, `${repository}:${tagOf(image.digest, suffix)}`)) }
}

async function takePiece({ clients, at }: StoredImage, reference: string): Promise<Piece> {
  const manifest: FetchedManifest = JSON.parse(await clients.oras('manifest', 'fetch', reference))
  const blobs = await Promise.all(
    [manifest.config, ...manifest.layers].map(({ digest }) => fetchBlob(clients, at(digest))),
  )
  return { manifest, blobs }
}

interface FetchedManifest extends PieceManifest {
  readonly config: FetchedDescriptor
  readonly layers: readonly FetchedDescriptor[]
}

interface FetchedDescriptor extends PieceDescriptor {
  readonly digest: string
}

async function fetchBlob({ oras, directory }: Clients, reference: string): Promise<Buffer> {
  const path = join(await mkdtemp(join(directory, 'blob-')), 'blob')
  await oras('blob', 'fetch', `--output=${path}`, reference)
  return readFile(path)
}

/** Returns the image with what else is in its repository. */
export function asBare({ clients, digest, tag, at }: StoredImage): Bare {
  const [repository = ''] = at(digest).split('@')
  return { clients, digest, tag, repository }
}

/** Returns a new repository that has the image alone, without anything attached. */
export async function copyBare(image: StoredImage, name: string): Promise<Bare> {
  const bare = asBare(image)
  const repository = `${bare.repository}-${name}`
  await image.clients.crane('copy', image.at(image.digest), `${repository}:${image.tag}`)
  return { ...bare, repository }
}

/** Puts the piece on the image, as if it had been made for it. */
export async function putPiece(image: Bare, { suffix, manifest, blobs }: Piece): Promise<void> {
  const { clients, repository } = image
  const directory = await mkdtemp(join(clients.directory, 'piece-'))
  const [config, ...layers] = await Promise.all(
    [manifest.config, ...manifest.layers].map(async (descriptor, index) => {
      const path = join(directory, String(index))
      await writeFile(path, blobs[index] ?? '')
      const options = ['--descriptor', `--media-type=${descriptor.mediaType}`]
      const pushed = await clients.oras('blob', 'push', ...options, repository, path)
      return { ...descriptor, ...JSON.parse(pushed) }
    }),
  )
  const path = join(directory, 'manifest.json')
  await writeFile(path, JSON.stringify({ ...manifest, config, layers }))
  const to = suffix ? `${repository}:${tagOf(image.digest, suffix)}` : repository
  await clients.oras('manifest', 'push', `--media-type=${manifest.mediaType}`, to, path)
}

/** Returns the piece as one of another image: what it is about stays the same. */
export function movedTo(piece: Piece, subject: NonNullable<PieceManifest['subject']>): Piece {
  return piece.suffix ? piece : { ...piece, manifest: { ...piece.manifest, subject } }
}

function tagOf(digest: string, suffix: string): string {
  return `${digest.replace(':', '-')}.${suffix}`
}
