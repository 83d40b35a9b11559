import { expect, test } from '@jest/globals'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { testImage } from '../support/test-image.ts'

const start = useTestRegistry()
const quay = { referrers: { endpoint: '400-unknown-subject' } } as const
const image = testImage({ platforms: ['linux/amd64', 'linux/arm64'] })

test('an image of which a mirror has no platform is shown, with a warning for each', async () => {
  const registry = await start({ quirks: quay })
  const index = image.manifests.at(-1)
  if (!index) throw new Error('an image has an index')
  registry.putManifest('app', index, '1')
  const { graphs, warnings } = await succeed(jobOn(`${registry.host}/app:1`))
  expect(graphs[0]?.platforms?.map(({ referrers }) => referrers)).toEqual([[], []])
  const absent = image.platforms.map(
    ({ digest }) => `${digest} is not in the repository, though the image's index names it`,
  )
  expect(warnings.toSorted()).toEqual(absent.toSorted())
})

test('an error about a platform that is there is an error', async () => {
  const registry = await start({
    faults: [
      {
        at: new RegExp(`referrers/${image.platforms[0]?.digest}`),
        fails: { status: 400, headers: {} },
      },
    ],
  })
  registry.putImage('app', { tag: '1', platforms: ['linux/amd64', 'linux/arm64'] })
  expect((await outcomeOf(jobOn(`${registry.host}/app:1`))).failure).toMatchObject({ status: 400 })
})
