import { expect, test } from '@jest/globals'
import { readPlatforms } from '../../../src/inputs/platforms.ts'
import { inputSource } from '../../support/input-source.ts'

const read = (platform: string) => readPlatforms(inputSource({ platform }))
const amd64 = { os: 'linux', architecture: 'amd64' }
const armV7 = { os: 'linux', architecture: 'arm', variant: 'v7' }

test.each([
  ['', 'subject'],
  ['all', 'all'],
  ['linux/amd64', [amd64]],
  ['linux/amd64, linux/arm/v7,', [amd64, armV7]],
  ['linux/amd64\nlinux/arm/v7\nlinux/amd64', [amd64, armV7]],
])('the platforms %j', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  ['amd64', 'not a platform: amd64'],
  ['linux/amd64/v1/x', 'not a platform'],
  ['all, linux/amd64', 'all stands beside other platforms'],
])('the platforms %j are an error', (text, message) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({ input: 'platform', message: expect.stringContaining(message) }),
  )
})
