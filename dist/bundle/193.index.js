export const id = 193;
export const ids = [193];
export const modules = {

/***/ 6193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/inputs/job.js + 5 modules
var inputs_job = __webpack_require__(1269);
// EXTERNAL MODULE: ./lib/inputs/problems.js
var problems = __webpack_require__(1733);
// EXTERNAL MODULE: ./lib/render/attached.js
var render_attached = __webpack_require__(4470);
// EXTERNAL MODULE: ./lib/render/error.js
var render_error = __webpack_require__(5074);
// EXTERNAL MODULE: ./lib/render/selected.js
var selected = __webpack_require__(4667);
// EXTERNAL MODULE: ./lib/render/traffic.js
var render_traffic = __webpack_require__(7921);
;// CONCATENATED MODULE: ./lib/version.js
/** The version of this program, as in package.json; the bundle has no package.json to read it from. */
const VERSION = '1.0.0';

;// CONCATENATED MODULE: ./lib/cli/option.js
/** Options of the verbs that attach. */
const attachOptions = [
    {
        name: 'artifact-type',
        placeholder: 'TYPE',
        help: 'type of what is attached; else it is read off each document',
    },
    { name: 'combine', help: 'make all files layers of one artifact' },
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
/** Options that say which manifests of the image are meant. */
const imageOptions = [
    { name: 'digest', placeholder: 'DIGEST', help: 'digest that REFERENCE must have' },
    {
        name: 'platform',
        placeholder: 'OS/ARCH',
        help: "that platform's manifest of a multi-platform image, several between commas, or all of them by all",
    },
    { name: 'oci-layout', help: 'REFERENCE is PATH[:tag][@digest] of an OCI image layout' },
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

const PROGRAM = 'oras-attach';
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
        `Usage: ${PROGRAM} VERB [OPTIONS] OPERANDS...`,
        `       ${PROGRAM} VERB --help`,
        `       ${PROGRAM} --version`,
        '',
        'Verbs:',
        ...verbs.map(({ name, summary }) => `${INDENT}${name.padEnd(width)}  ${summary}`),
        '',
        ...wrap('REFERENCE is registry/repository[:tag][@digest], or oci-layout://PATH[:tag][@digest] for an ' +
            'OCI image layout on disk; it has a tag, a digest or both. Credentials are those of docker ' +
            'login or podman login.', WIDTH),
        '',
        'Exit status: 0 done; 1 failed; 2 wrong usage or input.',
    ].join('\n');
}
/** Returns the line that says how the verb, or the program, is called. */
function usageLine(verb) {
    return `Usage: ${PROGRAM} ${verb ? `${verb.name} [OPTIONS] ${verb.operands}` : 'VERB [OPTIONS] OPERANDS...'}`;
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
var reference = __webpack_require__(3940);
;// CONCATENATED MODULE: ./lib/cli/inputs.js

/** Inputs whose option has another name. */
const optionNames = {
    annotations: 'annotation',
    password: 'password-stdin',
};
/** Returns what the command line calls an input: an operand or an option with its dashes. */
function nameOfInput(input) {
    if (input === 'image')
        return 'REFERENCE';
    if (input === 'files')
        return 'FILE';
    return `--${optionNames[input] ?? input}`;
}
/**
 * Returns the inputs that a command gives: the first operand is the image, the others are files. Of
 * an option that takes one value the last counts. `password` is what standard input holds.
 */
function commandInputs(command, password) {
    const [image, ...files] = command.operands;
    const given = (name) => {
        const values = command.options.get(optionNames[name] ?? name) ?? [];
        return values.filter((value) => value.trim() !== '');
    };
    return {
        value: (name) => (name === 'password' ? password : given(name).at(-1)),
        values: (name) => {
            if (name === 'image')
                return image === undefined ? [] : [asReference(image, command)];
            return name === 'files' ? files : given(name);
        },
    };
}
function asReference(text, command) {
    const isBare = command.flags.has('oci-layout') && !text.startsWith(reference/* LAYOUT_SCHEME */.JR);
    return isBare ? `${reference/* LAYOUT_SCHEME */.JR}${text}` : text;
}

// EXTERNAL MODULE: ./lib/render/plain.js
var plain = __webpack_require__(940);
// EXTERNAL MODULE: ./lib/render/size.js
var render_size = __webpack_require__(4139);
// EXTERNAL MODULE: ./lib/render/upload-pace.js
var upload_pace = __webpack_require__(7403);
;// CONCATENATED MODULE: ./lib/cli/notes.js



const ERASE_LINE = '\r\u001b[K';
/** A terminal is drawn anew as often as eyes can follow; elsewhere each line stays. */
const TERMINAL_PACE = { interval: 100 };
const LOG_PACE = { interval: 10_000, part: 0.1 };
const BAR_WIDTH = 20;
const NARROWEST = 80;
/** Returns what writes notes; on a terminal, uploads are a bar that the next line takes the place of. */
function writeNotes({ stderr, now }, { quiet, debug }) {
    const isTerminal = stderr.isTTY === true;
    const isDue = (0,upload_pace/* uploadPace */.l)(isTerminal ? TERMINAL_PACE : LOG_PACE);
    let hasBar = false;
    function write(lines) {
        stderr.write(`${hasBar ? ERASE_LINE : ''}${lines}\n`);
        hasBar = false;
    }
    function showUpload(progress) {
        if (quiet || !isDue(progress, now()))
            return;
        if (!isTerminal) {
            write(uploadLine(progress));
            return;
        }
        const line = (0,plain/* cut */.Jj)(`${bar(progress)} ${uploadLine(progress)}`, (stderr.columns ?? NARROWEST) - 1);
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
                    showUpload(progress);
            }
        },
    };
}
function uploadLine({ title, sent, size }) {
    return `Uploading ${(0,plain/* plain */.pj)(title)}: ${(0,render_size/* formatSize */.X)(sent)} of ${(0,render_size/* formatSize */.X)(size)}`;
}
function bar({ sent, size }) {
    const filled = Math.min(BAR_WIDTH, Math.floor((sent / Math.max(size, 1)) * BAR_WIDTH));
    return `[${'='.repeat(filled).padEnd(BAR_WIDTH)}]`;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/cli/closest.js
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

// EXTERNAL MODULE: ./lib/inputs/quote.js
var quote = __webpack_require__(7933);
// EXTERNAL MODULE: ./lib/inputs/scalar.js
var scalar = __webpack_require__(9737);
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



/** The booleans that are about the command line itself and no inputs of a job. */
const FLAGS = ['oci-layout', 'password-stdin', 'quiet', 'debug'];
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
    const meant = closest(text, ['help', ...verbs.map(({ name }) => name)]);
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
        const meant = closest(rawName, verb.options.map((each) => `--${each.name}`));
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

// EXTERNAL MODULE: ./lib/oci/error.js
var error = __webpack_require__(3211);
;// CONCATENATED MODULE: ./lib/cli/password.js

/** Tokens have a few kilobytes, a service account's key in JSON has less than four. */
const MAX_BYTES = 64 * 1024;
/**
 * Returns the password that the stream holds, without the line break that `echo` puts at its end.
 *
 * Throws InputError (input `password`) if there is nothing, or more than any password has.
 */
async function readPassword(stream) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > MAX_BYTES) {
            throw new error/* InputError */.dz('password', 'standard input holds more than a password');
        }
        chunks.push(chunk);
    }
    const password = Buffer.concat(chunks)
        .toString()
        .replace(/\r?\n$/, '');
    if (password !== '')
        return password;
    throw new error/* InputError */.dz('password', 'standard input is empty', 'Pipe the password to the command.');
}

