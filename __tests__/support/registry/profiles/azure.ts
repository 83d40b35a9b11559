import type { OrasQuirks, Quirks } from '../quirks.ts'
import { dockerLogin, type Profile } from './profile.ts'

const NAME = 'example.azurecr.io'
const names = { registry: NAME, other: 'example.blob.core.windows.net' }

/**
 * The conformance report of Azure Container Registry (opencontainers/oci-conformance,
 * distribution-spec v1.1, 2024-06-26) and its documentation of tokens (Azure/acr, AAD-OAuth.md).
 */
const quirks: Quirks = {
  manifests: { accept: 'must-match', deletion: 'of-tags-refused' },
  blobs: { download: 'redirected' },
  uploads: { state: 'required' },
  challenge: { tagsAction: 'metadata_read' },
  tokens: { path: '/oauth2/token', key: 'access_token' },
}

/** What `az acr login` puts into Docker's configuration: a refresh token under the null GUID. */
const user = {
  username: '00000000-0000-0000-0000-000000000000',
  password: 'refresh-token-of-a-user',
  refreshToken: 'refresh-token-of-a-user',
}
const azLogin = {
  by: 'docker-config',
  auths: { [NAME]: dockerLogin(user.username, user.password) },
} as const

/** A user, a service principal or a managed identity, by `az acr login`. */
export const azure: Profile = {
  name: 'Azure Container Registry',
  options: { names, authentication: { scheme: 'bearer', accounts: [user] }, quirks },
  repository: 'team/app',
  login: azLogin,
  via: 'referrers-api',
  permission: 'AcrPush',
}

const scopedToken = {
  username: 'ci-token',
  password: 'generated-password',
  permissions: { 'team/app': 'push' },
} as const

/** A token for one repository, whose tags nobody lists without `metadata_read` (Azure/acr#675). */
export const azureToken: Profile = {
  name: 'Azure Container Registry, with a repository-scoped token',
  options: { names, authentication: { scheme: 'bearer', accounts: [scopedToken] }, quirks },
  repository: 'team/app',
  login: { by: 'inputs', username: scopedToken.username, password: scopedToken.password },
  via: 'referrers-api',
  permission: 'content/write',
}

/** Encrypted with the customer's key, it lacks the API (MicrosoftDocs/azure-management-docs#35). */
export const azureOwnKey: Profile = {
  name: 'Azure Container Registry, encrypted with a customer-managed key',
  options: {
    names,
    authentication: { scheme: 'bearer', accounts: [user] },
    quirks: { ...quirks, referrers: { endpoint: '404-json' } },
  },
  repository: 'team/app',
  login: azLogin,
  via: 'referrers-tag',
  permission: 'AcrPush',
}

/**
 * The preview of ORAS artifacts, of before OCI 1.1: a subject must be there. What it answered to OCI's
 * path is not published; that it did as without the API now is assumed.
 */
function preview(year: string, generation: OrasQuirks['generation']): Profile {
  return {
    name: `Azure Container Registry, preview of ORAS artifacts ${year}`,
    options: {
      names,
      authentication: { scheme: 'bearer', accounts: [user] },
      quirks: {
        ...quirks,
        manifests: { ...quirks.manifests, subject: 'must-exist' },
        referrers: { endpoint: '404-json' },
        oras: { generation },
      },
    },
    repository: 'team/app',
    login: azLogin,
    via: 'referrers-tag',
    permission: 'AcrPush',
  }
}

/** Lists as draft.1 does, which `az acr manifest list-referrers` read (Azure/azure-cli, acr/manifest.py). */
export const azurePreview2021 = preview('2021', 'draft-1')

/** Lists as rc.1 and rc.2 do, for oras-project/oras 0.14, with which its documentation showed it then. */
export const azurePreview2022 = preview('2022', 'rc-1')
