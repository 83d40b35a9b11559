import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parse } from 'yaml'
import { isObject, type JsonObject } from '../../../src/oci/json.ts'

/** What the runner reads of an `action.yml`. */
export interface ActionMetadata {
  readonly inputs: ReadonlyMap<string, ActionInput>
  readonly outputs: readonly string[]
  readonly post?: PostStep
}

/** What runs at the end of the job. */
export interface PostStep {
  /** Path of the script. */
  readonly script: string
  /** The condition that the job must then meet. */
  readonly condition: string
}

export interface ActionInput {
  /** May hold expressions. */
  readonly default: string
  readonly deprecationMessage?: string
}

/** What the runner takes `post-if` for where there is none (GitHub's documentation of `runs.post-if`). */
const ALWAYS = 'always()'

/**
 * Returns the inputs, outputs and the `post` step that an `action.yml` declares. Throws for one that
 * GitHub would not take: it runs on another Node than 24, an input or output has no description, a
 * default, `post` or `post-if` is no string.
 */
export function readActionMetadata(path: string): ActionMetadata {
  const document: unknown = parse(readFileSync(path, 'utf8'))
  if (!isObject(document)) throw new Error(`${path} is no mapping`)
  const runs = section(document, 'runs', path)
  if (runs['using'] !== 'node24') throw new Error(`${path}: runs.using is not node24`)
  const inputs = Object.entries(section(document, 'inputs', path)).map(
    ([name, value]): [string, ActionInput] => [name, toInput(value, `${path}: inputs.${name}`)],
  )
  const outputs = Object.entries(section(document, 'outputs', path)).map(([name, value]) => {
    described(value, `${path}: outputs.${name}`)
    return name
  })
  const post = postOf(runs, path)
  return { inputs: new Map(inputs), outputs, ...(post && { post }) }
}

function postOf(runs: JsonObject, path: string): PostStep | undefined {
  const { post, 'post-if': condition = ALWAYS } = runs
  if (post === undefined) return undefined
  if (typeof post !== 'string' || typeof condition !== 'string') {
    throw new Error(`${path}: runs.post or runs.post-if is no string`)
  }
  return { script: resolve(dirname(path), post), condition }
}

function section(document: JsonObject, key: string, path: string): JsonObject {
  const value = document[key] ?? {}
  if (!isObject(value)) throw new Error(`${path}: ${key} is no mapping`)
  return value
}

function toInput(value: unknown, where: string): ActionInput {
  const input = described(value, where)
  const { default: fallback = '', deprecationMessage } = input
  if (typeof fallback !== 'string') throw new Error(`${where}: the default is no string`)
  return {
    default: fallback,
    ...(typeof deprecationMessage === 'string' && { deprecationMessage }),
  }
}

function described(value: unknown, where: string): JsonObject {
  if (isObject(value) && typeof value['description'] === 'string') return value
  throw new Error(`${where} has no description`)
}
