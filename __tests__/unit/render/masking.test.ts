import { describe, expect, test } from '@jest/globals'
import { readJob } from '../../../src/inputs/job.ts'
import { masking } from '../../../src/render/masking.ts'
import { inputSource } from '../../support/input-source.ts'

const job = readJob(inputSource({ image: 'registry.example/team/app:nightly' }))

describe('a secret', () => {
  test.each([
    ['is masked', 'correct horse battery', ['correct horse battery']],
    [
      'of several lines is masked line by line, but not a lone brace',
      '{\n  "private_key": "abc",\n}\n',
      ['"private_key": "abc",'],
    ],
    ['that is a word of the image is not masked: it would blank the outputs', 'team', []],
    ['that is a tag is not masked', 'nightly', []],
    ['that may be part of any digest is not masked', 'deadbeef', []],
    ['that begins like a digest is not masked', 'sha256', []],
    ['that is too short to be one is not masked', 'abc', []],
    ['of many hexadecimal digits is masked', '0123456789abc', ['0123456789abc']],
  ])('%s', (_name, secret, masked) => {
    const texts: string[] = []
    masking(job, (text) => texts.push(text))(secret)
    expect(texts).toEqual(masked)
  })
})
