import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { registries, useGround } from './support/ground.ts'
import { pushImage } from './support/image.ts'
import type { Image } from './support/image-layout.ts'

const digestsOf = (descriptors: readonly { readonly digest: string }[]): readonly string[] =>
  descriptors.map(({ digest }) => digest)

describe.each(registries)('on %s', (_name, start) => {
  const ground = useGround(start)
  let repository: string
  let image: Image

  beforeAll(async () => {
    repository = `${ground().registry.host}/ground/app`
    image = await pushImage(ground().clients, repository)
  })

  test('the pushed image has both platforms', async () => {
    const { crane } = ground().clients
    const tagged = `${repository}:${image.tag}`

    const index = JSON.parse(await crane('manifest', tagged))

    expect(await crane('digest', tagged)).toBe(`${image.digest}\n`)
    expect(digestsOf(index.manifests)).toEqual(digestsOf(image.platforms))
  })

  test('oras discover and regctl list what oras attached', async () => {
    const { directory, clients } = ground()
    const { oras, regctl } = clients
    const subject = `${repository}@${image.digest}`
    await writeFile(join(directory, 'note.txt'), 'a note\n')

    const attached = JSON.parse(
      await oras('attach', '--format=json', '--artifact-type=text/x-note', subject, 'note.txt'),
    )

    const discovered = JSON.parse(await oras('discover', '--format=json', subject))
    const listed = JSON.parse(await regctl('artifact', 'list', '--format={{json .}}', subject))
    expect(digestsOf(discovered.referrers)).toEqual([attached.digest])
    expect(digestsOf(listed.descriptors)).toEqual([attached.digest])
  })

  test('says truly whether it has the referrers API', async () => {
    const api = '--distribution-spec=v1.1-referrers-api'

    const { clients, registry } = ground()

    const listing = clients.oras('discover', api, `${repository}@${image.digest}`)

    if (registry.hasReferrersApi) await expect(listing).resolves.toContain(image.digest)
    else await expect(listing).rejects.toThrow('referrers')
  })
})
