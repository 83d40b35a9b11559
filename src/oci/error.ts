/**
 * The error codes of the distribution specification, which both back ends use for the same
 * conditions (distribution-spec v1.1.1, Error Codes), with two that older registries still send.
 */
export type SpecErrorCode =
  | 'BLOB_UNKNOWN'
  | 'BLOB_UPLOAD_INVALID'
  | 'BLOB_UPLOAD_UNKNOWN'
  | 'DIGEST_INVALID'
  | 'MANIFEST_BLOB_UNKNOWN'
  | 'MANIFEST_INVALID'
  | 'MANIFEST_UNKNOWN'
  | 'NAME_INVALID'
  | 'NAME_UNKNOWN'
  | 'SIZE_INVALID'
  | 'UNAUTHORIZED'
  | 'DENIED'
  | 'UNSUPPORTED'
  | 'TOOMANYREQUESTS'

/** What only a client can find: the registry or layout did not, or could not, say it itself. */
export type ClientErrorCode =
  | 'CANCELLED'
  | 'CONNECTION_FAILED'
  | 'CREDENTIALS_INVALID'
  | 'GATE_DENIED'
  | 'LAYOUT_INVALID'
  | 'LAYOUT_LOCKED'
  | 'LIMIT_EXCEEDED'
  | 'NOT_LISTED'
  | 'RESPONSE_INVALID'
  | 'TAG_IMMUTABLE'
  | 'TIMEOUT'
  | 'TITLE_INVALID'
  | 'TLS_FAILED'

export type OciErrorCode = SpecErrorCode | ClientErrorCode

interface OciErrorDetails {
  /** One sentence that says what to do next. */
  readonly advice?: string
  readonly cause?: unknown
  /** The HTTP status of the registry's answer, where there was one. */
  readonly status?: number
}

/** What went wrong at a registry or an image layout, in the specification's terms. */
export class OciError extends Error {
  override readonly name = 'OciError'
  readonly code: OciErrorCode
  readonly advice: string | undefined
  readonly status: number | undefined

  constructor(code: OciErrorCode, message: string, details: OciErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.advice = details.advice
    this.status = details.status
  }
}

/** A value that the user gave and can correct; found before anything is written. */
export class InputError extends Error {
  override readonly name = 'InputError'
  /** The input as the action names it, such as `files`; the command line adds its dashes. */
  readonly input: string
  readonly advice: string | undefined

  constructor(input: string, message: string, advice?: string) {
    super(message)
    this.input = input
    this.advice = advice
  }
}

/** Tells whether an error is an OciError with one of the codes. */
export function hasCode(error: unknown, ...codes: readonly OciErrorCode[]): error is OciError {
  return error instanceof OciError && codes.includes(error.code)
}
