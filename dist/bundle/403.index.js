export const id = 403;
export const ids = [403];
export const modules = {

/***/ 9546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ cacheDirectoryOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3411);




/**
 * Returns the path of a folder for what later steps of the job may use again: in the runner's
 * temporary folder, which is emptied with each job. Its tool cache would last longer, but what is in
 * there may be from another job on the same machine, and the cache holds whom the gate trusts.
 */
function cacheDirectoryOf(env) {
    const temporary = env['RUNNER_TEMP'];
    return temporary
        ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temporary, `${_version_js__WEBPACK_IMPORTED_MODULE_3__/* .PROGRAM */ .R}-cache`)
        : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `${_version_js__WEBPACK_IMPORTED_MODULE_3__/* .PROGRAM */ .R}-cache-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
}


/***/ }),

/***/ 5388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ failureLines)
/* harmony export */ });
/* harmony import */ var _render_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5074);

/** Returns the lines that tell the user of a step of an error, naming inputs as the step does. */
function failureLines(error) {
    return (0,_render_error_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .W)(error, (input) => `Input ${input}`).join('\n');
}


/***/ }),

/***/ 1413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ stepInputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _inputs_lists_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1720);


/**
 * The step's `with`: an input that takes several values has them on a line each. A policy is taken as
 * it is: where YAML begins counts, and so does the number of its lines.
 */
const stepInputs = {
    value: (name) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)(name, { trimWhitespace: name !== 'require' }) || undefined,
    values: (name) => (0,_inputs_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .D)((0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)(name)),
};


/***/ }),

/***/ 2988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   Os: () => (/* binding */ group),
/* harmony export */   Yz: () => (/* binding */ debug),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   sO: () => (/* binding */ errors)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _render_plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(940);


/** The most annotations of one type that the runner keeps of a step (ExecutionContext). */
const MAX_ANNOTATIONS = 10;
/** Writes lines to the log of the step, each made safe: of the text nothing is obeyed. */
function info(lines) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_render_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(lines));
}
/** Writes what is shown where step debugging is on. */
function debug(message) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz((0,_render_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(message));
}
/** Writes lines to the log under a heading that folds them. */
function group(heading, lines) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh((0,_render_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(heading));
    info(lines);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4();
}
/** Annotates the step with each warning; where there are too many, the rest goes to the log. */
function warnings(messages) {
    annotate('warning', messages, MAX_ANNOTATIONS);
}
/** Annotates the step with each error as with warnings; the one that the step fails by is still to come. */
function errors(messages) {
    annotate('error', messages, MAX_ANNOTATIONS - 1);
}
function annotate(type, messages, room) {
    const fits = messages.length <= room;
    const annotations = fits ? messages : messages.slice(0, room - 1);
    const write = type === 'warning' ? _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e : _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3;
    for (const message of annotations)
        write((0,_render_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(message));
    const rest = messages.slice(annotations.length);
    const label = type === 'warning' ? 'Warning' : 'Error';
    for (const message of rest)
        info(`${label}: ${message}`);
    if (rest.length > 0)
        write(`${rest.length} more ${type}s are in the log of the step`);
}


/***/ }),

/***/ 4151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ logProgress)
/* harmony export */ });
/* harmony import */ var _render_transfer_pace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2577);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2988);


/** A log is read afterwards: enough lines to see that it went on, and how fast. */
const PACE = { interval: 10_000, part: 0.25 };
/** Returns what writes the progress of a job to the log of the step, without what the masks hide. */
function logProgress(now, { hide }) {
    const isDue = (0,_render_transfer_pace_js__WEBPACK_IMPORTED_MODULE_0__/* .transferPace */ .N)(PACE);
    return (progress) => {
        switch (progress.kind) {
            case 'step':
            case 'retry':
                return (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(hide(progress.message));
            case 'request':
                return (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .debug */ .Yz)(hide(progress.message));
            case 'upload':
            case 'download':
                if (isDue(progress, now()))
                    (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)((0,_render_transfer_pace_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTransfer */ .z)(progress));
        }
    };
}


/***/ }),

/***/ 7987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ maskIn)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _render_masking_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9924);


/** Returns how to mask a secret of a job: by the runner, and by the masks where a message cuts it. */
function maskIn(masks, job) {
    return (0,_render_masking_js__WEBPACK_IMPORTED_MODULE_1__/* .masking */ .L)(job, (text) => {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(text);
        masks.add(text);
    });
}


/***/ }),

/***/ 2287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HS: () => (/* binding */ readUnconfirmed),
/* harmony export */   gr: () => (/* binding */ saveUnconfirmed)
/* harmony export */ });
/* unused harmony exports PIECE_CHARACTERS, LISTED_CHARACTERS */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _oci_descriptor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1260);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9501);
/* harmony import */ var _oci_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3931);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3940);





/**
 * What the runner gives to the `post` step of the same step alone, as `STATE_unconfirmed`,
 * `STATE_unconfirmed_1` and so on: JSON, cut into pieces.
 */
const UNCONFIRMED = 'unconfirmed';
/** Windows lets a variable of the environment have 32,767 characters, Linux 131,072 bytes. */
const PIECE_CHARACTERS = 30_000;
/**
 * As much is left to the `post` step of others' entries, of all its lists together: 2,000 digests of
 * SHA-256 with quotes and comma, where macOS lets the environment have 1 MiB. The newest are kept, since
 * clients add at the end, and whoever has read the list before at all has what is old.
 */
const LISTED_CHARACTERS = 2000 * 74;
/** Leaves the lists to the `post` step; without one, nothing. */
function saveUnconfirmed(unconfirmed) {
    if (unconfirmed.length === 0)
        return;
    const room = Math.floor(LISTED_CHARACTERS / unconfirmed.length);
    const text = JSON.stringify(unconfirmed.map((each) => withNewest(room, each)));
    for (let at = 0; at * PIECE_CHARACTERS < text.length; at += 1) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(nameOf(at), text.slice(at * PIECE_CHARACTERS, (at + 1) * PIECE_CHARACTERS));
    }
}
/** The list with as many of others' digests as there is room for, from the last on. */
function withNewest(room, { sighting, ...list }) {
    const own = new Set(list.digests);
    const listed = [];
    let left = room;
    for (const digest of sighting.listed.toReversed()) {
        const size = JSON.stringify(digest).length + 1;
        // One of an unknown algorithm may be of any length.
        if (own.has(digest) || size > left)
            continue;
        left -= size;
        listed.push(digest);
    }
    return { ...list, sighting: { ...sighting, listed: listed.reverse() } };
}
function nameOf(at) {
    return at === 0 ? UNCONFIRMED : `${UNCONFIRMED}_${at}`;
}
function savedText() {
    const pieces = [];
    for (let piece = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(nameOf(0)); piece !== ''; piece = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(nameOf(pieces.length))) {
        pieces.push(piece);
    }
    return pieces.join('');
}
/**
 * Returns the lists that the step left to its `post` step. Throws where the state is not what
 * `saveUnconfirmed` writes: what it names may not be guessed.
 */
function readUnconfirmed() {
    const text = savedText();
    if (text === '')
        return [];
    const value = JSON.parse(text);
    if (!Array.isArray(value))
        throw invalid('it is no list');
    return value.map(parseUnconfirmed);
}
function parseUnconfirmed(value) {
    if (!(0,_oci_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        throw invalid('an entry is no object');
    const { reference, subject, digests, sighting } = value;
    if (typeof reference !== 'string')
        throw invalid('an entry has no reference');
    const descriptor = (0,_oci_descriptor_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDescriptor */ .BA)(subject, `the state ${UNCONFIRMED}`);
    if ((0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .parseReference */ .F2)(reference).digest !== descriptor.digest) {
        throw invalid('a reference is not that of its subject');
    }
    const added = parseDigests(digests);
    if (added.length === 0)
        throw invalid('an entry has no digests');
    return { reference, subject: descriptor, digests: added, sighting: parseSighting(sighting) };
}
function parseDigests(value) {
    if (!Array.isArray(value))
        throw invalid('an entry has no digests');
    return value.map((digest) => (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(String(digest)));
}
function parseSighting(value) {
    if (!(0,_oci_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        throw invalid('an entry has no sighting');
    const { revision, since, isContended, listed } = value;
    if (typeof revision !== 'string' ||
        typeof since !== 'number' ||
        typeof isContended !== 'boolean') {
        throw invalid('a sighting is incomplete');
    }
    return { revision: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(revision), since, isContended, listed: parseDigests(listed) };
}
function invalid(problem) {
    return new Error(`The state ${UNCONFIRMED} of the step cannot be read: ${problem}`);
}


/***/ }),

/***/ 8378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ toEnd)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
/* harmony import */ var _render_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5074);
/* harmony import */ var _render_masks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7192);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9518);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5388);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2988);






/**
 * Does the work of a step. Never throws; a failure sets the exit status and is one error annotation, its
 * causes are in the debug log.
 */
async function toEnd(work) {
    const { signal, release } = (0,_signals_js__WEBPACK_IMPORTED_MODULE_3__/* .abortOnSignals */ .P)();
    const masks = (0,_render_masks_js__WEBPACK_IMPORTED_MODULE_2__/* .createMasks */ ._)();
    try {
        await work({ signal, masks });
    }
    catch (error) {
        for (const cause of (0,_render_error_js__WEBPACK_IMPORTED_MODULE_1__/* .causesOf */ .c)(error))
            (0,_log_js__WEBPACK_IMPORTED_MODULE_5__/* .debug */ .Yz)(masks.hide(cause));
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1)(masks.hide((0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .failureLines */ .w)(error)));
    }
    finally {
        release();
    }
}


/***/ }),

/***/ 7403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/inputs/gate.js
var gate = __webpack_require__(5730);
// EXTERNAL MODULE: ./lib/inputs/job.js + 4 modules
var inputs_job = __webpack_require__(4853);
// EXTERNAL MODULE: ./lib/inputs/scalar.js
var scalar = __webpack_require__(9737);
// EXTERNAL MODULE: ./lib/oci/problems.js
var problems = __webpack_require__(6505);
// EXTERNAL MODULE: ./lib/action/cache-directory.js
var cache_directory = __webpack_require__(9546);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/oci/error.js
var error = __webpack_require__(3211);
// EXTERNAL MODULE: ./lib/oci/json.js
var json = __webpack_require__(3931);
// EXTERNAL MODULE: ./lib/oci/quote.js
var quote = __webpack_require__(5449);
;// CONCATENATED MODULE: ./lib/action/fork.js





/** The environment variable by which a workflow says that it means to attach what comes from forks. */
const ALLOW_FORKS = 'ORAS_ATTACH_ALLOW_FORKS';
/**
 * The events whose workflows run with the repository's secrets and a token that may write, though the
 * code that they are about may be anybody's (GitHub's documentation: Events that trigger workflows), and
 * where their payloads name the repository which that code is from. A workflow of `pull_request` needs
 * no such care: from a fork it has no secrets, and its token can only read.
 */
const headsOfPrivilegedEvents = new Map([
    ['pull_request_target', (event) => at(event, 'pull_request', 'head', 'repo')],
    ['workflow_run', (event) => at(event, 'workflow_run', 'head_repository')],
]);
/**
 * Returns whose code a privileged workflow is about, in words, or undefined where it is the repository's
 * own or the workflow is not privileged. Repositories are told apart by their numbers: a name can be
 * given up and taken by somebody else. What cannot be told counts as foreign.
 */
function foreignCode(eventName, event) {
    const headOf = headsOfPrivilegedEvents.get(eventName);
    if (!headOf)
        return undefined;
    const payload = (0,json/* isObject */.Gv)(event) ? event : {};
    const [head, own] = [headOf(payload), at(payload, 'repository')];
    const [headId, ownId] = [at(head, 'id'), at(own, 'id')];
    if (typeof headId === 'number' && headId === ownId)
        return undefined;
    const name = at(head, 'full_name');
    return typeof name === 'string'
        ? `the repository ${(0,quote/* quote */.h)(name)}`
        : 'a repository that its event does not name';
}
/**
 * Refuses a job that would write to a registry in a workflow which a fork's code has started with the
 * rights of this repository: a fork must not choose what is attached under the name of others, nor to
 * what. Reading, a dry run and image layouts on disk need none of those rights.
 *
 * Throws DENIED, unless the environment variable ORAS_ATTACH_ALLOW_FORKS is true.
 */
async function refuseForks(job, env) {
    const { GITHUB_EVENT_NAME: eventName = '', [ALLOW_FORKS]: allowed = '' } = env;
    const isPrivileged = headsOfPrivilegedEvents.has(eventName);
    if (!isPrivileged || !writesToRegistry(job) || (0,scalar/* parseBoolean */.yG)(allowed) === true)
        return;
    const foreign = foreignCode(eventName, await readEvent(env['GITHUB_EVENT_PATH']));
    if (foreign === undefined)
        return;
    throw new error/* OciError */.Mf('DENIED', `nothing is attached: the event ${eventName} runs this workflow with the rights of its own repository, for code of ${foreign}`, {
        advice: `Attach in a workflow that only code of this repository can start. If the fork chooses neither the files nor the image, set ${ALLOW_FORKS} to true in the env of this step.`,
    });
}
function writesToRegistry({ attach, push, dryRun, images }) {
    const writes = attach !== undefined || push !== undefined;
    return writes && !dryRun && images.some(({ kind }) => kind === 'registry');
}
/** Of an event that cannot be read nothing is known, which is not in its favour. */
async function readEvent(path) {
    try {
        return path ? JSON.parse(await (0,promises_.readFile)(path, 'utf8')) : undefined;
    }
    catch {
        return undefined;
    }
}
function at(value, ...keys) {
    return keys.reduce((each, key) => ((0,json/* isObject */.Gv)(each) ? each[key] : undefined), value);
}

// EXTERNAL MODULE: ./lib/action/inputs.js
var inputs = __webpack_require__(1413);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/action/log.js
var log = __webpack_require__(2988);
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
        name: version/* PROGRAM */.R,
        text: `#!/bin/sh\nexec ${shellQuoted(node)} ${shellQuoted(script)} "$@"\n`,
    };
}
function batchFile(node, script) {
    return {
        name: `${version/* PROGRAM */.R}.cmd`,
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








/**
 * Puts the command line of this build on the PATH of later steps. `dist` is the folder with the build;
 * the command line runs from a copy of it, on the Node that runs this step, for a user's own may be older.
 *
 * The copy, of some megabytes, is made anew for each job, in the folder that the runner empties before the
 * next. The runner's tool cache would outlive the job: what is there may be from another repository's job on
 * the same machine, and could be changed by one even after it was compared.
 *
 * Throws InputError (input `install-cli`) if there is no place to write to.
 */
async function installCommandLine(dist, env) {
    try {
        const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), `${version/* PROGRAM */.R}-`));
        const [copy, programs] = [(0,external_node_path_.join)(directory, 'dist'), (0,external_node_path_.join)(directory, 'bin')];
        await (0,promises_.cp)(dist, copy, { recursive: true });
        await (0,promises_.mkdir)(programs);
        for (const { name, text } of shimsOf(process.execPath, (0,external_node_path_.join)(copy, 'cli.js'), process.platform)) {
            await (0,promises_.writeFile)((0,external_node_path_.join)(programs, name), text, { mode: 0o755 });
        }
        (0,core/* addPath */.fM)(programs);
    }
    catch (cause) {
        throw new error/* InputError */.dz('install-cli', `${version/* PROGRAM */.R} cannot be installed: ${cause.message}`, 'RUNNER_TEMP must name a folder that the step may write to, with room for some megabytes.');
    }
    (0,log/* info */.pq)(`${version/* PROGRAM */.R} ${version/* VERSION */.x} is on the PATH of later steps`);
}

