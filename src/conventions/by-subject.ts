import type { Descriptor } from '../oci/descriptor.ts'
import type { Referrer } from '../repository/referrers.ts'
import type { RepositoryReader } from '../repository/repository.ts'
import { type Finding, proveListed } from './finding.ts'

/**
 * Returns the listed referrer as a finding that is bound by the `subject` of its own manifest
 * (distribution-spec v1.1.1, Listing Referrers: to check it is the client's task).
 */
export function bySubject(
  reader: RepositoryReader,
  subject: Descriptor,
  { descriptor, sources }: Referrer,
): Finding {
  return {
    descriptor,
    sources,
    prove: () =>
      proveListed(reader, subject, descriptor, (manifest) =>
        manifest.subject?.digest === subject.digest ? undefined : 'does not name it as its subject',
      ),
  }
}
