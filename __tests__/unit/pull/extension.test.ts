import { expect, test } from '@jest/globals'
import { extensionOf } from '../../../src/pull/extension.ts'

test.each([
  ['application/json', 'json'],
  ['application/vnd.in-toto+json', 'json'],
  ['application/vnd.dev.sigstore.bundle.v0.3+json', 'json'],
  ['application/vnd.dev.sigstore.bundle+json;version=0.1', 'json'],
  ['application/vnd.dev.cosign.simplesigning.v1+json', 'json'],
  ['application/jose+json', 'json'],
  ['Application/VND.CycloneDX+XML', 'xml'],
  ['text/xml', 'xml'],
  ['application/x-yaml', 'yaml'],
  ['application/cose', 'cose'],
  ['application/vnd.oci.image.layer.v1.tar', 'tar'],
  ['application/vnd.oci.image.layer.v1.tar+gzip', 'tar.gz'],
  ['application/vnd.oci.image.layer.v1.tar+zstd', 'tar.zst'],
  ['application/vnd.docker.image.rootfs.diff.tar.gzip', 'tar.gz'],
  ['application/x-tar', 'tar'],
  ['application/gzip', 'gz'],
  ['application/zip', 'zip'],
  ['application/vnd.cncf.helm.chart.provenance.v1.prov', 'prov'],
  ['text/spdx', 'spdx'],
  ['text/x-note', 'txt'],
  ['application/octet-stream', 'bin'],
  ['application/vnd.cyclonedx', 'bin'],
  ['nonsense', 'bin'],
])('a file of the type %s ends in .%s', (mediaType, extension) => {
  expect(extensionOf(mediaType)).toBe(extension)
})
