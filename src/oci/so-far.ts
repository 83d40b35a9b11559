import { OciError } from './error.ts'

/**
 * Returns what the work returns. An OciError that it throws also says how far it had come, in the
 * words that `soFar` then returns: who reads that something failed wants to know what was done.
 */
export async function tellingSoFar<T>(soFar: () => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof OciError)) throw error
    const { code, message, advice, status } = error
    throw new OciError(code, `${message}; ${soFar()}`, {
      ...(advice !== undefined && { advice }),
      ...(status !== undefined && { status }),
      cause: error,
    })
  }
}
