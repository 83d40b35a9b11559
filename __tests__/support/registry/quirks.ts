import type { HostileQuirks } from './hostile.ts'

/**
 * How far the registry departs from the distribution specification: each switch imitates what some
 * registry does, and says how that is known. Absent, the registry follows the specification. A
 * section is implemented in the file of its name.
 */
export interface Quirks {
  readonly referrers?: ReferrersQuirks
  readonly list?: ListQuirks
  readonly oras?: OrasQuirks
  readonly manifests?: ManifestQuirks
  readonly blobs?: BlobQuirks
  readonly uploads?: UploadQuirks
  readonly challenge?: ChallengeQuirks
  readonly tokens?: TokenQuirks
  readonly hostile?: HostileQuirks
}

/** Whether there is a referrers API, and what tells so. */
export interface ReferrersQuirks {
  /**
   * - `404-text`: CNCF distribution 2.8 and 3, whose router knows no such path, and so says it even
   *   to those who are not logged in.
   * - `404-json`: Amazon ECR before 2024-06-27 and other registries that word every error.
   * - `404-html`: GitLab's dependency proxy (gitlab-org/gitlab work item 592705).
   * - `405`: registries that refuse the method on an unknown path.
   * - `303-other-origin`: GHCR leads to github.com, which answers 404 HTML (artifacthub/hub#4785).
   * - `302-login`: Google Artifact Registry until 2024 and registry.k8s.io lead to a sign-in page
   *   at another origin (google/go-containerregistry#1968, oras-project/oras-go#633).
   * - `200-html`: the same page as the answer itself, where something between followed for us.
   * - `400-unknown-subject`: Quay's Python server, where the subject is not in the repository
   *   (PROJQUAY-7523); 404 NAME_UNKNOWN, where there is no such repository at all.
   * - `404-unknown-repository`: zot before 2026-06, without a body (project-zot/zot#4165).
   * - `never-lists`: takes manifests with a subject and lists none.
   * - `401`, `403`, `500`: an error, which says nothing of whether there is an API.
   */
  readonly endpoint?:
    | '404-text'
    | '404-json'
    | '404-html'
    | '405'
    | '303-other-origin'
    | '302-login'
    | '200-html'
    | '400-unknown-subject'
    | '404-unknown-repository'
    | 'never-lists'
    | '401'
    | '403'
    | '500'
  /**
   * The header `OCI-Subject` of a manifest's PUT. By default it tells the truth: it is sent where
   * the endpoint lists. `omitted`: Quay and Harbor 2.8 list without it (goharbor/harbor#18885).
   * `sent`: ECR before 2024-06 and Docker Hub in 2024 sent it without having the API
   * (sigstore/sigstore-js#1183, docker/hub-feedback#2372).
   */
  readonly subjectHeader?: 'omitted' | 'sent'
  /** How many reads of a list miss a manifest that was just pushed: eventual consistency. */
  readonly staleReads?: number
  /**
   * `kept-by-registry`: Google Artifact Registry writes the referrers tag itself when a manifest with
   * a subject is pushed (notaryproject/notation#1222).
   */
  readonly tag?: 'kept-by-registry'
}

/**
 * The referrers API of ORAS, which lists ORAS artifact manifests; without a quirk there is none. Each
 * generation as oras-project/distribution has it, whose tags and branches are named here. With it goes
 * `manifests.subject`, for there an ORAS manifest's subject must be there.
 */
export interface OrasQuirks {
  /**
   * - `draft-1`: v0.0.1-alpha to v0.0.3-alpha, outside of `/v2/`; `references`, null if there are none.
   * - `extension`: branch ext_oras; `references`.
   * - `rc-1`: v1.0.0-rc and v1.0.0-rc.2; `referrers`, in pages.
   */
  readonly generation: 'draft-1' | 'extension' | 'rc-1'
  /** Entries of a page of `rc-1`. */
  readonly pageSize?: number
  /** `ignored`: every page is the first, as for a token whose digests are gone. `other-origin`: hostile. */
  readonly nextToken?: 'ignored' | 'other-origin'
  /** `not-listed`: the extension is configured, but not the one that lists extensions. */
  readonly extensions?: 'not-listed'
}

