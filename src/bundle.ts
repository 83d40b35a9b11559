/**
 * What the bundle exports: each front is loaded only when it is called, so the action does not pay
 * for the command line or the other way round, and both share the rest.
 */

/** Runs the action. `dist` is the folder with this build: a bundle cannot tell where it is. */
export async function runAction(dist: string): Promise<void> {
  const { main } = await import('./main.ts')
  await main(dist)
}

/** Runs what is left to do at the end of the action's job. */
export async function runPost(): Promise<void> {
  const { post } = await import('./post.ts')
  await post()
}

/** Runs the command line. */
export async function runCommandLine(): Promise<void> {
  const { main } = await import('./cli.ts')
  await main()
}
