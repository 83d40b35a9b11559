export const id = 779;
export const ids = [779];
export const modules = {

/***/ 5779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/oci/error.js
var oci_error = __webpack_require__(3211);
// EXTERNAL MODULE: ./lib/oci/problems.js
var problems = __webpack_require__(6505);
// EXTERNAL MODULE: ./lib/render/attached.js
var render_attached = __webpack_require__(4470);
// EXTERNAL MODULE: ./lib/render/denied.js
var render_denied = __webpack_require__(1481);
// EXTERNAL MODULE: ./lib/render/error.js
var render_error = __webpack_require__(5074);
// EXTERNAL MODULE: ./lib/render/masking.js
var masking = __webpack_require__(9924);
// EXTERNAL MODULE: ./lib/render/masks.js + 3 modules
var render_masks = __webpack_require__(7192);
// EXTERNAL MODULE: ./lib/render/pulled.js
var render_pulled = __webpack_require__(1972);
// EXTERNAL MODULE: ./lib/render/selected.js
var selected = __webpack_require__(4667);
// EXTERNAL MODULE: ./lib/render/traffic.js
var render_traffic = __webpack_require__(7921);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/cli/cache-directory.js



/**
 * Returns the path of the user's folder for what later commands may use again
 * (XDG Base Directory Specification 0.8: a relative path counts as none).
 */
function cacheDirectoryOf(env) {
    const stated = env['XDG_CACHE_HOME'] ?? '';
    const caches = (0,external_node_path_.isAbsolute)(stated) ? stated : (0,external_node_path_.join)(env['HOME'] || (0,external_node_os_.homedir)(), '.cache');
    return (0,external_node_path_.join)(caches, version/* PROGRAM */.R);
}

;// CONCATENATED MODULE: ./lib/cli/option.js
/** Options that say how artifacts are made of files. */
const artifactOptions = [
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
];
/** Options of the verb that attaches. */
const attachOptions = [
    {
        name: 'artifact-type',
        placeholder: 'TYPE',
        help: 'type of what is attached; else it is read off each document',
    },
    { name: 'combine', help: 'make all files layers of one artifact' },
    ...artifactOptions,
];
/** Options of the verb that pushes. */
const pushOptions = [
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
];
/** Options of the verb that pulls. */
const pullOptions = [
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
];
/** Options that say what the image must carry. */
const gateOptions = [
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
];
const layoutOption = {
    name: 'oci-layout',
    help: 'REFERENCE is PATH[:tag][@digest] of an OCI image layout',
};
/** Options that say which manifests of the image are meant. */
const imageOptions = [
    { name: 'digest', placeholder: 'DIGEST', help: 'digest that REFERENCE must have' },
    {
        name: 'platform',
        placeholder: 'OS/ARCH',
        help: "that platform's manifest of a multi-platform image, several between commas, or all of them by all",
    },
    layoutOption,
];
/** Options that every verb has. */
const commonOptions = [
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
];

;// CONCATENATED MODULE: ./lib/cli/verb.js

const verbs = [
    {
        name: 'attach',
        summary: 'attach files to an image as OCI referrers',
        operands: 'REFERENCE FILE[:MEDIA-TYPE]...',
        leastOperands: 2,
        mostOperands: Number.POSITIVE_INFINITY,
        description: 'Attaches each FILE to the image as an artifact of its own, and prints the reference of each, a line each. ' +
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
        description: 'Pushes all FILEs as one artifact, attached to the subject if one is given, and prints its ' +
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
        description: 'Prints the graph of everything that refers to the image. Where several platforms are asked for, ' +
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
        description: 'Writes the files of the artifact by their titles, or with --referrers those of everything ' +
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
        description: 'Judges everything that is attached to the image by the policy, and prints the verdict with the ' +
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
];

;// CONCATENATED MODULE: ./lib/cli/help.js


/** A terminal is at least this wide. */
const WIDTH = 80;
const INDENT = '  ';
/** Where the texts of options begin. */
const COLUMN = 34;
/** Returns the help of the command line as a whole. */
function programHelp() {
    const width = Math.max(...verbs.map(({ name }) => name.length));
    return [
        `Usage: ${version/* PROGRAM */.R} VERB [OPTIONS] OPERANDS...`,
        `       ${version/* PROGRAM */.R} VERB --help`,
        `       ${version/* PROGRAM */.R} --version`,
        '',
        'Verbs:',
        ...verbs.map(({ name, summary }) => `${INDENT}${name.padEnd(width)}  ${summary}`),
        '',
        ...wrap('REFERENCE is registry/repository[:tag][@digest], or oci-layout://PATH[:tag][@digest] for an ' +
            'OCI image layout on disk; it has a tag, a digest or both. Credentials are those of docker ' +
            'login or podman login.', WIDTH),
        '',
        ...wrap('Exit status: 0 done; 1 failed; 2 wrong usage or input; 3 gate denied; 130 ended by SIGINT; ' +
            '143 ended by SIGTERM.', WIDTH),
    ].join('\n');
}
/** Returns the line that says how the verb, or the program, is called. */
function usageLine(verb) {
    return `Usage: ${version/* PROGRAM */.R} ${verb ? `${verb.name} [OPTIONS] ${verb.operands}` : 'VERB [OPTIONS] OPERANDS...'}`;
}
/** Returns the help of a verb. */
function verbHelp(verb) {
    return [
        usageLine(verb),
        '',
        ...wrap(verb.description, WIDTH),
        '',
        'Options:',
        ...verb.options.flatMap(optionLines),
    ].join('\n');
}
function optionLines({ name, short, placeholder, help }) {
    const names = `${short ? `-${short}, ` : '    '}--${name}${placeholder ? ` ${placeholder}` : ''}`;
    const head = `${INDENT}${names}`;
    const [first, ...rest] = wrap(help, WIDTH - COLUMN).map((line) => ' '.repeat(COLUMN) + line);
    const fits = head.length < COLUMN - 1;
    const start = fits ? [head + (first ?? '').slice(head.length)] : [head, first ?? ''];
    return [...start, ...rest];
}
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line];
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
;// CONCATENATED MODULE: ./lib/cli/inputs.js

/** Inputs whose option has another name. */
const optionNames = {
    annotations: 'annotation',
    password: 'password-stdin',
    'pull-to': 'output',
};
/** Returns what the verb calls an input: an operand or an option with its dashes. */
function nameOfInput(input, verb) {
    if (input === 'image')
        return verb === 'push' ? '--subject' : 'REFERENCE';
    if (input === 'repository')
        return 'REPOSITORY';
    if (input === 'files')
        return 'FILE';
    return `--${optionNames[input] ?? input}`;
}
/**
 * Returns the inputs that a command gives: the first operand is the image, the others are files. Of
 * an option that takes one value the last counts. `pull` pulls in any case, into the working directory
 * unless told otherwise; the `--output` of other verbs is another. `password` is what standard input
 * holds.
 */
function commandInputs(command, password) {
    const [image, ...files] = command.operands;
    const given = (name) => {
        const values = command.options.get(optionNames[name] ?? name) ?? [];
        return values.filter((value) => value.trim() !== '');
    };
    const pulls = command.verb.name === 'pull';
    return {
        value: (name) => {
            if (name === 'password')
                return password;
            if (name === 'pull-to')
                return pulls ? (given(name).at(-1) ?? '.') : undefined;
            return given(name).at(-1);
        },
        values: (name) => {
            if (name === 'image')
                return image === undefined ? [] : [asReference(image, command)];
            return name === 'files' ? files : given(name);
        },
    };
}
/** Returns a reference with its scheme, where the command is about an image layout. */
function asReference(text, command) {
    const isBare = command.flags.has('oci-layout') && !text.startsWith(oci_reference/* LAYOUT_SCHEME */.JR);
    return isBare ? `${oci_reference/* LAYOUT_SCHEME */.JR}${text}` : text;
}

// EXTERNAL MODULE: ./lib/inputs/job.js + 4 modules
var inputs_job = __webpack_require__(4853);
// EXTERNAL MODULE: ./lib/inputs/images.js
var inputs_images = __webpack_require__(7591);
;// CONCATENATED MODULE: ./lib/cli/push.js







/**
 * Returns the job of a command `push`: all files become one artifact, attached to the subject, or with
 * none pushed by itself; where REPOSITORY has a tag, the artifact gets it. `password` is what standard
 * input holds.
 *
 * Throws InputError or InputProblems as `readJob` does (input `image` is the subject), and InputError
 * (input `repository` or `subject`) for a REPOSITORY that is none or is not the subject's.
 */
function pushJob(command, password) {
    const subject = command.options.get('subject')?.at(-1);
    const source = pushInputs(command, password, subject);
    const { destination, job } = (0,problems/* readAll */.yw)({
        destination: () => readDestination(command),
        job: () => (0,inputs_job/* readJob */.c)(source, { images: subject === undefined ? () => [] : inputs_images/* readImages */.H }),
    });
    const { attach: request, ...rest } = { ...job, discovers: false, confirms: 'before-end' };
    const [image] = job.images;
    return image
        ? { ...rest, ...(request && { attach: taggedRequest(request, image, destination) }) }
        : { ...rest, images: [destination], ...(request && { push: request }) };
}
/** A subject that is given but empty, as an unset variable is, is none, which `readImages` refuses. */
function pushInputs(command, password, subject) {
    const { value, values } = commandInputs(command, password);
    const images = subject?.trim() ? [asReference(subject, command)] : [];
    return {
        value: (name) => (name === 'combine' ? 'true' : value(name)),
        values: (name) => (name === 'image' ? images : values(name)),
    };
}
function readDestination(command) {
    const [operand = ''] = command.operands;
    const reference = parseDestination(asReference(operand, command));
    if (!reference.digest)
        return reference;
    throw new oci_error/* InputError */.dz('repository', 'a digest is given, but that of an artifact follows from its files', 'Give a tag instead of it, or nothing.');
}
function parseDestination(text) {
    try {
        return (0,oci_reference/* parseReference */.F2)(text);
    }
    catch (error) {
        if (error instanceof oci_error/* InputError */.dz) {
            throw new oci_error/* InputError */.dz('repository', error.message, error.advice);
        }
        throw error;
    }
}
/** An artifact is found by what it refers to only in the same repository (distribution-spec v1.1.1). */
function taggedRequest(request, subject, destination) {
    if (placeOf(subject) !== placeOf(destination)) {
        throw new oci_error/* InputError */.dz('subject', `it is in ${(0,oci_reference/* formatRepository */.Sh)(subject)}, not in ${(0,oci_reference/* formatRepository */.Sh)(destination)}`, 'An artifact is attached in the repository of its subject: name that one.');
    }
    const { tag } = destination;
    if (tag === undefined)
        return request;
    if (tag !== subject.tag)
        return { ...request, tag };
    throw new oci_error/* InputError */.dz('repository', `the tag ${tag} is the subject's: the artifact would take its place`, 'Give another tag, or none.');
}
function placeOf(reference) {
    return reference.kind === 'registry' ? (0,oci_reference/* formatRepository */.Sh)(reference) : (0,external_node_path_.resolve)(reference.path);
}

;// CONCATENATED MODULE: ./lib/cli/job.js




/**
 * Returns the job of a command: what its inputs describe, with what the command line alone can ask
 * for. A graph is only wanted where it is shown or pulled. `password` is what standard input holds,
 * and `policy` reads what the image must carry.
 *
 * Throws InputError or InputProblems as `readJob` and `pushJob` do, and for a type to select by where
 * nothing is selected.
 */
function commandJob(command, password, policy = () => undefined) {
    if (command.verb.name === 'push')
        return pushJob(command, password);
    const inputs = commandInputs(command, password);
    const job = { ...(0,inputs_job/* readJob */.c)(inputs, { policy }), confirms: 'before-end' };
    if (!job.pull)
        return { ...job, discovers: command.verb.name === 'discover' };
    const { flags } = command;
    const pullsAttached = flags.has('referrers');
    if (!pullsAttached && job.artifactTypes.length > 0) {
        throw new oci_error/* InputError */.dz('artifact-type', 'one artifact is to be pulled, whatever its type', 'Add --referrers to pull what is attached to it, by type.');
    }
    const what = pullsAttached ? 'referrers' : 'artifact';
    const overwrite = flags.has('overwrite');
    return { ...job, discovers: pullsAttached, pull: { ...job.pull, what, overwrite } };
}

;// CONCATENATED MODULE: ./lib/cli/masked-output.js
/** Returns an output that writes to another, without what the masks hide by then. */
function maskedOutput(output, masks) {
    return {
        write: (text) => output.write(masks.hide(text)),
        get isTTY() {
            return output.isTTY;
        },
        get columns() {
            return output.columns;
        },
    };
}

// EXTERNAL MODULE: ./lib/render/plain.js
var plain = __webpack_require__(940);
// EXTERNAL MODULE: ./lib/render/transfer-pace.js
var transfer_pace = __webpack_require__(2577);
;// CONCATENATED MODULE: ./lib/cli/notes.js


const ERASE_LINE = '\r\u001b[K';
/** A terminal is drawn anew as often as eyes can follow; elsewhere each line stays. */
const TERMINAL_PACE = { interval: 100 };
const LOG_PACE = { interval: 10_000, part: 0.1 };
const BAR_WIDTH = 20;
const NARROWEST = 80;
/** Returns what writes notes; on a terminal, transfers are a bar that the next line takes the place of. */
function writeNotes({ stderr, now }, { quiet, debug }) {
    const isTerminal = stderr.isTTY === true;
    const isDue = (0,transfer_pace/* transferPace */.N)(isTerminal ? TERMINAL_PACE : LOG_PACE);
    let hasBar = false;
    function write(lines) {
        stderr.write(`${hasBar ? ERASE_LINE : ''}${lines}\n`);
        hasBar = false;
    }
    function showTransfer(transfer) {
        if (quiet || !isDue(transfer, now()))
            return;
        if (!isTerminal) {
            write((0,transfer_pace/* formatTransfer */.z)(transfer));
            return;
        }
        const width = (stderr.columns ?? NARROWEST) - 1;
        const line = (0,plain/* cut */.Jj)(`${bar(transfer)} ${(0,transfer_pace/* formatTransfer */.z)(transfer)}`, width);
        stderr.write(`${ERASE_LINE}${line}`);
        hasBar = true;
    }
    return {
        note: (line) => {
            if (!quiet)
                write((0,plain/* plain */.pj)(line));
        },
        error: (lines) => write((0,plain/* plainLines */.y1)(lines)),
        onProgress: (progress) => {
            switch (progress.kind) {
                case 'step':
                case 'retry':
                    if (!quiet)
                        write((0,plain/* plain */.pj)(progress.message));
                    return;
                case 'request':
                    if (debug)
                        write((0,plain/* plain */.pj)(progress.message));
                    return;
                case 'upload':
                case 'download':
                    showTransfer(progress);
            }
        },
    };
}
function bar({ done, size }) {
    const filled = Math.min(BAR_WIDTH, Math.floor((done / Math.max(size, 1)) * BAR_WIDTH));
    return `[${'='.repeat(filled).padEnd(BAR_WIDTH)}]`;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/oci/closest.js
var closest = __webpack_require__(1554);
// EXTERNAL MODULE: ./lib/inputs/scalar.js
var scalar = __webpack_require__(9737);
// EXTERNAL MODULE: ./lib/oci/quote.js
var quote = __webpack_require__(5449);
;// CONCATENATED MODULE: ./lib/cli/usage-error.js
/** A command line that cannot be understood. */
class UsageError extends Error {
    name = 'UsageError';
    /** The verb, where it is known. */
    verb;
    constructor(message, verb) {
        super(message);
        this.verb = verb;
    }
}

;// CONCATENATED MODULE: ./lib/cli/flag.js



/** The booleans that only the command line has, and no inputs of the action. */
const FLAGS = [
    'oci-layout',
    'password-stdin',
    'referrers',
    'allow-all',
    'overwrite',
    'quiet',
    'debug',
];
/** Returns the flags that are set. Throws UsageError if one is given a value that is no boolean. */
function readFlags(verb, options) {
    const set = FLAGS.filter((flag) => {
        const text = options.get(flag)?.at(-1) ?? 'false';
        const value = (0,scalar/* parseBoolean */.yG)(text);
        if (value === undefined)
            throw new UsageError(`--${flag} takes no value ${(0,quote/* quote */.h)(text)}`, verb);
        return value;
    });
    return new Set(set);
}

;// CONCATENATED MODULE: ./lib/cli/parse.js





/** Returns what the arguments ask for. Throws UsageError if they cannot be understood. */
function parseCommand(args) {
    const [first, ...rest] = args;
    switch (first) {
        case undefined:
            throw new UsageError('no verb is given');
        case '--version':
            return { kind: 'version' };
        case '--help':
        case '-h':
            return { kind: 'help' };
        case 'help':
            return rest[0] === undefined ? { kind: 'help' } : { kind: 'help', verb: findVerb(rest[0]) };
        default:
            return parseVerb(findVerb(first), rest);
    }
}
function findVerb(text) {
    const verb = verbs.find(({ name }) => name === text);
    if (verb)
        return verb;
    if (text.startsWith('-'))
        throw new UsageError(`the verb comes first, before ${text}`);
    const meant = (0,closest/* closest */.k)(text, ['help', ...verbs.map(({ name }) => name)]);
    throw new UsageError(`there is no verb ${text}${didYouMean(meant)}`);
}
function parseVerb(verb, args) {
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: Object.fromEntries(verb.options.map(parserOption)),
        allowPositionals: true,
        // Strict parsing tells neither what was meant nor in our words, and takes no `--name=false`.
        strict: false,
        tokens: true,
    });
    const options = new Map();
    const operands = [];
    for (const token of tokens) {
        if (token.kind === 'positional')
            operands.push(token.value);
        if (token.kind === 'option') {
            const value = optionValue(verb, token);
            options.set(token.name, [...(options.get(token.name) ?? []), value]);
        }
    }
    if (options.has('help'))
        return { kind: 'help', verb };
    if (operands.length < verb.leastOperands) {
        throw new UsageError(`${verb.name} needs ${verb.operands}`, verb);
    }
    if (operands.length > verb.mostOperands) {
        throw new UsageError(`too many operands: ${operands.slice(verb.mostOperands).join(' ')}`, verb);
    }
    return { kind: 'job', verb, options, flags: readFlags(verb, options), operands };
}
function parserOption({ name, short, placeholder }) {
    return [name, { type: placeholder ? 'string' : 'boolean', ...(short && { short }) }];
}
function optionValue(verb, { name, rawName, value, inlineValue }) {
    const option = verb.options.find((each) => each.name === name);
    if (!option) {
        const meant = (0,closest/* closest */.k)(rawName, verb.options.map((each) => `--${each.name}`));
        throw new UsageError(`${verb.name} has no option ${rawName}${didYouMean(meant)}`, verb);
    }
    if (!option.placeholder)
        return value ?? 'true';
    const isOption = !inlineValue && value !== undefined && /^-./.test(value);
    if (value !== undefined && !isOption)
        return value;
    const example = isOption ? ` (to give ${value}, write ${rawName}=${value})` : '';
    throw new UsageError(`${rawName} needs a value${example}`, verb);
}
function didYouMean(word) {
    return word === undefined ? '' : `; did you mean ${word}?`;
}

