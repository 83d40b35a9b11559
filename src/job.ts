import type { Report } from './gate/report.ts'
import type { Graph } from './graph.ts'
import type { Annotations } from './oci/annotations.ts'
import type { Descriptor, Platform } from './oci/descriptor.ts'
import type { Digest } from './oci/digest.ts'
import type { Reference } from './oci/reference.ts'
import type { WrittenPolicy } from './policy/written.ts'
import type { ReferrersSource, Sighting } from './repository/referrers.ts'

/** How to reach registries. */
export interface Connection {
  readonly username?: string
  readonly password?: string
  readonly githubToken?: string
  readonly plainHttp: 'auto' | boolean
  /** Path of extra CA certificates, PEM. */
  readonly caFile?: string
  readonly referrersMode: ReferrersMode
  readonly concurrency: number
}

export type ReferrersMode = 'auto' | 'referrers-api' | 'referrers-tag'
export type ManifestFormat = 'oci-image' | 'oras-artifact'

/** The manifests of an image that a job is about. */
export type PlatformSelection = 'subject' | 'all' | readonly Platform[]

/** Everything one step or one command is asked to do; the inputs, checked and typed. */
export interface Job {
  /** Each has a tag or a digest; at least one. */
  readonly images: readonly Reference[]
  readonly platform: PlatformSelection
  readonly attach?: AttachRequest
  /**
   * An artifact that refers to nothing, instead of one that is attached. The images say where it goes
   * and which tag it gets, if any.
   */
  readonly push?: ArtifactRequest
  /** Selects referrers where nothing is attached; empty selects all. */
  readonly artifactTypes: readonly string[]
  readonly dryRun: boolean
  /** Nothing is pulled unless all of the images pass. */
  readonly gate?: GateRequest
  readonly pull?: PullRequest
  /** Whether the graph is wanted; that what is attached is listed is made sure of anyway. */
  readonly discovers: boolean
  /**
   * When it is made sure that lists without a lock keep what this job wrote to them, which takes seconds:
   * before it ends, or later, by who gets them as `unconfirmed`.
   */
  readonly confirms: 'before-end' | 'later'
  /** Levels of the graph to show and to pull; 0 is all. */
  readonly depth: number
  /** The milliseconds that all of it may take. */
  readonly deadline: number
  readonly connection: Connection
}

/** Which files to make artifacts of, and how. */
export interface ArtifactRequest {
  /** Lines as the user wrote them: `path[:media-type]`, with globs and `{platform}`; at least one. */
  readonly files: readonly string[]
  readonly artifactType?: string
  readonly combine: boolean
  readonly annotations: Annotations
  /** UTC to the second; where absent, the document's own. */
  readonly created?: string
  readonly ifExists: 'skip' | 'append'
  readonly manifestFormat: ManifestFormat
}

/** What to attach, and how. */
export interface AttachRequest extends ArtifactRequest {
  /** What is attached, one artifact then, gets this tag too. */
  readonly tag?: string
}

/** What images must carry. */
export interface GateRequest {
  readonly policy: WrittenPolicy
  /** Path of Sigstore's trusted root, JSON; without one, that of the public-good instance is fetched. */
  readonly trustedRoot?: string
}

/** What to pull, and where to. */
export interface PullRequest {
  /** As a later step can open it from the workspace. */
  readonly directory: string
  /** The files of the images themselves, or of everything that is attached to them. */
  readonly what: 'artifact' | 'referrers'
  /** Whether a file that is there with other content is replaced. */
  readonly overwrite: boolean
  /** The most files, and bytes of all of them; beyond it nothing is pulled. */
  readonly maxFiles: number
  readonly maxBytes: number
}

/** A manifest that the job is about, resolved. */
export interface ResolvedSubject {
  /** `registry/repository@digest`, or `oci-layout://PATH@digest`. */
  readonly reference: string
  readonly digest: Digest
  readonly platform?: Platform
}

export interface AttachedFile {
  /** As a step can open it from the workspace. */
  readonly path: string
  readonly title: string
  readonly mediaType: string
  readonly digest: Digest
  readonly size: number
}

/** One artifact of this job: pushed, found to exist, or planned in a dry run. */
export interface Attached {
  /** Absent where it refers to nothing. */
  readonly subject?: string
  readonly reference: string
  readonly digest: Digest
  readonly mediaType: string
  readonly size: number
  readonly artifactType: string
  readonly files: readonly AttachedFile[]
  readonly status: 'pushed' | 'exists' | 'planned'
  /** How it is listed as a referrer; absent while it is only planned. */
  readonly via?: ReferrersSource
}

/** A list without a lock that a job relies on; plain data, for a later process on the same machine. */
export interface Unconfirmed {
  /** The subject's: `registry/repository@digest`. */
  readonly reference: string
  readonly subject: Descriptor
  /** What the job added to it, or found in it; at least one. */
  readonly digests: readonly Digest[]
  readonly sighting: Sighting
}

/** One file that was pulled, or was there already. */
export interface Pulled {
  /** As a step can open it from the workspace. */
  readonly path: string
  /** The artifact that it is a file of. */
  readonly reference: string
  /** Of the file. */
  readonly digest: Digest
  readonly title: string
  readonly mediaType: string
  readonly size: number
  readonly artifactType?: string
}

/** What the job cost. */
export interface Traffic {
  readonly requests: number
  readonly retries: number
  readonly bytesSent: number
  readonly bytesReceived: number
}

/**
 * Everything that is known at the end of a job, also of one that failed: the fronts show it, then
 * report the failure.
 */
export interface Outcome {
  readonly subjects: readonly ResolvedSubject[]
  readonly attached: readonly Attached[]
  /** The lists that are still to be confirmed, where the job leaves that for later. */
  readonly unconfirmed: readonly Unconfirmed[]
  /** One for each image, in their order. */
  readonly graphs: readonly Graph[]
  /** What became of the policy; absent without one, and where it could not be judged. */
  readonly gate?: Report
  /** All that was to be pulled, or nothing. */
  readonly pulled: readonly Pulled[]
  readonly warnings: readonly string[]
  readonly traffic: Traffic
  readonly failure?: Error
}

/** What a front is told while the job runs. */
export type Progress =
  | { readonly kind: 'step'; readonly message: string }
  | {
      readonly kind: 'upload' | 'download'
      readonly title: string
      /** In bytes, so far. */
      readonly done: number
      readonly size: number
    }
  | { readonly kind: 'retry'; readonly message: string }
  | { readonly kind: 'request'; readonly message: string }

export type OnProgress = (progress: Progress) => void
