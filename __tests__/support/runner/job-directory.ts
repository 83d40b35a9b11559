import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The folders of a job, and the files that one step of it writes to. */
export interface JobDirectory {
  readonly workspace: string
  readonly temp: string
  readonly home: string
  readonly toolCache: string
  readonly eventPath: string
  readonly files: StepFiles
}

/** By the suffix of the environment variable `GITHUB_…` that names the file. */
export type StepFiles = Readonly<Record<StepFile, string>>
export type StepFile = 'OUTPUT' | 'ENV' | 'PATH' | 'STATE' | 'STEP_SUMMARY'

/**
 * Makes what is missing of a job's folders below `root`, and new empty files for a step; several
 * steps of one job give the same root.
 */
export async function prepareJobDirectory(root: string, workspace?: string): Promise<JobDirectory> {
  const temp = join(root, '_temp')
  const commands = join(temp, '_runner_file_commands')
  const directory = {
    workspace: workspace ?? join(root, 'workspace'),
    temp,
    home: join(root, 'home'),
    toolCache: join(root, '_tool'),
    eventPath: join(temp, '_github_workflow', 'event.json'),
  }
  const folders = [directory.workspace, commands, directory.home, directory.toolCache]
  for (const folder of [...folders, join(temp, '_github_workflow')]) {
    await mkdir(folder, { recursive: true })
  }
  await writeFile(directory.eventPath, '{}')
  const step = randomUUID()
  const files: StepFiles = {
    OUTPUT: join(commands, `set_output_${step}`),
    ENV: join(commands, `set_env_${step}`),
    PATH: join(commands, `add_path_${step}`),
    STATE: join(commands, `save_state_${step}`),
    STEP_SUMMARY: join(commands, `step_summary_${step}`),
  }
  for (const file of Object.values(files)) await writeFile(file, '')
  return { ...directory, files }
}

/** Returns what a step wrote to its files. */
export async function readStepFiles(files: StepFiles): Promise<Record<StepFile, string>> {
  const read = (file: StepFile) => readFile(files[file], 'utf8')
  const [OUTPUT, ENV, PATH, STATE, STEP_SUMMARY] = await Promise.all([
    read('OUTPUT'),
    read('ENV'),
    read('PATH'),
    read('STATE'),
    read('STEP_SUMMARY'),
  ])
  return { OUTPUT, ENV, PATH, STATE, STEP_SUMMARY }
}
