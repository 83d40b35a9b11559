import { isObject, parseJson } from '../oci/json.ts'
import type { Entry } from './entity.ts'
import { Refusal } from './refusal.ts'

/**
 * Where the kinds of log entries have what verifies the signature, PEM in base64, and those of Rekor v2,
 * DER in base64 (sigstore/rekor, pkg/types; sigstore/rekor-tiles, api/proto).
 */
const PEM_PATHS = [
  ['spec', 'signature', 'publicKey', 'content'],
  ['spec', 'signatures', '0', 'verifier'],
  ['spec', 'content', 'envelope', 'signatures', '0', 'publicKey'],
  ['spec', 'publicKey'],
]
const VERIFIER_PATHS = [
  ['spec', 'hashedRekordV002', 'signature', 'verifier'],
  ['spec', 'dsseV002', 'signatures', '0', 'verifier'],
]
const DER_PATHS = VERIFIER_PATHS.flatMap((path) => [
  [...path, 'x509Certificate', 'rawBytes'],
  [...path, 'publicKey', 'rawBytes'],
])

/**
 * Throws a {@link Refusal} unless each entry is about a signature of one of the certificates or keys,
 * DER, as sigstore-go demands (pkg/verify/tlog.go). The library compares what was signed and the
 * signature: another key, chosen to fit a signature that there is already, would do.
 */
export function assertLoggedFor(entries: readonly Entry[], signers: readonly Buffer[]): void {
  for (const { canonicalizedBody } of entries) {
    const logged = signerIn(parseJson(canonicalizedBody))
    if (!logged || !signers.some((signer) => signer.equals(logged))) {
      throw new Refusal('has a log entry that is about a signature of somebody else')
    }
  }
}

function signerIn(body: unknown): Buffer | undefined {
  for (const path of PEM_PATHS) {
    const pem = valueAt(body, path)
    if (pem !== undefined) return toDer(Buffer.from(pem, 'base64').toString('latin1'))
  }
  for (const path of DER_PATHS) {
    const der = valueAt(body, path)
    if (der !== undefined) return Buffer.from(der, 'base64')
  }
  return undefined
}

function toDer(pem: string): Buffer {
  return Buffer.from(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64')
}

function valueAt(value: unknown, path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>((at, name) => {
    if (Array.isArray(at)) return at[Number(name)]
    return isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined
  }, value)
  return typeof found === 'string' ? found : undefined
}
