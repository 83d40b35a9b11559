import type { JsonListener } from '../json/listener.ts'
import type { Gathering } from './wants.ts'

const ELEMENT = '[]'
const SEGMENT = /\[\]|[^.[\]]+/g

/**
 * Returns a listener that hands the values at the gatherings' paths to them and asks for nothing else. `onRepeat` is called
 * when a path without `[]` occurs twice: readers differ on which of two members of one name counts (RFC 8259 section 4).
 */
export function listenAt(gatherings: readonly Gathering[], onRepeat: () => void): JsonListener {
  const routes = gatherings.map((gathering) => ({
    segments: gathering.path.match(SEGMENT) ?? [],
    gathering,
  }))
  return listenTo(routes, onRepeat)
}

interface Route {
  readonly segments: readonly string[]
  readonly gathering: Gathering
}

/** Without `onRepeat` the value may occur any number of times. */
function listenTo(routes: readonly Route[], onRepeat?: () => void): JsonListener {
  const here = routes.filter((route) => route.segments.length === 0)
  const deeper = Map.groupBy(
    routes.filter((route) => route.segments.length > 0),
    (route) => route.segments[0],
  )
  const listeners = new Map(
    [...deeper].map(([segment, group]) => {
      const rest = group.map(({ segments, gathering }) => ({
        segments: segments.slice(1),
        gathering,
      }))
      return [segment, listenTo(rest, segment === ELEMENT ? undefined : onRepeat)]
    }),
  )
  const element = listeners.get(ELEMENT)
  listeners.delete(ELEMENT)
  let isRepeated = false
  return {
    seen(value) {
      if (isRepeated) onRepeat?.()
      isRepeated = true
      for (const { gathering } of here) gathering.add(value)
    },
    ...(listeners.size > 0 && { member: (key) => listeners.get(key) }),
    ...(element !== undefined && { element: () => element }),
  }
}
