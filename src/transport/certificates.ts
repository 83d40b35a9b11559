import { X509Certificate } from 'node:crypto'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { InputError } from '../oci/error.ts'

/**
 * Returns the TLS settings that trust the certificates (PEM) besides those that are trusted anyway:
 * Node's own roots and NODE_EXTRA_CA_CERTS. They are put together once, not for each connection.
 *
 * Throws InputError (input `ca-file`) if the text holds no certificate or a broken one: OpenSSL
 * passes over both in silence, and every connection would then fail for a reason nobody sees.
 */
export function trusting(pem: string): SecureContext {
  const certificates = pem.match(certificate) ?? []
  if (certificates.length === 0) throw invalid('it holds no certificate')
  for (const [at, text] of certificates.entries()) {
    try {
      new X509Certificate(text)
    } catch (cause) {
      throw invalid(`its certificate ${at + 1} cannot be read (${String(cause)})`)
    }
  }
  return createSecureContext({ ca: [...getCACertificates('default'), ...certificates] })
}

const certificate =
  /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g

function invalid(what: string): InputError {
  return new InputError(
    'ca-file',
    `the file of CA certificates cannot be used: ${what}`,
    'It must hold certificates in PEM form, each from BEGIN CERTIFICATE to END CERTIFICATE.',
  )
}
