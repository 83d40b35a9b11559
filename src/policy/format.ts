import type { SignedBy } from './policy.ts'

/** Returns who must have signed, in words: `the key cosign.pub`. It is not escaped. */
export function formatSignedBy(signedBy: SignedBy): string {
  switch (signedBy.kind) {
    case 'key':
      return `the key ${signedBy.key.name}`
    case 'identity':
      return `${signedBy.identity} (issuer ${signedBy.issuer})`
    case 'identity-pattern':
      return `an identity like ${signedBy.source} (issuer ${signedBy.issuer})`
  }
}
