import {
  attachOptions,
  commonOptions,
  gateOptions,
  imageOptions,
  layoutOption,
  type Option,
  pullOptions,
  pushOptions,
} from './option.ts'

/** Something that the command line does. */
export interface Verb {
  readonly name: 'attach' | 'push' | 'discover' | 'pull' | 'gate'
  readonly summary: string
  /** How the operands are written in the help. */
  readonly operands: string
  readonly leastOperands: number
  readonly mostOperands: number
  readonly description: string
  readonly options: readonly Option[]
}

export const verbs: readonly Verb[] = [
  {
    name: 'attach',
    summary: 'attach files to an image as OCI referrers',
    operands: 'REFERENCE FILE[:MEDIA-TYPE]...',
    leastOperands: 2,
    mostOperands: Number.POSITIVE_INFINITY,
    description:
      'Attaches each FILE to the image as an artifact of its own, and prints the reference of each, a line each. ' +
      'FILE may be a glob, and may hold {platform}, {os}, {arch} and {variant}.',
    options: [
      ...attachOptions,
      ...gateOptions,
      ...imageOptions,
      {
        name: 'format',
        placeholder: 'text|json',
        help: 'references, or the artifacts as JSON (default text)',
      },
      ...commonOptions,
    ],
  },
  {
    name: 'push',
    summary: 'push files as one artifact, attached to another or by itself',
    operands: 'REPOSITORY[:TAG] FILE[:MEDIA-TYPE]...',
    leastOperands: 2,
    mostOperands: Number.POSITIVE_INFINITY,
    description:
      'Pushes all FILEs as one artifact, attached to the subject if one is given, and prints its ' +
      'reference. With TAG the artifact gets that tag.',
    options: [
      ...pushOptions,
      { ...layoutOption, help: 'REPOSITORY and REFERENCE are PATH[:tag][@digest] of a layout' },
      {
        name: 'format',
        placeholder: 'text|json',
        help: 'the reference, or the artifact as JSON (default text)',
      },
      ...commonOptions,
    ],
  },
  {
    name: 'discover',
    summary: 'show what is attached to an image, and what is attached to that',
    operands: 'REFERENCE',
    leastOperands: 1,
    mostOperands: 1,
    description:
      'Prints the graph of everything that refers to the image. Where several platforms are asked for, ' +
      'each has a graph of its own, one after the other.',
    options: [
      {
        name: 'output',
        short: 'o',
        placeholder: 'tree|json',
        help: 'a tree, or {"references": [...]} as JSON (default tree)',
      },
      {
        name: 'format',
        placeholder: 'tree|json|mermaid',
        help: 'a tree, the whole graph as JSON, or a Mermaid diagram',
      },
      {
        name: 'artifact-type',
        placeholder: 'TYPE',
        help: 'show only referrers of this type, and what is below them; may be repeated',
      },
      { name: 'depth', placeholder: 'N', help: 'levels to discover; 0 is all (default 0)' },
      ...imageOptions,
      ...commonOptions,
    ],
  },
  {
    name: 'pull',
    summary: 'write the files of an artifact, or of all attached to an image',
    operands: 'REFERENCE',
    leastOperands: 1,
    mostOperands: 1,
    description:
      'Writes the files of the artifact by their titles, or with --referrers those of everything ' +
      'attached to it, each verified, and prints their paths, a line each. A file without a title is ' +
      'named by its digest. Nothing is unpacked. DIR/pulled.json lists what was pulled.',
    options: [
      ...pullOptions,
      ...gateOptions,
      ...imageOptions,
      {
        name: 'format',
        placeholder: 'text|json',
        help: 'paths, or the files as JSON (default text)',
      },
      ...commonOptions,
    ],
  },
  {
    name: 'gate',
    summary: 'check that an image carries what a policy requires',
    operands: 'REFERENCE',
    leastOperands: 1,
    mostOperands: 1,
    description:
      'Judges everything that is attached to the image by the policy, and prints the verdict with the ' +
      'reason of each rule. It is passed if every rule is proven; else the exit status is 3.',
    options: [
      {
        name: 'require-type',
        placeholder: 'TYPE',
        help: 'alias or artifact type that the image must carry, instead of a policy; may be repeated',
      },
      ...gateOptions,
      ...imageOptions,
      {
        name: 'format',
        placeholder: 'text|json',
        help: 'the verdict in words, or the report as JSON (default text)',
      },
      ...commonOptions,
    ],
  },
]