// EXTERNAL MODULE: ./lib/render/json.js
var json = __webpack_require__(7544);
// EXTERNAL MODULE: ./lib/render/mermaid.js
var mermaid = __webpack_require__(5399);
// EXTERNAL MODULE: ./lib/render/tree.js
var tree = __webpack_require__(7758);
;// CONCATENATED MODULE: ./lib/cli/result.js






/**
 * Returns how the command wants its result. What `attach` has attached is printed also if the job
 * failed afterwards; a graph is printed whole or not at all.
 *
 * Throws InputError (input `format` or `output`) for a format that the verb does not have.
 */
function resultFormat(command) {
    if (command.verb.name === 'attach') {
        const render = attachedFormats[readFormat(command, 'format', ['text', 'json'])];
        return ({ attached, failure }) => failure && attached.length === 0 ? undefined : render(attached);
    }
    const render = graphFormat(command);
    return ({ graphs, failure }) => (failure ? undefined : render(graphs));
}
const attachedFormats = {
    text: (attached) => attached.map(({ reference }) => (0,plain/* plain */.pj)(reference)).join('\n'),
    json: (attached) => (0,json/* formatJson */.IB)(attached.map(json/* attachedJson */.lv), 2),
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
        throw new error/* InputError */.dz('format', '--format and --output are both given', 'Give one of them.');
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
/**
 * Returns the exit status of the command line: 0 done, 1 failed, 2 wrong usage or input. Only the
 * result goes to stdout; notes, errors and the usage go to stderr. Never throws.
 */
async function runCommand(args, terminal, doJob, signal) {
    let command;
    try {
        command = parseCommand(args);
    }
    catch (error) {
        return fail(error, terminal);
    }
    if (command.kind === 'job')
        return runJob(command, terminal, doJob, signal);
    terminal.stdout.write(`${command.kind === 'version' ? VERSION : help(command)}\n`);
    return DONE;
}
function help({ verb }) {
    return verb ? verbHelp(verb) : programHelp();
}
async function runJob(command, terminal, doJob, signal) {
    try {
        const { job, render } = await readCommand(command, terminal);
        const { flags } = command;
        const notes = writeNotes(terminal, { quiet: flags.has('quiet'), debug: flags.has('debug') });
        const { onProgress } = notes;
        const outcome = await doJob(job, { onProgress, signal, env: terminal.env });
        writeOutcome(outcome, notes);
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
/** The command attach prints references alone, so it needs no graph. */
async function readCommand(command, { stdin }) {
    const password = command.flags.has('password-stdin') ? await readPassword(stdin) : undefined;
    const { job, render } = (0,problems/* readAll */.yw)({
        job: () => (0,inputs_job/* readJob */.c)(commandInputs(command, password)),
        render: () => resultFormat(command),
    });
    return { job: { ...job, discovers: job.attach === undefined }, render };
}
function writeOutcome({ attached, warnings, traffic }, { note }) {
    for (const each of attached)
        note((0,render_attached/* formatAttached */.w)(each));
    for (const warning of warnings)
        note(`Warning: ${warning}`);
    if (traffic.requests > 0)
        note((0,render_traffic/* formatTraffic */.z)(traffic));
}
function fail(error, terminal, command) {
    const isUsage = error instanceof UsageError;
    const verb = isUsage ? error.verb : command?.verb;
    const isMisuse = isUsage || (0,problems/* isInputProblem */.kM)(error);
    const lines = [
        ...(command?.flags.has('debug') ? (0,render_error/* causesOf */.c)(error).map((cause) => `Cause: ${cause}`) : []),
        `Error: ${isUsage ? error.message : (0,render_error/* explain */.W)(error, nameOfInput).join('\n')}`,
        ...(isMisuse ? [usageLine(verb)] : []),
    ];
    writeNotes(terminal, { quiet: false, debug: false }).error(lines.join('\n'));
    return isMisuse ? MISUSED : FAILED;
}

// EXTERNAL MODULE: ./lib/run.js + 121 modules
var run = __webpack_require__(9440);
// EXTERNAL MODULE: ./lib/signals.js
var signals = __webpack_require__(9518);
;// CONCATENATED MODULE: ./lib/cli.js



/** Runs the command line of this process and sets its exit status. Never throws. */
async function main(doJob = run/* run */.e) {
    const { stdin, stdout, stderr, env, argv } = process;
    const { signal, release } = (0,signals/* abortOnSignals */.P)();
    for (const stream of [stdout, stderr])
        stream.on('error', endQuietly);
    const terminal = { stdin, stdout, stderr, env, now: Date.now };
    const status = await runCommand(argv.slice(2), terminal, doJob, signal);
    release();
    if (status !== 0)
        process.exitCode = status;
}
/** A reader that has seen enough, such as `head`, is no failure; a full disk is. */
function endQuietly(error) {
    if (error.code !== 'EPIPE')
        process.exitCode = 1;
}


/***/ })

};
