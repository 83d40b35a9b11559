import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { jobOn, succeed } from '../support/job.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

test.each([
  ['a:b.txt', '"a:b.txt" cannot be pulled under its name: it has a colon'],
  ['aux.txt', '"aux.txt" cannot be pulled under its name: it names a device of Windows'],
])('a file named %s is attached with a warning, for a pull refuses it', async (name, warning) => {
  const registry = await start()
  registry.putImage('app', { tag: '1' })
  const file = join(directory(), name)
  await writeFile(file, 'a report')
  const attach = { files: [file], artifactType: 'text/x-report' }
  const { attached, warnings } = await succeed(jobOn(`${registry.host}/app:1`, { attach }))
  expect(attached).toMatchObject([{ status: 'pushed' }])
  expect(warnings).toEqual([warning])
})
