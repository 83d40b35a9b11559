/**
 * Why a signature is refused: the message is a clause that follows its reference, `… is signed by …`.
 * Text of a foreign hand in it is cut by {@link quoted}, and escaped by whoever shows it.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** As long as an identity of a workflow may reasonably be. */
const MAX_QUOTED = 300

/** Returns a text that somebody else chose, fit to be quoted in a reason. */
export function quoted(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text
}
