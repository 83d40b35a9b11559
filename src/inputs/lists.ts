/** Returns the lines of the text without the white space around them; blank ones are left out. */
export function linesOf(text: string): readonly string[] {
  return nonBlank(text.split(/\r\n|\n|\r/))
}

/** Returns the items of values that may each hold several, between commas. */
export function itemsOf(values: readonly string[]): readonly string[] {
  return nonBlank(values.flatMap((value) => value.split(',')))
}

function nonBlank(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}
