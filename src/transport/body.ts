import { OciError } from '../oci/error.ts'
import type { HttpResponse } from './http.ts'
import { describeRequest } from './redact.ts'

/** What is read of a body nobody wants, to keep its connection; it is closed on a longer one. */
const DISCARD_BYTES = 64 * 1024

/**
 * Returns the whole body. Throws LIMIT_EXCEEDED if it is longer than `limit` bytes, without reading
 * on, and what the connection throws.
 */
export async function readBody(response: HttpResponse, limit: number): Promise<Uint8Array> {
  const { bytes, isWhole } = await readStart(response, limit)
  if (isWhole) return bytes
  throw new OciError(
    'LIMIT_EXCEEDED',
    `the answer to ${describeRequest(response)} is longer than ${limit} bytes`,
    { status: response.status },
  )
}

/** Returns up to `limit` bytes of the body, and whether that is all of it. */
export async function readStart(
  response: HttpResponse,
  limit: number,
): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > limit) break
  }
  return { bytes: Buffer.concat(chunks).subarray(0, limit), isWhole: size <= limit }
}

/** Frees the connection of an answer whose body is of no interest; never throws. */
export async function discardBody(response: HttpResponse): Promise<void> {
  try {
    await readStart(response, DISCARD_BYTES)
  } catch {
    response.body.destroy()
  }
}
