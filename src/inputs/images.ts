import { type Digest, isDigest } from '../oci/digest.ts'
import { InputError } from '../oci/error.ts'
import { readAll, readEach } from '../oci/problems.ts'
import { quote } from '../oci/quote.ts'
import { formatReference, parseReference, type Reference } from '../oci/reference.ts'
import type { InputSource } from './source.ts'

/**
 * Returns the images that the input `image` names, each with a tag or a digest; the input `digest`
 * pins them all. What names the same digest of a repository, or the same tag, counts once.
 *
 * Throws InputError (input `image` or `digest`) or InputProblems if there is none, for what is no
 * reference, for one with neither tag nor digest, and for one with another digest than `digest`.
 */
export function readImages(source: InputSource): readonly Reference[] {
  const lines = source.values('image')
  if (lines.length === 0) {
    throw new InputError(
      'image',
      'no image is given',
      'Name it as registry/repository:tag, registry/repository@digest or oci-layout://PATH:tag.',
    )
  }
  const { digest, named } = readAll({
    digest: () => readDigest(source),
    named: () => readEach(lines, (line) => parseReference(line)),
  })
  const images = readEach(named, (image) => pinned(image, digest))
  return [...new Map(images.map((image) => [formatReference(image), image])).values()]
}

function readDigest(source: InputSource): Digest | undefined {
  const text = source.value('digest')
  if (text === undefined || isDigest(text)) return text
  throw new InputError(
    'digest',
    `${quote(text)} is not a digest`,
    'A digest is "sha256:" and 64 lower-case hexadecimal digits.',
  )
}

function pinned(image: Reference, digest: Digest | undefined): Reference {
  if (digest !== undefined && image.digest !== undefined && image.digest !== digest) {
    throw new InputError(
      'digest',
      `${formatReference(image)} has another digest than ${digest}`,
      'Leave the digest out of image or digest, or give the same in both.',
    )
  }
  if (digest !== undefined) return { ...image, digest }
  if (image.tag !== undefined || image.digest !== undefined) return image
  throw new InputError(
    'image',
    `${formatReference(image)} has neither a tag nor a digest`,
    'Add one, as in :1.0 or @sha256:…, or give the digest by digest; latest is never assumed.',
  )
}
