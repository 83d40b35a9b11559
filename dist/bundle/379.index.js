export const id = 379;
export const ids = [379];
export const modules = {

/***/ 1379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(6058);
// EXTERNAL MODULE: ./lib/render/error.js
var render_error = __webpack_require__(5074);
;// CONCATENATED MODULE: ./lib/action/failure.js

/** Returns the lines that tell the user of a step of an error, naming inputs as the step does. */
function failureLines(error) {
    return (0,render_error/* explain */.W)(error, (input) => `Input ${input}`).join('\n');
}

// EXTERNAL MODULE: ./lib/render/plain.js
var plain = __webpack_require__(940);
;// CONCATENATED MODULE: ./lib/action/log.js


/** The most annotations of one type that the runner keeps of a step (ExecutionContext). */
const MAX_ANNOTATIONS = 10;
/** Writes lines to the log of the step, each made safe: of the text nothing is obeyed. */
function info(lines) {
    core/* info */.pq((0,plain/* plainLines */.y1)(lines));
}
/** Writes what is shown where step debugging is on. */
function debug(message) {
    core/* debug */.Yz((0,plain/* plainLines */.y1)(message));
}
/** Writes lines to the log under a heading that folds them. */
function group(heading, lines) {
    core/* startGroup */.Oh((0,plain/* plainLines */.y1)(heading));
    info(lines);
    core/* endGroup */.N4();
}
/** Annotates the step with each warning; where there are too many, the rest goes to the log. */
function warnings(messages) {
    const fits = messages.length <= MAX_ANNOTATIONS;
    const annotations = fits ? messages : messages.slice(0, MAX_ANNOTATIONS - 1);
    for (const message of annotations)
        core/* warning */.$e((0,plain/* plainLines */.y1)(message));
    const rest = messages.slice(annotations.length);
    for (const message of rest)
        info(`Warning: ${message}`);
    if (rest.length > 0)
        core/* warning */.$e(`${rest.length} more warnings are in the log of the step`);
}

// EXTERNAL MODULE: ./lib/inputs/job.js + 5 modules
var inputs_job = __webpack_require__(8401);
// EXTERNAL MODULE: ./lib/inputs/problems.js
var problems = __webpack_require__(1733);
// EXTERNAL MODULE: ./lib/inputs/scalar.js
var scalar = __webpack_require__(9737);
// EXTERNAL MODULE: ./lib/inputs/lists.js
var lists = __webpack_require__(1720);
;// CONCATENATED MODULE: ./lib/action/inputs.js


/** The step's `with`: an input that takes several values has them on a line each. */
const stepInputs = {
    value: (name) => (0,core/* getInput */.V4)(name) || undefined,
    values: (name) => (0,lists/* linesOf */.D)((0,core/* getInput */.V4)(name)),
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/oci/error.js
var error = __webpack_require__(3211);
// EXTERNAL MODULE: ./lib/version.js
var lib_version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/action/shims.js

/**
 * Returns the files by which every shell of the platform finds the command line `script`, each running
 * it on the given Node: a shell script, which Git's bash on Windows takes too, and there a batch file
 * for cmd and PowerShell. Both paths are absolute.
 */
function shimsOf(node, script, platform) {
    if (platform !== 'win32')
        return [shellScript(node, script)];
    return [shellScript(withSlashes(node), withSlashes(script)), batchFile(node, script)];
}
function shellScript(node, script) {
    return {
        name: lib_version/* PROGRAM */.R,
        text: `#!/bin/sh\nexec ${shellQuoted(node)} ${shellQuoted(script)} "$@"\n`,
    };
}
function batchFile(node, script) {
    return {
        name: `${lib_version/* PROGRAM */.R}.cmd`,
        text: `@${batchQuoted(node)} ${batchQuoted(script)} %*\r\n`,
    };
}
function withSlashes(path) {
    return path.replaceAll('\\', '/');
}
function shellQuoted(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
/** A percent sign is special in quotes too; a path has no quotes on Windows. */
function batchQuoted(path) {
    return `"${path.replaceAll('%', '%%')}"`;
}

;// CONCATENATED MODULE: ./lib/action/install-cli.js









/** Enough to tell the builds of one version apart. */
const HASH_DIGITS = 12;
/**
 * Puts the command line of this build on the PATH of later steps. `dist` is the folder with the build;
 * the command line runs from a copy of it in the tool cache, on the Node that runs this step, for a
 * user's own may be older.
 *
 * The files on the PATH are made anew for each job: a runner that updates itself has its Node at another
 * place, while its tool cache stays.
 *
 * Throws InputError (input `install-cli`) if there is no place to write to.
 */
async function installCommandLine(dist, env) {
    try {
        const script = (0,external_node_path_.join)(await cachedCopy(dist), 'cli.js');
        const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), `${lib_version/* PROGRAM */.R}-`));
        for (const { name, text } of shimsOf(process.execPath, script, process.platform)) {
            await (0,promises_.writeFile)((0,external_node_path_.join)(directory, name), text, { mode: 0o755 });
        }
        (0,core/* addPath */.fM)(directory);
    }
    catch (cause) {
        throw new error/* InputError */.dz('install-cli', `${lib_version/* PROGRAM */.R} cannot be installed: ${cause.message}`, 'RUNNER_TOOL_CACHE and RUNNER_TEMP must name folders that the step may write to.');
    }
    info(`${lib_version/* PROGRAM */.R} ${lib_version/* VERSION */.x} is on the PATH of later steps`);
}
/**
 * Returns the path of the copy. What is pinned by a commit has the version of the last release, so the
 * content is part of the version that it is kept under.
 */
