import { bySubject } from './by-subject.ts'
import type { Convention } from './finding.ts'

/**
 * Finds what a registry from before OCI 1.1 lists by the ORAS referrers API, in any of its
 * generations: ORAS artifact manifests, bound by their `subject`. It is a convention of its own, and
 * not one more list of `referrers`, so that what those have is followed while it is asked.
 */
export const orasLegacy: Convention = async (subject, reader) =>
  (await reader.listOrasReferrers(subject)).map((referrer) => bySubject(reader, subject, referrer))
