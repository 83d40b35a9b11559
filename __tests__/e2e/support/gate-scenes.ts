import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { turnBit } from '../../support/sigstore/altered.ts'
import { inBundle, inEnvelope, withContent, withSignature } from './gate-altered.ts'
import {
  type Bare,
  bundlePiece,
  copyBare,
  movedTo,
  type Piece,
  putPiece,
  tagPiece,
} from './gate-pieces.ts'
import { copyToLayout } from './gate-places.ts'
import { PROVENANCE, type SceneName } from './gate-verdicts.ts'
import type { Store, StoredImage } from './store.ts'

const SIGNATURE = 'https://sigstore.dev/cosign/sign/v1'

/** Without any service of Sigstore's: signed with a key, and logged nowhere. */
export const offline = [
  '--key=cosign.key',
  '--tlog-upload=false',
  '--use-signing-config=false',
  '--yes',
]
const atTag = '--new-bundle-format=false'

/** What cosign attaches to one image, in both of its forms. */
type Pieces = Readonly<Record<'signature' | 'provenance' | 'sig' | 'att', Piece>>

/** What is attached to an image: what cosign made for it or for another one, or that altered. */
type Scene = (here: Pieces, elsewhere: Pieces) => readonly Piece[]

const scenes: Readonly<Record<SceneName, Scene>> = {
  nothing: () => [],
  bundles: ({ signature, provenance }) => [signature, provenance],
  'what tags name': ({ sig, att }) => [sig, att],
  both: (here) => Object.values(here),
  'a signature alone': ({ signature }) => [signature],
  'a signature at its tag alone': ({ sig }) => [sig],
  'provenance alone': ({ provenance }) => [provenance],
  'provenance at its tag alone': ({ att }) => [att],
  'bundles of another image': (_here, { signature, provenance }) => [signature, provenance],
  'what the tags of another image name': (_here, { sig, att }) => [sig, att],
  'other payloads in bundles': ({ signature, provenance }) =>
    [signature, provenance].map((piece) => withContent(piece, inBundle({ payload: spaced }))),
  'other signatures in bundles': ({ signature, provenance }) =>
    [signature, provenance].map((piece) => withContent(piece, inBundle({ sig: turnBit }))),
  'other payloads at the tags': ({ sig, att }) => [
    withContent(sig, spaced),
    withContent(att, inEnvelope({ payload: spaced })),
  ],
  'other signatures at the tags': ({ sig, att }) => [
    withSignature(sig, (base64) => turnBit(base64)),
    withContent(att, inEnvelope({ sig: turnBit })),
  ],
  'altered bundles beside what tags name': ({ signature, sig, att }) => [
    withContent(signature, inBundle({ sig: turnBit })),
    sig,
    att,
  ],
}

/** The same to every reader of JSON, but other bytes. */
function spaced(text: string): string {
  return `${text} `
}

/**
 * Returns an image for each scene, in repositories of their own and copied to layouts: all of them the
 * same image, signed with `cosign.key`. The keys `cosign.pub` and `other.pub` are beside them.
 */
export async function stageScenes(store: Store): Promise<ReadonlyMap<SceneName, Bare>> {
  const image = await store.newImage('signed')
  const { cosign, directory } = image.clients
  await cosign('generate-key-pair', '--output-key-prefix=other')
  await cosign('generate-key-pair')
  await writeFile(join(directory, 'provenance.json'), JSON.stringify(provenance))
  const here = await signedPieces(image)
  const elsewhere = await signedPieces(await store.newImage('elsewhere'))
  const { subject } = here.signature.manifest
  assert.ok(subject, 'a bundle refers to the image')
  const staged = new Map<SceneName, Bare>()
  for (const [name, scene] of Object.entries(scenes) as readonly [SceneName, Scene][]) {
    const bare = await copyBare(image, name.replaceAll(' ', '-'))
    for (const piece of scene(here, elsewhere)) await putPiece(bare, movedTo(piece, subject))
    await copyToLayout(bare)
    staged.set(name, bare)
  }
  return staged
}

const provenance = {
  buildDefinition: { buildType: 'https://example.com/build/v1', externalParameters: {} },
  runDetails: { builder: { id: 'https://example.com/builder' } },
}

/** Signs and attests the image in both forms, and returns what that attached. */
async function signedPieces(image: StoredImage): Promise<Pieces> {
  const { clients, at, digest } = image
  const predicate = ['--predicate=provenance.json', '--type=slsaprovenance1']
  for (const form of [[], [atTag]]) {
    await clients.cosign('sign', ...offline, ...form, at(digest))
    await clients.cosign('attest', ...offline, ...form, ...predicate, at(digest))
  }
  return {
    signature: await bundlePiece(image, SIGNATURE),
    provenance: await bundlePiece(image, PROVENANCE),
    sig: await tagPiece(image, 'sig'),
    att: await tagPiece(image, 'att'),
  }
}
