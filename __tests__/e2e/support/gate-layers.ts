import { parseDigest } from '../../../src/oci/digest.ts'
import { OCI_IMAGE_CONFIG, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import type { CosignMaterial } from '../../../src/verify/signature.ts'
import { DSSE, SIMPLE_SIGNING } from '../../support/cosign.ts'
import { altered, turnBit } from '../../support/sigstore/altered.ts'
import {
  annotationsOf,
  attestationLayer,
  simpleSigningLayer,
} from '../../support/sigstore/cosign-layers.ts'
import type { LocalSigstore, SignOptions } from '../../support/sigstore/local-sigstore.ts'
import { inEnvelope } from './gate-altered.ts'
import { OTHER_DIGEST, OTHER_WORKFLOW, provenanceOf } from './gate-bundles.ts'
import type { Piece } from './gate-pieces.ts'
import type { LayerName } from './gate-verdicts.ts'

/** Returns what cosign 2 keeps at a tag of the image of the digest. */
type MakeAtTag = (digest: string) => Promise<Piece>

/** The one layer at a tag: what is in it, and what its annotations say. */
interface Layer {
  readonly content: string
  readonly signature?: string
  readonly material: CosignMaterial
}

/** A layer, and how an alteration of it may take from another, of the same image by the same workflow. */
type Alter = (layer: Layer, another: Layer) => Layer

const asItIs: Alter = (layer) => layer
const inMaterial =
  (change: (material: CosignMaterial, another: CosignMaterial) => CosignMaterial): Alter =>
  (layer, another) => ({ ...layer, material: change(layer.material, another.material) })
const otherCertificate = inMaterial((material, { certificate = '' }) => ({
  ...material,
  certificate,
}))
const otherEntry = inMaterial((material, { rekorBundle = '' }) => ({ ...material, rekorBundle }))
const otherTime = inMaterial((material) => {
  const bundle: object = JSON.parse(material.rekorBundle ?? '')
  const later = altered(bundle, 'Payload.integratedTime', (time: number) => time + 1)
  return { ...material, rekorBundle: JSON.stringify(later) }
})

/** Returns how to make what stands at cosign's tags with an instance of Sigstore. */
export function layerMakersOf(sigstore: LocalSigstore): Readonly<Record<LayerName, MakeAtTag>> {
  const sig =
    (alter: Alter, about?: string, options?: SignOptions): MakeAtTag =>
    async (digest) => {
      const sign = () => signatureLayer(sigstore, about ?? digest, options)
      return atTag('sig', SIMPLE_SIGNING, alter(await sign(), await sign()))
    }
  const att =
    (alter: Alter, about?: string, options?: SignOptions): MakeAtTag =>
    async (digest) => {
      const attest = () => provenanceLayer(sigstore, about ?? digest, options)
      return atTag('att', DSSE, alter(await attest(), await attest()))
    }
  return {
    'a signature': sig(asItIs),
    'a signature by another workflow': sig(asItIs, undefined, { by: OTHER_WORKFLOW }),
    'a signature of another image': sig(asItIs, OTHER_DIGEST),
    'a signature, its payload altered': sig((layer) => ({
      ...layer,
      content: `${layer.content} `,
    })),
    'a signature, itself altered': sig(({ signature = '', ...layer }) => ({
      ...layer,
      signature: turnBit(signature),
    })),
    'a signature with another certificate': sig(otherCertificate),
    'a signature with another entry of the log': sig(otherEntry),
    'a signature with another time of the log': sig(otherTime),
    'a signature in no log': sig(asItIs, undefined, { entry: 'none', stamped: false }),
    provenance: att(asItIs),
    'provenance, logged as before cosign 2.2': att(asItIs, undefined, { entry: 'intoto 0.0.1' }),
    'provenance by another workflow': att(asItIs, undefined, { by: OTHER_WORKFLOW }),
    'provenance of another image': att(asItIs, OTHER_DIGEST),
    'provenance, its payload altered': att((layer) => ({
      ...layer,
      content: inEnvelope({ payload: (text) => `${text} ` })(layer.content),
    })),
    'provenance, its signature altered': att((layer) => ({
      ...layer,
      content: inEnvelope({ sig: turnBit })(layer.content),
    })),
    'provenance with another certificate': att(otherCertificate),
    'provenance with another entry of the log': att(otherEntry),
  }
}

async function signatureLayer(
  sigstore: LocalSigstore,
  about: string,
  options?: SignOptions,
): Promise<Layer> {
  const { payload, ...layer } = await simpleSigningLayer(sigstore, parseDigest(about), options)
  return { ...layer, content: payload.toString() }
}

async function provenanceLayer(
  sigstore: LocalSigstore,
  about: string,
  options?: SignOptions,
): Promise<Layer> {
  const { bytes, material } = await attestationLayer(sigstore, provenanceOf(about), options)
  return { content: bytes.toString(), material }
}

function atTag(suffix: 'sig' | 'att', mediaType: string, { content, ...layer }: Layer): Piece {
  const config = Buffer.from('{"architecture":"","os":"","config":{},"rootfs":{"type":"layers"}}')
  return {
    suffix,
    manifest: {
      schemaVersion: 2,
      mediaType: OCI_IMAGE_MANIFEST,
      config: { mediaType: OCI_IMAGE_CONFIG },
      layers: [{ mediaType, annotations: annotationsOf(layer) }],
    },
    blobs: [config, Buffer.from(content)],
  }
}
