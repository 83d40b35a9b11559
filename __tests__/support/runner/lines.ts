import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/**
 * Hands each line of a process's output to `onLine` as it arrives; settles at the end of the stream.
 * A line ends at LF, CR LF or a lone CR, as in .NET's `ReadLine` which the runner reads with: a CR
 * inside a text starts a new line, and with it possibly a command.
 */
export async function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of stream) {
    rest += decoder.write(chunk)
    // A CR at the end may be the first half of a CR LF.
    const complete = rest.endsWith('\r') ? rest.slice(0, -1) : rest
    const lines = complete.split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '') + rest.slice(complete.length)
    lines.forEach(onLine)
  }
  const last = (rest + decoder.end()).replace(/\r$/, '')
  if (last !== '') onLine(last)
}
