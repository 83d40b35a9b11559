export const id = 416;
export const ids = [416];
export const modules = {

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

/***/ 6416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPolicyKeys: () => (/* binding */ readPolicyKeys)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/oci/problems.js
var problems = __webpack_require__(6505);
// EXTERNAL MODULE: ./lib/oci/quote.js
var quote = __webpack_require__(5449);
// EXTERNAL MODULE: ./lib/policy/complaint.js
var complaint = __webpack_require__(1691);
;// CONCATENATED MODULE: ./lib/policy/public-key.js

const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];
/** Shorter moduli are not to be used any more (NIST SP 800-131A). */
const MIN_RSA_BITS = 2048;
/** The largest key in use, RSA of 16,384 bits, has 3 KB; more is no key. */
const MAX_LENGTH = 64 * 1024;
/** SubjectPublicKeyInfo (RFC 7468, section 13). */
const PUBLIC_KEY = 'PUBLIC KEY';
const ADVICE = 'Give the file that starts with -----BEGIN PUBLIC KEY-----, such as cosign.pub.';
/**
 * Returns the one public key that the text holds as PEM. Throws `complain`, whose clause follows the
 * name of the key, for anything else that may lie beside it, and for a key of a kind that signatures are
 * not verified with.
 */
function parsePublicKey(text, complain) {
    if (text.length > MAX_LENGTH)
        throw complain(`has ${text.length} characters and is no key`, ADVICE);
    const [label, ...others] = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].map(([, each = '']) => each);
    if (label === undefined)
        throw complain('is not PEM', adviceForText(text));
    if (others.length > 0) {
        throw complain(`holds ${others.length + 1} PEM blocks`, 'Keep the public key alone.');
    }
    if (label !== PUBLIC_KEY)
        throw complain(`is "${label}", not "${PUBLIC_KEY}"`, adviceForLabel(label));
    const key = keyOf(text);
    if (key === undefined)
        throw complain('cannot be decoded', ADVICE);
    if (isVerifiable(key))
        return key;
    throw complain(`is ${describe(key)}, which no signature is verified with`, 'Use ECDSA on P-256, P-384 or P-521, RSA of at least 2048 bits, or Ed25519.');
}
function keyOf(pem) {
    try {
        return (0,external_node_crypto_.createPublicKey)(pem);
    }
    catch {
        return undefined;
    }
}
function isVerifiable({ asymmetricKeyType, asymmetricKeyDetails = {} }) {
    const { namedCurve, modulusLength = 0 } = asymmetricKeyDetails;
    switch (asymmetricKeyType) {
        case 'ec':
            return CURVES.includes(namedCurve);
        case 'rsa':
            return modulusLength >= MIN_RSA_BITS;
        default:
            return asymmetricKeyType === 'ed25519';
    }
}
function describe({ asymmetricKeyType, asymmetricKeyDetails = {} }) {
    const { namedCurve, modulusLength } = asymmetricKeyDetails;
    const size = namedCurve ?? (modulusLength && `${modulusLength} bits`);
    return `a key of kind ${asymmetricKeyType}${size ? ` (${size})` : ''}`;
}
function adviceForText(text) {
    return /^(?:ssh|ecdsa)-/.test(text.trimStart())
        ? 'Write an SSH key as PEM: ssh-keygen -e -m PKCS8 -f FILE.'
        : ADVICE;
}
function adviceForLabel(label) {
    if (label.endsWith('PRIVATE KEY')) {
        return 'Keep that secret, and give the public key: cosign public-key --key FILE, or openssl pkey -in FILE -pubout.';
    }
    if (label.endsWith('CERTIFICATE')) {
        return 'Give its public key: openssl x509 -in FILE -noout -pubkey. For keyless signatures give issuer and identity.';
    }
    if (label === 'RSA PUBLIC KEY') {
        return 'Write it as SubjectPublicKeyInfo: openssl rsa -RSAPublicKey_in -in FILE -pubout.';
    }
    return ADVICE;
}

;// CONCATENATED MODULE: ./lib/policy/keys.js





/** Of a key that has no other name: enough to tell keys apart. */
const FINGERPRINT_DIGITS = 16;
/**
 * Returns the policy with its keys read, each file once. Their PEM is SubjectPublicKeyInfo.
 *
 * Throws InputError or InputProblems (input `require`), with line and column, for each key that cannot
 * be read or that no signature can be verified with.
 */
async function readPolicyKeys(policy, readFile) {
    const files = new Map();
    const readOnce = (path) => {
        const file = files.get(path) ?? readFile(path);
        files.set(path, file);
        return file;
    };
    const rules = await Promise.allSettled(policy.map((rule) => readRuleKey(rule, readOnce)));
    return (0,problems/* readEach */.e2)(rules, (rule) => {
        if (rule.status === 'rejected')
            throw rule.reason;
        return rule.value;
    });
}
async function readRuleKey({ signedBy, ...rule }, readFile) {
    if (signedBy?.kind !== 'key')
        return { ...rule, ...(signedBy && { signedBy }) };
    const key = await readKey(signedBy.key, readFile);
    return { ...rule, signedBy: { kind: 'key', key } };
}
async function readKey({ text, position }, readFile) {
    const isInline = text.startsWith('-----BEGIN ');
    const name = isInline ? 'written in the rule' : (0,quote/* quote */.h)(text);
    const complain = (what, advice) => (0,complaint.at)(position)(`the key ${name} ${what}`, advice);
    const content = isInline ? text : await readText(text, readFile, complain);
    const key = parsePublicKey(content, complain);
    return {
        name: isInline ? `inline key ${fingerprintOf(key)}` : text,
        pem: key.export({ type: 'spki', format: 'pem' }).toString(),
    };
}
async function readText(path, readFile, complain) {
    try {
        return await readFile(path);
    }
    catch (error) {
        throw complain(`cannot be read: ${error.message}`, 'Paths are relative to the working directory; check that the job has checked the file out or written it.');
    }
}
function fingerprintOf(key) {
    const der = key.export({ type: 'spki', format: 'der' });
    return (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex').slice(0, FINGERPRINT_DIGITS);
}


/***/ })

};
