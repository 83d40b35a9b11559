/** An option of the command line; it drives both the parsing and the help. */
export interface Option {
  /** Without its dashes. */
  readonly name: string
  /** One letter. */
  readonly short?: string
  /** Stands for the value in the help; an option without one is a boolean, `--name` or `--name=false`. */
  readonly placeholder?: string
  readonly help: string
}

/** Options that say how artifacts are made of files. */
const artifactOptions: readonly Option[] = [
  {
    name: 'annotation',
    short: 'a',
    placeholder: 'KEY=VALUE',
    help: 'annotation of each artifact; may be repeated',
  },
  {
    name: 'created',
    placeholder: 'TIME',
    help: "time of creation (RFC 3339); else the document's own, else SOURCE_DATE_EPOCH, else now",
  },
  {
    name: 'if-exists',
    placeholder: 'skip|append',
    help: 'what to do if the image carries the same already (default skip)',
  },
  { name: 'dry-run', help: 'do everything but the writes' },
]

/** Options of the verb that attaches. */
export const attachOptions: readonly Option[] = [
  {
    name: 'artifact-type',
    placeholder: 'TYPE',
    help: 'type of what is attached; else it is read off each document',
  },
  { name: 'combine', help: 'make all files layers of one artifact' },
  ...artifactOptions,
]

/** Options of the verb that pushes. */
export const pushOptions: readonly Option[] = [
  {
    name: 'artifact-type',
    placeholder: 'TYPE',
    help: 'type of the artifact; else it is read off the documents',
  },
  {
    name: 'subject',
    placeholder: 'REFERENCE',
    help: 'image or artifact in REPOSITORY that the new one is attached to',
  },
  ...artifactOptions,
]

/** Options of the verb that pulls. */
export const pullOptions: readonly Option[] = [
  {
    name: 'output',
    short: 'o',
    placeholder: 'DIR',
    help: 'directory to pull into (default the working directory)',
  },
  {
    name: 'allow-all',
    short: 'a',
    help: 'take files of every media type, which is always done',
  },
  {
    name: 'referrers',
    help: 'pull everything attached to REFERENCE, all levels, into DIR/TYPE/DIGEST',
  },
  {
    name: 'artifact-type',
    placeholder: 'TYPE',
    help: 'with --referrers: pull only referrers of this type, and what is below them; may be repeated',
  },
  {
    name: 'depth',
    placeholder: 'N',
    help: 'with --referrers: levels to pull; 0 is all (default 0)',
  },
  { name: 'overwrite', help: 'replace files that are there with other content' },
  {
    name: 'pull-max-files',
    placeholder: 'N',
    help: 'most files to pull; more is an error (default 10000)',
  },
  {
    name: 'pull-max-bytes',
    placeholder: 'N',
    help: 'most bytes to pull; more is an error (default 4 GiB)',
  },
]

/** Options that say what the image must carry. */
export const gateOptions: readonly Option[] = [
  {
    name: 'require',
    placeholder: 'FILE',
    help: 'policy that the image must meet (YAML), - for standard input; paths in it are relative to the working directory',
  },
  {
    name: 'trusted-root',
    placeholder: 'FILE',
    help: "Sigstore's trusted root (JSON); else that of the public-good instance, over TUF",
  },
]

export const layoutOption: Option = {
  name: 'oci-layout',
  help: 'REFERENCE is PATH[:tag][@digest] of an OCI image layout',
}

/** Options that say which manifests of the image are meant. */
export const imageOptions: readonly Option[] = [
  { name: 'digest', placeholder: 'DIGEST', help: 'digest that REFERENCE must have' },
  {
    name: 'platform',
    placeholder: 'OS/ARCH',
    help: "that platform's manifest of a multi-platform image, several between commas, or all of them by all",
  },
  layoutOption,
]

/** Options that every verb has. */
export const commonOptions: readonly Option[] = [
  { name: 'username', short: 'u', placeholder: 'NAME', help: 'user name for the registry' },
  { name: 'password-stdin', short: 'p', help: 'read the password from standard input' },
  {
    name: 'plain-http',
    help: 'use HTTP instead of HTTPS; =false never (default: for loopback hosts alone)',
  },
  { name: 'ca-file', placeholder: 'FILE', help: 'extra CA certificates (PEM)' },
  {
    name: 'concurrency',
    placeholder: 'N',
    help: 'most requests under way at once, per registry (default 32)',
  },
  {
    name: 'timeout',
    placeholder: 'TIME',
    help: 'time that all of it may take, with s, m or h (default 1h)',
  },
  {
    name: 'referrers-mode',
    placeholder: 'MODE',
    help: 'auto, referrers-api or referrers-tag (default auto)',
  },
  {
    name: 'manifest-format',
    placeholder: 'FORMAT',
    help: 'oci-image, or oras-artifact for registries that only know that (default oci-image)',
  },
  { name: 'quiet', help: 'print nothing but the result and errors' },
  { name: 'debug', help: 'print every request, and the causes of an error' },
  { name: 'help', short: 'h', help: 'print this help' },
]