/** What the referrers API answers. */
export interface ListQuirks {
  /**
   * `config`: the config's media type whatever the manifest says, as go-containerregistry's registry
   * and oras-project/distribution 1.0.0-rc.3 list. `omitted`: Google Artifact Registry
   * (oras-project/oras#1626), Quay before 2024-07.
   */
  readonly artifactType?: 'config' | 'omitted'
  /** `wrong`: Google Artifact Registry (oras-project/oras#1626: 521 instead of 739). */
  readonly size?: 'wrong'
  /** `omitted`: Quay before 2024-07 (quay/quay#3047). */
  readonly annotations?: 'omitted'
  /** `schemaVersion`: a field of Cloudsmith's that no descriptor has (its conformance report). */
  readonly strayField?: 'schemaVersion'
  /**
   * `cosign-tags`: Harbor also lists what is at cosign's `sha256-….sig`, though its manifest names no
   * subject (goharbor/harbor, server/middleware/cosign).
   */
  readonly accessories?: 'cosign-tags'
  /** `null`: an empty list of cuelabs' ociserver has `"manifests": null`. */
  readonly emptyList?: 'null'
  /** `json`: Harbor 2.8 and 2.9 (goharbor/harbor#19212). `charset`: a parameter after the type. */
  readonly contentType?: 'json' | 'charset'
  /**
   * `ignored`: the parameter `artifactType` does nothing, and no header says that it did.
   * `annotated`: an annotation says so, as in the time of 1.1-rc (oras-project/distribution
   * 1.0.0-rc.3, registry/handlers/referrers.go).
   */
  readonly filter?: 'ignored' | 'annotated'
  /** Entries of a page; without it there is one page. */
  readonly pageSize?: number
  /**
   * The `Link` to the next page, by default relative. `absolute`: Cloudflare's serverless-registry.
   * `unquoted-rel`: olareg writes `rel=next`. `other-origin` and `self`: a hostile registry leads
   * elsewhere, or in a circle.
   */
  readonly link?: 'absolute' | 'unquoted-rel' | 'other-origin' | 'self'
}

export interface ManifestQuirks {
  /** In bytes, 4 MiB by default (distribution-spec v1.1.1, Pushing Manifests). */
  readonly maxSize?: number
  /** The answer above it, by default 413; CNCF distribution and Harbor say 400 MANIFEST_INVALID. */
  readonly tooLarge?: 400
  /**
   * `Docker-Content-Digest`. `missing-on-get-by-tag`: Amazon ECR, whose HEAD has it
   * (cue-labs/oci, OmitDigestFromTagGetResponse). `missing`: the header is optional in v1.0.
   */
  readonly digestHeader?: 'missing-on-get-by-tag' | 'missing'
  /**
   * `ecr`: Amazon ECR answers 405 to manifests without `mediaType`, without layers, or with
   * parameters in a media type (opcr-io/policy#149, aws/containers-roadmap#2306).
   */
  readonly validation?: 'ecr'
  /**
   * The answer to the artifact manifests of OCI 1.1-rc and ORAS, which by default are taken. 400: CNCF
   * distribution, Harbor, Quay. 405: Amazon ECR. 415: zot (project-zot/zot#1359).
   */
  readonly artifactManifests?: 400 | 405 | 415
  /**
   * `must-exist`: Docker Hub refused a subject that was not there yet (docker/hub-feedback#2372), as
   * oras-project/distribution did.
   */
  readonly subject?: 'must-exist'
  /**
   * `must-match`: Azure Container Registry and olareg answer 404 if the Accept header has not the
   * manifest's own type (google/go-containerregistry#1697).
   */
  readonly accept?: 'must-match'
  /** `upload`: Artifactory's Location after a PUT is no manifest's (its conformance report). */
  readonly location?: 'upload'
  /**
   * 405 to a DELETE. `refused`: CNCF distribution by default, GHCR. `of-tags-refused`: Azure Container
   * Registry (its conformance report).
   */
  readonly deletion?: 'refused' | 'of-tags-refused'
  /**
   * A tag cannot be moved. `400`: Amazon ECR, TAG_INVALID. `409`: Quay, TAG_IMMUTABLE. `412`:
   * Harbor, PRECONDITION.
   */
  readonly immutableTags?: 400 | 409 | 412
  /**
   * `gzip-if-accepted`: Harbor compresses for clients that take it (oras-project/oras-go#1177).
   * `gzip`: for all, whatever they asked for.
   */
  readonly encoding?: 'gzip-if-accepted' | 'gzip'
}

export interface BlobQuirks {
  /**
   * `redirected`: a GET is answered by 307 to storage at another origin, which refuses a request
   * that has an Authorization header besides the signed URL, as S3 and Azure Storage do.
   */
  readonly download?: 'redirected'
}

