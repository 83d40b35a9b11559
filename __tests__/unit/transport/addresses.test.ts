import { describe, expect, test } from '@jest/globals'
import { mayBeSentTo, reachOf } from '../../../src/transport/addresses.ts'

describe('the reach of a host', () => {
  test.each([
    ['localhost', 'loopback'],
    ['registry.localhost', 'loopback'],
    ['127.0.0.1', 'loopback'],
    ['127.9.9.9', 'loopback'],
    ['0x7f.1', 'loopback'],
    ['0.0.0.0', 'loopback'],
    ['[::1]', 'loopback'],
    ['[::]', 'loopback'],
    ['[::ffff:127.0.0.1]', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['[::ffff:169.254.169.254]', 'link-local'],
    ['[fe80::1]', 'link-local'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['[fd00::1]', 'private'],
    ['[64:ff9b::a9fe:a9fe]', 'private'],
    ['172.32.0.1', 'public'],
    ['8.8.8.8', 'public'],
    ['[2001:4860:4860::8888]', 'public'],
    ['ghcr.io', 'public'],
    ['localhost.example.com', 'public'],
    ['10.example.com', 'public'],
  ])('%s: %s', (host, expected) => {
    expect(reachOf(new URL(`http://${host}/`).hostname)).toBe(expected)
  })

  test.each([
    ['storage.example.com', 'ghcr.io', true],
    ['169.254.169.254', 'ghcr.io', false],
    ['localhost', 'ghcr.io', false],
    ['10.0.0.2', 'ghcr.io', false],
    ['10.0.0.2', '10.0.0.1', true],
    ['10.0.0.1', '10.0.0.1', true],
    ['169.254.169.254', '10.0.0.1', false],
    ['127.0.0.1', '10.0.0.1', false],
    ['10.0.0.2', '127.0.0.1', true],
    ['localhost', '127.0.0.1', true],
  ])('%s may be named by %s: %p', (host, registry, expected) => {
    expect(mayBeSentTo(host, registry)).toBe(expected)
  })
})
