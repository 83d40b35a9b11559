export const id = 193;
export const ids = [193,459];
export const modules = {

/***/ 7193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judge: () => (/* binding */ gate_judge)
});

// EXTERNAL MODULE: ./lib/documents/in-toto.js
var in_toto = __webpack_require__(2500);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/policy/aliases.js
var policy_aliases = __webpack_require__(5974);
;// CONCATENATED MODULE: ./lib/gate/facts.js



/** Returns what the evidence says of itself: anybody who may push can have made it up. */
function claimed(evidence) {
    return { ...ofManifest(evidence), times: given(evidence.created ?? evidence.stated) };
}
/** Returns what is proven by a signature over the evidence's manifest: all that is in it. */
function provenByAttached(evidence, verified, signer) {
    const { created, stated } = evidence;
    return { ...ofManifest(evidence), times: provenTimes(given(created, stated), verified, signer) };
}
/**
 * Returns what is proven by the evidence's own signature: what was signed, and nothing that only the
 * manifest says, for whoever may push can put what others signed into a manifest of his own.
 */
function provenByOwn({ artifactType, stated }, content, verified, signer) {
    const { predicateType } = verified;
    const isStatement = predicateType !== undefined;
    return {
        aliases: isStatement ? (0,policy_aliases/* aliasesOfPredicateType */.n0)(predicateType) : ['signature'],
        ...(isTypeOf(content, isStatement, artifactType) && { artifactType }),
        ...(isStatement && { predicateType }),
        annotations: {},
        times: provenTimes(given(stated), verified, signer),
    };
}
/** What signed content of each kind is typed as where its type tells no more than that. */
const envelopeTypes = {
    'sigstore-bundle': /^application\/vnd\.dev\.sigstore\.bundle(?:\.v[\d.]+)?\+json$/,
    'simple-signing': /^application\/vnd\.dev\.cosign\.(?:simplesigning|artifact\.sig)\.v1\+json$/,
    'dsse-envelope': /^application\/vnd\.dsse\.envelope\.v1\+json$/,
    unverifiable: undefined,
    undecodable: undefined,
};
function isTypeOf({ kind }, isStatement, artifactType) {
    const type = (0,media_types/* withoutParameters */.nM)(artifactType);
    return envelopeTypes[kind]?.test(type) === true || (isStatement && type === in_toto/* STATEMENT_MEDIA_TYPE */.KD);
}
/**
 * A certificate of Fulcio is valid for minutes, so its signature is as old as its log entry or timestamp. What a
 * key once signed, anybody can have logged or stamped again today: that time makes it no newer.
 */
function provenTimes(covered, { signedAt }, { kind }) {
    return kind === 'key' && covered.length === 0 ? [] : [...covered, ...given(signedAt)];
}
function ofManifest(evidence) {
    const { aliases, artifactType, predicateType, annotations } = evidence;
    return {
        aliases,
        artifactType,
        ...(predicateType !== undefined && { predicateType }),
        annotations,
    };
}
function given(...times) {
    return times.filter((time) => time !== undefined);
}

// EXTERNAL MODULE: ./lib/oci/counted.js
var counted = __webpack_require__(4895);
;// CONCATENATED MODULE: ./lib/gate/artifact-type.js

/**
 * Tells whether an artifact type is the one that a rule asks for: the same type and subtype, in upper
 * or lower case. Parameters count only if the rule names them; it must then name all.
 */
function isArtifactType(wanted, actual) {
    if ((0,media_types/* withoutParameters */.nM)(wanted) !== (0,media_types/* withoutParameters */.nM)(actual))
        return false;
    const parameters = parametersOf(wanted);
    return parameters === '' || parameters === parametersOf(actual);
}
/** In one spelling: `a=1;b=2`. */
function parametersOf(mediaType) {
    return mediaType
        .split(';')
        .slice(1)
        .filter((parameter) => parameter.trim() !== '')
        .map((parameter) => {
        const [name = '', ...value] = parameter.split('=');
        return `${name.trim().toLowerCase()}=${value
            .join('=')
            .trim()
            .replace(/^"(.*)"$/, '$1')}`;
    })
        .sort()
        .join(';');
}

;// CONCATENATED MODULE: ./lib/gate/rule-type.js


const nouns = {
    sbom: 'SBOM',
    signature: 'signature',
    attestation: 'attestation',
    provenance: 'provenance statement',
    'vulnerability-report': 'vulnerability report',
    vex: 'VEX document',
};
const ATTEST = 'attach one with actions/attest or cosign attest';
const ATTACH = 'attach one with oras-attach attach';
/** Tells whether what has these facts is what the rule asks for. */
function isOfType(type, { aliases, artifactType }) {
    return type.kind === 'alias'
        ? aliases.includes(type.alias)
        : artifactType !== undefined && isArtifactType(type.artifactType, artifactType);
}
/** Returns what the rule asks for, without an article: `SBOM`. */
function nounOf(type) {
    return type.kind === 'alias' ? nouns[type.alias] : `artifact of type ${type.artifactType}`;
}
/** Returns a number of what the rule asks for: `2 SBOMs`. */
function countedOf(type, count) {
    return type.kind === 'alias'
        ? (0,counted/* counted */.h)(count, nouns[type.alias])
        : `${(0,counted/* counted */.h)(count, 'artifact')} of type ${type.artifactType}`;
}
/** Returns what to do where there is none of what the rule asks for, as a clause. */
function adviceOf({ type, signedBy }) {
    if (type.kind === 'artifact-type') {
        const sign = signedBy ? ' and sign it with cosign sign' : '';
        return `${ATTACH} --artifact-type ${type.artifactType}${sign}`;
    }
    switch (type.alias) {
        case 'signature':
            return 'make one with cosign sign';
        case 'attestation':
        case 'provenance':
            return ATTEST;
        case 'sbom':
        case 'vulnerability-report':
        case 'vex':
            return signedBy ? ATTEST : ATTACH;
    }
}

;// CONCATENATED MODULE: ./lib/gate/concern.js


/**
 * Returns the rules as they matter at a platform's manifest. Of one about the subject alone only its type
 * does: if it is denied, a reason says what there is at the platforms.
 */
function rulesAtPlatforms(policy) {
    return policy.map((rule) => {
        const { type, count, platform } = rule;
        return platform === 'each' ? rule : { type, count, platform, annotations: {} };
    });
}
/** Returns the rules that ask for evidence of this type. */
function rulesFor(evidence, rules) {
    const claims = claimed(evidence);
    return rules.filter(({ type }) => isOfType(type, claims));
}
/** Returns those of the rules for which signatures of the evidence must be verified. */
function signedRulesFor(evidence, rules) {
    if (evidence.unreadable !== undefined)
        return [];
    return rulesFor(evidence, rules).filter(({ signedBy }) => signedBy);
}
/** Returns the signatures on which a rule could depend. */
function signaturesFor(images, policy) {
    const atPlatforms = rulesAtPlatforms(policy);
    return images.flatMap((image) => [
        ...signaturesOf(image, policy),
        ...image.platforms.flatMap((platform) => signaturesOf(platform, atPlatforms)),
    ]);
}
function signaturesOf({ evidence }, rules) {
    return evidence
        .filter((each) => signedRulesFor(each, rules).length > 0)
        .flatMap(({ own, attached }) => [...(own ? [own] : []), ...attached]);
}

// EXTERNAL MODULE: ./lib/oci/platform.js
var oci_platform = __webpack_require__(7122);
// EXTERNAL MODULE: ./lib/documents/timestamp.js
var timestamp = __webpack_require__(6482);
// EXTERNAL MODULE: ./lib/policy/clock-skew.js
var clock_skew = __webpack_require__(1567);
;// CONCATENATED MODULE: ./lib/gate/age.js


/**
 * Returns how old what has these times is, at `now` in milliseconds since 1970: by the oldest of them,
 * for a new signature makes an old scan no newer. Times are RFC 3339, as they were found.
 */
