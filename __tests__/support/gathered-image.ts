import { discover } from '../../src/discover.ts'
import type { JudgedImage } from '../../src/gate/evidence.ts'
import { type GateTarget, gather } from '../../src/gate/gather.ts'
import type { Annotations } from '../../src/oci/annotations.ts'
import { type Descriptor, subjectDescriptor } from '../../src/oci/descriptor.ts'
import { type Digest, splitDigest } from '../../src/oci/digest.ts'
import { decodeManifest, type Encoded, encodeJson } from '../../src/oci/encoded.ts'
import type { JsonObject } from '../../src/oci/json.ts'
import type { Manifest } from '../../src/oci/manifest.ts'
import { OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { emptyConfig } from '../../src/oci/pack.ts'
import type { Policy, Rule } from '../../src/policy/policy.ts'
import { contentOfBytes } from '../../src/repository/content.ts'
import type { RepositoryReader } from '../../src/repository/repository.ts'
import { envelopeOf } from './cosign.ts'
import type { MemoryRepository } from './memory-repository.ts'
import { sampleRule } from './sample-gate.ts'

/** A layer of an artifact that hangs on something. */
export interface ReferrerLayer {
  readonly mediaType: string
  readonly content: string | Uint8Array
  readonly annotations?: Annotations
}

/** An artifact, with what its type does not tell. */
export interface ReferrerOptions {
  /** By default one of the artifact's type, which holds `{}`. */
  readonly layers?: readonly ReferrerLayer[]
  readonly annotations?: Annotations
  /** In place of the empty one. */
  readonly configType?: string
}

/** Pushes an artifact that refers to the subject, and has it listed. */
export async function pushReferrer(
  repository: MemoryRepository,
  subject: Descriptor,
  artifactType: string | undefined,
  options: ReferrerOptions = {},
): Promise<Descriptor> {
  const { annotations, configType = emptyConfig.descriptor.mediaType } = options
  const { layers = [{ mediaType: artifactType ?? '', content: '{}' }] } = options
  const config = contentOfBytes(emptyConfig.bytes, configType)
  const blobs = layers.map(({ content, mediaType }) =>
    contentOfBytes(Buffer.from(content), mediaType),
  )
  await Promise.all([config, ...blobs].map((blob) => repository.pushBlob(blob)))
  const manifest = encodedManifest({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    ...(artifactType !== undefined && { artifactType }),
    config: config.descriptor,
    layers: blobs.map(({ descriptor }, at) => ({
      ...descriptor,
      annotations: layers[at]?.annotations,
    })),
    subject: subjectDescriptor(subject),
    annotations,
  })
  await repository.pushManifest(manifest)
  await repository.ensureListed(subject, [manifest])
  return manifest.descriptor
}

function encodedManifest(value: JsonObject & { readonly mediaType: string }): Encoded<Manifest> {
  const { bytes, descriptor } = encodeJson(value)
  return decodeManifest(bytes, descriptor)
}

/** Returns an in-toto statement about the digests. */
export function statementAbout(
  digests: readonly Digest[],
  predicateType = 'https://slsa.dev/provenance/v1',
  predicate: object = {},
): object {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: digests.map((digest) => {
      const [algorithm, encoded] = splitDigest(digest)
      return { name: 'app', digest: { [algorithm]: encoded } }
    }),
    predicateType,
    predicate,
  }
}

/** Returns a Sigstore bundle around the statement, whose signature is none. */
export function bundleOf(statement: object, material: object = {}): string {
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: material,
    dsseEnvelope: envelopeOf(JSON.stringify(statement)),
  })
}

/** Returns a rule about the type, an alias or an artifact type, with what else is given. */
export function ruleFor(type: string, given: Partial<Rule> = {}): Rule {
  return sampleRule({
    type: type.includes('/')
      ? { kind: 'artifact-type', artifactType: type }
      : { kind: 'alias', alias: type as Extract<Rule['type'], { kind: 'alias' }>['alias'] },
    ...given,
  })
}

/** Returns the image as a gate gets it. */
export async function targetOf(reader: RepositoryReader, image: Descriptor): Promise<GateTarget> {
  return { reader, graph: await discover(reader, image, { depth: 0, onWarning: () => undefined }) }
}

/** Returns the image with the evidence that is gathered for the policy. */
export async function gathered(
  repository: RepositoryReader,
  image: Descriptor,
  policy: Policy,
  reader: RepositoryReader = repository,
  onCertificate: () => void = () => undefined,
): Promise<JudgedImage> {
  const { graph } = await targetOf(repository, image)
  const [judged] = await gather([{ reader, graph }], policy, { onCertificate })
  if (!judged) throw new Error('nothing was gathered')
  return judged
}
