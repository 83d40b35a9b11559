import { expect, test } from '@jest/globals'
import { InputError, OciError } from '../../../src/oci/error.ts'
import { tellingSoFar } from '../../../src/oci/so-far.ts'

test('what succeeds is returned, and nothing told', async () => {
  const tell = (): string => {
    throw new Error('nobody asked')
  }
  expect(await tellingSoFar(tell, async () => 7)).toBe(7)
})

test('an error stays what it is, and also says how far it had come when it was thrown', async () => {
  let done = 0
  const cause = new OciError('DENIED', 'not allowed', { advice: 'Log in.', status: 403 })
  const failing = tellingSoFar(
    () => `${done} of 2 are there`,
    async () => {
      done += 1
      throw cause
    },
  )
  await expect(failing).rejects.toMatchObject({
    code: 'DENIED',
    message: 'not allowed; 1 of 2 are there',
    advice: 'Log in.',
    status: 403,
    cause,
  })
})

test.each([new InputError('pull-to', 'is a file'), new Error('ENOSPC')])(
  'but %p is left alone',
  async (error) => {
    const failing = tellingSoFar(
      () => 'far',
      () => Promise.reject(error),
    )
    await expect(failing).rejects.toBe(error)
  },
)
