import type { InspectedFile } from '../files/inspect.ts'
import { selectFiles } from '../files/select.ts'
import type { ArtifactRequest, Job } from '../job.ts'
import type { Descriptor, Platform } from '../oci/descriptor.ts'
import { parseTitle } from '../oci/title.ts'
import type { RunContext } from '../run-context.ts'
import { workspaceOf } from '../workspace.ts'
import { otherwiseCreated } from './otherwise-created.ts'
import { type PlannedArtifact, planAttach, requireTypes } from './plan.ts'

/** What a job attaches or pushes, as far as that can be known without the image. */
export interface Prepared {
  /** Every file that may be needed. */
  readonly files: readonly InspectedFile[]
  readonly request: ArtifactRequest
  /**
   * Returns the artifacts for a subject, or for none. Throws InputError where the subject's platform
   * has no file, or one that cannot be attached.
   */
  plan(subject?: PreparedSubject): Promise<readonly PlannedArtifact[]>
}

interface PreparedSubject {
  readonly descriptor: Descriptor
  readonly platform?: Platform
}

/**
 * Returns what the job attaches or pushes, its files read; undefined if it does neither. `onWarning`
 * is told of a bill of materials that lists nothing, and of a file whose name `pull` will refuse.
 *
 * Throws InputError as `selectFiles`, `requireTypes` and `otherwiseCreated` do.
 */
export async function prepare(
  { attach, push, platform }: Job,
  { env, signal }: RunContext,
  onWarning: (message: string) => void,
): Promise<Prepared | undefined> {
  const request = attach ?? push
  if (!request) return undefined
  const created = otherwiseCreated(env, new Date())
  const workspace = await workspaceOf(env)
  const options = { signal, ...(workspace && { workspace }) }
  const files = await selectFiles(request.files, platform, options)
  requireTypes(files.certain, request, platform)
  return {
    files: files.all,
    request,
    async plan(subject) {
      const chosen = await files.forPlatform(subject?.platform)
      for (const { path, document } of chosen) {
        if (document?.components === 'none') onWarning(`${path} lists no component at all`)
      }
      const plan = planAttach(subject?.descriptor, chosen, request, created)
      for (const { title } of plan.flatMap((artifact) => artifact.files)) {
        const parsed = parseTitle(title)
        if ('problem' in parsed)
          onWarning(`${JSON.stringify(title)} cannot be pulled under its name: ${parsed.problem}`)
      }
      return plan
    },
  }
}
