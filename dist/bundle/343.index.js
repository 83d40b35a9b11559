export const id = 343;
export const ids = [343,724];
export const modules = {

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


/***/ }),

/***/ 5974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EJ: () => (/* binding */ aliasesOfArtifactType),
/* harmony export */   ZP: () => (/* binding */ isNotationType),
/* harmony export */   mo: () => (/* binding */ mayBeStatement),
/* harmony export */   n0: () => (/* binding */ aliasesOfPredicateType),
/* harmony export */   uh: () => (/* binding */ predicateTypesOf)
/* harmony export */ });
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(261);

/**
 * Notation's, of today and before 1.0 (notaryproject/specifications, signature-specification.md, OCI
 * Signatures); the last is that of ORAS artifact manifests.
 */
const NOTATION_TYPES = [
    'application/vnd.cncf.notary.signature',
    'application/vnd.cncf.notary.v2.signature',
    'application/vnd.cncf.notary.v2',
];
/**
 * What is told by the artifact type alone: what this client attaches documents as, what cosign attaches
 * SBOMs as, and what others call the same. Sigstore bundles are not here: they hold signatures or
 * statements.
 */
const ARTIFACT_TYPES = [
    [
        'sbom',
        [
            'application/spdx+json',
            'text/spdx',
            'text/spdx+json',
            'text/spdx+xml',
            'application/vnd.cyclonedx',
            'application/vnd.cyclonedx+json',
            'application/vnd.cyclonedx+xml',
            'application/vnd.syft+json',
            'application/vnd.dev.cosign.artifact.sbom.v1+json',
            'application/vnd.goharbor.harbor.sbom.v1',
        ],
    ],
    [
        'signature',
        [
            'application/vnd.dev.cosign.simplesigning.v1+json',
            'application/vnd.dev.cosign.artifact.sig.v1+json',
            ...NOTATION_TYPES,
        ],
    ],
    [
        'attestation',
        [
            'application/vnd.in-toto+json',
            'application/vnd.dsse.envelope.v1+json',
            'application/vnd.docker.attestation.manifest.v1+json',
        ],
    ],
    [
        'vulnerability-report',
        [
            'application/sarif+json',
            'application/vnd.aquasec.trivy.report+json',
            'application/vnd.anchore.grype+json',
        ],
    ],
    ['vex', ['application/vnd.openvex+json', 'application/vnd.csaf+json']],
];
/** What cosign 3 signs an image with: a statement that says nothing but that it is signed. */
const COSIGN_SIGN = 'https://sigstore.dev/cosign/sign/v1';
/**
 * Predicate types without their versions, which follow after a slash: those of in-toto/attestation
 * (spec/predicates) and of sigstore/cosign (options/predicate.go), and CycloneDX's for VEX. cosign 1
 * wrote its own for scans without a scheme.
 */
const PREDICATE_TYPES = [
    ['provenance', ['https://slsa.dev/provenance']],
    ['sbom', ['https://spdx.dev/Document', 'https://cyclonedx.org/bom']],
    [
        'vulnerability-report',
        [
            'https://cosign.sigstore.dev/attestation/vuln',
            'cosign.sigstore.dev/attestation/vuln',
            'https://in-toto.io/attestation/vulns',
        ],
    ],
    ['vex', ['https://openvex.dev/ns', 'https://cyclonedx.org/vex']],
];
/**
 * Returns what an artifact of the type is, in lower or upper case and whatever its parameters; nothing
 * if the type alone does not tell.
 */
function aliasesOfArtifactType(artifactType) {
    const type = (0,_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParameters */ .nM)(artifactType);
    return ARTIFACT_TYPES.flatMap(([alias, types]) => (types.includes(type) ? [alias] : []));
}
/**
 * Returns what an in-toto statement with the predicate type is: always an `attestation`, but for the
 * statement that is cosign's form of a `signature`.
 */
function aliasesOfPredicateType(predicateType) {
    if (predicateType === COSIGN_SIGN)
        return ['signature'];
    const kinds = PREDICATE_TYPES.flatMap(([alias, families]) => families.some((family) => `${predicateType}/`.startsWith(`${family}/`)) ? [alias] : []);
    return [...kinds, 'attestation'];
}
/** Returns the predicate types of what has the alias, without versions; none if it may be any or none. */
function predicateTypesOf(alias) {
    return PREDICATE_TYPES.find(([each]) => each === alias)?.[1] ?? [];
}
/** Tells whether an artifact of the type is a signature of Notation. */
function isNotationType(artifactType) {
    const type = (0,_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParameters */ .nM)(artifactType);
    return NOTATION_TYPES.some((each) => each === type);
}
/** Tells whether an artifact of the type can be an in-toto statement: not what is known to be else. */
function mayBeStatement(artifactType) {
    const aliases = aliasesOfArtifactType(artifactType);
    if (aliases.length > 0)
        return aliases.includes('attestation');
    return !(0,_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutParameters */ .nM)(artifactType).startsWith('text/');
}


