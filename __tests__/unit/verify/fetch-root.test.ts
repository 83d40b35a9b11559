import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import { fetchTrustedRoot } from '../../../src/verify/trusted-root.ts'
import { listenOnLoopback } from '../../support/loopback-server.ts'
import { startHttpServer } from '../../support/registry/http-server.ts'
import { createLocalSigstore } from '../../support/sigstore/local-sigstore.ts'
import { createTufRepository, type TufRepository } from '../../support/sigstore/tuf-repository.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()

let trustedRoot: string
let genuine: TufRepository
beforeAll(async () => {
  trustedRoot = (await createLocalSigstore()).trustedRoot()
  genuine = createTufRepository({ name: 'trusted_root.json', content: trustedRoot })
})

const closing: (() => Promise<unknown>)[] = []
afterEach(closeAll)

function closeAll(): Promise<unknown> {
  return Promise.all(closing.splice(0).map((close) => close()))
}

interface Served {
  readonly requests: readonly string[]
  readonly repository: { readonly url: string; readonly rootFile: string }
}

/** Serves the files, and has the client start with the root. */
async function serve({ files, root }: TufRepository): Promise<Served> {
  const requests: string[] = []
  const server = await startHttpServer(async (_, { url = '' }, response) => {
    // Through a proxy the whole URL is asked for.
    const { pathname } = new URL(url, 'http://repository.test')
    requests.push(pathname)
    const content = files[pathname]
    response.writeHead(content === undefined ? 404 : 200).end(content)
  })
  closing.push(server.close)
  const rootFile = join(directory(), 'root.json')
  writeFileSync(rootFile, root)
  return { requests, repository: { url: server.origin, rootFile } }
}

function fetchFrom({ repository }: Pick<Served, 'repository'>): Promise<string> {
  return fetchTrustedRoot({ cacheDirectory: join(directory(), 'cache'), repository, env: {} })
}

async function failureOf(fetching: Promise<string>): Promise<OciError> {
  const error: unknown = await fetching.catch((reason: unknown) => reason)
  if (!(error instanceof OciError)) throw error
  return error
}

describe('a trusted root is fetched', () => {
  test('over TUF, into the cache directory', async () => {
    const served = await serve(genuine)
    expect(await fetchFrom(served)).toBe(trustedRoot)
    expect(readdirSync(join(directory(), 'cache'))).toEqual(['tuf'])
  })

  test('again only where it is new', async () => {
    const served = await serve(genuine)
    await fetchFrom(served)
    const first = served.requests.length
    expect(await fetchFrom(served)).toBe(trustedRoot)
    expect(served.requests.slice(first)).toEqual(['/2.root.json', '/timestamp.json'])
  })

  test('though an earlier run left half of the cache', async () => {
    const served = await serve(genuine)
    await fetchFrom(served)
    const cache = join(directory(), 'cache', 'tuf')
    for (const file of readdirSync(cache, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.json')) {
        writeFileSync(join(cache, file), readFileSync(join(cache, file)).subarray(0, 99))
      }
    }
    expect(await fetchFrom(served)).toBe(trustedRoot)
  })

  test('through the proxy of the environment', async () => {
    const { repository } = await serve(genuine)
    const proxy = await startTunnel(Number(new URL(repository.url).port))
    const fetched = await fetchTrustedRoot({
      cacheDirectory: directory(),
      repository: { ...repository, url: 'http://repository.invalid' },
      env: { HTTP_PROXY: proxy.url },
    })
    expect(fetched).toBe(trustedRoot)
    expect(new Set(proxy.hosts)).toEqual(new Set(['repository.invalid:80']))
  })
})

/** Starts a proxy that leads to the port, whatever host it is asked for. */
async function startTunnel(port: number): Promise<{ url: string; hosts: readonly string[] }> {
  const hosts: string[] = []
  const server = createHttpServer()
  server.on('connect', ({ url = '' }, client) => {
    hosts.push(url)
    client.write('HTTP/1.1 200 OK\r\n\r\n')
    const target = connect(port, '127.0.0.1')
    for (const socket of [client, target]) socket.on('error', () => undefined)
    client.pipe(target).pipe(client)
  })
  return { url: await listen(server), hosts }
}

async function listen(server: Server): Promise<string> {
  const { host, close } = await listenOnLoopback(server)
  closing.push(close)
  return `http://${host}`
}

const TARGET = '/targets/trusted_root.json'

describe('a trusted root is refused', () => {
  test.each([
    [
      'that is not the one that was signed',
      () => ({ ...genuine, files: { ...genuine.files, [TARGET]: trustedRoot.replace('a', 'b') } }),
      /error downloading target/,
    ],
    [
      'that is longer than the one that was signed',
      () => ({ ...genuine, files: { ...genuine.files, [TARGET]: `${trustedRoot} ` } }),
      /error downloading target/,
    ],
    [
      'whose timestamp has expired',
      () =>
        createTufRepository(
          { name: 'trusted_root.json', content: trustedRoot },
          { timestampExpires: new Date('2024-01-01T00:00:00Z') },
        ),
      /timestamp\.json is expired/,
    ],
    [
      'that others have signed',
      () => ({
        ...createTufRepository({ name: 'trusted_root.json', content: trustedRoot }),
        root: genuine.root,
      }),
      /timestamp was signed by 0\/1 keys/,
    ],
    [
      'that is not there',
      () => createTufRepository({ name: 'other.json', content: trustedRoot }),
      /target trusted_root.json not found/,
    ],
    [
      'that cannot be used',
      () => createTufRepository({ name: 'trusted_root.json', content: '{}' }),
      /has the media type undefined, which is not known, as it was fetched/,
    ],
  ])('%s', async (_, repository, message) => {
    const error = await failureOf(fetchFrom(await serve(repository())))
    expect(error.code).toBe('RESPONSE_INVALID')
    expect(error.message).toMatch(message)
    expect(error.advice).toMatch(/trusted-root/)
  })

  test('where the repository answers with errors', async () => {
    const served = await serve({ ...genuine, files: {} })
    const error = await failureOf(fetchFrom(served))
    expect(error.code).toBe('CONNECTION_FAILED')
    expect(error.message).toMatch(/^no trusted root of Sigstore from 127\.0\.0\.1:\d+: /)
    expect(error.advice).toMatch(/^Allow HTTPS to 127\.0\.0\.1:\d+ .*HTTPS_PROXY.*trusted-root\.$/)
  })

  test('where nobody answers', async () => {
    const { repository } = await serve(genuine)
    await closeAll()
    const error = await failureOf(fetchFrom({ repository }))
    expect(error.code).toBe('CONNECTION_FAILED')
    expect(error.message).toMatch(/fetch failed/)
  })

  test('where the job ends before it is there', async () => {
    const silent = createServer()
    const { repository } = await serve(genuine)
    const url = await listen(silent)
    const controller = new AbortController()
    silent.once('connection', () => controller.abort())
    const error = await failureOf(
      fetchTrustedRoot({
        cacheDirectory: directory(),
        repository: { ...repository, url },
        env: {},
        signal: controller.signal,
      }),
    )
    expect(error.code).toBe('CANCELLED')
  })
})