async function cachedCopy(dist) {
    const { cacheDir, find } = await __webpack_require__.e(/* import() */ 805).then(__webpack_require__.bind(__webpack_require__, 9805));
    const version = `${lib_version/* VERSION */.x}-sha256-${await hashOf(dist)}`;
    return find(lib_version/* PROGRAM */.R, version) || cacheDir(dist, lib_version/* PROGRAM */.R, version);
}
async function hashOf(directory) {
    const entries = await (0,promises_.readdir)(directory, { recursive: true, withFileTypes: true });
    const paths = entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => (0,external_node_path_.join)(parentPath, name));
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const path of paths.sort())
        hash.update(await (0,promises_.readFile)(path));
    return hash.digest('hex').slice(0, HASH_DIGITS);
}

// EXTERNAL MODULE: ./lib/render/transfer-pace.js
var transfer_pace = __webpack_require__(2577);
;// CONCATENATED MODULE: ./lib/action/progress.js


/** A log is read afterwards: enough lines to see that it went on, and how fast. */
const PACE = { interval: 10_000, part: 0.25 };
/** Returns what writes the progress of a job to the log of the step. */
function logProgress(now) {
    const isDue = (0,transfer_pace/* transferPace */.N)(PACE);
    return (progress) => {
        switch (progress.kind) {
            case 'step':
            case 'retry':
                return info(progress.message);
            case 'request':
                return debug(progress.message);
            case 'upload':
            case 'download':
                if (isDue(progress, now()))
                    info((0,transfer_pace/* formatTransfer */.z)(progress));
        }
    };
}

// EXTERNAL MODULE: ./lib/pull/plan.js + 1 modules
var plan = __webpack_require__(3907);
// EXTERNAL MODULE: ./lib/render/attached.js
var render_attached = __webpack_require__(4470);
// EXTERNAL MODULE: ./lib/render/pulled.js
var pulled = __webpack_require__(1972);
// EXTERNAL MODULE: ./lib/render/selected.js
var render_selected = __webpack_require__(4667);
// EXTERNAL MODULE: ./lib/render/traffic.js
var render_traffic = __webpack_require__(7921);
// EXTERNAL MODULE: ./lib/render/tree.js
var render_tree = __webpack_require__(7758);
// EXTERNAL MODULE: ./lib/render/json.js
var json = __webpack_require__(7544);
;// CONCATENATED MODULE: ./lib/action/graph-file.js





/**
 * Returns the path of a new file with the graphs as a JSON array, in the folder that the runner
 * empties after the job.
 */
