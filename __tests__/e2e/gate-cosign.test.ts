import { beforeAll, describe, expect, test } from '@jest/globals'
import { isAcceptedByCosign } from './support/cosign-verdict.ts'
import type { Bare } from './support/gate-pieces.ts'
import { everywhere, judgeEverywhere } from './support/gate-places.ts'
import { stageScenes } from './support/gate-scenes.ts'
import { byCosign, proven, type Question, questions } from './support/gate-verdicts.ts'
import { registriesOfBothKinds } from './support/ground.ts'
import { useRegistryStore } from './support/registry-store.ts'

const timeout = 120_000

describe.each(registriesOfBothKinds)('in %s', (_registry, start) => {
  const store = useRegistryStore(start)
  let scenes: ReadonlyMap<string, Bare>

  beforeAll(async () => {
    scenes = await stageScenes(store())
  }, timeout)

  function imageWith(scene: string): Bare {
    const image = scenes.get(scene)
    if (!image) throw new Error(`there is no image with ${scene}`)
    return image
  }

  test.each(Object.entries(proven))(
    'of an image with %s the gate says what cosign says, rule by rule',
    async (scene, holds) => {
      const image = imageWith(scene)
      const policy = Object.values(questions).map(({ rule }) => `- { ${rule} }`)

      const reports = await judgeEverywhere(store(), image, { require: policy.join('\n') })

      const expected = verdictsWhere(holds)
      const verdicts = Object.entries(reports).map(([place, { rules }]) => [
        place,
        Object.fromEntries(
          Object.keys(questions).map((question, index) => [question, rules[index]?.verdict]),
        ),
      ])
      expect({ ...Object.fromEntries(verdicts), cosign: await verdictsOfCosign(image) }).toEqual({
        ...everywhere(expected),
        cosign: verdictsWhere(
          Object.entries(byCosign).find(([name]) => name === scene)?.[1] ?? holds,
        ),
      })
      for (const { verdict, matches } of Object.values(reports).flatMap(({ rules }) => rules)) {
        const verified = matches.filter(({ state }) => state === 'verified')
        const signers = new Set(verified.map(({ signer }) => JSON.stringify(signer)))
        expect([...signers]).toEqual(verdict === 'passed' ? ['{"key":"cosign.pub"}'] : [])
      }
    },
    timeout,
  )
})

function verdictsWhere(holds: readonly Question[]): Readonly<Record<string, string>> {
  const names = Object.keys(questions) as readonly Question[]
  return Object.fromEntries(names.map((name) => [name, holds.includes(name) ? 'passed' : 'denied']))
}

async function verdictsOfCosign({
  clients,
  repository,
  digest,
}: Bare): Promise<Readonly<Record<string, string>>> {
  const verdicts: [string, string][] = []
  for (const [question, { cosign }] of Object.entries(questions)) {
    const args = [...cosign, '--insecure-ignore-tlog=true', `${repository}@${digest}`]
    verdicts.push([question, (await isAcceptedByCosign(clients, ...args)) ? 'passed' : 'denied'])
  }
  return Object.fromEntries(verdicts)
}
