import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createStatementReader, type Statement, statementOf } from '../../../src/gate/statement.ts'
import { Unreadable } from '../../../src/gate/unreadable.ts'
import { type Digest, digestOf } from '../../../src/oci/digest.ts'
import { statementAbout } from '../../support/gathered-image.ts'
import { digestOfName } from '../../support/sample-graph.ts'

const app = digestOfName('app')
const time = '2026-01-02T03:04:05Z'

function read(statement: object, isKnown: (digest: Digest) => boolean = () => true): Statement {
  return statementOf(Buffer.from(JSON.stringify(statement)), isKnown)
}

describe('the time that a statement states', () => {
  const all = {
    runDetails: { metadata: { finishedOn: 'run' } },
    metadata: { buildFinishedOn: 'build', scanFinishedOn: 'scan', timestamp: 'bom' },
    creationInfo: { created: 'spdx' },
    timestamp: 'vex',
  }

  test.each([
    ['https://slsa.dev/provenance/v1', 'run'],
    ['https://slsa.dev/provenance/v0.2', 'build'],
    ['https://slsa.dev/provenance/v0.1', 'build'],
    ['https://cosign.sigstore.dev/attestation/vuln/v1', 'scan'],
    ['cosign.sigstore.dev/attestation/vuln/v1', 'scan'],
    ['https://in-toto.io/attestation/vulns/v0.2', 'scan'],
    ['https://spdx.dev/Document', 'spdx'],
    ['https://spdx.dev/Document/v2.3', 'spdx'],
    ['https://cyclonedx.org/bom', 'bom'],
    ['https://cyclonedx.org/bom/v1.6', 'bom'],
    ['https://openvex.dev/ns/v0.2.0', 'vex'],
    ['https://openvex.dev/nsx', undefined],
    ['https://example.com/custom', undefined],
  ])('is where a predicate of the type %s has it: %s', (predicateType, expected) => {
    expect(read(statementAbout([app], predicateType, all)).stated).toBe(expected)
    expect(read(statementAbout([app], predicateType)).stated).toBeUndefined()
  })

  test('is none where it is no text', () => {
    const predicate = { timestamp: [time, { timestamp: time }] }
    expect(read(statementAbout([app], 'https://openvex.dev/ns', predicate)).stated).toBeUndefined()
  })
})

describe('what a statement is about', () => {
  test('is told by every digest that can be verified, each once, and by nothing else', () => {
    const sha512 = digestOf(Buffer.from('app'), 'sha512')
    const subject = [
      {
        name: app,
        digest: { sha256: app.slice(7), sha512: sha512.slice(7), gitCommit: 'a'.repeat(40) },
      },
      { name: 'again', digest: { sha256: app.slice(7) } },
      { name: 'short', digest: { sha256: 'abc' } },
      { name: 'upper', digest: { sha256: 'A'.repeat(64) } },
      { name: 'no text', digest: { sha256: 1 } },
      { uri: 'https://example.com' },
    ]
    const predicate = { subject: [{ digest: { sha256: 'b'.repeat(64) } }] }
    expect(read({ ...statementAbout([], 'a', predicate), subject }).about).toEqual([app, sha512])
  })

  test('is all that matters here, however much else there is, and some of that', () => {
    const strangers = Array.from({ length: 1000 }, (_, at) => digestOfName(`${at}`))
    const { about } = read(statementAbout([...strangers, app]), (digest) => digest === app)
    expect(about).toEqual([app, ...strangers.slice(0, 3)])
  })
})

test('is the same wherever its bytes are cut', () => {
  const bytes = Buffer.from(
    JSON.stringify(statementAbout([app], 'https://openvex.dev/ns', { timestamp: time })),
  )
  const whole = statementOf(bytes, () => true)
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
      const reader = createStatementReader(() => true)
      const ends = [...cuts.sort((a, b) => a - b), bytes.length]
      ends.forEach((end, at) => {
        reader.write(bytes.subarray(at === 0 ? 0 : ends[at - 1], end))
      })
      expect(reader.end()).toEqual(whole)
    }),
  )
})

test('is either read or said to be unreadable, whatever is altered', () => {
  const text = JSON.stringify(statementAbout([app]))
  const alteration = fc.tuple(fc.nat(text.length), fc.nat(3), fc.string({ maxLength: 3 }))
  fc.assert(
    fc.property(alteration, ([at, removed, inserted]) => {
      const altered = text.slice(0, at) + inserted + text.slice(at + removed)
      try {
        statementOf(Buffer.from(altered), () => true)
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable)
      }
    }),
  )
})
