import { type Seeded, seeded } from './seeded.ts'

/** What happens to a request between client and registry. Bytes of an answer count its head too. */
export type Mishap =
  /** The connection breaks before the registry gets anything. */
  | { readonly kind: 'cut before' }
  /** It breaks, on both sides, after so many bytes of the request's body. */
  | { readonly kind: 'cut in request'; readonly bytes: number }
  /** The registry does it all, and the connection breaks before its answer comes. */
  | { readonly kind: 'lost answer' }
  /** It breaks after so many bytes of the answer. */
  | { readonly kind: 'cut in answer'; readonly bytes: number }
  /** Half of the answer's body is missing, and its Content-Length is right for that half. */
  | { readonly kind: 'shortened' }
  /** Nothing more is read or said, before the registry gets anything. */
  | { readonly kind: 'stalled before' }
  /** Nothing more is read after so many bytes of the request's body, and the registry is cut off. */
  | { readonly kind: 'stalled in request'; readonly bytes: number }
  /** Nothing more comes after so many bytes of the answer. */
  | { readonly kind: 'stalled in answer'; readonly bytes: number }
  /** This status instead of an answer of the registry, which gets nothing. */
  | {
      readonly kind: 'refused'
      readonly status: 429 | 500 | 502 | 503
      readonly retryAfter: RetryAfter
    }
  /** The answer comes in many small pieces. */
  | { readonly kind: 'slow' }
  /** The registry does it all, and what comes back is not HTTP. */
  | { readonly kind: 'garbage' }

/** The form of the header, if it is there; the moment is about a second away. */
export type RetryAfter = 'none' | 'seconds' | 'date'

/** What happens to each request, by its place in the order of arrival, from 0, and `METHOD path`. */
export type FaultPlan = (arrival: number, request: string) => Mishap | undefined

/** The part of requests to which something happens, before bursts. */
const weathers = [0.03, 0.08, 0.16, 0.35] as const
/** The part of faults that are the first of a burst of refusals. */
const BURST = 0.08
/** The part of faults that damage an answer, which most clients take for a broken registry. */
const DAMAGE = 0.05
/** More requests than any job makes; what comes later is left alone. */
const PLANNED = 400

/** Returns what happens under the seed: a calm, a storm, or between. */
export function planFaults(seed: number): FaultPlan {
  const random = seeded(seed)
  const rate = random.pick(weathers)
  const plan: (Mishap | undefined)[] = []
  while (plan.length < PLANNED) {
    if (random.next() >= rate) plan.push(undefined)
    else if (random.next() < BURST) plan.push(...burst(random))
    else plan.push(mishap(random))
  }
  return (arrival) => plan[arrival]
}

/** Returns a plan in which nothing happens. */
export const noFaults: FaultPlan = () => undefined

function burst(random: Seeded): readonly Mishap[] {
  const refusal = refused(random)
  return Array.from({ length: random.whole(2, 8) }, () => refusal)
}

function refused(random: Seeded): Mishap {
  return {
    kind: 'refused',
    status: random.pick([429, 503, 502, 500]),
    retryAfter: random.pick(['none', 'seconds', 'date']),
  }
}

function mishap(random: Seeded): Mishap {
  if (random.next() < DAMAGE) return { kind: random.pick(['shortened', 'garbage']) }
  const kind = random.pick<Mishap['kind']>([
    'cut before',
    'cut in request',
    'lost answer',
    'cut in answer',
    'stalled before',
    'stalled in request',
    'stalled in answer',
    'refused',
    'slow',
  ])
  switch (kind) {
    case 'refused':
      return refused(random)
    case 'cut in request':
    case 'stalled in request':
      return { kind, bytes: magnitude(random, 1_000_000) }
    case 'cut in answer':
    case 'stalled in answer':
      return { kind, bytes: magnitude(random, 100_000) }
    default:
      return { kind }
  }
}

/** As likely small as large: at the first bytes there is as much to go wrong as at the last. */
function magnitude(random: Seeded, most: number): number {
  return Math.floor(most ** random.next()) - 1
}
