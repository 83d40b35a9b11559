/**
 * How far the registry departs from the distribution specification: each switch imitates what some
 * registry does, and says how that is known. Absent, the registry follows the specification. A
 * section is implemented in the file of its name.
 */
export interface Quirks {
  readonly referrers?: ReferrersQuirks
  readonly list?: ListQuirks
  readonly manifests?: ManifestQuirks
  readonly blobs?: BlobQuirks
  readonly uploads?: UploadQuirks
  readonly challenge?: ChallengeQuirks
  readonly tokens?: TokenQuirks
}

/** Whether there is a referrers API, and what tells so. */
export interface ReferrersQuirks {
  /**
   * - `404-text`: CNCF distribution 2.8 and 3, whose router knows no such path.
   * - `404-json`: Amazon ECR before 2024-06-27 and other registries that word every error.
   * - `404-html`: GitLab's dependency proxy (gitlab-org/gitlab work item 592705).
   * - `405`: registries that refuse the method on an unknown path.
   * - `303-other-origin`: GHCR leads to github.com, which answers 404 HTML (artifacthub/hub#4785).
   * - `302-login`: Google Artifact Registry until 2024 and registry.k8s.io lead to a sign-in page
   *   at another origin (google/go-containerregistry#1968, oras-project/oras-go#633).
   * - `200-html`: the same page as the answer itself, where something between followed for us.
   * - `400-unknown-subject`: Quay's Python server, where the subject is not in the repository
   *   (PROJQUAY-7523).
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
}

/** What the referrers API answers. */
export interface ListQuirks {
  /**
   * `config`: the config's media type whatever the manifest says, as go-containerregistry's registry
   * lists. `omitted`: Google Artifact Registry (oras-project/oras#1626), Quay before 2024-07.
   */
  readonly artifactType?: 'config' | 'omitted'
  /** `wrong`: Google Artifact Registry (oras-project/oras#1626: 521 instead of 739). */
  readonly size?: 'wrong'
  /** `omitted`: Quay before 2024-07 (quay/quay#3047). */
  readonly annotations?: 'omitted'
  /** `null`: an empty list of cuelabs' ociserver has `"manifests": null`. */
  readonly emptyList?: 'null'
  /** `json`: Harbor 2.8 and 2.9 (goharbor/harbor#19212). `charset`: a parameter after the type. */
  readonly contentType?: 'json' | 'charset'
  /** `ignored`: the parameter `artifactType` does nothing, and no header says that it did. */
  readonly filter?: 'ignored'
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
   * (CVE-2026-50151).
   */
  readonly location?: 'absolute' | 'other-path' | 'other-origin'
  /** `required`: the Location has a query without which the PUT fails (CNCF distribution, ACR). */
  readonly state?: 'required'
  /** The status of a PUT that stored the blob, by default 201; containerd's pusher takes these too. */
  readonly putStatus?: 200 | 202 | 204
}

/** How the registry asks for authentication. */
export interface ChallengeQuirks {
  /**
   * `lower-case`: zot writes `bearer` and `basic`. `unquoted`: `service=gcr.io`. `only-at-v2`: gcr.io
   * answers 401 without WWW-Authenticate except at `/v2/` (containers/image, docker_client.go).
   */
  readonly form?: 'lower-case' | 'unquoted' | 'only-at-v2'
  /**
   * `placeholder`: GHCR asks for `repository:user/image:pull` at `/v2/` (oras-project/oras#1128);
   * here everywhere. `omitted`: Google Artifact Registry at `/v2/`.
   */
  readonly scope?: 'placeholder' | 'omitted'
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
  /** Of the answer to GET, by default `token`. `access_token`: Azure Container Registry. */
  readonly key?: 'access_token'
  /** `expires_in` in seconds, which is then true. By default not sent, and tokens do not expire. */
  readonly expiresIn?: number
  /** How many requests a token is good for, whatever `expires_in` says. */
  readonly maxUses?: number
  /**
   * The answer to an OAuth2 POST; by default it is taken. 404: Google. 401: JFrog. 405: GHCR and
   * others that only know GET (containerd, authorizer.go).
   */
  readonly oauth2?: 401 | 404 | 405
}
