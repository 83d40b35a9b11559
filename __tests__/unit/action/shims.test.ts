import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { shimsOf } from '../../../src/action/shims.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const isWindows = process.platform === 'win32'

describe('the files on the PATH', () => {
  test('are a shell script', () => {
    expect(shimsOf('/opt/node', '/tools/cli.js', 'linux')).toEqual([
      { name: 'oras-attach', text: `#!/bin/sh\nexec '/opt/node' '/tools/cli.js' "$@"\n` },
    ])
  })

  test('on Windows are that with slashes, and a batch file', () => {
    expect(shimsOf('C:\\a b\\node.exe', 'C:\\50%\\cli.js', 'win32')).toEqual([
      { name: 'oras-attach', text: `#!/bin/sh\nexec 'C:/a b/node.exe' 'C:/50%/cli.js' "$@"\n` },
      { name: 'oras-attach.cmd', text: '@"C:\\a b\\node.exe" "C:\\50%%\\cli.js" %*\r\n' },
    ])
  })

  ;(isWindows ? test.skip : test)(
    'hand on every argument and the exit status, whatever the paths look like',
    async () => {
      const folder = join(directory(), `it's $HOME "here"`)
      await mkdir(folder)
      const script = join(folder, 'cli.cjs')
      await writeFile(
        script,
        'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3',
      )
      for (const { name, text } of shimsOf(process.execPath, script, 'linux')) {
        await writeFile(join(folder, name), text, { mode: 0o755 })
      }
      const args = ['push', 'a b', '$HOME', "'", '']
      const running = promisify(execFile)('oras-attach', args, {
        env: { PATH: `${folder}${delimiter}/usr/bin${delimiter}/bin` },
      })
      await expect(running).rejects.toMatchObject({ code: 3, stdout: `${JSON.stringify(args)}\n` })
    },
  )
})
