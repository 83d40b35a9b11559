import type { Readable } from 'node:stream'
import { listenAt } from '../documents/json-paths.ts'
import { untilSyntaxError } from '../documents/until-syntax-error.ts'
import type { JsonLimits } from '../json/limits.ts'
import type { JsonListener, JsonValue } from '../json/listener.ts'
import { createJsonScanner } from '../json/scan.ts'
import { JsonSyntaxError } from '../json/syntax-error.ts'
import { type Digest, splitDigest } from '../oci/digest.ts'
import { createBase64Decoder } from './base64.ts'

/**
 * Tells whether what was signed is about the digest. Reads the stream to its end and keeps nothing of
 * it; whatever else is in it may be of any size. Throws what the stream throws.
 */
export type NamesDigest = (bytes: Readable, digest: Digest) => Promise<boolean>

const LIMITS: JsonLimits = {
  // As for any document (documents/json-reader.ts): the predicate may be an SBOM.
  maxDepth: 1000,
  maxTextBytes: 4096,
  // A name that matters is not accepted twice; comparing the others would take memory in their number.
  duplicateKeys: 'allow',
}

interface Scan {
  write(bytes: Uint8Array): void
  /** Tells what was asked of the complete text. */
  end(): boolean
}

/** Looks into a simple signing payload (containers/image, docs/containers-signature.5.md). */
export const namesInSignature: NamesDigest = (bytes, digest) =>
  scanAll(bytes, signatureScan(digest))

/** Looks into the in-toto statement in a DSSE envelope. */
export const namesInStatement: NamesDigest = (bytes, digest) => scanAll(bytes, envelopeScan(digest))

/** Malformed bytes are read to their end too: that they are not those of the digest shows only there. */
async function scanAll(bytes: Readable, scan: Scan): Promise<boolean> {
  const reader = untilSyntaxError(scan, JsonSyntaxError)
  for await (const chunk of bytes) reader.write(chunk)
  return reader.end() ?? false
}

function signatureScan(digest: Digest): Scan {
  return scanFor({ 'critical.image.docker-manifest-digest': isText(digest) })
}

/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md, and v0.1 before it. */
function statementScan(digest: Digest): Scan {
  const [algorithm, encoded] = splitDigest(digest)
  return scanFor({
    _type: (value) =>
      value.type === 'string' && value.text?.startsWith('https://in-toto.io/Statement/') === true,
    [`subject[].digest.${algorithm}`]: isText(encoded),
  })
}

type Test = (value: JsonValue) => boolean

function isText(text: string): Test {
  return (value) => value.type === 'string' && value.text === text
}

/** Asks for a value that passes its test at every path. */
function scanFor(tests: Readonly<Record<string, Test>>): Scan {
  const wanted = new Set(Object.keys(tests))
  let isAmbiguous = false
  const gatherings = Object.entries(tests).map(([path, passes]) => ({
    path,
    add: (value: JsonValue): void => {
      if (passes(value)) wanted.delete(path)
    },
  }))
  const listener = listenAt(gatherings, () => {
    isAmbiguous = true
  })
  const scanner = createJsonScanner(listener, LIMITS)
  return {
    write: (bytes) => scanner.write(bytes),
    end: () => {
      scanner.end()
      return wanted.size === 0 && !isAmbiguous
    },
  }
}

/**
 * Scans the statement in base64 while the envelope passes by
 * (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md).
 */
function envelopeScan(digest: Digest): Scan {
  const base64 = createBase64Decoder()
  const statement = statementScan(digest)
  let payloads = 0
  let names = false
  const payload: JsonListener = {
    passing: (bytes) => statement.write(base64.write(bytes)),
    seen: () => {
      statement.write(base64.end())
      payloads += 1
      names = payloads === 1 && statement.end()
    },
  }
  const envelope: JsonListener = {
    seen: () => undefined,
    member: (key) => (key === 'payload' ? payload : undefined),
  }
  const scanner = createJsonScanner(envelope, LIMITS)
  return {
    write: (bytes) => scanner.write(bytes),
    end: () => {
      scanner.end()
      return names
    },
  }
}