async function writeGraphFile(graphs, env) {
    const path = (0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), `oras-attach-graph-${(0,external_node_crypto_.randomUUID)()}.json`);
    await (0,promises_.writeFile)(path, `${(0,json/* formatJson */.IB)(graphs.map(json/* graphJson */.Ne))}\n`, { flag: 'wx' });
    return path;
}

;// CONCATENATED MODULE: ./lib/action/outputs.js


/**
 * What the outputs of a step may come to, in UTF-16 units. GitHub takes 1 MB of a whole job, which is
 * 512 Ki units (documentation of job outputs); other steps of the job need some of it.
 */
const MAX_OUTPUTS = 400 * 1024;
/**
 * Returns the outputs that the outcome gives; `graphFile` is the path of the file with the graphs.
 * The short ones, and those that later steps need most, stand first.
 */
function outputsOf(job, outcome, graphFile) {
    const [subject] = outcome.subjects;
    const graph = outcome.graphs.find(({ reference }) => reference === subject?.reference);
    const named = job.attach ? attachedOf(outcome) : selectedOf(outcome);
    const attached = job.attach ? attachedOf(outcome) : [];
    const pulled = job.pull && outcome.failure ? undefined : outcome.pulled;
    const outputs = [
        ['subject', subject?.reference],
        ['subject-digest', subject?.digest],
        ['digest', named?.[0]?.digest],
        ['reference', named?.[0]?.reference],
        ['graph-file', graphFile],
        ['digests', named?.map(({ digest }) => digest).join('\n')],
        ['references', named?.map(({ reference }) => reference).join('\n')],
        ['attached', attached && (0,json/* formatJson */.IB)(attached.map(json/* attachedJson */.lv))],
        ['pulled', pulled && (0,json/* formatJson */.IB)(pulled.map(json/* pulledJson */.L7))],
        ['tree', graph && outcome.graphs.map(render_tree/* renderTree */.B).join('\n\n')],
        ['referrers', graph && (0,json/* formatJson */.IB)((0,json/* graphJson */.Ne)(graph).referrers)],
    ];
    return new Map(outputs.flatMap(([name, value]) => value === undefined ? [] : [[name, value]]));
}
/** Returns the outputs with those emptied that would pass GitHub's limit, the first ones kept first. */
function fitOutputs(outputs) {
    let room = MAX_OUTPUTS;
    const tooLong = [];
    const fitting = [...outputs].map(([name, value]) => {
        if (value.length > room) {
            tooLong.push(name);
            return [name, ''];
        }
        room -= value.length;
        return [name, value];
    });
    return { outputs: new Map(fitting), tooLong };
}
/** After a failure, those that were attached before it are known; none is not the same as unknown. */
function attachedOf({ attached, failure }) {
    return failure === undefined || attached.length > 0 ? attached : undefined;
}
/** A list of some of the referrers would look like the list of all. */
function selectedOf({ subjects, graphs }) {
    if (graphs.length === 0 || graphs.length < subjects.length)
        return undefined;
    return graphs.flatMap(({ referrers }) => referrers);
}

// EXTERNAL MODULE: ./lib/oci/platform.js
var oci_platform = __webpack_require__(7122);
;// CONCATENATED MODULE: ./lib/render/markdown.js

/**
 * Returns the text as a code span, in which GitHub interprets nothing: neither Markdown nor HTML, no
 * mention, no link. Its fence is longer than any run of backticks in it (CommonMark 0.31, Code
 * spans). A pipe becomes `\u{7c}`: in a table it would end the cell, and a backslash before it is no
 * sure escape because the text may end in one itself. White space alone gives nothing.
 */
