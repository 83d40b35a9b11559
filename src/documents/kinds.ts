/** What a document can be told to be by its content. */
export type DocumentKind =
  | 'spdx-json'
  | 'spdx-tag-value'
  | 'cyclonedx-json'
  | 'cyclonedx-xml'
  | 'syft-json'
  | 'sarif'
  | 'trivy-json'
  | 'grype-json'
  | 'openvex'
  | 'csaf'
  | 'in-toto-statement'
  | 'dsse-envelope'
  | 'sigstore-bundle'
  | 'sigstore-bundle-before-v0.3'

export interface DocumentType {
  readonly artifactType: string
  /** The media type of the layer that holds the document. */
  readonly mediaType: string
  /** What people call it. */
  readonly title: string
  /** Whether it lists the components of software. */
  readonly sbom: boolean
}

/** Documents are attached under the media type that their specification, or else their tool, gives them. */
function documentType(mediaType: string, title: string): DocumentType {
  return { artifactType: mediaType, mediaType, title, sbom: false }
}

function sbomType(mediaType: string, title: string): DocumentType {
  return { ...documentType(mediaType, title), sbom: true }
}

export const DOCUMENT_TYPES: Readonly<Record<DocumentKind, DocumentType>> = {
  'spdx-json': sbomType('application/spdx+json', 'SPDX JSON SBOM'),
  'spdx-tag-value': sbomType('text/spdx', 'SPDX tag-value SBOM'),
  'cyclonedx-json': sbomType('application/vnd.cyclonedx+json', 'CycloneDX JSON SBOM'),
  'cyclonedx-xml': sbomType('application/vnd.cyclonedx+xml', 'CycloneDX XML SBOM'),
  'syft-json': sbomType('application/vnd.syft+json', 'Syft JSON SBOM'),
  sarif: documentType('application/sarif+json', 'SARIF report'),
  'trivy-json': documentType('application/vnd.aquasec.trivy.report+json', 'Trivy report'),
  'grype-json': documentType('application/vnd.anchore.grype+json', 'Grype report'),
  openvex: documentType('application/vnd.openvex+json', 'OpenVEX document'),
  csaf: documentType('application/vnd.csaf+json', 'CSAF document'),
  'in-toto-statement': documentType('application/vnd.in-toto+json', 'in-toto statement'),
  'dsse-envelope': documentType('application/vnd.dsse.envelope.v1+json', 'DSSE envelope'),
  'sigstore-bundle': documentType(
    'application/vnd.dev.sigstore.bundle.v0.3+json',
    'Sigstore bundle',
  ),
  // Their own media type has the parameter `version`, which Amazon ECR refuses in a manifest (aws/containers-roadmap#2306).
  'sigstore-bundle-before-v0.3': documentType(
    'application/vnd.dev.sigstore.bundle+json',
    'Sigstore bundle (before v0.3)',
  ),
}
