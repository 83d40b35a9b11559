import { getState, saveState } from '@actions/core'
import type { Unconfirmed } from '../job.ts'
import { parseDescriptor } from '../oci/descriptor.ts'
import { parseDigest } from '../oci/digest.ts'
import { isObject } from '../oci/json.ts'
import { parseReference } from '../oci/reference.ts'
import type { Sighting } from '../repository/referrers.ts'

/** What the runner gives to the `post` step of the same step alone, as `STATE_unconfirmed`. */
const UNCONFIRMED = 'unconfirmed'

/** Leaves the lists to the `post` step; without one, nothing. */
export function saveUnconfirmed(unconfirmed: readonly Unconfirmed[]): void {
  if (unconfirmed.length > 0) saveState(UNCONFIRMED, JSON.stringify(unconfirmed))
}

/**
 * Returns the lists that the step left to its `post` step. Throws where the state is not what
 * `saveUnconfirmed` writes: what it names may not be guessed.
 */
export function readUnconfirmed(): readonly Unconfirmed[] {
  const text = getState(UNCONFIRMED)
  if (text === '') return []
  const value: unknown = JSON.parse(text)
  if (!Array.isArray(value)) throw invalid('it is no list')
  return value.map(parseUnconfirmed)
}

function parseUnconfirmed(value: unknown): Unconfirmed {
  if (!isObject(value)) throw invalid('an entry is no object')
  const { reference, subject, digests, sighting } = value
  if (typeof reference !== 'string') throw invalid('an entry has no reference')
  const descriptor = parseDescriptor(subject, `the state ${UNCONFIRMED}`)
  if (parseReference(reference).digest !== descriptor.digest) {
    throw invalid('a reference is not that of its subject')
  }
  if (!Array.isArray(digests) || digests.length === 0) throw invalid('an entry has no digests')
  return {
    reference,
    subject: descriptor,
    digests: digests.map((digest) => parseDigest(String(digest))),
    sighting: parseSighting(sighting),
  }
}

function parseSighting(value: unknown): Sighting {
  if (!isObject(value)) throw invalid('an entry has no sighting')
  const { revision, since, isContended } = value
  if (
    typeof revision !== 'string' ||
    typeof since !== 'number' ||
    typeof isContended !== 'boolean'
  ) {
    throw invalid('a sighting is incomplete')
  }
  return { revision, since, isContended }
}

function invalid(problem: string): Error {
  return new Error(`The state ${UNCONFIRMED} of the step cannot be read: ${problem}`)
}