function codeSpan(text) {
    const content = (0,plain/* plain */.pj)(text).replaceAll('|', '\\u{7c}');
    if (content.trim() === '')
        return '';
    const fence = '`'.repeat(longestRun(content) + 1);
    const padding = /^[` ]|[` ]$/.test(content) ? ' ' : '';
    return `${fence}${padding}${content}${padding}${fence}`;
}
/** Returns the lines, which must be safe by `plain`, as a fenced block of code that none of them ends. */
function codeBlock(lines, language = 'text') {
    const fence = '`'.repeat(Math.max(longestRun(lines) + 1, 3));
    return `${fence}${language}\n${lines}\n${fence}`;
}
function longestRun(text) {
    return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

// EXTERNAL MODULE: ./lib/render/mermaid.js
var mermaid = __webpack_require__(5399);
// EXTERNAL MODULE: ./lib/render/platforms.js
var platforms = __webpack_require__(3688);
// EXTERNAL MODULE: ./lib/render/size.js
var render_size = __webpack_require__(4139);
;// CONCATENATED MODULE: ./lib/action/attached-table.js



/** Enough for every real job; a table of thousands of rows makes the page of a run hang. */
const MAX_ROWS = 200;
/** Of one artifact; with `combine` it may have hundreds. */
const MAX_FILES = 20;
const MAX_CELL = 100;
/** Returns what was attached as a table in Markdown, with the subject of each where there are several. */
function attachedTable(attached, withSubject) {
    if (attached.length === 0)
        return 'Nothing was attached.';
    const head = ['Artifact', 'Type', 'Files', 'Status', 'Listed by'];
    const rows = attached
        .slice(0, MAX_ROWS)
        .map((each) => [
        codeSpan(each.digest),
        cell(each.artifactType),
        files(each.files),
        each.status,
        each.via ?? '',
        ...(withSubject ? [codeSpan(each.subject ?? '')] : []),
    ]);
    const columns = withSubject ? [...head, 'Subject'] : head;
    const table = [columns, columns.map(() => '---'), ...rows].map(row).join('\n');
    const hidden = attached.length - rows.length;
    return hidden > 0 ? `${table}\n\nand ${hidden} more` : table;
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
function files(all) {
    const shown = all
        .slice(0, MAX_FILES)
        .map(({ title, size }) => `${cell(title)} (${(0,render_size/* formatSize */.X)(size)})`);
    const hidden = all.length - shown.length;
    return [...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join(', ');
}
function cell(text) {
    return codeSpan((0,plain/* cut */.Jj)((0,plain/* plain */.pj)(text), MAX_CELL));
}

;// CONCATENATED MODULE: ./lib/action/pulled-table.js



/** As many as anybody reads; the listing beside the files has all of them. */
const pulled_table_MAX_ROWS = 200;
const pulled_table_MAX_CELL = 200;
/** Returns what was pulled as a table in Markdown. */
function pulledTable(pulled) {
    if (pulled.length === 0)
        return 'Nothing was pulled.';
    const head = ['Pulled file', 'Type', 'Size', 'Of artifact'];
    const rows = pulled
        .slice(0, pulled_table_MAX_ROWS)
        .map(({ path, artifactType = '', size, reference }) => [
        pulled_table_cell(path),
        pulled_table_cell(artifactType),
        (0,render_size/* formatSize */.X)(size),
        codeSpan(reference.split('@').at(-1) ?? ''),
    ]);
    const table = [head, head.map(() => '---'), ...rows].map(pulled_table_row).join('\n');
    const hidden = pulled.length - rows.length;
    return hidden > 0 ? `${table}\n\nand ${hidden} more` : table;
}
function pulled_table_row(cells) {
    return `| ${cells.join(' | ')} |`;
}
function pulled_table_cell(text) {
    return codeSpan((0,plain/* cut */.Jj)((0,plain/* plain */.pj)(text), pulled_table_MAX_CELL));
}

;// CONCATENATED MODULE: ./lib/action/summary.js









/**
 * The most bytes of a step's summary. Above 1 MiB the runner drops the whole (FileCommandManager);
 * the rest is room for the masks that it puts in.
 */
const MAX_SUMMARY_BYTES = 1000 * 1024;
/**
 * Returns the summary of the step in GitHub's Markdown: what failed, the subjects, what was attached and pulled,
 * each graph as a diagram and as a tree, and what it cost. Parts that do not fit are left out, which
 * a note says; it names the file with the graphs, `graphFile`.
 */
function renderSummary(job, outcome, graphFile) {
    const { failure, subjects, attached, graphs, pulled, traffic } = outcome;
    const parts = [
        ...(failure ? [`**Failed**\n\n${codeBlock(failureLines(failure))}`] : []),
        ...(subjects.length > 0 ? [subjects.map(subjectLine).join('\n')] : []),
        ...(job.attach ? [attachedTable(attached, subjects.length > 1)] : []),
        ...(job.dryRun ? ['Dry run: nothing was attached.'] : []),
        ...(job.pull && !failure ? [pulledTable(pulled)] : []),
        ...graphs.flatMap(graphParts),
    ];
    return fitted('## OCI referrers', parts, cutNote(graphFile), (0,render_traffic/* formatTraffic */.z)(traffic));
}
function subjectLine({ reference, platform }) {
    return `- Subject: ${codeSpan(reference)}${platform ? ` (${codeSpan((0,oci_platform/* formatPlatform */.Bq)(platform))})` : ''}`;
}
/** An image alone makes no diagram. */
function graphParts(graph) {
    const isAlone = graph.referrers.length === 0 && (0,platforms/* platformsToShow */.$)(graph).length === 0;
    const diagram = isAlone ? [] : [codeBlock((0,mermaid/* renderMermaid */.m6)(graph), 'mermaid')];
    const tree = codeBlock((0,render_tree/* renderTree */.B)(graph));
    return [...diagram, `<details><summary>Tree</summary>\n\n${tree}\n\n</details>`];
}
function cutNote(graphFile) {
    const where = graphFile ? ` The graphs are in ${codeSpan(graphFile)} (output graph-file).` : '';
    return `**This summary is cut: not all of it fits.**${where}`;
}
function fitted(start, parts, note, end) {
    let room = MAX_SUMMARY_BYTES - size([start, note, end]);
    const fitting = parts.filter((part) => {
        const fits = size([part]) <= room;
        if (fits)
            room -= size([part]);
        return fits;
    });
    const isCut = fitting.length < parts.length;
    return join([start, ...fitting, ...(isCut ? [note] : []), end]);
}
function size(parts) {
    return Buffer.byteLength(join(parts));
}
function join(parts) {
    return parts.map((part) => `${part}\n\n`).join('');
}

;// CONCATENATED MODULE: ./lib/action/report.js












/**
 * Shows all that is known at the end of a job, also of one that failed: log, outputs, file with the
 * graphs and, if wanted, summary. The failure itself is the caller's to report.
 */
async function report(job, outcome, { summary, env }) {
    const selected = (0,render_selected/* selectInOutcome */.w)(outcome, job.artifactTypes);
    const { graphs } = selected;
    const graphFile = await writeGraphs(graphs, env);
    for (const attached of outcome.attached)
        info((0,render_attached/* formatAttached */.w)(attached));
    for (const graph of graphs)
        group(`Referrers of ${graph.reference}`, (0,render_tree/* renderTree */.B)(graph));
    if (job.pull && !outcome.failure)
        info((0,pulled/* formatPulled */.k)(job.pull, outcome.pulled));
    info((0,render_traffic/* formatTraffic */.z)(outcome.traffic));
    const { outputs, tooLong } = fitOutputs(outputsOf(job, selected, graphFile));
    for (const [name, value] of outputs)
        core/* setOutput */.uH(name, value);
    const files = { graphs: graphFile, pulled: job.pull && (0,external_node_path_.join)(job.pull.directory, plan/* LISTING */.Z) };
    warnings([...tooLong.map((name) => tooLongWarning(name, files)), ...outcome.warnings]);
    if (summary)
        await writeSummary(renderSummary(job, selected, graphFile), env);
}
function tooLongWarning(name, { graphs, pulled }) {
    const ofGraphs = graphs ? ` The graphs are in ${graphs} (output graph-file).` : '';
    const where = name === 'pulled' && pulled ? ` ${pulled} has it.` : ofGraphs;
    return `The output ${name} is left empty: it would pass the limit of GitHub.${where}`;
}
/** Most outputs have what it has, so a step that has done its job does not fail for want of it. */
async function writeGraphs(graphs, env) {
    if (graphs.length === 0)
        return undefined;
    try {
        return await writeGraphFile(graphs, env);
    }
    catch (error) {
        warnings([`The file with the graphs could not be written: ${error.message}`]);
        return undefined;
    }
}
/**
 * Outside of GitHub, as in some runners of workflows, there may be no summary to write to. One that
 * cannot be written is no reason to fail a step that has done its job.
 */
async function writeSummary(text, env) {
    if (!env['GITHUB_STEP_SUMMARY'])
        return;
    try {
        await core/* summary */.z.addRaw(text).write();
    }
    catch (error) {
        warnings([`The summary could not be written: ${error.message}`]);
    }
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(3940);
;// CONCATENATED MODULE: ./lib/action/secrets.js



/** A shorter text is in half of the words of any log, and no secret. */
const MIN_LENGTH = 4;
/** Any few hexadecimal digits are part of some digest. */
const PART_OF_DIGEST = /^[0-9a-f]{1,12}$/;
/**
 * Returns how to mask a secret in the log of the job. It is masked line by line, since the runner
 * does so too and a lone `{` of a key in JSON would blank every output. What is part of an image's
 * name or of any digest is not masked: the runner drops a job's output that holds a masked text
 * (actions/runner, JobExtension).
 */
function masking(job) {
    const names = [...job.images.map((image) => (0,reference/* formatReference */.FH)(image)), 'sha256:', 'sha512:'];
    return (secret) => {
        const lines = (0,lists/* linesOf */.D)(secret).filter((line) => line.length >= MIN_LENGTH &&
            !PART_OF_DIGEST.test(line) &&
            !names.some((name) => name.includes(line)));
        for (const line of lines)
            (0,core/* setSecret */.Pq)(line);
    };
}

;// CONCATENATED MODULE: ./lib/action/step.js








/** Inputs that a step has a reason to give only where it is about an image. */
const aboutAnImage = [
    'image',
    'digest',
    'platform',
    'files',
    'artifact-type',
    'annotations',
    'created',
    'pull-to',
];
/**
 * Does what the inputs of the step describe, and shows what came of it: it installs the command line,
 * from `dist`, the folder with this build, and does the job. One of both may be all.
 *
 * Throws InputError or InputProblems before anything is done, and, after all that is known is shown,
 * what the job failed by.
 */
async function runStep(dist, doJob, signal) {
    const { job, installsCli, summary } = (0,problems/* readAll */.yw)({
        job: () => (onlyInstalls() ? undefined : (0,inputs_job/* readJob */.c)(stepInputs)),
        installsCli: () => (0,scalar/* readBoolean */.Vf)(stepInputs, 'install-cli', false),
        summary: () => (0,scalar/* readBoolean */.Vf)(stepInputs, 'summary', true),
    });
    const { env } = process;
    if (installsCli)
        await installCommandLine(dist, env);
    if (!job)
        return;
    const outcome = await doJob(job, {
        onProgress: logProgress(Date.now),
        onSecret: masking(job),
        signal,
        env,
    });
    await report(job, outcome, { summary, env }).catch((error) => {
        throw outcome.failure ?? error;
    });
    if (outcome.failure)
        throw outcome.failure;
}
/**
 * Tells whether the step only installs. One that is told what to do with an image was to be given one:
 * an empty output of an earlier step must not pass for success.
 */
function onlyInstalls() {
    const isAboutNone = aboutAnImage.every((name) => stepInputs.value(name) === undefined);
    return isAboutNone && (0,scalar/* parseBoolean */.yG)(stepInputs.value('install-cli') ?? '') === true;
}

// EXTERNAL MODULE: ./lib/run.js + 138 modules
var run = __webpack_require__(4972);
// EXTERNAL MODULE: ./lib/signals.js
var signals = __webpack_require__(9518);
;// CONCATENATED MODULE: ./lib/main.js







/**
 * Runs the step: inputs, job, report. Never throws; a failure sets the exit status and is one error
 * annotation, its causes are in the debug log. `dist` is the folder with this build.
 */
async function main(dist, doJob = run/* run */.e) {
    const { signal, release } = (0,signals/* abortOnSignals */.P)();
    try {
        await runStep(dist, doJob, signal);
    }
    catch (error) {
        for (const cause of (0,render_error/* causesOf */.c)(error))
            debug(cause);
        (0,core/* setFailed */.C1)(failureLines(error));
    }
    finally {
        release();
    }
}


/***/ })

};
