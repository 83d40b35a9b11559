import { setSecret } from '@actions/core'
import type { Job } from '../job.ts'
import { masking } from '../render/masking.ts'
import type { Masks } from '../render/masks.ts'

/** Returns how to mask a secret of a job: by the runner, and by the masks where a message cuts it. */
export function maskIn(masks: Masks, job: Pick<Job, 'images'>): (secret: string) => void {
  return masking(job, (text) => {
    setSecret(text)
    masks.add(text)
  })
}
