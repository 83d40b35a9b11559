import { expect, test } from '@jest/globals'
import type { HttpRequest } from '../../../src/transport/http.ts'
import { limiting } from '../../../src/transport/limit.ts'
import { type Answer, scripted } from './scripted-send.ts'

const get = (host: string): HttpRequest => ({ method: 'GET', url: new URL(`https://${host}/`) })

/** A Send whose answers are given by hand. */
function byHand(most: number) {
  const waiting: ((outcome: Answer | Error) => void)[] = []
  const { send, requests } = scripted(() => new Promise((resolve) => waiting.push(resolve)))
  return {
    send: limiting(send, most),
    requests,
    async reply(outcome: Answer | Error): Promise<void> {
      await new Promise(setImmediate)
      waiting.shift()?.(outcome)
      await new Promise(setImmediate)
    },
  }
}

test('each origin has its own limit', async () => {
  const { send, requests, reply } = byHand(1)
  const answers = ['a.example', 'a.example', 'b.example'].map((host) => send(get(host)))
  await reply({})
  expect(requests.map(({ url }) => url.host)).toEqual(['a.example', 'b.example', 'a.example'])
  await reply({})
  await reply({})
  await Promise.all(answers)
})

test('a place is free as soon as there is an answer, read or not, or an error', async () => {
  const { send, requests, reply } = byHand(1)
  const answers = Promise.allSettled([1, 2, 3].map(() => send(get('a.example'))))
  await reply({ body: 'unread' })
  await reply(new Error('broken'))
  expect(requests).toHaveLength(3)
  await reply({})
  expect((await answers).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
})

test.each([429, 503])('a %d lowers the limit', async (status) => {
  const { send, requests, reply } = byHand(2)
  const answers = [1, 2, 3, 4].map(() => send(get('a.example')))
  await reply({ status })
  expect(requests).toHaveLength(2)
  await reply({})
  expect(requests).toHaveLength(3)
  await reply({})
  await reply({})
  await Promise.all(answers)
})

test('an urgent request does not wait for a place', async () => {
  const { send, requests, reply } = byHand(1)
  const urgent = { ...get('a.example'), urgent: true }
  const answers = [get('a.example'), get('a.example'), urgent].map((each) => send(each))
  await new Promise(setImmediate)
  expect(requests.map((request) => request.urgent === true).toSorted()).toEqual([false, true])
  for (let at = 0; at < 3; at += 1) await reply({})
  await Promise.all(answers)
})
