export const id = 985;
export const ids = [985];
export const modules = {

/***/ 7143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ hashesOf)
/* harmony export */ });
/**
 * The hash that belongs to the curve is what cosign 3 signs with; cosign 2 signed with SHA-256 whatever
 * the curve, and `cosign verify` (3.1.3) still looks for that.
 */
const HASHES_OF_CURVE = new Map([
    ['prime256v1', ['sha256']],
    ['secp384r1', ['sha384', 'sha256']],
    ['secp521r1', ['sha512', 'sha256']],
]);
/** Shorter moduli are not to be used any more (NIST SP 800-131A). */
const MIN_RSA_BITS = 2048;
/**
 * Returns the hashes that signatures of the key may be made with; none of a key whose signatures cannot
 * be verified. RSA is PKCS #1 v1.5, the only padding that cosign makes. Ed25519 is the algorithm
 * itself: what cosign 3 makes with such keys is Ed25519ph, which neither Node nor `cosign verify` reads.
 */
function hashesOf(key) {
    const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
    switch (key.asymmetricKeyType) {
        case 'ec':
            return HASHES_OF_CURVE.get(namedCurve) ?? [];
        case 'rsa':
            return modulusLength >= MIN_RSA_BITS ? ['sha256'] : [];
        case 'ed25519':
            return [null];
        default:
            return [];
    }
}


/***/ }),

/***/ 2422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ knownTo),
/* harmony export */   bA: () => (/* binding */ withEntries),
/* harmony export */   zg: () => (/* binding */ toEntity)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _sigstore_verify__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4187);
/* harmony import */ var _algorithms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7143);



/** Log entries name a hash by nothing but its length. */
const HASH_OF_LENGTH = new Map([
    [32, 'sha256'],
    [48, 'sha384'],
    [64, 'sha512'],
]);
/**
 * Returns what the library verifies. The library would hash a message as it says itself, and everything
 * else with SHA-256; here the key decides. It would also not know what cosign has stamped.
 */
function toEntity(signed) {
    const { bundle, envelope } = signed;
    return {
        ...(0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_1__/* .toSignedEntity */ .DC)(bundle),
        signature: toContent(signed),
        ...(envelope && { envelope }),
    };
}
/**
 * Returns the entity without the log entries and timestamps of authorities that the material does not
 * know, as sigstore-go does (pkg/verify/tlog.go): they prove nothing, for or against.
 */
function knownTo({ tlogs, timestampAuthorities }, entity) {
    const known = withEntries(entity, ({ logId }) => tlogs.some(({ logID }) => logID.equals(logId.keyId)));
    return {
        ...known,
        timestamps: known.timestamps.filter((timestamp) => {
            if (timestamp.$case === 'transparency-log')
                return true;
            const { signerIssuer, signerSerialNumber } = timestamp.timestamp;
            return timestampAuthorities.some(({ certChain: [leaf] }) => leaf?.issuer.equals(signerIssuer) && leaf.serialNumber.equals(signerSerialNumber));
        }),
    };
}
/** Returns the entity with these log entries alone, and their times. */
function withEntries(entity, isKept) {
    return {
        ...entity,
        tlogEntries: entity.tlogEntries.filter(isKept),
        timestamps: entity.timestamps.filter((timestamp) => timestamp.$case !== 'transparency-log' || isKept(timestamp.tlogEntry)),
    };
}
function toContent({ bytes, payload, signature, stamped }) {
    return {
        signature: stamped,
        compareSignature: (other) => isEqual(signature, other),
        compareDigest: (digest) => isDigestOf(payload.bytes, digest),
        compareSignedDigest: (digest) => isDigestOf(bytes, digest),
        verifySignature: (key) => (0,_algorithms_js__WEBPACK_IMPORTED_MODULE_2__/* .hashesOf */ .m)(key).some((hash) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(hash, bytes, key, signature)),
    };
}
function isDigestOf(bytes, digest) {
    const hash = HASH_OF_LENGTH.get(digest.length);
    return hash !== undefined && isEqual((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(hash).update(bytes).digest(), digest);
}
function isEqual(a, b) {
    return a.length === b.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(a, b);
}


/***/ }),

