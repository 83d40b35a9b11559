/**
 * What the bundle exports: each front is loaded only when it is called, so the action does not pay
 * for the command line or the other way round, and both share the rest.
 */
export async function runAction(): Promise<void> {
  const { main } = await import('./main.ts')
  await main()
}

export async function runCommandLine(): Promise<void> {
  const { main } = await import('./cli.ts')
  await main()
}