function ageOf(times, now) {
    const unreadable = times.find((text) => (0,timestamp/* toUtcSeconds */.d)(text) === undefined);
    if (unreadable !== undefined)
        return { kind: 'unreadable', text: unreadable };
    const [oldest, newest] = [inOrder(times).at(0), inOrder(times).at(-1)];
    if (oldest === undefined || newest === undefined)
        return { kind: 'undated' };
    if (Date.parse(newest) - now > clock_skew/* MAX_CLOCK_SKEW */.Z)
        return { kind: 'future', time: newest };
    return { kind: 'past', time: oldest, milliseconds: now - Date.parse(oldest) };
}
/** Returns the oldest of the times that can be read, in UTC to the second. */
function oldestOf(times) {
    return inOrder(times).at(0);
}
/** In UTC to the second texts have the order of their times. */
function inOrder(times) {
    return times.flatMap((text) => (0,timestamp/* toUtcSeconds */.d)(text) ?? []).sort();
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/gate/words.js


/** As long as an identity of a workflow may reasonably be; whoever may push chooses most texts. */
const MAX_TEXT = 300;
/** As in the folders that `pull` makes: enough to find it by among the matches. */
const DIGEST_DIGITS = 12;
const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Returns the digest in short: its algorithm and its first 12 digits. */
function shortDigest(digest) {
    const [algorithm, encoded] = (0,oci_digest/* splitDigest */.vo)(digest);
    return `${algorithm}:${encoded.slice(0, DIGEST_DIGITS)}`;
}
/** Returns a text that somebody else chose, cut if it is long; it is not escaped. */
function brief(text) {
    return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
/** Returns a span of milliseconds as people say it, rounded down: `45 days`. */
function formatSpan(milliseconds) {
    if (milliseconds >= 2 * DAY)
        return (0,counted/* counted */.h)(Math.floor(milliseconds / DAY), 'day');
    if (milliseconds >= 2 * HOUR)
        return (0,counted/* counted */.h)(Math.floor(milliseconds / HOUR), 'hour');
    return (0,counted/* counted */.h)(Math.max(0, Math.floor(milliseconds / MINUTE)), 'minute');
}
/** Returns who signed, as a reason names them. */
function formatSigner(signer) {
    return signer.kind === 'key'
        ? `the key ${brief(signer.name)}`
        : `${brief(signer.identity)} (issuer ${brief(signer.issuer)})`;
}

;// CONCATENATED MODULE: ./lib/gate/demands.js



/** Enough to see that a statement is about something else. */
const MAX_DIGESTS = 2;
/** Returns why evidence on the manifest with the digest can satisfy no rule at all, if it cannot. */
function contentFlaw({ unreadable, own, about, predicateType }, subject) {
    if (unreadable !== undefined)
        return content(`cannot be read: ${brief(unreadable)}`);
    if (own?.content.kind === 'undecodable') {
        return content(`cannot be read: ${brief(own.content.why)}`);
    }
    const isStatement = predicateType !== undefined || about.length > 0;
    if (!isStatement || about.includes(subject))
        return undefined;
    const others = about.slice(0, MAX_DIGESTS).map(shortDigest);
    return content(others.length > 0
        ? `is a statement about ${others.join(', ')}${about.length > others.length ? ', …' : ''}`
        : 'is a statement about no manifest');
}
/** Returns what of that which the rule names is not so by these facts, if anything. */
function unlike(rule, facts) {
    const { predicateType } = rule;
    if (predicateType !== undefined && facts.predicateType !== predicateType) {
        const actual = facts.predicateType === undefined
            ? 'no predicate type'
            : `predicate type ${brief(facts.predicateType)}`;
        return { kind: 'predicate-type', why: `has ${actual}` };
    }
    const differing = Object.entries(rule.annotations).find(([key, value]) => annotation(facts, key) !== value);
    if (!differing)
        return undefined;
    const [key] = differing;
    const actual = annotation(facts, key);
    const what = actual === undefined ? `no annotation ${key}` : `${key}=${brief(actual)}`;
    return { kind: 'annotations', why: `has ${what}` };
}
/** What objects inherit is none. */
function annotation({ annotations }, key) {
    return Object.hasOwn(annotations, key) ? annotations[key] : undefined;
}
/** Returns what of that which the rule names the signature does not prove, if anything. */
function uncovered(rule, { facts, signer }) {
    const what = isOfType(rule.type, facts) ? unlike(rule, facts)?.kind : 'type';
    if (what === undefined)
        return undefined;
    const whose = formatSigner(signer);
    return {
        kind: 'not-covered',
        why: `has a signature of ${whose}, which does not cover its ${what.replace('-', ' ')}: sign its manifest too`,
    };
}
/** Returns why what has these facts at the time `now` is not as fresh as the rule asks, if it is not. */
function ageFlaw({ maxAge, signedBy }, { times }, now) {
    if (!maxAge)
        return undefined;
    const age = ageOf(times, now);
    if (age.kind === 'past' && age.milliseconds <= maxAge.milliseconds)
        return undefined;
    const undated = signedBy ? 'has no time that its signature proves' : 'has no time of creation';
    return { kind: 'age', why: age.kind === 'undated' ? undated : ageClause(age) };
}
function content(why) {
    return { kind: 'content', why };
}
function ageClause(age) {
    switch (age.kind) {
        case 'unreadable':
            return `has a time that cannot be read: ${brief(age.text)}`;
        case 'future':
            return `is dated in the future (${age.time})`;
        case 'past':
            return `is ${formatSpan(age.milliseconds)} old (${age.time})`;
    }
}

;// CONCATENATED MODULE: ./lib/gate/flaw.js
/** What keeps evidence from satisfying a rule, the nearest to satisfying it first. */
const FLAWS = [
    'copy',
    'age',
    'not-covered',
    'signer',
    'signature',
    'unsigned',
    'content',
    'annotations',
    'predicate-type',
];

// EXTERNAL MODULE: ./lib/policy/time-limit.js
var time_limit = __webpack_require__(6663);
;// CONCATENATED MODULE: ./lib/gate/signer.js

/**
 * For one identity and one pattern. Most take microseconds, three times `.+` on the longest name up to
 * some tenths of a second. What repeats a repetition may take for ever, and no signal could end it.
 */
const MAX_MATCH_MS = 1_000;
/**
 * Tells whether who signed is who must have: the key of that name, or exactly that issuer with exactly
 * that identity, or an identity that the pattern matches as a whole, and in MAX_MATCH_MS.
 */
function isSigner(signedBy, signer) {
    if (signedBy.kind === 'key')
        return signer.kind === 'key' && signer.name === signedBy.key.name;
    if (signer.kind !== 'identity' || signer.issuer !== signedBy.issuer)
        return false;
    return signedBy.kind === 'identity'
        ? signer.identity === signedBy.identity
        : isLike(signedBy.pattern, signer.identity);
}
function isLike(pattern, identity) {
    const match = () => pattern.exec(identity)?.[0] === identity;
    return (0,time_limit/* withinTime */.d)(MAX_MATCH_MS, match)?.value === true;
}

;// CONCATENATED MODULE: ./lib/gate/proofs.js




const OF_ANOTHER = 'is about another manifest';
/** Enough to tell who signed; a signature verifies by several keys only if a rule names one twice. */
const MAX_SIGNERS = 2;
/**
 * Returns what is proven of evidence on the manifest with the digest, by its own signature and by those
 * attached to it. Only what was verified counts, over the right manifest, and by who must have signed.
 */
function proofsOf(evidence, subject, signedBy, verifications) {
    const outcomes = placed(evidence, subject).map((each) => outcomeOf(each, signedBy, verifications));
    return {
        proofs: outcomes.flatMap((outcome) => ('proof' in outcome ? [outcome.proof] : [])),
        flaw: flawOf(outcomes),
    };
}
function placed(evidence, subject) {
    const { own, attached, digest } = evidence;
    const unbound = boundByOthers(evidence, subject);
    const ofContent = own && {
        signature: own,
        ...(!isBound(own.subject.digest, evidence, subject) && { flaw: OF_ANOTHER }),
        prefix: '',
        prove: (verified, signer) => ({
            facts: provenByOwn(evidence, own.content, verified, signer),
            piece: `signed ${verified.signed}`,
        }),
    };
    const ofManifest = attached.map((signature) => ({
        signature,
        ...(signature.subject.digest === digest ? unbound : { flaw: OF_ANOTHER }),
        prefix: `carries ${shortDigest(digestIn(signature.reference))}, which `,
        prove: (verified, signer) => ({
            facts: provenByAttached(evidence, verified, signer),
            piece: `manifest ${digest}`,
        }),
    }));
    return [...(ofContent ? [ofContent] : []), ...ofManifest];
}
/**
 * Whoever may push can put what others signed at the tag of another image, or into its index; only what
 * is signed can say which image it is of.
 */
function boundByOthers({ subject, about }, judged) {
    if (subject === judged || about.includes(judged))
        return undefined;
    return { flaw: 'signs nothing that says which image it is of' };
}
/**
 * Whoever is proven to have signed a statement about one digest has signed all that the statement is
 * about: so one on an index, verified for the index, holds for the platforms that it names too.
 */
function isBound(signed, { about }, subject) {
    return signed === subject || (about.includes(signed) && about.includes(subject));
}
function outcomeOf({ signature, flaw, prefix, prove }, signedBy, verifications) {
    const refuse = (why, kind = 'signature') => ({
        flaw: { kind, why: `${prefix}${why}` },
    });
    const { id, content } = signature;
    if (content.kind === 'unverifiable') {
        return refuse(`is ${brief(content.what)}, which cannot be verified yet`);
    }
    if (content.kind === 'undecodable') {
        return refuse(`cannot be read as a signature: ${brief(content.why)}`);
    }
    if (flaw !== undefined)
        return refuse(flaw);
    const verification = verifications.get(id);
    if (!verification)
        return refuse('was not verified');
    if (verification.state === 'refused')
        return refuse(brief(verification.reason));
    const signer = verification.signers.find((each) => isSigner(signedBy, each));
    if (signer)
        return { proof: { signer, ...prove(verification, signer) } };
    const others = verification.signers.slice(0, MAX_SIGNERS).map(formatSigner);
    return refuse(`is signed by ${others.join(' and ')}`, 'signer');
}
function digestIn(reference) {
    return reference.slice(reference.lastIndexOf('@') + 1);
}
/** Who has signed instead tells more than why something is no signature. */
function flawOf(outcomes) {
    const flaws = outcomes.flatMap((outcome) => ('flaw' in outcome ? [outcome.flaw] : []));
    const first = flaws.find(({ kind }) => kind === 'signer') ?? flaws[0];
    if (!first)
        return { kind: 'unsigned', why: 'carries no signature' };
    const others = flaws.length - 1;
    if (others === 0)
        return first;
    return { ...first, why: `${first.why} (and ${(0,counted/* counted */.h)(others, 'more signature')})` };
}

;// CONCATENATED MODULE: ./lib/gate/finding.js





/** Returns what the rule makes of evidence of its type on the manifest with the digest. */
function examine(evidence, subject, rule, grounds) {
    const claims = claimed(evidence);
    const finding = dated({ evidence, piece: claimedPiece(evidence) }, claims);
    const flaw = contentFlaw(evidence, subject) ?? unlike(rule, claims);
    if (flaw)
        return { ...finding, flaw };
    if (rule.signedBy)
        return examineSignatures(finding, subject, rule, rule.signedBy, grounds);
    return flawed(finding, ageFlaw(rule, claims, grounds.now));
}
/** Returns what identifies evidence of which nothing is proven: what was signed, or its manifest. */
function claimedPiece({ content, digest }) {
    return content === undefined ? `manifest ${digest}` : `content ${content}`;
}
function examineSignatures(finding, subject, rule, signedBy, { verifications, now }) {
    const { evidence } = finding;
    const { proofs, flaw } = proofsOf(evidence, subject, signedBy, verifications);
    const found = proofs.map((proof) => proven(evidence, rule, proof, now));
    const nearest = found.find((each) => !each.flaw) ?? [...found].sort(nearestFirst)[0];
    return nearest ?? flawed(finding, flaw);
}
/** What its signature does not cover is not verified, whoever signed the rest. */
function proven(evidence, rule, proof, now) {
    const { piece, signer, facts } = proof;
    const flaw = uncovered(rule, proof);
    if (flaw)
        return flawed(dated({ evidence, piece }, claimed(evidence)), flaw);
    return flawed(dated({ evidence, piece, signer }, facts), ageFlaw(rule, facts, now));
}
/** Orders by how near to satisfying the rule; then the newest first, then by digest and content. */
function nearestFirst(a, b) {
    return distance(a) - distance(b) || compare(b.time, a.time) || compare(nameOf(a), nameOf(b));
}
function distance({ flaw }) {
    return flaw ? FLAWS.indexOf(flaw.kind) : -1;
}
function nameOf({ evidence, piece }) {
    return `${evidence.digest} ${piece}`;
}
function compare(a = '', b = '') {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}
function dated(finding, { times }) {
    const time = oldestOf(times);
    return { ...finding, ...(time !== undefined && { time }) };
}
function flawed(finding, flaw) {
    return { ...finding, ...(flaw && { flaw }) };
}

;// CONCATENATED MODULE: ./lib/gate/judge.js



/** Returns what the rule finds among the evidence on the manifest with the digest. */
function judge(rule, subject, evidence, grounds) {
    const found = ofType(rule, evidence);
    const findings = found.map((each) => examine(each, subject, rule, grounds)).sort(nearestFirst);
    const satisfying = findings.filter(({ flaw }) => !flaw);
    const pieces = [...Map.groupBy(satisfying, ({ piece }) => piece).values()];
    return {
        present: new Set(found.map(claimedPiece)).size,
        counting: pieces.flatMap((copies) => copies.slice(0, 1)),
        failing: [
            ...pieces.flatMap((copies) => copies.slice(1).map(asCopy)),
            ...findings.filter(hasFailed),
        ],
    };
}
/** Returns the evidence that is, or says that it is, of the type that the rule asks for. */
function ofType({ type }, evidence) {
    return evidence.filter((each) => isOfType(type, claimed(each)));
}
function hasFailed(finding) {
    return finding.flaw !== undefined;
}
function asCopy(finding) {
    return { ...finding, flaw: { kind: 'copy', why: 'is a copy of one that counts' } };
}

;// CONCATENATED MODULE: ./lib/policy/format.js
/** Returns who must have signed, in words: `the key cosign.pub`. It is not escaped. */
function formatSignedBy(signedBy) {
    switch (signedBy.kind) {
        case 'key':
            return `the key ${signedBy.key.name}`;
        case 'identity':
            return `${signedBy.identity} (issuer ${signedBy.issuer})`;
        case 'identity-pattern':
            return `an identity like ${signedBy.source} (issuer ${signedBy.issuer})`;
    }
}

;// CONCATENATED MODULE: ./lib/gate/reasons.js




/** As many as anybody reads; ten thousand junk signatures must not bury what is said of one. */
const MAX_NAMED = 3;
/** Returns why a rule has passed at the time `now`. */
function passReason(rule, { counting }, now) {
    const state = rule.signedBy ? 'verified' : 'present';
    const time = rule.maxAge && counting[0]?.time;
    const age = time && `; the newest is ${formatSpan(now - Date.parse(time))} old (${time})`;
    return `${[`${countedOf(rule.type, counting.length)} ${state}`, ...demandsOf(rule)].join(', ')}${age ?? ''}`;
}
/** Returns why a rule is denied at the manifest with the digest: what there is, and what is missing. */
function denyReason(rule, { present, counting, failing }, subject, elsewhere) {
    if (present === 0)
        return absence(rule, subject, elsewhere);
    const demands = demandsOf(rule).join(', ') || (failing.length > 0 ? 'that can count' : '');
    const some = counting.length === 0 ? 'none' : (0,counted/* formatCount */.B)(counting.length);
    const needed = rule.count > 1 ? [`${(0,counted/* formatCount */.B)(rule.count)} needed`] : [];
    const why = few(failing, clause).join('; ');
    const parts = [
        `${countedOf(rule.type, present)} present`,
        ...(demands === '' ? [] : [`${some} ${demands}`]),
        ...needed,
    ];
    return `${parts.join(', ')}${why && `: ${why}`}`;
}
/** Returns why a rule about each platform is denied for manifests of which no platform is known. */
function unnamedReason(digests) {
    const named = few(digests, shortDigest);
    const count = (0,counted/* counted */.h)(digests.length, 'manifest');
    return `the index has ${count} without a platform (${named.join(', ')}), which clients may run on any: name the platform of each in the index, or ask with platform: subject`;
}
/** Returns the first of them in words, and how many there are besides. */
function few(all, words) {
    const hidden = all.length - MAX_NAMED;
    const others = hidden > 0 ? [`and ${(0,counted/* formatCount */.B)(hidden)} more`] : [];
    return [...all.slice(0, MAX_NAMED).map((each) => words(each)), ...others];
}
function absence(rule, subject, { place, count }) {
    const none = `no ${nounOf(rule.type)} is attached to ${shortDigest(subject)}`;
    if (count === 0)
        return `${none}: ${adviceOf(rule)}`;
    const found = countedOf(rule.type, count);
    const near = place === 'platforms'
        ? `its platforms have ${found}, which platform: each asks for`
        : `its index has ${found}, but no statement about it`;
    return `${none} (${near}): ${adviceOf(rule)}`;
}
function clause({ evidence, flaw }) {
    return `${shortDigest(evidence.digest)} ${flaw.why}`;
}
/** What a rule asks of evidence of its type. */
function demandsOf({ predicateType, annotations, signedBy, maxAge }) {
    const pairs = Object.entries(annotations).map(([key, value]) => `${key}=${value}`);
    return [
        ...(predicateType === undefined ? [] : [`with predicate type ${predicateType}`]),
        ...(pairs.length === 0 ? [] : [`with ${pairs.join(' and ')}`]),
        ...(signedBy ? [`signed by ${formatSignedBy(signedBy)}`] : []),
        ...(maxAge ? [`at most ${maxAge.text} old`] : []),
    ];
}

;// CONCATENATED MODULE: ./lib/gate/evaluate.js



/** The most matches that are told of a rule: the reason has the number of all, the graph has the rest. */
const MAX_MATCHES = 100;
/**
 * Returns what becomes of the policy by the evidence on the images and what was verified of it, at the
 * time `now` in milliseconds since 1970. A rule passes at a manifest only if as many pieces of evidence
 * as it asks for are all that it names; the policy passes only if every rule does everywhere.
 *
 * Throws RangeError if there is no image, no rule, or a rule that no evidence at all would satisfy: they
 * would be passed without proof.
 */
function evaluate(images, policy, verifications, now) {
    const [first] = images;
    if (!first)
        throw new RangeError('there is no image to judge');
    if (policy.length === 0)
        throw new RangeError('there is no rule to judge by');
    const grounds = { verifications, now };
    const rules = images.flatMap((image) => policy.flatMap((rule) => [
        ...placesOf(rule, image).map((place) => verdictAt(place, rule, grounds)),
        ...verdictOnUnnamed(rule, image),
    ]));
    const isPassed = rules.every(({ verdict }) => verdict === 'passed');
    return { verdict: isPassed ? 'passed' : 'denied', subject: first.reference, rules };
}
/**
 * For `platform: each` every platform, where what is on the index counts too if its statement names the
 * platform's manifest; an image without platforms is its own. Else the subject alone.
 */
function placesOf(rule, image) {
    const { platforms, evidence } = image;
    if (rule.platform === 'subject' || platforms.length === 0) {
        const below = platforms.flatMap((platform) => platform.evidence);
        return [{ manifest: image, evidence, elsewhere: { place: 'platforms', evidence: below } }];
    }
    return platforms.map((manifest) => {
        const about = evidence.filter((each) => each.about.includes(manifest.digest));
        return {
            manifest,
            evidence: [...manifest.evidence, ...about],
            elsewhere: { place: 'index', evidence },
        };
    });
}
/** Nothing tells who runs a manifest of no platform, so nothing that it carries would be enough. */
function verdictOnUnnamed({ type, platform }, { reference, unnamed }) {
    if (platform !== 'each' || unnamed.length === 0)
        return [];
    const reason = unnamedReason(unnamed);
    return [{ rule: evaluate_nameOf(type), subject: reference, verdict: 'denied', reason, matches: [] }];
}
function verdictAt({ manifest, evidence, elsewhere }, rule, grounds) {
    if (!(rule.count >= 1))
        throw new RangeError(`a rule asks for ${rule.count} pieces of evidence`);
    const { type } = rule;
    const { digest, reference, platform } = manifest;
    const findings = judge(rule, digest, evidence, grounds);
    const isPassed = findings.counting.length >= rule.count;
    const near = { place: elsewhere.place, count: ofType(rule, elsewhere.evidence).length };
    return {
        rule: evaluate_nameOf(type),
        subject: reference,
        ...(platform && { platform: (0,oci_platform/* formatPlatform */.Bq)(platform) }),
        verdict: isPassed ? 'passed' : 'denied',
        reason: isPassed
            ? passReason(rule, findings, grounds.now)
            : denyReason(rule, findings, digest, near),
        matches: matchesOf(findings, isPassed),
    };
}
function evaluate_nameOf(type) {
    return type.kind === 'alias' ? type.alias : type.artifactType;
}
/** Of a rule that has passed, what it rests on; of one that is denied, all that was found. */
function matchesOf({ counting, failing }, isPassed) {
    return (isPassed ? counting : [...counting, ...failing]).slice(0, MAX_MATCHES).map(match);
}
function match({ evidence, time, signer }) {
    const { reference, artifactType } = evidence;
    return {
        reference,
        artifactType,
        state: signer ? 'verified' : 'present',
        ...(signer && { signer }),
        ...(time !== undefined && { created: time }),
    };
}

// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/oci/error.js
var oci_error = __webpack_require__(3211);
;// CONCATENATED MODULE: ./lib/gate/unreadable.js
/** Why content cannot be read as what it should be: it follows `cannot be read: `. */
class Unreadable extends Error {
    name = 'Unreadable';
}

;// CONCATENATED MODULE: ./lib/gate/blob-reader.js



/**
 * The largest document that is read: what cosign reads of an attachment unless it is told otherwise
 * (COSIGN_MAX_ATTACHMENT_SIZE). One that is larger proves nothing, but keeps nothing else from it.
 */
const MAX_DOCUMENT_BYTES = 128 * 1024 * 1024;
/** Most blobs, and most manifests, under way at once: requests, or open files of a layout. */
const MAX_READS = 32;
/** As in pull/download.ts: each is one more connection that lasted for a while. */
const MAX_TRIES = 5;
/** Returns how to read blobs of the repository, a few at once, as long as the budget lasts. */
function createBlobReader(reader, budget, signal) {
    const limit = (0,concurrency/* createLimit */.K)(MAX_READS);
    return async (blob, read) => {
        if (blob.size > MAX_DOCUMENT_BYTES) {
            return {
                unreadable: `it has ${blob.size} bytes, more than the ${MAX_DOCUMENT_BYTES} that are read`,
            };
        }
        budget.takeBytes(blob.size);
        return limit(() => attempt(() => readPersistently(reader, blob, read, signal)));
    };
}
async function attempt(read) {
    try {
        return { value: await read() };
    }
    catch (error) {
        const isUnreadable = (0,oci_error/* hasCode */.up)(error, 'BLOB_UNKNOWN', 'DIGEST_INVALID', 'SIZE_INVALID');
        if (isUnreadable || error instanceof Unreadable)
            return { unreadable: error.message };
        throw error;
    }
}
/** Only the body is repeated here; the request itself has been, as often as makes sense. */
async function readPersistently(reader, blob, read, signal) {
    for (let tries = 1;; tries += 1) {
        signal?.throwIfAborted();
        const bytes = await reader.fetchBlob(blob);
        try {
            return await read(bytes);
        }
        catch (error) {
            const isBroken = (0,oci_error/* hasCode */.up)(error, 'CONNECTION_FAILED', 'TIMEOUT');
            if (!isBroken || tries === MAX_TRIES)
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/gate/budget.js

/**
 * Documents and signatures on all images together: as many as a graph may have manifests
 * (discover/walk.ts). Ten thousand of junk still leave room for the right one.
 */
const MAX_PIECES = 20_000;
/**
 * Bytes of all of them together: what is signed is kept until it is verified, so this is the memory that
 * a gate may take. A multi-platform image with an SBOM of 20 MB on each of its platforms has half of it.
 */
const MAX_BYTES = 512 * 1024 * 1024;
/**
 * Returns the budget of one gate. What it cuts off could be the proof, or what matters otherwise, so it
 * ends the gate: nothing is judged by a part of the evidence.
 */
function createBudget() {
    let [pieces, bytes] = [0, 0];
    return {
        takePieces(count) {
            pieces += count;
            if (pieces > MAX_PIECES)
                throw tooMuch(`more than ${MAX_PIECES} documents and signatures`);
        },
        takeBytes(count) {
            bytes += count;
            if (bytes > MAX_BYTES)
                throw tooMuch(`more than ${MAX_BYTES} bytes of evidence`);
        },
    };
}
function tooMuch(what) {
    return new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `the gate would have to read ${what}`, {
        advice: 'Remove what should not hang on the image, or gate fewer images or platforms at once.',
    });
}

;// CONCATENATED MODULE: ./lib/gate/signature-of.js

/** Every signature of Notation: JWS or COSE (notaryproject/specifications, signature-specification.md). */
const NOTATION = { kind: 'unverifiable', what: 'a Notation signature' };
/**
 * Returns the signature about the subject that the holder's manifest has. `key` is the same for the same
 * bytes alone.
 */
function signatureOf(holder, subject, content, key) {
    const id = (0,oci_digest/* digestOf */.ol)(Buffer.from(JSON.stringify([subject.digest, content.kind, key])));
    return { id, reference: holder.reference, subject, content };
}

;// CONCATENATED MODULE: ./lib/gate/attached.js


/** Tells whether a piece of what hangs on evidence may be a signature of that. */
function isSignature(piece) {
    return 'layer' in piece ? piece.kind !== 'statement' : piece.kind === 'notation';
}
/**
 * Returns the signature of the subject that a piece of the holder's manifest is; undefined if it is one
 * of something else. Throws what the repository throws, and LIMIT_EXCEEDED.
 */
async function attachedSignature(piece, holder, subject, pieces) {
    if (piece.kind === 'notation') {
        return uncertified(signatureOf(holder, subject, NOTATION, holder.digest));
    }
    const read = await pieces.signed(piece);
    if ('unreadable' in read) {
        return uncertified(undecodable(holder, subject, piece, read.unreadable));
    }
    const { content, key, about, statement, hasCertificate } = read.value;
    if (about && !about.includes(subject.digest))
        return undefined;
    if (statement && !isEndorsement(statement)) {
        const why = `it is an attestation (${statement.predicateType}), and of those only provenance stands for a signature`;
        return uncertified(undecodable(holder, subject, piece, why));
    }
    return { signature: signatureOf(holder, subject, content, key), hasCertificate };
}
/**
 * Of all that may be stated of evidence, only that it is signed, or made, means that it is vouched for: a
 * scan or a verification may as well say that it is bad.
 */
function isEndorsement({ predicateType }) {
    const aliases = (0,policy_aliases/* aliasesOfPredicateType */.n0)(predicateType);
    return aliases.includes('signature') || aliases.includes('provenance');
}
function uncertified(signature) {
    return { signature, hasCertificate: false };
}
function undecodable(holder, subject, { layer }, why) {
    return signatureOf(holder, subject, { kind: 'undecodable', why }, layer.digest);
}

// EXTERNAL MODULE: ./lib/oci/annotations.js
var oci_annotations = __webpack_require__(3999);
// EXTERNAL MODULE: ./lib/oci/manifest.js
var oci_manifest = __webpack_require__(4360);
;// CONCATENATED MODULE: ./lib/gate/pieces.js




/** Every media type of bundles; a new version means something that is not known here. */
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(?:\.v0\.3\+json|\+json(?:; ?version=0\.[123])?)$/;
const LAYER_KINDS = new Map([
    ['application/vnd.dsse.envelope.v1+json', 'envelope'],
    ['application/vnd.in-toto+json', 'statement'],
    ['application/vnd.dev.cosign.simplesigning.v1+json', 'simple-signing'],
]);
/** Artifact types of what is nothing but the signatures and statements in it. */
const WRAPPINGS = [
    'application/vnd.dev.cosign.artifact.sig.v1+json',
    'application/vnd.docker.attestation.manifest.v1+json',
    'application/vnd.docker.attestation.config.v1+json',
];
/**
 * Returns the evidence that the manifest is: each signed or signable layer by itself, as at cosign's
 * tags and in BuildKit's attestations, and what else it holds as one document.
 */
function piecesOf(manifest) {
    const artifactType = (0,oci_manifest/* artifactTypeOf */.Gh)(manifest) ?? '';
    if (isNotation(manifest, artifactType))
        return [{ kind: 'notation' }];
    const typeKind = layerKindOf(artifactType);
    const layers = (0,oci_manifest/* filesOf */.R8)(manifest);
    const pieces = layers.flatMap((layer) => {
        const kind = layerKindOf(layer.mediaType) ?? layerKindByType(typeKind);
        return kind ? [{ kind, layer }] : [];
    });
    if (typeKind || WRAPPINGS.includes((0,media_types/* withoutParameters */.nM)(artifactType))) {
        return pieces.length > 0 ? pieces : [{ kind: 'hollow' }];
    }
    const isWholly = layers.length > 0 && pieces.length === layers.length;
    return isWholly ? pieces : [...pieces, { kind: 'document', layers }];
}
/** Tells whether a piece of a manifest of the type could be what the rule asks for, unread. */
function mayConcern({ type }, { kind }, artifactType) {
    if (type.kind === 'artifact-type')
        return isArtifactType(type.artifactType, artifactType);
    switch (kind) {
        case 'bundle':
        case 'envelope':
        case 'statement':
            return true;
        case 'simple-signing':
        case 'notation':
            return type.alias === 'signature';
        case 'document':
        case 'hollow':
            return (0,policy_aliases/* aliasesOfArtifactType */.EJ)(artifactType).includes(type.alias);
    }
}
function layerKindOf(mediaType) {
    if (BUNDLE.test(mediaType.toLowerCase()))
        return 'bundle';
    return LAYER_KINDS.get((0,media_types/* withoutParameters */.nM)(mediaType));
}
/**
 * Files are attached under types like `application/json` too; then the artifact's says what they are. A
 * layer of simple signing is known by its own alone: beside it cosign keeps other things.
 */
function layerKindByType(typeKind) {
    return typeKind === 'simple-signing' ? undefined : typeKind;
}
/** Image manifests of Notation may have its type as that of their config alone. */
function isNotation(manifest, artifactType) {
    const config = manifest.kind === 'image' ? manifest.config.mediaType : '';
    return (0,policy_aliases/* isNotationType */.ZP)(artifactType) || (0,policy_aliases/* isNotationType */.ZP)(config);
}

;// CONCATENATED MODULE: ./lib/gate/describe.js




/**
 * Predicate types as cosign and BuildKit note them beside what they store. Nothing is believed of them
 * but what it is that cannot be read, and so proves nothing.
 */
const PREDICATE_TYPES = [
    'dev.sigstore.bundle.predicateType',
    'predicateType',
    'in-toto.io/predicate-type',
];
/**
 * Returns what a piece of the node's manifest is as evidence; undefined if it is none here, being a
 * signature of something else. Throws what the repository throws, and LIMIT_EXCEEDED.
 */
async function describe(piece, node, surroundings) {
    switch (piece.kind) {
        case 'notation':
            return describe_uncertified(await notationSignature(node, surroundings));
        case 'hollow':
            return describe_uncertified({
                ...base(node),
                unreadable: 'it has no layer of the type that it says it is',
            });
        case 'document':
            return describe_uncertified(await describe_document(piece, node, surroundings));
        case 'statement':
            return describe_uncertified(await statement(piece, node, surroundings));
        case 'bundle':
        case 'envelope':
        case 'simple-signing':
            return signed(piece, node, surroundings);
    }
}
function describe_uncertified(evidence) {
    return { evidence, hasCertificate: false };
}
function base(node) {
    const { reference, digest, artifactType = '', annotations = {} } = node;
    const created = (0,oci_annotations/* createdOf */.YC)(annotations);
    return {
        reference,
        digest,
        artifactType,
        annotations,
        aliases: (0,policy_aliases/* aliasesOfArtifactType */.EJ)(artifactType),
        ...(created !== undefined && { created }),
        about: [],
        attached: [],
    };
}
async function notationSignature(node, { subjectFor }) {
    const subject = await subjectFor(undefined);
    return {
        ...base(node),
        aliases: ['signature'],
        ...(subject && { own: signatureOf(node, subject, NOTATION, node.digest) }),
    };
}
/** A document is read only where its time is asked for: its type tells the rest. */
async function describe_document(piece, node, { pieces, rules }) {
    const evidence = base(node);
    const { artifactType, created } = evidence;
    const isDated = rules.some((rule) => rule.maxAge &&
        (rule.signedBy || created === undefined) &&
        mayConcern(rule, piece, artifactType));
    if (!isDated)
        return evidence;
    const read = await Promise.all(piece.layers.map((layer) => pieces.stated(layer)));
    const unreadable = read.find((each) => 'unreadable' in each);
    if (unreadable)
        return { ...evidence, ...unreadable };
    // Of several documents the oldest: all of them must be as fresh as a rule asks.
    const [stated] = read.flatMap((each) => ('value' in each ? (each.value ?? []) : [])).sort();
    return { ...evidence, ...(stated !== undefined && { stated }) };
}
async function statement(piece, node, { pieces }) {
    const read = await pieces.statement(piece.layer);
    if ('unreadable' in read)
        return unreadableLayer(piece, node, read.unreadable);
    const { predicateType } = read.value;
    return { ...base(node), ...read.value, aliases: (0,policy_aliases/* aliasesOfPredicateType */.n0)(predicateType) };
}
async function signed(piece, node, { pieces, subjectFor, on }) {
    const read = await pieces.signed(piece);
    if ('unreadable' in read) {
        return describe_uncertified(unreadableLayer(piece, node, read.unreadable));
    }
    const { content, key, about, hasCertificate, statement: said } = read.value;
    // A statement says what it is about to whoever judges it; a payload that signs something else, nothing.
    if (!said && about && !about.includes(on.digest))
        return undefined;
    const subject = await subjectFor(about);
    return {
        evidence: {
            ...base(node),
            ...(said ?? (about && { subject: on.digest })),
            content: key,
            aliases: aliasesOfSigned(read.value),
            ...(subject && { own: signatureOf(node, subject, content, key) }),
        },
        hasCertificate: hasCertificate && subject !== undefined,
    };
}
function aliasesOfSigned({ statement: said }) {
    return said ? (0,policy_aliases/* aliasesOfPredicateType */.n0)(said.predicateType) : ['signature'];
}
function unreadableLayer({ kind, layer }, node, unreadable) {
    const notes = { ...node.annotations, ...layer.annotations };
    const note = PREDICATE_TYPES.map((name) => notes[name]).find((each) => each !== undefined);
    const evidence = { ...base(node), unreadable };
    if (kind === 'simple-signing')
        return { ...evidence, aliases: ['signature'] };
    return note === undefined ? evidence : { ...evidence, aliases: (0,policy_aliases/* aliasesOfPredicateType */.n0)(note) };
}

;// CONCATENATED MODULE: ./lib/gate/collect.js




/**
 * Returns how to collect the evidence that a node of the graph is, as far as the rules could concern it,
 * with the signatures attached to it where a rule asks who signed.
 */
function createCollector({ fetch, pieces, budget, onCertificate, }) {
    return async (node, surroundings) => {
        const { rules } = surroundings;
        const manifest = await fetch(node);
        const wanted = piecesOf(manifest.value).filter((piece) => rules.some((rule) => mayConcern(rule, piece, node.artifactType ?? '')));
        budget.takePieces(wanted.length);
        let attached;
        const found = await Promise.all(wanted.map(async (piece) => {
            const described = withSubject(await describe(piece, node, surroundings), manifest.value);
            if (!described || rulesFor(described.evidence, rules).length === 0)
                return [];
            const signedRules = signedRulesFor(described.evidence, rules);
            if (signedRules.length === 0)
                return [described.evidence];
            attached ??= attachedTo(node, manifest);
            return [withAttached(described, await attached, signedRules)];
        }));
        return found.flat();
    };
    async function attachedTo({ referrers }, { descriptor, bytes }) {
        const subject = { digest: descriptor.digest, bytes };
        const found = await Promise.all(referrers.map(async (holder) => {
            const { value } = await fetch(holder);
            const signatures = piecesOf(value).filter(isSignature);
            budget.takePieces(signatures.length);
            return Promise.all(signatures.map((piece) => attachedSignature(piece, holder, subject, pieces)));
        }));
        return found.flat().filter((each) => each !== undefined);
    }
    function withAttached({ evidence, hasCertificate }, attached, signedRules) {
        const isCertified = hasCertificate || attached.some((each) => each.hasCertificate);
        if (isCertified && signedRules.some(({ signedBy }) => signedBy?.kind !== 'key'))
            onCertificate();
        return { ...evidence, attached: attached.map(({ signature }) => signature) };
    }
}
function withSubject(described, { subject }) {
    if (!described || !subject)
        return described;
    const { evidence, ...rest } = described;
    return { evidence: { subject: subject.digest, ...evidence }, ...rest };
}

// EXTERNAL MODULE: ./lib/documents/detector.js + 19 modules
var documents_detector = __webpack_require__(6082);
// EXTERNAL MODULE: ./lib/oci/json.js
var json = __webpack_require__(3931);
// EXTERNAL MODULE: ./lib/documents/json-paths.js
var json_paths = __webpack_require__(2807);
// EXTERNAL MODULE: ./lib/documents/wants.js
var wants = __webpack_require__(1589);
// EXTERNAL MODULE: ./lib/json/strict.js
var strict = __webpack_require__(6845);
// EXTERNAL MODULE: ./lib/json/syntax-error.js
var syntax_error = __webpack_require__(4912);
;// CONCATENATED MODULE: ./lib/gate/strict-json.js




/** Returns the scanner of JSON that everybody reads alike; it throws {@link Unreadable} for other text. */
function createEvidenceScanner(listener) {
    return readable((0,strict/* createStrictScanner */.WP)(listener));
}
/** Returns the object that such a text is; throws {@link Unreadable} if it is none, or not a small one. */
function parseStrictly(bytes) {
    const scanner = readable((0,strict/* createTreeScanner */.bH)());
    scanner.write(bytes);
    scanner.end();
    const value = (0,json/* parseJson */.qF)(bytes);
    if ((0,json/* isObject */.Gv)(value))
        return value;
    throw new Unreadable('it is JSON, but no object');
}
function readable(scanner) {
    return {
        write: (chunk) => readably(() => scanner.write(chunk)),
        end: () => readably(() => scanner.end()),
    };
}
function readably(step) {
    try {
        step();
    }
    catch (error) {
        if (!(error instanceof syntax_error/* JsonSyntaxError */.q))
            throw error;
        throw new Unreadable(`it is not JSON as it must be: ${error.message}`);
    }
}

;// CONCATENATED MODULE: ./lib/gate/statement.js






/** Enough to name what a statement is about instead; who may push chooses how many there are. */
const MAX_STRANGERS = 3;
const ALGORITHMS = ['sha256', 'sha512'];
/**
 * Where predicates have their time, by predicate type without what follows after another slash:
 * slsa.dev/spec/v1.0/provenance and v0.2, sigstore/cosign specs/COSIGN_VULN_ATTESTATION_SPEC.md,
 * in-toto/attestation spec/predicates/vuln.md, and the documents that are predicates themselves.
 */
const TIMES = [
    ['predicate.runDetails.metadata.finishedOn', ['https://slsa.dev/provenance/v1']],
    [
        'predicate.metadata.buildFinishedOn',
        ['https://slsa.dev/provenance/v0.1', 'https://slsa.dev/provenance/v0.2'],
    ],
    [
        'predicate.metadata.scanFinishedOn',
        [
            'https://cosign.sigstore.dev/attestation/vuln',
            'cosign.sigstore.dev/attestation/vuln',
            'https://in-toto.io/attestation/vulns',
        ],
    ],
    ['predicate.creationInfo.created', ['https://spdx.dev/Document']],
    ['predicate.metadata.timestamp', ['https://cyclonedx.org/bom', 'https://cyclonedx.org/vex']],
    ['predicate.timestamp', ['https://openvex.dev/ns']],
];
/**
 * Returns a reader of one in-toto statement (in-toto/attestation, spec/v1/statement.md, and v0.1 before
 * it), in memory that does not grow with it. `isKnown` tells whether a digest is that of a manifest
 * which matters.
 */
function createStatementReader(isKnown) {
    const type = (0,wants.at)('_type', in_toto/* isStatementType */.gI).watch();
    const predicateType = (0,wants/* text */.Qq)('predicateType').watch();
    const subjects = gatherSubjects(isKnown);
    const times = TIMES.map(([path, families]) => ({ families, time: (0,wants/* text */.Qq)(path).watch() }));
    const gatherings = [
        ...[type, predicateType, ...times.map(({ time }) => time)].flatMap((each) => each.gatherings),
        ...subjects.gatherings,
    ];
    // A name that repeats is refused by the scanner.
    const scanner = createEvidenceScanner((0,json_paths/* listenAt */.f)(gatherings, () => undefined));
    return {
        write: (chunk) => scanner.write(chunk),
        end() {
            scanner.end();
            if (!type.result())
                throw new Unreadable('it is no in-toto statement');
            const found = predicateType.result();
            if (!found)
                throw new Unreadable('it is a statement without a predicate type');
            const stated = times.find(({ families }) => isIn(found, families))?.time.result();
            return {
                predicateType: found,
                about: subjects.result(),
                ...(stated !== undefined && { stated }),
            };
        },
    };
}
/** Returns the statement that the bytes are; throws {@link Unreadable} if they are none. */
function statementOf(bytes, isKnown) {
    const reader = createStatementReader(isKnown);
    reader.write(bytes);
    return reader.end();
}
function isIn(predicateType, families) {
    return families.some((family) => `${predicateType}/`.startsWith(`${family}/`));
}
function gatherSubjects(isKnown) {
    const known = new Set();
    const strangers = new Set();
    const gatherings = ALGORITHMS.map((algorithm) => ({
        path: `subject[].digest.${algorithm}`,
        add(value) {
            const digest = value.type === 'string' ? `${algorithm}:${value.text}` : '';
            if (!(0,oci_digest/* isDigest */.Bc)(digest))
                return;
            if (isKnown(digest))
                known.add(digest);
            else if (strangers.size < MAX_STRANGERS)
                strangers.add(digest);
        },
    }));
    return { gatherings, result: () => [...known, ...strangers] };
}

;// CONCATENATED MODULE: ./lib/gate/bundle.js





/**
 * Returns what the bundle holds (sigstore/protobuf-specs, protos/sigstore_bundle.proto), read off the
 * same properties and in the same way as it is verified by. Throws {@link Unreadable} for anything but
 * a statement or a signature of bytes, and for both at once, of which only one would be verified.
 */
function readBundle(bytes, isKnown) {
    const { dsseEnvelope, messageSignature, verificationMaterial } = parseStrictly(bytes);
    const hasCertificate = (0,json/* isObject */.Gv)(verificationMaterial) && isCertified(verificationMaterial);
    if (isSet(dsseEnvelope) === isSet(messageSignature)) {
        throw new Unreadable('it is a bundle that has not exactly one of an envelope and a signature');
    }
    if (isSet(messageSignature))
        return { hasCertificate };
    if (!(0,json/* isObject */.Gv)(dsseEnvelope))
        throw new Unreadable('it is a bundle whose envelope is none');
    return { hasCertificate, statement: statementIn(dsseEnvelope, isKnown) };
}
/**
 * Returns the in-toto statement in a DSSE envelope
 * (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md); throws {@link Unreadable} if
 * there is none.
 */
function readEnvelope(bytes, isKnown) {
    return statementIn(parseStrictly(bytes), isKnown);
}
function statementIn({ payloadType, payload }, isKnown) {
    if (payloadType !== in_toto/* STATEMENT_MEDIA_TYPE */.KD || typeof payload !== 'string') {
        throw new Unreadable('it is an envelope of something other than an in-toto statement');
    }
    // As Sigstore's libraries decode it, whatever else there is in the text.
    return statementOf(Buffer.from(payload, 'base64'), isKnown);
}
function isCertified({ certificate, x509CertificateChain }) {
    return isSet(certificate) || isSet(x509CertificateChain);
}
/** In JSON of protocol buffers null stands for what is absent. */
function isSet(value) {
    return value !== undefined && value !== null;
}

;// CONCATENATED MODULE: ./lib/gate/simple-signing.js




/*
 * What cosign keeps in the annotations of a layer (sigstore/cosign, specs/SIGNATURE_SPEC.md, and
 * pkg/oci/static for the last).
 */
const SIGNATURE = 'dev.cosignproject.cosign/signature';
const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const CHAIN = 'dev.sigstore.cosign/chain';
const REKOR_BUNDLE = 'dev.sigstore.cosign/bundle';
const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';
/** Returns the signature of a layer at cosign's tag `.sig`, base64; undefined if it has none. */
function cosignSignatureOf(annotations = {}) {
    return annotations[SIGNATURE] || undefined;
}
/** Returns what cosign keeps beside the signature; an annotation without a text is as good as none. */
function cosignMaterialOf(annotations = {}) {
    const { [CERTIFICATE]: certificate, [CHAIN]: chain } = annotations;
    const { [REKOR_BUNDLE]: rekorBundle, [TIMESTAMP]: timestamp } = annotations;
    return {
        ...(certificate && { certificate }),
        ...(chain && { chain }),
        ...(rekorBundle && { rekorBundle }),
        ...(timestamp && { timestamp }),
    };
}
/**
 * Returns the digest of the image that a simple signing payload signs
 * (containers/image, docs/containers-signature.5.md). Throws {@link Unreadable} if it is none.
 */
function signedImageOf(payload) {
    const { critical } = parseStrictly(payload);
    const image = (0,json/* isObject */.Gv)(critical) ? critical['image'] : undefined;
    const digest = (0,json/* isObject */.Gv)(image) ? image['docker-manifest-digest'] : undefined;
    if (typeof digest === 'string' && (0,oci_digest/* isDigest */.Bc)(digest))
        return digest;
    throw new Unreadable('it is a payload that names no image');
}

;// CONCATENATED MODULE: ./lib/gate/piece-reader.js




/** Returns a reader of pieces. `isKnown` tells whether a digest is that of a manifest which matters. */
function createPieceReader(readBlob, isKnown) {
    const bundle = oncePerBlob((layer) => readBlob(layer, async (stream) => {
        const bytes = await bytesOf(stream);
        return { bytes, ...readBundle(bytes, isKnown) };
    }));
    const envelope = oncePerBlob((layer) => readBlob(layer, async (stream) => {
        const bytes = await bytesOf(stream);
        return { bytes, statement: readEnvelope(bytes, isKnown) };
    }));
    const payload = oncePerBlob((layer) => readBlob(layer, async (stream) => {
        const bytes = await bytesOf(stream);
        return { bytes, image: signedImageOf(bytes) };
    }));
    async function signedBundle(layer) {
        return mapContent(await bundle(layer), ({ bytes, hasCertificate, statement }) => ({
            content: { kind: 'sigstore-bundle', bytes },
            key: keyOf(layer),
            ...(statement && { statement, about: statement.about }),
            hasCertificate,
        }));
    }
    async function signedEnvelope(layer) {
        const material = cosignMaterialOf(layer.annotations);
        return mapContent(await envelope(layer), ({ bytes, statement }) => ({
            content: { kind: 'dsse-envelope', bytes, material },
            key: keyOf(layer, material),
            statement,
            about: statement.about,
            hasCertificate: material.certificate !== undefined,
        }));
    }
    async function simpleSigning(layer) {
        const signature = cosignSignatureOf(layer.annotations);
        if (signature === undefined)
            return { unreadable: 'it has a payload without a signature' };
        const material = cosignMaterialOf(layer.annotations);
        return mapContent(await payload(layer), ({ bytes, image }) => ({
            content: { kind: 'simple-signing', payload: bytes, signature, material },
            key: keyOf(layer, signature, material),
            about: [image],
            hasCertificate: material.certificate !== undefined,
        }));
    }
    return {
        signed({ kind, layer }) {
            switch (kind) {
                case 'bundle':
                    return signedBundle(layer);
                case 'envelope':
                    return signedEnvelope(layer);
                case 'simple-signing':
                    return simpleSigning(layer);
            }
        },
        statement: oncePerBlob((layer) => readBlob(layer, async (stream) => {
            const reader = createStatementReader(isKnown);
            for await (const chunk of stream)
                reader.write(chunk);
            return reader.end();
        })),
        stated: oncePerBlob((layer) => readBlob(layer, async (stream) => {
            const detector = (0,documents_detector/* createDocumentDetector */.i)();
            for await (const chunk of stream)
                detector.write(chunk);
            return detector.end()?.created;
        })),
    };
}
/** A wrong size, which only one of two manifests claims, must not make the other's content unreadable. */
function oncePerBlob(read) {
    const known = new Map();
    return (layer) => {
        const key = keyOf(layer);
        const answer = known.get(key) ?? read(layer);
        known.set(key, answer);
        return answer;
    };
}
async function bytesOf(stream) {
    return Buffer.concat(await stream.toArray());
}
function keyOf({ digest, size }, ...material) {
    return JSON.stringify([digest, size, ...material]);
}
function mapContent(content, map) {
    return 'value' in content ? { value: map(content.value) } : content;
}

;// CONCATENATED MODULE: ./lib/gate/subjects.js

/**
 * Returns how to get what signatures are about: the first of some manifests that the repository has,
 * undefined if it has none. All signatures about one manifest share its bytes.
 */
function createSubjects(fetch) {
    const known = new Map();
    return async (candidates) => {
        for (const candidate of candidates) {
            const answer = known.get(candidate.digest) ?? read(candidate);
            known.set(candidate.digest, answer);
            const subject = await answer;
            if (subject)
                return subject;
        }
        return undefined;
    };
    /** A mirror may have an index without all of its platforms (discover.ts). */
    async function read(manifest) {
        try {
            return { digest: manifest.digest, bytes: (await fetch(manifest)).bytes };
        }
        catch (error) {
            if ((0,oci_error/* hasCode */.up)(error, 'MANIFEST_UNKNOWN'))
                return undefined;
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/gate/gather.js








/**
 * Returns the images with all evidence that the policy could concern, in the order of the graph, and
 * the signatures of it, none of them verified. What no rule asks for is not read; what cannot be read
 * as what it says it is, is evidence that proves nothing.
 *
 * Throws LIMIT_EXCEEDED beyond the limits of `createBudget`, and whatever the repositories throw: what
 * is gathered is complete or an error.
 */
async function gather(targets, policy, options) {
    const budget = createBudget();
    return Promise.all(targets.map((target) => gatherImage(target, policy, budget, options)));
}
async function gatherImage({ reader, graph }, policy, budget, { onCertificate, signal }) {
    const platforms = graph.platforms ?? [];
    const known = digestsOf([graph, ...platforms]);
    const pieces = createPieceReader(createBlobReader(reader, budget, signal), (digest) => known.has(digest));
    const limit = (0,concurrency/* createLimit */.K)(MAX_READS);
    const fetch = (manifest) => limit(() => reader.fetchManifest(manifest));
    const collect = createCollector({ fetch, pieces, budget, onCertificate });
    const subjectAmong = createSubjects(fetch);
    async function judged(on, below, rules) {
        const candidates = (about) => [on, ...below].filter(({ digest }) => about.includes(digest));
        const surroundings = {
            pieces,
            rules,
            on,
            subjectFor: (about) => subjectAmong(about ? candidates(about) : [on]),
        };
        const evidence = await Promise.all(on.referrers.map((node) => collect(node, surroundings)));
        const { reference, digest, platform } = on;
        return { reference, digest, ...(platform && { platform }), evidence: evidence.flat() };
    }
    const atPlatforms = rulesAtPlatforms(policy);
    const asksEach = platforms.length > 0 && policy.some((rule) => rule.platform === 'each');
    const unnamed = asksEach ? unnamedIn((await fetch(graph)).value) : [];
    const [image, ...others] = await Promise.all([
        judged(graph, platforms, policy),
        ...platforms.map((platform) => judged(platform, [], atPlatforms)),
    ]);
    return { ...image, platforms: others, unnamed };
}
function unnamedIn(manifest) {
    return manifest.kind === 'index'
        ? (0,oci_platform/* unnamedEntries */.Bo)(manifest.manifests).map(({ digest }) => digest)
        : [];
}
/** Of what is judged and of the evidence on it, which may be signed itself. */
function digestsOf(judged) {
    return new Set(judged.flatMap(({ digest, referrers }) => [digest, ...referrers.map((each) => each.digest)]));
}

;// CONCATENATED MODULE: ./lib/gate.js




/**
 * Returns what becomes of the policy by what hangs on the images, at least one. The graphs must be whole.
 *
 * Throws whatever keeps the evidence from being read as a whole or verified, as `gather`, the trusted
 * root and `verifySignatures` do: nothing is judged by a part of it.
 */
async function gate_judge(targets, { policy, trustedRoot, now, signal }) {
    let root;
    const images = await gather(targets, policy, {
        ...(signal && { signal }),
        // It comes from elsewhere, while evidence is still being read.
        onCertificate: () => {
            root ??= trustedRoot();
            root.catch(() => undefined);
        },
    });
    const signatures = signaturesFor(images, policy);
    const trust = { ...trustOf(policy), ...(root && { trustedRoot: await root }) };
    return evaluate(images, policy, await verified(signatures, trust, signal), now);
}
/** Sigstore's libraries are loaded where there is something to verify. */
async function verified(signatures, trust, signal) {
    if (signatures.length === 0)
        return new Map();
    const { verifySignatures } = await Promise.all(/* import() */[__webpack_require__.e(187), __webpack_require__.e(985), __webpack_require__.e(756)]).then(__webpack_require__.bind(__webpack_require__, 7756));
    return verifySignatures(signatures, trust, signal);
}
function trustOf(policy) {
    const signers = policy.flatMap(({ signedBy }) => signedBy ?? []);
    const keys = signers.flatMap((each) => (each.kind === 'key' ? [each.key] : []));
    return {
        keys: [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()],
        identities: signers.flatMap((each) => {
            if (each.kind === 'key')
                return [];
            const { issuer } = each;
            const matches = (identity) => isSigner(each, { kind: 'identity', issuer, identity });
            return [{ issuer, matches }];
        }),
    };
}


/***/ }),

/***/ 6845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WP: () => (/* binding */ createStrictScanner),
/* harmony export */   bH: () => (/* binding */ createTreeScanner)
/* harmony export */ });
/* unused harmony exports MAX_NAMES, MAX_VALUES */
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2214);

/**
 * Names that are kept at once to find the one that is there twice. Each takes some hundred bytes of memory,
 * many times what it has in the document; honest objects have some ten names, maps of files some thousands.
 */
const MAX_NAMES = 100_000;
/**
 * Values of what is parsed to a tree: bundles, envelopes, payloads, entries of a log. `JSON.parse` makes
 * gigabytes of the two bytes of each `{}`. A bundle with 32 log entries of long proofs has some 3,000 values;
 * what is large in one is a single string.
 */
const MAX_VALUES = 10_000;
const LIMITS = {
    // As for any document (documents/json-reader.ts): the predicate may be an SBOM.
    maxDepth: 1000,
    // Every name is compared: the longest in SBOMs are paths of files.
    maxTextBytes: 64 * 1024,
    // What judges or verifies a document and what uses it must not read two different things in it.
    duplicateKeys: 'reject',
    maxNames: MAX_NAMES,
    // Of who uses such a document many take none.
    byteOrderMark: 'reject',
};
/**
 * Returns a scanner of JSON that everybody reads alike, for what is judged: UTF-8, no name twice in an
 * object. It throws JsonSyntaxError for other text.
 */
function createStrictScanner(listener) {
    return (0,_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .createJsonScanner */ .z)(listener, LIMITS);
}
/** Returns such a scanner for what is parsed to a tree afterwards, which must be small. */
function createTreeScanner() {
    return (0,_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .createJsonScanner */ .z)(undefined, { ...LIMITS, maxValues: MAX_VALUES });
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

/***/ 1567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ MAX_CLOCK_SKEW)
/* harmony export */ });
/**
 * How far the clocks of who made or witnessed evidence and of who judges it may be apart, in
 * milliseconds: as in Kerberos (RFC 4120, 5.9.1). What is later than that has not happened yet, or
 * claims so.
 */
const MAX_CLOCK_SKEW = 5 * 60 * 1000;


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
