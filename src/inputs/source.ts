/** What a job can be told, under the names of the action's inputs. */
export type InputName =
  | 'image'
  | 'digest'
  | 'platform'
  | 'files'
  | 'artifact-type'
  | 'combine'
  | 'annotations'
  | 'created'
  | 'if-exists'
  | 'dry-run'
  | 'require'
  | 'trusted-root'
  | 'pull-to'
  | 'pull-max-files'
  | 'pull-max-bytes'
  | 'depth'
  | 'username'
  | 'password'
  | 'github-token'
  | 'plain-http'
  | 'ca-file'
  | 'referrers-mode'
  | 'manifest-format'
  | 'concurrency'
  | 'timeout'
  | 'summary'
  | 'install-cli'

/** Where the inputs come from: a step's `with`, or the options of a command. */
export interface InputSource {
  /** Returns the one value of an input; undefined if it is not given or empty. */
  value(name: InputName): string | undefined
  /** Returns the values of an input that takes several, in their order; none of them is empty. */
  values(name: InputName): readonly string[]
}
