import { isObject, type JsonObject } from '../oci/json.ts'
import { readStart } from './body.ts'
import type { HttpResponse } from './http.ts'
import { printable } from './printable.ts'

/** What a registry says about a failure, in its own words; either part may be empty. */
export interface Complaint {
  readonly code: string
  readonly text: string
}

/** What is read of a failure's body: words for a message, not a page. */
const MAX_BODY_BYTES = 8 * 1024
const MAX_COMPLAINTS = 3
const MAX_CODE_LENGTH = 60
const MAX_TEXT_LENGTH = 300

/** Returns what the answer says; a body that is broken or too long does not hide its status. */
export async function readComplaints(response: HttpResponse): Promise<readonly Complaint[]> {
  try {
    return complaintsOf((await readStart(response, MAX_BODY_BYTES)).bytes)
  } catch {
    return []
  }
}

/**
 * Returns what the body of a failure says, fit to be quoted; never throws. That is the errors of the
 * distribution specification (v1.1.1, Error Codes), as registries write them: without a code
 * (Artifactory), with an object as message (Cloudsmith) or anything as detail; the `error`,
 * `message` or `details` of token services; plain text. A web page says nothing.
 */
export function complaintsOf(body: Uint8Array): readonly Complaint[] {
  const text = new TextDecoder().decode(body)
  const json = parseJson(text)
  if (json === undefined) return /^\s*(?:<|$)/.test(text) ? [] : [complaint('', text)]
  const errors = isObject(json) && Array.isArray(json['errors']) ? json['errors'] : [json]
  return errors
    .slice(0, MAX_COMPLAINTS)
    .map((error: unknown) => (isObject(error) ? ofObject(error) : complaint('', wordsOf(error))))
    .filter(({ code, text }) => code !== '' || text !== '')
}

/** Returns the complaints as one phrase, `CODE: text; CODE: text`. */
export function quote(complaints: readonly Complaint[]): string {
  return complaints
    .map(({ code, text }) => [code, text].filter((part) => part !== '').join(': '))
    .join('; ')
}

function ofObject(error: JsonObject): Complaint {
  const text = error['message'] ?? error['error_description'] ?? error['details'] ?? error['error']
  const detail = wordsOf(error['detail'])
  const words = wordsOf(text)
  const isNew = detail !== '' && !words.includes(detail)
  const code = typeof error['code'] === 'string' ? error['code'] : ''
  return complaint(code, isNew ? `${words} (${detail})` : words)
}

function complaint(code: string, text: string): Complaint {
  return { code: printable(code, MAX_CODE_LENGTH), text: printable(text, MAX_TEXT_LENGTH) }
}

function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
