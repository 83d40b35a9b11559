import { OciError } from '../oci/error.ts'
import { isObject } from '../oci/json.ts'
import { readFileInside } from './paths.ts'

/** The `oci-layout` file says one thing, in some forty bytes. */
const MAX_MARKER_BYTES = 64 * 1024

/** Returns one of the files that every layout has. Throws LAYOUT_INVALID if it cannot be read. */
export async function readLayoutFile(root: string, name: string, limit: number): Promise<Buffer> {
  try {
    const bytes = await readFileInside(root, [name], limit)
    if (bytes) return bytes
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw notALayout(`${root} cannot be read as an image layout: ${reason}`, cause)
  }
  throw notALayout(`${root} is not an image layout: it has no ${name}`)
}

/**
 * Throws LAYOUT_INVALID unless the directory says that it is an image layout of version 1.0.0
 * (image-spec v1.1.1, Image Layout, oci-layout file).
 */
export async function requireLayout(root: string): Promise<void> {
  const version = layoutVersion(await readLayoutFile(root, 'oci-layout', MAX_MARKER_BYTES))
  if (version === '1.0.0') return
  const said = version === undefined ? 'no version' : `the version ${JSON.stringify(version)}`
  throw new OciError(
    'LAYOUT_INVALID',
    `${root} is not an image layout: its oci-layout has ${said}`,
    {
      advice: 'Only imageLayoutVersion 1.0.0 is supported.',
    },
  )
}

function layoutVersion(bytes: Buffer): unknown {
  try {
    const marker: unknown = JSON.parse(bytes.toString())
    return isObject(marker) ? marker['imageLayoutVersion'] : undefined
  } catch {
    return undefined
  }
}

function notALayout(message: string, cause?: unknown): OciError {
  return new OciError('LAYOUT_INVALID', message, {
    advice:
      'Name the directory of an OCI image layout, as docker buildx build --output type=oci,tar=false makes it; unpack an archive first.',
    ...(cause !== undefined && { cause }),
  })
}
