import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseDigest } from '../../../src/oci/digest.ts'
import { InputError } from '../../../src/oci/error.ts'
import {
  formatReference,
  parseReference,
  type Reference,
  targetOf,
} from '../../../src/oci/reference.ts'
import { endpointOf } from '../../../src/registry/endpoint.ts'

const SHA256 = `sha256:${'0a'.repeat(32)}`
const SHA512 = `sha512:${'0a'.repeat(64)}`

describe('a reference to a registry', () => {
  test.each([
    ['ubuntu', 'docker.io', 'library/ubuntu'],
    ['org/app', 'docker.io', 'org/app'],
    ['a/b/c', 'docker.io', 'a/b/c'],
    ['host.example', 'docker.io', 'library/host.example'],
    ['docker.io/ubuntu', 'docker.io', 'library/ubuntu'],
    ['index.docker.io/ubuntu', 'docker.io', 'library/ubuntu'],
    ['registry-1.docker.io/org/app', 'docker.io', 'org/app'],
    ['registry.hub.docker.com/ubuntu', 'docker.io', 'library/ubuntu'],
    ['Docker.IO/ubuntu', 'docker.io', 'library/ubuntu'],
    ['evildocker.io/ubuntu', 'evildocker.io', 'ubuntu'],
    ['docker.io.example/ubuntu', 'docker.io.example', 'ubuntu'],
    ['docker.io:443/ubuntu', 'docker.io:443', 'ubuntu'],
    ['localhost/app', 'localhost', 'app'],
    ['localhost:5000/app', 'localhost:5000', 'app'],
    ['LOCALHOST/app', 'localhost', 'app'],
    ['Registry/app', 'registry', 'app'],
    ['GHCR.io/org/app', 'ghcr.io', 'org/app'],
    ['127.0.0.1:5000/a/b', '127.0.0.1:5000', 'a/b'],
    ['[::1]/app', '[::1]', 'app'],
    ['[2001:DB8::1]:5000/app', '[2001:db8::1]:5000', 'app'],
    ['host.example/a__b/c.d/e---f', 'host.example', 'a__b/c.d/e---f'],
  ])('%s is in %s: %s', (text, registry, repository) => {
    expect(parseReference(text)).toEqual({ kind: 'registry', registry, repository })
    const tagged = { kind: 'registry', registry, repository, tag: 'v1' }
    expect(parseReference(`${text}:v1`)).toEqual(tagged)
    expect(parseReference(`${text}:v1@${SHA256}`)).toEqual({ ...tagged, digest: SHA256 })
  })

  test.each([`A${'b'.repeat(126)}`, `_${'x'.repeat(127)}`, '1.0-rc.1'])(
    'takes the tag %s',
    (tag) => {
      expect(parseReference(`host:5000/app:${tag}`)).toMatchObject({ registry: 'host:5000', tag })
    },
  )

  test('takes a sha512 digest, and one of an algorithm that it cannot verify', () => {
    expect(parseReference(`host.example/app@${SHA512}`)).toMatchObject({ digest: SHA512 })
    expect(parseReference('host.example/app@blake3+b64:Ab=_-')).toMatchObject({
      digest: 'blake3+b64:Ab=_-',
    })
  })

  test.each([
    '',
    ' ubuntu',
    'ubuntu ',
    'ubuntu\n',
    ':v1',
    `@${SHA256}`,
    'ubuntu:',
    'ubuntu@',
    'ubuntu@latest',
    `ubuntu@${SHA256.toUpperCase()}`,
    `ubuntu@${SHA256}0`,
    `ubuntu@${SHA256}@${SHA256}`,
    'ubuntu:v1:v2',
    'ubuntu:-v1',
    `ubuntu:${'x'.repeat(129)}`,
    'host.example/',
    'host.example//app',
    '/app',
    'host.example/App',
    'host.example/../app',
    'host.example/a___b',
    `host.example/${'a'.repeat(256)}`,
    '-host.example/app',
    'host_name.example/app',
    'host.example:0x50/app',
    'host.example:65536/app',
    'https://host.example/app',
    'user@host.example/app',
    '[::1/app',
    '[:]/app',
    '[fe80::1%eth0]/app',
    '1.2.3.4.5/app',
    '256.1.1.1/app',
  ])('%j is none', (text) => {
    expect(() => parseReference(text)).toThrow(InputError)
  })

  test.each(['https://ghcr.io/org/app:1', 'docker://ghcr.io/org/app:1'])(
    '%s is told to leave out the scheme',
    (text) => {
      expect(() => parseReference(text)).toThrow(
        expect.objectContaining({ input: 'image', advice: expect.stringContaining('scheme') }),
      )
    },
  )

  test('an upper-case repository is told what is wrong with it', () => {
    expect(() => parseReference('ghcr.io/Org/App')).toThrow(
      expect.objectContaining({ input: 'image', advice: 'A repository name is in lower case.' }),
    )
  })
})

