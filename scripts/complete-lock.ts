// Adds to package-lock.json the optional packages of other platforms, which npm may leave out,
// so that `npm ci` works on every platform. Run it after each `npm install` that changes the lock file.
import { readFileSync, writeFileSync } from 'node:fs'

interface LockedPackage {
  version?: string
  optionalDependencies?: Record<string, string>
  [key: string]: unknown
}

const systems = [
  'android',
  'darwin',
  'freebsd',
  'openharmony',
  'win32',
  'linux',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
]
const processors = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
]

function placeholder(name: string, version: string): LockedPackage {
  const cpu = processors.find((word) => name.includes(word))
  const os = systems.find((word) => name.includes(word))
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    dev: true,
    optional: true,
    ...(os && { os: [os] }),
  }
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const packages: Record<string, LockedPackage> = lock.packages
for (const [key, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const present =
      packages[`node_modules/${name}`] !== undefined ||
      packages[`${key}/node_modules/${name}`] !== undefined
    if (!present) packages[`node_modules/${name}`] = placeholder(name, version)
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
