import { existsSync, globSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { distPath, runCommandLine } from '../support/command-line.ts'
import { writeDocument } from '../support/documents.ts'
import { usePlaces } from '../support/places.ts'
import { runAction } from '../support/runner/run-action.ts'
import { createSigners, SIGNATURE, writeBundle } from '../support/signed-image.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'
import { chunksLoadedBy } from './support/loaded-chunks.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = distPath('')

const scripts = globSync('**/*.js', { cwd: dist }).map((name) => ({
  name,
  text: readFileSync(join(dist, name), 'utf8'),
}))
const bundled = scripts.filter(({ name }) => dirname(name) === 'bundle')

/** Returns the first group of every match in the texts, each once. */
function allMatches(
  texts: readonly { readonly text: string }[],
  pattern: RegExp,
): readonly string[] {
  const matches = texts.flatMap(({ text }) => [...text.matchAll(pattern)])
  return [...new Set(matches.flatMap(([, group]) => group ?? []))].sort()
}

/** At the start of a line, or awaited there: in the comments of packages are others. */
const importing =
  /^(?:import|export|(?:const .* = )?await import\()\s*(?:[\w$*{}, ]+ from)?\s*['"]([^'"\n]+)['"]/gm

test('every import in dist is of Node or of a file in dist', () => {
  const imports = scripts.flatMap((script) =>
    allMatches([script], importing).map((specifier) => ({ name: script.name, specifier })),
  )

  const unresolved = imports.filter(
    ({ name, specifier }) =>
      !isBuiltin(specifier) && !existsSync(join(dist, dirname(name), specifier)),
  )

  expect(imports).toContainEqual({ name: 'cli.js', specifier: './bundle/index.js' })
  expect(unresolved).toEqual([])
})

test('the scripts that action.yml runs are in dist', () => {
  const metadata = readFileSync(join(root, 'action.yml'), 'utf8')

  const run = [...metadata.matchAll(/^ {2}(?:main|post): '(.*)'$/gm)].map(([, path = '']) => path)

  expect(run).toEqual(['dist/index.js', 'dist/post.js'])
  expect(run.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('the chunks that are loaded are those that are there', () => {
  const loaded = allMatches(
    bundled,
    /__(?:nccwpck|webpack)_require__\.e\((?:\/\*.*?\*\/ ?)?(\d+)\)/g,
  )

  const chunks = bundled.map(({ name }) => basename(name)).filter((name) => name !== 'index.js')

  expect(loaded).not.toEqual([])
  expect(chunks.sort()).toEqual(loaded.map((id) => `${id}.index.js`).sort())
})

test('no path of the machine that built it is in dist', () => {
  const paths = [root, homedir(), 'file:///']

  const found = scripts.flatMap(({ name, text }) =>
    paths.filter((path) => text.includes(path)).map((path) => `${path} in ${name}`),
  )

  expect(found).toEqual([])
})

test('the licence of every package in it is there', () => {
  const packages = allMatches(bundled, /\.\/node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//g)

  const licences = readFileSync(distPath('licenses.txt'), 'utf8')

  const direct = ['@actions/core', '@actions/exec', 'undici']
  expect(packages).toEqual(expect.arrayContaining(direct))
  for (const name of packages)
    expect(`\n${licences}`).toMatch(
      new RegExp(`\n${name}\n(?:MIT|ISC|Apache-2.0|BSD-[23]-Clause)\n`),
    )
})

test('the command line says the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

  const { stdout } = await runCommandLine({ args: ['--version'], directory: dist })

  expect(stdout).toBe(`${version}\n`)
})

describe('what only a gate needs', () => {
  const open = usePlaces()
  const directory = useTemporaryDirectory()

  /** Names of errors, which are in the code of the packages alone. */
  const marks = {
    yaml: 'BLOCK_AS_IMPLICIT_KEY',
    '@sigstore/verify': 'TLOG_INCLUSION_PROOF_ERROR',
    '@sigstore/tuf': 'ExpiredMetadataError',
  } as const

  /** Returns the packages of which any code is in the chunks. */
  function packagesIn(chunks: readonly string[]): readonly string[] {
    const texts = bundled.filter(({ name }) => chunks.includes(basename(name)))
    return Object.entries(marks)
      .filter(([, mark]) => texts.some(({ text }) => text.includes(mark)))
      .map(([name]) => name)
  }

  async function command(...args: readonly string[]): Promise<readonly string[]> {
    return chunksLoadedBy(directory(), async (env) => {
      const home = { HOME: directory(), ...env }
      const { status, stderr } = await runCommandLine({ args, directory: directory(), env: home })
      expect({ status, stderr }).toMatchObject({ status: 0 })
    })
  }

  test('is loaded by a gate, and by nothing else', async () => {
    const place = await open('an image layout')
    const { descriptor } = await place.putImage()
    const image = `${place.repository}:1`
    const signers = await createSigners(directory())
    const bundle = await writeBundle(directory(), signers, descriptor.digest, SIGNATURE, 'key')
    await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
    await writeFile(
      join(directory(), 'policy.yml'),
      `[sbom, {type: signature, signed-by: {key: '${signers.keyFile}'}}]`,
    )

    const attaching = await command('attach', image, 'sbom.json', bundle)
    const discovering = await command('discover', image)
    const pulling = await command('pull', '--referrers', '-o', 'out', image)
    const gating = await command('gate', '--require', 'policy.yml', image)
    const stepping = await chunksLoadedBy(directory(), async (env) => {
      const inputs = { image, files: 'sbom.json' }
      const places = { directory: join(directory(), 'job'), workspace: directory() }
      const step = await runAction({ main: distPath('index.js'), ...places, inputs, env })
      expect(step.outcome).toBe('success')
    })

    expect(packagesIn(bundled.map(({ name }) => basename(name)))).toEqual(Object.keys(marks))
    for (const chunks of [attaching, discovering, pulling, stepping]) {
      expect(chunks).toContain('index.js')
      expect(packagesIn(chunks)).toEqual([])
    }
    // A key needs no trusted root, so nothing is fetched for it.
    expect(packagesIn(gating)).toEqual(['yaml', '@sigstore/verify'])
  })
})
