export const id = 461;
export const ids = [461];
export const modules = {

/***/ 7943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DD: () => (/* binding */ MAX_LEVELS),
  yy: () => (/* binding */ createWalk)
});

// UNUSED EXPORTS: MAX_MANIFESTS

// EXTERNAL MODULE: ./lib/graph.js
var graph = __webpack_require__(67);
// EXTERNAL MODULE: ./lib/oci/error.js
var error = __webpack_require__(3211);
;// CONCATENATED MODULE: ./lib/discover/examined.js
/**
 * Returns the findings by digest. One proof is enough for all of its findings: Harbor lists the
 * manifest of a `.sig` tag as a referrer, though it has no subject and only the tag binds it
 * (goharbor/harbor, src/server/middleware/cosign).
 */
function mergeExamined(examined) {
    const groups = [...Map.groupBy(examined, ({ digest }) => digest).values()];
    const evidence = groups.flatMap((group) => {
        const proven = group.find((each) => 'node' in each);
        const sources = [...new Set(group.flatMap((each) => each.sources))];
        return proven ? [{ ...proven.node, sources }] : [];
    });
    const refusals = groups
        .filter((group) => !group.some((each) => 'node' in each))
        .flat()
        .flatMap((each) => ('refusal' in each ? [each.refusal] : []));
    return { evidence, refusals };
}

;// CONCATENATED MODULE: ./lib/discover/walk.js



/** A graph is an image's evidence, not a database: more than this is an attack or a mistake. */
const MAX_MANIFESTS = 20_000;
/** Evidence about evidence about evidence: real graphs have two or three levels. */
const MAX_LEVELS = 32;
/**
 * Returns a walk, in which each manifest is looked up and each finding proven once. What hangs on a manifest is looked up
 * while the manifest itself is read and proven, and what one convention finds is followed while
 * another is still being asked, so a level costs one round trip.
 *
 * A manifest that names its subject cannot be part of a cycle. One that is bound by a tag alone can,
 * so none is entered below itself.
 */
function createWalk({ reader, conventions, depth, onWarning }) {
    const lookups = new Map();
    const proofs = new Map();
    let manifests = 0;
    function count(more) {
        manifests += more;
        if (manifests <= MAX_MANIFESTS)
            return;
        throw tooMuch(`the graph has more than ${MAX_MANIFESTS} manifests`);
    }
    function lookUp(subject, more = []) {
        const known = lookups.get(subject.digest);
        if (known)
            return known;
        const asked = [...conventions, ...more].map((find) => find(subject, reader));
        // An error counts, and is then thrown, only if the manifest turns out to be part of the graph.
        for (const answer of asked)
            answer.catch(() => undefined);
        lookups.set(subject.digest, asked);
        return asked;
    }
    function proofOf(finding) {
        const proof = proofs.get(finding) ?? finding.prove();
        proofs.set(finding, proof);
        return proof;
    }
    async function evidenceBelow(place, asked) {
        const entered = new Map();
        const examined = await Promise.all(asked.map(async (answer) => {
            const findings = await answer;
            if (findings.length > 0 && place.level > MAX_LEVELS) {
                throw tooMuch(`the graph below ${place.subject.digest} has more than ${MAX_LEVELS} levels`);
            }
            count(findings.length);
            return Promise.all(findings.map((finding) => examine(place, finding, entered)));
        }));
        const { evidence, refusals } = mergeExamined(examined.flat());
        for (const refusal of refusals)
            onWarning(refusal);
        return evidence.sort(graph/* inGraphOrder */.wo);
    }
    async function examine({ subject, level, above }, finding, entered) {
        const { descriptor, sources } = finding;
        const { digest } = descriptor;
        if (above.has(digest)) {
            const refusal = `${digest} is found at ${subject.digest}, which hangs on it`;
            return { digest, sources, refusal };
        }
        const isLast = level === depth;
        const asked = isLast ? [] : lookUp(descriptor);
        const proof = await proofOf(finding);
        if ('refusal' in proof)
            return { digest, sources, ...proof };
        const { manifest } = proof;
        const place = {
            subject: manifest.descriptor,
            level: level + 1,
            above: new Set([...above, digest]),
        };
        const below = entered.get(digest) ?? evidenceBelow(place, asked);
        entered.set(digest, below);
        return {
            digest,
            sources,
            node: {
                ...(0,graph/* factsOf */.xS)(reader.name, manifest.descriptor, manifest.value),
                referrers: await below,
            },
        };
    }
    return {
        count,
        evidenceOf: (subject, more) => evidenceBelow({ subject, level: 1, above: new Set([subject.digest]) }, lookUp(subject, more)),
    };
}
function tooMuch(what) {
    return new error/* OciError */.Mf('LIMIT_EXCEEDED', what, {
        advice: 'Limit the levels by depth, or remove what should not hang on the image.',
    });
}


/***/ }),

/***/ 6482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ toUtcSeconds)
/* harmony export */ });
const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const LEAP_SECOND = '60';
/** `YYYY-MM-DDTHH:MM:SS`; a year that needs more digits is none of RFC 3339. */
const ISO_SECONDS = /^\d{4}-.{5}T.{8}(?=\.000Z$)/;
/**
 * Returns the time that `text` names, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`; undefined unless it is a date-time of RFC 3339
 * section 5.6 that exists. Fractions of a second are cut off; a leap second becomes the second before it, because the
 * readers of `org.opencontainers.image.created` (Go's `time.Parse`) know none.
 */
function toUtcSeconds(text) {
    const [, date, minutes, seconds, sign, offsetHours, offsetMinutes] = RFC_3339.exec(text) ?? [];
    const isLeapSecond = seconds === LEAP_SECOND;
    const local = `${date}T${minutes}:${isLeapSecond ? '59' : seconds}`;
    const localTime = Date.parse(`${local}Z`);
    if (toIsoSeconds(localTime) !== local)
        return undefined;
    const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * 60_000;
    const utc = toIsoSeconds(sign === '-' ? localTime + offset : localTime - offset);
    if (utc === undefined || (isLeapSecond && !utc.endsWith('T23:59:59')))
        return undefined;
    return `${utc}Z`;
}
function toIsoSeconds(time) {
    return Number.isNaN(time) ? undefined : ISO_SECONDS.exec(new Date(time).toISOString())?.[0];
}


/***/ }),

/***/ 67:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dd: () => (/* binding */ selectReferrers),
/* harmony export */   wo: () => (/* binding */ inGraphOrder),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _oci_annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3999);
/* harmony import */ var _oci_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4360);


/**
 * Returns what a manifest, or the entry of an index for one, says of itself. `name` is the
 * repository's, for the reference.
 */
function factsOf(name, { mediaType, digest, size }, { annotations, ...rest }) {
    const artifactType = 'kind' in rest ? (0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactTypeOf */ .Gh)(rest) : rest.artifactType;
    return {
        reference: `${name}@${digest}`,
        mediaType,
        digest,
        size,
        ...(artifactType && { artifactType }),
        ...(annotations && Object.keys(annotations).length > 0 && { annotations }),
    };
}
/** Orders by time of creation, newest first, then by digest: the same on every registry. */
function inGraphOrder(a, b) {
    return (0,_oci_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .ll)(a.annotations, b.annotations) || (a.digest < b.digest ? -1 : 1);
}
/**
 * Returns the graph with only those referrers of the image and of its platforms whose type is one of
 * the types, and all that hangs below them; no types select all.
 */
function selectReferrers(graph, types) {
    if (types.length === 0)
        return graph;
    const select = (manifest) => ({
        ...manifest,
        referrers: manifest.referrers.filter(({ artifactType }) => types.includes(artifactType ?? '')),
    });
    const { platforms } = graph;
    return { ...select(graph), ...(platforms && { platforms: platforms.map(select) }) };
}


/***/ }),

/***/ 7591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readImages)
/* harmony export */ });
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9501);
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3211);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3940);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1733);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7933);





/**
 * Returns the images that the input `image` names, each with a tag or a digest; the input `digest`
 * pins them all. What names the same digest of a repository, or the same tag, counts once.
 *
 * Throws InputError (input `image` or `digest`) or InputProblems if there is none, for what is no
 * reference, for one with neither tag nor digest, and for one with another digest than `digest`.
 */
function readImages(source) {
    const lines = source.values('image');
    if (lines.length === 0) {
        throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('image', 'no image is given', 'Name it as registry/repository:tag, registry/repository@digest or oci-layout://PATH:tag.');
    }
    const { digest, named } = (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .readAll */ .yw)({
        digest: () => readDigest(source),
        named: () => (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .readEach */ .e2)(lines, (line) => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(line)),
    });
    const images = (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .readEach */ .e2)(named, (image) => pinned(image, digest));
    return [...new Map(images.map((image) => [(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(image), image])).values()];
}
function readDigest(source) {
    const text = source.value('digest');
    if (text === undefined || (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(text))
        return text;
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('digest', `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)} is not a digest`, 'A digest is "sha256:" and 64 lower-case hexadecimal digits.');
}
function pinned(image, digest) {
    if (digest !== undefined && image.digest !== undefined && image.digest !== digest) {
        throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('digest', `${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(image)} has another digest than ${digest}`, 'Leave the digest out of image or digest, or give the same in both.');
    }
    if (digest !== undefined)
        return { ...image, digest };
    if (image.tag !== undefined || image.digest !== undefined)
        return image;
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('image', `${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(image)} has neither a tag nor a digest`, 'Add one, as in :1.0 or @sha256:…, or give the digest by digest; latest is never assumed.');
}


/***/ }),

/***/ 8401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ readJob)
});

// EXTERNAL MODULE: ./lib/discover/walk.js + 1 modules
var walk = __webpack_require__(7943);
// EXTERNAL MODULE: ./lib/documents/timestamp.js
var timestamp = __webpack_require__(6482);
// EXTERNAL MODULE: ./lib/oci/annotations.js
var oci_annotations = __webpack_require__(3999);
// EXTERNAL MODULE: ./lib/oci/error.js
var error = __webpack_require__(3211);
// EXTERNAL MODULE: ./lib/inputs/quote.js
var quote = __webpack_require__(7933);
;// CONCATENATED MODULE: ./lib/inputs/annotations.js




/**
 * Returns the annotations, and the time of creation apart from them: it is taken from the input
 * `created`, or else from an annotation of that meaning, as docker/metadata-action's `labels` has one.
 *
 * Throws InputError (input `annotations` or `created`) for a line that is not `key=value`, for a key
 * that is given twice, and for what is no time.
 */
function readDescription(source) {
    const { [oci_annotations/* CREATED */.DE]: annotated, ...annotations } = readAnnotations(source);
    const created = source.value('created');
    if (created !== undefined && annotated !== undefined) {
        throw new error/* InputError */.dz('created', `created is given, and the annotation ${oci_annotations/* CREATED */.DE} too`, 'Leave one of them out.');
    }
    const input = created === undefined ? 'annotations' : 'created';
    const time = created ?? annotated;
    return { annotations, ...(time !== undefined && { created: parseTime(input, time) }) };
}
function readAnnotations(source) {
    const annotations = new Map();
    for (const text of source.values('annotations')) {
        const equals = text.indexOf('=');
        const key = text.slice(0, Math.max(equals, 0)).trim();
        if (key === '') {
            throw new error/* InputError */.dz('annotations', `${(0,quote/* quote */.h)(text)} is not key=value`, 'Write a key, an equals sign and the value, as in org.example.build=42.');
        }
        if (annotations.has(key)) {
            throw new error/* InputError */.dz('annotations', `${(0,quote/* quote */.h)(key)} is given twice`, 'Give each key once.');
        }
        annotations.set(key, text.slice(equals + 1).trim());
    }
    return Object.fromEntries(annotations);
}
function parseTime(input, text) {
    const time = (0,timestamp/* toUtcSeconds */.d)(text);
    if (time !== undefined)
        return time;
    throw new error/* InputError */.dz(input, `${(0,quote/* quote */.h)(text)} is not a time as in RFC 3339`, 'Write date, time and offset, as in 2026-01-31T12:00:00Z.');
}

// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/inputs/lists.js
var lists = __webpack_require__(1720);
;// CONCATENATED MODULE: ./lib/inputs/artifact-types.js




/**
 * Returns the type that the input `artifact-type` gives to what is attached, if it gives one.
 *
 * Throws InputError (input `artifact-type`) for more than one, and for what is no media type.
 */
function readArtifactType(source) {
    const [type, ...others] = (0,lists/* itemsOf */.S)(source.values('artifact-type'));
    if (others.length > 0) {
        throw new error/* InputError */.dz('artifact-type', 'several types are given, but what is attached has one', 'Give one type, or none to have each document tell its own.');
    }
    if (type === undefined || (0,media_types/* isMediaType */.LA)(type))
        return type;
    throw notAType(type, 'Write type/subtype without parameters, as in application/spdx+json.');
}
/**
 * Returns the types that the input `artifact-type` selects. They may have parameters, which older
 * Sigstore bundles have in their type: `application/vnd.dev.sigstore.bundle+json;version=0.3`.
 *
 * Throws InputError (input `artifact-type`) for what is no media type.
 */
function readSelectedTypes(source) {
    const types = [...new Set((0,lists/* itemsOf */.S)(source.values('artifact-type')))];
    const wrong = types.find((type) => !(0,media_types/* isMediaType */.LA)(type.split(';', 1)[0] ?? ''));
    if (wrong === undefined)
        return types;
    throw notAType(wrong, 'Write types in full, as in application/spdx+json.');
}
function notAType(text, advice) {
    return new error/* InputError */.dz('artifact-type', `${(0,quote/* quote */.h)(text)} is not a media type`, advice);
}

// EXTERNAL MODULE: ./lib/inputs/problems.js
var problems = __webpack_require__(1733);
// EXTERNAL MODULE: ./lib/inputs/scalar.js
var scalar = __webpack_require__(9737);
;// CONCATENATED MODULE: ./lib/inputs/connection.js




/** More than any registry answers well; HTTP/1.1 takes a socket for each. */
const MOST_CONCURRENT = 256;
/**
 * Returns how registries are to be reached.
 *
 * Throws InputError for a user name without a password or the other way round, and for values that
 * an input cannot take.
 */
function readConnection(source) {
    const githubToken = source.value('github-token');
    const caFile = source.value('ca-file');
    const { login, ...rest } = (0,problems/* readAll */.yw)({
        login: () => readLogin(source),
        plainHttp: () => readPlainHttp(source),
        referrersMode: () => (0,scalar/* readChoice */.Kf)(source, 'referrers-mode', ['auto', 'referrers-api', 'referrers-tag']),
        concurrency: () => (0,scalar/* readWholeNumber */.bf)(source, 'concurrency', { least: 1, most: MOST_CONCURRENT, fallback: 32 }),
    });
    return {
        ...login,
        ...(githubToken !== undefined && { githubToken }),
        ...rest,
        ...(caFile !== undefined && { caFile }),
    };
}
function readLogin(source) {
    const username = source.value('username');
    const password = source.value('password');
    if (username !== undefined && password !== undefined)
        return { username, password };
    if (username === undefined && password === undefined)
        return {};
    const [missing, given] = username === undefined ? ['username', 'password'] : ['password', 'username'];
    throw new error/* InputError */.dz(missing, `the ${given} is given without a ${missing}`, 'Give both or neither. A secret that is not set, or that a workflow from a fork may not read, is empty.');
}
function readPlainHttp(source) {
    const text = source.value('plain-http') ?? 'auto';
    const value = text === 'auto' ? text : (0,scalar/* parseBoolean */.yG)(text);
    if (value !== undefined)
        return value;
    throw new error/* InputError */.dz('plain-http', `${(0,quote/* quote */.h)(text)} is neither auto nor a boolean`, 'Write auto, true or false.');
}

// EXTERNAL MODULE: ./lib/inputs/images.js
var inputs_images = __webpack_require__(7591);
// EXTERNAL MODULE: ./lib/oci/platform.js
var platform = __webpack_require__(7122);
;// CONCATENATED MODULE: ./lib/inputs/platforms.js



/**
 * Returns which manifests of the image the input `platform` selects; each platform once.
 *
 * Throws InputError (input `platform`) for what is no platform, and for `all` beside others.
 */
function readPlatforms(source) {
    const items = (0,lists/* itemsOf */.S)(source.values('platform'));
    if (items.length === 0)
        return 'subject';
    if (!items.includes('all')) {
        const platforms = items.map(platform/* parsePlatform */.FL);
        return [...new Map(platforms.map((each) => [(0,platform/* formatPlatform */.Bq)(each), each])).values()];
    }
    if (items.every((item) => item === 'all'))
        return 'all';
    throw new error/* InputError */.dz('platform', 'all stands beside other platforms', 'Write either all or the platforms that are meant.');
}

;// CONCATENATED MODULE: ./lib/inputs/pull.js


/** Hundreds of times what a well-kept image carries; more is an attack or a mistake. */
const MAX_FILES = 10_000;
/** The machines of GitHub have 14 GB free. Reports and SBOMs have megabytes. */
const MAX_BYTES = 4 * 1024 ** 3;
/** What any file system holds in one folder, and a listing in one string. */
const MOST_FILES = 1_000_000;
/**
 * Returns what the inputs want pulled, if anything: everything attached, and no file replaced.
 *
 * Throws InputError for limits that are no numbers.
 */
function readPullRequest(source) {
    const directory = source.value('pull-to');
    const limits = (0,problems/* readAll */.yw)({
        maxFiles: () => (0,scalar/* readWholeNumber */.bf)(source, 'pull-max-files', {
            least: 1,
            most: MOST_FILES,
            fallback: MAX_FILES,
        }),
        maxBytes: () => (0,scalar/* readWholeNumber */.bf)(source, 'pull-max-bytes', {
            least: 1,
            most: Number.MAX_SAFE_INTEGER,
            fallback: MAX_BYTES,
        }),
    });
    return directory === undefined
        ? undefined
        : { directory, what: 'referrers', overwrite: false, ...limits };
}

;// CONCATENATED MODULE: ./lib/inputs/job.js









/**
 * Returns the job that the inputs describe. What is not given has the default that `action.yml`
 * states. `imagesOf` reads which images it is about.
 *
 * Throws InputError or, for several, InputProblems: every input is checked, also one that this job
 * does not need.
 */
function readJob(source, imagesOf = inputs_images/* readImages */.H) {
    const attaches = source.values('files').length > 0;
    const { request, pull, ...rest } = (0,problems/* readAll */.yw)({
        images: () => imagesOf(source),
        platform: () => readPlatforms(source),
        request: () => readAttachRequest(source),
        artifactTypes: () => (attaches ? [] : readSelectedTypes(source)),
        dryRun: () => (0,scalar/* readBoolean */.Vf)(source, 'dry-run', false),
        pull: () => readPullRequest(source),
        depth: () => (0,scalar/* readWholeNumber */.bf)(source, 'depth', { least: 0, most: walk/* MAX_LEVELS */.DD, fallback: 0 }),
        connection: () => readConnection(source),
    });
    return { ...rest, discovers: true, ...(request && { attach: request }), ...(pull && { pull }) };
}
function readAttachRequest(source) {
    const files = source.values('files');
    const { artifactType, description, ...rest } = (0,problems/* readAll */.yw)({
        artifactType: () => (files.length > 0 ? readArtifactType(source) : undefined),
        combine: () => (0,scalar/* readBoolean */.Vf)(source, 'combine', false),
        description: () => readDescription(source),
        ifExists: () => (0,scalar/* readChoice */.Kf)(source, 'if-exists', ['skip', 'append']),
        manifestFormat: () => (0,scalar/* readChoice */.Kf)(source, 'manifest-format', ['oci-image', 'oras-artifact']),
    });
    if (files.length === 0)
        return undefined;
    return { files, ...(artifactType !== undefined && { artifactType }), ...rest, ...description };
}


/***/ }),

/***/ 1720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf),
/* harmony export */   S: () => (/* binding */ itemsOf)
/* harmony export */ });
/** Returns the lines of the text without the white space around them; blank ones are left out. */
function linesOf(text) {
    return nonBlank(text.split(/\r\n|\n|\r/));
}
/** Returns the items of values that may each hold several, between commas. */
function itemsOf(values) {
    return nonBlank(values.flatMap((value) => value.split(',')));
}
function nonBlank(texts) {
    return texts.map((text) => text.trim()).filter((text) => text !== '');
}


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ InputProblems),
/* harmony export */   e2: () => (/* binding */ readEach),
/* harmony export */   kM: () => (/* binding */ isInputProblem),
/* harmony export */   yw: () => (/* binding */ readAll)
/* harmony export */ });
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);

/** Several inputs that are wrong, told of at once; at least two. */
class InputProblems extends Error {
    name = 'InputProblems';
    problems;
    constructor(problems) {
        super(`${problems.length} inputs are wrong`);
        this.problems = problems;
    }
}
/**
 * Returns the value of each reader under its name. All are called, so that every problem is found:
 * throws the InputError if there is one, InputProblems if there are more.
 */
function readAll(readers) {
    const entries = readEach(Object.entries(readers), ([name, read]) => [name, read()]);
    return Object.fromEntries(entries);
}
/** Returns what `read` makes of each item; throws as `readAll` does. */
function readEach(items, read) {
    const problems = [];
    const values = items.flatMap((item) => {
        try {
            return [read(item)];
        }
        catch (error) {
            problems.push(...problemsOf(error));
            return [];
        }
    });
    const [first, second] = problems;
    if (second)
        throw new InputProblems(problems);
    if (first)
        throw first;
    return values;
}
/** Tells whether the error is about what the user gave. */
function isInputProblem(error) {
    return error instanceof _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz || error instanceof InputProblems;
}
function problemsOf(error) {
    if (error instanceof _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz)
        return [error];
    if (error instanceof InputProblems)
        return error.problems;
    throw error;
}


/***/ }),

/***/ 7933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/** Enough of a wrong value to recognise it by; a pasted document would bury the message. */
const MAX_LENGTH = 200;
/** Returns a wrong value as messages show it: in quotes, on one line, cut if it is long. */
function quote(text) {
    return JSON.stringify(text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text);
}


/***/ }),

/***/ 9737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   Kf: () => (/* binding */ readChoice),
/* harmony export */   Vf: () => (/* binding */ readBoolean),
/* harmony export */   bf: () => (/* binding */ readWholeNumber),
/* harmony export */   yG: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7933);


const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];
/** Returns the boolean that the text is in the core schema of YAML 1.2 (section 10.3.2), if it is one. */
function parseBoolean(text) {
    if (TRUE.includes(text))
        return true;
    return FALSE.includes(text) ? false : undefined;
}
/** Returns the input as a boolean. Throws InputError for anything but YAML's booleans. */
function readBoolean(source, name, fallback) {
    const text = source.value(name);
    const value = text === undefined ? fallback : parseBoolean(text);
    if (value !== undefined)
        return value;
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text ?? '')} is not a boolean`, 'Write true or false.');
}
/** Returns the input as a whole number. Throws InputError for another text or one out of range. */
function readWholeNumber(source, name, { least, most, fallback }) {
    const text = source.value(name);
    if (text === undefined)
        return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most)
        return value;
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text)} is not a whole number from ${least} to ${most}`, `Leave it out for ${fallback}.`);
}
/** Returns the input as one of the choices, the first if it is not given. Throws InputError for another. */
function readChoice(source, name, choices) {
    return parseChoice(name, source.value(name) ?? choices[0], choices);
}
/** Returns the text as one of the choices. Throws InputError, about the input named, for another. */
function parseChoice(name, text, choices) {
    const choice = choices.find((each) => each === text);
    if (choice !== undefined)
        return choice;
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text)} is none of ${choices.join(', ')}`, `Write one of ${choices.join(', ')}.`);
}


/***/ }),

/***/ 2535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ createJsonScanner)
});

;// CONCATENATED MODULE: ./lib/json/bytes.js
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const LETTER_U = 0x75;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
function byteTable(has) {
    return Uint8Array.from({ length: 256 }, (_, byte) => (has(byte) ? 1 : 0));
}
/** 1 for each byte that is white space between tokens (RFC 8259 section 2). */
const IS_SPACE = byteTable((byte) => [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE].includes(byte));
/** 1 for each byte that stands for itself inside a string (RFC 8259 section 7), the bytes of UTF-8 among them. */
const IS_PLAIN = byteTable((byte) => byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH);
/** 1 for each byte that makes an escape of two characters with the backslash before it. */
const IS_ESCAPE = byteTable((byte) => '"\\/bfnrt'.includes(String.fromCharCode(byte)));
const IS_HEX = byteTable((byte) => /[\da-f]/i.test(String.fromCharCode(byte)));

;// CONCATENATED MODULE: ./lib/json/literal-token.js
const NULL = { word: 'null', value: { type: 'null' } };
const LITERALS = new Map([
    NULL,
    { word: 'true', value: { type: 'boolean', value: true } },
    { word: 'false', value: { type: 'boolean', value: false } },
].map((literal) => [literal.word.charCodeAt(0), literal]));
/** `true`, `false` or `null`. */
class LiteralToken {
    complete = false;
    #fail;
    #literal = NULL;
    #matched = 0;
    constructor(fail) {
        this.#fail = fail;
    }
    /** Returns whether a literal starts with this byte. */
    begin(byte) {
        const literal = LITERALS.get(byte);
        if (literal === undefined)
            return false;
        this.#literal = literal;
        this.#matched = 0;
        this.complete = false;
        return true;
    }
    value() {
        return this.#literal.value;
    }
    scan(bytes, start) {
        const { word } = this.#literal;
        let at = start;
        while (at < bytes.length && this.#matched < word.length) {
            if (bytes[at] !== word.charCodeAt(this.#matched))
                this.#fail('unexpected character', at);
            this.#matched++;
            at++;
        }
        this.complete = this.#matched === word.length;
        return at;
    }
}

;// CONCATENATED MODULE: ./lib/json/nesting.js
/** Returns the nesting of a text that has not begun, whose outermost value `root` listens to. */
function createNesting(root, limits) {
    const rejectsDuplicates = limits.duplicateKeys === 'reject';
    const levels = [];
    let top;
    let listener = root;
    function startValue() {
        if (top?.isArray)
            listener = top.listener?.element?.();
        return listener !== undefined;
    }
    return {
        isOutermost: () => top === undefined,
        inArray: () => top?.isArray === true,
        wantsKeys: () => rejectsDuplicates || top?.listener?.member !== undefined,
        startValue,
        passing: () => listener?.passing,
        scalar(scalar) {
            listener?.seen(scalar.value());
        },
        open(type) {
            if (levels.length === limits.maxDepth)
                return `more than ${limits.maxDepth} levels`;
            startValue();
            listener?.seen({ type });
            const isArray = type === 'array';
            const names = rejectsDuplicates && !isArray ? new Set() : undefined;
            top = { isArray, listener, names };
            levels.push(top);
            return undefined;
        },
        close() {
            levels.pop();
            top = levels.at(-1);
        },
        key(text) {
            listener = text === undefined ? undefined : top?.listener?.member?.(text);
            if (top?.names === undefined)
                return undefined;
            if (text === undefined)
                return `key of more than ${limits.maxTextBytes} bytes`;
            if (top.names.has(text))
                return `duplicate key ${JSON.stringify(text)}`;
            top.names.add(text);
            return undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/json/number-token.js
const START = 1;
const AFTER_MINUS = 2;
const ZERO = 3;
const INTEGER = 4;
const AFTER_POINT = 5;
const FRACTION = 6;
const AFTER_E = 7;
const AFTER_SIGN = 8;
const EXPONENT = 9;
/** No number goes on with this byte. */
const ENDED = 0;
const DIGITS = '0123456789';
/** The grammar of RFC 8259 section 6, as moves from state to state. */
const MOVES = [
    [START, '-', AFTER_MINUS],
    [START, '0', ZERO],
    [START, '123456789', INTEGER],
    [AFTER_MINUS, '0', ZERO],
    [AFTER_MINUS, '123456789', INTEGER],
    [ZERO, '.', AFTER_POINT],
    [ZERO, 'eE', AFTER_E],
    [INTEGER, DIGITS, INTEGER],
    [INTEGER, '.', AFTER_POINT],
    [INTEGER, 'eE', AFTER_E],
    [AFTER_POINT, DIGITS, FRACTION],
    [FRACTION, DIGITS, FRACTION],
    [FRACTION, 'eE', AFTER_E],
    [AFTER_E, '+-', AFTER_SIGN],
    [AFTER_E, DIGITS, EXPONENT],
    [AFTER_SIGN, DIGITS, EXPONENT],
    [EXPONENT, DIGITS, EXPONENT],
];
const NEXT = new Uint8Array((EXPONENT + 1) * 256);
for (const [from, bytes, to] of MOVES) {
    for (const byte of Buffer.from(bytes))
        NEXT[from * 256 + byte] = to;
}
const IS_NUMBER = new Set([ZERO, INTEGER, FRACTION, EXPONENT]);
/** A number, of any length. */
class NumberToken {
    complete = false;
    #kept;
    #fail;
    #state = START;
    #text;
    constructor(kept, fail) {
        this.#kept = kept;
        this.#fail = fail;
    }
    begin(wanted) {
        this.complete = false;
        this.#state = START;
        this.#kept.begin(wanted);
    }
    value() {
        return { type: 'number', ...(this.#text !== undefined && { text: this.#text }) };
    }
    scan(bytes, start) {
        let at = start;
        while (at < bytes.length) {
            const next = NEXT[this.#state * 256 + (bytes[at] ?? 0)] ?? ENDED;
            if (next === ENDED) {
                this.end(bytes, start, at);
                return at;
            }
            this.#state = next;
            at++;
        }
        this.#kept.add(bytes, start, at);
        return at;
    }
    /** Nothing follows `bytes[start, end)`: only what comes behind a number shows that it is complete. */
    end(bytes, start, end) {
        if (!IS_NUMBER.has(this.#state))
            this.#fail('unexpected character', end);
        this.#text = this.#kept.finish(bytes, start, end);
        this.complete = true;
    }
}

;// CONCATENATED MODULE: ./lib/json/string-token.js

const HEX_DIGITS_OF_ESCAPE = 4;
/** A string or key (RFC 8259 section 7), from behind its opening quote. */
class StringToken {
    complete = false;
    /** The string, if it was wanted and short enough. */
    text;
    #kept;
    #fail;
    #passing;
    #due = 'text';
    #hexDigits = 0;
    constructor(kept, fail) {
        this.#kept = kept;
        this.#fail = fail;
    }
    begin(wanted, passing) {
        this.complete = false;
        this.#passing = passing;
        this.#kept.begin(wanted);
    }
    value() {
        return { type: 'string', ...(this.text !== undefined && { text: this.text }) };
    }
    scan(bytes, start) {
        let at = start;
        while (at < bytes.length && !this.complete) {
            if (this.#due === 'text')
                at = this.#plain(bytes, at);
            else if (this.#due === 'escape')
                at = this.#escape(bytes, at);
            else
                at = this.#hexDigit(bytes, at);
        }
        return at;
    }
    #plain(bytes, start) {
        let at = start;
        while (IS_PLAIN[bytes[at] ?? 0] === 1)
            at++;
        if (at === bytes.length) {
            this.#add(bytes, start, at);
            return at;
        }
        if (bytes[at] === QUOTE) {
            this.#passing?.(bytes.subarray(start, at));
            this.text = this.#kept.finish(bytes, start, at);
            this.complete = true;
            return at + 1;
        }
        if (bytes[at] !== BACKSLASH)
            this.#fail('control character in a string', at);
        this.#add(bytes, start, at + 1);
        this.#kept.escaped();
        this.#due = 'escape';
        return at + 1;
    }
    #escape(bytes, at) {
        const byte = bytes[at] ?? 0;
        const isUnicode = byte === LETTER_U;
        if (!isUnicode && IS_ESCAPE[byte] !== 1)
            this.#fail('unknown escape', at);
        this.#due = isUnicode ? 'hex digit' : 'text';
        this.#hexDigits = 0;
        this.#add(bytes, at, at + 1);
        return at + 1;
    }
    #hexDigit(bytes, at) {
        if (IS_HEX[bytes[at] ?? 0] !== 1)
            this.#fail('unknown escape', at);
        this.#hexDigits++;
        if (this.#hexDigits === HEX_DIGITS_OF_ESCAPE)
            this.#due = 'text';
        this.#add(bytes, at, at + 1);
        return at + 1;
    }
    #add(bytes, start, end) {
        this.#passing?.(bytes.subarray(start, end));
        this.#kept.add(bytes, start, end);
    }
}

// EXTERNAL MODULE: ./lib/json/syntax-error.js
var syntax_error = __webpack_require__(4912);
;// CONCATENATED MODULE: ./lib/json/token-text.js
/** Returns a collector of at most `maxBytes` (as written) a token. It allocates its buffer once, and copies what it keeps. */
function createTokenText(maxBytes) {
    const kept = Buffer.alloc(maxBytes);
    let length = 0;
    let wanted = false;
    let hasEscapes = false;
    function add(bytes, start, end) {
        if (!wanted)
            return;
        if (length + end - start > maxBytes) {
            wanted = false;
            return;
        }
        bytes.copy(kept, length, start, end);
        length += end - start;
    }
    return {
        begin(isWanted) {
            length = 0;
            wanted = isWanted;
            hasEscapes = false;
        },
        add,
        escaped() {
            hasEscapes = true;
        },
        finish(bytes, start, end) {
            const isWholeInChunk = length === 0 && end - start <= maxBytes;
            if (wanted && isWholeInChunk)
                return bytes.toString('utf8', start, end);
            add(bytes, start, end);
            if (!wanted)
                return undefined;
            const text = kept.toString('utf8', 0, length);
            return hasEscapes ? withoutEscapes(text) : text;
        },
    };
}
/** The scan has proven that `text` is the inside of a JSON string. */
function withoutEscapes(text) {
    const value = JSON.parse(`"${text}"`);
    return String(value);
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/json/utf8.js

const LONGEST_SEQUENCE = 4;
/**
 * Returns a checker of UTF-8 (RFC 3629) that arrives in chunks, cut anywhere. It keeps at most the three bytes of a
 * character whose rest is still to come, and judges it when that has come.
 */
function createUtf8Checker() {
    const carried = new Uint8Array(LONGEST_SEQUENCE);
    let carriedLength = 0;
    /** How many bytes of the chunk complete the carried character. */
    function complete(chunk) {
        const missing = sequenceLength(carried[0] ?? 0) - carriedLength;
        const added = chunk.subarray(0, missing);
        carried.set(added, carriedLength);
        carriedLength += added.length;
        return added.length;
    }
    return {
        firstInvalid(chunk) {
            let start = 0;
            if (carriedLength > 0) {
                const before = carriedLength;
                start = complete(chunk);
                if (carriedLength < sequenceLength(carried[0] ?? 0))
                    return undefined;
                if (!(0,external_node_buffer_.isUtf8)(carried.subarray(0, carriedLength)))
                    return -before;
            }
            const end = Math.max(start, lastCompleteEnd(chunk));
            carried.set(chunk.subarray(end));
            carriedLength = chunk.length - end;
            const whole = chunk.subarray(start, end);
            return (0,external_node_buffer_.isUtf8)(whole) ? undefined : start + locateInvalid(whole);
        },
        isComplete: () => carriedLength === 0,
    };
}
function sequenceLength(lead) {
    if (lead < 0x80)
        return 1;
    if (lead < 0xe0)
        return 2;
    return lead < 0xf0 ? 3 : LONGEST_SEQUENCE;
}
/** Where the characters that are complete within the chunk end. */
function lastCompleteEnd(chunk) {
    for (let back = 1; back < LONGEST_SEQUENCE && back <= chunk.length; back++) {
        const byte = chunk[chunk.length - back] ?? 0;
        const isContinuation = byte >= 0x80 && byte < 0xc0;
        if (!isContinuation)
            return sequenceLength(byte) > back ? chunk.length - back : chunk.length;
    }
    return chunk.length;
}
function locateInvalid(bytes) {
    let at = 0;
    while (at < bytes.length) {
        const length = sequenceLength(bytes[at] ?? 0);
        if (!(0,external_node_buffer_.isUtf8)(bytes.subarray(at, at + length)))
            break;
        at += length;
    }
    return at;
}

;// CONCATENATED MODULE: ./lib/json/scan.js








/**
 * Returns a scanner that reads a JSON text (RFC 8259, in UTF-8, with or without a byte order mark) once, chunk by chunk,
 * and tells `root` of its outermost value. It takes exactly what `JSON.parse` takes, up to `limits`.
 */
function createJsonScanner(root, limits) {
    return new Scanner(root, limits);
}
const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
/** What may come next: any of these, as a set of bits. */
const A_VALUE = 1;
const A_KEY = 2;
const A_COLON = 4;
const A_COMMA = 8;
const AN_OBJECT_END = 16;
const AN_ARRAY_END = 32;
const NOTHING = 0;
class Scanner {
    #nesting;
    #utf8 = createUtf8Checker();
    #string;
    #number;
    #literal;
    #fail = (reason, at) => {
        throw new syntax_error/* JsonSyntaxError */.q(reason, this.#offset + at);
    };
    #offset = 0;
    #markMatched = 0;
    #next = A_VALUE;
    /** What a chunk ended in the midst of. */
    #unfinished;
    constructor(root, limits) {
        const text = createTokenText(limits.maxTextBytes);
        this.#nesting = createNesting(root, limits);
        this.#string = new StringToken(text, this.#fail);
        this.#number = new NumberToken(text, this.#fail);
        this.#literal = new LiteralToken(this.#fail);
    }
    write(chunk) {
        const invalid = this.#utf8.firstInvalid(chunk);
        if (invalid !== undefined)
            this.#fail('invalid UTF-8', invalid);
        const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        let at = this.#skipByteOrderMark(bytes);
        if (this.#unfinished !== undefined)
            at = this.#token(this.#unfinished, bytes, at);
        while (at < bytes.length)
            at = this.#structure(bytes, at);
        this.#offset += bytes.length;
    }
    end() {
        if (this.#unfinished === this.#number) {
            this.#number.end(Buffer.alloc(0), 0, 0);
            this.#endToken(this.#number, 0);
        }
        const isComplete = this.#unfinished === undefined && this.#next === NOTHING;
        if (!isComplete || !this.#utf8.isComplete())
            this.#fail('unexpected end', 0);
    }
    #skipByteOrderMark(bytes) {
        let at = 0;
        while (at < bytes.length && this.#markMatched < BYTE_ORDER_MARK.length) {
            if (bytes[at] === BYTE_ORDER_MARK[this.#markMatched]) {
                this.#markMatched++;
                at++;
            }
            else {
                if (this.#markMatched > 0)
                    this.#fail('unexpected character', at);
                this.#markMatched = BYTE_ORDER_MARK.length;
            }
        }
        return at;
    }
    /** Takes white space, then one byte of structure or one token. */
    #structure(bytes, start) {
        let at = start;
        while (IS_SPACE[bytes[at] ?? 0] === 1)
            at++;
        if (at === bytes.length)
            return at;
        switch (bytes[at]) {
            case QUOTE:
                return this.#beginString(bytes, at);
            case COLON:
                this.#require(A_COLON, at);
                this.#next = A_VALUE;
                return at + 1;
            case COMMA:
                this.#require(A_COMMA, at);
                this.#next = this.#nesting.inArray() ? A_VALUE : A_KEY;
                return at + 1;
            case OPEN_OBJECT:
                return this.#open('object', A_KEY | AN_OBJECT_END, at);
            case OPEN_ARRAY:
                return this.#open('array', A_VALUE | AN_ARRAY_END, at);
            case CLOSE_OBJECT:
                return this.#close(AN_OBJECT_END, at);
            case CLOSE_ARRAY:
                return this.#close(AN_ARRAY_END, at);
            default:
                return this.#beginNumberOrLiteral(bytes, at);
        }
    }
    #require(what, at) {
        if ((this.#next & what) === 0)
            this.#fail('unexpected character', at);
    }
    #open(type, next, at) {
        this.#require(A_VALUE, at);
        const problem = this.#nesting.open(type);
        if (problem !== undefined)
            this.#fail(problem, at);
        this.#next = next;
        return at + 1;
    }
    #close(end, at) {
        this.#require(end, at);
        this.#nesting.close();
        this.#afterValue();
        return at + 1;
    }
    #afterValue() {
        if (this.#nesting.isOutermost())
            this.#next = NOTHING;
        else
            this.#next = A_COMMA | (this.#nesting.inArray() ? AN_ARRAY_END : AN_OBJECT_END);
    }
    #beginString(bytes, at) {
        this.#require(A_KEY | A_VALUE, at);
        if ((this.#next & A_KEY) !== 0)
            this.#string.begin(this.#nesting.wantsKeys());
        else
            this.#string.begin(this.#nesting.startValue(), this.#nesting.passing());
        return this.#token(this.#string, bytes, at + 1);
    }
    #beginNumberOrLiteral(bytes, at) {
        this.#require(A_VALUE, at);
        const wanted = this.#nesting.startValue();
        if (this.#literal.begin(bytes[at]))
            return this.#token(this.#literal, bytes, at);
        this.#number.begin(wanted);
        return this.#token(this.#number, bytes, at);
    }
    #token(token, bytes, start) {
        const at = token.scan(bytes, start);
        if (token.complete)
            this.#endToken(token, at);
        else
            this.#unfinished = token;
        return at;
    }
    #endToken(token, at) {
        this.#unfinished = undefined;
        if ((this.#next & A_KEY) === 0) {
            this.#nesting.scalar(token);
            this.#afterValue();
            return;
        }
        const problem = this.#nesting.key(this.#string.text);
        if (problem !== undefined)
            this.#fail(problem, at);
        this.#next = A_COLON;
    }
}


/***/ }),

/***/ 4912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ JsonSyntaxError)
/* harmony export */ });
/** JSON that is not what it should be: where, and why. The offset counts bytes from the start of the document. */
class JsonSyntaxError extends Error {
    name = 'JsonSyntaxError';
    reason;
    offset;
    constructor(reason, offset) {
        super(`${reason} at byte ${offset}`);
        this.reason = reason;
        this.offset = offset;
    }
}


/***/ }),

/***/ 3999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DE: () => (/* binding */ CREATED),
/* harmony export */   K: () => (/* binding */ CREATED_NAMES),
/* harmony export */   YX: () => (/* binding */ ORAS_ARTIFACT_CREATED),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   ly: () => (/* binding */ TITLE),
/* harmony export */   w5: () => (/* binding */ REF_NAME)
/* harmony export */ });
/* unused harmony exports OCI_ARTIFACT_CREATED, createdOf */
/** When the artifact was made; RFC 3339. */
const CREATED = 'org.opencontainers.image.created';
/** On a layer: the name of the file it was made from and is pulled as. */
const TITLE = 'org.opencontainers.image.title';
/** In an image layout's `index.json`: the tag of an entry (image-spec v1.1.1, Image Layout). */
const REF_NAME = 'org.opencontainers.image.ref.name';
/** The created annotations of the artifact manifests before OCI 1.1, for reading. */
const OCI_ARTIFACT_CREATED = 'org.opencontainers.artifact.created';
const ORAS_ARTIFACT_CREATED = 'io.cncf.oras.artifact.created';
/** Every name of the time of creation. */
const CREATED_NAMES = [
    CREATED,
    OCI_ARTIFACT_CREATED,
    ORAS_ARTIFACT_CREATED,
];
/** Returns when the artifact says it was made, under whichever name its manifest format uses. */
function createdOf(annotations) {
    return (annotations?.[CREATED] ??
        annotations?.[OCI_ARTIFACT_CREATED] ??
        annotations?.[ORAS_ARTIFACT_CREATED]);
}
/**
 * Orders by time of creation, newest first: negative if `a` is newer, 0 if neither is. What has no
 * valid time comes last.
 */
function newestFirst(a, b) {
    const [left, right] = [createdTime(a), createdTime(b)];
    if (left === right)
        return 0;
    return left > right ? -1 : 1;
}
/** Date.parse takes far more than RFC 3339, and what names no offset by the machine's time zone. */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;
function createdTime(annotations) {
    const created = createdOf(annotations) ?? '';
    const time = rfc3339.test(created) ? Date.parse(created) : Number.NaN;
    return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}


/***/ }),

/***/ 1260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ subjectDescriptor),
/* harmony export */   BA: () => (/* binding */ parseDescriptor),
/* harmony export */   KX: () => (/* binding */ parseAnnotations),
/* harmony export */   RT: () => (/* binding */ isEmptyDescriptor)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9501);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3211);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3931);



/**
 * Returns the three properties that a `subject` consists of. Other clients write exactly these, so
 * the same subject always gives the same bytes.
 */
function subjectDescriptor({ mediaType, digest, size }) {
    return { mediaType, digest, size };
}
/**
 * Returns the JSON value as a descriptor; `where` names it in errors. Throws MANIFEST_INVALID if a
 * required property is missing or a property has another type than the specification's.
 */
function parseDescriptor(value, where) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        throw invalid(where, 'is not an object');
    const { mediaType, digest, size } = value;
    if (typeof mediaType !== 'string' || mediaType === '')
        throw invalid(where, 'has no mediaType');
    if (typeof digest !== 'string')
        throw invalid(where, 'has no digest');
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw invalid(where, `has no valid size: ${String(size).slice(0, 40)}`);
    }
    const artifactType = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalString */ .sx)(value, 'artifactType', where);
    const data = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalString */ .sx)(value, 'data', where);
    const annotations = parseAnnotations(value, where);
    const platform = parsePlatform(value, where);
    return {
        mediaType,
        digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(digest),
        size,
        ...(artifactType !== undefined && { artifactType }),
        ...(annotations && { annotations }),
        ...(platform && { platform }),
        ...(data !== undefined && { data }),
    };
}
/**
 * Tells whether an entry of an index is an empty descriptor, `{}` or as Go writes one: clients have
 * left such entries in referrers tags, and drop them (oras-go, removeEmptyDescriptors).
 */
function isEmptyDescriptor(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) && Object.values(value).every((each) => each === '' || each === 0);
}
/**
 * Returns the `annotations` of a manifest or descriptor. Throws MANIFEST_INVALID if they are not a
 * map of strings.
 */
function parseAnnotations(value, where) {
    const annotations = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalObject */ .u9)(value, 'annotations', where);
    if (!annotations)
        return undefined;
    const entries = Object.entries(annotations).map(([key, text]) => {
        if (typeof text === 'string')
            return [key, text];
        throw invalid(where, `has an annotation that is no string: ${JSON.stringify(key.slice(0, 100))}`);
    });
    return Object.fromEntries(entries);
}
function parsePlatform(value, where) {
    const platform = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalObject */ .u9)(value, 'platform', where);
    if (!platform)
        return undefined;
    const variant = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalString */ .sx)(platform, 'variant', where);
    return {
        os: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalString */ .sx)(platform, 'os', where) ?? '',
        architecture: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalString */ .sx)(platform, 'architecture', where) ?? '',
        ...(variant !== undefined && { variant }),
    };
}
function invalid(where, what) {
    return new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .OciError */ .Mf('MANIFEST_INVALID', `${where} ${what}`);
}


/***/ }),

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Hy: () => (/* binding */ algorithmOf),
/* harmony export */   g4: () => (/* binding */ finishDigest),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   vo: () => (/* binding */ splitDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3211);


const grammar = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
const encodedLength = { sha256: 64, sha512: 128 };
function isVerifiable(algorithm) {
    return Object.hasOwn(encodedLength, algorithm);
}
/**
 * Tells whether the text is a digest: the specification's grammar, and for sha256 and sha512 the
 * exact number of lower-case hexadecimal digits (image-spec v1.1.1, Registered Algorithms).
 */
function isDigest(text) {
    if (!grammar.test(text))
        return false;
    const [algorithm, encoded] = splitDigest(text);
    return (!isVerifiable(algorithm) ||
        (encoded.length === encodedLength[algorithm] && /^[a-f0-9]+$/.test(encoded)));
}
/** Returns the text as a digest; throws DIGEST_INVALID if it is none. */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .OciError */ .Mf('DIGEST_INVALID', `not a digest: ${JSON.stringify(text.slice(0, 200))}`, {
        advice: 'A digest is "sha256:" and 64 lower-case hexadecimal digits.',
    });
}
/** Returns the algorithm and the encoded part of a digest. */
function splitDigest(digest) {
    const colon = digest.indexOf(':');
    return [digest.slice(0, colon), digest.slice(colon + 1)];
}
/** Returns the algorithm to verify the digest by; throws DIGEST_INVALID for one that is not supported. */
function algorithmOf(digest) {
    const [algorithm] = splitDigest(digest);
    if (isVerifiable(algorithm))
        return algorithm;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .OciError */ .Mf('DIGEST_INVALID', `digest algorithm ${algorithm} cannot be verified: ${digest}`, {
        advice: 'Only sha256 and sha512 are supported.',
    });
}
/** Returns the digest of the bytes. */
function digestOf(bytes, algorithm = 'sha256') {
    return finishDigest((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes), algorithm);
}
/** Returns the digest that a hash has come to; the hash cannot be used afterwards. */
function finishDigest(hash, algorithm) {
    return parseDigest(`${algorithm}:${hash.digest('hex')}`);
}


/***/ }),

/***/ 1159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ dockerHub),
/* harmony export */   g: () => (/* binding */ isDockerHub)
/* harmony export */ });
/**
 * Docker Hub's names. They are compared exactly: a suffix match would send its credentials to
 * `evildocker.io`.
 */
const aliases = [
    'docker.io',
    'index.docker.io',
    'registry-1.docker.io',
    'registry.hub.docker.com',
];
const dockerHub = {
    registry: 'docker.io',
    apiHost: 'registry-1.docker.io',
    /** The key of its credentials in Docker's configuration and credential helpers. */
    credentialsKey: 'https://index.docker.io/v1/',
    /** Returns the full repository name: a name of one part is one of the official images. */
    repository: (name) => (name.includes('/') ? name : `library/${name}`),
};
/** Tells whether the registry host is one of Docker Hub's names. */
function isDockerHub(registry) {
    return aliases.includes(registry);
}


/***/ }),

/***/ 2075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MK: () => (/* binding */ decodeManifest),
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   Ub: () => (/* binding */ verifyDigest)
/* harmony export */ });
/* harmony import */ var _json_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2535);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3211);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4360);




/** Returns the value as JSON without white space, in the order of its keys, with its descriptor. */
function encodeJson(value) {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const descriptor = { mediaType: value.mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), size: bytes.length };
    return { value, bytes, descriptor };
}
/**
 * Returns the bytes as the manifest that the descriptor names.
 *
 * Throws DIGEST_INVALID or SIZE_INVALID if they are not the bytes, MANIFEST_INVALID if they are not
 * such a manifest, or not read the same by all: two keys of an object alike, nested too deep. The
 * size is checked before the digest (image-spec v1.1.1, Verification).
 */
function decodeManifest(bytes, descriptor) {
    if (bytes.length !== descriptor.size) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .OciError */ .Mf('SIZE_INVALID', `${descriptor.digest} has ${bytes.length} bytes instead of ${descriptor.size}`);
    }
    verifyDigest(bytes, descriptor.digest);
    return { value: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(parseJson(bytes), descriptor.mediaType), bytes, descriptor };
}
/** Throws DIGEST_INVALID unless the bytes have the digest. */
function verifyDigest(bytes, digest) {
    const actual = (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes, (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .algorithmOf */ .Hy)(digest));
    if (actual !== digest) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .OciError */ .Mf('DIGEST_INVALID', `content has the digest ${actual} instead of ${digest}`, {
            advice: 'The registry, or something between, altered the content: do not trust it.',
        });
    }
}
/** Of two equal keys one client takes the first, another the last (RFC 8259, section 4). */
const LIMITS = {
    /** Manifests have five levels; far deeper ones would overflow the stack of whoever writes them. */
    maxDepth: 64,
    /** Many times the length of real keys, and little enough to keep for each open object. */
    maxTextBytes: 4096,
    duplicateKeys: 'reject',
};
function parseJson(bytes) {
    try {
        const scanner = (0,_json_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .createJsonScanner */ .z)(undefined, LIMITS);
        scanner.write(bytes);
        scanner.end();
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .OciError */ .Mf('MANIFEST_INVALID', `the manifest is not valid JSON: ${reason}`, { cause });
    }
}


/***/ }),

/***/ 3211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ OciError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   up: () => (/* binding */ hasCode)
/* harmony export */ });
/** What went wrong at a registry or an image layout, in the specification's terms. */
class OciError extends Error {
    name = 'OciError';
    code;
    advice;
    status;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.advice = details.advice;
        this.status = details.status;
    }
}
/** A value that the user gave and can correct; found before anything is written. */
class InputError extends Error {
    name = 'InputError';
    /** The input as the action names it, such as `files`; the command line adds its dashes. */
    input;
    advice;
    constructor(input, message, advice) {
        super(message);
        this.input = input;
        this.advice = advice;
    }
}
/** Tells whether an error is an OciError with one of the codes. */
function hasCode(error, ...codes) {
    return error instanceof OciError && codes.includes(error.code);
}


/***/ }),

/***/ 3931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   cX: () => (/* binding */ arrayOrEmpty),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   sx: () => (/* binding */ optionalString),
/* harmony export */   u9: () => (/* binding */ optionalObject)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);

/** Tells whether the JSON value is an object, neither null nor an array. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * Returns a property that is a string or absent (null counts as absent: some registries write it).
 * Throws MANIFEST_INVALID for another type.
 */
function optionalString(object, key, where) {
    const value = object[key];
    if (value === undefined || value === null)
        return undefined;
    if (typeof value === 'string')
        return value;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf('MANIFEST_INVALID', `${where}: ${key} is not a string`);
}
/** Returns a property that is an object or absent. Throws MANIFEST_INVALID for another type. */
function optionalObject(object, key, where) {
    const value = object[key];
    if (value === undefined || value === null)
        return undefined;
    if (isObject(value))
        return value;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf('MANIFEST_INVALID', `${where}: ${key} is not an object`);
}
/** Returns a property that is an array, null or absent. Throws MANIFEST_INVALID for another type. */
function arrayOrEmpty(object, key, where) {
    const value = object[key];
    if (value === undefined || value === null)
        return [];
    if (Array.isArray(value))
        return value;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf('MANIFEST_INVALID', `${where}: ${key} is not an array`);
}
/** Returns the value of a JSON text in UTF-8, or undefined if it is none. */
function parseJson(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   We: () => (/* binding */ requirePushable),
/* harmony export */   ZJ: () => (/* binding */ MAX_MANIFEST_BYTES)
/* harmony export */ });
/* unused harmony export MAX_PUSHED_MANIFEST_BYTES */
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);

/** The largest manifest that every registry takes (distribution-spec v1.1.1, Pushing Manifests). */
const MAX_PUSHED_MANIFEST_BYTES = 4 * 1024 * 1024;
/** The largest manifest that is read: olareg takes up to 8 MiB. */
const MAX_MANIFEST_BYTES = 8 * 1024 * 1024;
/**
 * Throws LIMIT_EXCEEDED if a manifest is larger than registries take, before anything is pushed that
 * only it would refer to; `what` names it.
 */
function requirePushable({ length }, what, advice) {
    if (length <= MAX_PUSHED_MANIFEST_BYTES)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf('LIMIT_EXCEEDED', `${what} would have ${length} bytes, more than the ${MAX_PUSHED_MANIFEST_BYTES} that registries take`, { advice });
}


/***/ }),

/***/ 4360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ artifactTypeOf),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   R8: () => (/* binding */ filesOf)
/* harmony export */ });
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1260);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3211);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3931);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(261);




/**
 * Returns the JSON value as a manifest of the media type that it was fetched as.
 *
 * Throws MANIFEST_INVALID if the value says another type, mixes the properties of two kinds (it
 * would be read differently by different clients, CVE-2021-41190) or lacks a required property.
 */
function parseManifest(value, mediaType) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        throw invalid('is not a JSON object');
    if (!(0,_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .isManifestMediaType */ .CM)(mediaType)) {
        throw invalid(`has an unknown media type: ${excerpt(mediaType)}`);
    }
    const stated = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalString */ .sx)(value, 'mediaType', 'manifest');
    if (stated !== undefined && stated !== mediaType) {
        throw invalid(`says it is ${excerpt(stated)}, but was given as ${mediaType}`);
    }
    const common = parseCommon(value);
    switch (mediaType) {
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_IMAGE_MANIFEST */ .au:
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DOCKER_MANIFEST */ .Vv:
            refuse(value, 'manifests', 'blobs');
            return {
                kind: 'image',
                mediaType,
                ...common,
                config: (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescriptor */ .BA)(value['config'], 'config'),
                layers: parseDescriptors(value, 'layers'),
            };
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_IMAGE_INDEX */ .f4:
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DOCKER_MANIFEST_LIST */ .m6:
            refuse(value, 'config', 'layers', 'blobs');
            return {
                kind: 'index',
                mediaType,
                ...common,
                manifests: parseEntries(value),
            };
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_ARTIFACT_MANIFEST */ .fQ:
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .ORAS_ARTIFACT_MANIFEST */ .$R:
            refuse(value, 'config', 'layers', 'manifests');
            return { kind: 'artifact', mediaType, ...common, blobs: parseDescriptors(value, 'blobs') };
    }
}
/** Returns the blobs that carry the manifest's files; an index has none. */
function filesOf(manifest) {
    switch (manifest.kind) {
        case 'image':
            return manifest.layers;
        case 'artifact':
            return manifest.blobs;
        case 'index':
            return [];
    }
}
const plainConfigs = [_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_IMAGE_CONFIG */ .Dk, _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DOCKER_IMAGE_CONFIG */ .Kx, _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_EMPTY */ .g1];
/**
 * Returns what the artifact is: its `artifactType`, else its config's media type (image-spec
 * v1.1.1, Guidelines for Artifact Usage), else, where the config is that of a plain image or empty
 * (cosign's tags, BuildKit's attestations), the first layer's media type.
 */
function artifactTypeOf(manifest) {
    if (manifest.artifactType)
        return manifest.artifactType;
    if (manifest.kind !== 'image')
        return undefined;
    if (!plainConfigs.includes(manifest.config.mediaType))
        return manifest.config.mediaType;
    return manifest.layers[0]?.mediaType;
}
function parseCommon(value) {
    const artifactType = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalString */ .sx)(value, 'artifactType', 'manifest');
    const annotations = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnnotations */ .KX)(value, 'manifest');
    const subject = value['subject'];
    return {
        ...(artifactType && { artifactType }),
        ...(subject !== undefined &&
            subject !== null && { subject: (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescriptor */ .BA)(subject, 'subject') }),
        ...(annotations && { annotations }),
    };
}
function parseDescriptors(value, key) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .arrayOrEmpty */ .cX)(value, key, 'manifest').map((entry, at) => (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescriptor */ .BA)(entry, `${key}[${at}]`));
}
/**
 * The list may be null, as ocimem writes an empty one, but not absent: what says nothing of its
 * entries must not pass for an empty list.
 */
function parseEntries(value) {
    if (!Object.hasOwn(value, 'manifests'))
        throw invalid('has no property manifests');
    const entries = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .arrayOrEmpty */ .cX)(value, 'manifests', 'manifest');
    return entries.flatMap((entry, at) => (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyDescriptor */ .RT)(entry) ? [] : [(0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescriptor */ .BA)(entry, `manifests[${at}]`)]);
}
function refuse(value, ...keys) {
    for (const key of keys) {
        if (Object.hasOwn(value, key))
            throw invalid(`must not have the property ${key}`);
    }
}
function excerpt(mediaType) {
    return JSON.stringify(mediaType.slice(0, 200));
}
function invalid(what) {
    return new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .OciError */ .Mf('MANIFEST_INVALID', `the manifest ${what}`);
}


/***/ }),

/***/ 261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ ORAS_ARTIFACT_MANIFEST),
/* harmony export */   $T: () => (/* binding */ MANIFEST_MEDIA_TYPES),
/* harmony export */   CM: () => (/* binding */ isManifestMediaType),
/* harmony export */   Dk: () => (/* binding */ OCI_IMAGE_CONFIG),
/* harmony export */   Kx: () => (/* binding */ DOCKER_IMAGE_CONFIG),
/* harmony export */   LA: () => (/* binding */ isMediaType),
/* harmony export */   Vv: () => (/* binding */ DOCKER_MANIFEST),
/* harmony export */   au: () => (/* binding */ OCI_IMAGE_MANIFEST),
/* harmony export */   f4: () => (/* binding */ OCI_IMAGE_INDEX),
/* harmony export */   fQ: () => (/* binding */ OCI_ARTIFACT_MANIFEST),
/* harmony export */   g1: () => (/* binding */ OCI_EMPTY),
/* harmony export */   jn: () => (/* binding */ OCTET_STREAM),
/* harmony export */   m6: () => (/* binding */ DOCKER_MANIFEST_LIST),
/* harmony export */   nM: () => (/* binding */ withoutParameters)
/* harmony export */ });
/** Media types of manifests, by the specification or the client that defines them. */
const OCI_IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const OCI_IMAGE_INDEX = 'application/vnd.oci.image.index.v1+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_MANIFEST_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
/** Of OCI 1.1-rc1 and rc2 only; still stored by registries that took it then. */
const OCI_ARTIFACT_MANIFEST = 'application/vnd.oci.artifact.manifest.v1+json';
const ORAS_ARTIFACT_MANIFEST = 'application/vnd.cncf.oras.artifact.manifest.v1+json';
const OCI_IMAGE_CONFIG = 'application/vnd.oci.image.config.v1+json';
const DOCKER_IMAGE_CONFIG = 'application/vnd.docker.container.image.v1+json';
const OCI_EMPTY = 'application/vnd.oci.empty.v1+json';
const OCTET_STREAM = 'application/octet-stream';
/**
 * Every manifest type this client can read, for Accept: Azure Container Registry answers 404 for a
 * manifest whose type is not listed (google/go-containerregistry#1697).
 */
const MANIFEST_MEDIA_TYPES = [
    OCI_IMAGE_INDEX,
    OCI_IMAGE_MANIFEST,
    DOCKER_MANIFEST_LIST,
    DOCKER_MANIFEST,
    OCI_ARTIFACT_MANIFEST,
    ORAS_ARTIFACT_MANIFEST,
];
/** Tells whether the media type is that of a manifest this client can read. */
function isManifestMediaType(mediaType) {
    return MANIFEST_MEDIA_TYPES.some((known) => known === mediaType);
}
const name = '[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}';
const grammar = new RegExp(`^${name}/${name}$`);
/**
 * Tells whether the text is a media type as an artifact type must be: type and subtype by RFC 6838,
 * section 4.2, without parameters (Amazon ECR refuses those, aws/containers-roadmap#2306).
 */
function isMediaType(text) {
    return grammar.test(text);
}
/** Returns a Content-Type without its parameters, in lower case. */
function withoutParameters(contentType) {
    return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}


/***/ }),

/***/ 6712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ packImageManifest),
/* harmony export */   i4: () => (/* binding */ emptyConfig),
/* harmony export */   s$: () => (/* binding */ packOrasManifest)
/* harmony export */ });
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3999);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1260);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9501);
/* harmony import */ var _encoded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2075);
/* harmony import */ var _manifest_size_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(880);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(261);






/** The config of an artifact that has none; its blob must be pushed all the same. */
const emptyConfig = {
    bytes: new TextEncoder().encode('{}'),
    descriptor: {
        mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .OCI_EMPTY */ .g1,
        digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'),
        size: 2,
        data: 'e30=',
    },
};
/**
 * Returns the artifact as an OCI image manifest with the empty config (image-spec v1.1.1,
 * Guidelines for Artifact Usage). `mediaType` is always there, since Amazon ECR refuses a manifest
 * without it; keys stand in a fixed order, so the same artifact always has the same digest.
 */
function packImageManifest(artifact) {
    return pack({
        schemaVersion: 2,
        mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .OCI_IMAGE_MANIFEST */ .au,
        artifactType: artifact.artifactType,
        config: emptyConfig.descriptor,
        layers: artifact.files,
        ...subjectOf(artifact),
        annotations: sorted({ ...artifact.annotations, [_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .CREATED */ .DE]: artifact.created }),
    });
}
/**
 * Returns the artifact as an ORAS artifact manifest (oras-project/artifacts-spec v1.0.0-rc.2), for
 * registries that list referrers of this type alone. Throws LIMIT_EXCEEDED as packImageManifest does.
 */
function packOrasManifest(artifact) {
    return pack({
        mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .ORAS_ARTIFACT_MANIFEST */ .$R,
        artifactType: artifact.artifactType,
        blobs: artifact.files,
        ...subjectOf(artifact),
        annotations: sorted({ ...artifact.annotations, [_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .ORAS_ARTIFACT_CREATED */ .YX]: artifact.created }),
    });
}
function subjectOf({ subject }) {
    return subject ? { subject: (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectDescriptor */ .Ay)(subject) } : {};
}
function pack(manifest) {
    const { bytes, descriptor } = (0,_encoded_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeJson */ .Pr)(manifest);
    (0,_manifest_size_js__WEBPACK_IMPORTED_MODULE_4__/* .requirePushable */ .We)(bytes, 'the manifest of the artifact', 'Attach fewer files to one artifact, or shorter annotations.');
    return (0,_encoded_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeManifest */ .MK)(bytes, descriptor);
}
function sorted(annotations) {
    return Object.fromEntries(Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 7122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   eV: () => (/* binding */ platformEntries),
/* harmony export */   pC: () => (/* binding */ matchesPlatform)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);

/** Returns the platform as users write it: `linux/arm64/v8`. */
function formatPlatform({ os, architecture, variant }) {
    return variant ? `${os}/${architecture}/${variant}` : `${os}/${architecture}`;
}
/** Returns `os/architecture[/variant]` as a platform. Throws InputError for anything else. */
function parsePlatform(text) {
    const [os, architecture, variant, ...rest] = text.split('/');
    const parts = [os, architecture, ...(variant === undefined ? [] : [variant])];
    const valid = rest.length === 0 && parts.every((part) => /^[A-Za-z0-9_.-]+$/.test(part ?? ''));
    if (!valid || !os || !architecture) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('platform', `not a platform: ${text}`, 'Write os/architecture, as in linux/arm64, or all.');
    }
    return { os, architecture, ...(variant && { variant }) };
}
/**
 * Tells whether the wanted platform names the one that an index entry has: without a variant, every
 * variant of the architecture is meant; an entry without one has the variant that containerd's
 * platforms package takes it for, so arm64 and arm64/v8 are the same.
 */
function matchesPlatform(wanted, actual) {
    if (wanted.os !== actual.os || wanted.architecture !== actual.architecture)
        return false;
    if (!wanted.variant)
        return true;
    return wanted.variant === (actual.variant || impliedVariant(actual.architecture));
}
function impliedVariant(architecture) {
    switch (architecture) {
        case 'amd64':
            return 'v1';
        case 'arm64':
            return 'v8';
        case 'arm':
            return 'v7';
        default:
            return undefined;
    }
}
/**
 * Returns the entries of an image index that are platforms' images: those with a platform, without
 * BuildKit's attestation manifests, which stand at `unknown/unknown`.
 */
function platformEntries(manifests) {
    return manifests.filter((entry) => entry.platform !== undefined &&
        entry.platform.os !== '' &&
        !(entry.platform.os === 'unknown' && entry.platform.architecture === 'unknown'));
}


/***/ }),

/***/ 3940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   JR: () => (/* binding */ LAYOUT_SCHEME),
/* harmony export */   Sh: () => (/* binding */ formatRepository)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9501);
/* harmony import */ var _docker_hub_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1159);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3211);



const LAYOUT_SCHEME = 'oci-layout://';
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const repositoryGrammar = new RegExp(`^${component}(?:/${component})*$`);
const tagGrammar = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const hostGrammar = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[0-9a-fA-F:]+\\])(?::\\d{1,5})?$`);
/**
 * Returns the reference that the text names, with a layout's path after `oci-layout://`.
 *
 * Throws InputError (input `image`) if it follows neither grammar (distribution-spec v1.1.1,
 * Pulling manifests; distribution/reference for what is a host and for Docker Hub's short names).
 */
function parseReference(text) {
    return text.startsWith(LAYOUT_SCHEME)
        ? parseLayout(text.slice(LAYOUT_SCHEME.length), text)
        : parseRegistry(text);
}
/** Returns the reference as text: the tag is left out where there is a digest. */
function formatReference(reference) {
    if (reference.digest)
        return `${formatRepository(reference)}@${reference.digest}`;
    return reference.tag
        ? `${formatRepository(reference)}:${reference.tag}`
        : formatRepository(reference);
}
/**
 * Returns where the content is, without tag and digest: `registry/repository` or `oci-layout://PATH`.
 * A path whose last name has a colon or an at sign ends in a slash: it could be read as a tag's or a
 * digest's.
 */
function formatRepository(reference) {
    if (reference.kind === 'registry')
        return `${reference.registry}/${reference.repository}`;
    const { path } = reference;
    return `${LAYOUT_SCHEME}${path}${/[:@][^/\\]*$/.test(path) ? '/' : ''}`;
}
/**
 * Returns what the reference names in its repository: the digest, where it has one.
 * Throws InputError (input `image`) if it has neither tag nor digest.
 */
function targetOf(reference) {
    const { digest, tag } = reference;
    if (digest)
        return { digest };
    if (tag)
        return { tag };
    throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('image', `${formatRepository(reference)} has neither a tag nor a digest`);
}
function parseRegistry(text) {
    const { rest: named, digest } = splitOffDigest(text);
    const { rest: name, tag } = splitOffTag(named, text);
    const { registry, repository } = splitName(name, text);
    if (!repositoryGrammar.test(repository) || repository.length > 255) {
        const advice = /[A-Z]/.test(repository) ? 'A repository name is in lower case.' : undefined;
        throw invalid(text, `${JSON.stringify(repository)} is not a repository name`, advice);
    }
    return { kind: 'registry', registry, repository, ...(tag && { tag }), ...(digest && { digest }) };
}
function splitName(name, text) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isHost = /[.:A-Z]/.test(first) || first === 'localhost';
    if (!isHost)
        return { registry: _docker_hub_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerHub */ .U.registry, repository: _docker_hub_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerHub */ .U.repository(name) };
    if (!hostGrammar.test(first) || !URL.canParse(`https://${first}`)) {
        const advice = text.includes('://')
            ? 'Leave out the scheme, as in ghcr.io/org/app:1.0.'
            : undefined;
        throw invalid(text, `${JSON.stringify(first)} is not a registry host`, advice);
    }
    const registry = first.toLowerCase();
    const repository = name.slice(slash + 1);
    return (0,_docker_hub_js__WEBPACK_IMPORTED_MODULE_1__/* .isDockerHub */ .g)(registry)
        ? { registry: _docker_hub_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerHub */ .U.registry, repository: _docker_hub_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerHub */ .U.repository(repository) }
        : { registry, repository };
}
function parseLayout(rest, text) {
    const { rest: named, digest } = splitOffDigest(rest);
    const { rest: path, tag } = splitOffTag(named, text);
    if (path === '' || path.includes('\0'))
        throw invalid(text, 'the layout has no path');
    return { kind: 'oci-layout', path, ...(tag && { tag }), ...(digest && { digest }) };
}
/** An at sign that a path follows is part of the path: npm's scopes, Jenkins' workspaces. */
function splitOffDigest(text) {
    const at = text.lastIndexOf('@');
    const digest = text.slice(at + 1);
    if (at < 0 || /[/\\]/.test(digest))
        return { rest: text };
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        return { rest: text.slice(0, at), digest };
    throw invalid(text, `${JSON.stringify(digest)} is not a digest`, 'A digest is "sha256:" and 64 lower-case hexadecimal digits.');
}
/** A colon belongs to a tag unless a path follows it (a port) or it ends a Windows drive. */
function splitOffTag(text, whole) {
    const colon = text.lastIndexOf(':');
    const after = text.slice(colon + 1);
    if (colon < 0 || /[/\\]/.test(after) || /^\[[^\]]*$/.test(text.slice(0, colon)))
        return { rest: text };
    if (!tagGrammar.test(after))
        throw invalid(whole, `${JSON.stringify(after)} is not a tag`);
    return { rest: text.slice(0, colon), tag: after };
}
function invalid(text, what, advice) {
    return new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('image', `${JSON.stringify(text.slice(0, 300))} is not a reference: ${what}`, advice);
}


/***/ }),

/***/ 2059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rc: () => (/* binding */ nameKey),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   _x: () => (/* binding */ parseTitle)
/* harmony export */ });
/** What every file system takes as one name (ext4, APFS; NTFS counts UTF-16 units instead). */
const MAX_NAME_BYTES = 255;
/** A path has 1024 bytes on macOS at the least; the rest is room for the directory's own. */
const MAX_TITLE_BYTES = 768;
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/;
/** What disqualifies a name; `key` is the name as `nameKey` returns it. */
const rules = [
    { isBroken: (_, key) => key === '', problem: 'it has an empty name in it' },
    { isBroken: (_, key) => key === '..', problem: 'it leads out of the directory' },
    { isBroken: (name) => name.includes('\\'), problem: 'it has a backslash' },
    // On Windows `C:x` is on another drive and `x:y` a stream of the file x.
    { isBroken: (name) => name.includes(':'), problem: 'it has a colon' },
    {
        // A lone surrogate is written as U+FFFD, so that two names become one.
        isBroken: (name) => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(name),
        problem: 'it has a control character',
    },
    // Windows drops them, so that two names become one.
    { isBroken: (name) => /[. ]$/.test(name), problem: 'a name in it ends in a dot or a space' },
    { isBroken: (_, key) => RESERVED.test(key), problem: 'it names a device of Windows' },
    {
        // A new file there, such as `commondir`, makes git run what another file says.
        isBroken: (_, key) => /^(?:\.git|git~\d+)$/.test(key),
        problem: 'it leads into the directory of git',
    },
    {
        isBroken: (name) => Buffer.byteLength(name) > MAX_NAME_BYTES,
        problem: `a name in it has more than ${MAX_NAME_BYTES} bytes`,
    },
];
/**
 * Returns the names that a file of the title goes by, or why it cannot be written: whoever may push
 * to a repository chooses titles, so one must mean a new file below the directory, and the same one,
 * on every system (CVE-2021-21272, CVE-2026-50162). `./a` means `a`, and `a/` too, which regctl gives
 * to a directory that it packs.
 */
function parseTitle(title) {
    if (title.startsWith('/'))
        return { problem: 'it is an absolute path' };
    if (Buffer.byteLength(title) > MAX_TITLE_BYTES) {
        return { problem: `it has more than ${MAX_TITLE_BYTES} bytes` };
    }
    const parts = title.replace(/\/$/, '').split('/');
    const names = parts.filter((name) => name !== '.');
    if (names.length === 0)
        return { problem: 'it names no file' };
    const problem = names.map(problemOf).find((each) => each !== undefined);
    return problem === undefined ? { names } : { problem };
}
/** Returns why no file or folder may have the name, or undefined if one may. */
function problemOf(name) {
    const key = nameKey(name);
    return rules.find(({ isBroken }) => isBroken(name, key))?.problem;
}
/**
 * Returns what two names have in common that are one on some file system: those of macOS and Windows
 * ignore case, APFS the Unicode form, HFS+ invisible characters too.
 */
function nameKey(name) {
    const visible = name.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    // First to lower case: ẞ has no upper case, but ß has SS.
    const folded = visible.normalize('NFD').toLowerCase().toUpperCase().toLowerCase();
    return folded.normalize('NFC');
}


/***/ }),

/***/ 3907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ LISTING),
  h: () => (/* binding */ planPull)
});

// EXTERNAL MODULE: ./lib/oci/annotations.js
var oci_annotations = __webpack_require__(3999);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/error.js
var error = __webpack_require__(3211);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/pack.js
var pack = __webpack_require__(6712);
// EXTERNAL MODULE: ./lib/oci/title.js
var oci_title = __webpack_require__(2059);
;// CONCATENATED MODULE: ./lib/pull/extension.js

/** The first pattern that matches the media type decides; suffixes are those of RFC 6839. */
const extensions = [
    [/[./]tar[.+]gzip$/, 'tar.gz'],
    [/[./]tar[.+]zstd$/, 'tar.zst'],
    [/[./](?:x-)?tar$/, 'tar'],
    [/[/+](?:x-)?gzip$/, 'gz'],
    [/[/+]zstd$/, 'zst'],
    [/[/+]zip$/, 'zip'],
    [/[/+]json$/, 'json'],
    [/[/+]xml$/, 'xml'],
    [/[/+](?:x-)?yaml$/, 'yaml'],
    [/[/+]cbor$/, 'cbor'],
    [/[/+]cose$/, 'cose'],
    [/[/+]jwt$/, 'jwt'],
    [/[/+]wasm$/, 'wasm'],
    [/[/+]pdf$/, 'pdf'],
    [/\.prov$/, 'prov'],
    [/^text\/spdx$/, 'spdx'],
    [/^text\/csv$/, 'csv'],
    [/^text\/html$/, 'html'],
    [/^text\/markdown$/, 'md'],
    [/^text\//, 'txt'],
];
/** Returns the extension, without its dot, of a file of the media type; `bin` where it tells nothing. */
function extensionOf(mediaType) {
    const type = (0,media_types/* withoutParameters */.nM)(mediaType);
    return extensions.find(([pattern]) => pattern.test(type))?.[1] ?? 'bin';
}

// EXTERNAL MODULE: ./lib/pull/select.js
var pull_select = __webpack_require__(7847);
;// CONCATENATED MODULE: ./lib/pull/plan.js








/** What lists the pulled files, in the directory that they are in. */
const LISTING = 'pulled.json';
/**
 * Returns where each file of the artifacts goes, in their order; of a manifest that stands there
 * twice, once. Files of the same content and name are one, as the layers of a cosign image that is
 * signed twice.
 *
 * Throws TITLE_INVALID for a title, or an artifact type, that names no safe path, and for two files
 * of which one would be in the place of the other; LIMIT_EXCEEDED beyond the limits of the request;
 * DIGEST_INVALID for a file that cannot be verified.
 */
function planPull(artifacts, limits) {
    const once = new Map(artifacts.toReversed().map((artifact) => [artifact.digest, artifact]));
    const files = artifacts
        .filter((artifact) => once.get(artifact.digest) === artifact)
        .flatMap((artifact) => artifact.files
        .filter((descriptor) => !isNothing(descriptor))
        .map((descriptor) => planFile(artifact, descriptor)));
    requireLimits(files, limits);
    return withoutRepeated(files);
}
/** The empty descriptor stands for no content at all (image-spec v1.1.1, Guidance for an Empty Descriptor). */
function isNothing({ mediaType, digest, annotations }) {
    const isEmpty = mediaType === media_types/* OCI_EMPTY */.g1 && digest === pack/* emptyConfig */.i4.descriptor.digest;
    return isEmpty && !annotations?.[oci_annotations/* TITLE */.ly];
}
function planFile(artifact, descriptor) {
    const { reference, folder } = artifact;
    const { digest, mediaType, annotations } = descriptor;
    // What cannot be verified has an encoded part of another form, too.
    (0,oci_digest/* algorithmOf */.Hy)(digest);
    for (const name of folder) {
        const problem = (0,oci_title/* problemOf */.Zw)(name);
        if (problem)
            throw invalid(`the artifact type of ${reference} makes no folder: ${problem}`);
    }
    const title = annotations?.[oci_annotations/* TITLE */.ly] || `${(0,pull_select/* shortDigest */.V)(digest)}.${extensionOf(mediaType)}`;
    const parsed = (0,oci_title/* parseTitle */._x)(title);
    if ('names' in parsed) {
        return { artifact, descriptor, title, names: [...folder, ...parsed.names] };
    }
    throw invalid(`${reference} has a file titled ${excerpt(title)}: ${parsed.problem}`);
}
function requireLimits(files, { maxFiles, maxBytes }) {
    if (files.length > maxFiles) {
        throw tooMuch(`${files.length} files are to be pulled, more than ${maxFiles}`, 'files');
    }
    const bytes = files.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
    if (bytes > maxBytes) {
        throw tooMuch(`${bytes} bytes are to be pulled, more than ${maxBytes}`, 'bytes');
    }
}
/** Folders and files by their keys, to find what would be in the place of something else. */
function withoutRepeated(files) {
    const taken = new Map([[(0,oci_title/* nameKey */.Rc)(LISTING), 'listing']]);
    return files.filter((file) => {
        const keys = file.names.map((_, at) => file.names
            .slice(0, at + 1)
            .map(oci_title/* nameKey */.Rc)
            .join('/'));
        const own = keys.at(-1) ?? '';
        for (const folder of keys.slice(0, -1)) {
            const there = taken.get(folder) ?? 'folder';
            if (there !== 'folder')
                throw clash(file, there);
            taken.set(folder, there);
        }
        const there = taken.get(own);
        if (there === undefined) {
            taken.set(own, file);
            return true;
        }
        if (typeof there === 'object' && isSame(there, file))
            return false;
        throw clash(file, there);
    });
}
function isSame(a, b) {
    return a.names.join('/') === b.names.join('/') && a.descriptor.digest === b.descriptor.digest;
}
function clash({ artifact, title }, there) {
    const others = {
        listing: `the place of ${LISTING}, which lists what is pulled`,
        folder: 'the place of a folder of other files',
    };
    const place = typeof there === 'string'
        ? others[there]
        : `the place of ${excerpt(there.title)} of ${there.artifact.reference}`;
    return invalid(`${artifact.reference} has a file titled ${excerpt(title)}: it takes ${place}`);
}
function invalid(what) {
    return new error/* OciError */.Mf('TITLE_INVALID', what, {
        advice: 'Nothing was written. Ask whoever attached it for another title, or select other artifacts by artifact-type.',
    });
}
function tooMuch(what, limit) {
    return new error/* OciError */.Mf('LIMIT_EXCEEDED', what, {
        advice: `Nothing was written. Select less by artifact-type, or raise the limit by pull-max-${limit}.`,
    });
}
/** Enough of a title to recognise it by. */
function excerpt(title) {
    return JSON.stringify(title.length > 200 ? `${title.slice(0, 200)}…` : title);
}


/***/ }),

/***/ 7847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ shortDigest),
/* harmony export */   X: () => (/* binding */ selectAttached)
/* harmony export */ });
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);


/** Enough to tell the artifacts of an image apart, and short enough to type. */
const SHORT_DIGITS = 12;
/** Where a manifest does not tell what it is. */
const UNKNOWN_TYPE = 'unknown';
/**
 * Returns everything that is attached to the image and its platforms, all levels, each manifest
 * before what hangs below it: what is of one of the types, no types being all, and all that hangs
 * below that. Each has the folder `TYPE/DIGITS`. What a dry run only plans to attach, which nothing
 * lists, is left out.
 */
function selectAttached(graph, types) {
    const { referrers, platforms = [] } = (0,_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .selectReferrers */ .dd)(graph, types);
    const first = [...referrers, ...platforms.flatMap((platform) => platform.referrers)];
    return first.flatMap(withBelow).filter(isListed).map(selectionOf);
}
/** Returns the first digits of a digest. */
function shortDigest(digest) {
    return (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .splitDigest */ .vo)(digest)[1].slice(0, SHORT_DIGITS);
}
function withBelow(referrer) {
    return [referrer, ...referrer.referrers.flatMap(withBelow)];
}
function isListed({ sources }) {
    return sources.length > 0;
}
function selectionOf({ mediaType, digest, size, artifactType }) {
    const type = (artifactType ?? UNKNOWN_TYPE).replace(/[^A-Za-z0-9.+_-]/g, '-');
    return { descriptor: { mediaType, digest, size }, folder: [type, shortDigest(digest)] };
}


/***/ }),

/***/ 4470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ formatAttached)
/* harmony export */ });
const attachedWords = {
    pushed: 'Attached',
    exists: 'Already attached',
    planned: 'Would attach',
};
/** Of what refers to nothing. */
const pushedWords = {
    pushed: 'Pushed',
    exists: 'Already pushed',
    planned: 'Would push',
};
/** Returns a line that tells what became of an artifact. */
function formatAttached(attached) {
    const { subject, status, artifactType, files, reference, via } = attached;
    const words = subject === undefined ? pushedWords : attachedWords;
    const titles = files.map(({ title }) => title).join(', ');
    return `${words[status]} ${titles} (${artifactType}) as ${reference}${via ? `, listed by ${via}` : ''}`;
}


/***/ }),

/***/ 5074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ explain),
/* harmony export */   c: () => (/* binding */ causesOf)
/* harmony export */ });
/* harmony import */ var _inputs_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1733);
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3211);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(940);



/** A registry may answer with a page; what matters stands at its beginning. */
const MAX_MESSAGE = 1000;
/** Real chains have three or four; one that refers to itself has no end. */
const MAX_CAUSES = 10;
/**
 * Returns the lines that tell a user of an error: what failed and why, then what to do; for several
 * wrong inputs, of each. They are safe to print and hold no stack trace.
 */
function explain(error, nameInput) {
    if (error instanceof _inputs_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblems */ .Nh) {
        const each = error.problems.flatMap((problem) => explain(problem, nameInput));
        return [error.message, ...each];
    }
    if (error instanceof _oci_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz) {
        return told(`${nameInput(error.input)}: ${error.message}`, error.advice);
    }
    if (error instanceof _oci_error_js__WEBPACK_IMPORTED_MODULE_1__/* .OciError */ .Mf)
        return told(error.message, error.advice);
    return told(`Unexpected: ${error instanceof Error ? error.message : String(error)}`, 'Run it again with debug output, and report what that prints.');
}
/** Returns a line for the error and each of its causes, outermost first; safe to print. */
function causesOf(error) {
    const chain = [error];
    for (const each of chain) {
        const room = MAX_CAUSES - chain.length;
        chain.push(...directCauses(each).slice(0, Math.max(room, 0)));
    }
    return chain.map((each) => (0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)((0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(nameAndMessage(each)), MAX_MESSAGE));
}
/** Of several attempts to connect, each address has its own error. */
function directCauses(error) {
    if (!(error instanceof Error))
        return [];
    const attempts = error instanceof AggregateError ? error.errors : [];
    return error.cause === undefined ? attempts : [error.cause, ...attempts];
}
function nameAndMessage(error) {
    if (!(error instanceof Error))
        return String(error);
    const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
    return `${error.name}${code}: ${error.message}`;
}
function told(what, advice) {
    const lines = advice === undefined ? [what] : [what, `What to do: ${advice}`];
    return lines.map((line) => (0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)((0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(line), MAX_MESSAGE));
}


/***/ }),

/***/ 7544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ formatJson),
/* harmony export */   L7: () => (/* binding */ pulledJson),
/* harmony export */   Ne: () => (/* binding */ graphJson),
/* harmony export */   d0: () => (/* binding */ referencesJson),
/* harmony export */   lv: () => (/* binding */ attachedJson)
/* harmony export */ });
/** Returns the graph for JSON, its keys in a fixed order. */
function graphJson(graph) {
    const { platforms } = graph;
    return { ...manifestJson(graph), ...(platforms && { platforms: platforms.map(manifestJson) }) };
}
/** Returns the referrers of the image, and theirs, in the older form. */
function referencesJson(graph) {
    return { references: graph.referrers.map(referenceJson) };
}
/** Returns the artifact for JSON, its keys in a fixed order. */
function attachedJson(attached) {
    const { subject, reference, digest, mediaType, size, artifactType, files, status, via } = attached;
    return {
        ...(subject !== undefined && { subject }),
        reference,
        digest,
        mediaType,
        size,
        artifactType,
        files: files.map((file) => ({
            path: file.path,
            title: file.title,
            mediaType: file.mediaType,
            digest: file.digest,
            size: file.size,
        })),
        status,
        ...(via && { via }),
    };
}
/** Returns the file for JSON, its keys in a fixed order. */
function pulledJson(pulled) {
    const { path, reference, digest, title, mediaType, size, artifactType } = pulled;
    return {
        path,
        reference,
        digest,
        title,
        mediaType,
        size,
        ...(artifactType !== undefined && { artifactType }),
    };
}
/** What could be obeyed where JSON is printed to a log or a terminal; JSON itself escapes the rest. */
const UNSAFE = /[\p{Cf}\u007f-\u009f\u2028\u2029\p{Default_Ignorable_Code_Point}]|(?<=##)\[/gu;
/**
 * Returns the value as JSON that is safe to print: characters that are not shown as themselves, and
 * the `[` of `##[` which the runner would take for a command, are escaped as JSON allows, so that
 * every reader gets the value as it is. `indent` is in spaces; 0 gives one line.
 */
function formatJson(value, indent = 0) {
    return JSON.stringify(value, undefined, indent).replace(UNSAFE, (character) => character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''));
}
function manifestJson(manifest) {
    const { reference, mediaType, digest, size, artifactType, annotations, platform } = manifest;
    return {
        reference,
        mediaType,
        digest,
        size,
        ...(artifactType !== undefined && { artifactType }),
        ...(annotations && { annotations }),
        ...(platform && { platform: platformJson(platform) }),
        ...('sources' in manifest && { sources: manifest.sources }),
        referrers: manifest.referrers.map(manifestJson),
    };
}
function platformJson({ architecture, os, variant }) {
    return { architecture, os, ...(variant && { variant }) };
}
function referenceJson(referrer) {
    const { digest, mediaType, artifactType, size, annotations, referrers } = referrer;
    return {
        digest,
        mediaType,
        ...(artifactType !== undefined && { artifactType }),
        size,
        ...(annotations && { annotations }),
        references: referrers.map(referenceJson),
    };
}


/***/ }),

/***/ 5399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m6: () => (/* binding */ renderMermaid)
/* harmony export */ });
/* unused harmony exports MAX_NODES, mermaidLabel */
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9501);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7122);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(940);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3688);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7758);





/**
 * The most manifests that a diagram shows. More cannot be read, and GitHub's Mermaid refuses a text
 * of more than 50,000 characters (its `maxTextSize`), which labels of nothing but escapes would need.
 */
const MAX_NODES = 100;
const MAX_LABEL = 40;
const MAX_DIGEST = 12;
/**
 * Returns the graph as a Mermaid flowchart: arrows lead from a manifest to what is attached to it,
 * dotted ones from an image to its platforms. It is drawn level by level; beyond MAX_NODES a last
 * node says how many manifests are not drawn.
 */
function renderMermaid(graph) {
    const [name] = graph.reference.split('@', 1);
    const nodes = [{ id: 'n0', heading: name ?? '', manifest: graph, edge: '' }];
    const add = (parent, arrow, heading, manifest) => {
        if (nodes.length >= MAX_NODES)
            return;
        const id = `n${nodes.length}`;
        nodes.push({ id, heading, manifest, edge: `  ${parent} ${arrow} ${id}` });
    };
    for (const platform of (0,_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .platformsToShow */ .$)(graph)) {
        add('n0', '-.->', platform.platform ? (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform.platform) : '', platform);
    }
    for (const { id, manifest } of nodes) {
        for (const referrer of manifest.referrers) {
            add(id, '-->', referrer.artifactType ?? _tree_js__WEBPACK_IMPORTED_MODULE_3__/* .UNKNOWN_TYPE */ .q, referrer);
        }
    }
    return ['flowchart LR', ...nodes.map(renderNode), ...edges(nodes), ...rest(graph, nodes)].join('\n');
}
/**
 * Returns the text as part of a quoted label, cut: but for letters, digits and a few signs that mean
 * nothing to Mermaid, every character is written as an entity code such as `#35;`.
 */
function mermaidLabel(text) {
    return (0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)(text, MAX_LABEL).replace(/[^A-Za-z0-9 ./+:-]/gu, (character) => `#${character.codePointAt(0)};`);
}
function renderNode({ id, heading, manifest }) {
    const [algorithm, encoded] = (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .splitDigest */ .vo)(manifest.digest);
    const digest = `${algorithm}:${encoded.slice(0, MAX_DIGEST)}`;
    return `  ${id}["${mermaidLabel(heading)}<br/>${mermaidLabel(digest)}"]`;
}
function edges(nodes) {
    return nodes.map(({ edge }) => edge).filter((edge) => edge !== '');
}
function rest(graph, nodes) {
    const platforms = (0,_platforms_js__WEBPACK_IMPORTED_MODULE_4__/* .platformsToShow */ .$)(graph);
    const all = countBelow([graph]) + countBelow(platforms);
    return all > nodes.length ? [`  more["and ${all - nodes.length} more"]`] : [];
}
function countBelow(manifests) {
    return manifests.reduce((sum, { referrers }) => sum + 1 + countBelow(referrers), 0);
}


/***/ }),

/***/ 940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
/**
 * What a terminal or the runner could obey instead of showing: control characters (of ANSI sequences
 * too), line breaks, bidirectional controls, lone surrogates, and everything invisible. The last also
 * because the runner looks for its commands by culture-sensitive comparison, which passes over
 * characters without weight: a soft hyphen before `::` does not disarm it.
 */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const shortEscapes = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/**
 * Returns the text on one line, safe to print to a log or a terminal whatever it holds: characters
 * that are not shown as themselves become `\n` or `\u{1b}`, and a backslash disarms what the runner
 * takes for a command, which is `::` at the start of a line and `##[` anywhere in it
 * (actions/runner, ActionCommand.TryParseV2 and TryParse). Doing it twice changes nothing.
 */
function plain(text) {
    return text
        .replace(UNSAFE, escaped)
        .replaceAll('##[', '##\\[')
        .replace(/^(\s*)::/, '$1\\::');
}
/** Returns the text with each of its lines made safe as by `plain`. */
function plainLines(text) {
    return text.split('\n').map(plain).join('\n');
}
/** Returns the text, cut to a number of UTF-16 units with an ellipsis if it is longer. */
function cut(text, length) {
    if (text.length <= length)
        return text;
    return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
function escaped(character) {
    return shortEscapes[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`;
}


/***/ }),

/***/ 3688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ platformsToShow)
/* harmony export */ });
/**
 * Returns the platforms to draw below an image: all of them where one has referrers, so that it
 * shows which have none; else none.
 */
function platformsToShow({ platforms = [] }) {
    return platforms.some(({ referrers }) => referrers.length > 0) ? platforms : [];
}


/***/ }),

/***/ 1972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ formatPulled)
/* harmony export */ });
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4139);

/** Returns a line that tells how much was pulled, and where to. */
function formatPulled({ directory }, pulled) {
    const bytes = pulled.reduce((sum, { size }) => sum + size, 0);
    const files = pulled.length === 1 ? '1 file' : `${pulled.length} files`;
    return `Pulled ${files} (${(0,_size_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .X)(bytes)}) into ${directory}`;
}


/***/ }),

/***/ 4667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ selectInOutcome)
/* harmony export */ });
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67);

/** Returns the outcome with its graphs as `selectReferrers` leaves them. */
function selectInOutcome(outcome, types) {
    return { ...outcome, graphs: outcome.graphs.map((graph) => (0,_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .selectReferrers */ .dd)(graph, types)) };
}


/***/ }),

/***/ 4139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ formatSize)
/* harmony export */ });
const UNITS = ['kB', 'MB', 'GB', 'TB'];
/** Returns a number of bytes as people read it, in decimal units: `999 B`, `1.5 kB`. */
function formatSize(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    const power = Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length);
    return `${(bytes / 1000 ** power).toFixed(1)} ${UNITS[power - 1]}`;
}


/***/ }),

/***/ 7921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ formatTraffic)
/* harmony export */ });
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4139);

/** Returns what a job cost, in a few words. */
function formatTraffic({ requests, retries, bytesSent, bytesReceived }) {
    const counts = [count(requests, 'request', 'requests'), count(retries, 'retry', 'retries')];
    return `${counts.join(', ')}, ${(0,_size_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .X)(bytesSent)} sent, ${(0,_size_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .X)(bytesReceived)} received`;
}
function count(number, one, many) {
    return `${number} ${number === 1 ? one : many}`;
}


/***/ }),

/***/ 2577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ transferPace),
/* harmony export */   z: () => (/* binding */ formatTransfer)
/* harmony export */ });
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(940);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4139);


/** A smaller file is usually done before anybody reads that it is under way. */
const LARGE_BYTES = 16 * 1024 * 1024;
/**
 * Returns a function that tells whether to show a transfer's progress at a time in milliseconds.
 * Transfers are told apart by their titles; one that begins anew after a failure is shown anew.
 */
function transferPace({ interval, part = Number.POSITIVE_INFINITY, }) {
    const shown = new Map();
    return ({ title, done, size }, now) => {
        const last = shown.get(title);
        if (!last || done < last.done) {
            shown.set(title, { at: now, done });
            return false;
        }
        const isLate = now - last.at >= interval;
        const isPart = size >= LARGE_BYTES && done - last.done >= size * part;
        if (isLate || isPart)
            shown.set(title, { at: now, done });
        return isLate || isPart;
    };
}
/** Returns a line that tells how far a transfer is; safe to print. */
function formatTransfer({ kind, title, done, size }) {
    const verb = kind === 'upload' ? 'Uploading' : 'Downloading';
    return `${verb} ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(title)}: ${(0,_size_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .X)(done)} of ${(0,_size_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .X)(size)}`;
}


/***/ }),

/***/ 7758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderTree),
/* harmony export */   q: () => (/* binding */ UNKNOWN_TYPE)
/* harmony export */ });
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7122);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(940);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3688);



/** Stands where a manifest does not tell what it is. */
const UNKNOWN_TYPE = '<unknown>';
/**
 * Returns the graph as a text tree: the image, below it a heading for each artifact type with the
 * digests of that type, and so on. Headings stand in the order of their first member. A
 * multi-platform image's platforms follow, each with its manifest.
 */
function renderTree(graph) {
    const branches = [...byType(graph.referrers), ...(0,_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .platformsToShow */ .$)(graph).map(platformBranch)];
    return [(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(graph.reference), ...lines(branches, '')].join('\n');
}
function byType(referrers) {
    const groups = Map.groupBy(referrers, ({ artifactType }) => artifactType ?? UNKNOWN_TYPE);
    return [...groups].map(([type, members]) => ({ label: type, branches: members.map(branch) }));
}
function platformBranch(manifest) {
    const { platform } = manifest;
    return {
        label: platform ? (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform) : UNKNOWN_TYPE,
        branches: [branch(manifest)],
    };
}
function branch({ digest, referrers }) {
    return { label: digest, branches: byType(referrers) };
}
function lines(branches, indent) {
    return branches.flatMap((each, at) => {
        const [corner, below] = at === branches.length - 1 ? ['└── ', '    '] : ['├── ', '│   '];
        return [`${indent}${corner}${(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(each.label)}`, ...lines(each.branches, `${indent}${below}`)];
    });
}


/***/ }),

/***/ 4972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/concurrency.js
/**
 * Returns what `work` makes of each item, in their order, with at most `limit` under way at once.
 * Throws the first error; no further item is begun after it.
 */
async function mapConcurrently(items, limit, work) {
    const results = [];
    const waiting = items.entries();
    let failed = false;
    const lane = async () => {
        for (const [at, item] of waiting) {
            if (failed)
                return;
            try {
                results[at] = await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
    return results;
}
/** Returns a function that does each work it is given, in their order, at most `limit` at once. */
function createLimit(limit) {
    const waiting = [];
    let free = limit;
    return async (work) => {
        if (free > 0)
            free -= 1;
        else
            await new Promise((enter) => waiting.push(enter));
        try {
            return await work();
        }
        finally {
            const enter = waiting.shift();
            if (enter)
                enter();
            else
                free += 1;
        }
    };
}

// EXTERNAL MODULE: ./lib/oci/error.js
var oci_error = __webpack_require__(3211);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/platform.js
var oci_platform = __webpack_require__(7122);
;// CONCATENATED MODULE: ./lib/files/line.js


/**
 * Returns the line `path[:media-type]` in its parts. What follows the last colon is a media type
 * only if it has the form of one, so that Windows drives and other colons stay in the path.
 */
function parseFileLine(line) {
    const colon = line.lastIndexOf(':');
    const mediaType = line.slice(colon + 1);
    return colon > 0 && (0,media_types/* isMediaType */.LA)(mediaType)
        ? { pattern: line.slice(0, colon), mediaType }
        : { pattern: line };
}
const placeholder = /\{(platform|os|arch|variant)\}/g;
/** Tells whether the pattern depends on the platform. */
function hasPlaceholder(pattern) {
    return pattern.search(placeholder) >= 0;
}
/**
 * Returns the pattern with its placeholders replaced: `{platform}` becomes `linux-amd64`, with a
 * variant `linux-arm-v7`; without a platform each becomes `*`, which finds every platform's file.
 */
function fillPlaceholders(pattern, platform) {
    return pattern.replace(placeholder, (_, name) => platform ? platformPart(platform, name) : '*');
}
function platformPart(platform, name) {
    switch (name) {
        case 'os':
            return platform.os;
        case 'arch':
            return platform.architecture;
        case 'variant':
            return platform.variant ?? '';
        default:
            return (0,oci_platform/* formatPlatform */.Bq)(platform).replaceAll('/', '-');
    }
}

;// CONCATENATED MODULE: ./lib/files/find.js




/**
 * Returns the files that the lines name, in the order of the lines, those of a glob sorted by path,
 * each file once. Placeholders take the platform's values, or match any where none is given.
 *
 * Throws InputError (input `files`) for a line that matches no file, a path that is not a file or
 * cannot be looked at, and a file that is named with two media types.
 */
async function findFiles(lines, platform) {
    const found = await Promise.all(lines.map((line) => findLine(line, platform)));
    const unique = new Map();
    for (const file of found.flat()) {
        const path = (0,external_node_path_.resolve)(file.path);
        const first = unique.get(path) ?? file;
        if (first.mediaType !== file.mediaType) {
            throw new oci_error/* InputError */.dz('files', `${file.path} is named twice, with different media types`);
        }
        unique.set(path, first);
    }
    return [...unique.values()];
}
async function findLine(text, platform) {
    const whole = fillPlaceholders(text, platform);
    if (await isFile(whole))
        return [{ path: whole }];
    const line = parseFileLine(text);
    const pattern = fillPlaceholders(line.pattern, platform);
    const paths = (await isFile(pattern)) ? [pattern] : await matches(pattern);
    if (paths.length === 0)
        throw await noMatch(line, pattern);
    return paths.map((path) => ({ path, ...(line.mediaType && { mediaType: line.mediaType }) }));
}
async function matches(pattern) {
    const paths = [];
    for await (const entry of (0,promises_.glob)(pattern, { withFileTypes: false })) {
        if (await isFile(entry))
            paths.push(entry);
    }
    return paths.sort();
}
async function isFile(path) {
    return (await lookAt(path))?.isFile() ?? false;
}
async function lookAt(path) {
    try {
        return await (0,promises_.stat)(path);
    }
    catch (error) {
        if (isAbsence(error))
            return undefined;
        throw new oci_error/* InputError */.dz('files', `cannot look at ${path}: ${error.message}`);
    }
}
/** A path that is too long, or below a file, is as absent as one that is not there. */
function isAbsence(error) {
    const code = error.code ?? '';
    return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE'].includes(code);
}
async function noMatch(line, pattern) {
    const stats = await lookAt(pattern);
    if (stats?.isDirectory()) {
        const advice = `Name its files, all of them by ${(0,external_node_path_.join)(pattern, '*')}.`;
        return new oci_error/* InputError */.dz('files', `${pattern} is a directory`, advice);
    }
    if (stats) {
        return new oci_error/* InputError */.dz('files', `${pattern} is not a regular file`, 'Write it to a file first.');
    }
    const isGlob = /[*?[{]/.test(pattern);
    const what = isGlob ? `no file matches ${pattern}` : `there is no file ${pattern}`;
    return new oci_error/* InputError */.dz('files', what, await adviceOnAbsence(line, pattern));
}
async function adviceOnAbsence({ mediaType }, pattern) {
    if (mediaType) {
        return `What follows the last colon was taken as the media type ${mediaType}. Paths are relative to the working directory.`;
    }
    const colon = pattern.lastIndexOf(':');
    if (colon > 0 && (await isFile(pattern.slice(0, colon)))) {
        const type = JSON.stringify(pattern.slice(colon + 1));
        return `There is one before the colon, but ${type} is not a media type, such as application/spdx+json.`;
    }
    return 'Paths are relative to the working directory; check that an earlier step has written the file.';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/documents/reader.js
/** Returns how a list with or without members is reported. */
function listed(some) {
    return some ? 'some' : 'none';
}

// EXTERNAL MODULE: ./lib/documents/timestamp.js
var timestamp = __webpack_require__(6482);
;// CONCATENATED MODULE: ./lib/documents/until-syntax-error.js
/** Returns a reader that doesn't go on once `reader` throws a `syntaxError`, and then knows nothing of the document. */
function untilSyntaxError(reader, syntaxError) {
    let isReadable = true;
    function attempt(step) {
        if (!isReadable)
            return undefined;
        try {
            return step();
        }
        catch (error) {
            if (!(error instanceof syntaxError))
                throw error;
            isReadable = false;
            return undefined;
        }
    }
    return {
        write: (chunk) => attempt(() => reader.write(chunk)),
        end: () => attempt(() => reader.end()),
    };
}

;// CONCATENATED MODULE: ./lib/documents/xml-tags.js
/** A start tag with its attributes; longer ones are no tool's, and must not be kept whole. */
const MAX_TAG_BYTES = 64 * 1024;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const EXCLAMATION_MARK = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const QUESTION_MARK = 0x3f;
/** What is skipped whole: it holds no element. */
const SKIPPED = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
].map(([opens = '', closes = '']) => ({ opens: Buffer.from(opens), closes: Buffer.from(closes) }));
const LONGEST_OPENING = Math.max(...SKIPPED.map(({ opens }) => opens.length));
/** What is not the XML that is read here. */
class XmlSyntaxError extends Error {
    name = 'XmlSyntaxError';
}
/**
 * Returns a splitter of XML 1.0 in UTF-8 (or what else extends ASCII) into tags and text, chunk by chunk, in bounded memory.
 * It is written for telling documents apart: a root, a namespace and two paths don't need an XML parser. It expands no
 * entities and refuses document type declarations, so nothing a document declares can make it work harder.
 */
function createXmlTags(listener) {
    let pending = Buffer.alloc(0);
    let skippingTo;
    /** Takes one piece from `at` on; returns its end, or `at` when the piece isn't complete yet. */
    function step(bytes, at) {
        if (skippingTo !== undefined)
            return skip(bytes, at, skippingTo);
        if (bytes[at] !== LESS_THAN)
            return text(bytes, at);
        const second = bytes[at + 1];
        if (second === EXCLAMATION_MARK || second === QUESTION_MARK)
            return beginSkipping(bytes, at);
        return tag(bytes, at);
    }
    function beginSkipping(bytes, at) {
        const skipped = SKIPPED.find(({ opens }) => startsWith(bytes, at, opens));
        if (skipped !== undefined) {
            skippingTo = skipped.closes;
            return at + skipped.opens.length;
        }
        if (bytes.length - at < LONGEST_OPENING)
            return at;
        throw new XmlSyntaxError('a declaration');
    }
    function skip(bytes, at, closes) {
        const end = bytes.indexOf(closes, at);
        if (end === -1)
            return Math.max(at, bytes.length - closes.length + 1);
        skippingTo = undefined;
        return end + closes.length;
    }
    function text(bytes, at) {
        const next = bytes.indexOf(LESS_THAN, at);
        const end = next === -1 ? bytes.length : next;
        if (end > at)
            listener.text(bytes, at, end);
        return end;
    }
    function tag(bytes, at) {
        const end = tagEnd(bytes, at);
        const length = (end === -1 ? bytes.length : end) - at;
        if (length > MAX_TAG_BYTES)
            throw new XmlSyntaxError('a tag that is too long');
        if (end === -1)
            return at;
        const isEnd = bytes[at + 1] === SLASH;
        const isEmptyElement = bytes[end - 1] === SLASH;
        if (!isEnd)
            listener.startTag(bytes, at + 1, isEmptyElement ? end - 1 : end);
        if (isEnd || isEmptyElement)
            listener.endTag();
        return end + 1;
    }
    return {
        write(chunk) {
            const bytes = Buffer.concat([pending, chunk]);
            let at = 0;
            let next = step(bytes, at);
            while (next > at) {
                at = next;
                next = step(bytes, at);
            }
            pending = Buffer.from(bytes.subarray(at));
        },
        end() {
            if (pending.length > 0 || skippingTo !== undefined)
                throw new XmlSyntaxError('an early end');
        },
    };
}
function startsWith(bytes, at, start) {
    return bytes.subarray(at, at + start.length).equals(start);
}
/** The offset of the `>` that ends the tag, -1 if it is still to come. One inside a quoted value doesn't count. */
function tagEnd(bytes, start) {
    let quote;
    for (let at = start + 1; at < bytes.length; at++) {
        const byte = bytes[at];
        if (quote !== undefined) {
            if (byte === quote)
                quote = undefined;
        }
        else if (byte === QUOTE || byte === APOSTROPHE) {
            quote = byte;
        }
        else if (byte === GREATER_THAN) {
            return at;
        }
        else if (byte === LESS_THAN) {
            throw new XmlSyntaxError('a tag inside a tag');
        }
    }
    return -1;
}

;// CONCATENATED MODULE: ./lib/documents/xml-element.js

const NAME = /^[^\s=<>"']+/;
/** One after the other, from the start of what is searched. */
const ATTRIBUTES = /\s+([^\s=<>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gy;
const DECLARATION = /^xmlns(?::(.+))?$/;
/** Returns the element that a start tag (without its brackets) opens inside `parent`; throws XmlSyntaxError on a malformed one. */
function elementOf(tag, parent) {
    const [qualifiedName] = NAME.exec(tag) ?? [];
    if (qualifiedName === undefined)
        throw new XmlSyntaxError('a tag without a name');
    const scope = new Map([
        ...(parent?.scope ?? []),
        ...declaredNamespaces(tag.slice(qualifiedName.length)),
    ]);
    const [name = '', prefix = ''] = qualifiedName.split(':').reverse();
    return { name, namespace: scope.get(prefix) ?? '', scope };
}
/** Prefix and namespace of each declaration. */
function declaredNamespaces(attributes) {
    const matches = [...attributes.matchAll(ATTRIBUTES)];
    const rest = attributes.slice(matches.map(([attribute]) => attribute).join('').length);
    if (rest.trim() !== '')
        throw new XmlSyntaxError('a malformed tag');
    return matches.flatMap(([, name = '', inQuotes, inApostrophes = '']) => {
        const declaration = DECLARATION.exec(name);
        return declaration === null ? [] : [[declaration[1] ?? '', inQuotes ?? inApostrophes]];
    });
}

;// CONCATENATED MODULE: ./lib/documents/cyclonedx-xml.js





/** CycloneDX 1.0 to 1.x (https://cyclonedx.org/docs/1.6/xml/). */
const NAMESPACE = /^http:\/\/cyclonedx\.org\/schema\/bom\/1\.\d+$/;
const TIMESTAMP = ['bom', 'metadata', 'timestamp'];
const COMPONENT = ['bom', 'components', 'component'];
/** Deeper elements are only counted. */
const WATCHED_LEVELS = 3;
const MAX_TIMESTAMP_LENGTH = 100;
/** Only white space stands outside the root. Or a byte order mark (seen as Latin-1), which a chunk may cut. */
const NOTHING = /^[\s\u00ef\u00bb\u00bf]*$/;
/** Returns a reader of CycloneDX as XML. */
function createCyclonedxXmlReader() {
    const outline = createOutline();
    const tags = createXmlTags(outline);
    return untilSyntaxError({
        write: (chunk) => tags.write(chunk),
        end() {
            tags.end();
            if (!outline.isComplete())
                return undefined;
            const created = (0,timestamp/* toUtcSeconds */.d)(outline.timestamp().trim());
            return {
                kind: 'cyclonedx-xml',
                components: listed(outline.hasComponents()),
                ...(created !== undefined && { created }),
            };
        },
    }, XmlSyntaxError);
}
/** The two paths that matter. Throws {@link XmlSyntaxError} as soon as the document is another. */
function createOutline() {
    let open = [];
    let depth = 0;
    let isComplete = false;
    let timestamp = '';
    let hasComponents = false;
    function isAt(path) {
        return (depth === path.length &&
            open.every(({ name, namespace }, level) => name === path[level] && NAMESPACE.test(namespace)));
    }
    return {
        isComplete: () => isComplete,
        timestamp: () => timestamp,
        hasComponents: () => hasComponents,
        startTag(bytes, start, end) {
            if (isComplete)
                throw new XmlSyntaxError('a second root');
            depth++;
            if (depth > WATCHED_LEVELS)
                return;
            open = [...open, elementOf(bytes.toString('utf8', start, end), open.at(-1))];
            if (depth === 1 && !isAt(['bom']))
                throw new XmlSyntaxError('another root');
            hasComponents ||= isAt(COMPONENT);
        },
        endTag() {
            depth--;
            if (depth < 0)
                throw new XmlSyntaxError('an end without a start');
            if (depth < WATCHED_LEVELS)
                open = open.slice(0, depth);
            isComplete = depth === 0;
        },
        text(bytes, start, end) {
            if (depth === 0 && !NOTHING.test(bytes.toString('latin1', start, end))) {
                throw new XmlSyntaxError('text outside the root');
            }
            if (isAt(TIMESTAMP)) {
                const piece = bytes.toString('latin1', start, Math.min(end, start + MAX_TIMESTAMP_LENGTH));
                timestamp = (timestamp + piece).slice(0, MAX_TIMESTAMP_LENGTH);
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/documents/wants.js

/** Returns the want to know whether a value at one of the paths passes the test. */
function some(paths, test) {
    return {
        watch() {
            let found = false;
            const add = (value) => {
                found ||= test(value);
            };
            return { gatherings: paths.map((path) => ({ path, add })), result: () => found };
        },
    };
}
/** Returns the want to know whether the value at the path passes the test. */
function at(path, test) {
    return some([path], test);
}
/** Returns the want to know whether either is so. */
function either(one, other) {
    return {
        watch() {
            const watches = [one.watch(), other.watch()];
            return {
                gatherings: watches.flatMap((watch) => watch.gatherings),
                result: () => watches.some((watch) => watch.result()),
            };
        },
    };
}
/** Returns the want for the string at the path. */
function wants_text(path) {
    return {
        watch() {
            let found;
            const add = (value) => {
                if (value.type === 'string')
                    found = value.text;
            };
            return { gatherings: [{ path, add }], result: () => found };
        },
    };
}
/** Returns the want for the latest of the timestamps at the paths, in UTC to the second; what is no RFC 3339 doesn't count. */
function latest(...paths) {
    return {
        watch() {
            let found;
            const add = (value) => {
                if (value.type !== 'string' || value.text === undefined)
                    return;
                const time = (0,timestamp/* toUtcSeconds */.d)(value.text);
                if (time !== undefined && (found === undefined || time > found))
                    found = time;
            };
            return { gatherings: paths.map((path) => ({ path, add })), result: () => found };
        },
    };
}
const anything = () => true;
const anArray = (value) => value.type === 'array';
const anObject = (value) => value.type === 'object';
const aNumber = (value) => value.type === 'number';
/** Of any length. */
const aString = (value) => value.type === 'string';
/** Returns the test for a string that the expression finds something in. */
function matching(expression) {
    return (value) => value.type === 'string' && value.text !== undefined && expression.test(value.text);
}
/** Returns the test for one of these strings. */
function oneOf(...texts) {
    return (value) => value.type === 'string' && value.text !== undefined && texts.includes(value.text);
}

;// CONCATENATED MODULE: ./lib/documents/csaf.js

/** CSAF 2.x: `document.csaf_version` is required (OASIS CSAF 2.0, section 3.2.1.4). */
const csaf = {
    kind: 'csaf',
    signs: [at('document.csaf_version', aString)],
    created: latest('document.tracking.current_release_date'),
};

;// CONCATENATED MODULE: ./lib/documents/cyclonedx-json.js

/** CycloneDX as JSON: `bomFormat` is required and constant (https://cyclonedx.org/docs/1.6/json/#bomFormat). */
const cyclonedxJson = {
    kind: 'cyclonedx-json',
    signs: [at('bomFormat', oneOf('CycloneDX'))],
    created: latest('metadata.timestamp'),
    components: some(['components[]'], anything),
};

;// CONCATENATED MODULE: ./lib/documents/dsse.js

/** A DSSE envelope (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md); what it signs is in base64. */
const dsseEnvelope = {
    kind: 'dsse-envelope',
    signs: [at('payloadType', aString), at('payload', aString), at('signatures', anArray)],
};

;// CONCATENATED MODULE: ./lib/documents/grype-json.js

/** Grype's JSON report (anchore/grype, grype/presenter/models/document.go). */
const grypeJson = {
    kind: 'grype-json',
    signs: [at('descriptor.name', oneOf('grype')), at('matches', anArray)],
    created: latest('descriptor.timestamp'),
};

;// CONCATENATED MODULE: ./lib/documents/in-toto.js

/**
 * An in-toto statement that stands alone, unsigned (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md).
 * With an SBOM as its predicate it is still a statement.
 */
const inTotoStatement = {
    kind: 'in-toto-statement',
    signs: [
        at('_type', oneOf('https://in-toto.io/Statement/v0.1', 'https://in-toto.io/Statement/v1')),
    ],
    predicateType: wants_text('predicateType'),
};

;// CONCATENATED MODULE: ./lib/documents/openvex.js

/** OpenVEX, any version (https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md, "The VEX Document"). */
const openvex = {
    kind: 'openvex',
    signs: [at('@context', matching(/^https:\/\/openvex\.dev\/ns(\/|$)/))],
    created: latest('timestamp'),
};

;// CONCATENATED MODULE: ./lib/documents/sarif.js

/** SARIF 2.1.0 (OASIS, sections 3.13 and 3.20.8). `$schema` is optional; `version` is not, but files of drafts differ in it. */
const sarif = {
    kind: 'sarif',
    signs: [
        at('runs', anArray),
        either(at('version', oneOf('2.1.0')), at('$schema', matching(/\bsarif\b/i))),
    ],
    created: latest('runs[].invocations[].endTimeUtc'),
};

;// CONCATENATED MODULE: ./lib/documents/sigstore-bundle.js

/** Not in an OCI descriptor, which may have the same `mediaType`. */
const hasMaterial = at('verificationMaterial', anObject);
/** A Sigstore bundle v0.3 (sigstore/protobuf-specs, protos/sigstore_bundle.proto: `media_type` may be spelled either way). */
const sigstoreBundle = {
    kind: 'sigstore-bundle',
    signs: [
        hasMaterial,
        at('mediaType', matching(/^application\/vnd\.dev\.sigstore\.bundle(\.v0\.3\+json|\+json; ?version=0\.3)$/)),
    ],
};
/** A Sigstore bundle v0.1 or v0.2. */
const sigstoreBundleBefore03 = {
    kind: 'sigstore-bundle-before-v0.3',
    signs: [
        hasMaterial,
        at('mediaType', matching(/^application\/vnd\.dev\.sigstore\.bundle\+json; ?version=0\.[12]$/)),
    ],
};

;// CONCATENATED MODULE: ./lib/documents/spdx-json.js

/** SPDX 2.x as JSON (https://spdx.github.io/spdx-spec/v2.3/). A document may list files alone, as REUSE's do. */
const spdx2Json = {
    kind: 'spdx-json',
    signs: [at('spdxVersion', matching(/^SPDX-/))],
    created: latest('creationInfo.created'),
    components: some(['packages[]', 'files[]'], anything),
};
/** The classes of SPDX 3 that stand for software, as JSON-LD names them (https://spdx.github.io/spdx-spec/v3.0.1/model/). */
const SOFTWARE = oneOf('software_Package', 'software_File', 'software_Snippet', 'ai_AIPackage', 'dataset_DatasetPackage');
/**
 * SPDX 3 as JSON-LD (https://spdx.github.io/spdx-spec/v3.0.1/serializations/). `created` is a property of the class
 * CreationInfo alone; elements taken over from elsewhere bring older ones along.
 */
const spdx3Json = {
    kind: 'spdx-json',
    signs: [some(['@context', '@context[]'], matching(/^https?:\/\/spdx\.org\/rdf\/3\./))],
    created: latest('@graph[].created', '@graph[].creationInfo.created'),
    components: some(['@graph[].type'], SOFTWARE),
};

;// CONCATENATED MODULE: ./lib/documents/syft-json.js

/** Syft's own JSON (anchore/syft, syft/format/syftjson/model/document.go); tools that embed Syft keep its schema's address. */
const syftJson = {
    kind: 'syft-json',
    signs: [
        at('artifacts', anArray),
        either(at('descriptor.name', oneOf('syft')), at('schema.url', matching(/^https:\/\/raw\.githubusercontent\.com\/anchore\/syft\//))),
    ],
    created: latest('descriptor.timestamp'),
    components: some(['artifacts[]'], anything),
};

;// CONCATENATED MODULE: ./lib/documents/trivy-json.js

/** Trivy's JSON report (aquasecurity/trivy, pkg/types/report.go); it leaves out `Results` when there are none. */
const trivyJson = {
    kind: 'trivy-json',
    signs: [
        at('SchemaVersion', aNumber),
        at('ArtifactName', aString),
        either(at('Results', anArray), at('ArtifactType', aString)),
    ],
    created: latest('CreatedAt'),
};

;// CONCATENATED MODULE: ./lib/documents/formats.js











/** Every JSON format that is recognised. */
const JSON_FORMATS = [
    csaf,
    cyclonedxJson,
    dsseEnvelope,
    grypeJson,
    inTotoStatement,
    openvex,
    sarif,
    sigstoreBundle,
    sigstoreBundleBefore03,
    spdx2Json,
    spdx3Json,
    syftJson,
    trivyJson,
];

// EXTERNAL MODULE: ./lib/json/scan.js + 7 modules
var scan = __webpack_require__(2535);
// EXTERNAL MODULE: ./lib/json/syntax-error.js
var syntax_error = __webpack_require__(4912);
;// CONCATENATED MODULE: ./lib/documents/json-paths.js
const ELEMENT = '[]';
const SEGMENT = /\[\]|[^.[\]]+/g;
/**
 * Returns a listener that hands the values at the gatherings' paths to them and asks for nothing else. `onRepeat` is called
 * when a path without `[]` occurs twice: readers differ on which of two members of one name counts (RFC 8259 section 4).
 */
function listenAt(gatherings, onRepeat) {
    const routes = gatherings.map((gathering) => ({
        segments: gathering.path.match(SEGMENT) ?? [],
        gathering,
    }));
    return listenTo(routes, onRepeat);
}
/** Without `onRepeat` the value may occur any number of times. */
function listenTo(routes, onRepeat) {
    const here = routes.filter((route) => route.segments.length === 0);
    const deeper = Map.groupBy(routes.filter((route) => route.segments.length > 0), (route) => route.segments[0]);
    const listeners = new Map([...deeper].map(([segment, group]) => {
        const rest = group.map(({ segments, gathering }) => ({
            segments: segments.slice(1),
            gathering,
        }));
        return [segment, listenTo(rest, segment === ELEMENT ? undefined : onRepeat)];
    }));
    const element = listeners.get(ELEMENT);
    listeners.delete(ELEMENT);
    let isRepeated = false;
    return {
        seen(value) {
            if (isRepeated)
                onRepeat?.();
            isRepeated = true;
            for (const { gathering } of here)
                gathering.add(value);
        },
        ...(listeners.size > 0 && { member: (key) => listeners.get(key) }),
        ...(element !== undefined && { element: () => element }),
    };
}

;// CONCATENATED MODULE: ./lib/documents/json-reader.js





const LIMITS = {
    // What Jackson, the parser of CycloneDX's and SPDX's Java libraries, takes unless told otherwise.
    maxDepth: 1000,
    // Type names, addresses of schemas and timestamps are far shorter.
    maxTextBytes: 4096,
    // Comparing the names of a large document would take memory in its size; the names that matter are compared anyway.
    duplicateKeys: 'allow',
};
/** Returns a reader that tells which one of the formats a JSON document is of. */
function createJsonReader(formats) {
    const watched = formats.map(watchFormat);
    const gatherings = watched.flatMap((format) => format.watches.flatMap((w) => w.gatherings));
    let isAmbiguous = false;
    const root = listenAt(gatherings, () => {
        isAmbiguous = true;
    });
    const scanner = (0,scan/* createJsonScanner */.z)(root, LIMITS);
    return untilSyntaxError({
        write: (chunk) => scanner.write(chunk),
        end() {
            scanner.end();
            const found = watched.flatMap((format) => format.findings() ?? []);
            return found.length === 1 && !isAmbiguous ? found[0] : undefined;
        },
    }, syntax_error/* JsonSyntaxError */.q);
}
function watchFormat(format) {
    const watches = [];
    function watch(want) {
        const started = want.watch();
        watches.push(started);
        return started;
    }
    const signs = format.signs.map(watch);
    const created = format.created && watch(format.created);
    const components = format.components && watch(format.components);
    const predicateType = format.predicateType && watch(format.predicateType);
    return {
        watches,
        findings() {
            if (!signs.every((sign) => sign.result()))
                return undefined;
            const time = created?.result();
            const predicate = predicateType?.result();
            return {
                kind: format.kind,
                ...(time !== undefined && { created: time }),
                ...(components && { components: listed(components.result()) }),
                ...(predicate !== undefined && { predicateType: predicate }),
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/documents/kinds.js
/** Documents are attached under the media type that their specification, or else their tool, gives them. */
function documentType(mediaType, title) {
    return { artifactType: mediaType, mediaType, title, sbom: false };
}
function sbomType(mediaType, title) {
    return { ...documentType(mediaType, title), sbom: true };
}
const DOCUMENT_TYPES = {
    'spdx-json': sbomType('application/spdx+json', 'SPDX JSON SBOM'),
    'spdx-tag-value': sbomType('text/spdx', 'SPDX tag-value SBOM'),
    'cyclonedx-json': sbomType('application/vnd.cyclonedx+json', 'CycloneDX JSON SBOM'),
    'cyclonedx-xml': sbomType('application/vnd.cyclonedx+xml', 'CycloneDX XML SBOM'),
    'syft-json': sbomType('application/vnd.syft+json', 'Syft JSON SBOM'),
    sarif: documentType('application/sarif+json', 'SARIF report'),
    'trivy-json': documentType('application/vnd.aquasec.trivy.report+json', 'Trivy report'),
    'grype-json': documentType('application/vnd.anchore.grype+json', 'Grype report'),
    openvex: documentType('application/vnd.openvex+json', 'OpenVEX document'),
    csaf: documentType('application/vnd.csaf+json', 'CSAF document'),
    'in-toto-statement': documentType('application/vnd.in-toto+json', 'in-toto statement'),
    'dsse-envelope': documentType('application/vnd.dsse.envelope.v1+json', 'DSSE envelope'),
    'sigstore-bundle': documentType('application/vnd.dev.sigstore.bundle.v0.3+json', 'Sigstore bundle'),
    // Their own media type has the parameter `version`, which Amazon ECR refuses in a manifest (aws/containers-roadmap#2306).
    'sigstore-bundle-before-v0.3': documentType('application/vnd.dev.sigstore.bundle+json', 'Sigstore bundle (before v0.3)'),
};

;// CONCATENATED MODULE: ./lib/documents/lines.js
/** No tool writes a longer line: a document without line breaks must not be kept whole. */
const MAX_LINE_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;
/**
 * Returns a reader that calls `onLine` with each line of UTF-8 text, without its line break. Behind a line of more than
 * 1 MiB it calls `onTooLong` and no line any more.
 */
function createLineReader(onLine, onTooLong) {
    let pieces = [];
    let keptLength = 0;
    let isTooLong = false;
    /** The rest of the line is still to come: copied, for the chunk may be reused. */
    function keep(piece) {
        pieces.push(Buffer.from(piece));
        keptLength += piece.length;
    }
    function endLine(lastPiece) {
        const line = pieces.length === 0 ? lastPiece : Buffer.concat([...pieces, lastPiece]);
        pieces = [];
        keptLength = 0;
        const text = line.toString();
        onLine(text.endsWith('\r') ? text.slice(0, -1) : text);
    }
    function take(piece, then) {
        if (keptLength + piece.length <= MAX_LINE_BYTES) {
            then(piece);
        }
        else {
            isTooLong = true;
            pieces = [];
            onTooLong();
        }
    }
    return {
        write(chunk) {
            const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
            let at = 0;
            let end = bytes.indexOf(LINE_FEED);
            while (end !== -1 && !isTooLong) {
                take(bytes.subarray(at, end), endLine);
                at = end + 1;
                end = bytes.indexOf(LINE_FEED, at);
            }
            if (at < bytes.length && !isTooLong)
                take(bytes.subarray(at), keep);
        },
        end() {
            if (keptLength > 0)
                endLine(Buffer.alloc(0));
        },
    };
}

;// CONCATENATED MODULE: ./lib/documents/spdx-tag-value.js



const TAG_VALUE = /^([A-Za-z]+):\s*(.*)$/;
const BYTE_ORDER_MARK = '\ufeff';
const TEXT_OPENS = '<text>';
const TEXT_CLOSES = '</text>';
/**
 * Returns a reader of SPDX 2.x as tag-value lines (https://spdx.github.io/spdx-spec/v2.3/, sections 6.1, 6.9, 7.1, 8.1):
 * `Tag: value`, comments behind `#`, values of several lines between `<text>` and `</text>`. The first tag is `SPDXVersion`.
 * Tags inside such a text, a licence say, are part of the text.
 */
function createSpdxTagValueReader() {
    let state = 'before';
    let created;
    let hasComponents = false;
    function takeTag(line) {
        const [, tag, value = ''] = TAG_VALUE.exec(line) ?? [];
        if (tag === 'Created')
            created ??= (0,timestamp/* toUtcSeconds */.d)(value.trim());
        if (tag === 'PackageName' || tag === 'FileName')
            hasComponents = true;
        if (value.startsWith(TEXT_OPENS) && !value.includes(TEXT_CLOSES))
            state = 'text';
    }
    function takeFirst(line) {
        const content = line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line;
        if (content.trim() === '' || content.startsWith('#'))
            return;
        state = /^SPDXVersion:\s*SPDX-/.test(content) ? 'tags' : 'unknown';
    }
    function takeLine(line) {
        if (state === 'before')
            takeFirst(line);
        else if (state === 'tags')
            takeTag(line);
        else if (state === 'text' && line.includes(TEXT_CLOSES))
            state = 'tags';
    }
    const lines = createLineReader(takeLine, () => {
        state = 'unknown';
    });
    return {
        write(chunk) {
            if (state !== 'unknown')
                lines.write(chunk);
        },
        end() {
            lines.end();
            if (state !== 'tags')
                return undefined;
            return {
                kind: 'spdx-tag-value',
                components: listed(hasComponents),
                ...(created !== undefined && { created }),
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/documents/detector.js





/**
 * Returns a detector that tells what one file is while its bytes pass by once, on their way to the hash. Every reader sees the bytes; those of another syntax give up at the first line. The verdict falls
 * at the end, so that neither the order of keys nor a file cut short can mislead; memory stays constant.
 */
function createDocumentDetector() {
    const readers = [
        createJsonReader(JSON_FORMATS),
        createCyclonedxXmlReader(),
        createSpdxTagValueReader(),
    ];
    return {
        write(chunk) {
            for (const reader of readers)
                reader.write(chunk);
        },
        end() {
            const [found, ...others] = readers.flatMap((reader) => reader.end() ?? []);
            if (found === undefined || others.length > 0)
                return undefined;
            const { artifactType, mediaType } = DOCUMENT_TYPES[found.kind];
            return { ...found, artifactType, mediaType };
        },
    };
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/files/inspect.js





/** 1 MiB: fewer turns of the event loop than the 64 KiB default, and still little memory. */
const CHUNK_BYTES = 1 << 20;
/**
 * Returns the file with its digest, its size in bytes and what kind of document it is, from one
 * pass over its bytes in constant memory, which the signal ends.
 *
 * Throws InputError (input `files`) if it cannot be read.
 */
async function inspectFile(file, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const detector = createDocumentDetector();
    let size = 0;
    try {
        const options = { highWaterMark: CHUNK_BYTES, ...(signal && { signal }) };
        for await (const chunk of (0,external_node_fs_.createReadStream)(file.path, options)) {
            hash.update(chunk);
            detector.write(chunk);
            size += chunk.length;
        }
    }
    catch (cause) {
        throw new oci_error/* InputError */.dz('files', `cannot read ${file.path}: ${cause.message}`);
    }
    const document = detector.end();
    return { ...file, digest: (0,oci_digest/* finishDigest */.g4)(hash, 'sha256'), size, ...(document && { document }) };
}
/**
 * Throws InputError (input `files`) if the file is empty without a media type given for it: an empty
 * report is nearly always a step that failed earlier.
 */
function requireContent({ path, size, mediaType }) {
    if (size > 0 || mediaType)
        return;
    throw new oci_error/* InputError */.dz('files', `${path} is empty`, `Check the step that writes it. To attach it all the same, give its media type: ${path}:text/plain`);
}

;// CONCATENATED MODULE: ./lib/files/select.js






/** Files read at the same time: enough to keep a disk busy. */
const FILES_AT_ONCE = 8;
/**
 * Returns the files that the lines name for the platforms of the job. Where every platform is
 * meant, its placeholders match any file until the image has told which platforms there are.
 *
 * Throws InputError (input `files`) for a line that matches no file, for a file that cannot be
 * attached, and for a placeholder without a platform.
 */
async function selectFiles(lines, selection, signal) {
    const template = lines.find(hasPlaceholder);
    if (template !== undefined && selection === 'subject') {
        throw new oci_error/* InputError */.dz('files', `${template} depends on the platform, but no platform is given`, 'Set platform, for example to all.');
    }
    const platforms = template !== undefined && Array.isArray(selection) ? selection : [undefined];
    const found = await Promise.all(platforms.map((platform) => findFiles(lines, platform)));
    const inspected = await inspectAll(found.flat(), signal);
    const inspectedOf = (files) => files.map((file) => inspected.get((0,external_node_path_.resolve)(file.path)) ?? appeared(file));
    const all = [...inspected.values()];
    const fixed = lines.filter((line) => !hasPlaceholder(line));
    const certain = selection === 'all' ? inspectedOf(await findFiles(fixed, undefined)) : all;
    certain.forEach(requireContent);
    return {
        all,
        certain,
        forPlatform: async (platform) => {
            if (template !== undefined && !platform) {
                throw new oci_error/* InputError */.dz('platform', `the image names no platform for ${template}`);
            }
            const files = inspectedOf(template === undefined ? found.flat() : await findFiles(lines, platform));
            files.forEach(requireContent);
            return files;
        },
    };
}
async function inspectAll(files, signal) {
    const unique = [...new Map(files.map((file) => [(0,external_node_path_.resolve)(file.path), file])).values()];
    const inspected = await mapConcurrently(unique, FILES_AT_ONCE, (file) => inspectFile(file, signal));
    return new Map(inspected.map((file) => [(0,external_node_path_.resolve)(file.path), file]));
}
function appeared({ path }) {
    throw new oci_error/* InputError */.dz('files', `${path} has appeared since the files were read`, 'Run the job again.');
}

// EXTERNAL MODULE: ./lib/oci/title.js
var oci_title = __webpack_require__(2059);
;// CONCATENATED MODULE: ./lib/attach/otherwise-created.js

/** RFC 3339 has no year of more digits. */
const LAST_YEAR = 9999;
/**
 * Returns the time for artifacts that neither the job nor a document dates, RFC 3339 in UTC to the
 * second: `SOURCE_DATE_EPOCH` (seconds since 1970, reproducible-builds.org), else now.
 *
 * Throws InputError (input `created`) if the variable holds no such number.
 */
function otherwiseCreated(env, now) {
    const epoch = env['SOURCE_DATE_EPOCH'];
    if (!epoch)
        return toSeconds(now);
    const date = new Date(Number(epoch) * 1000);
    if (/^\d{1,12}$/.test(epoch) && date.getUTCFullYear() <= LAST_YEAR)
        return toSeconds(date);
    throw new oci_error/* InputError */.dz('created', `SOURCE_DATE_EPOCH is not a number of seconds: ${epoch.slice(0, 40)}`);
}
function toSeconds(date) {
    return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

;// CONCATENATED MODULE: ./lib/files/title.js

/**
 * Returns the title of each path's layer, which is the name it is pulled as: the file's name, or,
 * where two files of one artifact have the same, each path below their common folder, with `/`.
 */
function titlesOf(paths) {
    const whole = paths.map((path) => (0,external_node_path_.resolve)(path));
    const names = whole.map((path) => (0,external_node_path_.basename)(path));
    if (new Set(names).size === names.length)
        return names;
    const parts = whole.map((path) => path.split(external_node_path_.sep));
    const common = commonFolder(parts);
    return parts.map((path) => path.slice(common).join('/'));
}
function commonFolder(paths) {
    const shortest = Math.min(...paths.map((path) => path.length - 1));
    for (let depth = 0; depth < shortest; depth += 1) {
        if (new Set(paths.map((path) => path[depth])).size > 1)
            return depth;
    }
    return shortest;
}

// EXTERNAL MODULE: ./lib/oci/annotations.js
var oci_annotations = __webpack_require__(3999);
// EXTERNAL MODULE: ./lib/oci/pack.js
var oci_pack = __webpack_require__(6712);
;// CONCATENATED MODULE: ./lib/attach/plan.js





/**
 * Returns the artifacts that attaching the files to the subject, or without one pushing them, comes
 * to, in the order of the files: one for each, or a single one of all with `combine`.
 * `otherwiseCreated` (RFC 3339) is the time for what neither the request nor a document dates.
 *
 * Throws InputError (input `artifact-type`) where the type is neither given nor told by the files.
 */
function planAttach(subject, files, request, otherwiseCreated) {
    const groups = request.combine ? [files] : files.map((file) => [file]);
    return groups.map((group) => planArtifact(subject, group, request, otherwiseCreated));
}
/**
 * Checks that what is attached has a type, as far as that can be known without the image: of each
 * file, and of all together where they make one artifact whatever its platform.
 *
 * Throws InputError (input `artifact-type`) as `planAttach` does, but before any request.
 */
function requireTypes(files, { artifactType, combine }, platform) {
    if (artifactType !== undefined)
        return;
    for (const file of files)
        commonType([file]);
    if (combine && platform === 'subject')
        commonType(files);
}
function planArtifact(subject, group, request, otherwiseCreated) {
    const artifactType = request.artifactType ?? commonType(group);
    const titles = titlesOf(group.map((file) => file.path));
    const files = group.map((file, at) => ({
        path: file.path,
        title: titles[at] ?? file.path,
        mediaType: file.mediaType ?? file.document?.mediaType ?? media_types/* OCTET_STREAM */.jn,
        digest: file.digest,
        size: file.size,
    }));
    const pack = request.manifestFormat === 'oras-artifact' ? oci_pack/* packOrasManifest */.s$ : oci_pack/* packImageManifest */.Eb;
    const manifest = pack({
        artifactType,
        files: files.map(({ mediaType, digest, size, title }) => ({
            mediaType,
            digest,
            size,
            annotations: { [oci_annotations/* TITLE */.ly]: title },
        })),
        ...(subject && { subject }),
        annotations: request.annotations,
        created: request.created ?? newestDate(group) ?? otherwiseCreated,
    });
    return { artifactType, manifest, files };
}
function newestDate(group) {
    return group
        .flatMap(({ document }) => document?.created ?? [])
        .sort()
        .at(-1);
}
function commonType(group) {
    const types = new Set(group.map((file) => {
        if (file.document)
            return file.document.artifactType;
        throw new oci_error/* InputError */.dz('artifact-type', `cannot tell what ${file.path} is from its content`, 'Give the type by artifact-type, such as application/vnd.example.report+json.');
    }));
    const [only, ...others] = types;
    if (only !== undefined && others.length === 0)
        return only;
    throw new oci_error/* InputError */.dz('artifact-type', `the files to combine are of several types: ${[...types].join(', ')}`, 'Give the type of the whole by artifact-type, or attach them one by one.');
}

;// CONCATENATED MODULE: ./lib/attach/prepare.js




/**
 * Returns what the job attaches or pushes, its files read; undefined if it does neither. `onWarning`
 * is told of a bill of materials that lists nothing, and of a file whose name `pull` will refuse.
 *
 * Throws InputError as `selectFiles`, `requireTypes` and `otherwiseCreated` do.
 */
async function prepare({ attach, push, platform }, { env, signal }, onWarning) {
    const request = attach ?? push;
    if (!request)
        return undefined;
    const created = otherwiseCreated(env, new Date());
    const files = await selectFiles(request.files, platform, signal);
    requireTypes(files.certain, request, platform);
    return {
        files: files.all,
        request,
        async plan(subject) {
            const chosen = await files.forPlatform(subject?.platform);
            for (const { path, document } of chosen) {
                if (document?.components === 'none')
                    onWarning(`${path} lists no component at all`);
            }
            const plan = planAttach(subject?.descriptor, chosen, request, created);
            for (const { title } of plan.flatMap((artifact) => artifact.files)) {
                const parsed = (0,oci_title/* parseTitle */._x)(title);
                if ('problem' in parsed)
                    onWarning(`${JSON.stringify(title)} cannot be pulled under its name: ${parsed.problem}`);
            }
            return plan;
        },
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/oci/json.js
var oci_json = __webpack_require__(3931);
;// CONCATENATED MODULE: ./lib/credentials/auth-file.js


/**
 * Returns what the bytes of such a file say, or undefined if they are only white space, as Docker
 * takes them. `name` is the file's name for messages.
 *
 * Throws CREDENTIALS_INVALID, without the content, if they are not such a file (Docker's
 * config.json; containers-auth.json(5)).
 */
function parseAuthFile(bytes, name) {
    const json = parseJson(bytes, name);
    if (json === undefined)
        return undefined;
    if (!(0,oci_json/* isObject */.Gv)(json))
        throw invalidAuthFile(name, 'is not a JSON object');
    const credsStore = json['credsStore'] ?? '';
    if (!isString(credsStore))
        throw invalidAuthFile(name, 'has a credsStore that is not a string');
    return {
        name,
        auths: mapOf(json, 'auths', oci_json/* isObject */.Gv, name),
        credHelpers: mapOf(json, 'credHelpers', isString, name),
        credsStore,
    };
}
/** Returns the error for a file that is not as it should be; `what` says how, without content. */
function invalidAuthFile(name, what) {
    return new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `${name} ${what}`, {
        advice: 'Log in again to have it written anew, or give username and password.',
    });
}
/** The parser's own message is left out: it quotes what it could not parse. */
function parseJson(bytes, name) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return text.trim() === '' ? undefined : JSON.parse(text);
    }
    catch {
        throw invalidAuthFile(name, 'is not JSON in UTF-8');
    }
}
function mapOf(json, field, isItem, name) {
    const object = json[field] ?? {};
    if (!(0,oci_json/* isObject */.Gv)(object))
        throw invalidAuthFile(name, `has ${field} that is not an object`);
    const map = new Map();
    for (const [key, item] of Object.entries(object)) {
        if (!isItem(item))
            throw invalidAuthFile(name, `has an entry in ${field} of the wrong type`);
        map.set(key, item);
    }
    return map;
}
function isString(value) {
    return typeof value === 'string';
}

;// CONCATENATED MODULE: ./lib/credentials/auth-file-location.js





/** 1 MiB: an entry is a few kB at most, so more than this is no file of credentials. */
const MAX_BYTES = 1 << 20;
/**
 * Returns the file at the location, or undefined if there is none or it is empty.
 *
 * Throws CREDENTIALS_INVALID, which names the file and never its content, if it cannot be read, is
 * larger than 1 MiB or not in the form of such a file, or if it lies in the workspace: a pull
 * request that is checked out there could bring it, with a credential helper to run.
 */
async function readAuthFile(location, { homeDirectory, workspace }) {
    const name = `${location.owner} configuration ${withTilde(location.path, homeDirectory)}`;
    try {
        const path = await (0,promises_.realpath)(location.path);
        if (workspace && (await isInWorkspace(path, workspace)))
            throw planted(location, name);
        return parseAuthFile(await readBounded(path, name), name);
    }
    catch (cause) {
        if (cause instanceof oci_error/* OciError */.Mf)
            throw cause;
        const { code } = cause;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `${name} cannot be read: ${code}`, {
            advice: 'Make it readable for the user that runs this, or give username and password.',
            cause,
        });
    }
}
async function isInWorkspace(path, workspace) {
    const real = await (0,promises_.realpath)(workspace).catch(() => (0,external_node_path_.resolve)(workspace));
    return pathBelow(real, path) !== undefined;
}
function planted({ variable }, name) {
    return new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `${name} lies in the workspace, where a checked-out pull request could have put it`, {
        advice: variable
            ? `Let ${variable} name a place outside the workspace, such as one under RUNNER_TEMP.`
            : 'Move it out of the workspace, or give username and password.',
    });
}
async function readBounded(path, name) {
    const chunks = [];
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { end: MAX_BYTES }))
        chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (bytes.length > MAX_BYTES)
        throw invalidAuthFile(name, `is larger than ${MAX_BYTES} bytes`);
    return bytes;
}
function withTilde(path, homeDirectory) {
    const below = pathBelow(homeDirectory, path);
    return below === undefined ? path : (0,external_node_path_.join)('~', below);
}
/** Returns the path relative to the directory, or undefined if it is not in it. */
function pathBelow(directory, path) {
    const below = (0,external_node_path_.relative)(directory, path);
    return below === '..' || below.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(below) ? undefined : below;
}

;// CONCATENATED MODULE: ./lib/credentials/login.js
/** The user name by which Docker and its helpers mark a secret that is an identity token. */
const TOKEN_USERNAME = '<token>';
/** Returns the credential for a user name and secret as Docker stores them. */
function credentialOfLogin(username, secret, source) {
    return username === TOKEN_USERNAME
        ? { kind: 'refresh-token', token: secret, source }
        : { kind: 'basic', username, password: secret, source };
}

;// CONCATENATED MODULE: ./lib/credentials/auth-entry.js


/**
 * Returns the credential of an entry of `auths`, or undefined if the entry holds none, as where
 * Docker keeps the secret in a store. `key` is the entry's key, `file` the file's name for messages.
 *
 * A `registrytoken` comes before an `identitytoken`, that before `auth`, and that before `username`
 * and `password`, as in Docker (docker/cli, configfile/file.go; moby, registry/auth.go).
 * Throws CREDENTIALS_INVALID, without the content, if it is not such an entry.
 */
function credentialOfEntry(entry, key, file) {
    const field = (name) => {
        const value = entry[name] ?? '';
        if (typeof value !== 'string')
            throw invalid(file, key, `${name} is not a string`);
        return value;
    };
    const registryToken = field('registrytoken');
    if (registryToken)
        return { kind: 'bearer', token: registryToken, source: file };
    const identityToken = field('identitytoken');
    if (identityToken)
        return { kind: 'refresh-token', token: identityToken, source: file };
    const auth = field('auth');
    const login = auth
        ? decodeLogin(auth)
        : { username: field('username'), password: field('password') };
    if (!login)
        throw invalid(file, key, 'auth is not the base64 of user:password');
    if (!login.username && !login.password)
        return undefined;
    if (!login.username || !login.password) {
        throw invalid(file, key, 'it has a user name or a password, but not both');
    }
    return credentialOfLogin(login.username, login.password, file);
}
/** Only the first colon divides. Zero bytes around the password are dropped, as Docker does. */
function decodeLogin(auth) {
    const base64 = auth.replace(/[\r\n]/g, '');
    if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        return undefined;
    const text = Buffer.from(base64, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon < 0)
        return undefined;
    return { username: text.slice(0, colon), password: trimZeros(text.slice(colon + 1)) };
}
function trimZeros(text) {
    let start = 0;
    let end = text.length;
    while (text[start] === '\0')
        start += 1;
    while (end > start && text[end - 1] === '\0')
        end -= 1;
    return text.slice(start, end);
}
function invalid(file, key, what) {
    return new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `${file}, entry ${JSON.stringify(key)}: ${what}`, {
        advice: 'Log in again to have the entry written anew, or give username and password.',
    });
}

// EXTERNAL MODULE: ./lib/oci/docker-hub.js
var docker_hub = __webpack_require__(1159);
;// CONCATENATED MODULE: ./lib/credentials/auth-key.js

/** Returns the address by which Docker and its credential helpers know the registry. */
function serverAddress(registry) {
    return (0,docker_hub/* isDockerHub */.g)(registry) ? docker_hub/* dockerHub */.U.credentialsKey : registry;
}
/**
 * Returns those of the keys that stand for the repository, the best first: the longest path, then
 * the key that Docker itself would use, then the order given. Hosts are compared whole, never by
 * suffix or substring; an empty repository selects the keys for the whole registry.
 */
function keysFor(keys, registry, repository) {
    return [...keys]
        .map((text) => ({ text, ...parseAuthKey(text), exact: text === serverAddress(registry) }))
        .filter((key) => key.registry === registry && covers(key.path, repository))
        .sort((a, b) => b.path.length - a.path.length || Number(b.exact) - Number(a.exact))
        .map((key) => key.text);
}
/**
 * The forms in use: `host[:port]`; `https://host/v1/` from the days of the first registry protocol,
 * whose scheme and path Docker ignores (docker/cli, ConvertToHostname); and Podman's
 * `host/namespace` (containers-auth.json(5)). Docker would take the last for the whole host; we
 * don't, for it was stored for less.
 */
function parseAuthKey(text) {
    const [, scheme, host = '', rest = ''] = /^(https?:\/\/)?([^/]*)(.*)$/is.exec(text) ?? [];
    const lower = host.toLowerCase();
    const registry = (0,docker_hub/* isDockerHub */.g)(lower) ? docker_hub/* dockerHub */.U.registry : lower;
    const isApiRoot = /^\/(?:v[12]\/)?$/.test(rest) || (scheme && /^\/v[12]$/.test(rest));
    return { registry, path: isApiRoot ? '' : rest.replace(/^\//, '').replace(/\/$/, '') };
}
function covers(path, repository) {
    return path === '' || repository === path || repository.startsWith(`${path}/`);
}

;// CONCATENATED MODULE: ./lib/credentials/configured.js


/**
 * Returns the credential that a configuration file has for the repository, or undefined.
 *
 * The registry's own helper comes before the store for all of them. Where there is either, it alone
 * decides, and `auths` is not read, as in Docker (docker/cli, getConfiguredCredentialStore and
 * nativeStore.Get); a helper with an empty name turns the store off for its registry.
 * Throws CREDENTIALS_INVALID as `credentialOfEntry` and the helper do.
 */
async function configuredCredential(file, registry, repository, ask) {
    const [key] = keysFor(file.credHelpers.keys(), registry, '');
    const helper = key === undefined ? file.credsStore : file.credHelpers.get(key);
    return helper
        ? await ask(helper, key ?? serverAddress(registry))
        : storedCredential(file, registry, repository);
}
function storedCredential(file, registry, repository) {
    for (const key of keysFor(file.auths.keys(), registry, repository)) {
        const credential = credentialOfEntry(file.auths.get(key) ?? {}, key, file.name);
        if (credential)
            return credential;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/credentials/docker-config.js

/**
 * Returns where Docker's configuration is: `config.json` in the directory that DOCKER_CONFIG names,
 * else in `~/.docker` (docker/cli, cli/config/config.go; an empty variable counts as unset).
 */
function dockerConfigFile(env, homeDirectory) {
    const directory = env['DOCKER_CONFIG'];
    return directory
        ? { owner: 'Docker', path: (0,external_node_path_.resolve)(directory, 'config.json'), variable: 'DOCKER_CONFIG' }
        : { owner: 'Docker', path: (0,external_node_path_.join)(homeDirectory, '.docker', 'config.json') };
}

;// CONCATENATED MODULE: ./lib/credentials/environment.js
/**
 * Returns the environment for a credential helper: everything a cloud's helper may look for (PATH,
 * HOME, AWS_*, GOOGLE_*, AZURE_*, …) except the runner's own tokens (`ACTIONS_*`) and the step's
 * inputs (`INPUT_*`), which hold secrets that no helper needs.
 */
function helperEnvironment(env) {
    const allowed = {};
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && !/^(?:ACTIONS|INPUT)_/i.test(name))
            allowed[name] = value;
    }
    return allowed;
}

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(3053);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 1 modules
var exec = __webpack_require__(1955);
;// CONCATENATED MODULE: ./lib/credentials/helper-process.js



/**
 * 30 s: a cloud's helper may have to fetch a token first, and retry. 1 MiB: a token is a few kB, and
 * helpers may warn at length.
 */
const helper_process_LIMITS = { milliseconds: 30_000, outputBytes: 1 << 20 };
/** Node publishes every child process here when it is made, before it is started. */
const CHANNEL = 'child_process';
/**
 * Returns the exit code and output of a program that was given the input, without printing any of
 * it.
 *
 * Throws an Error if it cannot be started, and ends it and throws one if it takes longer or writes
 * more than the limits allow.
 */
async function runProgram(path, args, input, env, limits = helper_process_LIMITS) {
    const { promise: exceeded, reject } = Promise.withResolvers();
    const timer = setTimeout(() => {
        reject(new Error(`no answer within ${limits.milliseconds / 1000} s`));
    }, limits.milliseconds);
    let received = 0;
    const count = (data) => {
        received += data.length;
        if (received > limits.outputBytes) {
            reject(new Error(`more than ${limits.outputBytes} bytes of output`));
        }
    };
    const output = withChild(exceeded, () => (0,exec/* getExecOutput */.H)(`"${path}"`, [...args], {
        env,
        input: Buffer.from(input),
        silent: true,
        ignoreReturnCode: true,
        listeners: { stdout: count, stderr: count },
    }));
    return await output.finally(() => clearTimeout(timer));
}
/**
 * Runs something that starts one child process until it ends or `exceeded` rejects, and ends the
 * child then.
 *
 * `@actions/exec` has no time limit and keeps the child to itself, and a helper that waits for a
 * password would hold the job open. So the child is taken from Node's diagnostics channel, where
 * the asynchronous context tells it from the children of concurrent calls.
 */
async function withChild(exceeded, start) {
    const own = new external_node_async_hooks_.AsyncLocalStorage();
    const children = [];
    const onCreated = (message) => {
        if (!own.getStore())
            return;
        const { process: child } = message;
        children.push(child);
        child.once('spawn', () => ignoreClosedInput(child));
    };
    (0,external_node_diagnostics_channel_.subscribe)(CHANNEL, onCreated);
    try {
        return await Promise.race([exceeded, own.run(true, start)]);
    }
    finally {
        (0,external_node_diagnostics_channel_.unsubscribe)(CHANNEL, onCreated);
        for (const child of children)
            end(child);
    }
}
/**
 * A helper may answer without reading its input. `@actions/exec` leaves the EPIPE of writing to it
 * without a listener, which would end this whole process.
 */
function ignoreClosedInput(child) {
    child.stdin?.on('error', () => undefined);
}
/** Its own children may live on: closing the pipes keeps them from holding this process open. */
function end(child) {
    child.kill('SIGKILL');
    for (const pipe of [child.stdin, child.stdout, child.stderr])
        pipe?.destroy();
}

;// CONCATENATED MODULE: ./lib/credentials/helper-program.js


/**
 * Returns the path of the program in the first directory of PATH that has it, or undefined. Relative
 * directories are passed over: they would let a checked-out repository bring the program.
 */
async function findProgram(program, env) {
    const directories = (env['PATH'] ?? env['Path'] ?? '').split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute);
    const extensions = process.platform === 'win32' ? windowsExtensions(env) : [''];
    for (const directory of directories) {
        for (const extension of extensions) {
            const path = (0,external_node_path_.join)(directory, program + extension);
            if (await isExecutable(path))
                return path;
        }
    }
    return undefined;
}
/** Google's helper is a `.cmd` there. */
function windowsExtensions(env) {
    return (env['PATHEXT'] || '.COM;.EXE;.BAT;.CMD').split(';');
}
async function isExecutable(path) {
    try {
        await (0,promises_.access)(path, promises_.constants.X_OK);
        return (await (0,promises_.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/credentials/helper.js






/** What the library that helpers are built with writes (docker-credential-helpers, error.go). */
const NOT_FOUND = 'credentials not found in native keychain';
/** A reason is one line in a message, not a log. */
const MAX_REASON_LENGTH = 200;
/**
 * Returns the credential that `docker-credential-NAME get` has for the server address, or undefined
 * if it has none (the credential helper protocol of docker login). The helper is found on PATH, and
 * run without a shell.
 *
 * Throws CREDENTIALS_INVALID, which names the helper and never what it wrote as its answer, if it
 * has no proper name, is not found, fails, is too slow or answers otherwise than by the protocol.
 */
async function askHelper(name, serverAddress, env, limits) {
    if (!/^[A-Za-z0-9._-]+$/.test(name)) {
        throw failed(`credential helper ${JSON.stringify(name.slice(0, 100))}`, 'has an invalid name');
    }
    const program = `docker-credential-${name}`;
    const helper = `credential helper ${program}`;
    const path = await findProgram(program, env);
    if (path === undefined)
        throw failed(helper, 'is not on the PATH');
    const output = await run(path, serverAddress, env, helper, limits);
    if (output.exitCode === 0)
        return parseAnswer(output.stdout, helper);
    if (output.stdout.trim() === NOT_FOUND)
        return undefined;
    throw failed(helper, `failed with exit code ${output.exitCode}${reasonOf(output)}`);
}
async function run(path, serverAddress, env, helper, limits) {
    try {
        return await runProgram(path, ['get'], serverAddress, helperEnvironment(env), limits);
    }
    catch (cause) {
        throw failed(helper, `failed: ${cause.message}`, cause);
    }
}
/** The parser's own message is left out: it quotes what it could not parse, here a secret. */
function parseAnswer(stdout, helper) {
    let answer;
    try {
        answer = JSON.parse(stdout);
    }
    catch {
        throw failed(helper, 'gave an answer that is not JSON');
    }
    const { Username: username = '', Secret: secret = '' } = (0,oci_json/* isObject */.Gv)(answer) ? answer : {};
    if (!(0,oci_json/* isObject */.Gv)(answer) || typeof username !== 'string' || typeof secret !== 'string') {
        throw failed(helper, 'gave an answer without Username and Secret');
    }
    if (username === '' && secret === '')
        return undefined;
    if (username === '' || secret === '') {
        throw failed(helper, 'gave a Username or a Secret, but not both');
    }
    return credentialOfLogin(username, secret, helper);
}
/**
 * The first line of stderr, or of stdout, where the protocol has errors too; but no line of stdout
 * that might be an answer or a token rather than a sentence.
 */
function reasonOf({ stdout, stderr }) {
    const sentence = firstLine(stdout);
    const isSentence = sentence.includes(' ') && !sentence.includes('{');
    const reason = firstLine(stderr) || (isSentence ? sentence : '');
    return reason && `: ${reason}`;
}
function firstLine(text) {
    const line = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
    return line.replace(/\p{C}/gu, '').trim().slice(0, MAX_REASON_LENGTH);
}
function failed(helper, what, cause) {
    return new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `${helper} ${what}`, {
        advice: 'Check the credsStore and credHelpers of your Docker or Podman configuration, or give username and password.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/credentials/memoize.js
/**
 * Returns a function that calls `load` once for the same arguments and gives every caller, also one
 * at the same time, that one promise.
 */
function memoize(load) {
    const loaded = new Map();
    return (...args) => {
        const key = JSON.stringify(args);
        const value = loaded.get(key) ?? load(...args);
        loaded.set(key, value);
        return value;
    };
}

;// CONCATENATED MODULE: ./lib/credentials/podman-config.js

/**
 * Returns the file that REGISTRY_AUTH_FILE names, or undefined. Podman then reads none of the files
 * at their usual places (podman-login(1), `--authfile`).
 */
function namedAuthFile(env) {
    const file = env['REGISTRY_AUTH_FILE'];
    return file ? { owner: 'Podman', path: (0,external_node_path_.resolve)(file), variable: 'REGISTRY_AUTH_FILE' } : undefined;
}
/**
 * Returns where Podman, Buildah and Skopeo keep credentials, in the order in which they look
 * (containers-auth.json(5)): the runtime directory, then the configuration directory. Without
 * XDG_RUNTIME_DIR, as in a container job, `podman login` writes to `/run/containers/UID`
 * (containers/image, pkg/docker/config/config.go); `userId` is absent on Windows.
 */
function usualAuthFiles(env, homeDirectory, userId) {
    const perUser = userId === undefined ? undefined : `/run/containers/${userId}/auth.json`;
    const runtime = authFileBelow(env['XDG_RUNTIME_DIR']) ?? perUser;
    const configuration = authFileBelow(env['XDG_CONFIG_HOME'] || (0,external_node_path_.join)(homeDirectory, '.config'));
    return [runtime, configuration]
        .filter((path) => path !== undefined)
        .map((path) => ({ owner: 'Podman', path }));
}
function authFileBelow(directory) {
    return directory ? (0,external_node_path_.resolve)(directory, 'containers', 'auth.json') : undefined;
}

;// CONCATENATED MODULE: ./lib/credentials/secrets.js
/**
 * Returns every form of the credential that must not appear in a log: the password or token, its
 * base64, and the base64 of `user:password` that Basic authentication sends (RFC 7617).
 */
function secretsOf(credential) {
    if (credential.kind !== 'basic')
        return [credential.token, base64(credential.token)];
    const { username, password } = credential;
    return [password, base64(password), base64(`${username}:${password}`)];
}
function base64(text) {
    return Buffer.from(text).toString('base64');
}

;// CONCATENATED MODULE: ./lib/credentials/source.js








/** The only registry that takes a workflow's token; its name is compared exactly. */
const GITHUB_REGISTRY = 'ghcr.io';
/**
 * Returns the source of credentials of one run, which looks each up once: the inputs, for the
 * registries that the job names; then the configuration of Docker and Podman with its helpers; then
 * the GitHub token, for ghcr.io.
 *
 * Throws InputError (input `username` or `password`, the one that is missing) for one without the
 * other. The source itself throws CREDENTIALS_INVALID if the configuration cannot be read: it never
 * goes on without credentials that were configured.
 */
function credentialSource(options) {
    const fromInputs = credentialOfInputs(options);
    const configured = configuredSource(options);
    return memoize(async (registry, repository) => {
        const credential = (options.registries.includes(registry) ? fromInputs : undefined) ??
            (await configured(registry, repository)) ??
            (registry === GITHUB_REGISTRY ? credentialOfGithub(options) : undefined);
        for (const secret of credential ? secretsOf(credential) : [])
            options.onSecret(secret);
        return credential;
    });
}
function credentialOfInputs({ username, password, }) {
    if (username && password) {
        return { kind: 'basic', username, password, source: 'the inputs username and password' };
    }
    if (username)
        throw oneWithoutTheOther('password', 'username');
    if (password)
        throw oneWithoutTheOther('username', 'password');
    return undefined;
}
function oneWithoutTheOther(missing, given) {
    return new oci_error/* InputError */.dz(missing, `${given} is given without ${missing}`, 'Give both or neither. A secret that is not set, or that a workflow from a fork may not read, is empty.');
}
function credentialOfGithub({ githubToken, env }) {
    if (!githubToken)
        return undefined;
    const username = env['GITHUB_ACTOR'] || 'token';
    return { kind: 'basic', username, password: githubToken, source: 'github-token' };
}
function configuredSource(options) {
    const files = authFiles(options).map((location) => memoize(() => readAuthFile(location, options)));
    const ask = memoize((name, address) => askHelper(name, address, options.env));
    return async (registry, repository) => {
        for (const read of files) {
            const file = await read();
            const credential = file && (await configuredCredential(file, registry, repository, ask));
            if (credential)
                return credential;
        }
        return undefined;
    };
}
/**
 * A file that a variable names is there on purpose, so it comes first; of two, REGISTRY_AUTH_FILE,
 * which is about nothing but credentials. Otherwise Docker's is before Podman's, as it is for crane;
 * Podman's own order (containers-auth.json(5)) is the reverse.
 */
function authFiles({ env, homeDirectory }) {
    const docker = dockerConfigFile(env, homeDirectory);
    const named = namedAuthFile(env);
    return named
        ? [named, docker]
        : [docker, ...usualAuthFiles(env, homeDirectory, process.getuid?.())];
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./lib/repository/piped.js

/**
 * Returns what the transform makes of the source. An error or an early end on either side ends both:
 * a source that closes halfway must not leave its reader waiting, as `pipe` does.
 */
function piped(source, transform) {
    return (0,external_node_stream_.pipeline)(source, transform, leftToReader);
}
/** The pipeline has destroyed the transform with the error, and so told its reader. */
function leftToReader() { }

;// CONCATENATED MODULE: ./lib/repository/verified-stream.js





/**
 * Returns the stream's bytes, failing with SIZE_INVALID as soon as there are too many or at the end
 * if there are too few, and with DIGEST_INVALID at the end if they are not the descriptor's. Size
 * comes first: an endless answer is cut, not hashed (image-spec v1.1.1, Verification).
 */
function verifiedStream(source, { digest, size }) {
    const algorithm = (0,oci_digest/* algorithmOf */.Hy)(digest);
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    let seen = 0;
    const check = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            seen += chunk.length;
            if (seen > size) {
                done(new oci_error/* OciError */.Mf('SIZE_INVALID', `${digest} has more than its ${size} bytes`));
                return;
            }
            hash.update(chunk);
            done(null, chunk);
        },
        flush(done) {
            if (seen !== size) {
                done(new oci_error/* OciError */.Mf('SIZE_INVALID', `${digest} ended after ${seen} of ${size} bytes`));
                return;
            }
            const actual = (0,oci_digest/* finishDigest */.g4)(hash, algorithm);
            done(actual === digest
                ? null
                : new oci_error/* OciError */.Mf('DIGEST_INVALID', `content has the digest ${actual} instead of ${digest}`));
        },
    });
    return piped(source, check);
}

;// CONCATENATED MODULE: ./lib/layout/file-error.js


/** Returns the operating system's code of a failed file operation, such as `ENOENT`. */
function fileErrorCode(error) {
    const code = (0,oci_json/* isObject */.Gv)(error) ? error['code'] : undefined;
    return typeof code === 'string' ? code : undefined;
}
const denied = ['EACCES', 'EPERM', 'EROFS'];
/**
 * Returns what to throw for a failed file operation of a layout: DENIED where the file system
 * refuses it, else the error as it is, since it already says what is wrong (`ENOSPC`).
 * `what` is the operation with the path, such as `write /images/app/index.json`.
 */
function toLayoutError(cause, what) {
    if (!denied.includes(fileErrorCode(cause)))
        return cause;
    return new oci_error/* OciError */.Mf('DENIED', `not allowed to ${what}`, {
        advice: "Check the permissions of the layout's directory.",
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/layout/paths.js






/**
 * Returns where the blob is, from the root (image-spec v1.1.1, Image Layout, Blobs).
 * Throws DIGEST_INVALID for an algorithm that cannot be verified.
 */
function blobNames(digest) {
    const [, encoded] = (0,oci_digest/* splitDigest */.vo)(digest);
    return ['blobs', (0,oci_digest/* algorithmOf */.Hy)(digest), encoded];
}
/** Returns the path of what is below the root. Throws LAYOUT_INVALID for a name that leads out of it. */
function pathInside(root, names) {
    const path = (0,external_node_path_.join)(root, ...names);
    const inside = root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep;
    if (path.startsWith(inside))
        return path;
    throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `${JSON.stringify(names.join('/'))} is outside the layout`);
}
/**
 * Returns the state of a file below the root, or undefined if it is absent. No component may be a
 * symbolic link, which could lead out of the layout: a layout is often unpacked from an archive
 * that somebody else made.
 *
 * Throws LAYOUT_INVALID if there is a link or what is there is no file, DENIED.
 */
async function statFile(root, names) {
    let stats;
    for (const [at] of names.entries()) {
        const path = pathInside(root, names.slice(0, at + 1));
        stats = await statUnfollowed(path);
        if (!stats)
            return undefined;
        const isLast = at === names.length - 1;
        if (isLast ? stats.isFile() : stats.isDirectory())
            continue;
        throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `${path} is not a ${isLast ? 'file' : 'directory'}`);
    }
    return stats;
}
/** Returns an open file below the root, or undefined if it is absent. Throws as `statFile` does. */
async function openFile(root, names) {
    if (!(await statFile(root, names)))
        return undefined;
    const path = pathInside(root, names);
    // Windows has no O_NOFOLLOW, and there undefined adds nothing.
    const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW;
    return await (0,promises_.open)(path, flags).catch((error) => undefinedIfAbsent(error, path));
}
/**
 * Returns the bytes of a file below the root, or undefined if it is absent.
 * Throws LIMIT_EXCEEDED if it has more than `limit` bytes, else as `statFile` does.
 */
async function readFileInside(root, names, limit) {
    const file = await openFile(root, names);
    if (!file)
        return undefined;
    try {
        const { size } = await file.stat();
        if (size <= limit)
            return await file.readFile();
        throw new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `${pathInside(root, names)} has ${size} bytes; no more than ${limit} are read`);
    }
    finally {
        await file.close();
    }
}
/** Makes the directory and those above it where they are absent. Throws as `statFile` does. */
async function makeDirectory(root, names) {
    for (const [at] of names.entries()) {
        const path = pathInside(root, names.slice(0, at + 1));
        try {
            await (0,promises_.mkdir)(path);
        }
        catch (error) {
            if (fileErrorCode(error) !== 'EEXIST')
                throw toLayoutError(error, `make ${path}`);
            const stats = await statUnfollowed(path);
            if (!stats?.isDirectory())
                throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `${path} is not a directory`);
        }
    }
}
async function statUnfollowed(path) {
    const stats = await (0,promises_.lstat)(path).catch((error) => undefinedIfAbsent(error, path));
    if (!stats?.isSymbolicLink())
        return stats;
    throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `${path} is a symbolic link`, {
        advice: 'Links are not followed in a layout. Copy it with the files that they lead to (cp -RL).',
    });
}
function undefinedIfAbsent(error, path) {
    if (fileErrorCode(error) === 'ENOENT')
        return undefined;
    throw toLayoutError(error, `read ${path}`);
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/layout/write-file.js





/**
 * Puts the content at the path as a whole or not at all: it is written beside it, forced to the
 * disk and renamed, so that nobody ever reads a part of it, not after a crash either. A stream that
 * fails leaves what was there, and no temporary file.
 *
 * Throws DENIED if the file system refuses it, and whatever the stream fails with.
 */
async function writeFileAtomically(path, content) {
    const temporary = `${path}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    try {
        await (0,external_node_stream_promises_.pipeline)(content, (0,external_node_fs_.createWriteStream)(temporary, { flags: 'wx', flush: true }));
        await (0,promises_.rename)(temporary, path);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw toLayoutError(error, `write ${path}`);
    }
}

;// CONCATENATED MODULE: ./lib/layout/blobs.js




/** Tells whether the layout has the blob with the descriptor's size. */
async function hasBlob(root, { digest, size }) {
    const stats = await statFile(root, blobNames(digest));
    return stats?.size === size;
}
/** Returns the blob's bytes as a stream that fails unless they are its own. Throws BLOB_UNKNOWN. */
async function readBlob(root, target) {
    const file = await openFile(root, blobNames(target.digest));
    if (file)
        return verifiedStream(file.createReadStream(), target);
    throw new oci_error/* OciError */.Mf('BLOB_UNKNOWN', `the layout has no blob ${target.digest}`);
}
/**
 * Stores the blob while verifying it. Returns `exists` if it is there already; one of another size
 * is replaced. Throws SIZE_INVALID or DIGEST_INVALID if the content is not the descriptor's.
 */
async function writeBlob(root, content) {
    if (await hasBlob(root, content.descriptor))
        return 'exists';
    const names = blobNames(content.descriptor.digest);
    await makeDirectory(root, names.slice(0, -1));
    const stream = verifiedStream(content.open(), content.descriptor);
    await writeFileAtomically(pathInside(root, names), stream);
    return 'uploaded';
}

// EXTERNAL MODULE: ./lib/oci/descriptor.js
var oci_descriptor = __webpack_require__(1260);
;// CONCATENATED MODULE: ./lib/layout/index-json.js





/** Returns the file's content. Throws LAYOUT_INVALID if it is not an image index: never "empty". */
function parseIndexJson(bytes) {
    try {
        const document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        return parseDocument(document);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `index.json is not an image index: ${reason}`, {
            advice: 'Restore it or make the layout anew: it is not replaced, since that would lose what it listed.',
            cause,
        });
    }
}
/** The list may be null: oras writes an empty one so. */
function parseDocument(document) {
    if (!(0,oci_json/* isObject */.Gv)(document) || !Object.hasOwn(document, 'manifests')) {
        throw index_json_invalid('it has no list of manifests');
    }
    const mediaType = (0,oci_json/* optionalString */.sx)(document, 'mediaType', 'index.json') ?? media_types/* OCI_IMAGE_INDEX */.f4;
    if (mediaType !== media_types/* OCI_IMAGE_INDEX */.f4)
        throw index_json_invalid(`it says that it is ${mediaType}`);
    const entries = (0,oci_json/* arrayOrEmpty */.cX)(document, 'manifests', 'index.json').map((raw, at) => {
        if (!(0,oci_json/* isObject */.Gv)(raw))
            throw index_json_invalid(`manifests[${at}] is not an object`);
        return { raw, descriptor: (0,oci_descriptor/* parseDescriptor */.BA)(raw, `manifests[${at}]`) };
    });
    return { document, entries };
}
function index_json_invalid(what) {
    return new oci_error/* OciError */.Mf('MANIFEST_INVALID', what);
}
/** Returns the file's bytes, in JSON without white space. */
function formatIndexJson({ document, entries }) {
    const manifests = entries.map(({ raw }) => raw);
    return new TextEncoder().encode(JSON.stringify({ ...document, manifests }));
}
/** Returns the entries with exactly this tag. */
function taggedExactly(index, tag) {
    return index.entries.flatMap(({ descriptor }) => (tagOf(descriptor) === tag ? [descriptor] : []));
}
/**
 * Returns the entries with the tag, else those whose name is a full reference with it, as
 * `podman save --format oci-archive` writes it; regctl resolves both in this order.
 */
function tagged(index, tag) {
    const exact = taggedExactly(index, tag);
    if (exact.length > 0)
        return exact;
    return index.entries.flatMap(({ descriptor }) => tagOf(descriptor)?.endsWith(`:${tag}`) ? [descriptor] : []);
}
/** Returns the tags in their order; names that are full references as they are. */
function tagsOf(index) {
    return [...new Set(index.entries.flatMap(({ descriptor }) => tagOf(descriptor) ?? []))];
}
/** Returns the first entry with the digest. */
function entryOf(index, digest) {
    return index.entries.find(({ descriptor }) => descriptor.digest === digest)?.descriptor;
}
/**
 * Returns the index with an entry for each manifest, or the same index if it has them all. The
 * manifests' annotations are left out: one of them could be a tag.
 */
function withEntries(index, manifests) {
    const present = new Set(index.entries.map(({ descriptor }) => descriptor.digest));
    const missing = manifests.filter(({ digest }) => !present.has(digest));
    if (missing.length === 0)
        return index;
    return { ...index, entries: [...index.entries, ...missing.map((manifest) => entry(manifest))] };
}
/**
 * Returns the index with the tag at the manifest and nowhere else, or the same index if it is so. An
 * entry of the manifest without a tag gets it. A manifest that loses its last tag stays as an entry
 * without one; with `drop`, it goes.
 */
function withTag(index, manifest, tag, previous = 'keep') {
    const holders = taggedExactly(index, tag);
    if (holders.length > 0 && holders.every(({ digest }) => digest === manifest.digest))
        return index;
    const [own] = index.entries.filter((each) => isUntagged(each, manifest.digest));
    const others = index.entries.filter((each) => tagOf(each.descriptor) !== tag && !isUntagged(each, manifest.digest));
    const untagged = index.entries
        .filter(({ descriptor }) => tagOf(descriptor) === tag && descriptor.digest !== manifest.digest)
        .filter(({ descriptor }) => !others.some((other) => hasDigest(other, descriptor.digest)))
        .map(entryWithoutTag);
    const kept = previous === 'keep' ? untagged : [];
    const taggedEntry = own ? entryWithTag(own, tag) : entry(manifest, tag);
    return { ...index, entries: [...others, ...kept, taggedEntry] };
}
function tagOf({ annotations }) {
    return annotations?.[oci_annotations/* REF_NAME */.w5];
}
function hasDigest({ descriptor }, digest) {
    return descriptor.digest === digest;
}
function entry({ mediaType, digest, size, artifactType }, tag) {
    const descriptor = {
        mediaType,
        digest,
        size,
        ...(artifactType && { artifactType }),
        ...(tag && { annotations: { [oci_annotations/* REF_NAME */.w5]: tag } }),
    };
    return { descriptor, raw: descriptor };
}
function isUntagged({ descriptor }, digest) {
    return descriptor.digest === digest && tagOf(descriptor) === undefined;
}
function entryWithTag({ descriptor, raw }, tag) {
    const annotations = { ...descriptor.annotations, [oci_annotations/* REF_NAME */.w5]: tag };
    return { descriptor: { ...descriptor, annotations }, raw: { ...raw, annotations } };
}
function entryWithoutTag({ descriptor, raw }) {
    const { [oci_annotations/* REF_NAME */.w5]: _tag, ...rest } = descriptor.annotations ?? {};
    const annotations = Object.keys(rest).length > 0 ? { annotations: rest } : {};
    const { annotations: _known, ...known } = descriptor;
    const { annotations: _raw, ...unknown } = raw;
    return { descriptor: { ...known, ...annotations }, raw: { ...unknown, ...annotations } };
}

;// CONCATENATED MODULE: ./lib/layout/layout-file.js



/** The `oci-layout` file says one thing, in some forty bytes. */
const MAX_MARKER_BYTES = 64 * 1024;
/** Returns one of the files that every layout has. Throws LAYOUT_INVALID if it cannot be read. */
async function readLayoutFile(root, name, limit) {
    try {
        const bytes = await readFileInside(root, [name], limit);
        if (bytes)
            return bytes;
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw notALayout(`${root} cannot be read as an image layout: ${reason}`, cause);
    }
    throw notALayout(`${root} is not an image layout: it has no ${name}`);
}
/**
 * Throws LAYOUT_INVALID unless the directory says that it is an image layout of version 1.0.0
 * (image-spec v1.1.1, Image Layout, oci-layout file).
 */
async function requireLayout(root) {
    const version = layoutVersion(await readLayoutFile(root, 'oci-layout', MAX_MARKER_BYTES));
    if (version === '1.0.0')
        return;
    const said = version === undefined ? 'no version' : `the version ${JSON.stringify(version)}`;
    throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `${root} is not an image layout: its oci-layout has ${said}`, {
        advice: 'Only imageLayoutVersion 1.0.0 is supported.',
    });
}
function layoutVersion(bytes) {
    try {
        const marker = JSON.parse(bytes.toString());
        return (0,oci_json/* isObject */.Gv)(marker) ? marker['imageLayoutVersion'] : undefined;
    }
    catch {
        return undefined;
    }
}
function notALayout(message, cause) {
    return new oci_error/* OciError */.Mf('LAYOUT_INVALID', message, {
        advice: 'Name the directory of an OCI image layout, as docker buildx build --output type=oci,tar=false makes it; unpack an archive first.',
        ...(cause !== undefined && { cause }),
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/layout/lock.js








/**
 * How long a lock must be held before its holder counts as gone when no such process is found. A
 * lock is held for milliseconds, but a process in another container can have the same host name and
 * a number that is not known here.
 */
const STALE_AFTER_MS = 5_000;
/** A lock names its holder in some hundred bytes. */
const MAX_LOCK_BYTES = 4096;
/**
 * Returns the outcome of `work`, done while no other process has the lock: a file that only one can
 * create. A lock whose process is gone is taken over.
 *
 * Throws LAYOUT_LOCKED if the lock is not free within `waitMs` milliseconds, DENIED if the file
 * cannot be created, LAYOUT_INVALID if it is a symbolic link, and whatever `work` throws; the lock
 * is given back in any case.
 */
async function withLock(path, waitMs, work) {
    const file = await acquire(path, waitMs);
    try {
        await file.writeFile(JSON.stringify({ pid: process.pid, host: (0,external_node_os_.hostname)(), time: new Date().toISOString() }));
        return await work();
    }
    finally {
        await release(path, file);
    }
}
async function acquire(path, waitMs) {
    const giveUp = performance.now() + waitMs;
    for (;;) {
        const file = await create(path);
        if (file)
            return file;
        await removeIfStale(path);
        if (performance.now() >= giveUp)
            throw locked(path, await readHolder(path));
        await (0,external_node_timers_promises_.setTimeout)(5 + Math.random() * 20);
    }
}
async function create(path) {
    try {
        return await (0,promises_.open)(path, 'wx');
    }
    catch (error) {
        if (fileErrorCode(error) === 'EEXIST')
            return undefined;
        throw toLayoutError(error, `create ${path}`);
    }
}
async function release(path, file) {
    await file.close();
    await (0,promises_.rm)(path, { force: true });
}
/**
 * Removes the lock of a process that is gone. One process at a time looks and removes, under a lock
 * of its own: otherwise a slower one would remove the lock that a faster one has just taken.
 */
async function removeIfStale(path) {
    if (!isStale(await readHolder(path)))
        return;
    const takeover = `${path}.takeover`;
    const file = await create(takeover);
    if (!file)
        return;
    try {
        if (isStale(await readHolder(path)))
            await (0,promises_.rm)(path, { force: true });
    }
    finally {
        await release(takeover, file);
    }
}
/** What the lock says of its holder: nothing, while it is being written. */
async function readHolder(path) {
    const bytes = await readFileInside((0,external_node_path_.dirname)(path), [(0,external_node_path_.basename)(path)], MAX_LOCK_BYTES);
    try {
        const value = JSON.parse(String(bytes));
        return (0,oci_json/* isObject */.Gv)(value) ? value : {};
    }
    catch {
        return {};
    }
}
function isStale({ pid, host, time }) {
    if (host !== (0,external_node_os_.hostname)() || typeof time !== 'string')
        return false;
    const isOld = Date.now() - Date.parse(time) > STALE_AFTER_MS;
    return isOld && typeof pid === 'number' && Number.isInteger(pid) && pid > 0 && !isRunning(pid);
}
function isRunning(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return fileErrorCode(error) !== 'ESRCH';
    }
}
function locked(path, { pid, host, time }) {
    const holder = pid === undefined
        ? 'another process'
        : `process ${pid} on ${String(host)} since ${String(time)}`;
    return new oci_error/* OciError */.Mf('LAYOUT_LOCKED', `the layout is locked by ${holder}`, {
        advice: `If nothing is writing to the layout, delete ${path} (and ${path}.takeover if it is there).`,
    });
}

;// CONCATENATED MODULE: ./lib/layout/index-file.js






/** Some hundred bytes an entry: more than a hundred thousand entries. */
const MAX_INDEX_BYTES = 64 * 1024 * 1024;
/**
 * Returns the layout's `index.json`; `lockWaitMs` is how long to wait for other processes, in
 * milliseconds. Reading throws LAYOUT_INVALID if it is absent, unreadable or malformed; updating
 * also LAYOUT_LOCKED, DENIED, and LIMIT_EXCEEDED if the file would be too large to be read again.
 */
function createIndexFile(root, lockWaitMs) {
    const path = (0,external_node_path_.join)(root, 'index.json');
    let last;
    let reading;
    let turn = Promise.resolve();
    async function readNow() {
        const bytes = await readLayoutFile(root, 'index.json', MAX_INDEX_BYTES);
        if (!last?.bytes.equals(bytes))
            last = { bytes, index: parseIndexJson(bytes) };
        return last.index;
    }
    async function rewrite(change) {
        const before = await readNow();
        const after = await change(before);
        if (after === before)
            return;
        const bytes = formatIndexJson(after);
        if (bytes.length > MAX_INDEX_BYTES) {
            throw new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `index.json would have ${bytes.length} bytes`);
        }
        await writeFileAtomically(path, [bytes]);
        reading = undefined;
    }
    return {
        read() {
            reading ??= readNow().finally(() => {
                reading = undefined;
            });
            return reading;
        },
        update(change) {
            const mine = turn.then(() => withLock(`${path}.lock`, lockWaitMs, () => rewrite(change)));
            turn = mine.catch(() => undefined);
            return mine;
        },
    };
}

// EXTERNAL MODULE: ./lib/oci/encoded.js
var encoded = __webpack_require__(2075);
// EXTERNAL MODULE: ./lib/oci/manifest.js
var oci_manifest = __webpack_require__(4360);
// EXTERNAL MODULE: ./lib/oci/manifest-size.js
var manifest_size = __webpack_require__(880);
;// CONCATENATED MODULE: ./lib/repository/content.js




/** Returns content whose bytes are in memory. */
function contentOfBytes(bytes, mediaType) {
    return {
        descriptor: { mediaType, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length },
        open: () => external_node_stream_.Readable.from([bytes], { objectMode: false }),
    };
}
/**
 * Returns content that is read from the file each time it is opened, until the signal ends that;
 * memory does not grow with it.
 */
function contentOfFile(path, descriptor, signal) {
    return { descriptor, open: () => (0,external_node_fs_.createReadStream)(path, signal && { signal }) };
}
/** Returns the same content, telling how many bytes of it have been read since it was last opened. */
function observed(content, onRead) {
    return { descriptor: content.descriptor, open: () => counted(content.open(), onRead) };
}
/** Returns the same stream, telling how many bytes of it have been read. */
function counted(source, onRead) {
    let read = 0;
    const count = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            read += chunk.length;
            onRead(read);
            done(null, chunk);
        },
    });
    return piped(source, count);
}

;// CONCATENATED MODULE: ./lib/layout/manifests.js









/**
 * Returns the manifest with the digest exactly as stored, or undefined if it is absent. Its type is
 * the given one, where that is a manifest's; else what it says of itself, or is by its shape.
 *
 * Throws DIGEST_INVALID if the bytes are not the digest's, MANIFEST_INVALID if they are not of the
 * type, MANIFEST_UNKNOWN if they are not a manifest at all, LIMIT_EXCEEDED, LAYOUT_INVALID.
 */
async function readManifest(root, digest, givenType = '') {
    const bytes = await readFileInside(root, blobNames(digest), manifest_size/* MAX_MANIFEST_BYTES */.ZJ);
    if (!bytes)
        return undefined;
    (0,encoded/* verifyDigest */.Ub)(bytes, digest);
    const mediaType = (0,media_types/* isManifestMediaType */.CM)(givenType) ? givenType : mediaTypeOf(bytes);
    if (mediaType)
        return (0,encoded/* decodeManifest */.MK)(bytes, { mediaType, digest, size: bytes.length });
    throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', `${digest} is a blob, not a manifest`, {
        advice: 'Name the manifest of the image or artifact, not one of its files.',
    });
}
/** Stores the manifest's exact bytes. Throws DIGEST_INVALID if they are not the descriptor's. */
async function writeManifest(root, manifest) {
    const { mediaType } = manifest.descriptor;
    const content = contentOfBytes(manifest.bytes, mediaType);
    await writeBlob(root, { ...content, descriptor: manifest.descriptor });
}
/**
 * Throws MANIFEST_BLOB_UNKNOWN unless the layout has what the manifest consists of. The manifests
 * of an index may be elsewhere (image-spec v1.1.1, Image Layout, Blobs).
 */
async function requireBlobs(root, manifest) {
    const config = manifest.kind === 'image' ? [manifest.config] : [];
    for (const blob of [...config, ...(0,oci_manifest/* filesOf */.R8)(manifest)]) {
        if (await hasBlob(root, blob))
            continue;
        throw new oci_error/* OciError */.Mf('MANIFEST_BLOB_UNKNOWN', `the manifest needs the blob ${blob.digest}, which the layout does not have`);
    }
}
function mediaTypeOf(bytes) {
    const value = (0,oci_json/* parseJson */.qF)(bytes);
    if (!(0,oci_json/* isObject */.Gv)(value))
        return undefined;
    const { mediaType, manifests, config, layers } = value;
    if (typeof mediaType === 'string')
        return (0,media_types/* isManifestMediaType */.CM)(mediaType) ? mediaType : undefined;
    if (Array.isArray(manifests))
        return media_types/* OCI_IMAGE_INDEX */.f4;
    return (0,oci_json/* isObject */.Gv)(config) && Array.isArray(layers) ? media_types/* OCI_IMAGE_MANIFEST */.au : undefined;
}

;// CONCATENATED MODULE: ./lib/oci/referrers-index.js






/**
 * Returns the index that lists the referrers besides what it listed before, or undefined if it
 * lists them all already. What was there stays, in its order, with properties that this client does
 * not know; only empty entries are dropped (distribution-spec v1.1.1, Pushing Manifests with Subject).
 *
 * Throws LIMIT_EXCEEDED if the index would be larger than registries take.
 */
function addToReferrersIndex(before, referrers) {
    const document = before ? rawIndex(before) : emptyIndex;
    const entries = document.manifests.filter((entry) => !(0,oci_descriptor/* isEmptyDescriptor */.RT)(entry));
    const listed = new Set(entries.map((entry) => ((0,oci_json/* isObject */.Gv)(entry) ? entry['digest'] : undefined)));
    const missing = new Map(referrers
        .filter(({ descriptor }) => !listed.has(descriptor.digest))
        .map((referrer) => [referrer.descriptor.digest, referrerEntry(referrer)]));
    if (missing.size === 0)
        return undefined;
    const manifests = [...entries, ...missing.values()];
    const { bytes, descriptor } = (0,encoded/* encodeJson */.Pr)({ ...document, manifests });
    (0,manifest_size/* requirePushable */.We)(bytes, 'the list of referrers', 'Remove referrers that are no longer needed, or use a registry with the referrers API.');
    return (0,encoded/* decodeManifest */.MK)(bytes, descriptor);
}
/** Returns how a list names the referrer: its type and its annotations besides the descriptor. */
function referrerEntry({ value, descriptor }) {
    const artifactType = (0,oci_manifest/* artifactTypeOf */.Gh)(value);
    return {
        mediaType: descriptor.mediaType,
        digest: descriptor.digest,
        size: descriptor.size,
        ...(value.annotations && { annotations: value.annotations }),
        ...(artifactType && { artifactType }),
    };
}
const emptyIndex = { schemaVersion: 2, mediaType: media_types/* OCI_IMAGE_INDEX */.f4, manifests: [] };
/** The index as its bytes say it, not only what this client knows of it. */
function rawIndex({ bytes }) {
    const raw = JSON.parse(new TextDecoder().decode(bytes));
    return { ...raw, mediaType: media_types/* OCI_IMAGE_INDEX */.f4, manifests: (0,oci_json/* arrayOrEmpty */.cX)(raw, 'manifests', 'index') };
}

;// CONCATENATED MODULE: ./lib/oci/referrers-tag.js

/**
 * Returns the tag that lists the referrers of the digest where a registry has no referrers API:
 * the algorithm cut to 32 and the encoded part to 64 characters, joined by `-`, what a tag cannot
 * hold replaced by `-` (distribution-spec, Referrers Tag Schema).
 */
function referrersTag(digest) {
    const [algorithm, encoded] = (0,oci_digest/* splitDigest */.vo)(digest);
    return `${algorithm.slice(0, 32)}-${encoded.slice(0, 64)}`.replace(/[^A-Za-z0-9._-]/g, '-');
}

;// CONCATENATED MODULE: ./lib/repository/referrers.js
/** Returns one list of all, each digest once with every source it was found in, in order of first sight. */
function mergeReferrers(lists) {
    const merged = new Map();
    for (const referrer of lists.flat()) {
        const seen = merged.get(referrer.descriptor.digest);
        const sources = [...new Set([...(seen?.sources ?? []), ...referrer.sources])];
        merged.set(referrer.descriptor.digest, {
            descriptor: seen?.descriptor ?? referrer.descriptor,
            sources,
        });
    }
    return [...merged.values()];
}

;// CONCATENATED MODULE: ./lib/layout/reachable.js





/** As many as are discovered of an image: a layout with more is an attack or a mistake. */
const MAX_MANIFESTS = 20_000;
/** Reading small files gains nothing from more. */
const READS_AT_ONCE = 8;
/** Returns the manifests of the layout by subject; each is read once, as its digest says what it is. */
function createReachable(root) {
    const known = new Map();
    let last;
    async function linksOf({ digest }) {
        const links = known.get(digest) ?? (await readLinks(root, digest));
        if (links)
            known.set(digest, links);
        return links ?? { next: [] };
    }
    return {
        async referrersOf(index, subject) {
            if (last?.index !== index)
                last = { index, bySubject: walk(index, linksOf) };
            return (await last.bySubject).get(subject) ?? [];
        },
    };
}
async function walk(index, linksOf) {
    const seen = new Set();
    const bySubject = new Map();
    let level = index.entries.map(({ descriptor }) => descriptor);
    while (level.length > 0) {
        const unseen = new Map();
        for (const descriptor of level) {
            const isNew = (0,media_types/* isManifestMediaType */.CM)(descriptor.mediaType) && !seen.has(descriptor.digest);
            if (isNew)
                unseen.set(descriptor.digest, descriptor);
            seen.add(descriptor.digest);
        }
        if (seen.size > MAX_MANIFESTS)
            throw tooMany();
        const links = await mapConcurrently([...unseen.values()], READS_AT_ONCE, linksOf);
        for (const { subject, entry } of links.flatMap(({ referrer }) => referrer ?? [])) {
            const entries = bySubject.get(subject) ?? [];
            entries.push(entry);
            bySubject.set(subject, entries);
        }
        level = links.flatMap(({ next }) => next);
    }
    return bySubject;
}
/** The type is what the manifest says of itself: a subject may be named under any. */
async function readLinks(root, digest) {
    try {
        const manifest = await readManifest(root, digest);
        if (!manifest)
            return undefined;
        const { subject } = manifest.value;
        return {
            ...(subject && { referrer: { subject: subject.digest, entry: referrerEntry(manifest) } }),
            next: [...childrenOf(manifest.value), ...(subject ? [subject] : [])],
        };
    }
    catch (cause) {
        if ((0,oci_error/* hasCode */.up)(cause, 'MANIFEST_UNKNOWN'))
            return undefined;
        if (!(cause instanceof oci_error/* OciError */.Mf))
            throw cause;
        throw new oci_error/* OciError */.Mf(cause.code, `the layout's manifest ${digest} cannot be read, so what it refers to is not known: ${cause.message}`, { cause, ...(cause.advice !== undefined && { advice: cause.advice }) });
    }
}
function childrenOf(manifest) {
    return manifest.kind === 'index' ? manifest.manifests : [];
}
function tooMany() {
    return new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `the layout has more than ${MAX_MANIFESTS} manifests`, {
        advice: 'Split it: a layout is read as a whole to find what refers to an image.',
    });
}

;// CONCATENATED MODULE: ./lib/layout/referrers.js









/**
 * Returns the referrers in a layout. The image specification does not say how a layout lists them,
 * so both ways in use are read and written: oras finds a manifest that can be reached from
 * `index.json`, and pulls it by digest only if it is an entry there; regctl looks only at the index
 * that the referrers tag names (oras 1.3.6 and regctl 0.11.7, tried).
 */
function createLayoutReferrers(root, file) {
    const reachable = createReachable(root);
    async function list({ digest }) {
        const index = await file.read();
        const naming = await reachable.referrersOf(index, digest);
        const tagged = await readTagIndex(root, index, digest);
        const claimed = tagged?.value.kind === 'index' ? tagged.value.manifests : [];
        return mergeReferrers([asReferrers(naming), asReferrers(claimed)]);
    }
    async function ensureListed(subject, referrers) {
        await requireReferrers(root, subject, referrers);
        await file.update((index) => addReferrers(root, index, subject.digest, referrers));
        const listed = await list(subject);
        const digests = new Set(listed.map(({ descriptor }) => descriptor.digest));
        const missing = referrers.find(({ descriptor }) => !digests.has(descriptor.digest));
        if (!missing)
            return { via: 'oci-layout', referrers: listed };
        throw new oci_error/* OciError */.Mf('NOT_LISTED', `${missing.descriptor.digest} was written to index.json, but is no longer listed there`, { advice: 'Another program wrote to the layout at the same time; run the job again.' });
    }
    return { list, ensureListed };
}
/** Lists the referrers in both ways, in one write of `index.json`. */
async function addReferrers(root, index, subject, referrers) {
    const tag = referrersTag(subject);
    const before = await readTagIndex(root, index, subject);
    const tagIndex = addToReferrersIndex(before && asImageIndex(before, tag), referrers);
    const listed = withEntries(index, referrers.map(entryOfReferrer));
    if (!tagIndex)
        return listed;
    await writeManifest(root, tagIndex);
    return withTag(listed, tagIndex.descriptor, tag, 'drop');
}
/**
 * What the subject's referrers tag names (distribution-spec v1.1.1, Referrers Tag Schema). Its
 * absence cannot be passed over, as that of other manifests can: it may list what nothing else does.
 */
async function readTagIndex(root, index, subject) {
    const [entry] = taggedExactly(index, referrersTag(subject));
    if (!entry)
        return undefined;
    const manifest = await readManifest(root, entry.digest, entry.mediaType);
    if (manifest)
        return manifest;
    throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', `the layout's list of referrers of ${subject} is missing: ${entry.digest}`, { advice: 'Copy the whole layout, with all of its blobs.' });
}
function asImageIndex(manifest, tag) {
    const { value, bytes, descriptor } = manifest;
    if (value.kind === 'index')
        return { value, bytes, descriptor };
    throw new oci_error/* OciError */.Mf('MANIFEST_INVALID', `the layout's tag ${tag} names ${descriptor.digest}, which is not a list of referrers`, { advice: 'Give what the tag names another tag: this one is for the list of referrers.' });
}
async function requireReferrers(root, subject, referrers) {
    for (const { value, descriptor } of referrers) {
        if (value.subject?.digest !== subject.digest) {
            throw new oci_error/* OciError */.Mf('MANIFEST_INVALID', `${descriptor.digest} does not refer to ${subject.digest}`);
        }
        if (!(await hasBlob(root, descriptor))) {
            throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', `the layout has no manifest ${descriptor.digest}`);
        }
    }
}
function entryOfReferrer({ value, descriptor }) {
    const artifactType = (0,oci_manifest/* artifactTypeOf */.Gh)(value);
    return { ...descriptor, ...(artifactType && { artifactType }) };
}
function asReferrers(descriptors) {
    return descriptors.map((descriptor) => ({ descriptor, sources: ['oci-layout'] }));
}

;// CONCATENATED MODULE: ./lib/layout/repository.js










/** Writers hold the lock for milliseconds: whoever waits this long waits for nobody. */
const LOCK_WAIT_MS = 30_000;
/**
 * Manifests and blobs read or written at once, each with up to two open files: macOS lets a process
 * have 256 (launchctl limit), and a disk gains nothing from more.
 */
const repository_FILES_AT_ONCE = 32;
/** As many tags or digests as are helpful in an error. */
const MAX_SHOWN = 5;
/**
 * Returns the OCI image layout in the directory (image-spec v1.1.1, Image Layout).
 * Throws LAYOUT_INVALID if there is none, or one of a version other than 1.0.0.
 */
async function openLayout(path, options) {
    const root = (0,external_node_path_.resolve)(path);
    const file = createIndexFile(root, options.lockWaitMs ?? LOCK_WAIT_MS);
    await requireLayout(root);
    await file.read();
    const lists = createLayoutReferrers(root, file);
    const limited = createLimit(repository_FILES_AT_ONCE);
    const writer = options.access === 'write' ? writerTo(root, file, lists) : refusingWriter(root);
    return {
        name: (0,oci_reference/* formatRepository */.Sh)({ kind: 'oci-layout', path }),
        async resolve(target) {
            const index = await file.read();
            const { digest, mediaType } = 'tag' in target
                ? soleTagged(index, target.tag)
                : { ...entryOf(index, target.digest), digest: target.digest };
            return (await fetchManifest(root, file, digest, mediaType)).descriptor;
        },
        fetchManifest: ({ digest, mediaType }) => limited(() => fetchManifest(root, file, digest, mediaType)),
        findTagged: (tag) => limited(() => findTagged(root, file, tag)),
        fetchBlob: (target) => readBlob(root, target),
        hasBlob: (target) => hasBlob(root, target),
        listReferrers: (subject) => limited(() => lists.list(subject)),
        listOrasReferrers: async () => [],
        pushBlob: (content) => limited(() => writer.pushBlob(content)),
        pushManifest: (manifest, tag) => limited(() => writer.pushManifest(manifest, tag)),
        ensureListed: writer.ensureListed,
    };
}
function writerTo(root, file, lists) {
    return {
        pushBlob: (content) => writeBlob(root, content),
        async pushManifest(manifest, tag) {
            await requireBlobs(root, manifest.value);
            await writeManifest(root, manifest);
            const { descriptor } = manifest;
            if (tag !== undefined)
                await file.update((index) => withTag(index, descriptor, tag));
            // A referrer gets its entry with the others of its batch, when it is listed.
            else if (!manifest.value.subject)
                await file.update((index) => withEntries(index, [descriptor]));
        },
        ensureListed: (subject, referrers) => lists.ensureListed(subject, referrers),
    };
}
function refusingWriter(root) {
    const refuse = async () => {
        throw new oci_error/* OciError */.Mf('DENIED', `${root} was opened for reading`);
    };
    return { pushBlob: refuse, pushManifest: refuse, ensureListed: refuse };
}
async function fetchManifest(root, file, digest, mediaType) {
    const manifest = await readManifest(root, digest, mediaType);
    if (manifest)
        return manifest;
    const what = `the layout has no manifest ${digest}`;
    throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', what, { advice: adviceOnTags(await file.read()) });
}
async function findTagged(root, file, tag) {
    const index = await file.read();
    if (taggedExactly(index, tag).length === 0)
        return undefined;
    const { digest, mediaType } = soleTagged(index, tag);
    return fetchManifest(root, file, digest, mediaType);
}
/** Several platforms' manifests may share a tag: oras takes the last, regctl the first. */
function soleTagged(index, tag) {
    const entries = tagged(index, tag);
    const [first] = entries;
    if (!first) {
        const what = `the layout has no tag ${JSON.stringify(tag)}`;
        throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', what, { advice: adviceOnTags(index) });
    }
    const digests = new Set(entries.map(({ digest }) => digest));
    if (digests.size === 1)
        return first;
    const what = `${digests.size} manifests in the layout have the tag ${tag}`;
    const some = [...digests].slice(0, MAX_SHOWN).join(', ');
    const advice = `Name the one that is meant by its digest: ${some}.`;
    throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', what, { advice });
}
function adviceOnTags(index) {
    const tags = tagsOf(index).filter((tag) => !isOfEvidence(tag));
    if (tags.length === 0)
        return 'The layout has no tags: name a manifest by its digest.';
    const more = tags.length > MAX_SHOWN ? ` and ${tags.length - MAX_SHOWN} more` : '';
    return `Its tags are ${tags.slice(0, MAX_SHOWN).join(', ')}${more}.`;
}
/** A referrers tag or one of cosign's is not what a user is looking for. */
function isOfEvidence(tag) {
    return /^sha(256|512)-[0-9a-f]{64}(?:\.(?:sig|att|sbom))?$/.test(tag);
}

;// CONCATENATED MODULE: ./lib/registry/endpoint.js

/**
 * Returns the API's address of a reference: HTTPS, or plain HTTP where it is asked for or, by
 * default, on loopback, where nobody can listen in.
 */
function endpointOf({ registry, repository }, plainHttp) {
    const host = registry === docker_hub/* dockerHub */.U.registry ? docker_hub/* dockerHub */.U.apiHost : registry;
    const isPlain = plainHttp === 'auto' ? isLoopback(host) : plainHttp;
    return { registry, repository, origin: new URL(`${isPlain ? 'http' : 'https'}://${host}/`) };
}
/** Tells whether `host[:port]` is `localhost`, in 127.0.0.0/8, or `[::1]`. */
function isLoopback(host) {
    const name = host.replace(/:\d+$/, '');
    return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
/** Returns where a manifest is read and pushed (distribution-spec v1.1.1, Endpoints, as all below). */
function manifestUrl(endpoint, tagOrDigest) {
    return url(endpoint, `manifests/${tagOrDigest}`);
}
/** Returns where a blob is read. */
function blobUrl(endpoint, digest) {
    return url(endpoint, `blobs/${digest}`);
}
/** Returns where an upload begins. */
function uploadsUrl(endpoint) {
    return url(endpoint, 'blobs/uploads/');
}
/** Returns where the referrers of the subject are listed. */
function referrersUrl(endpoint, subject) {
    return url(endpoint, `referrers/${subject}`);
}
/**
 * Returns where ORAS lists the referrers of the subject, since its artifacts-spec 1.0.0-rc.1
 * (oras-project/artifacts-spec, manifest-referrers-api.md).
 */
function orasReferrersUrl(endpoint, subject) {
    const list = url(endpoint, '_oras/artifacts/referrers');
    list.searchParams.set('digest', subject);
    return list;
}
/** Returns where ORAS listed them in draft.1, outside of the registry's own paths. */
function orasDraftReferrersUrl({ origin, repository }, subject) {
    return new URL(`/oras/artifacts/v1/${repository}/manifests/${subject}/referrers`, origin);
}
/** Returns where a registry lists its extensions (distribution-spec, extensions/_oci.md). */
function extensionsUrl(endpoint) {
    return url(endpoint, '_oci/ext/discover');
}
/**
 * Returns the URL with the digest added to its query, which is kept to the letter: it may hold
 * state that the registry has signed.
 */
function withDigest(location, digest) {
    const href = location.href.replace(/#.*$/, '');
    const separator = href.includes('?') ? '&' : '?';
    return new URL(`${href}${separator}digest=${encodeURIComponent(digest)}`);
}
function url({ origin, repository }, route) {
    return new URL(`/v2/${repository}/${route}`, origin);
}

;// CONCATENATED MODULE: ./lib/transport/redact.js
/**
 * Returns method, scheme, host and path of a request, for logs and messages. The query and user
 * information are left out: they hold presigned signatures and upload state (GHSA-5jhf-2qmf-m8c5).
 */
function describeRequest({ method, url }) {
    return `${method} ${withoutSecrets(url)}`;
}
/** Returns scheme, host and path of a URL. */
function withoutSecrets({ origin, pathname }) {
    return `${origin}${pathname}`;
}

;// CONCATENATED MODULE: ./lib/transport/body.js


/** What is read of a body nobody wants, to keep its connection; it is closed on a longer one. */
const DISCARD_BYTES = 64 * 1024;
/**
 * Returns the whole body. Throws LIMIT_EXCEEDED if it is longer than `limit` bytes, without reading
 * on, and what the connection throws.
 */
async function readBody(response, limit) {
    const { bytes, isWhole } = await readStart(response, limit);
    if (isWhole)
        return bytes;
    throw new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `the answer to ${describeRequest(response)} is longer than ${limit} bytes`, { status: response.status });
}
/** Returns up to `limit` bytes of the body, and whether that is all of it. */
async function readStart(response, limit) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > limit)
            break;
    }
    return { bytes: Buffer.concat(chunks).subarray(0, limit), isWhole: size <= limit };
}
/** Frees the connection of an answer whose body is of no interest; never throws. */
async function discardBody(response) {
    try {
        await readStart(response, DISCARD_BYTES);
    }
    catch {
        response.body.destroy();
    }
}

;// CONCATENATED MODULE: ./lib/transport/printable.js
/**
 * Control characters (with the escape that starts a terminal sequence), line and paragraph
 * separators, and the format characters that reorder or hide text.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/**
 * Returns text of a foreign hand as one line of at most `limit` characters that a message can
 * quote. Escaping for the place where it is shown is up to whoever shows it.
 */
function printable(text, limit) {
    const line = text.replace(unprintable, ' ').replace(/ {2,}/g, ' ').trim();
    return line.length > limit ? `${line.slice(0, limit).trimEnd()}…` : line;
}

;// CONCATENATED MODULE: ./lib/transport/complaints.js



/** What is read of a failure's body: words for a message, not a page. */
const MAX_BODY_BYTES = 8 * 1024;
const MAX_COMPLAINTS = 3;
const MAX_CODE_LENGTH = 60;
const MAX_TEXT_LENGTH = 300;
/** Returns what the answer says; a body that is broken or too long does not hide its status. */
async function readComplaints(response) {
    try {
        return complaintsOf((await readStart(response, MAX_BODY_BYTES)).bytes);
    }
    catch {
        return [];
    }
}
/**
 * Returns what the body of a failure says, fit to be quoted; never throws. That is the errors of the
 * distribution specification (v1.1.1, Error Codes), as registries write them: without a code
 * (Artifactory), with an object as message (Cloudsmith) or anything as detail; the `error`,
 * `message` or `details` of token services; plain text. A web page says nothing.
 */
function complaintsOf(body) {
    const text = new TextDecoder().decode(body);
    const json = complaints_parseJson(text);
    if (json === undefined)
        return /^\s*(?:<|$)/.test(text) ? [] : [complaint('', text)];
    const errors = (0,oci_json/* isObject */.Gv)(json) && Array.isArray(json['errors']) ? json['errors'] : [json];
    return errors
        .slice(0, MAX_COMPLAINTS)
        .map((error) => ((0,oci_json/* isObject */.Gv)(error) ? ofObject(error) : complaint('', wordsOf(error))))
        .filter(({ code, text }) => code !== '' || text !== '');
}
/** Returns the complaints as one phrase, `CODE: text; CODE: text`. */
function quote(complaints) {
    return complaints
        .map(({ code, text }) => [code, text].filter((part) => part !== '').join(': '))
        .join('; ');
}
function ofObject(error) {
    const text = error['message'] ?? error['error_description'] ?? error['details'] ?? error['error'];
    const detail = wordsOf(error['detail']);
    const words = wordsOf(text);
    const isNew = detail !== '' && !words.includes(detail);
    const code = typeof error['code'] === 'string' ? error['code'] : '';
    return complaint(code, isNew ? `${words} (${detail})` : words);
}
function complaint(code, text) {
    return { code: printable(code, MAX_CODE_LENGTH), text: printable(text, MAX_TEXT_LENGTH) };
}
function wordsOf(value) {
    if (value === undefined || value === null)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function complaints_parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/transport/access-advice.js
/**
 * Returns what to do about a 401 or 403: which permission the registry wants for reading or
 * writing, in its own terms, and whose credential was sent.
 */
function accessAdvice(refusal) {
    const { host, credentialSource, words } = refusal;
    if (/expired/i.test(words) && credentialSource) {
        return `The credentials from ${credentialSource} have expired: log in to ${host} again, in this job.`;
    }
    const permission = permissionOf(refusal);
    return credentialSource
        ? `The credentials from ${credentialSource} were sent: if they are right, ${permission}`
        : `No credentials were sent: log in to ${host} first (docker login, docker/login-action), or give username and password; ${permission}`;
}
function permissionOf({ host, isWrite }) {
    const [, reading, writing] = permissions.find(([pattern]) => pattern.test(host)) ?? otherPermissions;
    return isWrite ? writing : reading;
}
const permissions = [
    [
        /^ghcr\.io$/,
        'the job needs `permissions: packages: read`, and the package must give the repository access (package settings, Manage Actions access).',
        'the job needs `permissions: packages: write`, and the package must give the repository the role Write (package settings, Manage Actions access). A workflow run from a fork can only read.',
    ],
    [
        /(?:^|\.)docker\.io$/,
        'the access token needs the permission Read.',
        'the access token needs the permission Read & Write, and the account must be allowed to push to the repository.',
    ],
    [
        /\.dkr[.-]ecr[.-]|^public\.ecr\.aws$/,
        'the role needs ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:BatchCheckLayerAvailability.',
        'the role needs ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage, ecr:BatchCheckLayerAvailability and ecr:BatchGetImage.',
    ],
    [
        /(?:^|[.-])(?:pkg\.dev|gcr\.io)$/,
        'the account needs the role roles/artifactregistry.reader on the repository.',
        'the account needs the role roles/artifactregistry.writer on the repository.',
    ],
    [
        /\.azurecr\.(?:io|cn|us)$/,
        'the identity needs the role AcrPull, a token the permissions content/read and metadata/read.',
        'the identity needs the role AcrPush, a token the permissions content/write, content/read and metadata/read.',
    ],
    [
        /^registry\.gitlab\.com$/,
        'the token needs the scope read_registry.',
        'the token needs the scopes read_registry and write_registry, and the role Developer.',
    ],
];
const otherPermissions = [
    /./,
    'the account needs the permission to pull from the repository.',
    'the account needs the permission to push to the repository, and the repository or project must exist.',
];

;// CONCATENATED MODULE: ./lib/transport/failure-advice.js

/** Returns what to do about an answer that failed with the code and the registry's words, if anything. */
function adviceOn(code, response, words) {
    const { status, method, url, credentialSource } = response;
    if (code === 'UNAUTHORIZED' || code === 'DENIED') {
        const isWrite = method !== 'GET' && method !== 'HEAD';
        return accessAdvice({ host: url.host, isWrite, credentialSource, words });
    }
    if (code === 'TAG_IMMUTABLE')
        return IMMUTABLE;
    if (code === 'TOOMANYREQUESTS') {
        return credentialSource
            ? 'Wait until the limit is reset, or lower concurrency.'
            : 'Log in, which raises the limit, or wait until it is reset.';
    }
    if (status === 413 || /too large|exceed/i.test(words))
        return TOO_LARGE;
    if (status === 404) {
        return `Check the name, and that it exists.${credentialSource ? '' : ' Without credentials, a private repository seems absent too.'}`;
    }
    if (wantsHttps(response, words))
        return HTTPS;
    if (status >= 500)
        return 'The registry failed; try again later, or ask its operator.';
    return undefined;
}
/** The answer to HEAD has no body that would say so. */
function wantsHttps({ status, method, url }, words) {
    const isSilent = status === 400 && method === 'HEAD' && url.protocol === 'http:';
    return isSilent || /HTTP request.*HTTPS/i.test(words);
}
/** A loopback registry is taken to use plain HTTP, whether or not plain-http is set. */
const HTTPS = 'If the registry uses HTTPS on this port, set plain-http to false.';
const IMMUTABLE = 'The repository does not let a tag be overwritten: exempt tags that begin with sha256- from that rule, since referrers are listed there.';
const TOO_LARGE = 'That is more than the registry takes: attach fewer or smaller files, or shorter annotations.';

;// CONCATENATED MODULE: ./lib/transport/errors.js




/**
 * Waits until an answer with another than the expected statuses is read, and throws it as an
 * OciError that names method, host and path, the status, the registry's own code and words, whose
 * credential was sent and what to do. The body of an expected answer is left alone.
 *
 * The code is the registry's, if it is one of the specification's and the status does not say it
 * all; but only a 404 means that something is absent, whatever another answer claims. TAG_IMMUTABLE
 * is what registries say in four ways (Amazon ECR 400 TAG_INVALID, Quay 409 TAG_IMMUTABLE, Harbor
 * 412 PRECONDITION, others in words).
 */
async function expectStatus(response, statuses, { absent }) {
    if (!statuses.includes(response.status))
        throw await failureOf(response, absent);
}
async function failureOf(response, absent) {
    const { status } = response;
    const complaints = await readComplaints(response);
    const code = codeOf(response, complaints, absent);
    const words = quote(complaints);
    const advice = adviceOn(code, response, words);
    return new oci_error/* OciError */.Mf(code, `${describeRequest(response)} was answered ${status}${words && `: ${words}`}`, { status, ...(advice && { advice }) });
}
/** What these statuses mean, whatever the body says. */
const meaning = new Map([
    [401, 'UNAUTHORIZED'],
    [403, 'DENIED'],
    [408, 'TIMEOUT'],
    [429, 'TOOMANYREQUESTS'],
]);
/** What a status means where the body has no code that fits. */
const otherwise = new Map([
    [405, 'UNSUPPORTED'],
    [413, 'SIZE_INVALID'],
]);
function codeOf(response, complaints, absent) {
    const { status } = response;
    if (forbidsOverwriting(response, complaints))
        return 'TAG_IMMUTABLE';
    const known = meaning.get(status);
    if (known)
        return known;
    if (status < 400 || status >= 500)
        return 'RESPONSE_INVALID';
    const stated = complaints.map(({ code }) => code).find(isSpecErrorCode);
    if (status === 404) {
        const isMoreExact = stated === 'NAME_UNKNOWN' || (stated && !absences.includes(stated));
        return isMoreExact ? stated : absent;
    }
    if (stated && !absences.includes(stated))
        return stated;
    return otherwise.get(status) ?? 'RESPONSE_INVALID';
}
const absences = [
    'BLOB_UNKNOWN',
    'BLOB_UPLOAD_UNKNOWN',
    'MANIFEST_UNKNOWN',
    'NAME_UNKNOWN',
];
const specErrorCodes = [
    ...absences,
    'BLOB_UPLOAD_INVALID',
    'DIGEST_INVALID',
    'MANIFEST_BLOB_UNKNOWN',
    'MANIFEST_INVALID',
    'NAME_INVALID',
    'SIZE_INVALID',
    'UNAUTHORIZED',
    'DENIED',
    'UNSUPPORTED',
    'TOOMANYREQUESTS',
];
function isSpecErrorCode(code) {
    return specErrorCodes.includes(code);
}
function forbidsOverwriting({ method, status }, complaints) {
    return (method === 'PUT' &&
        status >= 400 &&
        status < 500 &&
        complaints.some(({ code, text }) => code === 'TAG_IMMUTABLE' ||
            (code === 'TAG_INVALID' && status === 400) ||
            (code === 'PRECONDITION' && status === 412) ||
            /immutab/i.test(text)));
}

;// CONCATENATED MODULE: ./lib/registry/blobs.js




/** A blob up to this size is read as a whole, so that it is tried again if the connection breaks. */
const WHOLE_BLOB_BYTES = 4 * 1024 * 1024;
/** Tells whether the repository has the blob. Throws UNAUTHORIZED or DENIED. */
async function headBlob(session, { digest }) {
    const response = await session.send({
        method: 'HEAD',
        url: blobUrl(session.endpoint, digest),
        redirects: 'follow',
    });
    await expectStatus(response, [200, 404], { absent: 'BLOB_UNKNOWN' });
    await discardBody(response);
    return response.status === 200;
}
/** Returns the blob's bytes as a stream that fails unless they are its own. Throws BLOB_UNKNOWN. */
async function getBlob(session, target) {
    const response = await session.send({
        method: 'GET',
        url: blobUrl(session.endpoint, target.digest),
        redirects: 'follow',
        ...(target.size <= WHOLE_BLOB_BYTES && { wholeBody: WHOLE_BLOB_BYTES }),
    });
    await expectStatus(response, [200], { absent: 'BLOB_UNKNOWN' });
    return verifiedStream(response.body, target);
}

;// CONCATENATED MODULE: ./lib/transport/http.js
/** Returns the first value of a header, or undefined. */
function header(response, name) {
    return response.headers.get(name)?.[0];
}

;// CONCATENATED MODULE: ./lib/registry/manifests.js











/**
 * Returns the manifest at the tag or digest, exactly as stored. GET and not HEAD: the digest and
 * the size are taken from the bytes, for a HEAD's Content-Length may be another (Harbor's
 * compression, oras-project/oras-go#1177) and Docker-Content-Digest is a claim.
 *
 * Throws MANIFEST_UNKNOWN or NAME_UNKNOWN if there is none, DIGEST_INVALID if the bytes are not
 * the digest's, MANIFEST_INVALID, LIMIT_EXCEEDED, UNAUTHORIZED or DENIED.
 */
async function getManifest(session, target) {
    const tagOrDigest = 'digest' in target ? target.digest : target.tag;
    const response = await session.send({
        method: 'GET',
        url: manifestUrl(session.endpoint, tagOrDigest),
        headers: { accept: media_types/* MANIFEST_MEDIA_TYPES */.$T.join(', ') },
        redirects: 'follow',
        wholeBody: manifest_size/* MAX_MANIFEST_BYTES */.ZJ,
    });
    await expectStatus(response, [200], { absent: 'MANIFEST_UNKNOWN' });
    const bytes = await readBody(response, manifest_size/* MAX_MANIFEST_BYTES */.ZJ);
    const digest = 'digest' in target ? target.digest : digestOfTagged(response, bytes);
    (0,encoded/* verifyDigest */.Ub)(bytes, digest);
    const mediaType = manifests_mediaTypeOf(response, bytes);
    return (0,encoded/* decodeManifest */.MK)(bytes, { mediaType, digest, size: bytes.length });
}
/**
 * Returns the manifest at the tag, or undefined if the registry says that there is none; everything
 * else is thrown as the error that it is.
 */
async function findManifest(session, tag) {
    try {
        return await getManifest(session, { tag });
    }
    catch (error) {
        if ((0,oci_error/* hasCode */.up)(error, 'MANIFEST_UNKNOWN', 'NAME_UNKNOWN'))
            return undefined;
        throw error;
    }
}
/**
 * Stores the manifest's exact bytes under its digest or the tag.
 * Throws MANIFEST_INVALID, MANIFEST_BLOB_UNKNOWN, TAG_IMMUTABLE, DENIED or UNAUTHORIZED.
 */
async function putManifest(session, { bytes, descriptor }, tag) {
    const response = await session.send({
        method: 'PUT',
        url: manifestUrl(session.endpoint, tag ?? descriptor.digest),
        headers: { 'content-type': descriptor.mediaType },
        body: { size: bytes.length, open: () => external_node_stream_.Readable.from([bytes], { objectMode: false }) },
    });
    await expectStatus(response, [200, 201, 202, 204], { absent: 'NAME_UNKNOWN' });
    await discardBody(response);
}
/** A tag's digest is the registry's word for it only as far as its algorithm goes. */
function digestOfTagged(response, bytes) {
    const stated = header(response, 'docker-content-digest');
    if (stated === undefined || !(0,oci_digest/* isDigest */.Bc)(stated))
        return (0,oci_digest/* digestOf */.ol)(bytes);
    return (0,oci_digest/* digestOf */.ol)(bytes, (0,oci_digest/* algorithmOf */.Hy)(stated)) === stated ? stated : mismatch(stated, bytes);
}
function mismatch(stated, bytes) {
    throw new oci_error/* OciError */.Mf('DIGEST_INVALID', `the registry says that the manifest is ${stated}, but its bytes are ${(0,oci_digest/* digestOf */.ol)(bytes, (0,oci_digest/* algorithmOf */.Hy)(stated))}`, { advice: 'The registry, or something between, altered the content: do not trust it.' });
}
/** The Content-Type without parameters, else, where that names no manifest, what the body says. */
function manifests_mediaTypeOf(response, bytes) {
    const contentType = (0,media_types/* withoutParameters */.nM)(header(response, 'content-type') ?? '');
    if ((0,media_types/* isManifestMediaType */.CM)(contentType))
        return contentType;
    const stated = statedMediaType(bytes);
    return stated ?? (contentType || 'application/octet-stream');
}
function statedMediaType(bytes) {
    const value = (0,oci_json/* parseJson */.qF)(bytes);
    return (0,oci_json/* isObject */.Gv)(value) && typeof value['mediaType'] === 'string' ? value['mediaType'] : undefined;
}

;// CONCATENATED MODULE: ./lib/registry/link.js

/**
 * Returns the URL of the next page that the Link headers name, resolved against the page's own URL,
 * or undefined on the last page. Only `rel="next"` counts; registries write it without quotes
 * (olareg) and without angle brackets (Cloudflare's catalog), and other relations beside it.
 *
 * Throws RESPONSE_INVALID for a target outside the list that was asked for: following it would let
 * the answer choose what is requested next (distribution-spec v1.1.1, Listing Referrers; RFC 8288).
 */
function nextPage(links, page) {
    for (const link of links.flatMap(splitLinks)) {
        const [, bracketed, bare, parameters] = grammar.exec(link) ?? [];
        const target = bracketed ?? bare;
        if (target === undefined || !relatesToNext(parameters ?? ''))
            continue;
        const next = URL.parse(target, page.href);
        if (next && isOnSameList(next, page))
            return next;
        throw new oci_error/* OciError */.Mf('RESPONSE_INVALID', 'the list goes on at another place, which is not followed', {
            advice: 'The registry, or a proxy before it, names a foreign address in its Link header.',
        });
    }
    return undefined;
}
/** A page names another page of its list, never whom to ask for it as. */
function isOnSameList(next, page) {
    const bringsCredentials = next.username !== '' || next.password !== '';
    return next.origin === page.origin && pathOf(next) === pathOf(page) && !bringsCredentials;
}
/** A digest's colon may be written as `%3A`. */
function pathOf({ pathname }) {
    return pathname.replaceAll(/%3A/gi, ':');
}
const grammar = /^\s*(?:<([^>]*)>|([^\s;<>]+))\s*(;.*)?$/s;
/** Link values are separated by commas; one inside angle brackets or quotes belongs to its value. */
function splitLinks(header) {
    return header.match(/(?:<[^>]*>|"[^"]*"|[^,<"])+/g) ?? [];
}
function relatesToNext(parameters) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    return (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/).includes('next');
}

;// CONCATENATED MODULE: ./lib/registry/pages.js


/** Far beyond any real list; a longer one is endless. */
const MAX_PAGES = 1_000;
const MAX_REFERRERS = 20_000;
/**
 * Returns the whole list that begins with the page. Throws RESPONSE_INVALID if a page leads back to
 * one before it, LIMIT_EXCEEDED beyond MAX_PAGES or MAX_REFERRERS, and whatever `read` throws. An
 * entry may come twice, since a registry that lost its place begins anew (olareg, ORAS 1.0.0-rc).
 */
async function readPages(first, read) {
    const lists = [first.referrers];
    const visited = new Set([first.url.href]);
    let { next } = first;
    while (next) {
        if (visited.has(next.href)) {
            throw new oci_error/* OciError */.Mf('RESPONSE_INVALID', 'the list of referrers goes round in a circle');
        }
        visited.add(next.href);
        if (lists.length >= MAX_PAGES || lists.flat().length > MAX_REFERRERS)
            throw endless();
        const page = await read(next);
        lists.push(page.referrers);
        next = page.next;
    }
    return mergeReferrers(lists);
}
function endless() {
    return new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `the list of referrers has more than ${MAX_PAGES} pages or ${MAX_REFERRERS} entries`);
}

;// CONCATENATED MODULE: ./lib/registry/oras-list.js










/** Sends a GET for JSON, of which ORAS is made; a redirect that leaves the registry is its answer. */
function getJson(session, url) {
    return session.send({
        method: 'GET',
        url,
        headers: { accept: 'application/json' },
        redirects: 'same-origin',
        wholeBody: manifest_size/* MAX_MANIFEST_BYTES */.ZJ,
    });
}
/** Returns the body of an answer if it says that it is JSON and is; undefined for anything else. */
async function readJson(response) {
    if ((0,media_types/* withoutParameters */.nM)(header(response, 'content-type') ?? '') !== 'application/json') {
        await discardBody(response);
        return undefined;
    }
    try {
        const bytes = await readBody(response, manifest_size/* MAX_MANIFEST_BYTES */.ZJ);
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/**
 * Returns every page of the list at the URL, whose first answer is given, or undefined if that is a
 * 200 without a list in it. The list is called `references` or `referrers` and may be null
 * (oras-project/distribution, v0.0.1-alpha to v1.0.0-rc.2).
 *
 * Throws for any other status the error that it is, and as `readPages` does.
 */
async function readOrasList(session, url, first) {
    const page = await readPage(url, first);
    return (page &&
        readPages(page, async (next) => {
            const following = await readPage(next, await getJson(session, next));
            if (following)
                return following;
            throw oras_list_invalid('ends in something that is no list');
        }));
}
async function readPage(url, response) {
    await expectStatus(response, [200], { absent: 'MANIFEST_UNKNOWN' });
    const entries = entriesOf(await readJson(response));
    if (!entries)
        return undefined;
    const referrers = entries.map((entry, at) => ({
        descriptor: (0,oci_descriptor/* parseDescriptor */.BA)(entry, `entry ${at} of the list of referrers`),
        sources: ['oras-referrers'],
    }));
    return { url, referrers, next: nextUrl(url, response) };
}
function entriesOf(body) {
    if (!(0,oci_json/* isObject */.Gv)(body))
        return undefined;
    const lists = [body['references'], body['referrers']];
    const isList = lists.some((list) => Array.isArray(list) || list === null);
    return isList ? lists.flatMap((list) => (Array.isArray(list) ? list : [])) : undefined;
}
/**
 * Only the token is taken from a Link. The rest of the query is ours, and distribution writes it
 * without the escapes that it needs: the `+` of a media type would come back as a space.
 */
function nextUrl(url, response) {
    const link = nextPage(response.headers.get('link') ?? [], response.url);
    if (!link)
        return undefined;
    const token = link.searchParams.get('nextToken');
    if (token === null)
        throw oras_list_invalid('goes on without a nextToken');
    const next = new URL(url);
    next.searchParams.set('nextToken', token);
    return next;
}
function oras_list_invalid(what) {
    return new oci_error/* OciError */.Mf('RESPONSE_INVALID', `the list of referrers by the API of ORAS ${what}`);
}

;// CONCATENATED MODULE: ./lib/registry/oras-referrers.js




/**
 * Since 1.0.0-rc.1, with extensions that can be asked for. Names and shape of what then comes
 * differ, but the path is in all of them.
 */
const extension = {
    url: orasReferrersUrl,
    absentSubject: 200,
    async isServed(session) {
        const response = await getJson(session, extensionsUrl(session.endpoint));
        if (response.status === 200) {
            const extensions = await readJson(response);
            return JSON.stringify([extensions]).includes('_oras/artifacts/referrers');
        }
        await discardBody(response);
        return false;
    },
};
/**
 * draft.1. Its path is not one of the registry's API, and web sites and firewalls refuse such paths
 * in any way they like: only the list itself shows that it is served.
 */
const draft = {
    url: orasDraftReferrersUrl,
    absentSubject: 404,
    isServed: async () => false,
};
/**
 * Returns the ORAS referrers API of the session's repository (oras-project/artifacts-spec), which
 * distribution with ORAS support and Azure Container Registry had before OCI 1.1. The first subject
 * that is asked for must exist: by it both paths are tried, once and together, and the later
 * generation counts if a registry has both. The last generation of all is the referrers API of OCI.
 */
function createOrasReferrers(session) {
    const lists = new Map();
    let trial;
    async function ask(subject, isFirst) {
        trial ??= trySpeaking(session, subject);
        const spoken = await trial;
        if (!spoken)
            return undefined;
        return isFirst && spoken.subject === subject
            ? spoken.referrers
            : listBy(session, spoken.generation, subject);
    }
    function listAgain(subject) {
        const asked = ask(subject, !lists.has(subject));
        lists.set(subject, asked);
        return asked;
    }
    return { list: (subject) => lists.get(subject) ?? listAgain(subject), listAgain };
}
async function trySpeaking(session, subject) {
    const [later, earlier] = await Promise.allSettled([
        tryGeneration(session, extension, subject),
        tryGeneration(session, draft, subject),
    ]);
    if (later.status === 'rejected')
        throw later.reason;
    if (later.value)
        return later.value;
    if (earlier.status === 'rejected')
        throw earlier.reason;
    return earlier.value;
}
async function tryGeneration(session, generation, subject) {
    const url = generation.url(session.endpoint, subject);
    const response = await getJson(session, url);
    const isUnserved = isUnknown(response) || (isRefusal(response) && !(await generation.isServed(session)));
    if (isUnserved) {
        await discardBody(response);
        return undefined;
    }
    const referrers = await readOrasList(session, url, response);
    return referrers && { generation, subject, referrers };
}
async function listBy(session, generation, subject) {
    const url = generation.url(session.endpoint, subject);
    const response = await getJson(session, url);
    if (response.status === 404 && generation.absentSubject === 404) {
        await discardBody(response);
        return [];
    }
    return (await readOrasList(session, url, response)) ?? unspoken(session);
}
function isUnknown({ status }) {
    return status === 404 || status === 405 || (status >= 300 && status < 400);
}
/** Of the client errors, those that do not pass. */
function isRefusal({ status }) {
    return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
function unspoken({ endpoint }) {
    throw new oci_error/* OciError */.Mf('RESPONSE_INVALID', `${endpoint.registry} has the referrers API of ORAS, but denied it for one of the digests in ${endpoint.repository}`);
}

;// CONCATENATED MODULE: ./lib/registry/referrers-api.js











/**
 * Returns every page of what the referrers API lists for the subject, or undefined where the
 * registry has no such API: a 404 or 405, a redirect to another origin (ghcr.io to its web site, a
 * sign-in page) or a 200 that does not call itself one. The OCI-Subject header proves nothing: registries had
 * it without the API (Docker Hub, Amazon ECR in 2024) and have the API without it (Quay, Harbor 2.8).
 *
 * Every other answer is thrown as the error that it is: taken for absence it would split the list
 * and let a proxy hide evidence (distribution-spec v1.1.1, Listing Referrers).
 */
async function listByApi(session, subject) {
    const first = await getPage(session, referrersUrl(session.endpoint, subject));
    if (isUnsupported(first)) {
        await discardBody(first);
        return undefined;
    }
    await expectStatus(first, [200], { absent: 'MANIFEST_UNKNOWN' });
    const index = await readIndex(first);
    return index && readPages(pageOf(first, index), (url) => referrers_api_readPage(session, url));
}
async function referrers_api_readPage(session, url) {
    const response = await getPage(session, url);
    await expectStatus(response, [200], { absent: 'MANIFEST_UNKNOWN' });
    return pageOf(response, (await readIndex(response)) ?? notAnIndex());
}
function pageOf({ url, headers }, index) {
    return { url, referrers: referrers_api_entriesOf(index), next: nextPage(headers.get('link') ?? [], url) };
}
function getPage(session, url) {
    return session.send({
        method: 'GET',
        url,
        headers: { accept: media_types/* OCI_IMAGE_INDEX */.f4 },
        redirects: 'same-origin',
        wholeBody: manifest_size/* MAX_MANIFEST_BYTES */.ZJ,
    });
}
function isUnsupported(response) {
    return response.status === 404 || response.status === 405 || leadsAway(response);
}
/** A redirect within the origin has been followed; of the others only one to another origin is an answer. */
function leadsAway(response) {
    const target = URL.parse(header(response, 'location') ?? '', response.url.href);
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
    return isRedirect && target !== null && target.origin !== response.url.origin;
}
/**
 * Returns the body if it is an index, or undefined if it is something else. Harbor up to 2.9 calls
 * it `application/json`; ocimem writes an empty list as null.
 */
async function readIndex(response) {
    const contentType = (0,media_types/* withoutParameters */.nM)(header(response, 'content-type') ?? '');
    if (contentType !== media_types/* OCI_IMAGE_INDEX */.f4 && contentType !== 'application/json') {
        await discardBody(response);
        return undefined;
    }
    const value = (0,oci_json/* parseJson */.qF)(await readBody(response, manifest_size/* MAX_MANIFEST_BYTES */.ZJ));
    const isIndex = (0,oci_json/* isObject */.Gv)(value) &&
        value['schemaVersion'] === 2 &&
        (Array.isArray(value['manifests']) || value['manifests'] === null);
    if (isIndex)
        return value;
    if (contentType === media_types/* OCI_IMAGE_INDEX */.f4)
        notAnIndex();
    return undefined;
}
function referrers_api_entriesOf(index) {
    return (0,oci_json/* arrayOrEmpty */.cX)(index, 'manifests', 'the list of referrers').map((entry, at) => ({
        descriptor: (0,oci_descriptor/* parseDescriptor */.BA)(entry, `entry ${at} of the list of referrers`),
        sources: ['referrers-api'],
    }));
}
function notAnIndex() {
    throw referrers_api_invalid('the list of referrers is not the image index that it says it is');
}
function referrers_api_invalid(what) {
    return new oci_error/* OciError */.Mf('RESPONSE_INVALID', what);
}

;// CONCATENATED MODULE: ./lib/registry/tag-index.js





/** Several writers at once win in turn; more rounds than this mean that something else is wrong. */
const MAX_WRITES = 10;
/**
 * Returns what stands at the subject's referrers tag (distribution-spec v1.1.1, Referrers Tag
 * Schema). Only the registry's word that there is nothing counts as absence.
 */
async function fetchTagIndex(session, subject) {
    const manifest = await findManifest(session, referrersTag(subject));
    if (!manifest)
        return { kind: 'absent' };
    const { value, bytes, descriptor } = manifest;
    return value.kind === 'index' && value.mediaType === media_types/* OCI_IMAGE_INDEX */.f4
        ? { kind: 'index', manifest: { value, bytes, descriptor } }
        : { kind: 'other', mediaType: descriptor.mediaType };
}
/** Returns what the tag lists; anything but an index is somebody's tag and lists nothing. */
function referrersOfTag(index) {
    if (index.kind !== 'index')
        return [];
    return index.manifest.value.manifests.map((descriptor) => ({
        descriptor,
        sources: ['referrers-tag'],
    }));
}
/**
 * Adds the referrers to the index at the subject's tag, in one write for all, and reads it back
 * until it has them: there is no lock, so another writer may have overwritten it.
 *
 * Returns the index as last read. Throws MANIFEST_INVALID if the tag holds something else,
 * TAG_IMMUTABLE if it cannot be moved, NOT_LISTED if the entries do not stay.
 */
async function addToTagIndex(session, subject, referrers, current) {
    const tag = referrersTag(subject.digest);
    let index = current;
    for (let writes = 0; writes < MAX_WRITES; writes += 1) {
        if (index.kind === 'other')
            throw occupied(tag, index.mediaType);
        const next = addToReferrersIndex(index.kind === 'index' ? index.manifest : undefined, referrers);
        if (!next)
            return index;
        await putManifest(session, next, tag);
        index = await fetchTagIndex(session, subject.digest);
    }
    throw new oci_error/* OciError */.Mf('NOT_LISTED', `the tag ${tag} does not keep the referrers that are written to it`, {
        advice: 'Other jobs may be writing to it all the time; run this one again.',
    });
}
function occupied(tag, mediaType) {
    return new oci_error/* OciError */.Mf('MANIFEST_INVALID', `the tag ${tag} holds a ${mediaType}, not a list of referrers`, {
        advice: 'The registry has no referrers API, so the list belongs at this tag: move what stands there.',
    });
}

;// CONCATENATED MODULE: ./lib/registry/referrers.js






/** How long a registry may lag behind its own PUT, in milliseconds between looks: 6 s in all. */
const LAG_MS = [200, 400, 800, 1600, 3000];
/**
 * Returns the lists of referrers that a registry may have. The referrers API and the referrers tag
 * are one list and both always read, since histories are mixed and mirrors copy tags; the API of
 * ORAS is asked only where that of OCI is absent. What is found out about the APIs holds for the
 * session's repository, for this run.
 */
function createReferrersLists(session) {
    const oras = createOrasReferrers(session);
    let hasApi;
    let firstAnswer;
    /** Undefined where there is no API. */
    async function fromApi(subject) {
        if (session.referrersMode === 'referrers-tag' || hasApi === false)
            return undefined;
        const answer = askApi(subject);
        firstAnswer ??= answer;
        return answer;
    }
    async function askApi(subject) {
        const referrers = await listByApi(session, subject);
        if (!referrers && (hasApi || session.referrersMode === 'referrers-api'))
            throw noApi(session);
        hasApi = referrers !== undefined;
        return referrers;
    }
    async function list({ digest }) {
        const [api, tag] = await Promise.all([
            fromApi(digest),
            session.referrersMode === 'referrers-api'
                ? []
                : fetchTagIndex(session, digest).then(referrersOfTag),
        ]);
        return mergeReferrers([api ?? [], tag]);
    }
    async function listByOras({ digest }) {
        if (session.referrersMode !== 'auto')
            return [];
        await (firstAnswer ?? fromApi(digest));
        return hasApi ? [] : ((await oras.list(digest)) ?? []);
    }
    async function ensureListed(subject, referrers) {
        const { digest } = subject;
        const [first, tag] = await Promise.all([
            fromApi(digest),
            session.referrersMode === 'referrers-api' ? noTag : fetchTagIndex(session, digest),
        ]);
        if (first) {
            const api = await untilListed(session, first, referrers, () => fromApi(digest));
            return { via: 'referrers-api', referrers: mergeReferrers([api, referrersOfTag(tag)]) };
        }
        const byOras = await ensureListedByOras(digest, referrers);
        if (byOras) {
            return { via: 'oras-referrers', referrers: mergeReferrers([byOras, referrersOfTag(tag)]) };
        }
        const index = await addToTagIndex(session, subject, referrers, tag);
        return { via: 'referrers-tag', referrers: referrersOfTag(index) };
    }
    /** ORAS lists its own manifests alone; others belong at the referrers tag. */
    async function ensureListedByOras(subject, referrers) {
        const isLegacy = referrers.every(({ value }) => value.mediaType === media_types/* ORAS_ARTIFACT_MANIFEST */.$R);
        if (!isLegacy || session.referrersMode !== 'auto')
            return undefined;
        const lookAgain = () => oras.listAgain(subject);
        const first = await lookAgain();
        return first && untilListed(session, first, referrers, lookAgain);
    }
    return { list, listByOras, ensureListed };
}
const noTag = { kind: 'absent' };
/** Looks again for a while: some registries list a manifest only some time after they took it. */
async function untilListed({ sleep }, first, wanted, lookAgain) {
    let [listed, missing] = [first, missingFrom(first, wanted)];
    for (const pause of LAG_MS) {
        if (missing.length === 0)
            return listed;
        await sleep(pause);
        listed = (await lookAgain()) ?? listed;
        missing = missingFrom(listed, wanted);
    }
    if (missing.length === 0)
        return listed;
    throw new oci_error/* OciError */.Mf('NOT_LISTED', `the registry took ${missing.join(', ')}, but its referrers API does not list it`, { advice: 'Run the job again; if that does not help, set referrers-mode to referrers-tag.' });
}
function missingFrom(listed, wanted) {
    const digests = new Set(listed.map(({ descriptor }) => descriptor.digest));
    return wanted.map(({ descriptor }) => descriptor.digest).filter((digest) => !digests.has(digest));
}
function noApi({ endpoint, referrersMode }) {
    const { registry, repository } = endpoint;
    return referrersMode === 'referrers-api'
        ? new oci_error/* OciError */.Mf('UNSUPPORTED', `${registry} has no referrers API for ${repository}`, {
            advice: 'Set referrers-mode to auto or referrers-tag.',
        })
        : new oci_error/* OciError */.Mf('RESPONSE_INVALID', `${registry} has a referrers API, but denied it for one of the digests in ${repository}`);
}

;// CONCATENATED MODULE: ./lib/registry/upload.js





/**
 * What is sent with the first request while it is not known whether the registry takes a blob in
 * one: a registry that does not has read it in vain.
 */
const SINGLE_REQUEST_BYTES = 1024 * 1024;
/**
 * Returns the upload of blobs to the session's repository: in one request where the registry takes
 * it (`POST …?digest=` answered by 201), else by a POST and a single PUT (distribution-spec v1.1.1,
 * Pushing a blob monolithically). Never in chunks: a PATCH has limits of its own (at most 4 MiB on
 * ghcr.io, at least 5 MiB on Amazon ECR). A broken upload is begun anew, since what has arrived of
 * it cannot be known.
 *
 * The upload throws DENIED or UNAUTHORIZED without permission, NAME_UNKNOWN where the repository
 * does not exist.
 */
function createUpload(session) {
    let takesSingleRequest;
    async function uploadOnce(content) {
        const { digest, size } = content.descriptor;
        const isSingle = takesSingleRequest ?? size <= SINGLE_REQUEST_BYTES;
        const begin = uploadsUrl(session.endpoint);
        const begun = await session.sendOnce({
            method: 'POST',
            url: isSingle ? withDigest(begin, digest) : begin,
            headers: octets,
            ...(isSingle && { body: bodyOf(content) }),
        });
        if (isSingle && (begun.status === 201 || begun.status === 202)) {
            takesSingleRequest = begun.status === 201;
        }
        if (begun.status !== 202)
            return begun;
        const location = uploadLocation(begun);
        await discardBody(begun);
        return session.sendOnce({
            method: 'PUT',
            url: withDigest(location, digest),
            headers: octets,
            body: bodyOf(content),
            credentials: location.origin === begun.url.origin ? 'origin' : 'omit',
        });
    }
    return async (content) => {
        const response = await session.retrying(() => uploadOnce(content));
        // Registries differ in how they say "created"; containerd's pusher takes the same statuses.
        await expectStatus(response, [200, 201, 202, 204], { absent: 'NAME_UNKNOWN' });
        await discardBody(response);
    };
}
const octets = { 'content-type': 'application/octet-stream' };
function bodyOf(content) {
    return { size: content.descriptor.size, open: () => content.open() };
}
/**
 * Returns where the upload goes on, relative to where it began. Another origin is allowed by the
 * specification, but must not be less safe (GHSA-jxpm-75mh-9fp7). A registry behind a proxy that
 * does not tell it of HTTPS names its own host with `http:`; that is put right.
 */
function uploadLocation(begun) {
    const stated = header(begun, 'location');
    const location = stated ? URL.parse(stated, begun.url.href) : null;
    if (!location)
        throw unusable('began an upload without saying where it goes on');
    if (location.protocol === 'http:' && location.hostname === begun.url.hostname) {
        location.protocol = begun.url.protocol;
    }
    if (location.protocol === 'https:' || location.origin === begun.url.origin)
        return location;
    throw unusable(`wants an upload to go on at another place without encryption: ${location.origin}`);
}
function unusable(what) {
    return new oci_error/* OciError */.Mf('RESPONSE_INVALID', `the registry ${what}`, {
        advice: 'A proxy before the registry may have to tell it its public address (X-Forwarded-Proto).',
    });
}

;// CONCATENATED MODULE: ./lib/registry/repository.js




/** Manifests that were read or pushed in this run stay at hand up to this size in all. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;
/**
 * A blob up to this size is sent without asking whether it is there: that costs no more than the
 * question does.
 */
const UNASKED_BYTES = 1024;
/** Returns the repository at the session's endpoint, with nothing asked twice in a run. */
function createRegistryRepository(session) {
    const { registry, repository } = session.endpoint;
    const manifests = createManifestMemory();
    const presence = new Map();
    const upload = createUpload(session);
    const lists = createReferrersLists(session);
    function hasBlob(target) {
        const answer = presence.get(target.digest) ?? headBlob(session, target);
        presence.set(target.digest, answer);
        return answer;
    }
    async function pushBlob(content) {
        const { digest, size } = content.descriptor;
        const isAsked = size > UNASKED_BYTES || presence.has(digest);
        if (isAsked && (await hasBlob(content.descriptor)))
            return 'exists';
        const uploaded = upload(content).then(() => true);
        presence.set(digest, uploaded);
        await uploaded;
        return 'uploaded';
    }
    return {
        name: `${registry}/${repository}`,
        async resolve(target) {
            return manifests.keep(await getManifest(session, target)).descriptor;
        },
        async fetchManifest({ digest }) {
            return manifests.get(digest) ?? manifests.keep(await getManifest(session, { digest }));
        },
        async findTagged(tag) {
            const manifest = await findManifest(session, tag);
            return manifest && manifests.keep(manifest);
        },
        fetchBlob: (target) => getBlob(session, target),
        hasBlob,
        pushBlob,
        async pushManifest(manifest, tag) {
            await putManifest(session, manifest, tag);
            manifests.keep(manifest);
        },
        listReferrers: (subject) => lists.list(subject),
        listOrasReferrers: (subject) => lists.listByOras(subject),
        ensureListed: (subject, referrers) => lists.ensureListed(subject, referrers),
    };
}
function createManifestMemory() {
    const kept = new Map();
    let bytes = 0;
    return {
        get: (digest) => kept.get(digest),
        keep: (manifest) => {
            const { digest, size } = manifest.descriptor;
            if (!kept.has(digest) && bytes + size <= MAX_KEPT_BYTES) {
                kept.set(digest, manifest);
                bytes += size;
            }
            return manifest;
        },
    };
}

;// CONCATENATED MODULE: ./lib/transport/challenge.js
/** A registry offers one or two. */
const MAX_CHALLENGES = 20;
/** A parameter, its value quoted or bare, or else a word, which begins a challenge. */
const pieces = /([^\s,="]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^\s,]*))|([^\s,="]+)/gs;
/**
 * Returns the challenges of the WWW-Authenticate headers, in their order; never throws. Registries
 * take the grammar lightly: schemes in lower case (zot), values without quotes (`service=gcr.io`),
 * several challenges in one header or in several. What fits nowhere is passed over.
 */
function parseChallenges(headers) {
    return headers.flatMap(parseHeader).slice(0, MAX_CHALLENGES);
}
function parseHeader(header) {
    const challenges = [];
    for (const [, name, quoted, bare, scheme] of header.matchAll(pieces)) {
        if (scheme !== undefined) {
            challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
            continue;
        }
        const parameters = challenges.at(-1)?.parameters;
        const key = (name ?? '').toLowerCase();
        if (parameters?.has(key))
            continue;
        parameters?.set(key, quoted?.replace(/\\(.)/gs, '$1') ?? bare ?? '');
    }
    return challenges;
}

;// CONCATENATED MODULE: ./lib/transport/scope.js
/**
 * What ghcr.io's challenge to `/v2/` says instead of a repository (oras-project/oras#1128): no
 * token is issued for it.
 */
const PLACEHOLDER = 'repository:user/image:pull';
/** Of what a challenge asks; a registry names one scope or two. */
const MAX_SCOPES = 16;
const MAX_SCOPE_LENGTH = 512;
/** Returns the scopes of a challenge's `scope` parameter, which are separated by spaces. */
function challengeScopes(parameter) {
    return (parameter ?? '')
        .split(/\s+/)
        .filter((scope) => scope !== '' && scope !== PLACEHOLDER && scope.length <= MAX_SCOPE_LENGTH)
        .slice(0, MAX_SCOPES);
}
/**
 * Returns the union of the lists: for each resource one scope with every action that any of them
 * names, in order of first sight. A scope that is not `type:name:actions` (`aws` of Amazon ECR
 * Public, `*` of Gitea) is kept as it is (distribution, Token Scope Documentation).
 */
function mergeScopes(...lists) {
    const actions = new Map();
    for (const scope of lists.flat()) {
        const { resource, names } = splitScope(scope);
        actions.set(resource, new Set([...(actions.get(resource) ?? []), ...names]));
    }
    return [...actions].map(([resource, names]) => resource + [...names].join(','));
}
/** Tells whether a token for the scopes is also one for all of the others. */
function coversScopes(scopes, others) {
    return mergeScopes(scopes, others).join(' ') === mergeScopes(scopes).join(' ');
}
/** The resource's name may hold a colon, a port's; the actions begin after the last. */
function splitScope(scope) {
    const [, resource, names] = /^([^:]+:.*:)([^:]*)$/s.exec(scope) ?? [];
    return resource === undefined || names === undefined
        ? { resource: scope, names: [] }
        : { resource, names: names.split(',').filter((name) => name !== '') };
}

;// CONCATENATED MODULE: ./lib/transport/demand.js


/**
 * Returns what the answer's challenges demand, or undefined if they are none that this client can
 * meet. A token is preferred to Basic: it sends the password to fewer places.
 */
function demandOf(response) {
    const challenges = parseChallenges(response.headers.get('www-authenticate') ?? []);
    for (const { scheme, parameters } of challenges) {
        const realm = parameters.get('realm');
        if (scheme !== 'bearer' || !realm)
            continue;
        const scopes = challengeScopes(parameters.get('scope'));
        return { kind: 'token', realm, service: parameters.get('service'), scopes };
    }
    return challenges.some(({ scheme }) => scheme === 'basic') ? { kind: 'basic' } : undefined;
}

;// CONCATENATED MODULE: ./lib/transport/basic.js
/** Returns the Authorization header of Basic authentication (RFC 7617). */
function basicAuthorization(username, password) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

;// CONCATENATED MODULE: ./lib/transport/grant.js


/** A token is not used in the last fifth of its life, at most half a minute, to arrive alive. */
const UNUSED_PART = 0.2;
const UNUSED_SECONDS = 30;
/** Returns what a token that was asked for at the moment `now` grants. */
function tokenGrant({ value, lifetime }, scopes, now, source) {
    const usable = lifetime - Math.min(lifetime * UNUSED_PART, UNUSED_SECONDS);
    return {
        authorization: `Bearer ${value}`,
        scopes,
        expires: now + usable * 1000,
        ...(source !== undefined && { source }),
    };
}
/**
 * Returns what the credential grants as it is, or undefined if it must be exchanged for a token.
 * Throws CREDENTIALS_INVALID for a registry token that HTTP cannot carry.
 */
function directGrant(credential) {
    if (credential.kind === 'refresh-token')
        return undefined;
    const { source } = credential;
    if (credential.kind === 'bearer' && !/^[\x21-\x7e]+$/.test(credential.token)) {
        throw new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `the registry token from ${source} is not a token`);
    }
    const authorization = credential.kind === 'bearer'
        ? `Bearer ${credential.token}`
        : basicAuthorization(credential.username, credential.password);
    return { authorization, scopes: [], expires: Number.POSITIVE_INFINITY, source };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/transport/addresses.js

/**
 * Returns the reach of a URL's host name. IPv4 addresses in IPv6 notation count as what they are.
 * Ranges: RFC 6890 (special-purpose addresses); 0.0.0.0 and `::` reach the host itself.
 */
function reachOf(hostname) {
    const name = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
    if (/^(?:.+\.)?localhost\.?$/.test(name))
        return 'loopback';
    if ((0,external_node_net_.isIP)(name) === 0)
        return 'public';
    const family = (0,external_node_net_.isIPv6)(name) ? 'ipv6' : 'ipv4';
    if (loopback.check(name, family))
        return 'loopback';
    if (linkLocal.check(name, family))
        return 'link-local';
    return privateUse.check(name, family) ? 'private' : 'public';
}
/**
 * Tells whether an answer of the registry may send us to the host: not into a network that only we
 * can reach, such as a cloud's metadata service at 169.254.169.254, unless the registry is there
 * itself (GHSA-xf85-363p-868w).
 */
function mayBeSentTo(hostname, registryHostname) {
    const reach = reachOf(hostname);
    if (reach === 'public' || hostname === registryHostname)
        return true;
    const own = reachOf(registryHostname);
    return own === 'loopback' || (own === 'private' && reach === 'private');
}
const loopback = blockList(['0.0.0.0/8', '127.0.0.0/8', '::/128', '::1/128']);
const linkLocal = blockList(['169.254.0.0/16', 'fe80::/10']);
const privateUse = blockList([
    '10.0.0.0/8',
    '100.64.0.0/10',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '64:ff9b::/96',
    'fc00::/7',
]);
function blockList(subnets) {
    const list = new external_node_net_.BlockList();
    for (const subnet of subnets) {
        const [address = '', prefix] = subnet.split('/');
        list.addSubnet(address, Number(prefix), (0,external_node_net_.isIPv6)(address) ? 'ipv6' : 'ipv4');
    }
    return list;
}

;// CONCATENATED MODULE: ./lib/transport/shared-domain.js

/**
 * Domains below which anybody can have a host of their own, where a registry or a token service may
 * run: two hosts there need not belong together (from the private domains of publicsuffix.org).
 */
const hosting = [
    'amazonaws.com',
    'amazonaws.com.cn',
    'api.aws',
    'on.aws',
    'appspot.com',
    'azure-api.net',
    'azure.com',
    'azurecontainer.io',
    'azurecontainerapps.io',
    'azurecr.cn',
    'azurecr.io',
    'azurecr.us',
    'azurefd.net',
    'azurewebsites.net',
    'cloudapp.net',
    'cloudfront.net',
    'cloudfunctions.net',
    'ddns.net',
    'deno.dev',
    'duckdns.org',
    'eu.org',
    'fly.dev',
    'github.dev',
    'github.io',
    'gitlab.io',
    'herokuapp.com',
    'jfrog.io',
    'loca.lt',
    'netlify.app',
    'ngrok-free.app',
    'ngrok.app',
    'ngrok.dev',
    'ngrok.io',
    'nip.io',
    'ondigitalocean.app',
    'onrender.com',
    'oraclecloud.com',
    'pages.dev',
    'pkg.dev',
    'railway.app',
    'run.app',
    'scw.cloud',
    'sslip.io',
    'synology.me',
    'trafficmanager.net',
    'trycloudflare.com',
    'vercel.app',
    'web.app',
    'windows.net',
    'workers.dev',
];
/** Second-level labels under which countries' registries register domains: `co.uk`, `com.au`. */
const secondLevel = /^(?:ac|co|com|edu|go|gob|gouv|gov|govt|ltd|me|mil|ne|net|nom|or|org|plc)$/;
/**
 * Tells whether two host names are below one domain that, as far as names tell, has one owner:
 * `registry.example.com` and `gitlab.example.com`. It errs towards no.
 */
function shareDomain(host, other) {
    if ((0,external_node_net_.isIP)(host.replace(/[[\]]/g, '')) || (0,external_node_net_.isIP)(other.replace(/[[\]]/g, '')))
        return false;
    const shared = commonLabels(labelsOf(host), labelsOf(other));
    const domain = shared.toReversed().join('.');
    if (hosting.some((each) => domain === each || domain.endsWith(`.${each}`)))
        return false;
    const [top = '', second = ''] = shared;
    const isCountrys = top.length === 2 && secondLevel.test(second);
    return shared.length >= (isCountrys ? 3 : 2);
}
/** From the top-level domain down. */
function labelsOf(host) {
    return host.toLowerCase().replace(/\.$/, '').split('.').toReversed();
}
function commonLabels(labels, others) {
    const differing = labels.findIndex((label, at) => label !== others[at]);
    return differing < 0 ? labels : labels.slice(0, differing);
}

;// CONCATENATED MODULE: ./lib/transport/realm.js



/** Token services in another domain than their registry's that are known to be its own. */
const knownServices = new Map([['nvcr.io', 'authn.nvidia.com']]);
/**
 * Returns where tokens for the API at `origin` are asked for, which the `realm` of its challenge
 * names. The registry's answer chooses this address, so it must be safe to go to: HTTPS, unless the
 * registry itself is plain HTTP, and no address that only we can reach (GHSA-xf85-363p-868w).
 *
 * A credential is sent there only if the host is the registry's own, on any port, one below the same
 * domain (registry.gitlab.com, gitlab.com), or a known one; both on loopback will do. Anonymous
 * tokens may be asked for anywhere else. Throws RESPONSE_INVALID or, for a credential that is not
 * sent, UNAUTHORIZED.
 */
function tokenService(realm, origin, credential) {
    const service = URL.parse(realm, origin.href);
    const isWeb = service?.protocol === 'https:' || service?.protocol === 'http:';
    if (!service || !isWeb)
        throw unsafe(origin, 'no web address');
    if (service.protocol === 'http:' && origin.protocol === 'https:') {
        throw unsafe(origin, `${service.origin}, which is not encrypted`);
    }
    if (!mayBeSentTo(service.hostname, origin.hostname)) {
        throw unsafe(origin, `${service.origin}, which is in a private network`);
    }
    if (credential && !isTrusted(service.hostname, origin.hostname)) {
        throw untrusted(service, origin, credential);
    }
    return new URL(`${service.pathname}${service.search}`, service.origin);
}
function isTrusted(service, registry) {
    return (service === registry ||
        knownServices.get(registry) === service ||
        shareDomain(service, registry) ||
        (reachOf(service) === 'loopback' && reachOf(registry) === 'loopback'));
}
function unsafe(origin, what) {
    return new oci_error/* OciError */.Mf('RESPONSE_INVALID', `${origin.host} names as its token service ${what}`, {
        advice: 'The public address of the token service is not set up right at the registry.',
    });
}
function untrusted(service, origin, { source }) {
    return new oci_error/* OciError */.Mf('UNAUTHORIZED', `${origin.host} wants the credentials from ${source} to be sent to ${service.host}, which may not be its own`, {
        advice: `If ${service.host} is to be trusted, get a token there and put it as registrytoken of ${origin.host} into Docker's configuration.`,
    });
}

;// CONCATENATED MODULE: ./lib/transport/token.js








/** Tokens with many claims have some 10 KB. */
const MAX_TOKEN_BYTES = 256 * 1024;
/** Holds where none is stated, and instead of less (distribution, Token Authentication). */
const LEAST_LIFETIME = 60;
/** The user name under which Azure Container Registry takes its refresh tokens as passwords. */
const AZURE_TOKEN_USERNAME = '00000000-0000-0000-0000-000000000000';
/** How services without the OAuth2 POST answer it: Google 404, Artifactory 401, Azure 400 (containerd, authorizer.go). */
const noOauth = [400, 401, 404, 405];
/**
 * Returns a token: by OAuth2 POST for a refresh token, else, and where the service does not take
 * that, by GET with Basic authentication, which every service takes; without a credential by GET
 * alone (distribution, Token Authentication and OAuth2 Token Authentication). No redirect is
 * followed, so the credential stays where the caller wants it.
 *
 * Throws UNAUTHORIZED, DENIED or TOOMANYREQUESTS with the service's words, RESPONSE_INVALID for an
 * answer without a token.
 */
async function requestToken(send, order) {
    const refreshToken = refreshTokenOf(order.credential);
    if (refreshToken !== undefined) {
        const response = await send(oauthRequest(order, refreshToken));
        if (!noOauth.includes(response.status))
            return tokenOf(response, order);
        await discardBody(response);
    }
    return tokenOf(await send(getRequest(order)), order);
}
function refreshTokenOf(credential) {
    if (credential?.kind === 'refresh-token')
        return credential.token;
    const isAzures = credential?.kind === 'basic' && credential.username === AZURE_TOKEN_USERNAME;
    return isAzures ? credential.password : undefined;
}
function oauthRequest({ realm, service, scopes }, refreshToken) {
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'oras-attach',
        ...(service !== undefined && { service }),
        ...(scopes.length > 0 && { scope: scopes.join(' ') }),
        refresh_token: refreshToken,
    });
    return {
        method: 'POST',
        url: realm,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        wholeBody: MAX_TOKEN_BYTES,
        body: token_bodyOf(form.toString()),
    };
}
function token_bodyOf(text) {
    const bytes = Buffer.from(text);
    return { size: bytes.length, open: () => external_node_stream_.Readable.from([bytes], { objectMode: false }) };
}
function getRequest({ realm, service, scopes, credential }) {
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.append('service', service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    const authorization = authorizationOf(credential);
    return {
        method: 'GET',
        url,
        headers: { accept: 'application/json', ...(authorization && { authorization }) },
        wholeBody: MAX_TOKEN_BYTES,
    };
}
function authorizationOf(credential) {
    if (credential?.kind === 'basic') {
        return basicAuthorization(credential.username, credential.password);
    }
    return credential && basicAuthorization('<token>', credential.token);
}
async function tokenOf(response, order) {
    if (response.status !== 200)
        throw await refusal(response, order);
    // Never quoted in an error: the bytes may hold the token.
    const answer = (0,oci_json/* parseJson */.qF)(await readBody(response, MAX_TOKEN_BYTES));
    const { token, access_token, expires_in } = (0,oci_json/* isObject */.Gv)(answer) ? answer : {};
    const value = token || access_token;
    if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
        throw new oci_error/* OciError */.Mf('RESPONSE_INVALID', `${describeRequest(response)} was answered without a token`);
    }
    const lifetime = typeof expires_in === 'number' ? expires_in : 0;
    return { value, lifetime: Math.max(lifetime, LEAST_LIFETIME) };
}
const refusals = new Map([
    [400, 'UNAUTHORIZED'],
    [401, 'UNAUTHORIZED'],
    [403, 'DENIED'],
    [429, 'TOOMANYREQUESTS'],
]);
async function refusal(response, { registry, scopes, credential }) {
    const { status } = response;
    const words = quote(await readComplaints(response));
    const code = refusals.get(status) ?? 'RESPONSE_INVALID';
    const advice = accessAdvice({
        host: registry,
        isWrite: scopes.some((scope) => /[:,]push\b/.test(scope)),
        credentialSource: credential?.source,
        words,
    });
    return new oci_error/* OciError */.Mf(code, `no token for ${registry}: ${describeRequest(response)} was answered ${status}${words && `: ${words}`}`, { status, ...((code === 'UNAUTHORIZED' || code === 'DENIED') && { advice }) });
}

;// CONCATENATED MODULE: ./lib/transport/authorize.js






/**
 * Returns how to authorise requests to one registry; every Send made by it shares one token.
 *
 * A request goes out with what is known. A 401 says what is missing, and the request is repeated
 * once with that: so a token that has expired or is for too little is replaced. A second 401, and
 * every 403, is the answer, and its `credentialSource` says whose credential was sent.
 *
 * A token is asked for the job's scopes and those of the challenge (some name actions of their own:
 * `metadata_read` Azure, `any` Cloudsmith, `aws` Amazon ECR Public); requests that need one at the
 * same time share one. A 401 without a challenge (gcr.io, Artifact Registry) means what was demanded
 * before, else what `GET /v2/` demands.
 *
 * The Send throws UNAUTHORIZED, DENIED, TOOMANYREQUESTS or RESPONSE_INVALID where no token is to be
 * had (`requestToken`, `tokenService`), CREDENTIALS_INVALID as the source of the credential does.
 */
function createAuthorizer(options) {
    const findCredential = once(options.credential);
    const askForChallenge = once(() => challengeOf(options));
    const orders = new Map();
    let demand;
    let current;
    async function orderToken(wanted, scopes) {
        const key = JSON.stringify([wanted.realm, wanted.service, scopes]);
        const order = orders.get(key) ?? exchange(wanted, scopes);
        orders.set(key, order);
        try {
            current = await order;
            return current;
        }
        finally {
            orders.delete(key);
        }
    }
    async function exchange({ realm, service }, scopes) {
        const { registry, origin, send, now } = options;
        const credential = await findCredential();
        const asked = now();
        const token = await requestToken(send, {
            realm: tokenService(realm, origin, credential),
            service,
            scopes,
            credential,
            registry,
        });
        options.onSecret?.(token.value);
        return tokenGrant(token, scopes, asked, credential?.source);
    }
    async function grantAtHand() {
        if (!current || options.now() < current.expires || demand?.kind !== 'token')
            return current;
        return orderToken(demand, current.scopes);
    }
    async function grantInstead(refused, used) {
        const wanted = demandOf(refused) ?? demand ?? (await askForChallenge());
        if (!wanted)
            return undefined;
        demand = wanted;
        const credential = await findCredential();
        if (wanted.kind === 'basic' || credential?.kind === 'bearer') {
            if (used)
                return undefined;
            current = credential && directGrant(credential);
            return current;
        }
        const scopes = mergeScopes(options.scopes, current?.scopes ?? [], wanted.scopes);
        const isReplaced = current && current !== used && coversScopes(current.scopes, scopes);
        return isReplaced ? current : orderToken(wanted, scopes);
    }
    return (send) => async (request) => {
        const { credentials, url } = request;
        if (credentials === 'omit' || url.origin !== options.origin.origin)
            return send(request);
        findCredential().catch(ignore);
        const grant = await grantAtHand();
        const response = await sendWith(send, request, grant);
        if (response.status !== 401)
            return response;
        const instead = await grantInstead(response, grant).catch(async (error) => {
            await discardBody(response);
            throw error;
        });
        if (!instead)
            return response;
        await discardBody(response);
        return sendWith(send, request, instead);
    };
}
async function sendWith(send, request, grant) {
    if (!grant)
        return send(request);
    const { authorization, source } = grant;
    const response = await send({ ...request, headers: { ...request.headers, authorization } });
    return source === undefined ? response : { ...response, credentialSource: source };
}
async function challengeOf({ send, origin }) {
    const response = await send({ method: 'GET', url: new URL('/v2/', origin) });
    await discardBody(response);
    return response.status === 401 ? demandOf(response) : undefined;
}
function once(load) {
    let loaded;
    return () => {
        loaded ??= load();
        return loaded;
    };
}
function ignore() {
    // It is thrown where the credential is needed.
}

;// CONCATENATED MODULE: ./lib/transport/throttle.js
/**
 * Returns a throttle that lets in at most `most` at once, in the order they came, and finds out how
 * many the other side takes: half as many after a refusal, one more after as many in a row were
 * served as are let in (additive increase, multiplicative decrease, as in TCP).
 */
function createThrottle(most) {
    const waiting = [];
    let limit = most;
    let inside = 0;
    let served = 0;
    let lowerings = 0;
    const letIn = () => {
        while (inside < limit && waiting.length > 0) {
            inside += 1;
            waiting.shift()?.();
        }
    };
    const learn = (passage, enteredAt) => {
        if (enteredAt !== lowerings)
            return;
        if (passage === 'served') {
            served += 1;
            if (served < limit || limit >= most)
                return;
            limit += 1;
            served = 0;
        }
        else if (passage === 'refused') {
            limit = Math.max(1, Math.floor(limit / 2));
            served = 0;
            lowerings += 1;
        }
    };
    return {
        async enter() {
            await new Promise((enter) => {
                waiting.push(enter);
                letIn();
            });
            // Those let in before a lowering are refused together, and that counts as one refusal.
            const enteredAt = lowerings;
            return (passage) => {
                inside -= 1;
                learn(passage, enteredAt);
                letIn();
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/transport/limit.js

/**
 * Returns a Send with at most `most` requests under way at once to each origin, fewer while it
 * answers 429 or 503. A request is under way until the headers of its answer have come: so an
 * upload counts all along, and a body that is read slowly keeps nobody waiting.
 */
function limiting(send, most) {
    const throttles = new Map();
    return async (request) => {
        const { origin } = request.url;
        const throttle = throttles.get(origin) ?? createThrottle(most);
        throttles.set(origin, throttle);
        const leave = await throttle.enter();
        try {
            const response = await send(request);
            leave(response.status === 429 || response.status === 503 ? 'refused' : 'served');
            return response;
        }
        catch (error) {
            leave('failed');
            throw error;
        }
    };
}

;// CONCATENATED MODULE: ./lib/transport/redirects.js





/** Registries need one or two (to their storage, from there to a mirror); more go in circles. */
const MAX_REDIRECTS = 5;
const redirects = [301, 302, 303, 307, 308];
/**
 * Returns a Send that goes after redirects as the request asks, of GET and HEAD alone. An origin is
 * scheme, host and port together; once it is left, no credentials are sent any more, not even when a
 * later redirect leads back (GHSA-vh4v-2xq2-g5cg).
 *
 * Throws RESPONSE_INVALID for a redirect from HTTPS to HTTP, to an address that only we can reach
 * (`mayBeSentTo`), to no web address, or for too many.
 */
function redirecting(send) {
    return async (request) => {
        let current = request;
        for (let hops = 0;; hops += 1) {
            const response = await send(current);
            const target = targetOf(response, request.redirects ?? 'none');
            if (!target)
                return response;
            await discardBody(response);
            checkTarget(target, current, request);
            if (hops === MAX_REDIRECTS)
                throw redirects_invalid(request, `redirects more than ${hops} times`);
            const isLeaving = target.origin !== current.url.origin;
            current = { ...current, url: target, ...(isLeaving && { credentials: 'omit' }) };
        }
    };
}
/** Returns where to go from here, or undefined where the answer is the one to return. */
function targetOf(response, mode) {
    const { method, status, url } = response;
    const isRead = method === 'GET' || method === 'HEAD';
    if (mode === 'none' || !isRead || !redirects.includes(status))
        return undefined;
    const location = header(response, 'location');
    const target = location ? URL.parse(location, url.href) : null;
    if (!target || (mode === 'same-origin' && target.origin !== url.origin))
        return undefined;
    return target;
}
function checkTarget(target, { url }, first) {
    if (target.protocol !== 'https:' && target.protocol !== 'http:') {
        throw redirects_invalid(first, `redirects to no web address (${target.protocol})`);
    }
    if (url.protocol === 'https:' && target.protocol === 'http:') {
        throw redirects_invalid(first, `redirects from HTTPS to HTTP (${target.origin})`);
    }
    if (!mayBeSentTo(target.hostname, first.url.hostname)) {
        throw redirects_invalid(first, `redirects into a private network (${target.origin})`);
    }
}
function redirects_invalid(request, what) {
    return new oci_error/* OciError */.Mf('RESPONSE_INVALID', `${describeRequest(request)} ${what}`, {
        advice: 'This is not followed. The storage or the public address is not set up right at the registry.',
    });
}

;// CONCATENATED MODULE: ./lib/transport/reporting.js

/**
 * Returns a Send that tells of each request, in a line: method, scheme, host and path, then the
 * status or what went wrong. Headers, queries and bodies, which hold secrets, are never in it.
 */
function reporting(send, onRequest) {
    return async (request) => {
        const what = describeRequest(request);
        try {
            const response = await send(request);
            onRequest(`${what}: ${response.status}`);
            return response;
        }
        catch (error) {
            onRequest(`${what}: ${error instanceof Error ? error.message : String(error)}`);
            throw error;
        }
    };
}

;// CONCATENATED MODULE: ./lib/transport/retry-after.js

/**
 * Returns the milliseconds after which the answer asks to be asked again: its Retry-After in seconds
 * or as a date (RFC 9110, section 10.2.3), or undefined where it names no moment. `now` is in
 * milliseconds since the epoch.
 */
function retryAfter(response, now) {
    const value = header(response, 'retry-after')?.trim() ?? '';
    if (/^\d+$/.test(value))
        return Number(value) * 1000;
    const date = /^[A-Z][a-z]{2}, /.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./lib/transport/retry.js




/** The first and the repetitions together. */
const MAX_TRIES = 5;
/** The first pause is a random time up to this, for each further one up to twice as long. */
const FIRST_PAUSE_MS = 500;
/** A registry that asks for more patience than this is not waited for: the answer stands. */
const LONGEST_RETRY_AFTER_MS = 120_000;
/**
 * Tells whether the status passes by itself. 501 and 505 do not, and no 4xx does but these: repeating
 * a refused request only makes the refusal later (distribution-spec v1.1.1, Error Codes). Cloudflare,
 * which is in front of many registries, has 520 to 527 for an origin that it does not reach.
 */
function isPassing(status) {
    if (status === 408 || status === 429)
        return true;
    return status >= 500 && status !== 501 && status !== 505;
}
/**
 * Returns a Retry that tries at most MAX_TRIES times while the answer is 408, 429 or 5xx but for 501
 * and 505, or there is none (CONNECTION_FAILED, TIMEOUT). Between the tries it waits for what
 * Retry-After asks, else for a random time out of a span that doubles ("full jitter"), so that
 * clients that failed together do not come back together.
 */
function createRetry({ sleep, random, now, onRetry }) {
    return async (operation) => {
        for (let tries = 1;; tries += 1) {
            const outcome = await attempt(operation);
            const pause = tries < MAX_TRIES ? pauseAfter(outcome, tries) : undefined;
            if (pause === undefined) {
                if ('error' in outcome)
                    throw outcome.error;
                return outcome.response;
            }
            const seconds = (pause / 1000).toFixed(1);
            onRetry(`${retry_reasonOf(outcome)}; try ${tries + 1} of ${MAX_TRIES} in ${seconds} s`);
            if ('response' in outcome)
                await discardBody(outcome.response);
            await sleep(pause);
        }
    };
    function pauseAfter(outcome, tries) {
        const jittered = random() * FIRST_PAUSE_MS * 2 ** (tries - 1);
        if ('error' in outcome) {
            return (0,oci_error/* hasCode */.up)(outcome.error, 'CONNECTION_FAILED', 'TIMEOUT') ? jittered : undefined;
        }
        if (!isPassing(outcome.response.status))
            return undefined;
        const asked = retryAfter(outcome.response, now()) ?? jittered;
        return asked <= LONGEST_RETRY_AFTER_MS ? asked : undefined;
    }
}
/** Returns a Send that repeats each request as `retry` says; its body is opened anew each time. */
function retrying(send, retry) {
    return (request) => retry(() => send(request));
}
async function attempt(operation) {
    try {
        return { response: await operation() };
    }
    catch (error) {
        return { error };
    }
}
function retry_reasonOf(outcome) {
    if ('response' in outcome) {
        return `${describeRequest(outcome.response)} was answered ${outcome.response.status}`;
    }
    return outcome.error instanceof Error ? outcome.error.message : String(outcome.error);
}

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./lib/transport/certificates.js



/**
 * Returns the TLS settings that trust the certificates (PEM) besides those that are trusted anyway:
 * Node's own roots and NODE_EXTRA_CA_CERTS. They are put together once, not for each connection.
 *
 * Throws InputError (input `ca-file`) if the text holds no certificate or a broken one: OpenSSL
 * passes over both in silence, and every connection would then fail for a reason nobody sees.
 */
function trusting(pem) {
    const certificates = pem.match(certificate) ?? [];
    if (certificates.length === 0)
        throw certificates_invalid('it holds no certificate');
    for (const [at, text] of certificates.entries()) {
        try {
            new external_node_crypto_.X509Certificate(text);
        }
        catch (cause) {
            throw certificates_invalid(`its certificate ${at + 1} cannot be read (${String(cause)})`);
        }
    }
    return (0,external_node_tls_.createSecureContext)({ ca: [...(0,external_node_tls_.getCACertificates)('default'), ...certificates] });
}
const certificate = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g;
function certificates_invalid(what) {
    return new oci_error/* InputError */.dz('ca-file', `the file of CA certificates cannot be used: ${what}`, 'It must hold certificates in PEM form, each from BEGIN CERTIFICATE to END CERTIFICATE.');
}

// EXTERNAL MODULE: external "node:util/types"
var types_ = __webpack_require__(3429);
;// CONCATENATED MODULE: ./lib/transport/connection-error.js



/**
 * Returns why there is no answer from the URL's host, as an OciError with the host, the cause's own
 * words and what to do: CONNECTION_FAILED, TLS_FAILED, TIMEOUT, CANCELLED, RESPONSE_INVALID for what
 * is not HTTP, SIZE_INVALID for content that changed while it was sent. An OciError stays what it is.
 *
 * The cause is known by its `code`: Node's system and TLS error codes, OpenSSL's, and undici's.
 */
function connectionError(cause, url) {
    if (cause instanceof oci_error/* OciError */.Mf)
        return cause;
    const code = connection_error_codeOf(cause);
    const kind = kinds.find(([pattern]) => pattern.test(code))?.[1] ?? broken;
    const words = printable(connection_error_wordsOf(cause), 300);
    return new oci_error/* OciError */.Mf(kind.code, `${nouns[kind.code] ?? 'no answer from'} ${url.host}: ${words}`, {
        advice: kind.advice,
        cause,
    });
}
const broken = {
    code: 'CONNECTION_FAILED',
    advice: 'Check that the registry is up and that nothing between here and there (firewall, proxy) closes the connection.',
};
const nouns = {
    CONNECTION_FAILED: 'no connection to',
    TLS_FAILED: 'no secure connection to',
    TIMEOUT: 'no answer in time from',
    CANCELLED: 'cancelled the request to',
    RESPONSE_INVALID: 'no valid HTTP answer from',
    SIZE_INVALID: 'wrong amount of content sent to',
};
/** The first pattern that matches the code decides. */
const kinds = [
    [
        /^UND_ERR_(?:DESTROYED|CLOSED)$/,
        { code: 'CANCELLED', advice: 'Run it again: what is already there is not sent again.' },
    ],
    [
        /TIMEOUT|TIMEDOUT/,
        {
            code: 'TIMEOUT',
            advice: 'Check that the registry is up and reachable from here (firewall, HTTPS_PROXY, NO_PROXY).',
        },
    ],
    [
        /^(?:ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/,
        {
            code: 'CONNECTION_FAILED',
            advice: 'Check the name of the registry and, where a proxy is needed, HTTPS_PROXY and NO_PROXY.',
        },
    ],
    [
        /SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|CERT_UNTRUSTED/,
        {
            code: 'TLS_FAILED',
            advice: 'Give the certificate of the authority that vouches for this registry as ca-file.',
        },
    ],
    [
        /ALTNAME|HOSTNAME_MISMATCH/,
        {
            code: 'TLS_FAILED',
            advice: 'The certificate is for another name: check the name of the registry.',
        },
    ],
    [
        /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/,
        {
            code: 'TLS_FAILED',
            advice: 'The certificate is not valid now: have it renewed, or check the clock of this machine.',
        },
    ],
    [
        /WRONG_VERSION_NUMBER/,
        {
            code: 'TLS_FAILED',
            advice: 'The registry does not seem to use TLS on this port: set plain-http if the network between can be trusted.',
        },
    ],
    [
        /CERT|^ERR_(?:TLS|SSL)|^EPROTO$|PRX_TLS|INVALID_(?:CA|PURPOSE)$/,
        {
            code: 'TLS_FAILED',
            advice: 'Check the certificate and the TLS settings of the registry, or of the proxy before it.',
        },
    ],
    [
        /^(?:HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)/,
        {
            code: 'RESPONSE_INVALID',
            advice: 'Check the port, and whether the registry uses HTTPS there (plain-http).',
        },
    ],
    [
        /^UND_ERR_REQ_CONTENT_LENGTH_MISMATCH$/,
        { code: 'SIZE_INVALID', advice: 'The file changed while it was sent: run it again.' },
    ],
];
/**
 * An attempt over several addresses fails with one error for each; the first speaks for all. undici's
 * parser has names for its errors where it has no codes.
 */
function connection_error_codeOf(error) {
    if (!(0,types_.isNativeError)(error))
        return '';
    const [first] = errorsIn(error);
    const [, told] = tellingWords.find(([words]) => words.test(error.message)) ?? [];
    const code = told ?? ('code' in error ? error.code : undefined);
    return String(code ?? (connection_error_codeOf(first) || error.name));
}
function errorsIn(error) {
    return 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
}
/** Where the code says less than the words: a handshake's is EPROTO, the parser's is missing. */
const tellingWords = [
    [/wrong version number|packet length too long|http request/i, 'ERR_SSL_WRONG_VERSION_NUMBER'],
    [/invalid eof state/i, 'ECONNRESET'],
];
function connection_error_wordsOf(error) {
    if (!(0,types_.isNativeError)(error))
        return String(error);
    return error.message || errorsIn(error).map(connection_error_wordsOf).join(', ') || error.name;
}

;// CONCATENATED MODULE: ./lib/transport/metered.js

/**
 * Returns the bytes of the source, counted. Destroying either stream destroys both; an error that
 * nobody reads does not end the process.
 */
function metered(source, { onBytes, asError = (error) => error }) {
    const meter = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            onBytes(chunk.length);
            done(null, chunk);
        },
        flush(done) {
            // undici takes the connection for busy until the next turn: whoever sends a request at once
            // after reading an answer would open another.
            setImmediate(done);
        },
        destroy(error, done) {
            done(error && asError(error));
        },
    });
    (0,external_node_stream_.pipeline)(source, meter, metered_ignore);
    meter.on('error', metered_ignore);
    return meter;
}
function metered_ignore() {
    // The reader of the stream sees the error.
}

;// CONCATENATED MODULE: ./lib/transport/proxies.js


/**
 * Returns the proxies that the environment names. Of a variable in both cases the lower one counts,
 * as in the GitHub runner (its ADR 0263) and in curl; a proxy without a scheme is an HTTP proxy.
 * Throws CONNECTION_FAILED if one is not a URL, without its value: it may hold a password.
 */
function proxiesOf(env) {
    const proxy = (name) => {
        const value = (env[name] ?? env[name.toUpperCase()] ?? '').trim();
        if (value === '')
            return '';
        const url = URL.parse(value.includes('://') ? value : `http://${value}`);
        if (url?.hostname)
            return url.href;
        throw new oci_error/* OciError */.Mf('CONNECTION_FAILED', `${name.toUpperCase()} is not the URL of a proxy`, {
            advice: 'Set it to something like http://proxy.example.com:3128.',
        });
    };
    return {
        http: proxy('http_proxy'),
        https: proxy('https_proxy'),
        none: env['no_proxy'] ?? env['NO_PROXY'] ?? '',
    };
}
/**
 * Tells whether a request goes to its host directly, whatever NO_PROXY says: loopback is never the
 * proxy's own, and HTTP_PROXY is not for HTTPS.
 */
function isDirect(url, proxies) {
    if (reachOf(url.hostname) === 'loopback')
        return true;
    return (url.protocol === 'https:' ? proxies.https : proxies.http) === '';
}

;// CONCATENATED MODULE: ./lib/transport/send.js








/** Headers take long where a registry copies a large blob into its storage before it answers. */
const TIMEOUTS = { connect: 15_000, headers: 120_000, body: 60_000 };
/** Longer than a job's pauses between requests, shorter than the patience of servers. */
const KEEP_ALIVE_MS = 15_000;
/**
 * Returns a Send over HTTP/1.1 that keeps a pool of connections for each origin, through the
 * proxies that the environment names; `close` must be called at the end. A request is sent with
 * `accept-encoding: identity`: digests are taken over the bytes as they are stored, and decoding
 * would let a small answer become an endless one (CVE-2026-22036).
 *
 * Throws InputError (input `ca-file`) for certificates that cannot be used, CONNECTION_FAILED for
 * proxies that are no URLs. The Send throws CONNECTION_FAILED, TLS_FAILED, TIMEOUT, CANCELLED,
 * RESPONSE_INVALID or SIZE_INVALID as `connectionError` says, UNSUPPORTED for a header that HTTP
 * cannot carry; and what the request's own body throws, as it is. Reading the answer's body throws
 * the same.
 */
function openConnections(options) {
    const { env, signal, traffic } = options;
    const proxies = proxiesOf(env);
    const settings = dispatcherOptions(options);
    const direct = new undici/* Agent */.g6(settings);
    const proxied = new undici/* EnvHttpProxyAgent */.J2({
        ...settings,
        httpProxy: proxies.http,
        httpsProxy: proxies.https,
        noProxy: proxies.none,
    });
    const close = async () => {
        await Promise.all([direct.destroy(), proxied.destroy()]);
    };
    if (signal?.aborted)
        void close();
    signal?.addEventListener('abort', () => void close(), { once: true });
    const send = async (request) => {
        const { method, url } = request;
        const headers = sentHeaders(request);
        const upload = request.body && openUpload(request.body, traffic);
        traffic.countRequest();
        try {
            const answer = await (isDirect(url, proxies) ? direct : proxied).request({
                origin: url.origin,
                path: `${url.pathname}${url.search}`,
                method,
                headers,
                body: upload?.body ?? null,
                // undici would close the connection after a HEAD, in case its answer has a body after all.
                reset: false,
            });
            const received = receivedHeaders(answer.headers);
            const body = metered(answer.body, {
                onBytes: traffic.countReceived,
                asError: (error) => connectionError(error, url),
            });
            return {
                status: answer.statusCode,
                headers: received,
                body: isEncoded(received) ? unreadable(body, request) : body,
                url,
                method,
            };
        }
        catch (error) {
            throw upload?.failure() ?? connectionError(error, url);
        }
    };
    return { send, close };
}
/**
 * HTTP/1.1 alone: undici would offer HTTP/2, where all uploads share one connection and one
 * connection's flow control, and a proxy's reset ends them all; with a pool each has its own.
 */
function dispatcherOptions({ certificates, timeouts = TIMEOUTS, }) {
    const tls = {
        timeout: timeouts.connect,
        ...(certificates !== undefined && { secureContext: trusting(certificates) }),
    };
    return {
        allowH2: false,
        keepAliveTimeout: KEEP_ALIVE_MS,
        headersTimeout: timeouts.headers,
        bodyTimeout: timeouts.body,
        connect: tls,
        requestTls: tls,
        proxyTls: tls,
        clientFactory: (origin, factoryOptions) => new undici/* Pool */.bC(origin, { ...factoryOptions, headersTimeout: timeouts.connect }),
    };
}
function sentHeaders({ headers, body }) {
    const sent = {
        'user-agent': 'oras-attach',
        ...headers,
        'accept-encoding': 'identity',
        ...(body && { 'content-length': String(body.size) }),
    };
    for (const [name, value] of Object.entries(sent)) {
        if (!/^[\t\x20-\x7e]*$/.test(value)) {
            throw new oci_error/* OciError */.Mf('UNSUPPORTED', `the header ${name} would hold a character that HTTP forbids`);
        }
    }
    return sent;
}
function openUpload(content, traffic) {
    if (content.size === 0)
        return { body: null, failure: () => undefined };
    const source = content.open();
    let failed;
    source.once('error', (error) => {
        // When the connection breaks, `body` is destroyed first, and the source with the same error.
        if (!body.destroyed)
            failed = error;
    });
    const body = metered(source, { onBytes: traffic.countSent });
    return { body, failure: () => failed };
}
function receivedHeaders(headers) {
    return new Map(Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat()]));
}
function isEncoded(headers) {
    return (headers.get('content-encoding') ?? []).some((value) => !/^(?:identity)?$/i.test(value.trim()));
}
/** The status of an encoded answer is good; its bytes are not, and fail whoever wants them. */
function unreadable(body, request) {
    body.destroy();
    const error = new oci_error/* OciError */.Mf('RESPONSE_INVALID', `the answer to ${describeRequest(request)} is compressed, which was not asked for`, {
        advice: 'Something before the registry compresses what it passes on: have that switched off.',
    });
    return new external_node_stream_.Readable({
        read() {
            this.destroy(error);
        },
    });
}

;// CONCATENATED MODULE: ./lib/transport/traffic.js
/** Returns a meter that stands at nothing. */
function createTrafficMeter() {
    let [requests, retries, bytesSent, bytesReceived] = [0, 0, 0, 0];
    return {
        countRequest: () => {
            requests += 1;
        },
        countRetry: () => {
            retries += 1;
        },
        countSent: (bytes) => {
            bytesSent += bytes;
        },
        countReceived: (bytes) => {
            bytesReceived += bytes;
        },
        total: () => ({ requests, retries, bytesSent, bytesReceived }),
    };
}

;// CONCATENATED MODULE: ./lib/transport/whole-body.js


/**
 * Returns a Send that has read the body before it returns a 200 to a request that wants it whole, so
 * that a connection which breaks in the middle of the body fails as one that breaks before it.
 * Throws LIMIT_EXCEEDED for a body that is longer than the request allows.
 */
function readingWhole(send) {
    return async (request) => {
        const { wholeBody } = request;
        const response = await send(request);
        // An encoded body cannot be read, which only matters to who wants it.
        const isReadable = response.status === 200 && !response.headers.has('content-encoding');
        if (wholeBody === undefined || !isReadable)
            return response;
        const bytes = await readBody(response, wholeBody);
        return { ...response, body: external_node_stream_.Readable.from([bytes], { objectMode: false }) };
    };
}

;// CONCATENATED MODULE: ./lib/transport/transport.js










/**
 * Returns the transport of a job, which must be closed at its end. From the outside in, a request
 * goes through
 *
 * 1. redirects, so that every hop is judged anew by what follows, above all whether it is sent
 *    authorization: that belongs to an origin, not to a request;
 * 2. authorisation, which sees each answer once: a 503 is not its business and has been repeated
 *    when it is asked, and the token requests it makes itself are repeated like others;
 * 3. repetition, outside the limit, so that who waits for another try keeps no place, and outside
 *    the reading of bodies that are wanted whole, which can break too;
 * 4. the limit for each origin, which learns from every single answer;
 * 5. the log of requests, and the connections, which know nothing of all that.
 *
 * Throws InputError and CONNECTION_FAILED as `openConnections` does.
 */
function openTransport(options) {
    const { signal, onProgress, concurrency, onSecret } = options;
    const sleep = options.sleep ?? ((milliseconds) => sleepUntil(milliseconds, signal));
    const traffic = createTrafficMeter();
    const connections = openConnections({ ...options, traffic });
    const retry = createRetry({
        sleep,
        random: Math.random,
        now: Date.now,
        onRetry: (message) => {
            traffic.countRetry();
            onProgress({ kind: 'retry', message });
        },
    });
    const reported = reporting(connections.send, (message) => onProgress({ kind: 'request', message }));
    const single = limiting(reported, concurrency);
    const repeated = retrying(readingWhole(single), retry);
    return {
        toRegistry(access) {
            const authorizing = createAuthorizer({
                ...access,
                send: repeated,
                now: Date.now,
                ...(onSecret && { onSecret }),
            });
            return {
                send: redirecting(authorizing(repeated)),
                sendOnce: redirecting(authorizing(single)),
                retrying: retry,
                sleep,
            };
        },
        traffic: () => traffic.total(),
        close: connections.close,
    };
}
async function sleepUntil(milliseconds, signal) {
    try {
        await (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { ...(signal && { signal }) });
    }
    catch (cause) {
        throw new oci_error/* OciError */.Mf('CANCELLED', 'cancelled while waiting for the registry', { cause });
    }
}

;// CONCATENATED MODULE: ./lib/open.js









/**
 * Returns the images of the job, each with its repository, in a registry or a layout. No request is
 * made yet. Images of one registry share its connections and, for the scopes of all of them, its
 * token.
 *
 * Throws InputError for a `ca-file` that cannot be read and for half a credential, LAYOUT_INVALID
 * for a layout that is none.
 */
async function openImages(job, context) {
    const { connection } = job;
    const certificates = await readCertificates(connection);
    const transport = openTransport({
        ...context,
        ...(certificates !== undefined && { certificates }),
        concurrency: connection.concurrency,
    });
    try {
        const access = (job.attach || job.push) && !job.dryRun ? 'write' : 'read';
        const registries = await openRegistries(job, access, transport, credentialsOf(job, context));
        const images = await Promise.all(job.images.map(async (reference) => ({
            repository: reference.kind === 'oci-layout'
                ? await openLayout(reference.path, { access })
                : registries(reference),
            reference,
        })));
        return { images, traffic: transport.traffic, close: transport.close };
    }
    catch (error) {
        await transport.close();
        throw error;
    }
}
/** Returns how to get the repository of a reference; each is made once. */
async function openRegistries({ images, connection }, access, transport, credentials) {
    const references = images.filter((reference) => reference.kind === 'registry');
    const accounts = await accountsOf(references, credentials);
    const sends = new Map();
    const repositories = new Map();
    function sendTo({ registry, repository, origin }) {
        const account = accounts.get(`${registry}/${repository}`) ?? registry;
        const sharers = references.filter((each) => accounts.get((0,oci_reference/* formatRepository */.Sh)(each)) === account);
        const send = sends.get(account) ??
            transport.toRegistry({
                registry,
                origin,
                scopes: scopesOf(sharers, access),
                credential: () => credentials(registry, repository),
            });
        sends.set(account, send);
        return send;
    }
    return (reference) => {
        const name = (0,oci_reference/* formatRepository */.Sh)(reference);
        const endpoint = endpointOf(reference, connection.plainHttp);
        const repository = repositories.get(name) ??
            createRegistryRepository({
                endpoint,
                ...sendTo(endpoint),
                referrersMode: connection.referrersMode,
            });
        repositories.set(name, repository);
        return repository;
    };
}
/**
 * Returns whose account each repository is used with, by its name. Podman's configuration can have
 * another for each namespace of a registry; where a job names one repository there, all of that is
 * looked up while the first request is under way instead.
 */
async function accountsOf(references, credentials) {
    const names = new Map(references.map((each) => [(0,oci_reference/* formatRepository */.Sh)(each), each]));
    const accounts = [...names].map(async ([name, { registry, repository }]) => {
        const isAlone = [...names.values()].filter((each) => each.registry === registry).length === 1;
        // What is wrong with them is told where the registry asks for them, if it does.
        const credential = isAlone
            ? undefined
            : await credentials(registry, repository).catch(() => undefined);
        return [name, `${registry} ${JSON.stringify(credential)}`];
    });
    return new Map(await Promise.all(accounts));
}
/** One token for all that the job does as one account (distribution, Token Scope Documentation). */
function scopesOf(references, access) {
    const actions = access === 'write' ? 'pull,push' : 'pull';
    const repositories = new Set(references.map(({ repository }) => repository));
    return [...repositories].map((repository) => `repository:${repository}:${actions}`);
}
function credentialsOf({ images, connection }, context) {
    const { username, password, githubToken } = connection;
    const workspace = context.env['GITHUB_WORKSPACE'];
    return credentialSource({
        ...(username !== undefined && { username }),
        ...(password !== undefined && { password }),
        ...(githubToken !== undefined && { githubToken }),
        ...(workspace && { workspace }),
        registries: images.flatMap((image) => (image.kind === 'registry' ? image.registry : [])),
        env: context.env,
        homeDirectory: context.env['HOME'] || (0,external_node_os_.homedir)(),
        onSecret: (secret) => context.onSecret?.(secret),
    });
}
async function readCertificates({ caFile }) {
    if (caFile === undefined)
        return undefined;
    try {
        return await (0,promises_.readFile)(caFile, 'utf8');
    }
    catch (cause) {
        throw new oci_error/* InputError */.dz('ca-file', `cannot read ${caFile}: ${cause.message}`, 'Paths are relative to the working directory; check that an earlier step has written the file.');
    }
}

;// CONCATENATED MODULE: ./lib/run/settled.js
/** Returns the values of those that were kept, in their order. */
function fulfilled(results) {
    return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
/** Throws the reason of the first that was broken, if one was. */
function throwFirst(results) {
    const rejected = results.find((result) => result.status === 'rejected');
    if (rejected)
        throw rejected.reason;
}

// EXTERNAL MODULE: ./lib/graph.js
var lib_graph = __webpack_require__(67);
;// CONCATENATED MODULE: ./lib/attach/planned-graph.js

/**
 * Returns the graph as it would be with the artifacts of a dry run; nothing lists those yet, so
 * they have no sources. `name` is the repository's, for their references.
 */
function withPlanned(graph, artifacts, name) {
    const planned = artifacts
        .filter(({ status }) => status === 'planned')
        .map(({ manifest, artifactType }) => ({
        reference: `${name}@${manifest.descriptor.digest}`,
        mediaType: manifest.descriptor.mediaType,
        digest: manifest.descriptor.digest,
        size: manifest.descriptor.size,
        artifactType,
        ...(manifest.value.annotations && { annotations: manifest.value.annotations }),
        sources: [],
        referrers: [],
    }));
    const unique = new Map(planned.map((referrer) => [referrer.digest, referrer])).values();
    return { ...graph, referrers: [...graph.referrers, ...unique].sort(lib_graph/* inGraphOrder */.wo) };
}

;// CONCATENATED MODULE: ./lib/conventions/finding.js

/**
 * Returns the proof of a manifest that a list names: `judge` is told what it is, and returns why it
 * is not bound, or undefined if it is. One that is gone is refused, since a list outlives what it names.
 */
async function proveListed(reader, subject, listed, judge) {
    const refuse = (why) => ({
        refusal: `${listed.digest} is listed as a referrer of ${subject.digest}, but ${why}`,
    });
    try {
        const manifest = await reader.fetchManifest(listed);
        const why = judge(manifest.value);
        return why === undefined ? { manifest } : refuse(why);
    }
    catch (error) {
        if ((0,oci_error/* hasCode */.up)(error, 'MANIFEST_UNKNOWN'))
            return refuse('is gone');
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/conventions/buildkit-index.js

const REFERENCE_TYPE = 'vnd.docker.reference.type';
const REFERENCE_DIGEST = 'vnd.docker.reference.digest';
/** The only type that BuildKit defines; entries of another are something else. */
const ATTESTATION = 'attestation-manifest';
/**
 * Returns the convention that finds BuildKit's attestations of a platform's manifest in the index
 * which has both (moby/buildkit, docs/attestations/attestation-storage.md). The index binds them, by
 * the digest that its entry names, and the image's digest covers the index. In the `oci-artifact`
 * form the attestation has a `subject` too, which must then be the same.
 */
function buildkitIndex({ manifests }) {
    const bySubject = Map.groupBy(manifests.filter(({ annotations }) => annotations?.[REFERENCE_TYPE] === ATTESTATION), ({ annotations }) => annotations?.[REFERENCE_DIGEST]);
    return async (subject, reader) => (bySubject.get(subject.digest) ?? []).map((entry) => ({
        descriptor: entry,
        sources: ['buildkit-index'],
        prove: () => proveListed(reader, subject, entry, (manifest) => (manifest.subject?.digest ?? subject.digest) === subject.digest
            ? undefined
            : 'names another subject'),
    }));
}

;// CONCATENATED MODULE: ./lib/conventions/base64.js
const CHARACTERS_OF_GROUP = 4;
const NOT_IN_ALPHABET = /[^A-Za-z0-9+/_-]/g;
/**
 * Returns a decoder of base64 in either alphabet (RFC 4648, sections 4 and 5) as a JSON string has
 * it, still escaped: the backslash of `\/` is passed over like every character that means nothing.
 */
function createBase64Decoder() {
    let rest = '';
    return {
        write(text) {
            const letters = rest + Buffer.from(text).toString('latin1').replace(NOT_IN_ALPHABET, '');
            const whole = letters.length - (letters.length % CHARACTERS_OF_GROUP);
            rest = letters.slice(whole);
            return Buffer.from(letters.slice(0, whole), 'base64');
        },
        end: () => Buffer.from(rest, 'base64'),
    };
}

;// CONCATENATED MODULE: ./lib/conventions/signed-digest.js






const signed_digest_LIMITS = {
    // As for any document (documents/json-reader.ts): the predicate may be an SBOM.
    maxDepth: 1000,
    maxTextBytes: 4096,
    // A name that matters is not accepted twice; comparing the others would take memory in their number.
    duplicateKeys: 'allow',
};
/** Looks into a simple signing payload (containers/image, docs/containers-signature.5.md). */
const namesInSignature = (bytes, digest) => scanAll(bytes, signatureScan(digest));
/** Looks into the in-toto statement in a DSSE envelope. */
const namesInStatement = (bytes, digest) => scanAll(bytes, envelopeScan(digest));
/** Malformed bytes are read to their end too: that they are not those of the digest shows only there. */
async function scanAll(bytes, scan) {
    const reader = untilSyntaxError(scan, syntax_error/* JsonSyntaxError */.q);
    for await (const chunk of bytes)
        reader.write(chunk);
    return reader.end() ?? false;
}
function signatureScan(digest) {
    return scanFor({ 'critical.image.docker-manifest-digest': isText(digest) });
}
/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md, and v0.1 before it. */
function statementScan(digest) {
    const [algorithm, encoded] = (0,oci_digest/* splitDigest */.vo)(digest);
    return scanFor({
        _type: (value) => value.type === 'string' && value.text?.startsWith('https://in-toto.io/Statement/') === true,
        [`subject[].digest.${algorithm}`]: isText(encoded),
    });
}
function isText(text) {
    return (value) => value.type === 'string' && value.text === text;
}
/** Asks for a value that passes its test at every path. */
function scanFor(tests) {
    const wanted = new Set(Object.keys(tests));
    let isAmbiguous = false;
    const gatherings = Object.entries(tests).map(([path, passes]) => ({
        path,
        add: (value) => {
            if (passes(value))
                wanted.delete(path);
        },
    }));
    const listener = listenAt(gatherings, () => {
        isAmbiguous = true;
    });
    const scanner = (0,scan/* createJsonScanner */.z)(listener, signed_digest_LIMITS);
    return {
        write: (bytes) => scanner.write(bytes),
        end: () => {
            scanner.end();
            return wanted.size === 0 && !isAmbiguous;
        },
    };
}
/**
 * Scans the statement in base64 while the envelope passes by
 * (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md).
 */
function envelopeScan(digest) {
    const base64 = createBase64Decoder();
    const statement = statementScan(digest);
    let payloads = 0;
    let names = false;
    const payload = {
        passing: (bytes) => statement.write(base64.write(bytes)),
        seen: () => {
            statement.write(base64.end());
            payloads += 1;
            names = payloads === 1 && statement.end();
        },
    };
    const envelope = {
        seen: () => undefined,
        member: (key) => (key === 'payload' ? payload : undefined),
    };
    const scanner = (0,scan/* createJsonScanner */.z)(envelope, signed_digest_LIMITS);
    return {
        write: (bytes) => scanner.write(bytes),
        end: () => {
            scanner.end();
            return names;
        },
    };
}

;// CONCATENATED MODULE: ./lib/conventions/cosign-tags.js



/**
 * The most that is read at one tag to find the subject in what was signed: what cosign reads of an
 * attachment unless it is told otherwise (COSIGN_MAX_ATTACHMENT_SIZE). Nothing of it is kept.
 */
const MAX_READ_BYTES = 128 * 1024 * 1024;
/** Layers in which the subject is looked for; all of those that cosign writes name it. */
const MAX_LAYERS = 100;
const cosign_tags_kinds = [
    {
        suffix: 'sig',
        payload: {
            mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json',
            names: namesInSignature,
        },
    },
    {
        suffix: 'att',
        payload: { mediaType: 'application/vnd.dsse.envelope.v1+json', names: namesInStatement },
    },
    { suffix: 'sbom' },
];
/**
 * Finds what cosign keeps at the tags `sha256-<hex>.sig`, `.att` and `.sbom`. The tag is a claim that
 * whoever may push can make, so a signature or an attestation must name the subject in what it signs;
 * that of an SBOM, which nothing signs, is all that there is. A manifest with a `subject` of its own
 * is bound to nothing else.
 *
 * The proof throws LIMIT_EXCEEDED if the subject is not found in MAX_LAYERS and MAX_READ_BYTES.
 */
const cosignTags = async (subject, reader) => {
    const [algorithm, encoded] = (0,oci_digest/* splitDigest */.vo)(subject.digest);
    // cosign knows no other digests (go-containerregistry, v1.Hash).
    if (algorithm !== 'sha256')
        return [];
    const found = await Promise.all(cosign_tags_kinds.map((kind) => findAt(reader, subject, kind, `sha256-${encoded}.${kind.suffix}`)));
    return found.flat();
};
async function findAt(reader, subject, kind, tag) {
    const manifest = await reader.findTagged(tag);
    if (!manifest)
        return [];
    return [
        {
            descriptor: manifest.descriptor,
            sources: ['cosign-tag'],
            prove: () => prove(reader, subject, kind, tag, manifest),
        },
    ];
}
async function prove(reader, subject, { payload }, tag, manifest) {
    const { value, descriptor } = manifest;
    const refuse = (why) => ({
        refusal: `${descriptor.digest} stands at the tag ${tag}, but ${why}`,
    });
    if (value.kind !== 'image')
        return refuse('is neither an image nor an artifact');
    if (value.subject && value.subject.digest !== subject.digest) {
        return refuse('names another subject');
    }
    const isBound = !payload || (await isNamed(reader, subject, layersOf(value, payload.mediaType), payload.names));
    return isBound ? { manifest } : refuse(`nothing in it names ${subject.digest}`);
}
/** The smallest first: one is enough, and an attested SBOM may have many megabytes. */
function layersOf({ layers }, mediaType) {
    return layers.filter((layer) => layer.mediaType === mediaType).sort((a, b) => a.size - b.size);
}
async function isNamed(reader, subject, layers, names) {
    let [count, bytes] = [0, 0];
    for (const layer of layers) {
        count += 1;
        bytes += layer.size;
        if (count > MAX_LAYERS || bytes > MAX_READ_BYTES)
            throw tooMuch(subject);
        if (await isNamedIn(reader, subject, layer, names))
            return true;
    }
    return false;
}
async function isNamedIn(reader, subject, layer, names) {
    try {
        return await names(await reader.fetchBlob(layer), subject.digest);
    }
    catch (error) {
        if ((0,oci_error/* hasCode */.up)(error, 'BLOB_UNKNOWN'))
            return false;
        throw error;
    }
}
function tooMuch({ digest }) {
    return new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `${digest} is not named in the first ${MAX_LAYERS} layers or ${MAX_READ_BYTES} bytes of what stands at its cosign tag`, { advice: 'Remove the tag, or what is in it that belongs to other images.' });
}

;// CONCATENATED MODULE: ./lib/conventions/by-subject.js

/**
 * Returns the listed referrer as a finding that is bound by the `subject` of its own manifest
 * (distribution-spec v1.1.1, Listing Referrers: to check it is the client's task).
 */
function bySubject(reader, subject, { descriptor, sources }) {
    return {
        descriptor,
        sources,
        prove: () => proveListed(reader, subject, descriptor, (manifest) => manifest.subject?.digest === subject.digest ? undefined : 'does not name it as its subject'),
    };
}

;// CONCATENATED MODULE: ./lib/conventions/oras-legacy.js

/**
 * Finds what a registry from before OCI 1.1 lists by the ORAS referrers API, in any of its
 * generations: ORAS artifact manifests, bound by their `subject`. It is a convention of its own, and
 * not one more list of `referrers`, so that what those have is followed while it is asked.
 */
const orasLegacy = async (subject, reader) => (await reader.listOrasReferrers(subject)).map((referrer) => bySubject(reader, subject, referrer));

;// CONCATENATED MODULE: ./lib/conventions/referrers.js

/**
 * Finds what the repository lists as referrers of the subject: by the referrers API and the referrers
 * tag, or in an image layout. OCI image manifests and indexes, and the artifact manifests of OCI
 * 1.1-rc and ORAS where the registry lists them so, are bound by their `subject`.
 */
const referrers = async (subject, reader) => (await reader.listReferrers(subject)).map((referrer) => bySubject(reader, subject, referrer));

// EXTERNAL MODULE: ./lib/discover/walk.js + 1 modules
var discover_walk = __webpack_require__(7943);
;// CONCATENATED MODULE: ./lib/discover.js








/** Every manifest may have evidence in each of these ways; the order is that of `sources`. */
const conventions = [referrers, orasLegacy, cosignTags];
/**
 * Returns the manifest with all evidence that hangs on it, level by level, and of a multi-platform
 * image each platform's manifest with what hangs on that, however it was attached. What a convention
 * finds is a claim: each manifest is read and verified by its digest and must be bound to the
 * subject; what is gone or bound to nothing is left out with a warning.
 *
 * Throws LIMIT_EXCEEDED beyond the limits of `createWalk`, and whatever the repository throws: a
 * graph is complete or an error.
 */
async function discover(reader, subject, options) {
    const [manifest, around] = await Promise.all([
        reader.fetchManifest(subject),
        options.index && reader.fetchManifest(options.index),
    ]);
    const walk = (0,discover_walk/* createWalk */.yy)({
        ...options,
        reader: options.referrers ? knowing(reader, subject, options.referrers) : reader,
        conventions,
    });
    const platforms = platformsOf(manifest.value);
    walk.count(platforms.length);
    const inIndex = attestationsIn(manifest.value);
    const [below, ...branches] = await Promise.all([
        walk.evidenceOf(subject, around ? attestationsIn(around.value) : []),
        ...platforms.map(async (entry) => ({
            ...(0,lib_graph/* factsOf */.xS)(reader.name, entry, entry),
            platform: entry.platform,
            referrers: await evidenceIfPresent(reader, entry, walk.evidenceOf(entry, inIndex), options.onWarning),
        })),
    ]);
    return {
        ...(0,lib_graph/* factsOf */.xS)(reader.name, manifest.descriptor, manifest.value),
        referrers: below,
        ...(branches.length > 0 && { platforms: branches }),
    };
}
/**
 * A mirror may have an index without all of its platforms, and a registry may refuse to list for a
 * manifest that it does not have (Quay answers 400): that is no error, it is why nothing is found.
 */
async function evidenceIfPresent(reader, platform, evidence, onWarning) {
    try {
        return await evidence;
    }
    catch (error) {
        if (await isPresent(reader, platform))
            throw error;
        onWarning(`${platform.digest} is not in the repository, though the image's index names it`);
        return [];
    }
}
async function isPresent(reader, manifest) {
    try {
        await reader.fetchManifest(manifest);
        return true;
    }
    catch (error) {
        return !(0,oci_error/* hasCode */.up)(error, 'MANIFEST_UNKNOWN');
    }
}
function platformsOf(manifest) {
    return manifest.kind === 'index' ? (0,oci_platform/* platformEntries */.eV)(manifest.manifests) : [];
}
function attestationsIn(manifest) {
    return manifest.kind === 'index' ? [buildkitIndex(manifest)] : [];
}
/** Returns the reader with the answer to one question at hand. */
function knowing(reader, subject, known) {
    return {
        ...reader,
        listReferrers: async (target) => target.digest === subject.digest ? known : reader.listReferrers(target),
    };
}

// EXTERNAL MODULE: ./lib/pull/select.js
var pull_select = __webpack_require__(7847);
;// CONCATENATED MODULE: ./lib/pull/artifacts.js





/** An index of an artifact names some platforms or parts; this many entries are an attack. */
const MAX_ENTRIES = 10_000;
/** An index in an index is rare already. */
const MAX_INDEX_LEVELS = 4;
/**
 * Returns the artifacts that the selected manifests are, in their order. An index has no files
 * itself: the manifests that it names stand for it, each with a folder of its own, its short digest,
 * in the index's. An entry of it that is no manifest is left out with a warning (image-spec v1.1.1,
 * Image Index: an unknown media type must not be an error).
 *
 * Throws LIMIT_EXCEEDED beyond MAX_ENTRIES or MAX_INDEX_LEVELS, and whatever the repository throws:
 * a manifest that is gone is an error.
 */
async function readArtifacts(reader, selections, { concurrency, onWarning }) {
    let entries = 0;
    return readAll(selections, 0);
    async function readAll(wanted, level) {
        return (await mapConcurrently(wanted, concurrency, (each) => read(each, level))).flat();
    }
    async function read(selection, level) {
        const { value: manifest, descriptor } = await reader.fetchManifest(selection.descriptor);
        const { digest } = descriptor;
        const { folder } = selection;
        const reference = `${reader.name}@${digest}`;
        if (manifest.kind === 'index') {
            entries += manifest.manifests.length;
            if (entries > MAX_ENTRIES)
                throw artifacts_tooMuch(`more than ${MAX_ENTRIES} manifests`);
            if (level === MAX_INDEX_LEVELS)
                throw artifacts_tooMuch(`more than ${MAX_INDEX_LEVELS} levels`);
            return readAll(selectionsOf(manifest.manifests, folder, reference), level + 1);
        }
        const artifactType = (0,oci_manifest/* artifactTypeOf */.Gh)(manifest);
        return [
            {
                reader,
                reference,
                digest,
                ...(artifactType && { artifactType }),
                folder,
                files: (0,oci_manifest/* filesOf */.R8)(manifest),
            },
        ];
    }
    function selectionsOf(manifests, folder, reference) {
        return manifests.flatMap((descriptor) => {
            const { digest, mediaType } = descriptor;
            if ((0,media_types/* isManifestMediaType */.CM)(mediaType)) {
                return [{ descriptor, folder: [...folder, (0,pull_select/* shortDigest */.V)(digest)] }];
            }
            onWarning(`${digest} in the index ${reference} is not pulled: it is no manifest`);
            return [];
        });
    }
}
function artifacts_tooMuch(what) {
    return new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `the indexes to pull have ${what}`, {
        advice: 'Name the manifests that are wanted by their digests, one by one.',
    });
}

;// CONCATENATED MODULE: ./lib/pull/directory.js







/**
 * Returns the state of a file below the directory, or undefined if there is none. Nothing on the way
 * may be a symbolic link: one that an earlier pull or the checkout brought leads anywhere
 * (CVE-2026-50162).
 *
 * Throws InputError (input `pull-to`) for a link, for what is no folder on the way or no file at its
 * end, and for what cannot be looked at.
 */
async function statBelow(root, names) {
    let stats;
    for (const [at] of names.entries()) {
        const path = (0,external_node_path_.join)(root, ...names.slice(0, at + 1));
        stats = await directory_statUnfollowed(path);
        if (!stats)
            return undefined;
        const isLast = at === names.length - 1;
        if (isLast ? !stats.isFile() : !stats.isDirectory()) {
            throw inTheWay(`${path} is not a ${isLast ? 'file' : 'directory'}`);
        }
    }
    return stats;
}
/**
 * Makes the directory and the folders below it where they are absent. Throws InputError (input
 * `pull-to`) if something else is there, or they cannot be made.
 */
async function makeFolders(root, names) {
    try {
        await (0,promises_.mkdir)(root, { recursive: true });
    }
    catch (error) {
        throw notWritten(error, root);
    }
    for (const [at] of names.entries()) {
        const path = (0,external_node_path_.join)(root, ...names.slice(0, at + 1));
        try {
            await (0,promises_.mkdir)(path);
        }
        catch (error) {
            if (directory_codeOf(error) !== 'EEXIST')
                throw notWritten(error, path);
            const stats = await directory_statUnfollowed(path);
            if (!stats?.isDirectory())
                throw inTheWay(`${path} is not a directory`);
        }
    }
}
/**
 * Writes a file as a whole or not at all, into folders that are there: beside its place, then, once
 * the content has come to its end without an error, there. Unless it may overwrite, it takes no other
 * file's place, not that of one which has just appeared or which the file system takes for the same.
 *
 * Throws what the content fails with, an AbortError, and InputError (input `pull-to`) if there is a
 * file or it cannot be written. No temporary file is left.
 */
async function writeBelow(root, names, content, { overwrite, signal }) {
    const path = (0,external_node_path_.join)(root, ...names);
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.oras-attach-${(0,external_node_crypto_.randomUUID)()}.tmp`);
    try {
        // wx makes a new file and follows no link (open(2), O_EXCL).
        await (0,external_node_stream_promises_.pipeline)(content, (0,external_node_fs_.createWriteStream)(temporary, { flags: 'wx' }), { signal });
        await (overwrite ? (0,promises_.rename)(temporary, path) : renameToNew(temporary, path));
    }
    catch (error) {
        throw notWritten(error, path);
    }
    finally {
        await (0,promises_.rm)(temporary, { force: true });
    }
}
/** Returns the error of a place where another file is. */
function alreadyThere(path) {
    return new oci_error/* InputError */.dz('pull-to', `${path} is there already, with other content`, 'Remove it, pull into another directory, or have the command line replace it by --overwrite.');
}
/** What `link` fails with on file systems without hard links, such as FAT and some network shares. */
const WITHOUT_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];
/**
 * Puts a file in a place where there is none: a rename would replace what is there, a link fails. The
 * first name is left where `makeLink` can make a second one.
 *
 * Throws InputError (input `pull-to`) if something is there, and what the file system fails with.
 */
async function renameToNew(from, to, makeLink = promises_.link) {
    try {
        await makeLink(from, to);
    }
    catch (error) {
        if (directory_codeOf(error) === 'EEXIST')
            throw alreadyThere(to);
        if (!WITHOUT_LINKS.includes(directory_codeOf(error)))
            throw error;
        if (await directory_statUnfollowed(to))
            throw alreadyThere(to);
        await (0,promises_.rename)(from, to);
    }
}
async function directory_statUnfollowed(path) {
    let stats;
    try {
        stats = await (0,promises_.lstat)(path);
    }
    catch (error) {
        if (directory_codeOf(error) === 'ENOENT')
            return undefined;
        throw inTheWay(`cannot look at ${path}: ${error.message}`);
    }
    if (!stats.isSymbolicLink())
        return stats;
    throw inTheWay(`${path} is a symbolic link, which is not followed`);
}
function inTheWay(what) {
    return new oci_error/* InputError */.dz('pull-to', what, 'Pull into a new directory.');
}
/** What the operating system refuses is about the directory; other errors are the content's. */
function notWritten(error, path) {
    if (!(0,types_.isNativeError)(error) || !('syscall' in error))
        return error;
    return new oci_error/* InputError */.dz('pull-to', `cannot write ${path}: ${error.message}`, 'Pull into a directory that can be written to and has room.');
}
function directory_codeOf(error) {
    return error.code;
}

;// CONCATENATED MODULE: ./lib/pull/download.js







/** The first and the repetitions together; each is one more connection that lasted for a while. */
const download_MAX_TRIES = 5;
/**
 * Writes the files below the directory, each verified before it takes its place. Content that goes
 * to several places is fetched once. A connection that breaks in the middle of a file is tried again.
 *
 * Throws the first error, once no file is under way any more and no temporary file is left: what the
 * repositories throw, InputError (input `pull-to`), CANCELLED.
 */
async function download(root, files, options) {
    const failed = new AbortController();
    const failures = [];
    const signal = AbortSignal.any([options.signal, failed.signal]);
    const groups = [...Map.groupBy(files, ({ descriptor }) => descriptor.digest).values()];
    await mapConcurrently(groups, options.concurrency, async (group) => {
        if (signal.aborted)
            return;
        try {
            await downloadGroup(root, group, { ...options, signal });
        }
        catch (error) {
            failures.push(error);
            failed.abort();
        }
    });
    if (options.signal.aborted) {
        throw new oci_error/* OciError */.Mf('CANCELLED', `cancelled the pull into ${root}`, {
            advice: 'Run it again: what is already there is not fetched again.',
        });
    }
    if (failures.length > 0)
        throw failures[0];
}
/** Files of one content, one after the other: the first is fetched, the others are copies of it. */
async function downloadGroup(root, group, options) {
    let first;
    for (const file of group) {
        const { names, artifact, descriptor } = file;
        await makeFolders(root, names.slice(0, -1));
        const copied = first;
        const open = async () => copied === undefined
            ? artifact.reader.fetchBlob(descriptor)
            : verifiedStream((0,external_node_fs_.createReadStream)(copied), descriptor);
        await writePersistently(root, file, open, options);
        first ??= (0,external_node_path_.join)(root, ...names);
    }
}
/** Only the body is repeated here; the request itself has been, as often as makes sense. */
async function writePersistently(root, { names, descriptor }, open, options) {
    const { onProgress } = options;
    const title = names.join('/');
    for (let tries = 1;; tries += 1) {
        const stream = counted(await open(), (done) => onProgress({ kind: 'download', title, done, size: descriptor.size }));
        try {
            await writeBelow(root, names, stream, options);
            return;
        }
        catch (error) {
            const isBroken = (0,oci_error/* hasCode */.up)(error, 'CONNECTION_FAILED', 'TIMEOUT');
            if (!isBroken || tries === download_MAX_TRIES || options.signal.aborted)
                throw error;
            onProgress({
                kind: 'retry',
                message: `${title}: ${error.message}; try ${tries + 1} of ${download_MAX_TRIES}`,
            });
        }
    }
}

// EXTERNAL MODULE: ./lib/pull/plan.js + 1 modules
var plan = __webpack_require__(3907);
;// CONCATENATED MODULE: ./lib/pull/listing.js






/** Many times what the most files of a pull by default come to. */
const MAX_LISTING_BYTES = 64 * 1024 * 1024;
/**
 * Checks that the listing can be written: the one of an earlier pull gives way, a file of somebody
 * else only if that may be overwritten.
 *
 * Throws InputError (input `pull-to`) for another file, and as `statBelow` does.
 */
async function requireListing(root, overwrite) {
    const stats = await statBelow(root, [plan/* LISTING */.Z]);
    if (!stats || overwrite)
        return;
    const path = (0,external_node_path_.join)(root, plan/* LISTING */.Z);
    if (stats.size > MAX_LISTING_BYTES || !isListing(await (0,promises_.readFile)(path, 'utf8'))) {
        throw alreadyThere(path);
    }
}
/** Writes the list of what was pulled as JSON, in the place of an earlier one. Throws as `writeBelow` does. */
async function writeListing(root, pulled, signal) {
    await makeFolders(root, []);
    const text = `${JSON.stringify(pulled, undefined, 2)}\n`;
    const content = external_node_stream_.Readable.from([Buffer.from(text)], { objectMode: false });
    await writeBelow(root, [plan/* LISTING */.Z], content, { overwrite: true, signal });
}
function isListing(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every(isEntry);
    }
    catch {
        return false;
    }
}
function isEntry(value) {
    return ((0,oci_json/* isObject */.Gv)(value) &&
        [value['path'], value['reference'], value['digest']].every((each) => typeof each === 'string'));
}

;// CONCATENATED MODULE: ./lib/pull/present.js






/**
 * Tells whether the file is there already, byte for byte; so a pull can be run again. With
 * `overwrite`, one with other content counts as absent.
 *
 * Throws InputError (input `pull-to`) for one with other content, and as `statBelow` does.
 */
async function present_isPresent(root, file, overwrite) {
    const stats = await statBelow(root, file.names);
    if (!stats)
        return false;
    const path = (0,external_node_path_.join)(root, ...file.names);
    const isSame = stats.size === file.descriptor.size && (await hasContent(path, file));
    if (isSame || overwrite)
        return isSame;
    throw alreadyThere(path);
}
async function hasContent(path, { descriptor }) {
    const stream = verifiedStream((0,external_node_fs_.createReadStream)(path), descriptor).resume();
    try {
        await (0,external_node_stream_promises_.finished)(stream);
        return true;
    }
    catch (error) {
        if ((0,oci_error/* hasCode */.up)(error, 'SIZE_INVALID', 'DIGEST_INVALID'))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/pull.js







/** Existing files compared at the same time: enough to keep a disk busy. */
const COMPARED_AT_ONCE = 8;
/**
 * Pulls the files of the manifests into the directory, and last a listing of them, `pulled.json`.
 * Returns that listing. Everything is planned and looked for before anything is written: whatever is
 * wrong with a title, a limit or the directory leaves it as it was. After a failure later on, what is
 * there is whole, and a pull that is run again goes on from there. Nothing is ever unpacked, and the
 * `urls` of a layer are not looked at.
 *
 * Throws TITLE_INVALID, LIMIT_EXCEEDED, CANCELLED, InputError (input `pull-to`) and whatever the
 * repositories throw.
 */
async function pull(targets, request, options) {
    const { directory, overwrite } = request;
    const root = (0,external_node_path_.resolve)(directory);
    const files = (0,plan/* planPull */.h)(await readTargets(targets, options), request);
    const [present] = await Promise.all([
        mapConcurrently(files, COMPARED_AT_ONCE, (file) => present_isPresent(root, file, overwrite)),
        requireListing(root, overwrite),
    ]);
    const missing = files.filter((_, at) => !present[at]);
    await download(root, missing, { ...options, overwrite });
    const pulled = files.map((file) => pulledOf(directory, file));
    await writeListing(root, pulled, options.signal);
    return pulled;
}
async function readTargets(targets, options) {
    const artifacts = await Promise.all(targets.map(({ reader, selections }) => readArtifacts(reader, selections, options)));
    return artifacts.flat();
}
function pulledOf(directory, { artifact, descriptor, title, names }) {
    const { digest, mediaType, size } = descriptor;
    const { reference, artifactType } = artifact;
    return {
        path: (0,external_node_path_.join)(directory, ...names),
        reference,
        digest,
        title,
        mediaType,
        size,
        ...(artifactType !== undefined && { artifactType }),
    };
}

;// CONCATENATED MODULE: ./lib/run/show.js





/**
 * Returns the target with its graph, which is also the proof: what was attached must be in it.
 * Throws NOT_LISTED if it is not.
 */
async function discoverFrom({ target, result }, job, onWarning) {
    const { repository, descriptor, platform, index } = target;
    const { artifacts, referrers } = result;
    const found = await discover(repository, descriptor, {
        depth: job.depth,
        ...(index && { index }),
        ...(referrers && { referrers }),
        onWarning,
    });
    const seen = new Set(found.referrers.map(({ digest }) => digest));
    const lost = artifacts.find(({ status, manifest }) => status !== 'planned' && !seen.has(manifest.descriptor.digest));
    if (lost) {
        throw new oci_error/* OciError */.Mf('NOT_LISTED', `${lost.manifest.descriptor.digest} is not among the referrers of ${target.reference}`);
    }
    const graph = platform ? { ...found, platform } : found;
    return { target, graph: withPlanned(graph, artifacts, repository.name) };
}
/** Returns the files that were pulled: of the targets themselves, or of what is attached to them. */
async function pullFor({ pull: request, artifactTypes, connection }, targets, discoveries, { onProgress, signal }, onWarning) {
    if (!request)
        return [];
    const themselves = targets.map(({ repository, descriptor }) => ({
        reader: repository,
        selections: [{ descriptor, folder: [] }],
    }));
    const attached = discoveries.map(({ target, graph }) => ({
        reader: target.repository,
        selections: (0,pull_select/* selectAttached */.X)(graph, artifactTypes),
    }));
    const { concurrency } = connection;
    return pull(request.what === 'artifact' ? themselves : attached, request, {
        concurrency,
        onProgress,
        onWarning,
        signal,
    });
}

;// CONCATENATED MODULE: ./lib/attach/attached.js
/**
 * Returns the artifact as the outcome of a job tells it. `repository` and `subject` are names as in
 * references.
 */
function attachedOf({ manifest, artifactType, files, status, via }, repository, subject) {
    const { digest, mediaType, size } = manifest.descriptor;
    return {
        ...(subject !== undefined && { subject }),
        reference: `${repository}@${digest}`,
        digest,
        mediaType,
        size,
        artifactType,
        files,
        status,
        ...(via && { via }),
    };
}

;// CONCATENATED MODULE: ./lib/attach/store.js


/** Returns how to open files so that their upload is told of, and ends with the signal. */
function openFiles(onProgress, signal) {
    return (file) => observed(contentOfFile(file.path, file, signal), (done) => onProgress({ kind: 'upload', title: file.title, done, size: file.size }));
}
/** Pushes all that the artifacts consist of but their manifests; what is there already is not sent. */
async function storeBlobs(repository, artifacts, open) {
    const contents = new Map();
    if (artifacts.some(({ manifest }) => manifest.value.kind === 'image')) {
        contents.set(oci_pack/* emptyConfig */.i4.descriptor.digest, contentOfBytes(oci_pack/* emptyConfig */.i4.bytes, oci_pack/* emptyConfig */.i4.descriptor.mediaType));
    }
    for (const file of artifacts.flatMap(({ files }) => files))
        contents.set(file.digest, open(file));
    await Promise.all([...contents.values()].map((content) => repository.pushBlob(content)));
}

;// CONCATENATED MODULE: ./lib/attach/existing.js





/**
 * An artifact can only be there if all of its blobs are, and a first attach asks for those while
 * the subject is resolved: the list is read only where they are.
 */
async function findExisting(repository, subject, plan, ifExists) {
    const possible = await Promise.all(plan.map(async ({ files }) => (await Promise.all(files.map((file) => repository.hasBlob(file)))).every(Boolean)));
    if (!possible.includes(true))
        return { found: new Map() };
    const [referrers, legacy] = await Promise.all([
        repository.listReferrers(subject),
        repository.listOrasReferrers(subject),
    ]);
    const listed = await existing_proveListed(repository, subject, mergeReferrers([referrers, legacy]));
    const key = keyOf(ifExists);
    // The last of one key stays in the map: the newest.
    const byKey = new Map(listed.sort(oldestFirst).map((each) => [key(each.manifest), each]));
    const found = plan.flatMap((artifact) => {
        const same = byKey.get(key(artifact.manifest));
        return same ? [[artifact, same]] : [];
    });
    return { found: new Map(found), referrers };
}
/** Returns how to tell what is the same as what is to be pushed: the same artifact, or the same bytes. */
function keyOf(ifExists) {
    return ifExists === 'skip' ? identityOf : ({ descriptor }) => descriptor.digest;
}
function oldestFirst(a, b) {
    return (0,lib_graph/* inGraphOrder */.wo)(dated(b.manifest), dated(a.manifest));
}
function dated({ value, descriptor }) {
    const { annotations } = value;
    return { digest: descriptor.digest, ...(annotations && { annotations }) };
}
async function existing_proveListed(repository, subject, referrers) {
    const proven = await Promise.all(referrers.map(async (referrer) => {
        const proof = await bySubject(repository, subject, referrer).prove();
        const [via] = referrer.sources;
        return via && 'manifest' in proof ? [{ manifest: proof.manifest, via }] : [];
    }));
    return proven.flat();
}
/**
 * Returns what makes a manifest the artifact that it is: type, files and annotations but for the time
 * of creation. Two manifests are the same artifact if theirs are equal.
 */
function identityOf({ value: manifest }) {
    const annotations = Object.entries(manifest.annotations ?? {})
        .filter(([key]) => !oci_annotations/* CREATED_NAMES */.K.includes(key))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    const files = (0,oci_manifest/* filesOf */.R8)(manifest).map(({ digest, mediaType, annotations: own }) => [
        digest,
        mediaType,
        own?.[oci_annotations/* TITLE */.ly],
    ]);
    return JSON.stringify([(0,oci_manifest/* artifactTypeOf */.Gh)(manifest), files, annotations]);
}

;// CONCATENATED MODULE: ./lib/attach/find-manifest.js

/**
 * Returns the manifest that the tag or digest names; undefined if there is none, or no repository yet.
 * Throws whatever else the repository throws.
 */
async function find_manifest_findManifest(reader, target) {
    try {
        return await reader.fetchManifest(await reader.resolve(target));
    }
    catch (error) {
        if ((0,oci_error/* hasCode */.up)(error, 'MANIFEST_UNKNOWN', 'NAME_UNKNOWN'))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/attach.js



/**
 * Attaches the planned artifacts to their subject: what is there already is left as it is, missing
 * blobs go up, then the manifests, then one listing of them all. Equal files of the same name are one
 * artifact.
 *
 * Returns what became of each. Throws NOT_LISTED if they are stored but not listed, and whatever
 * the repository throws; nothing is listed before all of it is stored.
 */
async function attach(repository, subject, plan, { ifExists, dryRun, open, tag }) {
    const existing = await findExisting(repository, subject, plan, ifExists);
    const missing = plan.filter((artifact) => !existing.found.has(artifact));
    const listed = missing.length > 0 && !dryRun ? await push(repository, subject, missing, open) : undefined;
    const artifacts = plan.map((artifact) => {
        const found = existing.found.get(artifact);
        if (found)
            return { ...artifact, ...found, status: 'exists' };
        return listed
            ? { ...artifact, status: 'pushed', via: listed.via }
            : { ...artifact, status: 'planned' };
    });
    if (tag !== undefined && !dryRun) {
        for (const { manifest } of artifacts)
            await ensureTagged(repository, manifest, tag);
    }
    const referrers = listed?.referrers ?? existing.referrers;
    return { artifacts, ...(referrers && { referrers }) };
}
async function push(repository, subject, artifacts, open) {
    await storeBlobs(repository, artifacts, open);
    const manifests = [
        ...new Map(artifacts.map(({ manifest }) => [manifest.descriptor.digest, manifest])).values(),
    ];
    await Promise.all(manifests.map((manifest) => repository.pushManifest(manifest)));
    return repository.ensureListed(subject, manifests);
}
/** Looks first: a tag that cannot be moved may be there from the last run. */
async function ensureTagged(repository, manifest, tag) {
    const named = await find_manifest_findManifest(repository, { tag });
    if (named?.descriptor.digest === manifest.descriptor.digest)
        return;
    await repository.pushManifest(manifest, tag);
}

;// CONCATENATED MODULE: ./lib/push.js



/**
 * Pushes an artifact that has no subject, under the tag or else by its digest. What the tag names
 * already is left as it is, if it is the same artifact.
 *
 * Returns what became of it. Throws whatever the repository throws; nothing has the tag before all of
 * it is stored.
 */
async function push_push(repository, artifact, options) {
    const { tag, ifExists, dryRun, open } = options;
    const { manifest } = artifact;
    const target = tag === undefined ? { digest: manifest.descriptor.digest } : { tag };
    const found = await find_manifest_findManifest(repository, target);
    const key = keyOf(ifExists);
    if (found && !found.value.subject && key(found) === key(manifest)) {
        return { ...artifact, manifest: found, status: 'exists' };
    }
    if (dryRun)
        return { ...artifact, status: 'planned' };
    await storeBlobs(repository, [artifact], open);
    await repository.pushManifest(manifest, tag);
    return { ...artifact, status: 'pushed' };
}

;// CONCATENATED MODULE: ./lib/run/store.js




/** Returns what was pushed: each image is where the artifact goes, and the tag that it gets. */
async function pushTo(images, prepared, dryRun, { onProgress, signal }) {
    const plan = await prepared.plan();
    const { ifExists } = prepared.request;
    const open = openFiles(onProgress, signal);
    const pushes = images.flatMap(({ repository, reference: { tag } }) => plan.map(async (artifact) => {
        const options = { ifExists, dryRun, open, ...(tag !== undefined && { tag }) };
        return attachedOf(await push_push(repository, artifact, options), repository.name);
    }));
    return Promise.all(pushes);
}
/** Returns the target with its artifacts attached. */
async function attachTo(target, job, { onProgress, signal }) {
    const { ifExists = 'skip', tag } = job.attach ?? {};
    const open = openFiles(onProgress, signal);
    const options = { ifExists, dryRun: job.dryRun, open, ...(tag !== undefined && { tag }) };
    return {
        target,
        result: await attach(target.repository, target.descriptor, target.plan, options),
    };
}
/** Returns the artifacts of a target as the outcome names them. */
function attachedTo({ reference, repository }, { artifacts }) {
    return artifacts.map((artifact) => attachedOf(artifact, repository.name, reference));
}

;// CONCATENATED MODULE: ./lib/resolve.js




/** An image config holds a few kilobytes; build histories make some larger. */
const MAX_CONFIG_BYTES = 4 * 1024 * 1024;
/**
 * Returns the manifests that the job is about: the one that the tag or digest names, or those of
 * the wanted platforms, in the order wanted or of the index.
 *
 * Throws InputError (input `platform`) for a platform that the image does not have, and whatever
 * the repository throws.
 */
async function resolveSubjects(reader, target, selection) {
    const descriptor = await reader.resolve(target);
    if (selection === 'subject')
        return [{ descriptor }];
    const manifest = await reader.fetchManifest(descriptor);
    const candidates = await resolve_platformsOf(reader, manifest);
    const wanted = selection === 'all' ? candidates : selectPlatforms(candidates, selection);
    const isIndex = manifest.value.kind === 'index';
    return Promise.all(wanted.map(async ({ descriptor: { digest }, platform }) => ({
        descriptor: await reader.resolve({ digest }),
        ...(platform && { platform }),
        ...(isIndex && { index: manifest.descriptor }),
    })));
}
async function resolve_platformsOf(reader, manifest) {
    if (manifest.value.kind !== 'index') {
        const platform = await configPlatform(reader, manifest.value);
        return [{ descriptor: manifest.descriptor, ...(platform && { platform }) }];
    }
    const entries = (0,oci_platform/* platformEntries */.eV)(manifest.value.manifests);
    if (entries.length > 0)
        return entries.map((entry) => ({ descriptor: entry, platform: entry.platform }));
    throw new oci_error/* InputError */.dz('platform', `${reader.name}@${manifest.descriptor.digest} names no platforms`, 'Leave platform empty.');
}
function selectPlatforms(candidates, wanted) {
    return wanted.flatMap((platform) => {
        const found = candidates.filter((each) => each.platform && (0,oci_platform/* matchesPlatform */.pC)(platform, each.platform));
        if (found.length > 0)
            return found.map(({ descriptor }) => ({ descriptor, platform }));
        const present = candidates.flatMap((each) => each.platform ? (0,oci_platform/* formatPlatform */.Bq)(each.platform) : []);
        throw new oci_error/* InputError */.dz('platform', `the image is not for ${(0,oci_platform/* formatPlatform */.Bq)(platform)}`, `It is for ${present.join(', ') || 'no platform that it names'}.`);
    });
}
/** A single-platform image says in its config what it is for; an artifact has no platform. */
async function configPlatform(reader, manifest) {
    if (manifest.kind !== 'image')
        return undefined;
    const { mediaType, size } = manifest.config;
    const isImage = mediaType === media_types/* OCI_IMAGE_CONFIG */.Dk || mediaType === media_types/* DOCKER_IMAGE_CONFIG */.Kx;
    if (!isImage || size > MAX_CONFIG_BYTES)
        return undefined;
    const config = resolve_parseJson(await bytesOf(await reader.fetchBlob(manifest.config)));
    if (!(0,oci_json/* isObject */.Gv)(config))
        return undefined;
    const { os, architecture, variant } = config;
    if (!resolve_isText(os) || !resolve_isText(architecture))
        return undefined;
    return { os, architecture, ...(resolve_isText(variant) && { variant }) };
}
function resolve_isText(value) {
    return typeof value === 'string' && value !== '';
}
async function bytesOf(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
function resolve_parseJson(bytes) {
    try {
        return JSON.parse(bytes.toString());
    }
    catch (cause) {
        throw new oci_error/* OciError */.Mf('MANIFEST_INVALID', "the image's config is not JSON", { cause });
    }
}

;// CONCATENATED MODULE: ./lib/run/targets.js



/**
 * Returns the subjects of the images, each once, with what is to be attached to it.
 *
 * Which blobs are there is asked while the subjects are resolved, and not again. What is wrong with
 * the image is told first: the answer to a HEAD has no words that say why.
 */
async function resolveTargets(job, prepared, images, { onProgress }) {
    const files = prepared?.files ?? [];
    const perImage = await Promise.all(images.map(async ({ repository, reference }) => {
        const asked = Promise.allSettled(files.map((file) => repository.hasBlob({ ...file, mediaType: '' })));
        const subjects = await resolveSubjects(repository, (0,oci_reference/* targetOf */.$r)(reference), job.platform);
        throwFirst(await asked);
        return Promise.all(subjects.map((subject) => planTarget(repository, subject)));
    }));
    return [...Map.groupBy(perImage.flat(), ({ reference }) => reference).values()].flatMap(merged);
    async function planTarget(repository, subject) {
        const reference = `${repository.name}@${subject.descriptor.digest}`;
        onProgress({ kind: 'step', message: `Resolved ${reference}` });
        return { ...subject, repository, reference, plan: (await prepared?.plan(subject)) ?? [] };
    }
}
/**
 * An image may be named twice, by several tags, and one manifest may be that of two platforms
 * (arm64 and arm64/v8), each with files of its own: each artifact is attached once.
 */
function merged([first, ...others]) {
    if (!first)
        return [];
    const digests = new Set(first.plan.map(({ manifest }) => manifest.descriptor.digest));
    const more = others
        .flatMap(({ plan }) => plan)
        .filter(({ manifest }) => !digests.has(manifest.descriptor.digest));
    return [{ ...first, plan: [...first.plan, ...more] }];
}
/** Returns the target as the outcome names it. */
function resolvedSubject({ reference, descriptor, platform }) {
    return { reference, digest: descriptor.digest, ...(platform && { platform }) };
}

;// CONCATENATED MODULE: ./lib/run.js







const noTraffic = { requests: 0, retries: 0, bytesSent: 0, bytesReceived: 0 };
/**
 * Does the job: push, or resolve, attach, discover, pull, whichever parts it has. Returns everything
 * that is known at the end; what went wrong is its `failure`, an InputError or OciError where the cause is known.
 * Files are looked up and read before the first request, and every subject is resolved before
 * anything is written.
 */
async function run_run(job, context) {
    const subjects = [];
    const attached = [];
    const graphs = [];
    const pulled = [];
    const warnings = new Set();
    const onWarning = (message) => void warnings.add(message);
    let opened;
    let failure;
    try {
        const prepared = await prepare(job, context, onWarning);
        opened = await openImages(job, context);
        if (job.push && prepared) {
            attached.push(...(await pushTo(opened.images, prepared, job.dryRun, context)));
        }
        const targets = job.push ? [] : await resolveTargets(job, prepared, opened.images, context);
        subjects.push(...targets.map(resolvedSubject));
        const attachments = await Promise.allSettled(targets.map((target) => attachTo(target, job, context)));
        attached.push(...fulfilled(attachments).flatMap(({ target, result }) => attachedTo(target, result)));
        throwFirst(attachments);
        const wantsGraph = job.discovers || job.pull?.what === 'referrers';
        const discoveries = await Promise.allSettled(wantsGraph ? fulfilled(attachments).map((each) => discoverFrom(each, job, onWarning)) : []);
        graphs.push(...fulfilled(discoveries).map(({ graph }) => graph));
        throwFirst(discoveries);
        pulled.push(...(await pullFor(job, targets, fulfilled(discoveries), context, onWarning)));
    }
    catch (error) {
        failure = run_failureOf(error, context.signal);
    }
    finally {
        await opened?.close();
    }
    const traffic = opened?.traffic() ?? noTraffic;
    return {
        subjects,
        attached,
        graphs,
        pulled,
        warnings: [...warnings],
        traffic,
        ...(failure && { failure }),
    };
}
/** What was under way when the job was cancelled fails in words of its own; they are the cause. */
function run_failureOf(error, { aborted }) {
    if (aborted && !(0,oci_error/* hasCode */.up)(error, 'CANCELLED')) {
        const advice = 'Run it again: what is already there is not sent again.';
        return new oci_error/* OciError */.Mf('CANCELLED', 'cancelled before it was done', { advice, cause: error });
    }
    return error instanceof Error ? error : new Error(String(error));
}


/***/ }),

/***/ 9518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ abortOnSignals)
/* harmony export */ });
/** Signals by which the runner cancels a job, and a terminal or a supervisor ends a command. */
const SIGNALS = ['SIGINT', 'SIGTERM'];
/**
 * Returns an AbortSignal that aborts when the process is told to end, and what releases the process
 * from it. A second signal of the same name ends the process at once.
 */
function abortOnSignals() {
    const controller = new AbortController();
    const abort = () => controller.abort();
    for (const name of SIGNALS)
        process.once(name, abort);
    return {
        signal: controller.signal,
        release: () => {
            for (const name of SIGNALS)
                process.off(name, abort);
        },
    };
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ PROGRAM),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** What the command line is called. */
const PROGRAM = 'oras-attach';
/** The version of this program, as in package.json; the bundle has no package.json to read it from. */
const VERSION = '1.0.0';


/***/ })

};
