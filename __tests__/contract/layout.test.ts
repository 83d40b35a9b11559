import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLayout } from '../../src/layout/repository.ts'
import { blobPath, makeLayout } from '../support/layout.ts'
import { describeRepository } from './repository.ts'

describeRepository('layout', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'oras-attach-'))
  await makeLayout(directory)
  const another = () => openLayout(directory, { access: 'write' })
  return {
    repository: await another(),
    another,
    corrupt: (digest, bytes) => writeFile(blobPath(directory, digest), bytes),
    close: () => rm(directory, { recursive: true }),
  }
})
