import { InputError } from '../oci/error.ts'
import { readEach } from '../oci/problems.ts'
import { at, type Complain } from './complaint.ts'
import { demandOf } from './demand.ts'
import { describe } from './fields.ts'
import type { RuleType } from './policy.ts'
import { readRule } from './rule.ts'
import { parseRuleType } from './rule-type.ts'
import type { WrittenPolicy, WrittenRule } from './written.ts'
import { parseYaml, type Value } from './yaml.ts'

/** Nobody reads a report of more: it has a row for each, and of some for each platform. */
export const MAX_RULES = 100

const ADVICE = 'Write a type such as sbom, or a list of types and of rules that begin with - type:'

/**
 * Returns the policy that the YAML text is: one type, or a list of types and rules.
 *
 * Throws InputError or InputProblems (input `require`), with line and column, for all that is wrong
 * with it, and for what cannot mean anything: a rule that nothing could satisfy, or one that repeats.
 */
export function parsePolicy(text: string): WrittenPolicy {
  const root = parseYaml(text)
  const complain = at(root.position)
  if (root.kind === 'mapping') {
    throw complain(
      'the policy is a mapping, not a list of rules',
      'Put a dash before it: - type: …',
    )
  }
  if (root.kind === 'scalar' && root.value === null) throw complain('the policy is empty', ADVICE)
  const values = root.kind === 'list' ? root.items : [root]
  const items = values.map((value) => ({
    complain: at(value.position),
    read: () => readItem(value),
  }))
  return readItems(items, complain)
}

/**
 * Returns the policy that asks for one of each type. Throws InputError or InputProblems (input
 * `require-type`) as {@link parsePolicy} does, without line and column.
 */
export function policyOfTypes(types: readonly string[]): WrittenPolicy {
  const complain: Complain = (what, advice) => new InputError('require-type', what, advice)
  const items = types.map((type) => ({
    complain,
    read: () => ruleOfType(parseRuleType(type, complain)),
  }))
  return readItems(items, complain)
}

interface Item {
  readonly complain: Complain
  readonly read: () => WrittenRule
}

function readItems(items: readonly Item[], complain: Complain): WrittenPolicy {
  if (items.length === 0) throw complain('the list is empty', ADVICE)
  if (items.length > MAX_RULES) {
    throw complain(
      `the policy has ${items.length} rules, more than ${MAX_RULES}`,
      'Ask for less, or ask for it in several steps.',
    )
  }
  const demands = new Set<string>()
  return readEach(items, (item) => {
    const rule = item.read()
    const demand = demandOf(rule)
    if (demands.has(demand)) {
      throw item.complain(
        'a rule asks for exactly what another does',
        'Leave one of them out; to ask for several pieces of evidence, write count.',
      )
    }
    demands.add(demand)
    return rule
  })
}

function readItem(value: Value): WrittenRule {
  if (value.kind === 'mapping') return readRule(value)
  const complain = at(value.position)
  if (value.kind === 'scalar' && typeof value.value === 'string') {
    return ruleOfType(parseRuleType(value.value, complain))
  }
  throw complain(`the rule is ${describe(value)}`, ADVICE)
}

function ruleOfType(type: RuleType): WrittenRule {
  return { type, count: 1, platform: 'subject', annotations: {} }
}
