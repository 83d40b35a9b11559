import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { credentialSource } from './credentials/source.ts'
import type { Connection, Job, Traffic } from './job.ts'
import { openLayout } from './layout/repository.ts'
import { InputError } from './oci/error.ts'
import type { Reference, RegistryReference, TagOrDigest } from './oci/reference.ts'
import { type Endpoint, endpointOf } from './registry/endpoint.ts'
import { createRegistryRepository } from './registry/repository.ts'
import type { Repository } from './repository/repository.ts'
import type { RunContext } from './run-context.ts'
import type { CredentialSource } from './transport/credential.ts'
import { openTransport, type RegistrySend, type Transport } from './transport/transport.ts'

/** An image of the job: its repository, and what to resolve there. */
export interface OpenedImage {
  readonly repository: Repository
  readonly target: TagOrDigest
}

/** The images of a job, which must be closed at its end. */
export interface OpenedImages {
  readonly images: readonly OpenedImage[]
  traffic(): Traffic
  close(): Promise<void>
}

/**
 * Returns the images of the job, each with its repository, in a registry or a layout. No request is
 * made yet. Images of one registry share its connections and, for the scopes of all of them, its
 * token.
 *
 * Throws InputError for a `ca-file` that cannot be read and for half a credential, LAYOUT_INVALID
 * for a layout that is none.
 */
export async function openImages(job: Job, context: RunContext): Promise<OpenedImages> {
  const { connection } = job
  const certificates = await readCertificates(connection)
  const transport = openTransport({
    ...context,
    ...(certificates !== undefined && { certificates }),
    concurrency: connection.concurrency,
  })
  try {
    const access = job.attach && !job.dryRun ? 'write' : 'read'
    const registries = openRegistries(job, access, transport, credentialsOf(job, context))
    const images = await Promise.all(
      job.images.map(async (reference) => ({
        repository:
          reference.kind === 'oci-layout'
            ? await openLayout(reference.path, { access })
            : registries(reference),
        target: targetOf(reference),
      })),
    )
    return { images, traffic: transport.traffic, close: transport.close }
  } catch (error) {
    await transport.close()
    throw error
  }
}

/** Returns how to get the repository of a reference; each is made once. */
function openRegistries(
  { images, connection }: Job,
  access: 'read' | 'write',
  transport: Transport,
  credentials: CredentialSource,
): (reference: RegistryReference) => Repository {
  const references = images.filter((reference) => reference.kind === 'registry')
  const sends = new Map<string, RegistrySend>()
  const repositories = new Map<string, Repository>()

  function sendTo({ registry, repository, origin }: Endpoint): RegistrySend {
    const send =
      sends.get(registry) ??
      transport.toRegistry({
        registry,
        origin,
        scopes: scopesOf(references, registry, access),
        credential: () => credentials(registry, repository),
      })
    sends.set(registry, send)
    return send
  }

  return (reference) => {
    const name = `${reference.registry}/${reference.repository}`
    const endpoint = endpointOf(reference, connection.plainHttp)
    const repository =
      repositories.get(name) ??
      createRegistryRepository({
        endpoint,
        ...sendTo(endpoint),
        referrersMode: connection.referrersMode,
      })
    repositories.set(name, repository)
    return repository
  }
}

/** One token for all that the job does at a registry (distribution, Token Scope Documentation). */
function scopesOf(
  references: readonly RegistryReference[],
  registry: string,
  access: 'read' | 'write',
): readonly string[] {
  const actions = access === 'write' ? 'pull,push' : 'pull'
  const repositories = references
    .filter((reference) => reference.registry === registry)
    .map(({ repository }) => repository)
  return [...new Set(repositories)].map((repository) => `repository:${repository}:${actions}`)
}

function credentialsOf({ images, connection }: Job, context: RunContext): CredentialSource {
  const { username, password, githubToken } = connection
  const workspace = context.env['GITHUB_WORKSPACE']
  return credentialSource({
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(githubToken !== undefined && { githubToken }),
    ...(workspace && { workspace }),
    registries: images.flatMap((image) => (image.kind === 'registry' ? image.registry : [])),
    env: context.env,
    homeDirectory: context.env['HOME'] || homedir(),
    onSecret: (secret) => context.onSecret?.(secret),
  })
}

async function readCertificates({ caFile }: Connection): Promise<string | undefined> {
  if (caFile === undefined) return undefined
  try {
    return await readFile(caFile, 'utf8')
  } catch (cause) {
    throw new InputError(
      'ca-file',
      `cannot read ${caFile}: ${(cause as Error).message}`,
      'Paths are relative to the working directory; check that an earlier step has written the file.',
    )
  }
}

function targetOf({ digest, tag, ...rest }: Reference): TagOrDigest {
  if (digest) return { digest }
  if (tag) return { tag }
  throw new InputError('image', `${JSON.stringify(rest)} has neither tag nor digest`)
}
