import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { distPath, runCommandLine } from '../support/command-line.ts'

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

  const direct = ['@actions/core', '@actions/exec', '@actions/tool-cache', 'undici']
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
