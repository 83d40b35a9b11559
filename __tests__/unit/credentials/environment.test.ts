import { expect, test } from '@jest/globals'
import { helperEnvironment } from '../../../src/credentials/environment.ts'

test("a helper gets everything but the runner's tokens and the inputs", () => {
  const passed = { PATH: '/bin', HOME: '/home/me', AWS_ACCESS_KEY_ID: 'id', MY_INPUT_X: 'x' }
  const held = {
    ACTIONS_RUNTIME_TOKEN: 'secret',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
    INPUT_PASSWORD: 'secret',
    'INPUT_GITHUB-TOKEN': 'secret',
    Input_Password: 'secret',
    UNSET: undefined,
  }
  expect(helperEnvironment({ ...passed, ...held })).toEqual(passed)
})
