import { beforeAll, describe, expect, test } from '@jest/globals'
import { writeDocument } from '../support/documents.ts'
import { startDistribution } from './support/distribution.ts'
import { evidenceOn } from './support/evidence.ts'
import { fronts } from './support/front.ts'
import { useRegistryStore } from './support/registry-store.ts'
import type { Access } from './support/store.ts'

describe('in a registry with HTTPS and passwords', () => {
  const store = useRegistryStore(() => startDistribution({ tls: true, htpasswd: true }))

  beforeAll(async () => {
    await writeDocument(store().directory, 'spdx', { name: 'sbom.json' })
  })

  test.each(fronts)('%s takes the credentials of DOCKER_CONFIG', async (_front, front) => {
    const image = await store().newImage(`${front.name}-configured`)
    const { DOCKER_CONFIG = '' } = image.clients.env
    const access = { inputs: without('username', 'password'), env: { DOCKER_CONFIG } }

    const [attached] = await front.attach(
      { ...store(), access },
      { image: image.tagged, files: ['sbom.json'] },
    )

    expect(await evidenceOn(image, image.digest)).toEqual([
      expect.objectContaining({ digest: attached?.digest }),
    ])
  })

  test.each(
    fronts.flatMap(([name, front]) => [
      {
        name,
        front,
        what: 'a wrong password',
        inputs: () => ({ ...store().access.inputs, password: 'wrong' }),
        says: /401[\s\S]*credentials from the inputs username and password were sent: if they are right/,
      },
      {
        name,
        front,
        what: 'no credentials',
        inputs: () => without('username', 'password'),
        says: /401[\s\S]*No credentials were sent: log in to 127\.0\.0\.1/,
      },
      {
        name,
        front,
        what: 'an unknown certificate',
        inputs: () => without('ca-file'),
        says: /no secure connection to 127\.0\.0\.1.*[\s\S]*as ca-file/,
      },
      {
        name,
        front,
        what: 'plain HTTP',
        inputs: () => without('plain-http'),
        says: /400[\s\S]*set plain-http to false/,
      },
    ]),
  )('$name fails with $what, saying so', async ({ front, what, inputs, says }) => {
    const image = await store().newImage(`${front.name}-${what.toLowerCase().replaceAll(' ', '-')}`)
    const denied = { ...store(), access: { inputs: inputs(), env: {} } }

    const attaching = front.attach(denied, { image: image.tagged, files: ['sbom.json'] })

    await expect(attaching).rejects.toThrow(says)
    expect(await evidenceOn(image, image.digest)).toEqual([])
  })

  function without(...names: readonly string[]): Access['inputs'] {
    const inputs = Object.entries(store().access.inputs)
    return Object.fromEntries(inputs.filter(([name]) => !names.includes(name)))
  }
})
