import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

/**
 * The layers of docs/architecture.md, from the bottom up: a file may import from its own part and from
 * the layers below, and from other parts of its own layer only where the layer is said to be one whole.
 */
const layers: readonly (readonly string[])[] = [
  ['json', 'concurrency.ts'],
  ['oci'],
  ['repository', 'job.ts', 'graph.ts', 'run-context.ts'],
  ['transport', 'documents', 'policy'],
  ['registry', 'layout', 'credentials', 'files', 'verify'],
  ['conventions'],
  [
    'attach',
    'attach.ts',
    'discover',
    'discover.ts',
    'gate',
    'gate.ts',
    'pull',
    'pull.ts',
    'push.ts',
    'resolve.ts',
  ],
  ['open.ts'],
  ['run', 'run.ts'],
  ['render', 'inputs', 'signals.ts', 'version.ts'],
  ['action', 'cli'],
  ['main.ts', 'cli.ts', 'post.ts'],
  ['bundle.ts'],
]

/** Parts of one layer that may know each other. */
const wholes: readonly ReadonlySet<string>[] = [
  new Set(['repository', 'job.ts', 'graph.ts', 'run-context.ts']),
  new Set(['attach', 'attach.ts', 'push.ts']),
  new Set(['discover', 'discover.ts']),
  new Set(['pull', 'pull.ts']),
  new Set(['gate', 'gate.ts']),
  new Set(['run', 'run.ts']),
  new Set(['render', 'inputs']),
]

const source = fileURLToPath(new URL('../../src/', import.meta.url))

interface Import {
  readonly from: string
  readonly to: string
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))

/** `import … from '…'`, which may end on a line of its own, and `import('…')`. */
const statements = /^(?:import|export|\})[^'\n]*from '([^']+)'|import\('([^']+)'\)/gm

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(join(source, from), 'utf8').matchAll(statements)].map(
    ([, declared, loaded]) => ({
      from,
      to: resolved(from, declared ?? loaded ?? ''),
    }),
  ),
)

function resolved(from: string, to: string): string {
  return to.startsWith('.') ? normalize(join(dirname(from), to)).replaceAll('\\', '/') : to
}

function partOf(file: string): string {
  return file.split('/')[0] ?? file
}

function layerOf(part: string): number {
  return layers.findIndex((parts) => parts.includes(part))
}

function isAllowed({ from, to }: Import): boolean {
  const [part, other] = [partOf(from), partOf(to)]
  if (part === other || layerOf(other) < layerOf(part)) return true
  return wholes.some((whole) => whole.has(part) && whole.has(other))
}

function importersOf(pattern: RegExp): readonly string[] {
  return [...new Set(imports.filter(({ to }) => pattern.test(to)).map(({ from }) => from))].sort()
}

describe('the architecture', () => {
  test('every file has its place in a layer', () => {
    expect(files.filter((file) => layerOf(partOf(file)) < 0)).toEqual([])
  })

  test('imports point down', () => {
    const local = imports.filter(({ to }) => to.endsWith('.ts'))
    expect(local.length).toBeGreaterThan(300)
    expect(local.filter((each) => !isAllowed(each))).toEqual([])
  })

  test('undici has one home', () => {
    expect(importersOf(/^undici/)).toEqual(['transport/send.ts'])
  })

  test('@actions/core is the action’s alone, @actions/exec runs credential helpers alone', () => {
    expect(
      importersOf(/^@actions\/core/).every((file) => /^(?:main\.ts|action\/)/.test(file)),
    ).toBe(true)
    expect(importersOf(/^@actions\/exec/).every((file) => file.startsWith('credentials/'))).toBe(
      true,
    )
    expect(importersOf(/^@actions\/tool-cache/)).toEqual(['action/install-cli.ts'])
    expect(importersOf(/^@actions\/http-client/)).toEqual([])
  })

  test('only back ends, credentials and the composition know HTTP', () => {
    const homes = /^(?:transport|registry|credentials)\/|^open\.ts$/
    expect(importersOf(/^transport\//).filter((file) => !homes.test(file))).toEqual([])
    const openers = /^(?:registry|layout)\/|^open\.ts$/
    expect(importersOf(/^(?:registry|layout)\//).filter((file) => !openers.test(file))).toEqual([])
  })

  test('nothing else is imported from packages', () => {
    const packages = imports
      .map(({ to }) => to)
      .filter((to) => !to.endsWith('.ts') && !to.startsWith('node:'))
    expect(new Set(packages)).toEqual(
      new Set([
        '@actions/core',
        '@actions/exec',
        '@actions/tool-cache',
        '@sigstore/bundle',
        '@sigstore/protobuf-specs',
        '@sigstore/tuf',
        '@sigstore/verify',
        'undici',
        'yaml',
      ]),
    )
  })

  test('Sigstore’s libraries are known where signatures are verified, YAML where a policy is read', () => {
    expect(importersOf(/^@sigstore\//).filter((file) => !file.startsWith('verify/'))).toEqual([])
    expect(importersOf(/^yaml$/).filter((file) => !file.startsWith('policy/'))).toEqual([])
  })

  test('no file is longer than 300 lines', () => {
    const long = files.filter(
      (file) => readFileSync(join(source, file), 'utf8').split('\n').length > 301,
    )
    expect(long).toEqual([])
  })
})
