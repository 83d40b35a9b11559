import { expect, test } from '@jest/globals'
import { formatTraffic } from '../../../src/render/traffic.ts'

test.each([
  [
    { requests: 1, retries: 1, bytesSent: 0, bytesReceived: 10 },
    '1 request, 1 retry, 0 B sent, 10 B received',
  ],
  [
    { requests: 5, retries: 0, bytesSent: 1500, bytesReceived: 10 },
    '5 requests, 0 retries, 1.5 kB sent, 10 B received',
  ],
])('%j', (traffic, expected) => {
  expect(formatTraffic(traffic)).toBe(expected)
})
