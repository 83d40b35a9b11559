import { watch } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { type DelayProxy, startDelayProxy } from '../../support/delay-proxy.ts'
import type { FaultPlan } from '../../support/fault-plan.ts'
import { startFaultProxy } from '../../support/fault-proxy.ts'
import { type Seeded, seeded } from '../../support/seeded.ts'

/** How far something under way has come. Steps are the same on a busy machine, milliseconds are not. */
export interface Steps {
  /** Returns how many steps it has taken. */
  taken(): number
  /** Resolves once it has taken so many; it may never do. */
  reached(steps: number): Promise<void>
}

function createWalker(): Steps & { readonly step: () => void } {
  let taken = 0
  const waiting = new Map<number, PromiseWithResolvers<void>>()
  return {
    step() {
      taken += 1
      waiting.get(taken)?.resolve()
    },
    taken: () => taken,
    async reached(steps) {
      if (taken >= steps) return
      const reaching = waiting.get(steps) ?? Promise.withResolvers<void>()
      waiting.set(steps, reaching)
      await reaching.promise
    },
  }
}

/** So that most of the time of a job is spent between requests and answers. */
const ONE_WAY_MS = 20

/** The way to a registry, on which each request is a step; it may be closed more than once. */
export interface Way extends Steps, DelayProxy {}

/** Opens a way to the registry on this port of the loopback interface, on which things may happen. */
export async function openWay(port: number, plan?: FaultPlan): Promise<Way> {
  const { step, ...steps } = createWalker()
  const far = await startFaultProxy(port, (...request) => {
    step()
    return plan?.(...request)
  })
  const near = await startDelayProxy(Number(far.host.split(':')[1]), ONE_WAY_MS)
  const closeBoth = async (): Promise<void> => {
    await near.close()
    await far.close()
  }
  let closed: Promise<void> | undefined
  return {
    ...steps,
    host: near.host,
    close: () => {
      closed ??= closeBoth()
      return closed
    },
  }
}

/** Directories, in which each file that is made, renamed or removed is a step. */
export interface Changes extends Steps {
  close(): void
}

/** Watches for changes directly in the directories, which must be there. */
export function watchChanges(directories: readonly string[]): Changes {
  const { step, ...steps } = createWalker()
  const watchers = directories.map((directory) =>
    watch(directory, (event) => event === 'rename' && step()),
  )
  return {
    ...steps,
    close: () => {
      for (const watcher of watchers) watcher.close()
    },
  }
}

/** A moment in something that takes steps: after this part of all of them, and a little later. */
export interface Moment {
  readonly part: number
  readonly delayMs: number
}

/** Returns a moment in each of so many equal parts, by the seed. */
export function moments(count: number, seed: number): readonly Moment[] {
  const random: Seeded = seeded(seed)
  return Array.from({ length: count }, (_, at) => ({
    part: (at + random.next()) / count,
    delayMs: random.whole(0, 2 * ONE_WAY_MS),
  }))
}

/** Resolves at the moment in what takes so many steps as a whole. */
export async function comeTo(moment: Moment, { reached }: Steps, whole: number): Promise<void> {
  await reached(Math.max(1, Math.floor(moment.part * whole)))
  await wait(moment.delayMs)
}
