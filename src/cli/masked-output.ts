import type { Masks } from '../render/masks.ts'
import type { Output } from './terminal.ts'

/** Returns an output that writes to another, without what the masks hide by then. */
export function maskedOutput(output: Output, masks: Masks): Output {
  return {
    write: (text) => output.write(masks.hide(text)),
    get isTTY() {
      return output.isTTY
    },
    get columns() {
      return output.columns
    },
  }
}
