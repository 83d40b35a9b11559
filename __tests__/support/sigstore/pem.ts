import { X509Certificate } from 'node:crypto'

/** Returns a certificate, DER in base64, as PEM. */
export function pemOf(certificate: string): string {
  return new X509Certificate(Buffer.from(certificate, 'base64')).toString()
}
