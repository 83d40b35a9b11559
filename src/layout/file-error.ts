import { OciError } from '../oci/error.ts'
import { isObject } from '../oci/json.ts'

/** Returns the operating system's code of a failed file operation, such as `ENOENT`. */
export function fileErrorCode(error: unknown): string | undefined {
  const code = isObject(error) ? error['code'] : undefined
  return typeof code === 'string' ? code : undefined
}

const denied: readonly (string | undefined)[] = ['EACCES', 'EPERM', 'EROFS']

/**
 * Returns what to throw for a failed file operation of a layout: DENIED where the file system
 * refuses it, else the error as it is, since it already says what is wrong (`ENOSPC`).
 * `what` is the operation with the path, such as `write /images/app/index.json`.
 */
export function toLayoutError(cause: unknown, what: string): unknown {
  if (!denied.includes(fileErrorCode(cause))) return cause
  return new OciError('DENIED', `not allowed to ${what}`, {
    advice: "Check the permissions of the layout's directory.",
    cause,
  })
}
