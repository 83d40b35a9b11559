import { describe, expect, test } from '@jest/globals'
import { orasLegacy } from '../../../src/conventions/oras-legacy.ts'
import { referrers } from '../../../src/conventions/referrers.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { OciError } from '../../../src/oci/error.ts'
import { artifactOn } from '../../support/artifacts.ts'
import { listed, readerOf } from '../../support/reader-of.ts'

const subject = { mediaType: 'a/b', digest: digestOf(new Uint8Array()), size: 0 }
const own = artifactOn(subject, 'own').manifest
const foreign = artifactOn(own.descriptor, 'foreign').manifest
const gone = artifactOn(subject, 'gone').manifest

describe.each([
  { name: 'referrers', convention: referrers, method: 'listReferrers' },
  { name: 'those of ORAS', convention: orasLegacy, method: 'listOrasReferrers' },
] as const)('$name that are listed', ({ convention, method }) => {
  const list = listed(own.descriptor, foreign.descriptor, gone.descriptor)
  const reader = { ...readerOf([own, foreign], new Map()), [method]: async () => list }

  test('are bound by the subject of their manifests, not by the list', async () => {
    const findings = await convention(subject, reader)
    expect(findings.map(({ descriptor, sources }) => ({ descriptor, sources }))).toEqual(list)
    expect(await Promise.all(findings.map((finding) => finding.prove()))).toEqual([
      { manifest: own },
      { refusal: expect.stringContaining('does not name it as its subject') },
      { refusal: expect.stringContaining('is gone') },
    ])
  })

  test('are an error where the list or a manifest cannot be read', async () => {
    const denied = new OciError('DENIED', 'not yours')
    const refuse = () => Promise.reject(denied)
    await expect(convention(subject, { ...reader, [method]: refuse })).rejects.toBe(denied)
    const [first] = await convention(subject, { ...reader, fetchManifest: refuse })
    await expect(first?.prove()).rejects.toBe(denied)
  })
})
