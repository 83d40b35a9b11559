import { isStatementType } from '../documents/in-toto.ts'
import { listenAt } from '../documents/json-paths.ts'
import { at, type Gathering, text } from '../documents/wants.ts'
import { type Digest, isDigest } from '../oci/digest.ts'
import { createEvidenceScanner } from './strict-json.ts'
import { Unreadable } from './unreadable.ts'

/** What an in-toto statement says, as far as a rule may ask; a claim, unless it is signed. */
export interface Statement {
  readonly predicateType: string
  /** Each of these digests once: those that are known here, and a few others. */
  readonly about: readonly Digest[]
  /** When what it says was so, as its predicate has it. */
  readonly stated?: string
}

export interface StatementReader {
  /** Takes the next bytes, cut anywhere. Throws {@link Unreadable}. */
  write(chunk: Uint8Array): void
  /** Throws {@link Unreadable} unless it was one complete statement. */
  end(): Statement
}

/** Enough to name what a statement is about instead; who may push chooses how many there are. */
const MAX_STRANGERS = 3

const ALGORITHMS = ['sha256', 'sha512'] as const

/**
 * Where predicates have their time, by predicate type without what follows after another slash:
 * slsa.dev/spec/v1.0/provenance and v0.2, sigstore/cosign specs/COSIGN_VULN_ATTESTATION_SPEC.md,
 * in-toto/attestation spec/predicates/vuln.md, and the documents that are predicates themselves.
 */
const TIMES: readonly (readonly [path: string, families: readonly string[]])[] = [
  ['predicate.runDetails.metadata.finishedOn', ['https://slsa.dev/provenance/v1']],
  [
    'predicate.metadata.buildFinishedOn',
    ['https://slsa.dev/provenance/v0.1', 'https://slsa.dev/provenance/v0.2'],
  ],
  [
    'predicate.metadata.scanFinishedOn',
    [
      'https://cosign.sigstore.dev/attestation/vuln',
      'cosign.sigstore.dev/attestation/vuln',
      'https://in-toto.io/attestation/vulns',
    ],
  ],
  ['predicate.creationInfo.created', ['https://spdx.dev/Document']],
  ['predicate.metadata.timestamp', ['https://cyclonedx.org/bom', 'https://cyclonedx.org/vex']],
  ['predicate.timestamp', ['https://openvex.dev/ns']],
]

/**
 * Returns a reader of one in-toto statement (in-toto/attestation, spec/v1/statement.md, and v0.1 before
 * it), in memory that does not grow with it. `isKnown` tells whether a digest is that of a manifest
 * which matters.
 */
export function createStatementReader(isKnown: (digest: Digest) => boolean): StatementReader {
  const type = at('_type', isStatementType).watch()
  const predicateType = text('predicateType').watch()
  const subjects = gatherSubjects(isKnown)
  const times = TIMES.map(([path, families]) => ({ families, time: text(path).watch() }))
  const gatherings = [
    ...[type, predicateType, ...times.map(({ time }) => time)].flatMap((each) => each.gatherings),
    ...subjects.gatherings,
  ]
  // A name that repeats is refused by the scanner.
  const scanner = createEvidenceScanner(listenAt(gatherings, () => undefined))
  return {
    write: (chunk) => scanner.write(chunk),
    end() {
      scanner.end()
      if (!type.result()) throw new Unreadable('it is no in-toto statement')
      const found = predicateType.result()
      if (!found) throw new Unreadable('it is a statement without a predicate type')
      const stated = times.find(({ families }) => isIn(found, families))?.time.result()
      return {
        predicateType: found,
        about: subjects.result(),
        ...(stated !== undefined && { stated }),
      }
    },
  }
}

/** Returns the statement that the bytes are; throws {@link Unreadable} if they are none. */
export function statementOf(bytes: Uint8Array, isKnown: (digest: Digest) => boolean): Statement {
  const reader = createStatementReader(isKnown)
  reader.write(bytes)
  return reader.end()
}

function isIn(predicateType: string, families: readonly string[]): boolean {
  return families.some((family) => `${predicateType}/`.startsWith(`${family}/`))
}

interface Subjects {
  readonly gatherings: readonly Gathering[]
  result(): readonly Digest[]
}

function gatherSubjects(isKnown: (digest: Digest) => boolean): Subjects {
  const known = new Set<Digest>()
  const strangers = new Set<Digest>()
  const gatherings = ALGORITHMS.map(
    (algorithm): Gathering => ({
      path: `subject[].digest.${algorithm}`,
      add(value) {
        const digest = value.type === 'string' ? `${algorithm}:${value.text}` : ''
        if (!isDigest(digest)) return
        if (isKnown(digest)) known.add(digest)
        else if (strangers.size < MAX_STRANGERS) strangers.add(digest)
      },
    }),
  )
  return { gatherings, result: () => [...known, ...strangers] }
}
