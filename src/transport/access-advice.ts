/** A request that was refused for lack of permission, as far as advice depends on it. */
export interface Refusal {
  /** `host[:port]` of the registry or its API. */
  readonly host: string
  readonly isWrite: boolean
  /** Where the credential that was sent was found. */
  readonly credentialSource: string | undefined
  /** What the registry said. */
  readonly words: string
}

/**
 * Returns what to do about a 401 or 403: which permission the registry wants for reading or
 * writing, in its own terms, and whose credential was sent.
 */
export function accessAdvice(refusal: Refusal): string {
  const { host, credentialSource, words } = refusal
  if (/expired/i.test(words) && credentialSource) {
    return `The credentials from ${credentialSource} have expired: log in to ${host} again, in this job.`
  }
  const permission = permissionOf(refusal)
  return credentialSource
    ? `The credentials from ${credentialSource} were sent: if they are right, ${permission}`
    : `No credentials were sent: log in to ${host} first (docker login, docker/login-action), or give username and password; ${permission}`
}

function permissionOf({ host, isWrite }: Refusal): string {
  const [, reading, writing] =
    permissions.find(([pattern]) => pattern.test(host)) ?? otherPermissions
  return isWrite ? writing : reading
}

/** Which host, what reading needs, what writing needs. */
type Permission = readonly [RegExp, string, string]

const permissions: readonly Permission[] = [
  [
    /^ghcr\.io$/,
    'the job needs `permissions: packages: read`, and the package must give the repository access (package settings, Manage Actions access).',
    'the job needs `permissions: packages: write`, and the package must give the repository the role Write (package settings, Manage Actions access). A workflow run from a fork can only read.',
  ],
  [
    /(?:^|\.)docker\.io$/,
    'the access token needs the permission Read.',
    'the access token needs the permission Read & Write, and the account must be allowed to push to the repository.',
  ],
  [
    /\.dkr[.-]ecr[.-]|^public\.ecr\.aws$/,
    'the role needs ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:BatchCheckLayerAvailability.',
    'the role needs ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage, ecr:BatchCheckLayerAvailability and ecr:BatchGetImage.',
  ],
  [
    /(?:^|[.-])(?:pkg\.dev|gcr\.io)$/,
    'the account needs the role roles/artifactregistry.reader on the repository.',
    'the account needs the role roles/artifactregistry.writer on the repository.',
  ],
  [
    /\.azurecr\.(?:io|cn|us)$/,
    'the identity needs the role AcrPull, a token the permissions content/read and metadata/read.',
    'the identity needs the role AcrPush, a token the permissions content/write, content/read and metadata/read.',
  ],
  [
    /^registry\.gitlab\.com$/,
    'the token needs the scope read_registry.',
    'the token needs the scopes read_registry and write_registry, and the role Developer.',
  ],
]

const otherPermissions: Permission = [
  /./,
  'the account needs the permission to pull from the repository.',
  'the account needs the permission to push to the repository, and the repository or project must exist.',
]
