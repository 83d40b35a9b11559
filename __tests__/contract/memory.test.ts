import { createMemoryRepository } from '../support/memory-repository.ts'
import { describeRepository } from './repository.ts'

describeRepository('memory', async () => {
  const repository = createMemoryRepository()
  return {
    repository,
    another: async () => repository,
    corrupt: async (digest, bytes) => repository.corrupt(digest, bytes),
    close: async () => {},
  }
})
