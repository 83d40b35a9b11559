/** How it went for one that was let in. */
export type Passage = 'served' | 'refused' | 'failed'

export interface Throttle {
  /** Waits for a place and returns how to leave it; who enters must leave, once. */
  enter(): Promise<(passage: Passage) => void>
  /** Takes a place at once, one more than there are if need be. */
  enterAtOnce(): (passage: Passage) => void
}

/**
 * Returns a throttle that lets in at most `most` at once, in the order they came, and finds out how
 * many the other side takes: half as many after a refusal, one more after as many in a row were
 * served as are let in (additive increase, multiplicative decrease, as in TCP).
 */
export function createThrottle(most: number): Throttle {
  const waiting: (() => void)[] = []
  let limit = most
  let inside = 0
  let served = 0
  let lowerings = 0

  const letIn = (): void => {
    while (inside < limit && waiting.length > 0) {
      inside += 1
      waiting.shift()?.()
    }
  }

  const learn = (passage: Passage, enteredAt: number): void => {
    if (enteredAt !== lowerings) return
    if (passage === 'served') {
      served += 1
      if (served < limit || limit >= most) return
      limit += 1
      served = 0
    } else if (passage === 'refused') {
      limit = Math.max(1, Math.floor(limit / 2))
      served = 0
      lowerings += 1
    }
  }

  const passing = (): ((passage: Passage) => void) => {
    // Those let in before a lowering are refused together, and that counts as one refusal.
    const enteredAt = lowerings
    return (passage) => {
      inside -= 1
      learn(passage, enteredAt)
      letIn()
    }
  }

  return {
    async enter() {
      await new Promise<void>((enter) => {
        waiting.push(enter)
        letIn()
      })
      return passing()
    },
    enterAtOnce() {
      inside += 1
      return passing()
    },
  }
}
