import { describe, expect, test } from '@jest/globals'
import { maskedOutput } from '../../../src/cli/masked-output.ts'
import { createMasks } from '../../../src/render/masks.ts'

describe('an output', () => {
  test('is written to without what is hidden by then', () => {
    let written = ''
    const masks = createMasks()
    const output = maskedOutput({ write: (text) => (written += text) }, masks)
    output.write('correct ')
    masks.add('correct')
    output.write('correct')
    expect(written).toBe('correct ***')
  })

  test('is as wide as the terminal is at the time', () => {
    const terminal = { write: () => undefined, isTTY: true, columns: 80 }
    const output = maskedOutput(terminal, createMasks())
    expect([output.isTTY, output.columns]).toEqual([true, 80])
    terminal.columns = 40
    expect(output.columns).toBe(40)
  })
})
