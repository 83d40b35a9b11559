import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { discardBody, readBody } from '../../../src/transport/body.ts'
import type { HttpResponse } from '../../../src/transport/http.ts'
import { answer } from './scripted-send.ts'

const withBody = (body: Readable): HttpResponse => ({ ...answer({}), body })

function endless(): Readable {
  return new Readable({
    read() {
      this.push(Buffer.alloc(10_000))
    },
  })
}

describe('a body', () => {
  test('is read whole up to the limit', async () => {
    expect(Buffer.from(await readBody(answer({ body: 'abc' }), 3)).toString()).toBe('abc')
    expect(await readBody(answer({}), 0)).toHaveLength(0)
  })

  test('is not read beyond it', async () => {
    const body = endless()
    await expect(readBody(withBody(body), 50_000)).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message: 'the answer to GET https://registry.example/v2/ is longer than 50000 bytes',
    })
    expect(body.destroyed).toBe(true)
  })

  test('that breaks off is an error', async () => {
    const body = endless()
    body.once('data', () => body.destroy(new Error('reset')))
    await expect(readBody(withBody(body), Number.POSITIVE_INFINITY)).rejects.toThrow('reset')
  })
})

describe('a body that nobody wants', () => {
  test('is read to its end', async () => {
    const response = answer({ body: 'abc' })
    await discardBody(response)
    expect(response.body.readableEnded).toBe(true)
  })

  test('is closed if it is long', async () => {
    const body = endless()
    await discardBody(withBody(body))
    expect(body.destroyed).toBe(true)
  })

  test('may break off', async () => {
    const body = endless()
    body.destroy(new Error('reset'))
    await discardBody(withBody(body))
  })
})