/***/ }),

/***/ 1691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   at: () => (/* binding */ at)
/* harmony export */ });
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);

/** Returns the complaint about what stands at the position: `line 3, column 5: …`. */
function at({ line, column }) {
    return (what, advice) => new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('require', `line ${line}, column ${column}: ${what}`, advice);
}


/***/ }),

/***/ 2343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parsePolicy: () => (/* binding */ parsePolicy),
  policyOfTypes: () => (/* binding */ policyOfTypes)
});

// UNUSED EXPORTS: MAX_RULES

// EXTERNAL MODULE: ./lib/oci/error.js
var error = __webpack_require__(3211);
// EXTERNAL MODULE: ./lib/oci/problems.js
var problems = __webpack_require__(6505);
// EXTERNAL MODULE: ./lib/policy/complaint.js
var complaint = __webpack_require__(1691);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
;// CONCATENATED MODULE: ./lib/policy/demand.js

/** Returns a text that is the same for rules that ask for the same, however they are written. */
function demandOf(rule) {
    const { type, count, maxAge, platform, predicateType, annotations, signedBy } = rule;
    return JSON.stringify([
        typeOf(type),
        count,
        maxAge?.milliseconds,
        platform,
        predicateType,
        Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1)),
        signedBy && signerOf(signedBy),
    ]);
}
function typeOf(type) {
    if (type.kind === 'alias')
        return type.alias;
    const { artifactType } = type;
    const [, ...parameters] = artifactType.split(';');
    return [(0,media_types/* withoutParameters */.nM)(artifactType), ...parameters.map((each) => each.trim())].join(';');
}
function signerOf(signedBy) {
    switch (signedBy.kind) {
        case 'key':
            return [signedBy.key.text];
        case 'identity':
            return [signedBy.issuer, signedBy.identity];
        case 'identity-pattern':
            return [signedBy.issuer, signedBy.source, signedBy.kind];
    }
}

// EXTERNAL MODULE: ./lib/oci/closest.js
var closest = __webpack_require__(1554);
// EXTERNAL MODULE: ./lib/oci/quote.js
var quote = __webpack_require__(5449);
;// CONCATENATED MODULE: ./lib/policy/fields.js




/**
 * Throws InputError or InputProblems unless every key of the mapping is one of those. `what` is what
 * the mapping is, such as `a rule`.
 */
function requireKnownKeys({ entries }, what, keys) {
    (0,problems/* readEach */.e2)(entries, ({ key, position }) => {
        if (keys.includes(key))
            return;
        const meant = (0,closest/* closest */.k)(key.toLowerCase(), keys);
        throw (0,complaint.at)(position)(`${what} has no key ${(0,quote/* quote */.h)(key)}`, `${meant === undefined ? '' : `Did you mean ${meant}? `}Its keys are ${keys.join(', ')}.`);
    });
}
/** Returns what `read` makes of the value under the key; undefined if the key is not there. */
function readField({ entries }, key, read) {
    const entry = entries.find((each) => each.key === key);
    return entry && read(entry.value);
}
/** Returns the text that the value is. Throws InputError for another value and for no text. */
function readText(key, value) {
    if (value.kind === 'scalar' && typeof value.value === 'string' && value.value.trim() !== '') {
        return value.value;
    }
    throw (0,complaint.at)(value.position)(`${key} is ${describe(value)}, not a text`, textAdvice(value));
}
/**
 * Returns the text that the value is. Throws InputError for another value and for a text with white
 * space in it, which nothing that is compared with it has.
 */
function readWord(key, value) {
    const text = readText(key, value);
    if (!/\s/.test(text))
        return text;
    throw (0,complaint.at)(value.position)(`${key} is ${(0,quote/* quote */.h)(text)}, which has white space in it`, 'Write it on one line, without spaces.');
}
/** Returns what a value is, as messages name what is wrong. */
function describe(value) {
    if (value.kind !== 'scalar')
        return `a ${value.kind}`;
    if (typeof value.value === 'string')
        return value.value === '' ? 'empty' : (0,quote/* quote */.h)(value.value);
    return value.value === null ? 'empty' : value.source;
}
function textAdvice(value) {
    const isOther = value.kind === 'scalar' && typeof value.value !== 'string' && value.value !== null;
    return isOther ? `Put it between quotes: '${value.source}'.` : 'Give it a value, or leave it out.';
}

