import type { Output, Terminal } from '../../src/cli/terminal.ts'

interface FakeTerminal extends Terminal {
  /** What was written so far. */
  readonly written: { stdout: string; stderr: string }
}

interface Given {
  readonly stdin?: string
  readonly stderr?: Omit<Output, 'write'>
  readonly now?: () => number
}

/** Returns a terminal that keeps what is written to it. */
export function fakeTerminal({ stdin = '', stderr = {}, now = () => 0 }: Given = {}): FakeTerminal {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr'): Output => ({
    write: (text) => {
      written[name] += text
    },
  })
  return {
    written,
    stdin: stream(stdin),
    stdout: output('stdout'),
    stderr: { ...output('stderr'), ...stderr },
    env: {},
    now,
  }
}

async function* stream(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
