import type { Connection, Unconfirmed } from '../job.ts'
import { OciError } from '../oci/error.ts'
import { parseReference } from '../oci/reference.ts'
import { tellingSoFar } from '../oci/so-far.ts'
import { openImages } from '../open.ts'
import type { Repository } from '../repository/repository.ts'
import type { RunContext } from '../run-context.ts'
import { withDeadline } from './deadline.ts'
import { throwFirst } from './settled.ts'
import type { Attachment } from './store.ts'

/** A list to be confirmed, with the repository that has it. */
export interface Pending {
  readonly repository: Repository
  readonly unconfirmed: Unconfirmed
}

/** Returns the lists without a lock that have what was attached, be it that it was there before. */
export function pendingOf(attachments: readonly Attachment[]): readonly Pending[] {
  return attachments.flatMap(({ target, result: { artifacts, sighting } }) => {
    if (!sighting) return []
    const { repository, descriptor, reference } = target
    const tagged = artifacts.filter(({ via }) => via === 'referrers-tag')
    const digests = [...new Set(tagged.map(({ manifest }) => manifest.descriptor.digest))]
    return [{ repository, unconfirmed: { reference, subject: descriptor, digests, sighting } }]
  })
}

/**
 * Waits until nobody can overwrite the lists any more, all of them at once, and puts back what is lost
 * by then. Throws what `confirmListed` throws: NOT_LISTED, naming everything that is missing, where
 * that is all that is wrong.
 */
export async function confirmAll(pending: readonly Pending[]): Promise<void> {
  const results = await Promise.allSettled(
    pending.map(({ repository, unconfirmed: { reference, subject, digests, sighting } }) =>
      tellingSoFar(
        () => `${digests.join(', ')} may be lost from the referrers of ${reference}`,
        () => repository.confirmListed(subject, digests, sighting),
      ),
    ),
  )
  const reasons = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  const errors = reasons.filter((reason) => reason instanceof OciError)
  const [first, second] = errors
  if (!first || !second || errors.length < reasons.length) return throwFirst(results)
  throw new OciError(first.code, errors.map(({ message }) => message).join('; '), {
    ...(first.advice !== undefined && { advice: first.advice }),
    cause: first,
  })
}

/** How the lists that an earlier process wrote to are confirmed. */
export interface ConfirmOptions {
  readonly connection: Connection
  /** The milliseconds that all of it may take. */
  readonly deadline: number
}

/**
 * Confirms the lists that an earlier process on the same machine has written to. Opens what they are in,
 * and throws as that and `confirmAll` do, and TIMEOUT for what takes longer than it may.
 */
export async function confirm(
  unconfirmed: readonly Unconfirmed[],
  { connection, deadline }: ConfirmOptions,
  context: RunContext,
): Promise<void> {
  const { failure } = await withDeadline(deadline, context, (limited) =>
    openAndConfirm(unconfirmed, connection, limited).then(succeeded, failed),
  )
  if (failure) throw failure
}

type Ending = { readonly failure?: Error }

const succeeded = (): Ending => ({})
const failed = (failure: Error): Ending => ({ failure })

async function openAndConfirm(
  unconfirmed: readonly Unconfirmed[],
  connection: Connection,
  context: RunContext,
): Promise<void> {
  const images = unconfirmed.map(({ reference }) => parseReference(reference))
  const opened = await openImages({ images, connection, access: 'write' }, context)
  try {
    // Images are opened in the order in which they are given.
    await confirmAll(
      opened.images.flatMap(({ repository }, at) => {
        const each = unconfirmed[at]
        return each ? [{ repository, unconfirmed: each }] : []
      }),
    )
  } finally {
    await opened.close()
  }
}
