import { Readable } from 'node:stream'
import { expect, test } from '@jest/globals'
import { readBody } from '../../../src/transport/body.ts'
import type { HttpRequest } from '../../../src/transport/http.ts'
import { readingWhole } from '../../../src/transport/whole-body.ts'
import { type Answer, answerTo, inTurn, rejection } from './scripted-send.ts'

const url = new URL('https://registry.example/v2/')
const request: HttpRequest = { method: 'GET', url, wholeBody: 4 }

test('a body that is wanted whole is there with the answer', async () => {
  const { send } = inTurn({ body: 'body' })
  const response = await readingWhole(send)(request)
  expect(Buffer.from(await readBody(response, 4)).toString()).toBe('body')
})

test('one that breaks, or is too long, fails with the request', async () => {
  const broken = { ...answerTo(request, {}), body: Readable.from(breaking()) }
  expect(await rejection(readingWhole(async () => broken)(request))).toMatchObject({
    message: 'broken',
  })
  const tooLong = readingWhole(inTurn({ body: 'bodies' }).send)(request)
  expect(await rejection(tooLong)).toMatchObject({ code: 'LIMIT_EXCEEDED' })
})

const streamed: readonly (readonly [string, HttpRequest, Answer])[] = [
  ['is not wanted whole', { method: 'GET', url }, { body: 'bodies' }],
  ['belongs to an error', request, { status: 404, body: 'bodies' }],
  ['is encoded', request, { headers: { 'content-encoding': 'gzip' }, body: 'bodies' }],
]

test.each(streamed)('one that %s is left as it is', async (_, asked, answer) => {
  const { send, responses } = inTurn(answer)
  expect(await readingWhole(send)(asked)).toBe(responses[0])
})

function* breaking(): Generator<Buffer> {
  yield Buffer.from('bo')
  throw new Error('broken')
}
