import { describe, expect, test } from '@jest/globals'
import { policyReader, readGateRequest } from '../../../src/inputs/gate.ts'
import { readJob } from '../../../src/inputs/job.ts'
import { parsePolicy } from '../../../src/policy/parse.ts'
import { inputSource } from '../../support/input-source.ts'

const image = 'ghcr.io/org/app:1'
const policy = parsePolicy('[sbom, vex]')

describe('what images must carry', () => {
  test('is nothing without a policy', async () => {
    const source = inputSource({ image })
    expect(readJob(source, { policy: await policyReader(source) })).not.toHaveProperty('gate')
  })

  test('is the policy, with the trusted root if one is given', async () => {
    const source = inputSource({ image, require: '- sbom\n- vex\n' })
    const read = await policyReader(source)
    expect(readJob(source, { policy: read }).gate).toEqual({ policy })
    expect(readGateRequest(inputSource({ 'trusted-root': 'root.json' }), read)).toEqual({
      policy,
      trustedRoot: 'root.json',
    })
  })

  test('is told with the other problems, where it is none', async () => {
    const source = inputSource({ image, require: '- sbon', depth: 'x' })
    const read = await policyReader(source)
    expect(() => readJob(source, { policy: read })).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({
            input: 'require',
            message: expect.stringMatching(/^line 1, column 3: /),
          }),
          expect.objectContaining({ input: 'depth' }),
        ],
      }),
    )
  })

  test.each(['   ', '# sbom', '[]'])('cannot be %j, which would pass everything', async (text) => {
    const read = await policyReader({ value: () => text, values: () => [] })
    expect(read).toThrow(expect.objectContaining({ input: 'require' }))
  })

  test('cannot be nothing beside a trusted root', () => {
    const source = inputSource({ 'trusted-root': 'root.json' })
    expect(() => readGateRequest(source, () => undefined)).toThrow(
      expect.objectContaining({ name: 'InputError', input: 'trusted-root' }),
    )
  })
})
