import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

/**
 * The layers of docs/architecture.md, from the bottom up: a file may import from its own part and from
 * the layers below, and from other parts of its own layer only where the layer is said to be one whole.
 * A file that is named by itself is no part of its folder.
 */
const layers: readonly (readonly string[])[] = [
  ['json', 'concurrency.ts', 'memoize.ts', 'workspace.ts'],
  ['oci'],
  ['policy', 'verify/signature.ts', 'gate/report.ts'],
  ['repository', 'job.ts', 'graph.ts', 'run-context.ts'],
  ['transport', 'documents'],
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
  new Set(['policy', 'verify/signature.ts', 'gate/report.ts']),
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

/** Imports that are there when the program runs, and have to be loaded before the file. */
const loads = /^(?:import|export) (?!type )[^;']*?from '([^']+)'/gm

/** Returns the file and all that is loaded with it: files of ours, and packages. */
function loadedWith(file: string): ReadonlySet<string> {
  const loaded = new Set([file])
  for (const each of loaded) {
    if (!each.endsWith('.ts')) continue
    const text = readFileSync(join(source, each), 'utf8')
    for (const [, to = ''] of text.matchAll(loads)) loaded.add(resolved(each, to))
  }
  return loaded
}

function partOf(file: string): string {
  const [folder = file] = file.split('/')
  return layers.flat().includes(file) ? file : folder
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
    expect(importersOf(/^@actions\/core/).every((file) => file.startsWith('action/'))).toBe(true)
    expect(importersOf(/^@actions\/exec/).every((file) => file.startsWith('credentials/'))).toBe(
      true,
    )
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

  test.each(['main.ts', 'cli.ts'])('%s loads what only a gate needs when there is one', (front) => {
    const loaded = loadedWith(front)
    expect([...loaded]).toEqual(expect.arrayContaining(['run/gate.ts', 'undici']))
    const heavy = /^(?:yaml|@sigstore\/.*|(?:verify|gate|policy)\/.*|gate\.ts)$/
    expect([...loaded].filter((each) => heavy.test(each))).toEqual([])
    const needed = [...loadedWith('verify/verify.ts'), ...loadedWith('policy/parse.ts')]
    expect(needed).toEqual(expect.arrayContaining(['yaml', '@sigstore/verify']))
  })

  test('no file is longer than 300 lines', () => {
    const long = files.filter(
      (file) => readFileSync(join(source, file), 'utf8').split('\n').length > 301,
    )
    expect(long).toEqual([])
  })
})