;// CONCATENATED MODULE: ./lib/cli/standard-input.js
/** Returns what the stream holds; undefined, without reading on, if that is more than the bytes. */
async function readAtMost(stream, bytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > bytes)
            return undefined;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./lib/cli/password.js


/** Tokens have a few kilobytes, a service account's key in JSON has less than four. */
const MAX_BYTES = 64 * 1024;
/**
 * Returns the password that the stream holds, without the line break that `echo` puts at its end.
 *
 * Throws InputError (input `password`) if there is nothing, or more than any password has.
 */
async function readPassword(stream) {
    const bytes = await readAtMost(stream, MAX_BYTES);
    if (!bytes)
        throw new oci_error/* InputError */.dz('password', 'standard input holds more than a password');
    const password = bytes.toString().replace(/\r?\n$/, '');
    if (password !== '')
        return password;
    throw new oci_error/* InputError */.dz('password', 'standard input is empty', 'Pipe the password to the command.');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/cli/policy.js




/** Policies are written by hand; this is a thousand times what one has. */
const policy_MAX_BYTES = 1024 * 1024;
const STANDARD_INPUT = '-';
const ADVICE = 'Paths are relative to the working directory; - is standard input.';
/**
 * Returns how to read the policy of a command: the types of `--require-type`, or the file that
 * `--require` names. What is wrong with it is thrown when it is read, as an InputError (input
 * `require` or `require-type`).
 *
 * Throws UsageError for a gate without a policy.
 */
async function commandPolicy(command, stdin) {
    const { verb, options } = command;
    const path = options.get('require')?.at(-1);
    const types = options.get('require-type');
    if (path !== undefined && types) {
        return failing('require-type', '--require-type and --require are both given', 'Give one of them.');
    }
    if (types) {
        const { policyOfTypes } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(724)]).then(__webpack_require__.bind(__webpack_require__, 2343));
        return () => policyOfTypes(types);
    }
    if (path !== undefined)
        return policyIn(path, command, stdin);
    if (verb.name !== 'gate')
        return () => undefined;
    throw new UsageError('gate needs --require FILE or --require-type TYPE', verb);
}
async function policyIn(path, { flags }, stdin) {
    if (path.trim() === '') {
        return failing('require', 'the name of the file is empty', 'Name the file with the policy.');
    }
    if (path === STANDARD_INPUT && flags.has('password-stdin')) {
        return failing('require', 'standard input is the password', 'Put the policy into a file.');
    }
    const read = await readText(path, stdin);
    if ('why' in read)
        return failing('require', `cannot read ${path}: ${read.why}`, ADVICE);
    const { parsePolicy } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(724)]).then(__webpack_require__.bind(__webpack_require__, 2343));
    return () => parsePolicy(read.text);
}
async function readText(path, stdin) {
    try {
        if (path !== STANDARD_INPUT)
            return { text: await (0,promises_.readFile)(path, 'utf8') };
        const bytes = await readAtMost(stdin, policy_MAX_BYTES);
        return bytes ? { text: bytes.toString() } : { why: `it has more than ${policy_MAX_BYTES} bytes` };
    }
    catch (error) {
        return { why: error.message };
    }
}
function failing(...problem) {
    return () => {
        throw new oci_error/* InputError */.dz(...problem);
    };
}

