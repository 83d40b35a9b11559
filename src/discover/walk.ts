import type { Convention, Finding, Proof } from '../conventions/finding.ts'
import { factsOf, type GraphReferrer, inGraphOrder } from '../graph.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import { OciError } from '../oci/error.ts'
import type { RepositoryReader } from '../repository/repository.ts'
import { type Examined, mergeExamined } from './examined.ts'

/** A graph is an image's evidence, not a database: more than this is an attack or a mistake. */
export const MAX_MANIFESTS = 20_000
/** Evidence about evidence about evidence: real graphs have two or three levels. */
export const MAX_LEVELS = 32

export interface WalkOptions {
  readonly reader: RepositoryReader
  /** How evidence may hang on any manifest. */
  readonly conventions: readonly Convention[]
  /** Levels to walk; 0 is all. */
  readonly depth: number
  /** Told of each manifest that is found and left out, and why. */
  readonly onWarning: (message: string) => void
}

export interface Walk {
  /** Counts manifests besides those found. Throws LIMIT_EXCEEDED if a graph has no place for them. */
  count(manifests: number): void
  /**
   * Returns what hangs on the manifest, with what hangs on that, found by the walk's conventions and
   * those given for this one manifest. Throws LIMIT_EXCEEDED beyond MAX_MANIFESTS or MAX_LEVELS.
   */
  evidenceOf(subject: Descriptor, more: readonly Convention[]): Promise<readonly GraphReferrer[]>
}

/** A manifest whose evidence is wanted: how deep it is, and what it hangs on. */
interface Place {
  readonly subject: Descriptor
  readonly level: number
  readonly above: ReadonlySet<Digest>
}

/**
 * Returns a walk, in which each manifest is looked up and each finding proven once. What hangs on a manifest is looked up
 * while the manifest itself is read and proven, and what one convention finds is followed while
 * another is still being asked, so a level costs one round trip.
 *
 * A manifest that names its subject cannot be part of a cycle. One that is bound by a tag alone can,
 * so none is entered below itself.
 */
export function createWalk({ reader, conventions, depth, onWarning }: WalkOptions): Walk {
  const lookups = new Map<Digest, readonly Promise<readonly Finding[]>[]>()
  const proofs = new Map<Finding, Promise<Proof>>()
  let manifests = 0

  function count(more: number): void {
    manifests += more
    if (manifests <= MAX_MANIFESTS) return
    throw tooMuch(`the graph has more than ${MAX_MANIFESTS} manifests`)
  }

  function lookUp(
    subject: Descriptor,
    more: readonly Convention[] = [],
  ): readonly Promise<readonly Finding[]>[] {
    const known = lookups.get(subject.digest)
    if (known) return known
    const asked = [...conventions, ...more].map((find) => find(subject, reader))
    // An error counts, and is then thrown, only if the manifest turns out to be part of the graph.
    for (const answer of asked) answer.catch(() => undefined)
    lookups.set(subject.digest, asked)
    return asked
  }

  function proofOf(finding: Finding): Promise<Proof> {
    const proof = proofs.get(finding) ?? finding.prove()
    proofs.set(finding, proof)
    return proof
  }

  async function evidenceBelow(
    place: Place,
    asked: readonly Promise<readonly Finding[]>[],
  ): Promise<readonly GraphReferrer[]> {
    const entered = new Map<Digest, Promise<readonly GraphReferrer[]>>()
    const examined = await Promise.all(
      asked.map(async (answer) => {
        const findings = await answer
        if (findings.length > 0 && place.level > MAX_LEVELS) {
          throw tooMuch(
            `the graph below ${place.subject.digest} has more than ${MAX_LEVELS} levels`,
          )
        }
        count(findings.length)
        return Promise.all(findings.map((finding) => examine(place, finding, entered)))
      }),
    )
    const { evidence, refusals } = mergeExamined(examined.flat())
    for (const refusal of refusals) onWarning(refusal)
    return evidence.sort(inGraphOrder)
  }

  async function examine(
    { subject, level, above }: Place,
    finding: Finding,
    entered: Map<Digest, Promise<readonly GraphReferrer[]>>,
  ): Promise<Examined> {
    const { descriptor, sources } = finding
    const { digest } = descriptor
    if (above.has(digest)) {
      const refusal = `${digest} is found at ${subject.digest}, which hangs on it`
      return { digest, sources, refusal }
    }
    const isLast = level === depth
    const asked = isLast ? [] : lookUp(descriptor)
    const proof = await proofOf(finding)
    if ('refusal' in proof) return { digest, sources, ...proof }
    const { manifest } = proof
    const place = {
      subject: manifest.descriptor,
      level: level + 1,
      above: new Set([...above, digest]),
    }
    const below = entered.get(digest) ?? evidenceBelow(place, asked)
    entered.set(digest, below)
    return {
      digest,
      sources,
      node: {
        ...factsOf(reader.name, manifest.descriptor, manifest.value),
        referrers: await below,
      },
    }
  }

  return {
    count,
    evidenceOf: (subject, more) =>
      evidenceBelow({ subject, level: 1, above: new Set([subject.digest]) }, lookUp(subject, more)),
  }
}

function tooMuch(what: string): OciError {
  return new OciError('LIMIT_EXCEEDED', what, {
    advice: 'Limit the levels by depth, or remove what should not hang on the image.',
  })
}
