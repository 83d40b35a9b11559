/** Enough of a wrong value to recognise it by; a pasted document would bury the message. */
const MAX_LENGTH = 200

/** Returns a wrong value as messages show it: in quotes, on one line, cut if it is long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text)
}