// EXTERNAL MODULE: ./lib/render/json.js
var json = __webpack_require__(7544);
// EXTERNAL MODULE: ./lib/render/mermaid.js
var mermaid = __webpack_require__(5399);
// EXTERNAL MODULE: ./lib/render/report.js
var report = __webpack_require__(248);
// EXTERNAL MODULE: ./lib/render/report-json.js
var report_json = __webpack_require__(7163);
// EXTERNAL MODULE: ./lib/render/tree.js
var tree = __webpack_require__(7758);
;// CONCATENATED MODULE: ./lib/cli/result.js








/**
 * Returns how the command wants its result. What `attach` and `push` have done is printed also if
 * the job failed afterwards, and so is the verdict of `gate`; a graph, and what was pulled, is
 * printed whole or not at all.
 *
 * Throws InputError (input `format` or `output`) for a format that the verb does not have.
 */
function resultFormat(command) {
    const { name } = command.verb;
    if (name === 'attach' || name === 'push') {
        const render = attachedFormats[readFormat(command, 'format', ['text', 'json'])];
        return ({ attached, failure }) => failure && attached.length === 0 ? undefined : render(attached);
    }
    if (name === 'pull') {
        const render = pulledFormats[readFormat(command, 'format', ['text', 'json'])];
        return ({ pulled, failure }) => (failure ? undefined : render(pulled));
    }
    if (name === 'gate') {
        const render = reportFormats[readFormat(command, 'format', ['text', 'json'])];
        return ({ gate }) => gate && render(gate);
    }
    const render = graphFormat(command);
    return ({ graphs, failure }) => (failure ? undefined : render(graphs));
}
const attachedFormats = {
    text: (attached) => attached.map(({ reference }) => (0,plain/* plain */.pj)(reference)).join('\n'),
    json: (attached) => (0,json/* formatJson */.IB)(attached.map(json/* attachedJson */.lv), 2),
};
const pulledFormats = {
    text: (pulled) => pulled.map(({ path }) => (0,plain/* plain */.pj)(path)).join('\n'),
    json: (pulled) => (0,json/* formatJson */.IB)(pulled.map(json/* pulledJson */.L7), 2),
};
const reportFormats = {
    text: report/* renderReport */.B,
    json: (report) => (0,json/* formatJson */.IB)((0,report_json/* reportJson */.l)(report), 2),
};
const trees = (graphs) => graphs.map(tree/* renderTree */.B).join('\n\n');
const older = (graph) => (0,json/* formatJson */.IB)((0,json/* referencesJson */.d0)(graph), 2);
const whole = (graph) => (0,json/* formatJson */.IB)((0,json/* graphJson */.Ne)(graph), 2);
const outputs = {
    tree: trees,
    json: (graphs) => graphs.map(older).join('\n'),
};
const formats = {
    tree: trees,
    json: (graphs) => graphs.map(whole).join('\n'),
    mermaid: (graphs) => graphs.map(mermaid/* renderMermaid */.m6).join('\n\n'),
};
function graphFormat(command) {
    const { options } = command;
    if (options.has('output') && options.has('format')) {
        throw new oci_error/* InputError */.dz('format', '--format and --output are both given', 'Give one of them.');
    }
    return options.has('output')
        ? outputs[readFormat(command, 'output', ['tree', 'json'])]
        : formats[readFormat(command, 'format', ['tree', 'json', 'mermaid'])];
}
function readFormat({ options }, option, choices) {
    return (0,scalar/* parseChoice */.HU)(option, options.get(option)?.at(-1) ?? choices[0], choices);
}

