/** So that `attahc` is told from another word that only happens to be as long. */
const MAX_DISTANCE = 2

/** Returns the word that was probably meant by a mistyped one, if any is near enough. */
export function closest(mistyped: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((word) => ({ word, distance: distance(mistyped, word) }))
    .filter(({ word, distance }) => distance <= MAX_DISTANCE && distance < word.length / 2)
    .sort((a, b) => a.distance - b.distance)
  return best?.word
}

/** The number of characters to insert, delete or replace (Levenshtein), row by row of its table. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [i, character] of [...from].entries()) {
    const above = row
    row = [i + 1]
    for (let j = 0; j < to.length; j += 1) {
      const replaced = cell(above, j) + (character === to[j] ? 0 : 1)
      row.push(Math.min(replaced, cell(above, j + 1) + 1, cell(row, j) + 1))
    }
  }
  return cell(row, to.length)
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY
}
