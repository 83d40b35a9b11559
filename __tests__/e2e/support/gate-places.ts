import type { JsonReport } from '../../../src/render/report-json.ts'
import { fronts, type Inputs } from './front.ts'
import type { Bare } from './gate-pieces.ts'
import type { Store } from './store.ts'

/** Where and by what an image is judged. */
export type Place = `${'action' | 'cli'} on ${'the registry' | 'a layout'}`

export interface GateQuestion {
  /** YAML. */
  readonly require: string
  readonly inputs?: Inputs
}

/** Copies the image with all that is attached to it, by regctl, into a layout. */
export async function copyToLayout({ clients, repository, tag }: Bare): Promise<void> {
  const options = ['--digest-tags', '--referrers']
  const layout = `ocidir://${layoutOf(repository)}:${tag}`
  await clients.regctl('image', 'copy', ...options, `${repository}:${tag}`, layout)
}

/** Returns what becomes of the policy on the image and on its copy in a layout, by the action and the command line. */
export async function judgeEverywhere(
  store: Store,
  { repository, tag }: Bare,
  { require, inputs }: GateQuestion,
): Promise<Readonly<Record<Place, JsonReport>>> {
  const images = {
    'the registry': `${repository}:${tag}`,
    'a layout': `oci-layout://${layoutOf(repository)}:${tag}`,
  }
  const reports = fronts.flatMap(([, front]) =>
    Object.entries(images).map(async ([place, image]) => [
      `${front.name} on ${place}`,
      await front.gate(store, { image, require, ...(inputs && { inputs }) }),
    ]),
  )
  return Object.fromEntries(await Promise.all(reports))
}

/** Returns the verdicts by place. */
export function verdictsOf(
  reports: Readonly<Record<Place, Pick<JsonReport, 'verdict'>>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(reports).map(([place, { verdict }]) => [place, verdict]))
}

/** Returns the same verdict at every place. */
export function everywhere<V>(verdict: V): Readonly<Record<Place, V>> {
  return {
    'action on the registry': verdict,
    'action on a layout': verdict,
    'cli on the registry': verdict,
    'cli on a layout': verdict,
  }
}

function layoutOf(repository: string): string {
  return `copied-${repository.replaceAll(/[^a-z0-9]/g, '-')}`
}
