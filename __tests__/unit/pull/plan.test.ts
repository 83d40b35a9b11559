import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { TITLE } from '../../../src/oci/annotations.ts'
import { parseDigest } from '../../../src/oci/digest.ts'
import { emptyConfig } from '../../../src/oci/pack.ts'
import { nameKey } from '../../../src/oci/title.ts'
import type { Artifact } from '../../../src/pull/artifacts.ts'
import { LISTING, planPull } from '../../../src/pull/plan.ts'
import { createMemoryRepository } from '../../support/memory-repository.ts'
import { pathLikeText } from '../../support/path-like-text.ts'
import { digestOfName } from '../../support/sample-graph.ts'
import { layerOf, type TestFile } from '../../support/titled-artifact.ts'

const reader = createMemoryRepository()
const limits = { maxFiles: 100, maxBytes: 1000 }

function artifact(
  name: string,
  files: readonly TestFile[],
  given: Partial<Artifact> = {},
): Artifact {
  const digest = digestOfName(name)
  const reference = `${reader.name}@${digest}`
  return { reader, reference, digest, folder: [], files: files.map(layerOf), ...given }
}

function pathsOf(...artifacts: readonly Artifact[]): readonly string[] {
  return planPull(artifacts, limits).map(({ names }) => names.join('/'))
}

describe('a file goes', () => {
  test('by its title, into the folder of its artifact', () => {
    const files = [{ text: 'x', title: 'dir/x.txt' }]
    expect(pathsOf(artifact('a', files, { folder: ['a-b', '012'] }))).toEqual(['a-b/012/dir/x.txt'])
  })

  test('without a title by its digest and media type, and has that for a title', () => {
    const [file] = planPull([artifact('a', [{ text: 'x', mediaType: 'a/b+json' }])], limits)
    expect(file?.title).toMatch(/^[0-9a-f]{12}\.json$/)
    expect(file?.names).toEqual([file?.title])
    expect(pathsOf(artifact('a', [{ text: 'x', title: '' }]))[0]).toMatch(/^[0-9a-f]{12}\.txt$/)
  })

  test('nowhere where the layer only stands for no content', () => {
    const { mediaType, digest, size } = emptyConfig.descriptor
    const empty = { mediaType, digest, size }
    expect(pathsOf(artifact('a', [], { files: [empty] }))).toEqual([])
    const titled = { ...empty, annotations: { [TITLE]: 'empty.json' } }
    expect(pathsOf(artifact('a', [], { files: [titled] }))).toEqual(['empty.json'])
  })

  test('to several places under several titles', () => {
    const files = [
      { text: 'x', title: 'a' },
      { text: 'x', title: 'b' },
    ]
    expect(pathsOf(artifact('a', files))).toEqual(['a', 'b'])
  })

  test('to one place where a layer is there twice, as a cosign image that is signed twice has it', () => {
    const twice = [{ text: 'payload' }, { text: 'payload' }]
    expect(pathsOf(artifact('a', twice))).toHaveLength(1)
  })

  test('once where its artifact is found twice', () => {
    const files = [{ text: 'x', title: 'x' }]
    const again = artifact('a', files, { folder: ['elsewhere'] })
    expect(pathsOf(artifact('a', files), again)).toEqual(['x'])
  })
})

describe('nothing is pulled', () => {
  test.each([
    ['a title that leads elsewhere', [{ text: 'x', title: '../x' }], '"../x": it leads out of'],
    [
      'two titles alike',
      [
        { text: 'x', title: 'a' },
        { text: 'y', title: 'a' },
      ],
      '"a": it takes the place of "a" of',
    ],
    [
      'two titles alike but for case and form',
      [
        { text: 'x', title: 'é' },
        { text: 'x', title: 'E\u0301' },
      ],
      'it takes the place of "é" of',
    ],
    [
      'a file in the place of a folder',
      [
        { text: 'x', title: 'a/b' },
        { text: 'y', title: 'A' },
      ],
      '"A": it takes the place of a folder of other files',
    ],
    [
      'a folder in the place of a file',
      [
        { text: 'x', title: 'a' },
        { text: 'y', title: 'a/b' },
      ],
      '"a/b": it takes the place of "a" of',
    ],
    [
      'a file in the place of the listing',
      [{ text: 'x', title: 'PULLED.json' }],
      '"PULLED.json": it takes the place of pulled.json',
    ],
    [
      'a folder in the place of the listing',
      [{ text: 'x', title: `${LISTING}/a` }],
      'it takes the place of pulled.json',
    ],
  ])('because of %s, and the error names title and artifact', (_what, files, message) => {
    const { reference } = artifact('a', [])
    const plan = () => pathsOf(artifact('a', files))
    expect(plan).toThrow(expect.objectContaining({ code: 'TITLE_INVALID' }))
    expect(plan).toThrow(message)
    expect(plan).toThrow(`${reference} has a file titled `)
  })

  test('because of titles of two artifacts that are alike', () => {
    const [one, other] = ['x', 'y'].map((text) => artifact(text, [{ text, title: 'a' }]))
    expect(() => one && other && pathsOf(one, other)).toThrow(
      `it takes the place of "a" of ${one?.reference}`,
    )
  })

  test.each(['..', 'con', 'a.', '.git'])('because of the artifact type %s', (type) => {
    const files = [{ text: 'x', title: 'x' }]
    const plan = () => pathsOf(artifact('a', files, { folder: [type, '0123'] }))
    expect(plan).toThrow(expect.objectContaining({ code: 'TITLE_INVALID' }))
    expect(plan).toThrow(`the artifact type of ${artifact('a', []).reference} makes no folder`)
  })

  test('because of a digest that nothing can be verified by', () => {
    const digest = parseDigest('md5:../../x'.replaceAll(/[./]/g, '_'))
    const files = [{ mediaType: 'a/b', digest, size: 1 }]
    expect(() => pathsOf(artifact('a', [], { files }))).toThrow(
      expect.objectContaining({ code: 'DIGEST_INVALID' }),
    )
  })

  test.each([
    [{ maxFiles: 1, maxBytes: 10 }, '2 files are to be pulled, more than 1', 'pull-max-files'],
    [{ maxFiles: 2, maxBytes: 6 }, '7 bytes are to be pulled, more than 6', 'pull-max-bytes'],
  ])('beyond the limits %j', (given, message, option) => {
    const files = [
      { text: 'abc', title: 'a' },
      { text: 'defg', title: 'b' },
    ]
    expect(planPull([artifact('a', files)], { maxFiles: 2, maxBytes: 7 })).toHaveLength(2)
    expect(() => planPull([artifact('a', files)], given)).toThrow(
      expect.objectContaining({
        code: 'LIMIT_EXCEEDED',
        message,
        advice: expect.stringContaining(option),
      }),
    )
  })
})

test('whatever the titles, no two files are in one place, and none is that of the listing', () => {
  const titles = fc.array(pathLikeText, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(titles, (each) => {
      const files = each.map((title, at) => ({ text: `${at}`, title }))
      let paths: readonly string[]
      try {
        paths = pathsOf(artifact('a', files))
      } catch (error) {
        expect(error).toMatchObject({ code: 'TITLE_INVALID' })
        return
      }
      const keys = paths.map((path) => path.split('/').map(nameKey).join('/'))
      expect(new Set([...keys, LISTING]).size).toBe(files.length + 1)
      for (const key of keys) {
        expect(keys.filter((other) => other.startsWith(`${key}/`))).toEqual([])
      }
    }),
    { numRuns: 1000 },
  )
})
