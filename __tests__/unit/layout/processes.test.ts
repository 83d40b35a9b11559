import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openLayout } from '../../../src/layout/repository.ts'
import { pushImage } from '../../support/artifacts.ts'
import { makeLayout } from '../../support/layout.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const writer = join(import.meta.dirname, '../../support/layout-writer.ts')

test('two processes that attach 20 artifacts each at once lose none', async () => {
  await makeLayout(directory())
  const repository = await openLayout(directory(), { access: 'write' })
  const image = await pushImage(repository, 'v1')
  const statuses = await Promise.all(['left', 'right'].map((name) => runWriter(name, 20)))
  expect(statuses).toEqual([0, 0])
  const listed = await repository.listReferrers(image)
  expect(listed).toHaveLength(40)
  const files = await readdir(directory(), { recursive: true })
  expect(files.filter((file) => /lock|tmp/.test(file))).toEqual([])
})

async function runWriter(name: string, count: number): Promise<number> {
  const child = spawn(process.execPath, [writer, directory(), name, String(count)], {
    stdio: 'inherit',
  })
  const [status] = await once(child, 'exit')
  return status
}