// EXTERNAL MODULE: ./lib/action/progress.js
var progress = __webpack_require__(4151);
// EXTERNAL MODULE: ./lib/pull/plan.js + 1 modules
var plan = __webpack_require__(3907);
// EXTERNAL MODULE: ./lib/render/attached.js
var render_attached = __webpack_require__(4470);
// EXTERNAL MODULE: ./lib/render/denied.js
var denied = __webpack_require__(1481);
// EXTERNAL MODULE: ./lib/render/json.js
var render_json = __webpack_require__(7544);
// EXTERNAL MODULE: ./lib/render/pulled.js
var render_pulled = __webpack_require__(1972);
// EXTERNAL MODULE: ./lib/render/report.js
var report = __webpack_require__(248);
// EXTERNAL MODULE: ./lib/render/report-json.js
var report_json = __webpack_require__(7163);
// EXTERNAL MODULE: ./lib/render/selected.js
var render_selected = __webpack_require__(4667);
// EXTERNAL MODULE: ./lib/render/traffic.js
var render_traffic = __webpack_require__(7921);
// EXTERNAL MODULE: ./lib/render/tree.js
var render_tree = __webpack_require__(7758);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/action/json-file.js






/**
 * Returns the path of a new file with the value as JSON, in the folder that the runner empties after
 * the job.
 */
