import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'

const root = fileURLToPath(new URL('../..', import.meta.url))

const secondLevel = [
  '├── application/spdx\\+json',
  '│   └── sha256:[0-9a-f]{64}',
  '│       └── application/vnd\\.example\\.signature\\+json',
  '│           └── sha256:[0-9a-f]{64}',
]

test('npm run demo shows the graph, with the signature below the SBOM', async () => {
  const { stdout } = await promisify(execFile)('npm', ['run', 'demo'], { cwd: root })

  const tree = stdout.slice(stdout.indexOf('Outputs of the last step'))
  expect(tree).toMatch(new RegExp(secondLevel.join('\n')))
  expect(tree).toContain('── application/vnd.cyclonedx+json')
  expect(tree).toContain('── application/sarif+json')
})
