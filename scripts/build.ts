// Makes dist/ anew from the sources: one bundle with its lazy chunks, and an entry for each front.
import { execFileSync } from 'node:child_process'
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const action = `import { runAction } from './bundle/index.js'

await runAction(import.meta.dirname)
`

const post = `import { runPost } from './bundle/index.js'

await runPost()
`

/** The compile cache saves a user's second call a fifth of its start-up; a runner starts without one. */
const commandLine = `#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { runCommandLine } = await import('./bundle/index.js')
await runCommandLine()
`

const resolve = createRequire(import.meta.url).resolve

function node(module: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [module, ...args], { stdio: 'inherit' })
}

rmSync('lib', { recursive: true, force: true })
rmSync('dist', { recursive: true, force: true })
node('node_modules/typescript/bin/tsc', '-p', '.')
node(
  resolve('@vercel/ncc/dist/ncc/cli.js'),
  'build',
  'lib/bundle.js',
  '-o',
  'dist/bundle',
  '--license',
  'licenses.txt',
)
renameSync('dist/bundle/licenses.txt', 'dist/licenses.txt')
renameSync('dist/bundle/package.json', 'dist/package.json')
writeFileSync('dist/index.js', action)
writeFileSync('dist/post.js', post)
writeFileSync('dist/cli.js', commandLine)
chmodSync('dist/cli.js', 0o755)
