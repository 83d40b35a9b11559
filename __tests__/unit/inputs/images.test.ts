import { describe, expect, test } from '@jest/globals'
import { readImages } from '../../../src/inputs/images.ts'
import { InputProblems } from '../../../src/oci/problems.ts'
import { formatReference } from '../../../src/oci/reference.ts'
import { inputSource } from '../../support/input-source.ts'

const digest = `sha256:${'a'.repeat(64)}`
const other = `sha256:${'b'.repeat(64)}`

const read = (image: string, pin?: string) =>
  readImages(inputSource({ image, ...(pin !== undefined && { digest: pin }) })).map(formatReference)

describe('images', () => {
  test.each([
    ['a tag', 'ghcr.io/org/app:1.0', undefined, ['ghcr.io/org/app:1.0']],
    ['a digest', `ghcr.io/org/app@${digest}`, undefined, [`ghcr.io/org/app@${digest}`]],
    ['a layout', 'oci-layout://./out:1.0', undefined, ['oci-layout://./out:1.0']],
    [
      'the lines of docker/metadata-action, blank ones and spaces aside',
      '  ghcr.io/org/app:1\n\n ghcr.io/org/app:1.0 \r\ndocker.io/org/app:1\n',
      undefined,
      ['ghcr.io/org/app:1', 'ghcr.io/org/app:1.0', 'docker.io/org/app:1'],
    ],
    [
      'lines pinned by digest, each repository once',
      'ghcr.io/org/app:1\nghcr.io/org/app:1.0\norg/app:1\nghcr.io/org/app',
      digest,
      [`ghcr.io/org/app@${digest}`, `docker.io/org/app@${digest}`],
    ],
    ['the same line twice', 'org/app:1\ndocker.io/org/app:1', undefined, ['docker.io/org/app:1']],
    [
      'a line that has the digest already',
      `org/app@${digest}`,
      digest,
      [`docker.io/org/app@${digest}`],
    ],
  ])('%s', (_name, image, pin, expected) => {
    expect(read(image, pin)).toEqual(expected)
  })

  test('keep the tag beside the digest', () => {
    const [image] = readImages(inputSource({ image: 'org/app:1', digest }))
    expect(image).toMatchObject({ tag: '1', digest })
  })

  test.each([
    ['none', ' \n ', undefined, 'image', 'no image is given'],
    ['no tag and no digest', 'ghcr.io/org/app', undefined, 'image', 'neither a tag nor a digest'],
    ['no reference', 'ghcr.io/org/app:!', undefined, 'image', 'is not a tag'],
    ['another digest', `org/app@${other}`, digest, 'digest', `has another digest than ${digest}`],
    ['no digest as digest', 'org/app:1', 'sha256:abc', 'digest', '"sha256:abc" is not a digest'],
  ])('that name %s are an error with a way out', (_name, image, pin, input, message) => {
    expect(() => read(image, pin)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        input,
        message: expect.stringContaining(message),
      }),
    )
  })

  test('are all checked', () => {
    const attempt = () => read('ghcr.io/a b:1\nghcr.io/ok:1\nghcr.io/App:1', 'x')
    expect(attempt).toThrow(InputProblems)
    expect(attempt).toThrow('3 inputs are wrong')
  })
})
