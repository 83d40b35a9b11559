import type { Readable } from 'node:stream'
import type { Descriptor } from '../oci/descriptor.ts'
import { verifiedStream } from '../repository/verified-stream.ts'
import { discardBody } from '../transport/body.ts'
import { expectStatus } from '../transport/errors.ts'
import { blobUrl } from './endpoint.ts'
import type { Session } from './session.ts'

/** A blob up to this size is read as a whole, so that it is tried again if the connection breaks. */
const WHOLE_BLOB_BYTES = 4 * 1024 * 1024

/** Tells whether the repository has the blob. Throws UNAUTHORIZED or DENIED. */
export async function headBlob(session: Session, { digest }: Descriptor): Promise<boolean> {
  const response = await session.send({
    method: 'HEAD',
    url: blobUrl(session.endpoint, digest),
    redirects: 'follow',
  })
  await expectStatus(response, [200, 404], { absent: 'BLOB_UNKNOWN' })
  await discardBody(response)
  return response.status === 200
}

/** Returns the blob's bytes as a stream that fails unless they are its own. Throws BLOB_UNKNOWN. */
export async function getBlob(session: Session, target: Descriptor): Promise<Readable> {
  const response = await session.send({
    method: 'GET',
    url: blobUrl(session.endpoint, target.digest),
    redirects: 'follow',
    ...(target.size <= WHOLE_BLOB_BYTES && { wholeBody: WHOLE_BLOB_BYTES }),
  })
  await expectStatus(response, [200], { absent: 'BLOB_UNKNOWN' })
  return verifiedStream(response.body, target)
}
