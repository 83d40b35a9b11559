import { type HttpResponse, header } from './http.ts'

/**
 * Returns the milliseconds after which the answer asks to be asked again: its Retry-After in seconds
 * or as a date (RFC 9110, section 10.2.3), or undefined where it names no moment. `now` is in
 * milliseconds since the epoch.
 */
export function retryAfter(response: HttpResponse, now: number): number | undefined {
  const value = header(response, 'retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = /^[A-Z][a-z]{2}, /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
