import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../src/oci/digest.ts'
import type { Encoded } from '../../../src/oci/encoded.ts'
import type { Manifest } from '../../../src/oci/manifest.ts'
import {
  createManifestBudget,
  MAX_MANIFESTS_BYTES,
  MAX_MANIFESTS_VALUES,
} from '../../../src/repository/manifest-budget.ts'
import { artifactOn } from '../../support/artifacts.ts'
import { testImage } from '../../support/test-image.ts'

const { manifest } = artifactOn(testImage().descriptor, 'note')

/** A manifest that is said to have the size, and has the values. */
function filled(name: string, size: number, values = 1): Encoded<Manifest> {
  const digest = digestOf(Buffer.from(name))
  const bytes = Buffer.from(`[${Array.from({ length: values - 1 }, () => '0').join(',')}]`)
  return { ...manifest, bytes, descriptor: { ...manifest.descriptor, digest, size } }
}

const tooMuch = (limit: number) =>
  expect.objectContaining({
    code: 'LIMIT_EXCEEDED',
    message: expect.stringContaining(`the manifests of here have more than ${limit}`),
    advice: 'Split it.',
  })

describe('the manifests of a run', () => {
  test('may have bytes up to a limit, each counted once', () => {
    const { spend } = createManifestBudget('here', 'Split it.')
    const half = MAX_MANIFESTS_BYTES / 2
    expect([spend(filled('a', half)), spend(filled('a', half)), spend(filled('b', half))]).toEqual([
      half,
      half,
      MAX_MANIFESTS_BYTES,
    ])
    expect(() => spend(filled('c', 1))).toThrow(tooMuch(MAX_MANIFESTS_BYTES))
  })

  test('may have values up to a limit, each counted once', () => {
    const { spend } = createManifestBudget('here', 'Split it.')
    const half = MAX_MANIFESTS_VALUES / 2
    for (const name of ['a', 'a', 'b']) spend(filled(name, 1, half))
    expect(() => spend(filled('c', 1))).toThrow(tooMuch(MAX_MANIFESTS_VALUES))
  })
})