// EXTERNAL MODULE: ./lib/policy/aliases.js
var aliases = __webpack_require__(5974);
;// CONCATENATED MODULE: ./lib/policy/contradictions.js


/** Returns why nothing at all can satisfy the rule; nothing if something can. */
function contradictionsIn({ type, predicateType, signedBy, }) {
    return [
        ...(predicateType === undefined ? [] : predicateContradictions(type, predicateType)),
        ...(signedBy ? signerContradictions(type) : []),
    ];
}
function predicateContradictions(type, predicateType) {
    const key = 'predicate-type';
    if (type.kind === 'artifact-type') {
        if ((0,aliases/* mayBeStatement */.mo)(type.artifactType))
            return [];
        const what = `an artifact of type ${type.artifactType} has no predicate`;
        return [{ key, what, advice: 'Leave predicate-type out, or ask for type: attestation.' }];
    }
    const { alias } = type;
    if (alias === 'signature') {
        const what = 'a signature has no predicate that says anything';
        return [{ key, what, advice: 'Leave predicate-type out, or ask for type: attestation.' }];
    }
    if ((0,aliases/* aliasesOfPredicateType */.n0)(predicateType).includes(alias))
        return [];
    const what = `predicate-type ${(0,quote/* quote */.h)(predicateType)} is not that of type ${alias}`;
    const families = (0,aliases/* predicateTypesOf */.uh)(alias);
    const advice = families.length === 0
        ? 'It is that of what cosign sign makes: ask for type: signature.'
        : `Those begin with ${families.join(' or ')}. For any other, ask for type: attestation.`;
    return [{ key, what, advice }];
}
function signerContradictions(type) {
    if (type.kind !== 'artifact-type' || !(0,aliases/* isNotationType */.ZP)(type.artifactType))
        return [];
    const what = 'signatures of Notation cannot be verified yet';
    const advice = 'Leave signed-by out to ask only that one is present, or ask for type: signature.';
    return [{ key: 'signed-by', what, advice }];
}

;// CONCATENATED MODULE: ./lib/policy/max-age.js


const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS = new Map([
    ['m', MINUTE],
    ['h', HOUR],
    ['d', DAY],
    ['w', 7 * DAY],
]);
/** Older than any evidence: whoever writes more has mistaken the unit. */
const MAX_AGE = 100 * 365 * DAY;
/** Returns the age that is written as `30d`. Throws InputError for another value. */
function readMaxAge(value) {
    const text = value.kind === 'scalar' ? value.source : '';
    const [, amount = '', unit = ''] = /^([1-9]\d*)([mhdw])$/.exec(text) ?? [];
    const milliseconds = Number(amount) * (UNITS.get(unit) ?? 0);
    if (milliseconds > 0 && milliseconds <= MAX_AGE)
        return { text, milliseconds };
    throw (0,complaint.at)(value.position)(`max-age is ${describe(value)}, not an age${milliseconds > MAX_AGE ? ' of at most 100 years' : ''}`, 'Write a whole number and its unit: minutes as in 90m, hours (12h), days (30d) or weeks (2w).');
}

;// CONCATENATED MODULE: ./lib/policy/policy.js
/** What people call evidence, whatever its format. */
const ALIASES = [
    'sbom',
    'signature',
    'attestation',
    'provenance',
    'vulnerability-report',
    'vex',
];

;// CONCATENATED MODULE: ./lib/policy/rule-type.js




