import type { JsonFormat } from './json-format.ts'
import { at, latest, matching } from './wants.ts'

/** OpenVEX, any version (https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md, "The VEX Document"). */
export const openvex: JsonFormat = {
  kind: 'openvex',
  signs: [at('@context', matching(/^https:\/\/openvex\.dev\/ns(\/|$)/))],
  created: latest('timestamp'),
}
