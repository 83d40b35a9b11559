import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { parseCommand } from '../../../src/cli/parse.ts'
import { commandPolicy } from '../../../src/cli/policy.ts'
import { parsePolicy, policyOfTypes } from '../../../src/policy/parse.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const FILE = 'FILE'

/** Returns how the policy is read of a command with the options, in which FILE is one with the text. */
async function readerOf(options: readonly string[], text = '', stdin = '', verb = 'gate') {
  const file = join(directory(), 'policy.yml')
  await writeFile(file, text)
  const command = parseCommand([
    verb,
    ...options.map((option) => option.replace(FILE, file)),
    'r.example/a:1',
  ])
  if (command.kind !== 'job') throw new Error('no job')
  return commandPolicy(command, Readable.from([Buffer.from(stdin)]))
}

describe('the policy of a command', () => {
  test.each([
    [[`--require=${FILE}`], '- sbom', ''],
    [['--require', FILE], '- sbom', '- vex'],
    [['--require=-'], '', '- sbom'],
    [['--require', '-', '-u', 'pat'], '', '- sbom'],
  ])('is what %j names', async (options, text, stdin) => {
    const read = await readerOf(options, text, stdin)
    expect(read()).toEqual(parsePolicy('- sbom'))
  })

  test('is a list of types', async () => {
    const read = await readerOf(['--require-type', 'sbom', '--require-type', 'a/b'])
    expect(read()).toEqual(policyOfTypes(['sbom', 'a/b']))
  })

  test.each(['pull', 'discover'])('of %s is none, unless one is named', async (verb) => {
    expect((await readerOf([], '', '', verb))()).toBeUndefined()
  })

  test('is needed by a gate', async () => {
    await expect(readerOf([])).rejects.toMatchObject({
      name: 'UsageError',
      message: 'gate needs --require FILE or --require-type TYPE',
      verb: { name: 'gate' },
    })
  })

  test.each([
    [['--require=FILE', '--require-type=sbom'], 'require-type', /both given/],
    [['--require='], 'require', /name of the file is empty/],
    [['--require-type='], 'require-type', /empty/],
    [['--require=-', '-p'], 'require', /standard input is the password/],
    [['--require=/nonexistent/policy.yml'], 'require', /^cannot read .*ENOENT/],
    [['--require=FILE'], 'require', /^line 1, column 1: the policy is empty/],
    [['--require=-'], 'require', /^line 1, column 1: the policy is empty/],
  ])('%j is an error of its input', async (options, input, message) => {
    const read = await readerOf(options)
    expect(read).toThrow(
      expect.objectContaining({
        name: 'InputError',
        input,
        message: expect.stringMatching(message),
      }),
    )
  })

  test('is read from standard input no further than any policy goes', async () => {
    const read = await readerOf(['--require=-'], '', '#'.repeat(1024 * 1024 + 1))
    expect(read).toThrow(expect.objectContaining({ input: 'require' }))
  })
})
