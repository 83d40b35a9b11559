import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Certificate {
  readonly certFile: string
  readonly keyFile: string
}

/**
 * Returns a new certificate for 127.0.0.1 and localhost, signed by itself, so that it is also the CA
 * to trust; the files are in the directory. Needs `openssl`, as Node cannot make certificates.
 */
export async function makeCertificate(directory: string): Promise<Certificate> {
  const certFile = join(directory, 'cert.pem')
  const keyFile = join(directory, 'key.pem')
  await promisify(execFile)('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-noenc',
    '-subj',
    '/CN=oras-attach test',
    '-addext',
    'subjectAltName=IP:127.0.0.1,DNS:localhost',
    '-days',
    '2',
    '-keyout',
    keyFile,
    '-out',
    certFile,
  ])
  return { certFile, keyFile }
}
