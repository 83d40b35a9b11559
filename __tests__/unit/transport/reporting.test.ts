import { expect, test } from '@jest/globals'
import { reporting } from '../../../src/transport/reporting.ts'
import { inTurn, rejection } from './scripted-send.ts'

test('each request is told in a line that holds no secret', async () => {
  const lines: string[] = []
  const { send } = inTurn({ status: 201, body: 'secret' }, new Error('no connection'))
  const reported = reporting(send, (line) => lines.push(line))
  const url = new URL(
    'https://user:secret@r.example:5000/v2/a/blobs/uploads/1?_state=secret#secret',
  )
  await reported({ method: 'PUT', url, headers: { authorization: 'Bearer secret' } })
  await rejection(reported({ method: 'GET', url }))
  expect(lines).toEqual([
    'PUT https://r.example:5000/v2/a/blobs/uploads/1: 201',
    'GET https://r.example:5000/v2/a/blobs/uploads/1: no connection',
  ])
})
