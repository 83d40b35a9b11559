import { csaf } from './csaf.ts'
import { cyclonedxJson } from './cyclonedx-json.ts'
import { dsseEnvelope } from './dsse.ts'
import { grypeJson } from './grype-json.ts'
import { inTotoStatement } from './in-toto.ts'
import type { JsonFormat } from './json-format.ts'
import { openvex } from './openvex.ts'
import { sarif } from './sarif.ts'
import { sigstoreBundle, sigstoreBundleBefore03 } from './sigstore-bundle.ts'
import { spdx2Json, spdx3Json } from './spdx-json.ts'
import { syftJson } from './syft-json.ts'
import { trivyJson } from './trivy-json.ts'

/** Every JSON format that is recognised. */
export const JSON_FORMATS: readonly JsonFormat[] = [
  csaf,
  cyclonedxJson,
  dsseEnvelope,
  grypeJson,
  inTotoStatement,
  openvex,
  sarif,
  sigstoreBundle,
  sigstoreBundleBefore03,
  spdx2Json,
  spdx3Json,
  syftJson,
  trivyJson,
]