/***/ 7052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ assertLogsEnvelope),
/* harmony export */   V: () => (/* binding */ isEnvelopeEntry)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _oci_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3931);
/* harmony import */ var _algorithms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7143);
/* harmony import */ var _log_validity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1370);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5085);





/*
 * Before 2.2 cosign logged the envelopes at its tag `.att` as `intoto` 0.0.1 (sigstore/cosign#3113), which
 * has no signature, but the hash of the whole envelope as it was sent and is kept
 * (sigstore/rekor, pkg/types/intoto/v0.0.1/entry.go; sigstore/cosign, pkg/cosign/verify.go, VerifyBundle).
 * The library cannot read it. Bundles never have one: their envelope has no text of its own.
 */
/** Tells whether the log entry is one of an envelope as it is stored, and that of the entity is. */
function isEnvelopeEntry({ envelope }, { kindVersion }) {
    return envelope !== undefined && kindVersion.kind === 'intoto' && kindVersion.version === '0.0.1';
}
/**
 * Throws a {@link Refusal} unless a log of these has promised the entry, while it was valid, and the entry is
 * about the entity's envelope and payload. Whose signature it is about is for `assertLoggedFor` to say.
 */
function assertLogsEnvelope(entry, entity, tlogs) {
    if (!tlogs.some((tlog) => isPromised(entry, tlog))) {
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P('has a log entry that its log has not promised');
    }
    if (!isAbout(entity, (0,_oci_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(entry.canonicalizedBody))) {
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P('has a log entry that is about something else');
    }
}
/** A log signs canonical JSON (RFC 8785) with these names, in the order of their code units. */
function isPromised(entry, tlog) {
    const { canonicalizedBody, inclusionPromise, integratedTime, logId, logIndex } = entry;
    if (!inclusionPromise || !(0,_log_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .isValidAt */ .U)(tlog, entry, Number(integratedTime) * 1000))
        return false;
    const promise = JSON.stringify({
        body: canonicalizedBody.toString('base64'),
        integratedTime: Number(integratedTime),
        logID: logId.keyId.toString('hex'),
        logIndex: Number(logIndex),
    });
    const { publicKey } = tlog;
    const { signedEntryTimestamp } = inclusionPromise;
    return (0,_algorithms_js__WEBPACK_IMPORTED_MODULE_2__/* .hashesOf */ .m)(publicKey).some((hash) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(hash, Buffer.from(promise), publicKey, signedEntryTimestamp));
}
function isAbout({ envelope = Buffer.alloc(0), signature }, body) {
    const { kind, apiVersion, spec } = objectOr(body);
    const { hash, payloadHash } = objectOr(objectOr(spec)['content']);
    const expected = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(envelope).digest('hex');
    return (kind === 'intoto' &&
        apiVersion === '0.0.1' &&
        sha256In(hash) === expected &&
        // The log did not have it at first (sigstore/rekor#764), and the envelope's hash covers the payload.
        (payloadHash === undefined ||
            signature.compareDigest(Buffer.from(sha256In(payloadHash) ?? '', 'hex'))));
}
function sha256In(hash) {
    const { algorithm, value } = objectOr(hash);
    return algorithm === 'sha256' && typeof value === 'string' ? value : undefined;
}
function objectOr(value) {
    return (0,_oci_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? value : {};
}


/***/ }),

/***/ 1370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isValidAt),
/* harmony export */   q: () => (/* binding */ assertLogsValid)
/* harmony export */ });
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5085);

/** Tells whether the entry is one of the log, and the log was valid then, in milliseconds since 1970. */
function isValidAt({ logID, validFor }, { logId }, time) {
    // Both ends included (sigstore/protobuf-specs, protos/sigstore_common.proto, PublicKey).
    const isThen = validFor.start.getTime() <= time && time <= validFor.end.getTime();
    return isThen && logID.equals(logId.keyId);
}
/**
 * Throws a {@link Refusal} unless the log of each entry that tells no time itself was valid at all times by
 * which the entity was signed, in milliseconds since 1970. A time that a log tells with its promise the
 * library has compared; of a proof alone it does not ask.
 */