export interface UploadQuirks {
  /**
   * `202`: `POST …?digest=` only starts an upload, as on CNCF distribution, Harbor, GitLab (traces
   * of opencontainers/oci-conformance). By default it stores the blob.
   */
  readonly singlePost?: 202
  /**
   * By default relative. `absolute`: CNCF distribution. `other-path`: Google Artifact Registry,
   * outside `/v2/`. `other-origin`: allowed by the specification, and a way to take credentials
   * (CVE-2026-50151). `private-network`: a way to reach what only the client can.
   */
  readonly location?: 'absolute' | 'other-path' | 'other-origin' | 'private-network'
  /** `required`: the Location has a query without which the PUT fails (CNCF distribution, ACR). */
  readonly state?: 'required'
  /** 202: no blob is mounted (Artifactory, Cloudsmith, Amazon ECR unless its account allows it). */
  readonly mount?: 202
  /** `must-exist`: Amazon ECR makes no repository on push, unless a template of its account says so. */
  readonly repository?: 'must-exist'
  /** 400: Google Artifact Registry takes no blob of zero bytes (oras-project/oras-go#294). */
  readonly emptyBlob?: 400
  /** The most bytes of a PATCH, 416 above: 4 MiB on GHCR (oras-project/rust-oci-client#35). */
  readonly maxChunk?: number
  /** The status of a PUT that stored the blob, by default 201; containerd's pusher takes these too. */
  readonly putStatus?: 200 | 202 | 204
}

/** How the registry asks for authentication. */
export interface ChallengeQuirks {
  /**
   * `lower-case`: zot writes `bearer` and `basic`. `unquoted`: `service=gcr.io`. `only-at-v2`: gcr.io
   * answers 401 without WWW-Authenticate except at `/v2/` (containers/image, docker_client.go).
   * `only-first`: Google Artifact Registry, once something was sent that it does not accept.
   */
  readonly form?: 'lower-case' | 'unquoted' | 'only-at-v2' | 'only-first'
  /**
   * `placeholder-at-v2`: GHCR asks for `repository:user/image:pull` at `/v2/`
   * (oras-project/oras#1128). `placeholder`: the same everywhere, which finds out who copies it; no
   * token is for that. `omitted`: Google Artifact Registry at `/v2/`.
   * `without-first-part`: Artifactory's lacks the key of the repository on some routes; tokens for
   * either name are good.
   *
   * These a token must be for, whatever else: `aws` of Amazon ECR Public, `*` of Gitea,
   * `repository:NAME:any` of Cloudsmith (its conformance report).
   */
  readonly scope?:
    | 'placeholder'
    | 'placeholder-at-v2'
    | 'omitted'
    | 'without-first-part'
    | 'aws'
    | '*'
    | 'any'
  /**
   * `metadata_read`: what Azure Container Registry wants a token to be for, to list tags; one for
   * `pull` is refused there (Azure/acr#675).
   */
  readonly tagsAction?: 'metadata_read'
  /** `other-origin`: Docker Hub and GitLab have their token endpoint at another host. */
  readonly realm?: 'other-origin'
  /** `text`: Amazon ECR's 401 is the text `Not Authorized` (NVIDIA/enroot#59). */
  readonly body?: 'text'
  /**
   * What a client without permission gets after it authenticated, by default 403 DENIED. `401`: CNCF
   * distribution and Docker Hub issue a token with less access, then say insufficient_scope.
   */
  readonly denial?: 401
}

/** How the token endpoint answers. */
export interface TokenQuirks {
  /** Where it is, by default `/token`. Of many it is below `/v2/`. */
  readonly path?: string
  /**
   * Of the answer to GET, by default `token`. `access_token`: Azure Container Registry. `both`:
   * Cloudsmith.
   */
  readonly key?: 'access_token' | 'both'
  /** `expires_in` in seconds, which is then true. By default not sent, and tokens do not expire. */
  readonly expiresIn?: number
  /** The answer to a wrong password, by default 401. 403: Google Artifact Registry. */
  readonly refusal?: 403
  /** `any`: a token of Google Artifact Registry is for everything that its owner may do. */
  readonly scopes?: 'any'
  /** How many requests a token is good for, whatever `expires_in` says. */
  readonly maxUses?: number
  /**
   * The answer to an OAuth2 POST; by default it is taken. 404: Google. 401: JFrog. 405: GHCR and
   * others that only know GET (containerd, authorizer.go).
   */
  readonly oauth2?: 401 | 404 | 405
}
