/** Returns what the stream holds; undefined, without reading on, if that is more than the bytes. */
export async function readAtMost(
  stream: AsyncIterable<Uint8Array>,
  bytes: number,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > bytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
