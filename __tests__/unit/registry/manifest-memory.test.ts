import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../src/oci/digest.ts'
import type { Encoded } from '../../../src/oci/encoded.ts'
import type { Manifest } from '../../../src/oci/manifest.ts'
import { createManifestMemory } from '../../../src/registry/manifest-memory.ts'
import { MAX_MANIFESTS_BYTES } from '../../../src/repository/manifest-budget.ts'
import { artifactOn } from '../../support/artifacts.ts'
import { testImage } from '../../support/test-image.ts'

const { descriptor: subject } = testImage()
const { manifest } = artifactOn(subject, 'note')

/** A manifest that is said to have the size. */
function sized(name: string, size: number): Encoded<Manifest> {
  const digest = digestOf(new TextEncoder().encode(name))
  return { ...manifest, descriptor: { ...manifest.descriptor, digest, size } }
}

describe('the manifests of a run', () => {
  const eighth = MAX_MANIFESTS_BYTES / 8

  test('are at hand, the first ones, as far as there is room', () => {
    const memory = createManifestMemory('registry.test/app')
    const [first, second, third] = ['1', '2', '3'].map((name) => sized(name, eighth))
    for (const each of [first, second, third]) if (each) expect(memory.keep(each)).toBe(each)
    const atHand = [first, second, third].map((each) => each && memory.get(each.descriptor.digest))
    expect(atHand).toEqual([first, second, undefined])
  })

  test('are too many where they have more bytes than any graph, each counted once', () => {
    const memory = createManifestMemory('registry.test/app')
    for (let at = 0; at < 100; at += 1) memory.keep(sized(`${at % 8}`, eighth))
    expect(() => memory.keep(sized('one more', 1))).toThrow(
      expect.objectContaining({
        code: 'LIMIT_EXCEEDED',
        message: expect.stringContaining('registry.test/app'),
      }),
    )
  })
})
