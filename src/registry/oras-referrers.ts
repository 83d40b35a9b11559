import type { Digest } from '../oci/digest.ts'
import { OciError } from '../oci/error.ts'
import type { Referrers } from '../repository/referrers.ts'
import { discardBody } from '../transport/body.ts'
import type { HttpResponse } from '../transport/http.ts'
import {
  type Endpoint,
  extensionsUrl,
  orasDraftReferrersUrl,
  orasReferrersUrl,
} from './endpoint.ts'
import { getJson, readJsonBody, readOrasList } from './oras-list.ts'
import type { Session } from './session.ts'

/** The referrers API of ORAS, in the generation that the registry speaks. */
export interface OrasReferrers {
  /** Returns what is listed for the subject, or undefined where no generation is spoken. */
  list(subject: Digest): Promise<Referrers | undefined>
  /** The same, asked anew. */
  listAgain(subject: Digest): Promise<Referrers | undefined>
}

interface Generation {
  url(endpoint: Endpoint, subject: Digest): URL
  /** Tells whether a registry that refuses to answer serves it all the same. */
  isServed(session: Session): Promise<boolean>
  /** What a registry that serves it answers for a subject that is not there. */
  readonly absentSubject: 200 | 404
}

/**
 * Since 1.0.0-rc.1, with extensions that can be asked for. Names and shape of what then comes
 * differ, but the path is in all of them.
 */
const extension: Generation = {
  url: orasReferrersUrl,
  absentSubject: 200,
  async isServed(session) {
    const response = await getJson(session, extensionsUrl(session.endpoint))
    if (response.status === 200) {
      const body = await readJsonBody(response)
      return new TextDecoder().decode(body).includes('_oras/artifacts/referrers')
    }
    await discardBody(response)
    return false
  },
}

/**
 * draft.1. Its path is not one of the registry's API, and web sites and firewalls refuse such paths
 * in any way they like: only the list itself shows that it is served.
 */
const draft: Generation = {
  url: orasDraftReferrersUrl,
  absentSubject: 404,
  isServed: async () => false,
}

interface Spoken {
  readonly generation: Generation
  readonly subject: Digest
  readonly referrers: Referrers
}

/**
 * Returns the ORAS referrers API of the session's repository (oras-project/artifacts-spec), which
 * distribution with ORAS support and Azure Container Registry had before OCI 1.1. The first subject
 * that is asked for must exist: by it both paths are tried, once and together, and the later
 * generation counts if a registry has both. The last generation of all is the referrers API of OCI.
 */
export function createOrasReferrers(session: Session): OrasReferrers {
  const lists = new Map<Digest, Promise<Referrers | undefined>>()
  let trial: Promise<Spoken | undefined> | undefined

  async function ask(subject: Digest, isFirst: boolean): Promise<Referrers | undefined> {
    trial ??= trySpeaking(session, subject)
    const spoken = await trial
    if (!spoken) return undefined
    return isFirst && spoken.subject === subject
      ? spoken.referrers
      : listBy(session, spoken.generation, subject)
  }

  function listAgain(subject: Digest): Promise<Referrers | undefined> {
    const asked = ask(subject, !lists.has(subject))
    lists.set(subject, asked)
    return asked
  }

  return { list: (subject) => lists.get(subject) ?? listAgain(subject), listAgain }
}

async function trySpeaking(session: Session, subject: Digest): Promise<Spoken | undefined> {
  const [later, earlier] = await Promise.allSettled([
    tryGeneration(session, extension, subject),
    tryGeneration(session, draft, subject),
  ])
  if (later.status === 'rejected') throw later.reason
  if (later.value) return later.value
  if (earlier.status === 'rejected') throw earlier.reason
  return earlier.value
}

async function tryGeneration(
  session: Session,
  generation: Generation,
  subject: Digest,
): Promise<Spoken | undefined> {
  const url = generation.url(session.endpoint, subject)
  const response = await getJson(session, url)
  const isUnserved =
    isUnknown(response) || (isRefusal(response) && !(await generation.isServed(session)))
  if (isUnserved) {
    await discardBody(response)
    return undefined
  }
  const referrers = await readOrasList(session, url, response)
  return referrers && { generation, subject, referrers }
}

async function listBy(
  session: Session,
  generation: Generation,
  subject: Digest,
): Promise<Referrers> {
  const url = generation.url(session.endpoint, subject)
  const response = await getJson(session, url)
  if (response.status === 404 && generation.absentSubject === 404) {
    await discardBody(response)
    return []
  }
  return (await readOrasList(session, url, response)) ?? unspoken(session)
}

function isUnknown({ status }: HttpResponse): boolean {
  return status === 404 || status === 405 || (status >= 300 && status < 400)
}

/** Of the client errors, those that do not pass. */
function isRefusal({ status }: HttpResponse): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429
}

function unspoken({ endpoint }: Session): never {
  throw new OciError(
    'RESPONSE_INVALID',
    `${endpoint.registry} has the referrers API of ORAS, but denied it for one of the digests in ${endpoint.repository}`,
  )
}
