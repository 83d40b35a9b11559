import { OciError, type OciErrorCode, type SpecErrorCode } from '../oci/error.ts'
import { type Complaint, quote, readComplaints } from './complaints.ts'
import { adviceOn } from './failure-advice.ts'
import type { HttpResponse } from './http.ts'
import { describeRequest } from './redact.ts'

export interface Expectation {
  /** What a 404 to this request says is not there. */
  readonly absent: SpecErrorCode
}

/**
 * Waits until an answer with another than the expected statuses is read, and throws it as an
 * OciError that names method, host and path, the status, the registry's own code and words, whose
 * credential was sent and what to do. The body of an expected answer is left alone.
 *
 * The code is the registry's, if it is one of the specification's and the status does not say it
 * all; but only a 404 means that something is absent, whatever another answer claims. TAG_IMMUTABLE
 * is what registries say in four ways (Amazon ECR 400 TAG_INVALID, Quay 409 TAG_IMMUTABLE, Harbor
 * 412 PRECONDITION, others in words).
 */
export async function expectStatus(
  response: HttpResponse,
  statuses: readonly number[],
  { absent }: Expectation,
): Promise<void> {
  if (!statuses.includes(response.status)) throw await failureOf(response, absent)
}

async function failureOf(response: HttpResponse, absent: SpecErrorCode): Promise<OciError> {
  const { status } = response
  const complaints = await readComplaints(response)
  const code = codeOf(response, complaints, absent)
  const words = quote(complaints)
  const advice = adviceOn(code, response, words)
  return new OciError(
    code,
    `${describeRequest(response)} was answered ${status}${words && `: ${words}`}`,
    { status, ...(advice && { advice }) },
  )
}

/** What these statuses mean, whatever the body says. */
const meaning: ReadonlyMap<number, OciErrorCode> = new Map([
  [401, 'UNAUTHORIZED'],
  [403, 'DENIED'],
  [408, 'TIMEOUT'],
  [429, 'TOOMANYREQUESTS'],
])

/** What a status means where the body has no code that fits. */
const otherwise: ReadonlyMap<number, OciErrorCode> = new Map([
  [405, 'UNSUPPORTED'],
  [413, 'SIZE_INVALID'],
])

function codeOf(
  response: HttpResponse,
  complaints: readonly Complaint[],
  absent: SpecErrorCode,
): OciErrorCode {
  const { status } = response
  if (forbidsOverwriting(response, complaints)) return 'TAG_IMMUTABLE'
  const known = meaning.get(status)
  if (known) return known
  if (status < 400 || status >= 500) return 'RESPONSE_INVALID'
  const stated = complaints.map(({ code }) => code).find(isSpecErrorCode)
  if (status === 404) {
    const isMoreExact = stated === 'NAME_UNKNOWN' || (stated && !absences.includes(stated))
    return isMoreExact ? stated : absent
  }
  if (stated && !absences.includes(stated)) return stated
  return otherwise.get(status) ?? 'RESPONSE_INVALID'
}

const absences: readonly SpecErrorCode[] = [
  'BLOB_UNKNOWN',
  'BLOB_UPLOAD_UNKNOWN',
  'MANIFEST_UNKNOWN',
  'NAME_UNKNOWN',
]

const specErrorCodes: readonly string[] = [
  ...absences,
  'BLOB_UPLOAD_INVALID',
  'DIGEST_INVALID',
  'MANIFEST_BLOB_UNKNOWN',
  'MANIFEST_INVALID',
  'NAME_INVALID',
  'SIZE_INVALID',
  'UNAUTHORIZED',
  'DENIED',
  'UNSUPPORTED',
  'TOOMANYREQUESTS',
] satisfies readonly SpecErrorCode[]

function isSpecErrorCode(code: string): code is SpecErrorCode {
  return specErrorCodes.includes(code)
}

function forbidsOverwriting(
  { method, status }: HttpResponse,
  complaints: readonly Complaint[],
): boolean {
  return (
    method === 'PUT' &&
    status >= 400 &&
    status < 500 &&
    complaints.some(
      ({ code, text }) =>
        code === 'TAG_IMMUTABLE' ||
        (code === 'TAG_INVALID' && status === 400) ||
        (code === 'PRECONDITION' && status === 412) ||
        /immutab/i.test(text),
    )
  )
}
