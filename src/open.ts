import { homedir } from 'node:os'
import { credentialSource } from './credentials/source.ts'
import { readGivenFile } from './files/given-file.ts'
import type { Connection, Traffic } from './job.ts'
import { openLayout } from './layout/repository.ts'
import { formatRepository, type Reference, type RegistryReference } from './oci/reference.ts'
import { type Endpoint, endpointOf } from './registry/endpoint.ts'
import { createRegistryRepository } from './registry/repository.ts'
import type { Repository } from './repository/repository.ts'
import type { RunContext } from './run-context.ts'
import type { CredentialSource } from './transport/credential.ts'
import { openTransport, type RegistrySend, type Transport } from './transport/transport.ts'

/** Which images to open, how, and what for. */
export interface OpenRequest {
  readonly images: readonly Reference[]
  readonly connection: Connection
  readonly access: 'read' | 'write'
}

/** An image with its repository. */
export interface OpenedImage {
  readonly repository: Repository
  readonly reference: Reference
}

/** Images that must be closed at the end of the job. */
export interface OpenedImages {
  readonly images: readonly OpenedImage[]
  traffic(): Traffic
  close(): Promise<void>
}

/**
 * Returns the images, each with its repository, in a registry or a layout. No request is
 * made yet. Images of one registry share its connections and, for the scopes of all of them, its
 * token.
 *
 * Throws InputError for a `ca-file` that cannot be read and for half a credential, LAYOUT_INVALID
 * for a layout that is none.
 */
export async function openImages(request: OpenRequest, context: RunContext): Promise<OpenedImages> {
  const { connection, access } = request
  const { caFile } = connection
  const certificates = caFile === undefined ? undefined : await readGivenFile('ca-file', caFile)
  const transport = openTransport({
    ...context,
    ...(certificates !== undefined && { certificates }),
    concurrency: connection.concurrency,
  })
  try {
    const credentials = credentialsOf(request, context)
    const registries = await openRegistries(request, transport, credentials)
    const images = await Promise.all(
      request.images.map(async (reference) => ({
        repository:
          reference.kind === 'oci-layout'
            ? await openLayout(reference.path, { access, signal: context.signal })
            : registries(reference),
        reference,
      })),
    )
    return { images, traffic: transport.traffic, close: transport.close }
  } catch (error) {
    await transport.close()
    throw error
  }
}

/** Returns how to get the repository of a reference; each is made once. */
async function openRegistries(
  { images, connection, access }: OpenRequest,
  transport: Transport,
  credentials: CredentialSource,
): Promise<(reference: RegistryReference) => Repository> {
  const references = images.filter((reference) => reference.kind === 'registry')
  const accounts = await accountsOf(references, credentials)
  const sends = new Map<string, RegistrySend>()
  const repositories = new Map<string, Repository>()

  function sendTo({ registry, repository, origin }: Endpoint): RegistrySend {
    const account = accounts.get(`${registry}/${repository}`) ?? registry
    const sharers = references.filter((each) => accounts.get(formatRepository(each)) === account)
    const send =
      sends.get(account) ??
      transport.toRegistry({
        registry,
        origin,
        scopes: scopesOf(sharers, access),
        credential: () => credentials(registry, repository),
      })
    sends.set(account, send)
    return send
  }

  return (reference) => {
    const name = formatRepository(reference)
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

/**
 * Returns whose account each repository is used with, by its name. Podman's configuration can have
 * another for each namespace of a registry; where a job names one repository there, all of that is
 * looked up while the first request is under way instead.
 */
async function accountsOf(
  references: readonly RegistryReference[],
  credentials: CredentialSource,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(references.map((each) => [formatRepository(each), each]))
  const accounts = [...names].map(async ([name, { registry, repository }]) => {
    const isAlone = [...names.values()].filter((each) => each.registry === registry).length === 1
    // What is wrong with them is told where the registry asks for them, if it does.
    const credential = isAlone
      ? undefined
      : await credentials(registry, repository).catch(() => undefined)
    return [name, `${registry} ${JSON.stringify(credential)}`] as const
  })
  return new Map(await Promise.all(accounts))
}

/** One token for all that the job does as one account (distribution, Token Scope Documentation). */
function scopesOf(
  references: readonly RegistryReference[],
  access: 'read' | 'write',
): readonly string[] {
  const actions = access === 'write' ? 'pull,push' : 'pull'
  const repositories = new Set(references.map(({ repository }) => repository))
  return [...repositories].map((repository) => `repository:${repository}:${actions}`)
}

function credentialsOf({ images, connection }: OpenRequest, context: RunContext): CredentialSource {
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