const ADVICE = `Write ${ALIASES.join(', ')}, or an artifact type in full, as in application/spdx+json.`;
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
/** Of a media type (RFC 9110, 5.6.6): those of older Sigstore bundles have some. */
const parameters = new RegExp(`^(?: *; *${token}=(?:${token}|"[^"\\\\]*"))*$`);
/** Returns what a rule asks for by that text. Throws `complain` for what is neither alias nor artifact type. */
function parseRuleType(text, complain) {
    const alias = ALIASES.find((each) => each === text);
    if (alias !== undefined)
        return { kind: 'alias', alias };
    if (isArtifactType(text))
        return { kind: 'artifact-type', artifactType: text };
    if (text.trim() === '')
        throw complain('the type is empty', ADVICE);
    if (/^https?:/.test(text)) {
        throw complain(`${(0,quote/* quote */.h)(text)} is no artifact type`, 'If it is a predicate type, write type: attestation, and this under predicate-type.');
    }
    if (/[\s,]/.test(text.trim()) && !text.includes('/')) {
        throw complain(`${(0,quote/* quote */.h)(text)} is no type`, 'Write several types as a list, each after a dash.');
    }
    if (text.includes('/'))
        throw complain(`${(0,quote/* quote */.h)(text)} is no artifact type`, ADVICE);
    const meant = (0,closest/* closest */.k)(text.toLowerCase(), ALIASES);
    throw complain(`${(0,quote/* quote */.h)(text)} is no kind of evidence`, meant === undefined ? ADVICE : `Did you mean ${meant}? ${ADVICE}`);
}
function isArtifactType(text) {
    const [type = ''] = text.split(';', 1);
    return (0,media_types/* isMediaType */.LA)(type.trimEnd()) && parameters.test(text.slice(type.trimEnd().length));
}

;// CONCATENATED MODULE: ./lib/policy/beginning.js
/**
 * A part of an expression (ECMA-262, 22.2.1): an escape, a class, what opens a group, a quantifier, or one
 * character.
 */
