#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { runCommandLine } = await import('./bundle/index.js')
await runCommandLine()
