import { bySubject } from './by-subject.ts'
import type { Convention } from './finding.ts'

/**
 * Finds what the repository lists as referrers of the subject: by the referrers API and the referrers
 * tag, or in an image layout. OCI image manifests and indexes, and the artifact manifests of OCI
 * 1.1-rc and ORAS where the registry lists them so, are bound by their `subject`.
 */
export const referrers: Convention = async (subject, reader) =>
  (await reader.listReferrers(subject)).map((referrer) => bySubject(reader, subject, referrer))