function assertLogsValid(entries, times, tlogs) {
    for (const entry of entries.filter(({ inclusionPromise }) => inclusionPromise === undefined)) {
        if (!times.every((time) => tlogs.some((tlog) => isValidAt(tlog, entry, time)))) {
            throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P('has an entry of a log that was not valid at that time');
        }
    }
}


/***/ }),

/***/ 3759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ timesOf),
/* harmony export */   V: () => (/* binding */ assertPast)
/* harmony export */ });
/* harmony import */ var _policy_clock_skew_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1567);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5085);


/**
 * Returns the times by which an entity was signed, in milliseconds since 1970; they are proven where the
 * library has verified it.
 *
 * A log signs its time together with its promise of an entry. Without a promise `integratedTime` is
 * signed by nobody (CVE-2026-48816) and no time at all.
 */
function timesOf({ timestamps }) {
    return timestamps.flatMap((timestamp) => {
        if (timestamp.$case === 'timestamp-authority')
            return [timestamp.timestamp.signingTime.getTime()];
        const { inclusionPromise, integratedTime } = timestamp.tlogEntry;
        return inclusionPromise ? [Number(integratedTime) * 1000] : [];
    });
}
/** Throws a {@link Refusal} if one of the times is yet to come. */
function assertPast(times) {
    const late = times.find((time) => time > Date.now() + _policy_clock_skew_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_CLOCK_SKEW */ .Z);
    if (late === undefined)
        return;
    throw new _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P(`was signed in the future, at ${new Date(late).toISOString()}`);
}


/***/ }),

/***/ 5085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Refusal),
/* harmony export */   T: () => (/* binding */ quoted)
/* harmony export */ });
/**
 * Why a signature is refused: the message is a clause that follows its reference, `… is signed by …`.
 * Text of a foreign hand in it is cut by {@link quoted}, and escaped by whoever shows it.
 */
class Refusal extends Error {
    name = 'Refusal';
}
/** As long as an identity of a workflow may reasonably be. */
const MAX_QUOTED = 300;
/** Returns a text that somebody else chose, fit to be quoted in a reason. */
function quoted(text) {
    return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}


/***/ }),

/***/ 6375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ parseStrictly),
/* harmony export */   w: () => (/* binding */ scanStrictly)
/* harmony export */ });
/* harmony import */ var _json_strict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6845);
/* harmony import */ var _json_syntax_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4912);
/* harmony import */ var _oci_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3931);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5085);




/**
 * Tells the listener of a JSON text that everybody reads alike: UTF-8, no name twice in an object.
 * Throws a {@link Refusal} if it is none; `what` names it there.
 */
function scanStrictly(what, bytes, listener) {
    scanWith((0,_json_strict_js__WEBPACK_IMPORTED_MODULE_0__/* .createStrictScanner */ .WP)(listener), what, bytes);
}
/** Returns the object that such a text is; throws a {@link Refusal} if it is none, or not a small one. */
function parseStrictly(what, bytes) {
    scanWith((0,_json_strict_js__WEBPACK_IMPORTED_MODULE_0__/* .createTreeScanner */ .bH)(), what, bytes);
    const value = (0,_oci_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(bytes);
    if ((0,_oci_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return value;
    throw new _refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P(`has ${what} that is not a JSON object`);
}
function scanWith(scanner, what, bytes) {
    try {
        scanner.write(bytes);
        scanner.end();
    }
    catch (error) {
        if (!(error instanceof _json_syntax_error_js__WEBPACK_IMPORTED_MODULE_1__/* .JsonSyntaxError */ .q))
            throw error;
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P(`has ${what} that is not JSON as it must be: ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(error.message)}`);
    }
}


/***/ }),

/***/ 4985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchTrustedRoot: () => (/* binding */ fetchTrustedRoot),
  parseTrustedRoot: () => (/* binding */ parseTrustedRoot)
});

// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var dist = __webpack_require__(9654);
// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(4187);
// EXTERNAL MODULE: ./lib/oci/error.js
var error = __webpack_require__(3211);
// EXTERNAL MODULE: ./lib/verify/entity.js
var verify_entity = __webpack_require__(2422);
// EXTERNAL MODULE: ./lib/verify/proven-time.js
var proven_time = __webpack_require__(3759);
// EXTERNAL MODULE: ./lib/verify/refusal.js
var refusal = __webpack_require__(5085);
// EXTERNAL MODULE: ./lib/verify/witnesses.js + 2 modules
var witnesses = __webpack_require__(2272);
;// CONCATENATED MODULE: ./lib/verify/instance.js




/** Returns the instance with these authorities. */
function toInstance(material) {
    const hasLogs = material.tlogs.length > 0;
    const thresholds = {
        ctlogThreshold: material.ctlogs.length > 0 ? 1 : 0,
        tlogThreshold: hasLogs ? 1 : 0,
        timestampThreshold: 1,
    };
    return {
        material,
        mayHaveIssued: ({ issuer }) => material.certificateAuthorities.some(({ certChain }) => certChain.some(({ subject }) => subject.equals(issuer))),
        verify(entity, leaf) {
            const known = (0,verify_entity/* knownTo */.LV)(material, entity);
            if (hasLogs && known.tlogEntries.length === 0) {
                throw new refusal/* Refusal */.P('has no entry in a transparency log of the trusted root');
            }
            if ((0,proven_time/* timesOf */.Q)(known).length === 0) {
                throw new refusal/* Refusal */.P('has nothing that proves when it was signed');
            }
            return Math.min(...(0,witnesses/* timesProven */.R)(known, [leaf.root.toDER()], material, thresholds));
        },
    };
}

// EXTERNAL MODULE: ./lib/verify/strict-json.js
var strict_json = __webpack_require__(6375);
;// CONCATENATED MODULE: ./lib/verify/trusted-root.js






/** sigstore/protobuf-specs, protos/sigstore_trustroot.proto: the newest, and those that clients may read too. */
const MEDIA_TYPES = [
    'application/vnd.dev.sigstore.trustedroot.v0.2+json',
    'application/vnd.dev.sigstore.trustedroot.v0.1+json',
    'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
];
const ADVICE = 'Give what `gh attestation trusted-root` or `cosign trusted-root create` writes, or leave the input empty for the public instance of Sigstore.';
/**
 * Returns the instances of Sigstore that a trusted root describes. Of several a line has one each, as
 * `gh attestation trusted-root` writes them: that of everybody and that of GitHub. Throws an
 * {@link InputError} unless each can prove who signed and when.
 */
function parseTrustedRoot(text) {
    return documentsOf(text).map((document) => {
        const material = materialOf(document);
        if (material.certificateAuthorities.length === 0) {
            throw unusable('has no certificate authority, so nobody could vouch for a signer');
        }
        if (material.tlogs.length === 0 && material.timestampAuthorities.length === 0) {
            throw unusable('has neither a transparency log nor a timestamp authority, so nothing could prove when something was signed');
        }
        return toInstance(material);
    });
}
/**
 * Returns the trusted root of Sigstore's public instance, JSON that {@link parseTrustedRoot} takes.
 * Throws what {@link fetchRoot} throws, and RESPONSE_INVALID for one that cannot be used.
 */
async function fetchTrustedRoot(source) {
    // Most gates ask for no certificate or give their root, and the libraries take time to load.
    const { fetchRoot } = await Promise.all(/* import() */[__webpack_require__.e(694), __webpack_require__.e(806)]).then(__webpack_require__.bind(__webpack_require__, 1806));
    const text = await fetchRoot(source);
    try {
        parseTrustedRoot(text);
        return text;
    }
    catch (cause) {
        if (!(cause instanceof error/* InputError */.dz))
            throw cause;
        throw new error/* OciError */.Mf('RESPONSE_INVALID', `${cause.message}, as it was fetched`, {
            advice: 'Give another as trusted-root, or try it with a newer version of oras-attach.',
            cause,
        });
    }
}
/**
 * JSON of several lines is one document, JSON that ends with its line one of several. Programs on Windows
 * write a byte order mark before a file.
 */