describe('a reference to an image layout', () => {
  test.each([
    ['layout', { path: 'layout' }],
    ['./a/b:1.2', { path: './a/b', tag: '1.2' }],
    [`/abs/layout:v1@${SHA256}`, { path: '/abs/layout', tag: 'v1', digest: SHA256 }],
    [`dir@${SHA512}`, { path: 'dir', digest: SHA512 }],
    ['/with:colon/layout', { path: '/with:colon/layout' }],
    ['/with:colon/layout:v1', { path: '/with:colon/layout', tag: 'v1' }],
    ['/job@2/layout:v1', { path: '/job@2/layout', tag: 'v1' }],
    ['C:\\x', { path: 'C:\\x' }],
    ['C:\\x:tag', { path: 'C:\\x', tag: 'tag' }],
    ['C:/x y:tag', { path: 'C:/x y', tag: 'tag' }],
    ['C:\\a@b\\x', { path: 'C:\\a@b\\x' }],
  ])('%s', (text, expected) => {
    const reference = { kind: 'oci-layout', ...expected }
    expect(parseReference(`oci-layout://${text}`)).toEqual(reference)
  })

  test.each(['my:layout', 'my@layout', '/a/my:lay out'])(
    'to %s is written so that the path is not taken for a tag or a digest',
    (path) => {
      const written = formatReference({ kind: 'oci-layout', path, digest: parseDigest(SHA256) })
      expect(parseReference(written)).toMatchObject({ path: `${path}/`, digest: SHA256 })
    },
  )

  test.each(['', ':v1', `@${SHA256}`, 'dir:', 'dir:no tag', 'dir@v1', 'di\0r'])(
    '%j is none',
    (text) => {
      expect(() => parseReference(`oci-layout://${text}`)).toThrow(InputError)
    },
  )
})

describe('any text', () => {
  const alnum = fc.stringMatching(/^[a-z0-9]{1,8}$/)
  const separator = fc.constantFrom('.', '_', '__', '-', '---')
  const component = fc
    .tuple(alnum, fc.option(fc.tuple(separator, alnum)))
    .map(([head, more]) => (more ? head + more.join('') : head))
  const host = fc.oneof(
    fc.constantFrom('localhost', '[::1]', '127.0.0.1', 'docker.io'),
    fc.domain().filter((name) => name.length < 60),
  )
  const target = fc.record(
    {
      tag: fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/),
      digest: fc.constantFrom(SHA256, SHA512),
    },
    { requiredKeys: [] },
  )
  const registryText = fc
    .record({
      host,
      port: fc.option(fc.integer({ min: 1, max: 65_535 })),
      components: fc.array(component, { minLength: 1, maxLength: 4 }),
    })
    .map(({ host: name, port, components }) =>
      [port === null ? name : `${name}:${port}`, ...components].join('/'),
    )
  const layoutText = fc
    .stringMatching(/^[a-z/\\.@ ]{0,12}$/)
    .map((path) => `oci-layout://${path}@/x`)
  const valid = fc
    .tuple(fc.oneof(registryText, layoutText), target)
    .map(([name, { tag, digest }]) => `${name}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`)

  test('that is a reference reads the same once written, but for the tag beside a digest', () => {
    fc.assert(
      fc.property(valid, (text) => {
        const { tag, ...reference } = parseReference(text)
        const expected: Reference =
          reference.digest || tag === undefined ? reference : { ...reference, tag }
        expect(parseReference(formatReference(expected))).toEqual(expected)
        expect(formatReference(expected)).toBe(
          formatReference({ ...expected, ...(tag && { tag }) }),
        )
      }),
    )
  })

  test('either has an address or throws InputError', () => {
    const pieces = fc.array(
      fc.constantFrom('a', 'A', '1', '0x', '.', ':', '/', '@', '[', ']', '-', '_', '\\', ' ', '\0'),
      { maxLength: 12 },
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      pieces.map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('', 'oci-layout://'),
        fc.constantFrom('', '/app'),
        (rest, scheme, end) => {
          const reference = parsed(scheme + rest + end)
          if (reference?.kind === 'registry') endpointOf(reference, 'auto')
        },
      ),
      { numRuns: 1000 },
    )
  })

  function parsed(text: string): Reference | undefined {
    try {
      return parseReference(text)
    } catch (error) {
      expect(error).toBeInstanceOf(InputError)
      return undefined
    }
  }
})

test.each([
  [`app:v1@${SHA256}`, { digest: SHA256 }],
  [`app@${SHA256}`, { digest: SHA256 }],
  ['app:v1', { tag: 'v1' }],
])('%s names %j in its repository', (text, target) => {
  expect(targetOf(parseReference(text))).toEqual(target)
})

test('a repository alone names nothing in it', () => {
  expect(() => targetOf(parseReference('app'))).toThrow('has neither a tag nor a digest')
})
