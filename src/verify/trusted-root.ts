import { TrustedRoot } from '@sigstore/protobuf-specs'
import { type TrustMaterial, toTrustMaterial } from '@sigstore/verify'
import { InputError, OciError } from '../oci/error.ts'
import type { RootSource } from './fetch-root.ts'
import { type SigstoreInstance, toInstance } from './instance.ts'
import { quoted, Refusal } from './refusal.ts'
import { parseStrictly } from './strict-json.ts'

/** sigstore/protobuf-specs, protos/sigstore_trustroot.proto: the newest, and those that clients may read too. */
const MEDIA_TYPES: readonly unknown[] = [
  'application/vnd.dev.sigstore.trustedroot.v0.2+json',
  'application/vnd.dev.sigstore.trustedroot.v0.1+json',
  'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
]

const ADVICE =
  'Give what `gh attestation trusted-root` or `cosign trusted-root create` writes, or leave the input empty for the public instance of Sigstore.'

/**
 * Returns the instances of Sigstore that a trusted root describes. Of several a line has one each, as
 * `gh attestation trusted-root` writes them: that of everybody and that of GitHub. Throws an
 * {@link InputError} unless each can prove who signed and when.
 */
export function parseTrustedRoot(text: string): readonly SigstoreInstance[] {
  return documentsOf(text).map((document) => {
    const material = materialOf(document)
    if (material.certificateAuthorities.length === 0) {
      throw unusable('has no certificate authority, so nobody could vouch for a signer')
    }
    if (material.tlogs.length === 0 && material.timestampAuthorities.length === 0) {
      throw unusable(
        'has neither a transparency log nor a timestamp authority, so nothing could prove when something was signed',
      )
    }
    return toInstance(material)
  })
}

/**
 * Returns the trusted root of Sigstore's public instance, JSON that {@link parseTrustedRoot} takes.
 * Throws what {@link fetchRoot} throws, and RESPONSE_INVALID for one that cannot be used.
 */
export async function fetchTrustedRoot(source: RootSource): Promise<string> {
  // Most gates ask for no certificate or give their root, and the libraries take time to load.
  const { fetchRoot } = await import('./fetch-root.ts')
  const text = await fetchRoot(source)
  try {
    parseTrustedRoot(text)
    return text
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause
    throw new OciError('RESPONSE_INVALID', `${cause.message}, as it was fetched`, {
      advice: 'Give another as trusted-root, or try it with a newer version of oras-attach.',
      cause,
    })
  }
}

/**
 * JSON of several lines is one document, JSON that ends with its line one of several. Programs on Windows
 * write a byte order mark before a file.
 */
function documentsOf(file: string): readonly string[] {
  const text = file.replace(/^\ufeff/, '')
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const isLineByLine = lines.every((line) => /^\s*\{.*\}\s*$/.test(line))
  return isLineByLine && lines.length > 0 ? lines : [text]
}

function materialOf(text: string): TrustMaterial {
  try {
    const json = parseStrictly('a trusted root', Buffer.from(text))
    const { mediaType } = json
    if (!MEDIA_TYPES.includes(mediaType)) {
      throw new Refusal(`has the media type ${quoted(String(mediaType))}, which is not known`)
    }
    const root = TrustedRoot.fromJSON(json)
    assertLogsBegin(root)
    return toTrustMaterial(root)
  } catch (error) {
    const why =
      error instanceof Refusal ? error.message : `cannot be read: ${quoted(String(error))}`
    throw unusable(why)
  }
}

/** As sigstore-go (trusted_root.go); to the library such a log has been valid for ever. */
function assertLogsBegin({ tlogs, ctlogs }: TrustedRoot): void {
  const keys = [...tlogs, ...ctlogs].flatMap(({ publicKey }) => publicKey ?? [])
  if (keys.every(({ validFor }) => validFor?.start)) return
  throw new Refusal('has a log without the time from which it is valid')
}

function unusable(why: string): InputError {
  return new InputError('trusted-root', `the trusted root ${why}`, ADVICE)
}
