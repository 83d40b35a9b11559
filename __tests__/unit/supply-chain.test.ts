import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { isObject } from '../../src/oci/json.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Source {
  readonly name: string
  readonly text: string
}

function read(...patterns: readonly string[]): readonly Source[] {
  return globSync([...patterns], { cwd: root })
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))
}

const workflows = read('.github/workflows/*.yml')

/** The YAML that people copy out of the documentation. */
const examples = read('*.md', 'docs/*.md').flatMap(({ name, text }) =>
  [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => ({ name, text: yaml })),
)

/** Returns every value that has the key, at any depth. */
function valuesOf(key: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesOf(key, each))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, each]) =>
    name === key ? [each] : valuesOf(key, each),
  )
}

describe('the workflows of this repository', () => {
  test('run the actions of others by a full commit, which nobody can move', () => {
    const used = workflows.flatMap(({ text }) => valuesOf('uses', parse(text)))
    expect(used.length).toBeGreaterThan(5)
    expect(used.filter((each) => !/^\.\/|@[0-9a-f]{40}$/.test(String(each)))).toEqual([])
  })

  test('have no more rights than they say, and say few', () => {
    for (const { name, text } of workflows) {
      const permissions: unknown = parse(text).permissions
      expect({ name, permissions }).toEqual({ name, permissions: { contents: 'read' } })
    }
  })

  test('leave no token behind for the code that they check out', () => {
    const steps = workflows.flatMap(({ text }) => valuesOf('steps', parse(text)).flat())
    const checkouts = steps.filter(
      (step) => isObject(step) && /^actions\/checkout@/.test(String(step['uses'])),
    )
    expect(checkouts.length).toBeGreaterThan(3)
    for (const step of checkouts) {
      expect(step).toMatchObject({ with: { 'persist-credentials': false } })
    }
  })

  test('are started by nobody’s code with the rights of this repository', () => {
    const events = workflows.flatMap(({ text }) => Object.keys(parse(text).on))
    expect(events).not.toContain('pull_request_target')
    expect(events).not.toContain('workflow_run')
  })

  test('prove for each commit that dist is what the sources give', () => {
    const { text = '' } = workflows.find(({ name }) => name.endsWith('check-dist.yml')) ?? {}
    const runs = valuesOf('run', parse(text)).map(String)
    expect(runs.slice(0, 2)).toEqual(['npm ci', 'npm run build'])
    expect(runs[2]).toContain('git status --porcelain dist')
  })
})

test('no example and no workflow puts a value into a script, where it would be run', () => {
  expect(examples.length).toBeGreaterThan(3)
  const scripts = [...workflows, ...examples].flatMap(({ name, text }) =>
    valuesOf('run', parse(text)).map((run) => `${name}: ${run}`),
  )
  expect(scripts.length).toBeGreaterThan(5)
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
})

test('every package is fixed by its version and its hash', () => {
  const {
    packages,
  }: { readonly packages: Readonly<Record<string, { readonly integrity?: string }>> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  )
  const installed = Object.entries(packages).filter(([name]) => name !== '')
  expect(installed.length).toBeGreaterThan(100)
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
})
