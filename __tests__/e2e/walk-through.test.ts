import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { distPath } from '../support/command-line.ts'
import { runAction } from '../support/runner/run-action.ts'
import { runAct } from './support/act.ts'
import { startDistribution } from './support/distribution.ts'
import { type Evidence, evidenceOn } from './support/evidence.ts'
import { useLayoutStore } from './support/layout-store.ts'
import { startCue, startGcr } from './support/real-registry.ts'
import { useRegistryStore } from './support/registry-store.ts'
import type { StoredImage, UseStore } from './support/store.ts'
import {
  runStep,
  type WalkThrough,
  walkThroughSteps,
  walkThroughWorkflow,
} from './support/walk-through.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

const places: readonly (readonly [string, UseStore])[] = [
  ['distribution', () => useRegistryStore(() => startDistribution())],
  ["go-containerregistry's registry", () => useRegistryStore(startGcr)],
  ["CUE's registry", () => useRegistryStore(startCue)],
  ['an OCI image layout', useLayoutStore],
]

/** In an image layout every command has the option. */
const onLayouts = `oras-attach() { command oras-attach "$1" --oci-layout "\${@:2}"; }\n`

/** Returns a reference as the walk-through writes it: a layout's has no scheme. */
function written(reference: string): string {
  return reference.replace('oci-layout://', '')
}

function environmentOf({ tagged, tag }: StoredImage): WalkThrough {
  const IMAGE = written(tagged)
  const slash = IMAGE.indexOf('/')
  return {
    REGISTRY: IMAGE.slice(0, slash),
    REPO: IMAGE.slice(slash + 1, -`:${tag}`.length),
    IMAGE,
  }
}

interface Walked {
  readonly signature: string
  readonly sbom: string
  readonly signatureOfSbom: string
}

/** Returns the digests that the walk-through leaves, after checking that it leaves what it should. */
async function walked(image: StoredImage): Promise<Walked> {
  const evidence = await evidenceOn(image, image.digest)
  const [signature, sbom] = evidence.toSorted((a, b) => a.referrers.length - b.referrers.length)
  const ofSbom = sbom?.referrers[0]
  const named = written(image.tagged)
  expect([signature, sbom]).toEqual([
    signed('signature.json', named, signature),
    {
      digest: sbom?.digest,
      artifactType: 'sbom/example',
      files: { 'sbom.json': `{"version": "", "artifact": "${named}", "contents": "good"}\n` },
      referrers: [signed('sbom-signature.json', written(image.at(sbom?.digest ?? '')), ofSbom)],
    },
  ])
  expect(evidence).toHaveLength(2)
  return {
    signature: signature?.digest ?? '',
    sbom: sbom?.digest ?? '',
    signatureOfSbom: ofSbom?.digest ?? '',
  }
}

function signed(name: string, what: string, signature: Evidence | undefined): Evidence {
  return {
    digest: signature?.digest ?? '',
    artifactType: 'signature/example',
    files: { [name]: `{"artifact": "${what}", "signature": "pat hancock"}\n` },
    referrers: [],
  }
}

/** Returns the trees that the page may show: of what is made in one second, the digests decide. */
function treesOf(root: string, { signature, sbom, signatureOfSbom }: Walked): readonly string[] {
  const first = [
    ...[root, '├── signature/example', `│   └── ${signature}`, '└── sbom/example'],
    ...[`    └── ${sbom}`, '        └── signature/example', `            └── ${signatureOfSbom}`],
  ]
  const last = [
    ...[root, '├── sbom/example', `│   └── ${sbom}`, '│       └── signature/example'],
    ...[`│           └── ${signatureOfSbom}`, '└── signature/example', `    └── ${signature}`],
  ]
  return [first, last].map((lines) => `${lines.join('\n')}\n`)
}

describe.each(places)('on %s', (_name, useStore) => {
  const store = useStore()
  let paths: readonly string[]

  beforeAll(async () => {
    const installed = await runAction({
      main: distPath('index.js'),
      directory: join(store().directory, '../job'),
      inputs: { 'install-cli': 'true' },
    })
    paths = installed.paths
  })

  test('the walk-through can be followed from top to bottom', async () => {
    const image = await store().newImage('walk-through')
    const shell = { directory: store().directory, paths, env: environmentOf(image) }
    const start = store().via === 'oci-layout' ? onLayouts : ''
    const printed = new Map<string, string>()

    for (const [name, commands] of await walkThroughSteps()) {
      printed.set(name, await runStep(`${start}${commands}`, shell))
    }

    const found = await walked(image)
    const [root, { signature }] = [image.at(image.digest), found]
    expect(printed.get('Push the signature')).toBe(`${image.at(signature)}\n`)
    expect(printed.get('View the graph with the signature')).toBe(
      `${root}\n└── signature/example\n    └── ${signature}\n`,
    )
    expect(treesOf(root, found)).toContain(printed.get('View the graph'))
  })
})

describe('as a workflow', () => {
  const store = useRegistryStore(startGcr)

  test('act runs the walk-through', async () => {
    const image = await store().newImage('act-walk-through')

    const { status, output } = await runAct({
      directory: project,
      workflow: walkThroughWorkflow,
      env: environmentOf(image),
    })

    expect(output).toContain('Job succeeded')
    expect(status).toBe(0)
    const { sbom } = await walked(image)
    expect(output).toContain(`└── ${sbom}`)
  }, 60_000)
})
