import type { Graph, GraphReferrer } from '../../src/graph.ts'
import type { Attached, Outcome, Pulled } from '../../src/job.ts'
import { type Digest, digestOf } from '../../src/oci/digest.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'

export const REPOSITORY = 'registry.example/team/app'

/** Returns the digest that a manifest of that name has in the samples. */
export function digestOfName(name: string): Digest {
  return digestOf(new TextEncoder().encode(name))
}

/** Returns a manifest of the name, with what is given in place of the usual. */
export function sampleReferrer(name: string, given: Partial<GraphReferrer> = {}): GraphReferrer {
  const digest = digestOfName(name)
  return {
    reference: `${REPOSITORY}@${digest}`,
    mediaType: OCI_IMAGE_MANIFEST,
    digest,
    size: 700,
    artifactType: 'application/spdx+json',
    sources: ['referrers-api'],
    referrers: [],
    ...given,
  }
}

/** Returns an image of the name with referrers. */
export function sampleGraph(
  name: string,
  referrers: readonly GraphReferrer[],
  given: Partial<Graph> = {},
): Graph {
  const digest = digestOfName(name)
  return {
    reference: `${REPOSITORY}@${digest}`,
    mediaType: OCI_IMAGE_INDEX,
    digest,
    size: 900,
    referrers,
    ...given,
  }
}

/** Returns an artifact of the name attached to the image `app`. */
export function sampleAttached(name: string, given: Partial<Attached> = {}): Attached {
  const digest = digestOfName(name)
  return {
    subject: `${REPOSITORY}@${digestOfName('app')}`,
    reference: `${REPOSITORY}@${digest}`,
    digest,
    mediaType: OCI_IMAGE_MANIFEST,
    size: 700,
    artifactType: 'application/spdx+json',
    files: [
      {
        path: `out/${name}.json`,
        title: `${name}.json`,
        mediaType: 'application/spdx+json',
        digest: digestOfName(`${name} file`),
        size: 1500,
      },
    ],
    status: 'pushed',
    via: 'referrers-api',
    ...given,
  }
}

/** Returns a file of the artifact of the name, pulled into `out`. */
export function samplePulled(name: string, given: Partial<Pulled> = {}): Pulled {
  return {
    path: `out/${name}.json`,
    reference: `${REPOSITORY}@${digestOfName(name)}`,
    digest: digestOfName(`${name} file`),
    title: `${name}.json`,
    mediaType: 'application/spdx+json',
    size: 1500,
    artifactType: 'application/spdx+json',
    ...given,
  }
}

/** Returns the outcome of a job about the graphs. */
export function sampleOutcome(graphs: readonly Graph[], given: Partial<Outcome> = {}): Outcome {
  return {
    subjects: graphs.map(({ reference, digest }) => ({ reference, digest })),
    attached: [],
    unconfirmed: [],
    graphs,
    pulled: [],
    warnings: [],
    traffic: { requests: 3, retries: 1, bytesSent: 0, bytesReceived: 2048 },
    ...given,
  }
}
