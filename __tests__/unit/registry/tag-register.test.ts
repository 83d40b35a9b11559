import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../src/oci/digest.ts'
import { OciError } from '../../../src/oci/error.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { entriesFor, WRITE_TOKEN } from '../../../src/oci/referrers-index.ts'
import { referrersTag } from '../../../src/oci/referrers-tag.ts'
import type { Session } from '../../../src/registry/session.ts'
import { tagRegister } from '../../../src/registry/tag-register.ts'
import type { HttpRequest, Send } from '../../../src/transport/http.ts'
import { artifactOn } from '../../support/artifacts.ts'
import { testImage } from '../../support/test-image.ts'
import { type Answer, scripted } from '../transport/scripted-send.ts'

const subject = testImage().descriptor
const tag = referrersTag(subject.digest)
const added = entriesFor([artifactOn(subject, 'one').manifest])
const LONG = 60_000

const forbidden: Send = async () => {
  throw new Error('this is not sent so')
}

/** The tag at a registry that reading and writing reach in these ways. */
function registerOver({ send = forbidden, sendOnce = forbidden }: Partial<Session>) {
  const endpoint = {
    registry: 'registry.example',
    repository: 'app',
    origin: new URL('https://registry.example/'),
  }
  const session: Session = {
    endpoint,
    send,
    sendOnce,
    retrying: (operation) => operation(),
    tidying: (work) => work(),
    sleep: async () => undefined,
    now: () => 0,
    onRetry: () => undefined,
    referrersMode: 'auto',
  }
  return tagRegister(session, subject.digest)
}

const absent = { index: { kind: 'absent' }, revision: undefined, entries: new Map() } as const

/** Adds an artifact to a list that is not there yet, and returns what became of that. */
async function put(register: ReturnType<typeof registerOver>, deadlineMs = LONG) {
  const { revision, send } = register.draft(absent, added)
  return { revision, unclear: await send(deadlineMs) }
}

async function written({ body }: HttpRequest): Promise<Buffer> {
  return Buffer.concat((await body?.open().toArray()) ?? [])
}

describe('a write of the referrers tag', () => {
  test('is one urgent request with a token of its own, also for the same content', async () => {
    const { send, requests } = scripted(() => ({ status: 201 }))
    const register = registerOver({ sendOnce: send })
    const writes = [await put(register), await put(register)]
    expect(requests).toMatchObject(
      Array.from({ length: 2 }, () => ({
        method: 'PUT',
        url: new URL(`https://registry.example/v2/app/manifests/${tag}`),
        headers: { 'content-type': OCI_IMAGE_INDEX },
        urgent: true,
      })),
    )
    const bodies = await Promise.all(requests.map(written))
    expect(writes).toEqual(bodies.map((body) => ({ revision: digestOf(body) })))
    expect(writes[0]).not.toEqual(writes[1])
    const [first, second] = bodies.map((body) => JSON.parse(body.toString()))
    expect(first.manifests).toEqual(second.manifests)
    expect(Object.keys(first.annotations)).toEqual([WRITE_TOKEN])
  })

  const unclear: readonly (readonly [string, Answer | Error])[] = [
    ['an answer 408', { status: 408 }],
    ['an answer 429', { status: 429 }],
    ['an answer 500', { status: 500 }],
    ['an answer 503', { status: 503 }],
    ['a broken connection', new OciError('CONNECTION_FAILED', 'broken')],
    ['no answer in time', new OciError('TIMEOUT', 'too late')],
  ]

  test.each(unclear)('is unclear after %s, and known by its revision', async (_, answer) => {
    const { send, requests } = scripted(() => answer)
    const result = await put(registerOver({ sendOnce: send }))
    expect(requests).toHaveLength(1)
    expect(result).toEqual({
      revision: expect.stringMatching(/^sha256:/),
      unclear: { error: expect.any(OciError) },
    })
  })

  test('says when the registry wants to be asked again', async () => {
    const { send } = scripted(() => ({ status: 429, headers: { 'retry-after': '7' } }))
    const { unclear } = await put(registerOver({ sendOnce: send }))
    expect(unclear).toMatchObject({ retryAfterMs: 7000, error: { code: 'TOOMANYREQUESTS' } })
  })

  test.each([
    ['an answer 400', { status: 400 }],
    ['an answer 403', { status: 403 }],
    ['an answer 501', { status: 501 }],
    ['the end of the job', new OciError('CANCELLED', 'cancelled')],
  ])('is refused for good by %s', async (_, answer) => {
    const { send } = scripted(() => answer)
    const writing = put(registerOver({ sendOnce: send }))
    await expect(writing).rejects.toBeInstanceOf(OciError)
  })

  test('is cut off at its deadline', async () => {
    const sendOnce: Send = ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
    const { unclear } = await put(registerOver({ sendOnce }), 1)
    expect(unclear?.error).toMatchObject({
      code: 'TIMEOUT',
      message: `writing the tag ${tag} took longer than 1 ms`,
    })
  })
})

describe('a read of the referrers tag', () => {
  test.each(['urgent', 'none'] as const)('is a usual request, of urgency %s', async (urgency) => {
    const { send, requests } = scripted(() => ({ status: 404 }))
    expect(await registerOver({ send }).read(urgency)).toEqual(absent)
    expect(requests).toMatchObject([{ method: 'GET', urgent: urgency === 'urgent' }])
  })

  test('of something else than a list is an error', async () => {
    const headers = { 'content-type': OCI_IMAGE_MANIFEST }
    const body = Buffer.from(testImage().manifests[0]?.bytes ?? []).toString()
    const { send } = scripted(() => ({ headers, body }))
    await expect(registerOver({ send }).read('none')).rejects.toMatchObject({
      code: 'MANIFEST_INVALID',
      message: expect.stringContaining(`the tag ${tag} holds a ${OCI_IMAGE_MANIFEST}`),
    })
  })
})
