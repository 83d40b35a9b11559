import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export interface TufOptions {
  /** When the timestamp of the repository expires; by default not for a long time. */
  readonly timestampExpires?: Date
}

/** What a TUF repository serves, by path, and what vouches for it. */
export interface TufRepository {
  /** The `root.json` that clients start with. */
  readonly root: string
  readonly files: Readonly<Record<string, string>>
}

/** After every test. */
const LATER = '2119-01-01T00:00:00Z'

/**
 * Returns a TUF repository (specification 1.0.31) with one target, all of it signed with one key: what
 * Sigstore's has, as far as a client of it looks.
 */
export function createTufRepository(
  target: { readonly name: string; readonly content: string },
  { timestampExpires = new Date(LATER) }: TufOptions = {},
): TufRepository {
  const key = createKey()
  const metadata = (type: string, expires: string, content: object): string =>
    signed(key, { _type: type, spec_version: '1.0.31', version: 1, expires, ...content })
  const role = { keyids: [key.id], threshold: 1 }
  const roles = { root: role, timestamp: role, snapshot: role, targets: role }
  const keys = { [key.id]: key.json }
  const root = metadata('root', LATER, { consistent_snapshot: false, keys, roles })
  const targets = metadata('targets', LATER, { targets: { [target.name]: fileOf(target.content) } })
  const snapshot = metadata('snapshot', LATER, { meta: { 'targets.json': metaOf(targets) } })
  const timestamp = metadata('timestamp', timestampExpires.toISOString(), {
    meta: { 'snapshot.json': metaOf(snapshot) },
  })
  return {
    root,
    files: {
      '/timestamp.json': timestamp,
      '/snapshot.json': snapshot,
      '/targets.json': targets,
      [`/targets/${target.name}`]: target.content,
    },
  }
}

interface TufKey {
  readonly id: string
  readonly json: object
  readonly privateKey: KeyObject
}

function createKey(): TufKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  const keyval = { public: Buffer.from(x, 'base64url').toString('hex') }
  const json = { keytype: 'ed25519', scheme: 'ed25519', keyval }
  return { id: createHash('sha256').update(canonical(json)).digest('hex'), json, privateKey }
}

function signed({ id, privateKey }: TufKey, content: object): string {
  const sig = sign(null, Buffer.from(canonical(content)), privateKey).toString('hex')
  return JSON.stringify({ signatures: [{ keyid: id, sig }], signed: content })
}

function metaOf(metadata: string): object {
  return { version: 1, ...fileOf(metadata) }
}

function fileOf(content: string): object {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { length: Buffer.byteLength(content), hashes: { sha256 } }
}

/** Canonical JSON: names in order, no space. Nothing here has characters that it writes in its own way. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return Array.isArray(value) ? `[${value.map(canonical).join(',')}]` : JSON.stringify(value)
  }
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`
}