;// CONCATENATED MODULE: ./lib/cli/command.js






















/** Exit statuses, as the help states them. */
const DONE = 0;
const FAILED = 1;
const MISUSED = 2;
const DENIED = 3;
/**
 * Returns the exit status of the command line: 0 done, 1 failed, 2 wrong usage or input,
 * 3 gate denied. Only the
 * result goes to stdout, as it is; notes, errors and the usage go to stderr, where secrets are masked.
 * Never throws.
 */
async function runCommand(args, terminal, doJob) {
    let command;
    try {
        command = parseCommand(args);
    }
    catch (error) {
        return fail(error, terminal);
    }
    if (command.kind === 'job')
        return runJob(command, terminal, doJob);
    terminal.stdout.write(`${command.kind === 'version' ? version/* VERSION */.x : help(command)}\n`);
    return DONE;
}
function help({ verb }) {
    return verb ? verbHelp(verb) : programHelp();
}
async function runJob(command, open, doJob) {
    const masks = (0,render_masks/* createMasks */._)();
    const terminal = { ...open, stderr: maskedOutput(open.stderr, masks) };
    try {
        const { job, render } = await readCommand(command, terminal);
        const { flags } = command;
        const notes = writeNotes(terminal, { quiet: flags.has('quiet'), debug: flags.has('debug') });
        const { onProgress } = notes;
        const outcome = await doJob(job, {
            onProgress,
            onSecret: (0,masking/* masking */.L)(job, masks.add),
            env: terminal.env,
            cacheDirectory: cacheDirectoryOf(terminal.env),
        });
        writeOutcome(job, outcome, notes);
        if (outcome.gate && command.verb.name !== 'gate')
            writeVerdict(outcome.gate, notes);
        const result = render((0,selected/* selectInOutcome */.w)(outcome, job.artifactTypes));
        if (result)
            terminal.stdout.write(`${result}\n`);
        if (outcome.failure)
            throw outcome.failure;
        return DONE;
    }
    catch (error) {
        return fail(error, terminal, command);
    }
}
async function readCommand(command, { stdin }) {
    const password = command.flags.has('password-stdin') ? await readPassword(stdin) : undefined;
    const policy = await commandPolicy(command, stdin);
    return (0,problems/* readAll */.yw)({
        job: () => commandJob(command, password, policy),
        render: () => resultFormat(command),
    });
}
function writeOutcome(job, outcome, { note }) {
    const { attached, pulled, warnings, traffic, failure } = outcome;
    for (const each of attached)
        note((0,render_attached/* formatAttached */.w)(each));
    if (job.pull && !failure)
        note((0,render_pulled/* formatPulled */.k)(job.pull, pulled));
    for (const warning of warnings)
        note(`Warning: ${warning}`);
    if (traffic.requests > 0)
        note((0,render_traffic/* formatTraffic */.z)(traffic));
}
/** Where the verdict is not the result; a denied rule is an error, whatever else is asked for. */
function writeVerdict(report, { note, error }) {
    const denied = (0,render_denied/* deniedLines */.V)(report);
    if (denied.length > 0)
        error(denied.map((line) => `Denied: ${line}`).join('\n'));
    else
        note('The gate is passed: every rule is proven');
}
function fail(error, terminal, command) {
    const isUsage = error instanceof UsageError;
    const verb = isUsage ? error.verb : command?.verb;
    const isMisuse = isUsage || (0,problems/* isInputProblem */.kM)(error);
    const nameInput = (input) => nameOfInput(input, verb?.name);
    const lines = [
        ...(command?.flags.has('debug') ? (0,render_error/* causesOf */.c)(error).map((cause) => `Cause: ${cause}`) : []),
        `Error: ${isUsage ? error.message : (0,render_error/* explain */.W)(error, nameInput).join('\n')}`,
        ...(isMisuse ? [usageLine(verb)] : []),
    ];
    writeNotes(terminal, { quiet: false, debug: false }).error(lines.join('\n'));
    if (isMisuse)
        return MISUSED;
    return (0,oci_error/* hasCode */.up)(error, 'GATE_DENIED') ? DENIED : FAILED;
}

