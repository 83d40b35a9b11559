/** Who may use the registry, and how they prove who they are. */
export interface Authentication {
  /** `bearer`: with tokens of the endpoint `/token`. */
  readonly scheme: 'basic' | 'bearer'
  readonly accounts: readonly Account[]
  /** Lets everyone read every repository; under `bearer` with a token that anyone gets. */
  readonly anonymousPull?: boolean
}

export interface Account {
  readonly username: string
  readonly password: string
  /** An identity token, which the token endpoint takes by OAuth2 POST. */
  readonly refreshToken?: string
  /** A bearer token that the registry takes as it is. */
  readonly registryToken?: string
  /** By repository; where none is given, everything is allowed. */
  readonly permissions?: Readonly<Record<string, Permission>>
}

export type Permission = 'none' | 'pull' | 'push'
/** What a request does with a repository; `push` is every change, `metadata_read` lists its tags. */
export type Action = 'pull' | 'push' | 'metadata_read'

/** Nobody in particular: a client without credentials. */
export type Client = Account | 'anonymous'

/** Tells whether the client may do this with the repository. */
export function isAllowed(
  { anonymousPull = false }: Authentication,
  client: Client,
  repository: string,
  action: Action,
): boolean {
  if (action !== 'push' && anonymousPull) return true
  if (client === 'anonymous') return false
  const permission = client.permissions?.[repository] ?? 'push'
  return permission === 'push' || (permission === 'pull' && action !== 'push')
}

/** Returns the account whose name and password `Authorization: Basic …` carries. */
export function accountByBasic(
  { accounts }: Authentication,
  authorization: string | undefined,
): Account | undefined {
  const encoded = /^basic +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return undefined
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  return accounts.find(({ username, password }) => decoded === `${username}:${password}`)
}
