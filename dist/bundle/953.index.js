export const id = 953;
export const ids = [953];
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

/***/ 2953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./lib/inputs/connection.js
var inputs_connection = __webpack_require__(5813);
// EXTERNAL MODULE: ./lib/inputs/timeout.js
var timeout = __webpack_require__(9866);
// EXTERNAL MODULE: ./lib/oci/counted.js
var counted = __webpack_require__(4895);
// EXTERNAL MODULE: ./lib/oci/problems.js
var problems = __webpack_require__(6505);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
// EXTERNAL MODULE: ./lib/action/cache-directory.js
var cache_directory = __webpack_require__(9546);
// EXTERNAL MODULE: ./lib/action/inputs.js
var inputs = __webpack_require__(1413);
// EXTERNAL MODULE: ./lib/action/log.js
var log = __webpack_require__(2988);
// EXTERNAL MODULE: ./lib/action/progress.js
var progress = __webpack_require__(4151);
// EXTERNAL MODULE: ./lib/action/secrets.js
var secrets = __webpack_require__(7987);
// EXTERNAL MODULE: ./lib/action/state.js
var state = __webpack_require__(2287);
;// CONCATENATED MODULE: ./lib/action/confirm.js











/**
 * Makes sure that the lists which the step has left to its `post` step keep what was written to them,
 * and says so; where there are none, it does nothing and says nothing.
 *
 * Throws InputError or InputProblems for inputs of the connection, and what `confirm` throws.
 */
async function confirmStep(doConfirm, { signal, masks }) {
    const unconfirmed = (0,state/* readUnconfirmed */.HS)();
    if (unconfirmed.length === 0)
        return;
    const { connection, deadline } = (0,problems/* readAll */.yw)({
        connection: () => (0,inputs_connection/* readConnection */.d)(inputs/* stepInputs */.a),
        deadline: () => (0,timeout/* readTimeout */.O)(inputs/* stepInputs */.a),
    });
    const { env } = process;
    const images = unconfirmed.map(({ reference }) => (0,oci_reference/* parseReference */.F2)(reference));
    await doConfirm(unconfirmed, { connection, deadline }, {
        onProgress: (0,progress/* logProgress */.s)(Date.now, masks),
        onSecret: (0,secrets/* maskIn */.Y)(masks, { images }),
        signal,
        env,
        cacheDirectory: (0,cache_directory/* cacheDirectoryOf */.N)(env),
    });
    const count = unconfirmed.reduce((sum, { digests }) => sum + digests.length, 0);
    (0,log/* info */.pq)(`Confirmed ${(0,counted/* counted */.h)(count, 'artifact')}`);
}

// EXTERNAL MODULE: ./lib/action/to-end.js
var to_end = __webpack_require__(8378);
;// CONCATENATED MODULE: ./lib/post.js


/** Most jobs leave nothing to confirm, and then need no client of registries. */
const confirmByClient = async (...request) => {
    const { confirm } = await __webpack_require__.e(/* import() */ 769).then(__webpack_require__.bind(__webpack_require__, 769));
    return confirm(...request);
};
/**
 * Runs the `post` step, at the end of the job: what the step has attached is confirmed to stay so. Never
 * throws; a failure fails the job.
 */
function post(doConfirm = confirmByClient) {
    return (0,to_end/* toEnd */.F)((context) => confirmStep(doConfirm, context));
}


/***/ })

};
