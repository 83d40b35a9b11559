import { Readable } from 'node:stream'
import type { HttpRequest, HttpResponse, Send } from '../../../src/transport/http.ts'

/** An answer as tests write it. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string
}

/** Returns the answer to a request as a Send gives it. */
export function answerTo(
  { method, url }: Pick<HttpRequest, 'method' | 'url'>,
  { status = 200, headers = {}, body = '' }: Answer,
): HttpResponse {
  return {
    status,
    headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value].flat()])),
    body: Readable.from(body === '' ? [] : [Buffer.from(body)], { objectMode: false }),
    url,
    method,
  }
}

/** Returns an answer to a GET of example.com. */
export function answer(content: Answer): HttpResponse {
  return answerTo({ method: 'GET', url: new URL('https://registry.example/v2/') }, content)
}

/** A Send that answers by the script, and what it was asked. */
export interface ScriptedSend {
  readonly send: Send
  readonly requests: readonly HttpRequest[]
  readonly responses: readonly HttpResponse[]
}

/** Returns a Send that answers each request by the function; an Error is thrown. */
export function scripted(
  script: (request: HttpRequest, count: number) => Answer | Error | Promise<Answer | Error>,
): ScriptedSend {
  const requests: HttpRequest[] = []
  const responses: HttpResponse[] = []
  return {
    requests,
    responses,
    async send(request) {
      requests.push(request)
      const outcome = await script(request, requests.length)
      if (outcome instanceof Error) throw outcome
      const response = answerTo(request, outcome)
      responses.push(response)
      return response
    },
  }
}

/** Returns a Send that gives the answers one after another. */
export function inTurn(...answers: readonly (Answer | Error)[]): ScriptedSend {
  return scripted((_request, count) => answers[count - 1] ?? new Error('one request too many'))
}

/** Returns the error that the promise is rejected with; fails if it is fulfilled. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