function documentsOf(file) {
    const text = file.replace(/^\ufeff/, '');
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const isLineByLine = lines.every((line) => /^\s*\{.*\}\s*$/.test(line));
    return isLineByLine && lines.length > 0 ? lines : [text];
}
function materialOf(text) {
    try {
        const json = (0,strict_json/* parseStrictly */.g)('a trusted root', Buffer.from(text));
        const { mediaType } = json;
        if (!MEDIA_TYPES.includes(mediaType)) {
            throw new refusal/* Refusal */.P(`has the media type ${(0,refusal/* quoted */.T)(String(mediaType))}, which is not known`);
        }
        const root = dist.TrustedRoot.fromJSON(json);
        assertLogsBegin(root);
        return (0,verify_dist/* toTrustMaterial */.jO)(root);
    }
    catch (error) {
        const why = error instanceof refusal/* Refusal */.P ? error.message : `cannot be read: ${(0,refusal/* quoted */.T)(String(error))}`;
        throw unusable(why);
    }
}
/** As sigstore-go (trusted_root.go); to the library such a log has been valid for ever. */
function assertLogsBegin({ tlogs, ctlogs }) {
    const keys = [...tlogs, ...ctlogs].flatMap(({ publicKey }) => publicKey ?? []);
    if (keys.every(({ validFor }) => validFor?.start))
        return;
    throw new refusal/* Refusal */.P('has a log without the time from which it is valid');
}
function unusable(why) {
    return new error/* InputError */.dz('trusted-root', `the trusted root ${why}`, ADVICE);
}


/***/ }),

/***/ 2272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ timesProven)
});

// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var dist = __webpack_require__(4187);
// EXTERNAL MODULE: ./lib/oci/json.js
var json = __webpack_require__(3931);
// EXTERNAL MODULE: ./lib/verify/refusal.js
var refusal = __webpack_require__(5085);
;// CONCATENATED MODULE: ./lib/verify/entry-signer.js


/**
 * Where the kinds of log entries have what verifies the signature, PEM in base64, and those of Rekor v2,
 * DER in base64 (sigstore/rekor, pkg/types; sigstore/rekor-tiles, api/proto).
 */
const PEM_PATHS = [
    ['spec', 'signature', 'publicKey', 'content'],
    ['spec', 'signatures', '0', 'verifier'],
    ['spec', 'content', 'envelope', 'signatures', '0', 'publicKey'],
    ['spec', 'publicKey'],
];
const VERIFIER_PATHS = [
    ['spec', 'hashedRekordV002', 'signature', 'verifier'],
    ['spec', 'dsseV002', 'signatures', '0', 'verifier'],
];
const DER_PATHS = VERIFIER_PATHS.flatMap((path) => [
    [...path, 'x509Certificate', 'rawBytes'],
    [...path, 'publicKey', 'rawBytes'],
]);
/**
 * Throws a {@link Refusal} unless each entry is about a signature of one of the certificates or keys,
 * DER, as sigstore-go demands (pkg/verify/tlog.go). The library compares what was signed and the
 * signature: another key, chosen to fit a signature that there is already, would do.
 */
