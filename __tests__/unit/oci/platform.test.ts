import { describe, expect, test } from '@jest/globals'
import type { Descriptor, Platform } from '../../../src/oci/descriptor.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { InputError } from '../../../src/oci/error.ts'
import {
  formatPlatform,
  matchesPlatform,
  parsePlatform,
  platformEntries,
} from '../../../src/oci/platform.ts'

describe('a platform', () => {
  test.each(['linux/amd64', 'linux/arm64/v8', 'windows/amd64', 'freebsd/riscv64'])(
    'is %s',
    (text) => {
      expect(formatPlatform(parsePlatform(text))).toBe(text)
    },
  )

  test.each([
    '',
    'linux',
    'linux/',
    '/amd64',
    'linux/arm/',
    'linux/arm/v7/x',
    'linux/am d64',
    'all',
  ])('is not %j', (text) => {
    expect(() => parsePlatform(text)).toThrow(InputError)
  })

  test.each([
    ['linux/amd64', 'linux/amd64', true],
    ['linux/amd64', 'linux/arm64', false],
    ['linux/amd64', 'windows/amd64', false],
    ['linux/arm', 'linux/arm/v6', true],
    ['linux/arm/v6', 'linux/arm/v6', true],
    ['linux/arm/v7', 'linux/arm/v6', false],
    ['linux/arm/v7', 'linux/arm', true],
    ['linux/arm64', 'linux/arm64/v8', true],
    ['linux/arm64/v8', 'linux/arm64', true],
    ['linux/arm64/v9', 'linux/arm64', false],
    ['linux/amd64/v1', 'linux/amd64', true],
    ['linux/amd64/v2', 'linux/amd64', false],
    ['linux/riscv64/x', 'linux/riscv64', false],
  ])('%s means an image for %s: %s', (wanted, actual, expected) => {
    expect(matchesPlatform(parsePlatform(wanted), parsePlatform(actual))).toBe(expected)
    const [os = '', architecture = '', variant = ''] = actual.split('/')
    expect(matchesPlatform(parsePlatform(wanted), { os, architecture, variant })).toBe(expected)
  })
})

test('the entries of an index that are images are those with a known platform', () => {
  const entry = (platform?: Platform): Descriptor => ({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: digestOf(new Uint8Array()),
    size: 1,
    ...(platform && { platform }),
  })
  const images = [
    entry({ os: 'linux', architecture: 'amd64' }),
    entry({ os: 'linux', architecture: 'unknown' }),
    entry({ os: 'windows', architecture: 'amd64' }),
  ]
  const others = [
    entry(),
    entry({ os: 'unknown', architecture: 'unknown' }),
    entry({ os: '', architecture: '' }),
  ]
  expect(platformEntries([...others, ...images])).toEqual(images)
})
