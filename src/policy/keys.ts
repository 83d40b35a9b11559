import { createHash, type KeyObject } from 'node:crypto'
import { readEach } from '../oci/problems.ts'
import { quote } from '../oci/quote.ts'
import { at, type Complain } from './complaint.ts'
import type { Policy, Rule, RuleKey } from './policy.ts'
import { parsePublicKey } from './public-key.ts'
import type { WrittenKey, WrittenPolicy, WrittenRule } from './written.ts'

/** Of a key that has no other name: enough to tell keys apart. */
const FINGERPRINT_DIGITS = 16

/** Returns what the file holds. */
export type ReadFile = (path: string) => Promise<string>

/**
 * Returns the policy with its keys read, each file once. Their PEM is SubjectPublicKeyInfo.
 *
 * Throws InputError or InputProblems (input `require`), with line and column, for each key that cannot
 * be read or that no signature can be verified with.
 */
export async function readPolicyKeys(policy: WrittenPolicy, readFile: ReadFile): Promise<Policy> {
  const files = new Map<string, Promise<string>>()
  const readOnce: ReadFile = (path) => {
    const file = files.get(path) ?? readFile(path)
    files.set(path, file)
    return file
  }
  const rules = await Promise.allSettled(policy.map((rule) => readRuleKey(rule, readOnce)))
  return readEach(rules, (rule) => {
    if (rule.status === 'rejected') throw rule.reason
    return rule.value
  })
}

async function readRuleKey({ signedBy, ...rule }: WrittenRule, readFile: ReadFile): Promise<Rule> {
  if (signedBy?.kind !== 'key') return { ...rule, ...(signedBy && { signedBy }) }
  const key = await readKey(signedBy.key, readFile)
  return { ...rule, signedBy: { kind: 'key', key } }
}

async function readKey({ text, position }: WrittenKey, readFile: ReadFile): Promise<RuleKey> {
  const isInline = text.startsWith('-----BEGIN ')
  const name = isInline ? 'written in the rule' : quote(text)
  const complain: Complain = (what, advice) => at(position)(`the key ${name} ${what}`, advice)
  const content = isInline ? text : await readText(text, readFile, complain)
  const key = parsePublicKey(content, complain)
  return {
    name: isInline ? `inline key ${fingerprintOf(key)}` : text,
    pem: key.export({ type: 'spki', format: 'pem' }).toString(),
  }
}

async function readText(path: string, readFile: ReadFile, complain: Complain): Promise<string> {
  try {
    return await readFile(path)
  } catch (error) {
    throw complain(
      `cannot be read: ${(error as Error).message}`,
      'Paths are relative to the working directory; check that the job has checked the file out or written it.',
    )
  }
}

function fingerprintOf(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('hex').slice(0, FINGERPRINT_DIGITS)
}