async function writeJsonFile(what, value, env) {
    const path = (0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), `${version/* PROGRAM */.R}-${what}-${(0,external_node_crypto_.randomUUID)()}.json`);
    await (0,promises_.writeFile)(path, `${(0,render_json/* formatJson */.IB)(value)}\n`, { flag: 'wx' });
    return path;
}

;// CONCATENATED MODULE: ./lib/action/outputs.js



/**
 * What the outputs of a step may come to, in UTF-16 units. GitHub takes 1 MB of a whole job, which is
 * 512 Ki units (documentation of job outputs); other steps of the job need some of it.
 */
const MAX_OUTPUTS = 400 * 1024;
/**
 * Returns the outputs that the outcome gives. The short ones, and those that later steps need most,
 * stand first.
 */
function outputsOf(job, outcome, files) {
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
        ['gate', outcome.gate?.verdict],
        ['graph-file', files.graphs],
        ['gate-report-file', files.gateReport],
        ['digests', named?.map(({ digest }) => digest).join('\n')],
        ['references', named?.map(({ reference }) => reference).join('\n')],
        ['attached', attached && (0,render_json/* formatJson */.IB)(attached.map(render_json/* attachedJson */.lv))],
        ['gate-report', outcome.gate && (0,render_json/* formatJson */.IB)((0,report_json/* reportJson */.l)(outcome.gate))],
        ['pulled', pulled && (0,render_json/* formatJson */.IB)(pulled.map(render_json/* pulledJson */.L7))],
        ['tree', graph && outcome.graphs.map(render_tree/* renderTree */.B).join('\n\n')],
        ['referrers', graph && (0,render_json/* formatJson */.IB)((0,render_json/* graphJson */.Ne)(graph).referrers)],
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
// EXTERNAL MODULE: ./lib/render/plain.js
var plain = __webpack_require__(940);
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

// EXTERNAL MODULE: ./lib/action/failure.js
var action_failure = __webpack_require__(5388);
;// CONCATENATED MODULE: ./lib/action/gate-table.js


/** More rules at more platforms than anybody reads; what is denied stands first. */
const gate_table_MAX_ROWS = 200;
const gate_table_MAX_CELL = 200;
/** A reason names several pieces of evidence, each with why it does not count. */
const MAX_REASON = 2000;
/**
 * Returns the gate's verdict in Markdown, with a table of the rules, what is denied first. Where each
 * was judged stands in it if the report is about more than its subject.
 */
function gateTable(report) {
    const withSubject = report.rules.some(({ subject }) => subject !== report.subject);
    const columns = ['Rule', ...(withSubject ? ['Judged at'] : []), 'Verdict', 'Reason'];
    const sorted = [...report.rules].sort(deniedFirst);
    const rows = sorted.slice(0, gate_table_MAX_ROWS).map((rule) => cells(rule, withSubject));
    const table = [columns, columns.map(() => '---'), ...rows].map(gate_table_row).join('\n');
    const hidden = sorted.length - rows.length;
    return `**Gate: ${report.verdict}**\n\n${table}${hidden > 0 ? `\n\nand ${hidden} more` : ''}`;
}
function deniedFirst(a, b) {
    return Number(a.verdict === 'passed') - Number(b.verdict === 'passed');
}
function cells({ rule, subject, platform, verdict, reason }, withSubject) {
    const place = [...(platform === undefined ? [] : [gate_table_cell(platform)]), codeSpan(subject)].join(' ');
    return [
        gate_table_cell(rule),
        ...(withSubject ? [place] : []),
        verdict === 'passed' ? 'passed' : '**denied**',
        gate_table_cell(reason, MAX_REASON),
    ];
}
function gate_table_row(cells) {
    return `| ${cells.join(' | ')} |`;
}
function gate_table_cell(text, length = gate_table_MAX_CELL) {
    return codeSpan((0,plain/* cut */.Jj)((0,plain/* plain */.pj)(text), length));
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
 * Returns the summary of the step in GitHub's Markdown: what failed, the subjects, the gate's
 * verdict, what was attached and pulled, each graph as a diagram and as a tree, and what it cost. Parts
 * that do not fit are left out, which a note says; it names the file with the graphs, `graphFile`.
 */
function renderSummary(job, outcome, graphFile) {
    const { failure, subjects, attached, graphs, gate, pulled, traffic } = outcome;
    const parts = [
        ...(failure ? [`**Failed**\n\n${codeBlock((0,action_failure/* failureLines */.w)(failure))}`] : []),
        ...(subjects.length > 0 ? [subjects.map(subjectLine).join('\n')] : []),
        ...(gate ? [gateTable(gate)] : []),
        ...(job.attach ? [attachedTable(attached, subjects.length > 1)] : []),
        ...(job.dryRun ? ['Dry run: nothing was attached.'] : []),
        ...(job.pull && !failure ? [pulledTable(pulled)] : []),
        ...graphs.flatMap(graphParts),
    ];
    return fitted('## OCI referrers', parts, cutNote(graphFile), (0,render_traffic/* formatTraffic */.z)(traffic));
}
function subjectLine({ reference, platform }) {
    const name = platform && (0,plain/* cut */.Jj)((0,plain/* plain */.pj)((0,oci_platform/* formatPlatform */.Bq)(platform)), plain/* MAX_NAME */.zB);
    return `- Subject: ${codeSpan(reference)}${name ? ` (${codeSpan(name)})` : ''}`;
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
 * Shows all that is known at the end of a job, also of one that failed: log, outputs, files with the
 * graphs and the gate's report and, if wanted, summary. The failure itself is the caller's to report.
 */
async function report_report(job, outcome, { summary, env, masks }) {
    const selected = (0,render_selected/* selectInOutcome */.w)(outcome, job.artifactTypes);
    const files = await writeFiles(selected, env);
    writeLog(job, selected);
    const { outputs, tooLong } = fitOutputs(outputsOf(job, selected, files));
    for (const [name, value] of outputs)
        core/* setOutput */.uH(name, value);
    const listing = job.pull && (0,external_node_path_.join)(job.pull.directory, plan/* LISTING */.Z);
    const cut = tooLong.map((name) => tooLongWarning(name, { ...files, listing }));
    (0,log/* warnings */.AR)([...cut, ...outcome.warnings].map(masks.hide));
    if (summary)
        await writeSummary(masks.hide(renderSummary(job, selected, files.graphs)), env);
}
function writeLog(job, { attached, graphs, gate, pulled, traffic, failure }) {
    for (const each of attached)
        (0,log/* info */.pq)((0,render_attached/* formatAttached */.w)(each));
    for (const graph of graphs)
        (0,log/* group */.Os)(`Referrers of ${graph.reference}`, (0,render_tree/* renderTree */.B)(graph));
    if (gate) {
        (0,log/* group */.Os)(`Gate: ${gate.verdict}`, (0,report/* renderReport */.B)(gate));
        (0,log/* errors */.sO)((0,denied/* deniedLines */.V)(gate).map((line) => `Denied: ${line}`));
    }
    if (job.pull && !failure)
        (0,log/* info */.pq)((0,render_pulled/* formatPulled */.k)(job.pull, pulled));
    (0,log/* info */.pq)((0,render_traffic/* formatTraffic */.z)(traffic));
}
function tooLongWarning(name, files) {
    return `The output ${name} is left empty: it would pass the limit of GitHub.${where(name, files)}`;
}
function where(name, { graphs, gateReport, listing }) {
    if (name === 'pulled' && listing)
        return ` ${listing} has it.`;
    if (name === 'gate-report' && gateReport)
        return ` ${gateReport} has it (output gate-report-file).`;
    return graphs ? ` The graphs are in ${graphs} (output graph-file).` : '';
}
async function writeFiles({ graphs, gate }, env) {
    return {
        graphs: graphs.length === 0 ? undefined : await written('graph', graphs.map(render_json/* graphJson */.Ne), env),
        gateReport: gate && (await written('gate-report', (0,report_json/* reportJson */.l)(gate), env)),
    };
}
/** The outputs have most of what it has, so a step that has done its job does not fail for want of it. */
async function written(what, value, env) {
    try {
        return await writeJsonFile(what, value, env);
    }
    catch (error) {
        (0,log/* warnings */.AR)([`The file ${what} could not be written: ${error.message}`]);
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
        (0,log/* warnings */.AR)([`The summary could not be written: ${error.message}`]);
    }
}

// EXTERNAL MODULE: ./lib/action/secrets.js
var secrets = __webpack_require__(7987);
// EXTERNAL MODULE: ./lib/action/state.js
var state = __webpack_require__(2287);
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
    'require',
    'trusted-root',
    'pull-to',
];
/**
 * Does what the inputs of the step describe, and shows what came of it: it installs the command line,
 * from `dist`, the folder with this build, and does the job. One of both may be all.
 *
 * Throws InputError, InputProblems or, for what a fork must not do, DENIED before anything is done, and,
 * after all that is known is shown, what the job failed by.
 */
async function runStep(dist, doJob, { signal, masks }) {
    const policy = await (0,gate/* policyReader */.C)(inputs/* stepInputs */.a);
    const { job, installsCli, summary } = (0,problems/* readAll */.yw)({
        job: () => (onlyInstalls() ? undefined : (0,inputs_job/* readJob */.c)(inputs/* stepInputs */.a, { policy })),
        installsCli: () => (0,scalar/* readBoolean */.Vf)(inputs/* stepInputs */.a, 'install-cli', false),
        summary: () => (0,scalar/* readBoolean */.Vf)(inputs/* stepInputs */.a, 'summary', true),
    });
    const { env } = process;
    if (job)
        await refuseForks(job, env);
    if (installsCli)
        await installCommandLine(dist, env);
    if (!job)
        return;
    const outcome = await doJob(job, {
        onProgress: (0,progress/* logProgress */.s)(Date.now, masks),
        onSecret: (0,secrets/* maskIn */.Y)(masks, job),
        signal,
        env,
        cacheDirectory: (0,cache_directory/* cacheDirectoryOf */.N)(env),
    });
    (0,state/* saveUnconfirmed */.gr)(outcome.unconfirmed);
    await report_report(job, outcome, { summary, env, masks }).catch((error) => {
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
    const isAboutNone = aboutAnImage.every((name) => inputs/* stepInputs */.a.value(name) === undefined);
    return isAboutNone && (0,scalar/* parseBoolean */.yG)(inputs/* stepInputs */.a.value('install-cli') ?? '') === true;
}

// EXTERNAL MODULE: ./lib/action/to-end.js
var to_end = __webpack_require__(8378);
// EXTERNAL MODULE: ./lib/run.js + 39 modules
var run = __webpack_require__(2945);
;// CONCATENATED MODULE: ./lib/main.js



/**
 * Runs the step: inputs, job, report. Never throws; a failure is that of the step. `dist` is the folder
 * with this build.
 */
function main(dist, doJob = run/* run */.e) {
    return (0,to_end/* toEnd */.F)((context) => runStep(dist, doJob, context));
}


/***/ })

};
