import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { runAct } from './support/act.ts'
import { evidenceOn } from './support/evidence.ts'
import { startGcr } from './support/real-registry.ts'
import { useRegistryStore } from './support/registry-store.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

const store = useRegistryStore(startGcr)

test('a workflow attaches an SBOM, and to that, by the outputs, a signature', async () => {
  const image = await store().newImage('act')

  const { status, output } = await runAct({
    directory: project,
    workflow: '__tests__/e2e/workflows/sign-sbom.yml',
    env: { IMAGE: image.tagged },
  })

  expect(output).toContain('Job succeeded')
  expect(status).toBe(0)
  const [sbom] = await evidenceOn(image, image.digest)
  expect(sbom).toMatchObject({
    artifactType: 'application/spdx+json',
    files: { 'app.spdx.json': expect.stringContaining('SPDX-2.3') },
    referrers: [
      {
        artifactType: 'application/vnd.example.signature',
        files: { 'app.sig': `signed: ${image.at(sbom?.digest ?? '')}\n` },
      },
    ],
  })
}, 60_000)
