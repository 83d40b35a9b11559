import { describe, expect, test } from '@jest/globals'
import { detect } from '../../support/detect.ts'

const NAMESPACE = 'http://cyclonedx.org/schema/bom/1.6'
const TIME = '2025-03-14T09:26:53Z'

function bom(inside: string): string {
  return `<bom xmlns="${NAMESPACE}">${inside}</bom>`
}

describe('CycloneDX XML', () => {
  test.each([
    ['an empty root', `<bom xmlns="${NAMESPACE}"/>`],
    ['the first version', '<bom xmlns="http://cyclonedx.org/schema/bom/1.0"></bom>'],
    ['a prefix', `<b:bom xmlns:b='${NAMESPACE}' xmlns="http://example.com"></b:bom >`],
    ['attributes over lines, one with a bracket', `<bom a=">"\n\txmlns = "${NAMESPACE}"\n></bom>`],
    [
      'what XML allows around the root',
      `\ufeff<?xml version="1.0"?>\n<!--<a>--->${bom('')}<!-- -->\n`,
    ],
    [
      'sections, comments and instructions inside',
      bom('<a><![CDATA[</bom>]]]]></a><!--</bom>--><?x </bom>?>'),
    ],
  ])('is told with %s', (_, text) => {
    expect(detect(text)).toEqual({
      kind: 'cyclonedx-xml',
      artifactType: 'application/vnd.cyclonedx+xml',
      mediaType: 'application/vnd.cyclonedx+xml',
      components: 'none',
    })
  })

  test.each([
    ['another root', `<sbom xmlns="${NAMESPACE}"></sbom>`],
    ['no namespace', '<bom></bom>'],
    ['another namespace', '<bom xmlns="http://cyclonedx.org/schema/vulnerability/1.0"></bom>'],
    ['a namespace inside another attribute', `<bom a=' xmlns="${NAMESPACE}"'></bom>`],
    ['a prefix that is not declared', `<b:bom xmlns="${NAMESPACE}"></b:bom>`],
    ['a document type', `<!DOCTYPE bom [<!ENTITY a "a">]>${bom('&a;')}`],
    ['no end', `<bom xmlns="${NAMESPACE}"><components>`],
    ['too few ends', bom('<components>')],
    ['too many ends', bom('</components></bom>')],
    ['a comment that does not end', `${bom('')}<!-- `],
    ['a second root', `${bom('')}<bom/>`],
    ['text before the root', `bom: ${bom('')}`],
    ['text behind the root', `${bom('')}}`],
    ['a malformed root', `<bom xmlns="${NAMESPACE}" version=1></bom>`],
    ['a tag in a tag', `<bom <a> xmlns="${NAMESPACE}"></bom>`],
    ['a tag longer than any tool writes', bom(`<a b="${'x'.repeat(2 ** 17)}"/>`)],
  ])('is not told with %s', (_, text) => {
    expect(detect(text)).toBeUndefined()
    expect(detect(text, [0.3, 0.6])).toBeUndefined()
  })

  test.each([
    ['some', '<components><component type="library"/></components>'],
    ['none', '<components/>'],
    ['none', '<metadata><component/></metadata>'],
    ['none', '<metadata><tools><components><component/></components></tools></metadata>'],
    ['none', '<components xmlns="http://example.com"><component/></components>'],
    ['some', `<c:components xmlns:c="${NAMESPACE}"><c:component/></c:components>`],
    ['none', '<!--<components><component/></components>-->'],
  ])('lists %s component: %s', (components, inside) => {
    expect(detect(bom(inside))?.components).toBe(components)
  })

  test.each([
    [TIME, `<metadata><timestamp>\n 2025-03-14T10:26:53.5+01:00\n</timestamp></metadata>`],
    [TIME, `<metadata><timestamp>2025-03-14<!-- T -->T09:26:53Z</timestamp></metadata>`],
    [undefined, '<metadata><timestamp>2025&#45;03-14T09:26:53Z</timestamp></metadata>'],
    [undefined, `<metadata><timestamp><a>${TIME}</a></timestamp></metadata>`],
    [undefined, `<metadata><a><timestamp>${TIME}</timestamp></a></metadata>`],
    [undefined, `<timestamp>${TIME}</timestamp>`],
    [undefined, `<metadata><timestamp>${'x'.repeat(1000)}</timestamp></metadata>`],
  ])('was created %s: %s', (created, inside) => {
    const detected = detect(bom(inside), [0.2, 0.4, 0.6])
    expect(detected?.kind).toBe('cyclonedx-xml')
    expect(detected?.created).toBe(created)
  })
})
