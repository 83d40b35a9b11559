export const id = 391;
export const ids = [391];
export const modules = {

/***/ 5813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ readConnection)
/* harmony export */ });
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);
/* harmony import */ var _oci_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);
/* harmony import */ var _oci_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5449);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9737);




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
    const { login, ...rest } = (0,_oci_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .readAll */ .yw)({
        login: () => readLogin(source),
        plainHttp: () => readPlainHttp(source),
        referrersMode: () => (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .readChoice */ .Kf)(source, 'referrers-mode', ['auto', 'referrers-api', 'referrers-tag']),
        concurrency: () => (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .readWholeNumber */ .bf)(source, 'concurrency', { least: 1, most: MOST_CONCURRENT, fallback: 32 }),
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
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(missing, `the ${given} is given without a ${missing}`, 'Give both or neither. A secret that is not set, or that a workflow from a fork may not read, is empty.');
}
function readPlainHttp(source) {
    const text = source.value('plain-http') ?? 'auto';
    const value = text === 'auto' ? text : (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .yG)(text);
    if (value !== undefined)
        return value;
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('plain-http', `${(0,_oci_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(text)} is neither auto nor a boolean`, 'Write auto, true or false.');
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
/* harmony import */ var _oci_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5449);


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
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${(0,_oci_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text ?? '')} is not a boolean`, 'Write true or false.');
}
/** Returns the input as a whole number. Throws InputError for another text or one out of range. */
function readWholeNumber(source, name, { least, most, fallback }) {
    const text = source.value(name);
    if (text === undefined)
        return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most)
        return value;
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${(0,_oci_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text)} is not a whole number from ${least} to ${most}`, `Leave it out for ${fallback}.`);
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
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${(0,_oci_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(text)} is none of ${choices.join(', ')}`, `Write one of ${choices.join(', ')}.`);
}


/***/ }),

/***/ 9866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ readTimeout)
/* harmony export */ });
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);
/* harmony import */ var _oci_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5449);
/* harmony import */ var _run_deadline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(745);



const UNITS = { s: 1000, m: 60_000, h: 3_600_000 };
/** A job of GitHub's own machines ends after six hours. */
const MOST_HOURS = 24;
/**
 * Returns the milliseconds that the whole job may take by the input `timeout`: a number and its unit,
 * `s`, `m` or `h`; `DEADLINE_MS` without one. Throws InputError for another text, for a time of
 * nothing, and for more than a day.
 */
function readTimeout(source) {
    const text = source.value('timeout');
    if (text === undefined)
        return _run_deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .DEADLINE_MS */ .W;
    const [, number = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
    const milliseconds = Number(number) * (UNITS[unit] ?? 0);
    if (milliseconds > 0 && milliseconds <= MOST_HOURS * 3_600_000)
        return milliseconds;
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('timeout', `${(0,_oci_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(text)} is not a time from 1s to ${MOST_HOURS}h`, 'Write a whole number and its unit, as in 90s, 30m or 2h.');
}


/***/ }),

/***/ 4895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ formatCount),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
/** Returns the number with the noun it counts: `1 SBOM`, `9,997 SBOMs`. */
function counted(count, noun, plural = `${noun}s`) {
    return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
/** Returns the number with separators of thousands. */
function formatCount(count) {
    return count.toLocaleString('en-US');
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

/***/ 6505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ InputProblems),
/* harmony export */   e2: () => (/* binding */ readEach),
/* harmony export */   kM: () => (/* binding */ isInputProblem),
/* harmony export */   yw: () => (/* binding */ readAll)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);

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
    return error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz || error instanceof InputProblems;
}
function problemsOf(error) {
    if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz)
        return [error];
    if (error instanceof InputProblems)
        return error.problems;
    throw error;
}


/***/ }),

/***/ 5449:
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

/***/ 5074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ explain),
/* harmony export */   c: () => (/* binding */ causesOf)
/* harmony export */ });
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);
/* harmony import */ var _oci_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(940);



/**
 * Room for two hundred digests, so that what is missing is named; nobody reads more, and an annotation of
 * GitHub's has 64 KB. What a registry says is cut long before (`transport/complaints.ts`).
 */
const MAX_MESSAGE = 15_000;
/** Real chains have three or four; one that refers to itself has no end. */
const MAX_CAUSES = 10;
/**
 * Returns the lines that tell a user of an error: what failed and why, then what to do; for several
 * wrong inputs, of each. They are safe to print and hold no stack trace.
 */
function explain(error, nameInput) {
    if (error instanceof _oci_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblems */ .Nh) {
        const each = error.problems.flatMap((problem) => explain(problem, nameInput));
        return [error.message, ...each];
    }
    if (error instanceof _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz) {
        return told(`${nameInput(error.input)}: ${error.message}`, error.advice);
    }
    if (error instanceof _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf)
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

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ masking)
/* harmony export */ });
/* harmony import */ var _inputs_lists_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1720);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3940);
/* harmony import */ var _spans_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3441);



/** Any few hexadecimal digits are part of some digest. */
const PART_OF_DIGEST = /^[0-9a-f]{1,12}$/;
/**
 * Returns how to mask a secret of a job: each text that must not be shown is told to `mask`. A secret
 * is masked line by line, since the runner does so too and a lone `{` of a key in JSON would blank
 * every output. What is part of an image's name or of any digest is not masked: nobody could read the
 * log any more, and the runner drops a job's output that holds a masked text (actions/runner,
 * JobExtension).
 */
function masking({ images }, mask) {
    const names = [...images.map((image) => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)(image)), 'sha256:', 'sha512:'];
    return (secret) => {
        const lines = (0,_inputs_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .D)(secret).filter((line) => line.length >= _spans_js__WEBPACK_IMPORTED_MODULE_1__/* .LEAST_LENGTH */ .t &&
            !PART_OF_DIGEST.test(line) &&
            !names.some((name) => name.includes(line)));
        for (const line of lines)
            mask(line);
    };
}


/***/ }),

/***/ 7192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ createMasks)
});

;// CONCATENATED MODULE: ./lib/render/blanks.js
/** White space, and characters without a shape. */
const BLANKS = /[\s\p{Cc}\p{Cf}]+/gu;
/** Returns the text on one line, as messages have it: each run of blanks is a space. */
function onOneLine(text) {
    return text.replace(BLANKS, ' ');
}

// EXTERNAL MODULE: ./lib/render/plain.js
var plain = __webpack_require__(940);
// EXTERNAL MODULE: ./lib/render/spans.js
var spans = __webpack_require__(3441);
;// CONCATENATED MODULE: ./lib/render/mask-forms.js



/** In base64, fewer bytes than three groups' are found by accident. */
const LEAST_BYTES = 6;
/**
 * Returns by what a text is found in the readings of another (`readingsOf`): itself, and on one line,
 * each also escaped as messages are; and by what is left of it in base64, whatever stands around it.
 */
function maskForms(text) {
    const texts = [text, text.toWellFormed(), onOneLine(text)].flatMap((form) => [
        form,
        onOneLine((0,plain/* plain */.pj)(form)),
        (0,plain/* plain */.pj)(form),
    ]);
    return [
        ...[...new Set(texts)]
            .filter(({ length }) => length >= spans/* LEAST_LENGTH */.t)
            .map((form) => ({ text: form, before: 0, after: 0 })),
        ...base64Forms(Buffer.from(text)),
    ];
}
/**
 * Base64 writes three bytes as four characters. Of what stands in it after other bytes, which may end
 * at any of the three, whole groups are always the same; the first and the last may have a part in
 * groups that are not (as of actions/runner, ValueEncoders). The other alphabet is that for addresses
 * (RFC 4648, section 5).
 */
function base64Forms(bytes) {
    return [0, 1, 2].flatMap((skipped) => {
        const whole = Math.floor((bytes.length - skipped) / 3) * 3;
        if (whole < LEAST_BYTES)
            return [];
        const text = bytes.subarray(skipped, skipped + whole).toString('base64');
        const around = {
            before: charactersOf(skipped),
            after: charactersOf(bytes.length - skipped - whole),
        };
        return [text, text.replaceAll('+', '-').replaceAll('/', '_')].map((form) => ({
            text: form,
            ...around,
        }));
    });
}
/** Returns in how many characters of a group one or two of its bytes have a part. */
function charactersOf(bytes) {
    return bytes === 0 ? 0 : bytes + 1;
}

;// CONCATENATED MODULE: ./lib/render/readings.js

/** What an encoding began before the text was cut, up to the ellipsis, means nothing. */
const NOTHING = '';
const controls = {
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
/** JSON (RFC 8259, section 7) of any writer, and what messages escape (`plain`). */
const backslashes = {
    encoded: /\\(?:u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|(?:u\{?[0-9a-f]{0,6})?(?=…)|([^u…]))/giu,
    meaningOf: (part, units, point, letter) => {
        const digits = units ?? point;
        if (digits !== undefined)
            return characterOf(Number.parseInt(digits, 16)) ?? part;
        return letter === undefined ? NOTHING : (controls[letter] ?? letter);
    },
};
const bytes = '%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-4](?:%[89ab][0-9a-f]){3}';
const cutBytes = '%[c-f][0-9a-f](?:%[89ab][0-9a-f]){0,2}(?:%[0-9a-f]?)?(?=…)|%[0-9a-f]?(?=…)';
/** Addresses (RFC 3986, section 2.1). */
const percents = {
    encoded: new RegExp(`${bytes}|${cutBytes}`, 'giu'),
    meaningOf: fromBytes,
};
/** Forms, and queries (URL Standard, application/x-www-form-urlencoded). */
const readings_forms = {
    encoded: new RegExp(`\\+|${bytes}|${cutBytes}`, 'giu'),
    meaningOf: (part) => (part === '+' ? ' ' : fromBytes(part)),
};
const entities = {
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
};
/** HTML and XML, as programs escape text. */
const markup = {
    encoded: /&(?:(lt|gt|amp|quot|apos)|#x0{0,4}([0-9a-f]{1,6})|#0{0,4}([0-9]{1,7}));|&#?[a-z0-9]{0,10}(?=…)/giu,
    meaningOf: (part, name, hexadecimal, decimal) => {
        if (name !== undefined)
            return entities[name.toLowerCase()] ?? part;
        if (hexadecimal !== undefined)
            return characterOf(Number.parseInt(hexadecimal, 16)) ?? part;
        return decimal === undefined ? NOTHING : (characterOf(Number(decimal)) ?? part);
    },
};
const blanks = { encoded: BLANKS, meaningOf: () => ' ' };
/**
 * Returns the text itself and its other readings, decoded of what JSON, addresses, forms and markup
 * escape; each also on one line. Whoever writes a text that another has sent chooses what of
 * it to escape, so what to look for cannot be told in advance.
 */
function readingsOf(text) {
    const raw = { text, placeOf: (index) => index };
    const encodings = [backslashes, percents, readings_forms, markup];
    const readings = [raw, ...encodings.map((encoding) => decoded(raw, encoding))];
    const all = [...readings, ...readings.map((reading) => decoded(reading, blanks))];
    return [...new Map(all.map((reading) => [reading.text, reading])).values()];
}
/** Returns the reading with the meaning of each part of it that is encoded, each part looked at once. */
function decoded(reading, { encoded, meaningOf }) {
    const pieces = [];
    const places = new Uint32Array(reading.text.length + 1);
    let length = 0;
    let from = 0;
    const copyTo = (end) => {
        pieces.push(reading.text.slice(from, end));
        for (; from < end; from += 1, length += 1)
            places[length] = from;
    };
    for (const match of reading.text.matchAll(encoded)) {
        copyTo(match.index);
        const meaning = meaningOf(match[0], ...match.slice(1));
        pieces.push(meaning);
        places.fill(from, length, length + meaning.length);
        length += meaning.length;
        from += match[0].length;
    }
    if (from === 0)
        return reading;
    copyTo(reading.text.length);
    places[length] = from;
    return { text: pieces.join(''), placeOf: (index) => reading.placeOf(places[index] ?? from) };
}
/** Returns the character that bytes of UTF-8 are; of bytes that are none, nothing. */
function fromBytes(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return NOTHING;
    }
}
function characterOf(codePoint) {
    return codePoint <= 0x10_ff_ff ? String.fromCodePoint(codePoint) : undefined;
}

;// CONCATENATED MODULE: ./lib/render/masks.js



/** As GitHub's runner shows what it masks. */
const MASK = '***';
/**
 * Returns masks to which texts can be added; each is hidden however it is encoded, and where it is cut.
 * What it costs to hide them grows with the length of the text alone, for each of them: a registry
 * chooses both its tokens and much of what is shown.
 */
function createMasks() {
    const hidden = new Map();
    return {
        add: (text) => {
            for (const form of maskForms(text))
                hidden.set(form.text, form);
        },
        hide: (text) => {
            const forms = [...hidden.values()];
            return withoutSpans(text, readingsOf(text).flatMap((reading) => forms.flatMap(({ text: form, before, after }) => (0,spans/* spansOf */.L)(form, reading.text).map(({ start, end }) => ({
                start: reading.placeOf(start) - before,
                end: reading.placeOf(end) + after,
            })))));
        },
    };
}
/** Spans that overlap or touch are hidden as one, as the runner does it. */
function withoutSpans(text, spans) {
    const shown = [];
    let hiddenTo = -1;
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
        if (start > hiddenTo)
            shown.push(text.slice(Math.max(hiddenTo, 0), Math.max(start, 0)), MASK);
        hiddenTo = Math.max(hiddenTo, end);
    }
    return shown.join('') + text.slice(Math.max(hiddenTo, 0));
}


/***/ }),

/***/ 940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   y1: () => (/* binding */ plainLines),
/* harmony export */   zB: () => (/* binding */ MAX_NAME)
/* harmony export */ });
/**
 * What a terminal or the runner could obey instead of showing: control characters (of ANSI sequences
 * too), line breaks, bidirectional controls, lone surrogates, and everything invisible. The last also
 * because the runner looks for its commands by culture-sensitive comparison, which passes over
 * characters without weight: a soft hyphen before `::` does not disarm it.
 */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/**
 * The longest name of others, in UTF-16 units, that a line shows whole: an artifact type has two parts of
 * 127 characters (RFC 6838, section 4.2), and the name of a file 255 bytes. JSON has all of them whole.
 */
const MAX_NAME = 255;
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

/***/ 3441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ spansOf),
/* harmony export */   t: () => (/* binding */ LEAST_LENGTH)
/* harmony export */ });
/** What messages end a text with that they cut. */
const CUT = '…'.charCodeAt(0);
/** Fewer characters are in half of the words of any log, and no secret. */
const LEAST_LENGTH = 4;
/**
 * Returns where a text has the form, which has at least LEAST_LENGTH characters, and where it has the
 * longest beginning of it that long before an ellipsis, where it may have been cut; what overlaps or
 * touches is one span. Each unit of the text is looked at once, whatever both are (Knuth, Morris, Pratt: Fast pattern matching in strings).
 */
function spansOf(form, text) {
    const start = form.slice(0, LEAST_LENGTH);
    if (!text.includes(start))
        return [];
    const borders = bordersOf(form, Math.min(form.length, text.length));
    const spans = [];
    let matched = 0;
    for (let at = 0; at < text.length; at += 1) {
        if (matched === 0)
            at = text.indexOf(start, at);
        if (at < 0)
            break;
        const unit = text.charCodeAt(at);
        if (unit === CUT && matched >= LEAST_LENGTH)
            join(spans, at - matched, at);
        matched = grown(form, borders, matched, unit);
        if (matched === form.length) {
            join(spans, at + 1 - matched, at + 1);
            matched = borders[matched - 1] ?? 0;
        }
    }
    return spans;
}
/** Adds a span to others none of which begins or ends after it. */
function join(spans, start, end) {
    const last = spans.at(-1);
    if (!last || last.end < start)
        spans.push({ start, end });
    else
        spans.splice(-1, 1, { start: last.start, end });
}
/** Returns for each beginning of the form, up to a length, how much of the form ends it besides itself. */
function bordersOf(form, length) {
    const borders = new Uint32Array(length);
    for (let at = 1; at < length; at += 1) {
        borders[at] = grown(form, borders, borders[at - 1] ?? 0, form.charCodeAt(at));
    }
    return borders;
}
/** Returns how much of the form ends where the unit stands, after as much as is `matched`. */
function grown(form, borders, matched, unit) {
    let length = matched;
    while (length > 0 && form.charCodeAt(length) !== unit)
        length = borders[length - 1] ?? 0;
    return form.charCodeAt(length) === unit ? length + 1 : length;
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

/***/ 745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline),
/* harmony export */   W: () => (/* binding */ DEADLINE_MS)
/* harmony export */ });
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);

/**
 * How long a run may take, in milliseconds, unless it is told otherwise: time for 4 GB at 10 Mbit/s,
 * and more than all the tries of a request come to. GitHub ends a job after six hours by itself, but
 * does not say what it was waiting for.
 */
const DEADLINE_MS = 60 * 60 * 1000;
/** Transfers that an error names; more do not make it clearer. */
const MAX_NAMED = 3;
/**
 * Returns the result of the work, which is run with a signal that aborts with the context's own and
 * when `limitMs` milliseconds have passed. What fails by then fails with TIMEOUT, and says what was
 * under way. The work must end soon after its signal aborts.
 */
async function withDeadline(limitMs, context, work) {
    const timeUp = new AbortController();
    const watch = createWatch(context.onProgress);
    let underWay = '';
    const timer = setTimeout(() => {
        underWay = watch.underWay();
        timeUp.abort();
    }, limitMs);
    try {
        const signal = AbortSignal.any([context.signal, timeUp.signal]);
        const outcome = await work({ ...context, signal, onProgress: watch.onProgress });
        const isLate = timeUp.signal.aborted && !context.signal.aborted;
        if (!isLate || !outcome.failure)
            return outcome;
        return { ...outcome, failure: tooLate(limitMs, underWay, outcome.failure) };
    }
    finally {
        clearTimeout(timer);
    }
}
function tooLate(limitMs, underWay, cause) {
    return new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf('TIMEOUT', `not done within the time limit of ${formatDuration(limitMs)} (${underWay}): ${cause.message}`, {
        advice: 'Run it again: what is already there is not sent again. If it is this slow for a reason, raise timeout.',
        cause,
    });
}
/** Returns what passes on the progress of a run and remembers what it is about. */
function createWatch(onProgress) {
    const transfers = new Map();
    let last;
    return {
        onProgress(progress) {
            if (!('size' in progress))
                last = progress.message;
            else if (progress.done < progress.size)
                transfers.set(progress.title, progress);
            else
                transfers.delete(progress.title);
            onProgress(progress);
        },
        underWay() {
            const named = [...transfers.values()].slice(0, MAX_NAMED).map(describe);
            const more = transfers.size - named.length;
            if (more > 0)
                named.push(`${more} more`);
            if (named.length > 0)
                return `under way: ${named.join(', ')}`;
            return last === undefined ? 'no request had been answered' : `last of all: ${last}`;
        },
    };
}
function describe({ kind, title, done, size }) {
    return `${kind} of ${title}, at ${Math.floor((done / size) * 100)} %`;
}
/** In the largest unit of which it is a whole number. */
function formatDuration(milliseconds) {
    const seconds = milliseconds / 1000;
    if (seconds % 3600 === 0)
        return `${seconds / 3600} h`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}


/***/ }),

/***/ 9518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ abortOnSignals)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);

/** Signals by which the runner cancels a job, and a terminal or a supervisor ends a command. */
const SIGNALS = ['SIGINT', 'SIGTERM'];
/**
 * Returns what stands between the process and the signals that tell it to end. A second signal of the
 * same name ends the process at once.
 */
function abortOnSignals() {
    const controller = new AbortController();
    let status;
    const abort = (name) => {
        status ??= 128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[name];
        controller.abort();
    };
    for (const name of SIGNALS)
        process.once(name, abort);
    return {
        signal: controller.signal,
        status: () => status,
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
