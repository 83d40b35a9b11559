/**
 * Docker Hub's names. They are compared exactly: a suffix match would send its credentials to
 * `evildocker.io`.
 */
const aliases: readonly string[] = [
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
]

export const dockerHub = {
  registry: 'docker.io',
  apiHost: 'registry-1.docker.io',
  /** The key of its credentials in Docker's configuration and credential helpers. */
  credentialsKey: 'https://index.docker.io/v1/',
  /** Returns the full repository name: a name of one part is one of the official images. */
  repository: (name: string): string => (name.includes('/') ? name : `library/${name}`),
} as const

/** Tells whether the registry host is one of Docker Hub's names. */
export function isDockerHub(registry: string): boolean {
  return aliases.includes(registry)
}
