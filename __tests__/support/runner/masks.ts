/** What the runner shows instead of a secret. */
const REPLACEMENT = '***'

/**
 * Returns the texts that masking the value hides: the value and each of its lines (actions/runner,
 * AddMaskCommandExtension).
 */
export function maskedTexts(value: string): readonly string[] {
  const lines = value.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  return [...new Set([value, ...lines])]
}

/** Returns the text with every secret replaced, the longer ones first. */
export function applyMasks(text: string, masks: Iterable<string>): string {
  return [...masks]
    .sort((a, b) => b.length - a.length)
    .reduce((result, secret) => result.replaceAll(secret, REPLACEMENT), text)
}