function assertLoggedFor(entries, signers) {
    for (const { canonicalizedBody } of entries) {
        const logged = signerIn((0,json/* parseJson */.qF)(canonicalizedBody));
        if (!logged || !signers.some((signer) => signer.equals(logged))) {
            throw new refusal/* Refusal */.P('has a log entry that is about a signature of somebody else');
        }
    }
}
function signerIn(body) {
    for (const path of PEM_PATHS) {
        const pem = valueAt(body, path);
        if (pem !== undefined)
            return toDer(Buffer.from(pem, 'base64').toString('latin1'));
    }
    for (const path of DER_PATHS) {
        const der = valueAt(body, path);
        if (der !== undefined)
            return Buffer.from(der, 'base64');
    }
    return undefined;
}
function toDer(pem) {
    return Buffer.from(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64');
}
function valueAt(value, path) {
    const found = path.reduce((at, name) => {
        if (Array.isArray(at))
            return at[Number(name)];
        return (0,json/* isObject */.Gv)(at) && Object.hasOwn(at, name) ? at[name] : undefined;
    }, value);
    return typeof found === 'string' ? found : undefined;
}

// EXTERNAL MODULE: ./lib/verify/envelope-entry.js
var envelope_entry = __webpack_require__(7052);
;// CONCATENATED MODULE: ./lib/verify/inclusion-proof.js

/**
 * Throws a {@link Refusal} for a proof of inclusion without its tree: the library takes bundles of v0.1
 * that have one, and fails on it.
 */
function assertCheckpointed(entries) {
    const isWhole = ({ inclusionProof }) => inclusionProof === undefined || inclusionProof.checkpoint !== undefined;
    if (entries.every(isWhole))
        return;
    throw new refusal/* Refusal */.P('has a log entry with a proof of inclusion without a checkpoint');
}
/**
 * Throws a {@link Refusal} if a proof of inclusion says that it is of another tree than its checkpoint
 * is (https://github.com/transparency-dev/formats, log/README.md: origin, size and root, a line each).
 * The library reads the checkpoint alone; sigstore-go, by which cosign verifies, wants both to agree.
 */
function assertProofsAgree(entries) {
    for (const { inclusionProof } of entries) {
        if (inclusionProof?.checkpoint === undefined)
            continue;
        const { checkpoint, rootHash, treeSize } = inclusionProof;
        const [, size = '', root = ''] = checkpoint.envelope.split('\n', 3);
        const isOtherRoot = rootHash.length > 0 && !rootHash.equals(Buffer.from(root, 'base64'));
        // Zero is what protobuf reads where nothing is written.
        const isOtherSize = treeSize !== '0' && treeSize !== size;
        if (isOtherRoot || isOtherSize) {
            throw new refusal/* Refusal */.P('has a log entry whose proof is not of the tree of its checkpoint');
        }
    }
}

// EXTERNAL MODULE: ./lib/verify/log-validity.js
var log_validity = __webpack_require__(1370);
// EXTERNAL MODULE: ./lib/verify/proven-time.js
var proven_time = __webpack_require__(3759);
;// CONCATENATED MODULE: ./lib/verify/witnesses.js






/**
 * Returns the times by which an entity was signed, in milliseconds since 1970. Throws a Refusal, or what
 * the library throws, unless it is signed, and each of its log entries and timestamps is one of the
 * material's authorities, holds, and is about it; entries also about a signature of one of the signers, a
 * certificate or keys, DER.
 */
function timesProven(entity, signers, material, thresholds) {
    const { tlogEntries } = entity;
    assertCheckpointed(tlogEntries);
    const ofEnvelope = tlogEntries.filter((entry) => (0,envelope_entry/* isEnvelopeEntry */.V)(entity, entry));
    for (const entry of ofEnvelope)
        (0,envelope_entry/* assertLogsEnvelope */.G)(entry, entity, material.tlogs);
    // A layer has one entry at most: where that is verified here, none is left for the library to count.
    const tlogThreshold = ofEnvelope.length > 0 ? 0 : thresholds.tlogThreshold;
    const others = tlogEntries.filter((entry) => !ofEnvelope.includes(entry));
    new dist/* Verifier */.BL(material, { ...thresholds, tlogThreshold }).verify({
        ...entity,
        tlogEntries: others,
    });
    assertProofsAgree(tlogEntries);
    assertLoggedFor(tlogEntries, signers);
    const times = (0,proven_time/* timesOf */.Q)(entity);
    (0,log_validity/* assertLogsValid */.q)(tlogEntries, times, material.tlogs);
    (0,proven_time/* assertPast */.V)(times);
    return times;
}


/***/ })

};
