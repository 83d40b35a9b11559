import { OciError } from './error.ts'

/** The largest manifest that every registry takes (distribution-spec v1.1.1, Pushing Manifests). */
export const MAX_PUSHED_MANIFEST_BYTES = 4 * 1024 * 1024

/** The largest manifest that is read: olareg takes up to 8 MiB. */
export const MAX_MANIFEST_BYTES = 8 * 1024 * 1024

/**
 * Throws LIMIT_EXCEEDED if a manifest is larger than registries take, before anything is pushed that
 * only it would refer to; `what` names it.
 */
export function requirePushable({ length }: Uint8Array, what: string, advice: string): void {
  if (length <= MAX_PUSHED_MANIFEST_BYTES) return
  throw new OciError(
    'LIMIT_EXCEEDED',
    `${what} would have ${length} bytes, more than the ${MAX_PUSHED_MANIFEST_BYTES} that registries take`,
    { advice },
  )
}