// EXTERNAL MODULE: ./lib/run.js + 39 modules
var run = __webpack_require__(2945);
// EXTERNAL MODULE: ./lib/signals.js
var signals = __webpack_require__(9518);
;// CONCATENATED MODULE: ./lib/cli.js



/**
 * Runs the command line of this process and sets its exit status: that of the command, or 130 and 143
 * where SIGINT or SIGTERM ended it. Never throws.
 */
async function main(doJob = run/* run */.e) {
    const { stdin, stdout, stderr, env, argv } = process;
    stdout.on('error', onUnwritable);
    stderr.on('error', () => {
        // There is nowhere left to say so, and the result is what counts.
    });
    const terminal = { stdin, stdout, stderr, env, now: Date.now };
    let interrupted;
    // Before the job, as while a password is waited for, a signal ends the process as it always does.
    const untilSignal = async (job, context) => {
        const watch = (0,signals/* abortOnSignals */.P)();
        try {
            return await doJob(job, { ...context, signal: watch.signal });
        }
        finally {
            watch.release();
            interrupted = watch.status();
        }
    };
    const status = await runCommand(argv.slice(2), terminal, untilSignal);
    if (status !== 0)
        process.exitCode = interrupted ?? status;
}
/** A reader that has seen enough, such as `head`, is no failure; a full disk is. */
function onUnwritable({ code, message }) {
    if (code === 'EPIPE')
        return;
    process.stderr.write(`Error: the result cannot be written: ${message}\n`);
    process.exitCode = 1;
}


/***/ }),

/***/ 1554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/** So that `attahc` is told from another word that only happens to be as long. */
const MAX_DISTANCE = 2;
/** Returns the word that was probably meant by a mistyped one, if any is near enough. */
function closest(mistyped, words) {
    const [best] = words
        .map((word) => ({ word, distance: distance(mistyped, word) }))
        .filter(({ word, distance }) => distance <= MAX_DISTANCE && distance < word.length / 2)
        .sort((a, b) => a.distance - b.distance);
    return best?.word;
}
/** The number of characters to insert, delete or replace (Levenshtein), row by row of its table. */
function distance(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, at) => at);
    for (const [i, character] of [...from].entries()) {
        const above = row;
        row = [i + 1];
        for (let j = 0; j < to.length; j += 1) {
            const replaced = cell(above, j) + (character === to[j] ? 0 : 1);
            row.push(Math.min(replaced, cell(above, j + 1) + 1, cell(row, j) + 1));
        }
    }
    return cell(row, to.length);
}
function cell(row, at) {
    return row[at] ?? Number.POSITIVE_INFINITY;
}


/***/ })

};
