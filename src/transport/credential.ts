interface Found {
  /** Where it was found, for error messages: `the inputs username and password`. */
  readonly source: string
}

/** A user name with a password or access token. */
export interface BasicCredential extends Found {
  readonly kind: 'basic'
  readonly username: string
  readonly password: string
}

/** An identity token: a refresh token that the token endpoint takes by OAuth2 POST. */
export interface RefreshTokenCredential extends Found {
  readonly kind: 'refresh-token'
  readonly token: string
}

/** A registry token, sent as it is. */
export interface BearerCredential extends Found {
  readonly kind: 'bearer'
  readonly token: string
}

export type Credential = BasicCredential | RefreshTokenCredential | BearerCredential

/**
 * Returns the credential for a registry and repository, or undefined where there is none.
 * `registry` is `host[:port]`, Docker Hub always `docker.io`.
 * Throws CREDENTIALS_INVALID if the configuration that holds it cannot be read or a helper fails.
 */
export type CredentialSource = (
  registry: string,
  repository: string,
) => Promise<Credential | undefined>
