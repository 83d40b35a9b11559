import { describe, expect, test } from '@jest/globals'
import { isDirect, proxiesOf } from '../../../src/transport/proxies.ts'

describe('the proxies of the environment', () => {
  test.each<[NodeJS.ProcessEnv, unknown]>([
    [{}, { http: '', https: '', none: '' }],
    [
      { HTTP_PROXY: 'http://a:1', HTTPS_PROXY: 'http://b:2', NO_PROXY: 'c' },
      { http: 'http://a:1/', https: 'http://b:2/', none: 'c' },
    ],
    [
      {
        https_proxy: 'http://lower:1',
        HTTPS_PROXY: 'http://upper:1',
        no_proxy: 'l',
        NO_PROXY: 'u',
      },
      { http: '', https: 'http://lower:1/', none: 'l' },
    ],
    [
      { https_proxy: '', HTTPS_PROXY: 'http://upper:1' },
      { http: '', https: '', none: '' },
    ],
    [{ HTTPS_PROXY: 'proxy:3128' }, { http: '', https: 'http://proxy:3128/', none: '' }],
    [{ HTTPS_PROXY: ' https://u:p@proxy ' }, { http: '', https: 'https://u:p@proxy/', none: '' }],
  ])('%j', (env, expected) => {
    expect(proxiesOf(env)).toEqual(expected)
  })

  test('that are no URLs are an error without the value', () => {
    expect(() => proxiesOf({ https_proxy: 'http://u:secret@:0' })).toThrow(
      expect.objectContaining({
        code: 'CONNECTION_FAILED',
        message: 'HTTPS_PROXY is not the URL of a proxy',
      }),
    )
  })
})

describe('a request goes directly', () => {
  const both = { http: 'http://p/', https: 'http://p/', none: '' }
  test.each([
    ['https://ghcr.io/', both, false],
    ['http://ghcr.io/', both, false],
    ['http://localhost:5000/', both, true],
    ['http://127.0.0.2:5000/', both, true],
    ['https://[::1]/', both, true],
    ['https://ghcr.io/', { ...both, https: '' }, true],
    ['http://ghcr.io/', { ...both, http: '' }, true],
  ])('%s with %j: %p', (url, proxies, expected) => {
    expect(isDirect(new URL(url), proxies)).toBe(expected)
  })
})
