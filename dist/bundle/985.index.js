export const id = 985;
export const ids = [985];
export const modules = {

/***/ 6845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ createStrictScanner)
/* harmony export */ });
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2214);

const LIMITS = {
    // As for any document (documents/json-reader.ts): the predicate may be an SBOM.
    maxDepth: 1000,
    // Every name is compared: the longest in SBOMs are paths of files.
    maxTextBytes: 64 * 1024,
    // What judges or verifies a document and what uses it must not read two different things in it.
    duplicateKeys: 'reject',
};
/**
 * Returns a scanner of JSON that everybody reads alike, for what is judged: UTF-8, no name twice in an
 * object. It throws JsonSyntaxError for other text.
 */
function createStrictScanner(listener) {
    return (0,_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .createJsonScanner */ .z)(listener, LIMITS);
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
/* harmony export */   L: () => (/* binding */ knownTo),
/* harmony export */   z: () => (/* binding */ toEntity)
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
    return { ...(0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_1__/* .toSignedEntity */ .DC)(signed.bundle), signature: toContent(signed) };
}
/**
 * Returns the entity without the log entries and timestamps of authorities that the material does not
 * know, as sigstore-go does (pkg/verify/tlog.go): they prove nothing, for or against.
 */
function knownTo({ tlogs, timestampAuthorities }, entity) {
    const isKnown = ({ logId }) => tlogs.some(({ logID }) => logID.equals(logId.keyId));
    return {
        ...entity,
        tlogEntries: entity.tlogEntries.filter(isKnown),
        timestamps: entity.timestamps.filter((timestamp) => {
            if (timestamp.$case === 'transparency-log')
                return isKnown(timestamp.tlogEntry);
            const { signerIssuer, signerSerialNumber } = timestamp.timestamp;
            return timestampAuthorities.some(({ certChain: [leaf] }) => leaf?.issuer.equals(signerIssuer) && leaf.serialNumber.equals(signerSerialNumber));
        }),
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

/***/ 3124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ assertLoggedFor)
/* harmony export */ });
/* harmony import */ var _oci_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3931);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5085);


/**
 * Where the kinds of log entries have what verifies the signature, PEM in base64, and those of Rekor v2,
 * DER in base64 (sigstore/rekor, pkg/types; sigstore/rekor-tiles, api/proto).
 */
const PEM_PATHS = [
    ['spec', 'signature', 'publicKey', 'content'],
    ['spec', 'signatures', '0', 'verifier'],
    ['spec', 'content', 'envelope', 'signatures', '0', 'publicKey'],
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
        const logged = signerIn((0,_oci_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(canonicalizedBody));
        if (!logged || !signers.some((signer) => signer.equals(logged))) {
            throw new _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P('has a log entry that is about a signature of somebody else');
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
        return (0,_oci_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(at) && Object.hasOwn(at, name) ? at[name] : undefined;
    }, value);
    return typeof found === 'string' ? found : undefined;
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
    try {
        const scanner = (0,_json_strict_js__WEBPACK_IMPORTED_MODULE_0__/* .createStrictScanner */ .W)(listener);
        scanner.write(bytes);
        scanner.end();
    }
    catch (error) {
        if (!(error instanceof _json_syntax_error_js__WEBPACK_IMPORTED_MODULE_1__/* .JsonSyntaxError */ .q))
            throw error;
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P(`has ${what} that is not JSON as it must be: ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(error.message)}`);
    }
}
/** Returns the object that such a text is; throws a {@link Refusal} if it is none. */
function parseStrictly(what, bytes) {
    scanStrictly(what, bytes);
    const value = (0,_oci_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(bytes);
    if ((0,_oci_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return value;
    throw new _refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P(`has ${what} that is not a JSON object`);
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
// EXTERNAL MODULE: ./lib/verify/entry-signer.js
var entry_signer = __webpack_require__(3124);
// EXTERNAL MODULE: ./lib/verify/proven-time.js
var proven_time = __webpack_require__(3759);
// EXTERNAL MODULE: ./lib/verify/refusal.js
var refusal = __webpack_require__(5085);
;// CONCATENATED MODULE: ./lib/verify/instance.js





/** Returns the instance with these authorities. */
function toInstance(material) {
    const hasLogs = material.tlogs.length > 0;
    const verifier = new verify_dist/* Verifier */.BL(material, {
        ctlogThreshold: material.ctlogs.length > 0 ? 1 : 0,
        tlogThreshold: hasLogs ? 1 : 0,
        timestampThreshold: 1,
    });
    return {
        material,
        mayHaveIssued: ({ issuer }) => material.certificateAuthorities.some(({ certChain }) => certChain.some(({ subject }) => subject.equals(issuer))),
        verify(entity, leaf) {
            const known = (0,verify_entity/* knownTo */.L)(material, entity);
            const times = (0,proven_time/* timesOf */.Q)(known);
            if (hasLogs && known.tlogEntries.length === 0) {
                throw new refusal/* Refusal */.P('has no entry in a transparency log of the trusted root');
            }
            if (times.length === 0)
                throw new refusal/* Refusal */.P('has nothing that proves when it was signed');
            verifier.verify(known);
            (0,entry_signer/* assertLoggedFor */.o)(known.tlogEntries, [leaf.root.toDER()]);
            (0,proven_time/* assertPast */.V)(times);
            return Math.min(...times);
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
/** JSON of several lines is one document, JSON that ends with its line one of several. */
function documentsOf(text) {
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
        return (0,verify_dist/* toTrustMaterial */.jO)(dist.TrustedRoot.fromJSON(json));
    }
    catch (error) {
        const why = error instanceof refusal/* Refusal */.P ? error.message : `cannot be read: ${(0,refusal/* quoted */.T)(String(error))}`;
        throw unusable(why);
    }
}
function unusable(why) {
    return new error/* InputError */.dz('trusted-root', `the trusted root ${why}`, ADVICE);
}


/***/ })

};
