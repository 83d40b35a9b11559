/** Run as a process: attaches COUNT artifacts, all at once, to the image tagged v1 in the layout. */
import { openLayout } from '../../src/layout/repository.ts'
import { pushArtifacts } from './artifacts.ts'

const [path = '', prefix = '', count = '0'] = process.argv.slice(2)

await Promise.all(
  Array.from({ length: Number(count) }, async (_, at) => {
    const repository = await openLayout(path, { access: 'write' })
    const image = await repository.resolve({ tag: 'v1' })
    const manifests = await pushArtifacts(repository, image, [`${prefix} ${at}`])
    await repository.ensureListed(image, manifests)
  }),
)
