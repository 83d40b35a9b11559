import type { Readable } from 'node:stream'
import type { Descriptor } from '../oci/descriptor.ts'
import { OciError } from '../oci/error.ts'
import type { Content } from '../repository/content.ts'
import { verifiedStream } from '../repository/verified-stream.ts'
import { blobNames, makeDirectory, openFile, pathInside, statFile } from './paths.ts'
import { writeFileAtomically } from './write-file.ts'

/** Tells whether the layout has the blob with the descriptor's size. */
export async function hasBlob(root: string, { digest, size }: Descriptor): Promise<boolean> {
  const stats = await statFile(root, blobNames(digest))
  return stats?.size === size
}

/** Returns the blob's bytes as a stream that fails unless they are its own. Throws BLOB_UNKNOWN. */
export async function readBlob(root: string, target: Descriptor): Promise<Readable> {
  const file = await openFile(root, blobNames(target.digest))
  if (file) return verifiedStream(file.createReadStream(), target)
  throw new OciError('BLOB_UNKNOWN', `the layout has no blob ${target.digest}`)
}

/**
 * Stores the blob while verifying it. Returns `exists` if it is there already; one of another size
 * is replaced. Throws SIZE_INVALID or DIGEST_INVALID if the content is not the descriptor's.
 */
export async function writeBlob(root: string, content: Content): Promise<'uploaded' | 'exists'> {
  if (await hasBlob(root, content.descriptor)) return 'exists'
  const names = blobNames(content.descriptor.digest)
  await makeDirectory(root, names.slice(0, -1))
  const stream = verifiedStream(content.open(), content.descriptor)
  await writeFileAtomically(pathInside(root, names), stream)
  return 'uploaded'
}