const PARTS = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|k<[^>]*>|[1-9]\d*|.)|\[(?:\\.|[^\\\]])*\]|\(\?(?:<?[=!]|<[^>]*>|[a-z-]*:)|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gisu;
/** Opens a lookaround that forbids what is in it, which stays as it is. */
const FORBIDS = /^\(\?<?!/;
/** What is no match by itself. */
const JOINTS = /^(?:[|^$*+?]|[*+?]\?|\{\d.*)$/;
/**
 * Returns the source of an expression that matches every beginning of what the one of the source does: at
 * the end of the text, whatever is missing is taken to follow. Of what lookarounds forbid there it may
 * match more.
 */
function beginningOf(source) {
    let depth = 0;
    return source.replaceAll(PARTS, (part) => {
        if (depth > 0) {
            depth += turnOf(part);
            return depth > 0 ? part : `${part}|$)`;
        }
        if (part === ')')
            return `${part}|$)`;
        if (part.startsWith('(')) {
            depth = FORBIDS.test(part) ? 1 : 0;
            return `(?:${part}`;
        }
        return JOINTS.test(part) ? part : `(?:${part}|$)`;
    });
}
function turnOf(part) {
    if (part === ')')
        return -1;
    return part.startsWith('(') ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/policy/strangers.js

/**
 * Identities of the forms that Fulcio gives out to anybody (sigstore/fulcio, docs/oidc.md), and none at
 * all. No policy means people whom it does not name.
 */
const STRANGERS = [
    'nobody-you-know',
    'nobody',
    'nobody-you-know@nowhere.invalid',
    'nobody.you.know@gmail.com',
    'nobody.you.know@outlook.com',
    'https://github.com/nobody-you-know/nothing-you-know/.github/workflows/release.yml@refs/heads/main',
    'https://github.com/nobody-you-know/nothing-you-know/.github/workflows/release.yml@refs/tags/v1.0.0',
    'https://gitlab.com/nobody-you-know/nothing-you-know//.gitlab-ci.yml@refs/heads/main',
    '',
];
const HOSTS = [
    {
        url: 'https://github.com/',
        issuer: /^https:\/\/token\.actions\.githubusercontent\.com(?:\/|$)/,
    },
    { url: 'https://gitlab.com/', issuer: /^https:\/\/gitlab\.com\/?$/ },
    { url: 'https://nowhere.invalid/' },
];
/** Of three forms, for a pattern may leave room for one of them alone. */
const OWNERS = ['nobody-you-know', 'nobody', 'Nobody7'];
/** In the source of a pattern: it is about workflows, whoever vouches for them. */
const OF_WORKFLOWS = /(?:refs|workflows)\\?\/|\.ya?\??ml/;
/**
 * Returns an identity that is matched by the pattern, which is anchored at both ends, though it is of
 * somebody whom nobody knows; undefined if there is none. Of a workflow it is the beginning: who owns the
 * repository chooses the names of all that follows, of branches too, so whatever the pattern asks for
 * there they can have.
 */
function strangerLike(pattern, issuer) {
    const stranger = STRANGERS.find((identity) => pattern.test(identity));
    if (stranger !== undefined)
        return stranger;
    const beginning = new RegExp(beginningOf(pattern.source), pattern.flags);
    const isOfWorkflows = OF_WORKFLOWS.test(pattern.source);
    const owner = HOSTS.filter((host) => isOfWorkflows || host.issuer?.test(issuer))
        .flatMap(({ url }) => OWNERS.map((name) => `${url}${name}/`))
        .find((each) => beginning.test(each));
    return owner && `${owner}…`;
}

// EXTERNAL MODULE: ./lib/policy/time-limit.js
var time_limit = __webpack_require__(6663);
;// CONCATENATED MODULE: ./lib/policy/identity-pattern.js





/** Of identities: certificates whose names have another letter are refused (verify/certificate-signer.ts). */
const OTHER_LETTER = /[^!-~]/;
/** In classes they may stand, as in `[^ ]+`. */
const CLASSES = /\\[!-~]|\[(?:\\.|[^\\\]])*\]/gs;
const LINE_BREAK = /[\n\r\u2028\u2029]/;
/** As JavaScript, sed and others write an expression, with its flags; no identity ends in a slash and begins with one. */
const BETWEEN_SLASHES = /^\/.*\/[a-z]*$/;
/** Of a few short texts. A pattern that takes longer would take for ever of some identity. */
const MAX_SEARCH_MS = 1_000;
/**
 * Returns the regular expression that the value is. Throws InputError for one that is none, for one that
 * nobody's identity matches, and for one that anybody's does of those whom the issuer vouches for.
 */
function readIdentityPattern(value, issuer) {
    const source = readText('identity-pattern', value);
    const complain = (what, advice) => (0,complaint.at)(value.position)(`identity-pattern ${(0,quote/* quote */.h)(source)} ${what}`, advice);
    const pattern = compile(source);
    if (pattern === undefined) {
        throw complain('is not a regular expression', 'Write one as in JavaScript; it must match the identity from its beginning to its end.');
    }
    requireMatchable(source, complain);
    const search = (0,time_limit/* withinTime */.d)(MAX_SEARCH_MS, () => strangerLike(pattern, issuer));
    if (search === undefined) {
        throw complain(`takes too long: whether it matches anybody is not known after ${MAX_SEARCH_MS} ms`, 'Repeat nothing that repeats itself, as in (a+)+.');
    }
    const { value: stranger } = search;
    if (stranger === undefined)
        return { pattern, source };
    throw complain(`matches anybody, such as ${(0,quote/* quote */.h)(stranger)}`, 'Write out whose identity it must be, as in https://github\\.com/org/app/\\.github/workflows/.+@refs/tags/v.+');
}
function requireMatchable(source, complain) {
    if (LINE_BREAK.test(source) || OTHER_LETTER.test(source.replaceAll(CLASSES, ''))) {
        throw complain('has white space or a letter in it that no identity has', 'Write it on one line, without spaces, and where it is a block (|) put it between single quotes.');
    }
    if (!BETWEEN_SLASHES.test(source))
        return;
    throw complain('stands between slashes, which no identity does', 'Write the expression without them, and without flags.');
}
function compile(source) {
    return compileAs(source, 'u') ?? compileAs(source, '');
}
/** What is no expression by itself must not become one between the anchors: `a)|(?:b`. */
function compileAs(source, flags) {
    try {
        new RegExp(source, flags);
        return new RegExp(`^(?:${source})$`, flags);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/policy/signed-by.js





const KEYS = ['key', 'issuer', 'identity', 'identity-pattern'];
const signed_by_ADVICE = 'Give a key, or an issuer together with an identity or an identity-pattern, and nothing else.';
/** Fulcio takes no other (sigstore/fulcio, docs/oidc.md); a test instance may be on loopback. */
const ISSUER = /^(?:https:\/\/[^\s/?#]+|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?)(?:[/?#]\S*)?$/;
/**
 * Returns who must have signed, as the value says. Throws InputError or InputProblems for what names
 * nobody, or more than one.
 */
function readSignedBy(value) {
    if (value.kind !== 'mapping') {
        throw (0,complaint.at)(value.position)(`signed-by is ${describe(value)}, not a mapping`, signed_by_ADVICE);
    }
    requireKnownKeys(value, 'signed-by', KEYS);
    return readSigner(value);
}
function readSigner({ entries, position }) {
    const fields = new Map(entries.map(({ key, value }) => [key, value]));
    const [key, issuer, identity, pattern] = KEYS.map((name) => fields.get(name));
    if (key && !issuer && !identity && !pattern)
        return { kind: 'key', key: readKey(key) };
    if (!key && issuer && identity && !pattern) {
        const read = { issuer: () => readIssuer(issuer), identity: () => readIdentity(identity) };
        return { kind: 'identity', ...(0,problems/* readAll */.yw)(read) };
    }
    if (!key && issuer && !identity && pattern) {
        const read = {
            issuer: () => readIssuer(issuer),
            pattern: () => readIdentityPattern(pattern, sourceOf(issuer)),
        };
        const { issuer: from, pattern: like } = (0,problems/* readAll */.yw)(read);
        return { kind: 'identity-pattern', issuer: from, ...like };
    }
    const given = KEYS.filter((name) => fields.has(name));
    throw (0,complaint.at)(position)(given.length === 0
        ? 'signed-by names nobody'
        : `signed-by has ${given.join(' and ')}, which does not name one signer`, signed_by_ADVICE);
}
/** As written, right or wrong. */
function sourceOf(value) {
    return value.kind === 'scalar' ? value.source : '';
}
function readKey(value) {
    const text = readText('key', value).trim();
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
        return { text, position: value.position };
    throw (0,complaint.at)(value.position)(`key is ${(0,quote/* quote */.h)(text)}, which is no file`, 'Name a PEM file with the public key; cosign public-key --key … writes one for a key elsewhere.');
}
function readIssuer(value) {
    const issuer = readWord('issuer', value);
    if (ISSUER.test(issuer) && URL.canParse(issuer))
        return issuer;
    throw (0,complaint.at)(value.position)(`issuer is ${(0,quote/* quote */.h)(issuer)}, not an https URL`, 'Write it as the certificate has it, as in https://token.actions.githubusercontent.com.');
}
/**
 * No workflow, e-mail address or user of an issuer has a star; people who write one mean a pattern.
 * Certificates whose names are no ASCII are refused (verify/certificate-signer.ts).
 */
function readIdentity(value) {
    const identity = readWord('identity', value);
    const complain = (what, advice) => (0,complaint.at)(value.position)(`identity is ${(0,quote/* quote */.h)(identity)}${what}`, advice);
    if (/[^!-~]/.test(identity)) {
        throw complain(', which is no ASCII, as identities are', 'Write it as the certificate has it: domains in punycode (xn--…), paths with %XX.');
    }
    if (!identity.includes('*'))
        return identity;
    throw complain(', and is compared as it stands, star and all', 'Write the whole identity, or a regular expression under identity-pattern.');
}

;// CONCATENATED MODULE: ./lib/policy/rule.js








/** As many as a graph has manifests at most (discover/walk.ts): more are never found. */
const MAX_COUNT = 20_000;
const rule_KEYS = [
    'type',
    'count',
    'max-age',
    'platform',
    'predicate-type',
    'annotations',
    'signed-by',
];
/** Returns the rule that the mapping is. Throws InputError or InputProblems for all that is wrong with it. */
function readRule(mapping) {
    const { type, count, maxAge, platform, predicateType, annotations, signedBy } = (0,problems/* readAll */.yw)({
        keys: () => requireKnownKeys(mapping, 'a rule', rule_KEYS),
        type: () => readType(mapping),
        count: () => readField(mapping, 'count', readCount) ?? 1,
        maxAge: () => readField(mapping, 'max-age', readMaxAge),
        platform: () => readField(mapping, 'platform', readPlatform) ?? 'subject',
        predicateType: () => readField(mapping, 'predicate-type', readPredicateType),
        annotations: () => readField(mapping, 'annotations', readAnnotations) ?? {},
        signedBy: () => readField(mapping, 'signed-by', readSignedBy),
    });
    const rule = {
        type,
        count,
        ...(maxAge && { maxAge }),
        platform,
        ...(predicateType !== undefined && { predicateType }),
        annotations,
        ...(signedBy && { signedBy }),
    };
    (0,problems/* readEach */.e2)(contradictionsIn(rule), ({ key, what, advice }) => {
        const entry = mapping.entries.find((each) => each.key === key);
        throw (0,complaint.at)((entry ?? mapping).position)(what, advice);
    });
    return rule;
}
function readType(mapping) {
    const type = readField(mapping, 'type', (value) => parseRuleType(readText('type', value), (0,complaint.at)(value.position)));
    if (type)
        return type;
    throw (0,complaint.at)(mapping.position)('the rule has no type', 'Say what it asks for, as in type: sbom.');
}
function readCount(value) {
    const count = value.kind === 'scalar' ? value.value : undefined;
    if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= MAX_COUNT) {
        return count;
    }
    throw (0,complaint.at)(value.position)(`count is ${describe(value)}, not a whole number from 1 to ${MAX_COUNT}`, 'Leave it out for 1; to ask for nothing, leave out the rule.');
}
function readPlatform(value) {
    const platform = value.kind === 'scalar' ? value.value : undefined;
    if (platform === 'subject' || platform === 'each')
        return platform;
    throw (0,complaint.at)(value.position)(`platform is ${describe(value)}, neither subject nor each`, 'Write each to ask it of every platform; subject, the default, asks it of the image as named.');
}
/** A URI (in-toto/attestation, spec/v1/statement.md); cosign 1 wrote some without their scheme. */
function readPredicateType(value) {
    const predicateType = readWord('predicate-type', value);
    if (/[:/]/.test(predicateType))
        return predicateType;
    throw (0,complaint.at)(value.position)(`predicate-type is ${(0,quote/* quote */.h)(predicateType)}, not a URI`, 'Write it in full and with its version, as in https://slsa.dev/provenance/v1.');
}
function readAnnotations(value) {
    if (value.kind !== 'mapping' || value.entries.length === 0) {
        throw (0,complaint.at)(value.position)(`annotations is ${value.kind === 'mapping' ? 'empty' : describe(value)}, not a mapping of names to texts`, "Write a line for each, as in org.example.stage: 'release', or leave it out.");
    }
    return Object.fromEntries((0,problems/* readEach */.e2)(value.entries, ({ key, position, value: text }) => {
        if (key === '')
            throw (0,complaint.at)(position)('an annotation has no name', 'Write its name before the colon.');
        return [key, readAnnotation(key, text)];
    }));
}
/** The manifest may have the annotation with nothing in it, if it is written as such. */
function readAnnotation(key, value) {
    if (value.kind === 'scalar' && value.value === '')
        return '';
    return readText(`annotation ${(0,quote/* quote */.h)(key)}`, value);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/policy/yaml.js





/** In UTF-16 units: rules take some 300, and a policy is written by hand. */
const MAX_LENGTH = 64 * 1024;
/**
 * Returns what the one document of the text holds, by the core schema of YAML 1.2 alone (section 10.3);
 * an empty one holds null.
 *
 * Throws InputError or InputProblems (input `require`), with line and column, for what is no YAML, for
 * keys that are given twice, and for what makes a text mean something else than it shows: anchors,
 * aliases, and tags of other schemas.
 */
function parseYaml(marked) {
    // A byte order mark is no part of the document (YAML 1.2, 5.2), and the parser counts it as a column.
    const text = marked.replace(/^\uFEFF/, '');
    if (text.length > MAX_LENGTH) {
        throw new error/* InputError */.dz('require', `the policy has ${text.length} characters, more than ${MAX_LENGTH}`, 'Name keys by their files, and leave out what is no rule.');
    }
    const lineCounter = new dist/* LineCounter */.HN();
    const { contents, errors, warnings } = (0,dist/* parseDocument */.Tp)(text, {
        version: '1.2',
        schema: 'core',
        resolveKnownTags: false,
        stringKeys: true,
        // Those are found here, together with all else that is wrong.
        uniqueKeys: false,
        prettyErrors: false,
        lineCounter,
    });
    const positionOf = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line, column: col };
    };
    // One mistake makes the parser find several; what it warns of is no policy either, such as `!tag`.
    const [first] = [...errors, ...warnings];
    if (first) {
        throw (0,complaint.at)(positionOf(first.pos[0]))(`the policy is not plain YAML: ${first.code === 'MULTIPLE_DOCS' ? 'it has several documents' : first.message}`, 'Mind indentation and quotes; text with special characters goes between single quotes.');
    }
    if (contents === null)
        return { kind: 'scalar', value: null, source: '', position: { line: 1, column: 1 } };
    return toValue(contents, positionOf);
}
function toValue(node, positionOf) {
    const position = positionOf(node.range[0]);
    if ((0,dist/* isAlias */.Vj)(node) || node.anchor !== undefined) {
        throw (0,complaint.at)(position)('anchors and aliases are not allowed in a policy', 'Write the value out where it is needed, without & and *.');
    }
    if ((0,dist/* isScalar */.jn)(node))
        return { kind: 'scalar', value: node.value, source: node.source, position };
    if ((0,dist/* isMap */.jh)(node))
        return { kind: 'mapping', entries: entriesOf(node.items, positionOf), position };
    const items = (0,problems/* readEach */.e2)(node.items, (item) => toValue(item, positionOf));
    return { kind: 'list', items, position };
}
function entriesOf(pairs, positionOf) {
    const first = new Map();
    return (0,problems/* readEach */.e2)(pairs, ({ key: node, value }) => {
        const { value: key, position } = keyOf(node, positionOf);
        const earlier = first.get(key);
        if (earlier) {
            throw (0,complaint.at)(position)(`${(0,quote/* quote */.h)(key)} is given twice, first in line ${earlier.line}`, 'Give each key once.');
        }
        first.set(key, position);
        const empty = { kind: 'scalar', value: null, source: '', position };
        return { key, position, value: value === null ? empty : toValue(value, positionOf) };
    });
}
/** The parser has refused keys that are no text, such as `[a]: 1`. */
function keyOf(node, positionOf) {
    const key = toValue(node, positionOf);
    return { value: key.kind === 'scalar' ? String(key.value) : '', position: key.position };
}

;// CONCATENATED MODULE: ./lib/policy/parse.js








/** Nobody reads a report of more: it has a row for each, and of some for each platform. */
const MAX_RULES = 100;
const parse_ADVICE = 'Write a type such as sbom, or a list of types and of rules that begin with - type:';
/**
 * Returns the policy that the YAML text is: one type, or a list of types and rules.
 *
 * Throws InputError or InputProblems (input `require`), with line and column, for all that is wrong
 * with it, and for what cannot mean anything: a rule that nothing could satisfy, or one that repeats.
 */
function parsePolicy(text) {
    const root = parseYaml(text);
    const complain = (0,complaint.at)(root.position);
    if (root.kind === 'mapping') {
        throw complain('the policy is a mapping, not a list of rules', 'Put a dash before it: - type: …');
    }
    if (root.kind === 'scalar' && root.value === null)
        throw complain('the policy is empty', parse_ADVICE);
    const values = root.kind === 'list' ? root.items : [root];
    const items = values.map((value) => ({
        complain: (0,complaint.at)(value.position),
        read: () => readItem(value),
    }));
    return readItems(items, complain);
}
/**
 * Returns the policy that asks for one of each type. Throws InputError or InputProblems (input
 * `require-type`) as {@link parsePolicy} does, without line and column.
 */
function policyOfTypes(types) {
    const complain = (what, advice) => new error/* InputError */.dz('require-type', what, advice);
    const items = types.map((type) => ({
        complain,
        read: () => ruleOfType(parseRuleType(type, complain)),
    }));
    return readItems(items, complain);
}
function readItems(items, complain) {
    if (items.length === 0)
        throw complain('the list is empty', parse_ADVICE);
    if (items.length > MAX_RULES) {
        throw complain(`the policy has ${items.length} rules, more than ${MAX_RULES}`, 'Ask for less, or ask for it in several steps.');
    }
    const demands = new Set();
    return (0,problems/* readEach */.e2)(items, (item) => {
        const rule = item.read();
        const demand = demandOf(rule);
        if (demands.has(demand)) {
            throw item.complain('a rule asks for exactly what another does', 'Leave one of them out; to ask for several pieces of evidence, write count.');
        }
        demands.add(demand);
        return rule;
    });
}
function readItem(value) {
    if (value.kind === 'mapping')
        return readRule(value);
    const complain = (0,complaint.at)(value.position);
    if (value.kind === 'scalar' && typeof value.value === 'string') {
        return ruleOfType(parseRuleType(value.value, complain));
    }
    throw complain(`the rule is ${describe(value)}`, parse_ADVICE);
}
function ruleOfType(type) {
    return { type, count: 1, platform: 'subject', annotations: {} };
}


/***/ }),

/***/ 6663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ withinTime)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(714);

const WORK = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script('work()');
/**
 * Returns what the work returns; undefined if it is not done within the milliseconds. Throws what it
 * throws. V8 looks at the limit of a script in the midst of a match, too, and at no other.
 */
function withinTime(milliseconds, work) {
    let value;
    const store = () => {
        value = { value: work() };
    };
    try {
        WORK.runInContext((0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({ work: store }), { timeout: milliseconds });
    }
    catch (error) {
        // It is an error of the context, so no `Error` of here.
        if (Object(error).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw error;
    }
    return value;
}


/***/ })

};
