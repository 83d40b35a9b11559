import { runAction } from './bundle/index.js'

await runAction(import.meta.dirname)
