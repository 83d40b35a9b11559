import { describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import type { Credential } from '../../../src/transport/credential.ts'
import { tokenService } from '../../../src/transport/realm.ts'

const credential: Credential = {
  kind: 'basic',
  username: 'user',
  password: 'password',
  source: 'the inputs username and password',
}

describe('with a credential', () => {
  test.each([
    ['https://ghcr.io', 'https://ghcr.io/token', 'its own host'],
    ['https://registry-1.docker.io', 'https://auth.docker.io/token', 'Docker Hub'],
    ['https://registry.gitlab.com', 'https://gitlab.com/jwt/auth', 'GitLab'],
    [
      'https://registry.example.com',
      'https://gitlab.example.com/jwt/auth',
      'a GitLab of one’s own',
    ],
    ['https://gitlab.example.com:5050', 'https://gitlab.example.com/jwt/auth', 'another port'],
    ['https://registry.example.co.uk', 'https://auth.example.co.uk/', 'a country’s domain'],
    ['https://registry.example.com', 'https://git.example.com/jwt/auth', 'one that is called git'],
    ['https://registry.gitlab.example.com', 'https://gitlab.example.com/jwt/auth', 'or above it'],
    ['https://gitlab.example.com', 'https://registry.gitlab.example.com/', 'or below it'],
    ['https://cr.example.com', 'https://token.login.example.com/token', 'one domain'],
    ['https://example.com', 'https://auth.example.com/', 'a host below the registry’s'],
    [
      'https://registry.cn-hangzhou.aliyuncs.com',
      'https://dockerauth.cn-hangzhou.aliyuncs.com/auth',
      'Alibaba',
    ],
    [
      'https://registry-intl.eu-central-1.aliyuncs.com',
      'https://dockerauth-intl.eu-central-1.aliyuncs.com/auth',
      'Alibaba abroad',
    ],
    [
      'https://team-registry.cn-shanghai.cr.aliyuncs.com',
      'https://dockerauth.cn-hangzhou.aliyuncs.com/auth',
      'Alibaba for companies',
    ],
    ['https://docker.elastic.co', 'https://docker-auth.elastic.co/auth', 'Elastic'],
    [
      'https://registry.digitalocean.com',
      'https://api.digitalocean.com/v2/registry/auth',
      'DigitalOcean',
    ],
    [
      'https://rg.fr-par.scw.cloud',
      'https://api.scaleway.com/registry-internal/v1/regions/fr-par/tokens',
      'Scaleway',
    ],
    ['https://nvcr.io', 'https://authn.nvidia.com/token', 'NVIDIA'],
    ['https://10.0.0.1', 'https://10.0.0.1:8443/token', 'its own address'],
    ['http://localhost:5000', 'http://127.0.0.1:5001/auth', 'both on loopback'],
    ['http://registry:5000', 'http://registry:5001/auth', 'a host without a domain'],
    ['https://r.example.com', '/service/token?x=1', 'a relative address'],
    ['https://r.example.com', 'https://R.EXAMPLE.COM/token', 'capitals'],
  ])('%s may name %s: %s', (origin, realm) => {
    const service = tokenService(realm, new URL(origin), credential)
    expect(service.href).toBe(new URL(realm, origin).href)
  })

  test.each([
    ['https://registry.example.com', 'https://evil.example/token'],
    ['https://registry.example.com', 'https://registry.example.com.evil.example/token'],
    ['https://registry.example.com', 'https://evilexample.com/token'],
    ['https://ghcr.io', 'https://evil.io/token'],
    ['https://registry-1.docker.io', 'https://evildocker.io/token'],
    ['https://registry.example.co.uk', 'https://evil.co.uk/token'],
    ['https://registry.example.com.au', 'https://evil.com.au/token'],
    [
      'https://123456789012.dkr.ecr.eu-west-1.amazonaws.com',
      'https://evil.eu-west-1.amazonaws.com/token',
    ],
    ['https://mine.azurecr.io', 'https://evil.azurecr.io/token'],
    ['https://mine.jfrog.io', 'https://evil.jfrog.io/token'],
    ['https://registry.co.uk', 'https://auth.co.uk/token'],
    ['https://registry.com', 'https://auth.com/token'],
    ['https://registry.a.ts.net', 'https://auth.b.ts.net/token'],
    ['https://registry-1.docker.io', 'https://auth.docker.io.evil.example/token'],
    ['https://bucket.oss-cn-hangzhou.aliyuncs.com', 'https://evil.oss-cn-hangzhou.aliyuncs.com/'],
    [
      'https://registry.cn-hangzhou.aliyuncs.com',
      'https://evil.dockerauth.cn-hangzhou.aliyuncs.com/auth',
    ],
    ['https://1.2.3.4', 'https://3.4/token'],
    ['https://93.184.216.34', 'https://93.184.216.35/token'],
    ['http://registry:5000', 'http://auth:5001/token'],
    ['http://localhost:5000', 'https://auth.example.com/token'],
    ['https://evil.example', 'https://authn.nvidia.com/token'],
  ])('%s may not name %s', (origin, realm) => {
    expect(() => tokenService(realm, new URL(origin), credential)).toThrow(
      expect.objectContaining({
        code: 'UNAUTHORIZED',
        message: expect.stringContaining('the inputs username and password'),
        advice: expect.stringContaining('registrytoken'),
      }),
    )
  })
})

test.each(
  `info.pl id.au hf.space ts.net uk.com r2.dev koyeb.app gen.tr googleusercontent.com
  githubusercontent.com replit.app firebaseapp.com vultrcr.com supabase.co surge.sh no-ip.org
  hopto.org gitpod.io blogspot.com digitaloceanspaces.com azurecr.io jfrog.io github.io fly.dev
  eu-west-1.amazonaws.com run.app nom.br`.split(/\s+/),
)('two hosts below %s may not have one owner', (domain) => {
  const realm = `https://other.${domain}/token`
  expect(() => tokenService(realm, new URL(`https://mine.${domain}`), credential)).toThrow(
    expect.objectContaining({ code: 'UNAUTHORIZED' }),
  )
})

test('without a credential a token may be asked for anywhere', () => {
  const service = tokenService('https://ghcr.io/token', new URL('https://lscr.io'), undefined)
  expect(service.href).toBe('https://ghcr.io/token')
})

test.each([
  ['https://r.example.com', 'http://r.example.com/token', 'not encrypted'],
  ['https://r.example.com', 'https://169.254.169.254/latest', 'private network'],
  ['https://r.example.com', 'https://127.0.0.1/token', 'private network'],
  ['https://r.example.com', 'https://[::1]/token', 'private network'],
  ['https://r.example.com', 'https://192.168.0.1/token', 'private network'],
  ['https://r.example.com', 'file:///etc/passwd', 'no web address'],
  ['https://r.example.com', 'https://:0/', 'no web address'],
])('%s may never name %s: %s', (origin, realm, why) => {
  for (const sent of [credential, undefined]) {
    expect(() => tokenService(realm, new URL(origin), sent)).toThrow(OciError)
    expect(() => tokenService(realm, new URL(origin), sent)).toThrow(why)
  }
})

test.each([
  '//attacker.test/token',
  '//169.254.169.254/latest/meta-data',
  '///attacker.test/token',
  '/\\attacker.test/token',
  '/.//attacker.test/token',
  '/..//attacker.test/token',
])('a path like another address, %s, stays a path', (path) => {
  const origin = new URL('https://r.example.com')
  for (const sent of [credential, undefined]) {
    const service = tokenService(`https://r.example.com${path}?a=b`, origin, sent)
    expect([service.origin, service.search]).toEqual([origin.origin, '?a=b'])
  }
})

test('user information and fragment of a realm are dropped', () => {
  const service = tokenService(
    'https://u:p@r.example/t?a=b#c',
    new URL('https://r.example'),
    undefined,
  )
  expect(service.href).toBe('https://r.example/t?a=b')
})
