import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import { OciError } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'
import { ORAS_ARTIFACT_MANIFEST } from '../oci/media-types.ts'
import {
  type Confirmed,
  type Listed,
  mergeReferrers,
  type Referrers,
  type Sighting,
} from '../repository/referrers.ts'
import { createOrasReferrers } from './oras-referrers.ts'
import { listByApi } from './referrers-api.ts'
import type { Session } from './session.ts'
import type { Look } from './shared-list/register.ts'
import { referrersOfTag, sightingOf, type TagIndex } from './tag-index.ts'
import { createTagLists } from './tag-lists.ts'

/** How long a registry may lag behind its own PUT, in milliseconds between looks: 6 s in all. */
const LAG_MS = [200, 400, 800, 1600, 3000] as const

export interface ReferrersLists {
  list(subject: Descriptor): Promise<Referrers>
  /** Empty unless the registry has no referrers API but that of ORAS. */
  listByOras(subject: Descriptor): Promise<Referrers>
  ensureListed(subject: Descriptor, referrers: readonly Encoded<Manifest>[]): Promise<Listed>
  confirmListed(
    subject: Descriptor,
    referrers: readonly Digest[],
    sighting: Sighting | undefined,
  ): Promise<Confirmed>
}

/**
 * Returns the lists of referrers that a registry may have. The referrers API and the referrers tag
 * are one list and both always read, since histories are mixed and mirrors copy tags; the API of
 * ORAS is asked only where that of OCI is absent. What is found out about the APIs holds for the
 * session's repository, for this run.
 */
export function createReferrersLists(session: Session): ReferrersLists {
  const oras = createOrasReferrers(session)
  const tags = createTagLists(session)
  let hasApi: boolean | undefined
  let firstAnswer: Promise<unknown> | undefined

  /** Undefined where there is no API. */
  async function fromApi(subject: Digest): Promise<Referrers | undefined> {
    if (session.referrersMode === 'referrers-tag' || hasApi === false) return undefined
    const answer = askApi(subject)
    firstAnswer ??= answer
    return answer
  }

  async function askApi(subject: Digest): Promise<Referrers | undefined> {
    const referrers = await listByApi(session, subject)
    if (!referrers && (hasApi || session.referrersMode === 'referrers-api')) throw noApi(session)
    hasApi = referrers !== undefined
    return referrers
  }

  async function list({ digest }: Descriptor): Promise<Referrers> {
    const [api, tag] = await Promise.all([
      fromApi(digest),
      session.referrersMode === 'referrers-api' ? [] : tags.look(digest).then(tagged),
    ])
    return mergeReferrers([api ?? [], tag])
  }

  async function listByOras({ digest }: Descriptor): Promise<Referrers> {
    if (session.referrersMode !== 'auto') return []
    await (firstAnswer ?? fromApi(digest))
    return hasApi ? [] : ((await oras.list(digest)) ?? [])
  }

  async function ensureListed(
    subject: Descriptor,
    referrers: readonly Encoded<Manifest>[],
  ): Promise<Listed> {
    const { digest } = subject
    const [first, tag] = await Promise.all([
      fromApi(digest),
      session.referrersMode === 'referrers-api' ? unread : tags.look(digest),
    ])
    if (first) {
      const api = await untilListed(session, first, referrers, () => fromApi(digest))
      return { via: 'referrers-api', referrers: mergeReferrers([api, tagged(tag)]) }
    }
    const byOras = await ensureListedByOras(digest, referrers)
    if (byOras) return { via: 'oras-referrers', referrers: mergeReferrers([byOras, tagged(tag)]) }
    return tags.ensureListed(digest, referrers, tag)
  }

  /** ORAS lists its own manifests alone; others belong at the referrers tag. */
  async function ensureListedByOras(
    subject: Digest,
    referrers: readonly Encoded<Manifest>[],
  ): Promise<Referrers | undefined> {
    const isLegacy = referrers.every(({ value }) => value.mediaType === ORAS_ARTIFACT_MANIFEST)
    if (!isLegacy || session.referrersMode !== 'auto') return undefined
    const lookAgain = (): Promise<Referrers | undefined> => oras.listAgain(subject)
    const first = await lookAgain()
    return first && untilListed(session, first, referrers, lookAgain)
  }

  return {
    list,
    listByOras,
    ensureListed,
    confirmListed: async ({ digest }, referrers, sighting) =>
      sighting ? tags.confirmListed(digest, referrers, sighting) : 'intact',
  }
}

function tagged(look: Look<TagIndex>): Referrers {
  return referrersOfTag(look.snapshot, sightingOf(look))
}

const unread: Look<TagIndex> = { snapshot: { kind: 'absent' }, sentAt: 0, receivedAt: 0 }

/** Looks again for a while: some registries list a manifest only some time after they took it. */
async function untilListed(
  { sleep }: Session,
  first: Referrers,
  wanted: readonly Encoded<Manifest>[],
  lookAgain: () => Promise<Referrers | undefined>,
): Promise<Referrers> {
  let [listed, missing] = [first, missingFrom(first, wanted)]
  for (const pause of LAG_MS) {
    if (missing.length === 0) return listed
    await sleep(pause)
    listed = (await lookAgain()) ?? listed
    missing = missingFrom(listed, wanted)
  }
  if (missing.length === 0) return listed
  throw new OciError(
    'NOT_LISTED',
    `the registry took ${missing.join(', ')}, but its referrers API does not list it`,
    { advice: 'Run the job again; if that does not help, set referrers-mode to referrers-tag.' },
  )
}

function missingFrom(listed: Referrers, wanted: readonly Encoded<Manifest>[]): readonly Digest[] {
  const digests = new Set(listed.map(({ descriptor }) => descriptor.digest))
  return wanted.map(({ descriptor }) => descriptor.digest).filter((digest) => !digests.has(digest))
}

function noApi({ endpoint, referrersMode }: Session): OciError {
  const { registry, repository } = endpoint
  return referrersMode === 'referrers-api'
    ? new OciError('UNSUPPORTED', `${registry} has no referrers API for ${repository}`, {
        advice: 'Set referrers-mode to auto or referrers-tag.',
      })
    : new OciError(
        'RESPONSE_INVALID',
        `${registry} has a referrers API, but denied it for one of the digests in ${repository}`,
      )
}
