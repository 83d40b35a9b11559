import { setTimeout as delay } from 'node:timers/promises'

const PAUSE_MS = 20
const MAX_PAUSES = 1000

/** Waits until the condition holds; throws after 20 seconds, since what should make it true may have died. */
export async function eventually(condition: () => boolean): Promise<void> {
  for (let pauses = 0; !condition(); pauses += 1) {
    if (pauses === MAX_PAUSES) throw new Error('what a test waits for has not come')
    await delay(PAUSE_MS)
  }
}
