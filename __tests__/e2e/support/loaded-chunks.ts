import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Writes down every file that the process loads (Node.js, node:module, Customization Hooks). */
const hook = `
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LOADED_FILES, url + '\\n')
    return next(url, context)
  },
})
`

/**
 * Returns the names of the files of `dist/bundle` that a process loads, which `run` starts with the
 * environment.
 */
export async function chunksLoadedBy(
  directory: string,
  run: (env: Readonly<Record<string, string>>) => Promise<unknown>,
): Promise<readonly string[]> {
  const [script, list] = [join(directory, 'hook.mjs'), join(directory, 'loaded.txt')]
  await writeFile(script, hook)
  await writeFile(list, '')
  await run({ NODE_OPTIONS: `--import=${pathToFileURL(script)}`, LOADED_FILES: list })
  const urls = (await readFile(list, 'utf8')).trimEnd().split('\n')
  return urls.filter((url) => url.includes('/dist/bundle/')).map((url) => basename(url))
}
