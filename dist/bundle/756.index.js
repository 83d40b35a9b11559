export const id = 756;
export const ids = [756];
export const modules = {

/***/ 8456:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.toMessageSignatureBundle = toMessageSignatureBundle;
exports.toDSSEBundle = toDSSEBundle;
/*
Copyright 2023 The Sigstore Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
*/
const protobuf_specs_1 = __webpack_require__(9654);
const bundle_1 = __webpack_require__(7742);
// Message signature bundle - $case: 'messageSignature'
function toMessageSignatureBundle(options) {
    return {
        mediaType: options.certificateChain
            ? bundle_1.BUNDLE_V02_MEDIA_TYPE
            : bundle_1.BUNDLE_V03_MEDIA_TYPE,
        content: {
            $case: 'messageSignature',
            messageSignature: {
                messageDigest: {
                    algorithm: protobuf_specs_1.HashAlgorithm.SHA2_256,
                    digest: options.digest,
                },
                signature: options.signature,
            },
        },
        verificationMaterial: toVerificationMaterial(options),
    };
}
// DSSE envelope bundle - $case: 'dsseEnvelope'
function toDSSEBundle(options) {
    return {
        mediaType: options.certificateChain
            ? bundle_1.BUNDLE_V02_MEDIA_TYPE
            : bundle_1.BUNDLE_V03_MEDIA_TYPE,
        content: {
            $case: 'dsseEnvelope',
            dsseEnvelope: toEnvelope(options),
        },
        verificationMaterial: toVerificationMaterial(options),
    };
}
function toEnvelope(options) {
    return {
        payloadType: options.artifactType,
        payload: options.artifact,
        signatures: [toSignature(options)],
    };
}
function toSignature(options) {
    return {
        keyid: options.keyHint || '',
        sig: options.signature,
    };
}
// Verification material
function toVerificationMaterial(options) {
    return {
        content: toKeyContent(options),
        tlogEntries: [],
        timestampVerificationData: { rfc3161Timestamps: [] },
    };
}
function toKeyContent(options) {
    if (options.certificate) {
        if (options.certificateChain) {
            return {
                $case: 'x509CertificateChain',
                x509CertificateChain: {
                    certificates: [{ rawBytes: options.certificate }],
                },
            };
        }
        else {
            return {
                $case: 'certificate',
                certificate: { rawBytes: options.certificate },
            };
        }
    }
    else {
        return {
            $case: 'publicKey',
            publicKey: {
                hint: options.keyHint || '',
            },
        };
    }
}


/***/ }),

/***/ 7742:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.BUNDLE_V03_MEDIA_TYPE = exports.BUNDLE_V03_LEGACY_MEDIA_TYPE = exports.BUNDLE_V02_MEDIA_TYPE = exports.BUNDLE_V01_MEDIA_TYPE = void 0;
exports.isBundleWithCertificateChain = isBundleWithCertificateChain;
exports.isBundleWithPublicKey = isBundleWithPublicKey;
exports.isBundleWithMessageSignature = isBundleWithMessageSignature;
exports.isBundleWithDsseEnvelope = isBundleWithDsseEnvelope;
exports.BUNDLE_V01_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle+json;version=0.1';
exports.BUNDLE_V02_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle+json;version=0.2';
exports.BUNDLE_V03_LEGACY_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle+json;version=0.3';
exports.BUNDLE_V03_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
// Type guards for bundle variants.
function isBundleWithCertificateChain(b) {
    return b.verificationMaterial.content.$case === 'x509CertificateChain';
}
function isBundleWithPublicKey(b) {
    return b.verificationMaterial.content.$case === 'publicKey';
}
function isBundleWithMessageSignature(b) {
    return b.content.$case === 'messageSignature';
}
function isBundleWithDsseEnvelope(b) {
    return b.content.$case === 'dsseEnvelope';
}


/***/ }),

/***/ 7714:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ValidationError = void 0;
/*
Copyright 2023 The Sigstore Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
*/
class ValidationError extends Error {
    fields;
    constructor(message, fields) {
        super(message);
        this.fields = fields;
    }
}
exports.ValidationError = ValidationError;


/***/ }),

/***/ 1040:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

var __webpack_unused_export__;

__webpack_unused_export__ = ({ value: true });
__webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = exports.vw = exports.yI = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = exports.HM = exports.ZZ = exports.qx = exports.Td = __webpack_unused_export__ = __webpack_unused_export__ = void 0;
/*
Copyright 2023 The Sigstore Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
*/
var build_1 = __webpack_require__(8456);
__webpack_unused_export__ = ({ enumerable: true, get: function () { return build_1.toDSSEBundle; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return build_1.toMessageSignatureBundle; } });
var bundle_1 = __webpack_require__(7742);
Object.defineProperty(exports, "Td", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V01_MEDIA_TYPE; } }));
Object.defineProperty(exports, "qx", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V02_MEDIA_TYPE; } }));
Object.defineProperty(exports, "ZZ", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V03_LEGACY_MEDIA_TYPE; } }));
Object.defineProperty(exports, "HM", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V03_MEDIA_TYPE; } }));
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithCertificateChain; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithDsseEnvelope; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithMessageSignature; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithPublicKey; } });
var error_1 = __webpack_require__(7714);
Object.defineProperty(exports, "yI", ({ enumerable: true, get: function () { return error_1.ValidationError; } }));
var serialized_1 = __webpack_require__(3404);
Object.defineProperty(exports, "vw", ({ enumerable: true, get: function () { return serialized_1.bundleFromJSON; } }));
__webpack_unused_export__ = ({ enumerable: true, get: function () { return serialized_1.bundleToJSON; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return serialized_1.envelopeFromJSON; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return serialized_1.envelopeToJSON; } });
var validate_1 = __webpack_require__(9352);
__webpack_unused_export__ = ({ enumerable: true, get: function () { return validate_1.assertBundle; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return validate_1.assertBundleLatest; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return validate_1.assertBundleV01; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return validate_1.assertBundleV02; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return validate_1.isBundleV01; } });


/***/ }),

/***/ 3404:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.envelopeToJSON = exports.envelopeFromJSON = exports.bundleToJSON = exports.bundleFromJSON = void 0;
/*
Copyright 2023 The Sigstore Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
*/
const protobuf_specs_1 = __webpack_require__(9654);
const bundle_1 = __webpack_require__(7742);
const validate_1 = __webpack_require__(9352);
const bundleFromJSON = (obj) => {
    const bundle = protobuf_specs_1.Bundle.fromJSON(obj);
    switch (bundle.mediaType) {
        case bundle_1.BUNDLE_V01_MEDIA_TYPE:
            (0, validate_1.assertBundleV01)(bundle);
            break;
        case bundle_1.BUNDLE_V02_MEDIA_TYPE:
            (0, validate_1.assertBundleV02)(bundle);
            break;
        default:
            (0, validate_1.assertBundleLatest)(bundle);
            break;
    }
    return bundle;
};
exports.bundleFromJSON = bundleFromJSON;
const bundleToJSON = (bundle) => {
    return protobuf_specs_1.Bundle.toJSON(bundle);
};
exports.bundleToJSON = bundleToJSON;
const envelopeFromJSON = (obj) => {
    return protobuf_specs_1.Envelope.fromJSON(obj);
};
exports.envelopeFromJSON = envelopeFromJSON;
const envelopeToJSON = (envelope) => {
    return protobuf_specs_1.Envelope.toJSON(envelope);
};
exports.envelopeToJSON = envelopeToJSON;


/***/ }),

/***/ 9352:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.assertBundle = assertBundle;
exports.assertBundleV01 = assertBundleV01;
exports.isBundleV01 = isBundleV01;
exports.assertBundleV02 = assertBundleV02;
exports.assertBundleLatest = assertBundleLatest;
/*
Copyright 2023 The Sigstore Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
*/
const error_1 = __webpack_require__(7714);
// Performs basic validation of a Sigstore bundle to ensure that all required
// fields are populated. This is not a complete validation of the bundle, but
// rather a check that the bundle is in a valid state to be processed by the
// rest of the code.
function assertBundle(b) {
    const invalidValues = validateBundleBase(b);
    if (invalidValues.length > 0) {
        throw new error_1.ValidationError('invalid bundle', invalidValues);
    }
}
// Asserts that the given bundle conforms to the v0.1 bundle format.
function assertBundleV01(b) {
    const invalidValues = [];
    invalidValues.push(...validateBundleBase(b));
    invalidValues.push(...validateInclusionPromise(b));
    if (invalidValues.length > 0) {
        throw new error_1.ValidationError('invalid v0.1 bundle', invalidValues);
    }
}
// Type guard to determine if Bundle is a v0.1 bundle.
function isBundleV01(b) {
    try {
        assertBundleV01(b);
        return true;
    }
    catch (e) {
        return false;
    }
}
// Asserts that the given bundle conforms to the v0.2 bundle format.
function assertBundleV02(b) {
    const invalidValues = [];
    invalidValues.push(...validateBundleBase(b));
    invalidValues.push(...validateInclusionProof(b));
    if (invalidValues.length > 0) {
        throw new error_1.ValidationError('invalid v0.2 bundle', invalidValues);
    }
}
// Asserts that the given bundle conforms to the newest (0.3) bundle format.
function assertBundleLatest(b) {
    const invalidValues = [];
    invalidValues.push(...validateBundleBase(b));
    invalidValues.push(...validateInclusionProof(b));
    invalidValues.push(...validateNoCertificateChain(b));
    if (invalidValues.length > 0) {
        throw new error_1.ValidationError('invalid bundle', invalidValues);
    }
}
function validateBundleBase(b) {
    const invalidValues = [];
    // Media type validation
    if (b.mediaType === undefined ||
        (!b.mediaType.match(/^application\/vnd\.dev\.sigstore\.bundle\+json;version=\d\.\d/) &&
            !b.mediaType.match(/^application\/vnd\.dev\.sigstore\.bundle\.v\d\.\d\+json/))) {
        invalidValues.push('mediaType');
    }
    // Content-related validation
    if (b.content === undefined) {
        invalidValues.push('content');
    }
    else {
        switch (b.content.$case) {
            case 'messageSignature':
                if (b.content.messageSignature.messageDigest === undefined) {
                    invalidValues.push('content.messageSignature.messageDigest');
                }
                else {
                    if (b.content.messageSignature.messageDigest.digest.length === 0) {
                        invalidValues.push('content.messageSignature.messageDigest.digest');
                    }
                }
                if (b.content.messageSignature.signature.length === 0) {
                    invalidValues.push('content.messageSignature.signature');
                }
                break;
            case 'dsseEnvelope':
                if (b.content.dsseEnvelope.payload.length === 0) {
                    invalidValues.push('content.dsseEnvelope.payload');
                }
                if (b.content.dsseEnvelope.signatures.length !== 1) {
                    invalidValues.push('content.dsseEnvelope.signatures');
                }
                else {
                    if (b.content.dsseEnvelope.signatures[0].sig.length === 0) {
                        invalidValues.push('content.dsseEnvelope.signatures[0].sig');
                    }
                }
                break;
        }
    }
    // Verification material-related validation
    if (b.verificationMaterial === undefined) {
        invalidValues.push('verificationMaterial');
    }
    else {
        if (b.verificationMaterial.content === undefined) {
            invalidValues.push('verificationMaterial.content');
        }
        else {
            switch (b.verificationMaterial.content.$case) {
                case 'x509CertificateChain':
                    if (b.verificationMaterial.content.x509CertificateChain.certificates
                        .length === 0) {
                        invalidValues.push('verificationMaterial.content.x509CertificateChain.certificates');
                    }
                    b.verificationMaterial.content.x509CertificateChain.certificates.forEach((cert, i) => {
                        if (cert.rawBytes.length === 0) {
                            invalidValues.push(`verificationMaterial.content.x509CertificateChain.certificates[${i}].rawBytes`);
                        }
                    });
                    break;
                case 'certificate':
                    if (b.verificationMaterial.content.certificate.rawBytes.length === 0) {
                        invalidValues.push('verificationMaterial.content.certificate.rawBytes');
                    }
                    break;
            }
        }
        if (b.verificationMaterial.tlogEntries === undefined) {
            invalidValues.push('verificationMaterial.tlogEntries');
        }
        else {
            if (b.verificationMaterial.tlogEntries.length > 0) {
                b.verificationMaterial.tlogEntries.forEach((entry, i) => {
                    if (entry.logId === undefined) {
                        invalidValues.push(`verificationMaterial.tlogEntries[${i}].logId`);
                    }
                    if (entry.kindVersion === undefined) {
                        invalidValues.push(`verificationMaterial.tlogEntries[${i}].kindVersion`);
                    }
                });
            }
        }
    }
    return invalidValues;
}
// Necessary for V01 bundles
function validateInclusionPromise(b) {
    const invalidValues = [];
    if (b.verificationMaterial &&
        b.verificationMaterial.tlogEntries?.length > 0) {
        b.verificationMaterial.tlogEntries.forEach((entry, i) => {
            if (entry.inclusionPromise === undefined) {
                invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionPromise`);
            }
        });
    }
    return invalidValues;
}
// Necessary for V02 and later bundles
function validateInclusionProof(b) {
    const invalidValues = [];
    if (b.verificationMaterial &&
        b.verificationMaterial.tlogEntries?.length > 0) {
        b.verificationMaterial.tlogEntries.forEach((entry, i) => {
            if (entry.inclusionProof === undefined) {
                invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionProof`);
            }
            else {
                if (entry.inclusionProof.checkpoint === undefined) {
                    invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionProof.checkpoint`);
                }
            }
        });
    }
    return invalidValues;
}
// Necessary for V03 and later bundles
function validateNoCertificateChain(b) {
    const invalidValues = [];
    /* istanbul ignore next */
    if (b.verificationMaterial?.content?.$case === 'x509CertificateChain') {
        invalidValues.push('verificationMaterial.content.$case');
    }
    return invalidValues;
}


/***/ }),

/***/ 7756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifySignatures: () => (/* binding */ verifySignatures)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./node_modules/@sigstore/bundle/dist/index.js
var dist = __webpack_require__(1040);
// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var protobuf_specs_dist = __webpack_require__(9654);
// EXTERNAL MODULE: ./lib/oci/json.js
var oci_json = __webpack_require__(3931);
// EXTERNAL MODULE: ./lib/verify/refusal.js
var refusal = __webpack_require__(5085);
;// CONCATENATED MODULE: ./lib/verify/material-limits.js

/** As many as sigstore-go takes (internal/limits/limits.go); honest signatures have one or two. */
const MAX_ENTRIES = 32;
const MAX_TIMESTAMPS = 32;
/** Certificates of Fulcio have about 2 KiB, timestamps with their chain 6 KiB, entries with one 10 KiB. */
const MAX_BYTES = 64 * 1024;
/** A checkpoint has some 300 bytes, and 100 more for each witness. */
const MAX_CHECKPOINT = 16 * 1024;
/** Digits of a 64 bit number: longer ones take time in the square of their length. */
const MAX_DIGITS = 20;
/**
 * Throws a {@link Refusal} if what a signature is verified by is more than any honest one needs: who
 * may push must not choose how long a verification takes.
 */
function assertWithinLimits(material) {
    const { content, tlogEntries, timestampVerificationData } = material;
    const timestamps = timestampVerificationData?.rfc3161Timestamps ?? [];
    if (tlogEntries.length > MAX_ENTRIES)
        throw tooMuch(`more than ${MAX_ENTRIES} log entries`);
    if (timestamps.length > MAX_TIMESTAMPS)
        throw tooMuch(`more than ${MAX_TIMESTAMPS} timestamps`);
    const sizes = [
        leafOf(content).length,
        ...timestamps.map(({ signedTimestamp }) => signedTimestamp.length),
        ...tlogEntries.map(({ canonicalizedBody }) => canonicalizedBody.length),
    ];
    assertSize(Math.max(...sizes));
    if (tlogEntries.some(isOversized))
        throw tooMuch('a log entry with a proof that is too long');
}
/**
 * Throws a {@link Refusal} if a certificate, timestamp or log entry of so many bytes is more than any honest
 * one: also where one has to be read before there is a bundle.
 */
function assertSize(bytes) {
    if (bytes <= MAX_BYTES)
        return;
    throw tooMuch(`a certificate, timestamp or log entry of more than ${MAX_BYTES} bytes`);
}
/** Only the leaf of a chain is ever looked at: the rest is the trusted root's. */
function leafOf(content) {
    const none = Buffer.alloc(0);
    switch (content.$case) {
        case 'certificate':
            return content.certificate.rawBytes;
        case 'x509CertificateChain':
            return content.x509CertificateChain.certificates[0]?.rawBytes ?? none;
        case 'publicKey':
            return none;
    }
}
function isOversized({ inclusionProof }) {
    if (inclusionProof === undefined)
        return false;
    const { checkpoint, logIndex } = inclusionProof;
    const [, size = ''] = checkpoint?.envelope.split('\n', 2) ?? [];
    return ((checkpoint?.envelope.length ?? 0) > MAX_CHECKPOINT ||
        Math.max(logIndex.length, size.length) > MAX_DIGITS);
}
function tooMuch(what) {
    return new refusal/* Refusal */.P(`has ${what}`);
}

// EXTERNAL MODULE: ./lib/documents/in-toto.js
var in_toto = __webpack_require__(2500);
// EXTERNAL MODULE: ./lib/documents/json-paths.js
var json_paths = __webpack_require__(2807);
// EXTERNAL MODULE: ./lib/documents/wants.js
var wants = __webpack_require__(1589);
// EXTERNAL MODULE: ./lib/verify/strict-json.js
var strict_json = __webpack_require__(6375);
;// CONCATENATED MODULE: ./lib/verify/statement.js






/**
 * Returns the predicate type of an in-toto statement that is about the digest
 * (in-toto/attestation, spec/v1/statement.md, and v0.1 before it). Only the digest of a subject counts,
 * not its name. Throws a {@link Refusal} if it is no such statement or about something else.
 */
function predicateTypeOf(statement, digest) {
    const [algorithm, encoded] = (0,oci_digest/* splitDigest */.vo)(digest);
    const type = (0,wants.at)('_type', in_toto/* isStatementType */.gI).watch();
    const subject = (0,wants.at)(`subject[].digest.${algorithm}`, (0,wants/* oneOf */.yL)(encoded)).watch();
    const predicateType = (0,wants/* text */.Qq)('predicateType').watch();
    const gatherings = [type, subject, predicateType].flatMap((watch) => watch.gatherings);
    // A name that repeats is refused by the scan.
    (0,strict_json/* scanStrictly */.w)('a statement', statement, (0,json_paths/* listenAt */.f)(gatherings, () => undefined));
    if (!type.result())
        throw new refusal/* Refusal */.P('is an envelope of something other than an in-toto statement');
    if (!subject.result())
        throw new refusal/* Refusal */.P(`is a statement about something other than ${digest}`);
    const found = predicateType.result();
    if (!found)
        throw new refusal/* Refusal */.P('is a statement without a predicate type');
    return found;
}
/** Throws a {@link Refusal} if the envelope says that its payload is something else than a statement. */
function assertStatement(payloadType) {
    if (payloadType === in_toto/* STATEMENT_MEDIA_TYPE */.KD)
        return;
    throw new refusal/* Refusal */.P(`is an envelope of ${(0,refusal/* quoted */.T)(payloadType)}, not of an in-toto statement`);
}

;// CONCATENATED MODULE: ./lib/verify/bundle.js








/** The library takes everything that starts like one of these. */
const MEDIA_TYPES = [
    dist/* BUNDLE_V01_MEDIA_TYPE */.Td,
    dist/* BUNDLE_V02_MEDIA_TYPE */.qx,
    dist/* BUNDLE_V03_LEGACY_MEDIA_TYPE */.ZZ,
    dist/* BUNDLE_V03_MEDIA_TYPE */.HM,
];
/** As cosign and Sigstore's clients hash for the curves P-256, P-384 and P-521. */
const MESSAGE_DIGESTS = new Map([
    [protobuf_specs_dist.HashAlgorithm.SHA2_256, 'sha256'],
    [protobuf_specs_dist.HashAlgorithm.SHA2_384, 'sha384'],
    [protobuf_specs_dist.HashAlgorithm.SHA2_512, 'sha512'],
]);
/**
 * Returns what a Sigstore bundle signs: an in-toto statement about the subject, or the subject's own
 * bytes. Throws a {@link Refusal} if it is no bundle, or about something else.
 */
function readBundle(bytes, subject) {
    const json = (0,strict_json/* parseStrictly */.g)('a bundle', bytes);
    const { mediaType } = json;
    if (!MEDIA_TYPES.includes(mediaType)) {
        throw new refusal/* Refusal */.P(`is a bundle of a media type that is not known: ${(0,refusal/* quoted */.T)(String(mediaType))}`);
    }
    assertUnambiguous(json);
    const bundle = toBundle(json);
    const { content } = bundle;
    return content.$case === 'dsseEnvelope'
        ? readEnvelope(bundle, content.dsseEnvelope, subject)
        : readMessage(bundle, content.messageSignature, subject);
}
/**
 * Of two things of which a bundle may have one (`oneof` in the schema) readers might take different
 * ones; the library takes the first.
 */
function assertUnambiguous(json) {
    const { dsseEnvelope, messageSignature, verificationMaterial } = json;
    const { certificate, publicKey, x509CertificateChain } = (0,oci_json/* isObject */.Gv)(verificationMaterial)
        ? verificationMaterial
        : {};
    const contents = [dsseEnvelope, messageSignature];
    const signers = [certificate, publicKey, x509CertificateChain];
    for (const choices of [contents, signers]) {
        const isSet = (value) => value !== undefined && value !== null;
        if (choices.filter(isSet).length > 1)
            throw new refusal/* Refusal */.P('is a bundle that can be read in two ways');
    }
}
/** Returns the bundle that the JSON is; throws a {@link Refusal} if it lacks what one must have. */
function toBundle(json) {
    try {
        const bundle = (0,dist/* bundleFromJSON */.vw)(json);
        assertWithinLimits(bundle.verificationMaterial);
        return bundle;
    }
    catch (error) {
        if (!(error instanceof dist/* ValidationError */.yI))
            throw error;
        throw new refusal/* Refusal */.P(`is no valid bundle (${(0,refusal/* quoted */.T)(error.fields.join(', '))})`);
    }
}
/** Returns what an envelope signs. Throws a {@link Refusal} unless that is a statement about the subject. */
function readEnvelope(bundle, { payloadType, payload, signatures }, { digest }) {
    assertStatement(payloadType);
    // A bundle has exactly one: the library makes sure.
    const signature = signatures[0]?.sig ?? Buffer.alloc(0);
    return {
        bundle,
        signature,
        stamped: signature,
        bytes: preAuthEncoding(payloadType, payload),
        payload: { type: payloadType, bytes: payload },
        predicateType: predicateTypeOf(payload, digest),
    };
}
/** https://github.com/secure-systems-lab/dsse/blob/master/protocol.md, signature definition. */
function preAuthEncoding(payloadType, payload) {
    const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
    return Buffer.concat([Buffer.from(head), payload]);
}
function readMessage(bundle, { messageDigest, signature }, { bytes }) {
    const algorithm = MESSAGE_DIGESTS.get(messageDigest?.algorithm);
    if (algorithm === undefined) {
        throw new refusal/* Refusal */.P('signs the hash of a message by an algorithm that is not known');
    }
    const expected = (0,external_node_crypto_.createHash)(algorithm).update(bytes).digest();
    const actual = messageDigest?.digest ?? Buffer.alloc(0);
    if (expected.length !== actual.length || !(0,external_node_crypto_.timingSafeEqual)(expected, actual)) {
        throw new refusal/* Refusal */.P('signs something other than the manifest that it hangs on');
    }
    return {
        bundle,
        signature,
        stamped: signature,
        bytes,
        payload: { type: 'manifest', bytes },
    };
}

// EXTERNAL MODULE: ./lib/verify/algorithms.js
var algorithms = __webpack_require__(7143);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/verify/certificate-signer.js


/** https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
const ISSUER = '1.3.6.1.4.1.57264.1.8';
/** The same as raw text; what Fulcio issued before 2023 has only this. */
const ISSUER_V1 = '1.3.6.1.4.1.57264.1.1';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
/** Tags of a GeneralName (RFC 5280, 4.2.1.6). */
const EMAIL = 1;
const URI = 6;
const UTF8_STRING = 12;
/**
 * An identity and an issuer, each. The longest workflow that GitHub can have has some 700. The time that a
 * pattern takes may grow with a power of the length of what it is compared with.
 */
const MAX_NAME_BYTES = 1024;
/**
 * Returns whom the certificate of a signer names, letter by letter; it is a claim until the certificate
 * is verified. Throws a {@link Refusal} unless there is exactly one name, an address of mail or a URI,
 * and exactly one issuer, or if the certificate is not for signing
 * (sigstore/fulcio, docs/certificate-specification.md). The library returns the first of several
 * names, and reads bytes that are no ASCII as if they were.
 */
function signerNamedIn(leaf) {
    assertForSigning(leaf);
    return { issuer: issuerOf(leaf), identity: identityOf(leaf) };
}
function identityOf(leaf) {
    const names = extension(leaf, SUBJECT_ALTERNATIVE_NAME)?.subs[0]?.subs ?? [];
    const [name] = names;
    if (name === undefined || names.length > 1) {
        throw unusable(`names ${names.length} signers instead of one`);
    }
    if (!name.tag.isContextSpecific(EMAIL) && !name.tag.isContextSpecific(URI)) {
        throw unusable('names its signer neither by an address of mail nor by a URI');
    }
    // IA5String: of what is no ASCII, letters that look alike could be made.
    return readText(name.value, /^[\x21-\x7e]+$/);
}
function issuerOf(leaf) {
    const [current, old] = [extension(leaf, ISSUER), extension(leaf, ISSUER_V1)];
    const issuers = [...(current ? [utf8StringIn(current)] : []), ...(old ? [old.value] : [])].map((value) => readText(value, /^\P{Cc}+$/u));
    const [issuer] = issuers;
    if (issuer === undefined)
        throw unusable('does not say who vouched for its signer');
    if (issuers.some((other) => other !== issuer)) {
        throw unusable(`says in two ways who vouched for its signer: ${(0,refusal/* quoted */.T)(issuers.join(', '))}`);
    }
    return issuer;
}
function utf8StringIn({ subs: [text, ...others] }) {
    const isText = text?.tag.isUniversal() && text.tag.number === UTF8_STRING;
    return text && isText && others.length === 0 ? text.value : Buffer.alloc(0);
}
function assertForSigning(leaf) {
    const usages = extension(leaf, EXTENDED_KEY_USAGE)?.subs[0]?.subs ?? [];
    if (leaf.isCA || !usages.some((usage) => usage.toOID() === CODE_SIGNING)) {
        throw unusable('is not for signing code');
    }
}
/** Returns an extension's value; the library takes the first of several. */
function extension(leaf, oid) {
    const found = leaf.extensions.filter(({ subs: [id] }) => id?.toOID() === oid);
    if (found.length > 1)
        throw unusable(`has the extension ${oid} more than once`);
    return found[0]?.subs.at(-1);
}
function readText(bytes, grammar) {
    if (bytes.length > MAX_NAME_BYTES) {
        throw unusable(`has names of more than ${MAX_NAME_BYTES} bytes`);
    }
    const text = (0,external_node_buffer_.isUtf8)(bytes) ? bytes.toString() : '';
    if (grammar.test(text))
        return text;
    throw unusable('has names that are no text');
}
function unusable(why) {
    return new refusal/* Refusal */.P(`is signed with a certificate that ${why}`);
}

;// CONCATENATED MODULE: ./lib/verify/by-certificate.js




/**
 * Returns who signed an entity with a certificate, and when. Throws a {@link Refusal}, or what the
 * library throws, unless that is somebody who is asked for and everything holds.
 *
 * What costs little comes first: who vouches for whom the certificate names, then its key's signature,
 * which nobody can copy to another payload; only then chains, logs and timestamps. Whom it names is
 * compared last: a pattern may take long on a name made for it, and anybody can make a certificate.
 */
function proveByCertificate(entity, leaf, { identities }, instances) {
    const signer = signerNamedIn(leaf);
    const vouched = identities.filter(({ issuer }) => issuer === signer.issuer);
    if (vouched.length === 0)
        throw notAskedFor(signer);
    assertSigned(entity, leaf);
    const time = timeOf(entity, leaf, instances);
    if (!vouched.some(({ matches }) => matches(signer.identity)))
        throw notAskedFor(signer);
    return {
        by: ['identity', signer.issuer, signer.identity],
        signers: [{ kind: 'identity', ...signer }],
        time,
    };
}
function notAskedFor({ issuer, identity }) {
    const who = `${(0,refusal/* quoted */.T)(identity)} (issuer ${(0,refusal/* quoted */.T)(issuer)})`;
    return new refusal/* Refusal */.P(`names ${who} as its signer, which nobody asks for`);
}
function assertSigned(entity, leaf) {
    const key = (0,external_node_crypto_.createPublicKey)({ key: leaf.publicKey, format: 'der', type: 'spki' });
    if ((0,algorithms/* hashesOf */.m)(key).length === 0) {
        throw new refusal/* Refusal */.P('is signed with a key of a kind that cannot be verified');
    }
    if (!entity.signature.verifySignature(key)) {
        throw new refusal/* Refusal */.P('is not signed with the key of its certificate');
    }
}
/** Two instances may have authorities of one name; the error of the first then speaks for all. */
function timeOf(entity, leaf, instances) {
    const errors = [];
    for (const instance of instances.filter((each) => each.mayHaveIssued(leaf))) {
        try {
            return instance.verify(entity, leaf);
        }
        catch (error) {
            errors.push(error);
        }
    }
    if (errors.length > 0)
        throw errors[0];
    throw new refusal/* Refusal */.P('is signed with a certificate that no authority of the trusted root issued');
}

// EXTERNAL MODULE: ./lib/verify/entity.js
var verify_entity = __webpack_require__(2422);
// EXTERNAL MODULE: ./lib/verify/envelope-entry.js
var envelope_entry = __webpack_require__(7052);
;// CONCATENATED MODULE: ./lib/verify/entry-kinds.js

/** What the library can compare with what was signed (@sigstore/verify 4.1, dist/tlog). */
const KINDS_OF_LIBRARY = [
    'dsse 0.0.1',
    'dsse 0.0.2',
    'hashedrekord 0.0.1',
    'hashedrekord 0.0.2',
    'intoto 0.0.2',
];
/** Tells whether what the log entry is about can be told at all. */
function isReadable(entity, entry) {
    const { kind, version } = entry.kindVersion;
    return KINDS_OF_LIBRARY.includes(`${kind} ${version}`) || (0,envelope_entry/* isEnvelopeEntry */.V)(entity, entry);
}

// EXTERNAL MODULE: ./lib/verify/witnesses.js + 2 modules
var witnesses = __webpack_require__(2272);
;// CONCATENATED MODULE: ./lib/verify/by-key.js




/** A witness may be there; none must. */
const THRESHOLDS = { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 };
/**
 * Returns which of the keys signed an entity without a certificate, and when, if something proves it.
 * Throws a {@link Refusal}, or what the library throws, if none did.
 *
 * The key itself is what is trusted, so no log need have an entry (to cosign: `--insecure-ignore-tlog`);
 * who could forge a signature could leave the entry out, too. But an entry of a log of the trusted
 * root, or a timestamp of one of its authorities, must hold: evidence against itself is none. An entry of
 * a kind that nobody here can read is neither for it nor against: the root is there only if other evidence
 * needs it, and must not decide.
 */
function proveByKey(entity, keys, instances) {
    if (keys.length === 0)
        throw new refusal/* Refusal */.P('is signed with a key, which nobody asks for');
    const signing = keys.filter(({ key }) => entity.signature.verifySignature(key));
    const [first] = signing;
    if (first === undefined)
        throw notSignedBy(keys);
    const material = { ...authoritiesOf(instances), publicKey: () => alwaysValid(first) };
    const readable = (0,verify_entity/* withEntries */.bA)(entity, (entry) => isReadable(entity, entry));
    const ders = signing.map(({ der }) => der);
    const times = (0,witnesses/* timesProven */.R)((0,verify_entity/* knownTo */.LV)(material, readable), ders, material, THRESHOLDS);
    return {
        by: ['key', first.fingerprint],
        signers: signing.map(({ name }) => ({ kind: 'key', name })),
        time: times.length > 0 ? Math.min(...times) : undefined,
    };
}
/** What cosign 3 makes with an Ed25519 key is no fault of who made it (algorithms.ts). */
function notSignedBy(keys) {
    const why = 'is signed by none of the keys that are asked for';
    const mayBePrehashed = keys.some(({ key }) => key.asymmetricKeyType === 'ed25519');
    return new refusal/* Refusal */.P(mayBePrehashed
        ? `${why}; with an Ed25519 key cosign 3 signs by Ed25519ph, which cannot be verified`
        : why);
}
/** Nothing is demanded of them together, so they need not be kept apart. */
function authoritiesOf(instances) {
    const materials = instances.map(({ material }) => material);
    return {
        certificateAuthorities: [],
        timestampAuthorities: materials.flatMap((each) => each.timestampAuthorities),
        tlogs: materials.flatMap((each) => each.tlogs),
        ctlogs: [],
    };
}
/** A policy names a key without saying when it is valid. */
function alwaysValid({ key }) {
    return { publicKey: key, validFor: () => true };
}

;// CONCATENATED MODULE: ./lib/verify/simple-signing.js



const SIMPLE_SIGNING_MEDIA_TYPE = 'application/vnd.dev.cosign.simplesigning.v1+json';
/** What cosign writes as `critical.type` (sigstore/cosign, specs/SIGNATURE_SPEC.md). */
const CRITICAL_TYPE = 'cosign container image signature';
/**
 * Throws a {@link Refusal} unless the simple signing payload says that it signs the image of the digest
 * (containers/image, docs/containers-signature.5.md). The reference in it is a note, as to cosign: an
 * image keeps its signature where it is copied to.
 */
function assertSignsImage(payload, digest) {
    const { critical } = (0,strict_json/* parseStrictly */.g)('a payload', payload);
    if (!(0,oci_json/* isObject */.Gv)(critical) || critical['type'] !== CRITICAL_TYPE) {
        throw new refusal/* Refusal */.P('signs something other than a container image');
    }
    const { image } = critical;
    if (!(0,oci_json/* isObject */.Gv)(image) || image['docker-manifest-digest'] !== digest) {
        throw new refusal/* Refusal */.P(`signs something other than ${digest}`);
    }
}

;// CONCATENATED MODULE: ./lib/verify/cosign-layers.js








/*
 * What cosign keeps at its tags is translated into a bundle and then verified as one. Bundles of v0.1
 * are made for it: their log entries need a promise and no proof, and cosign kept only that.
 */
/**
 * Returns what a layer of cosign's tag `.sig` signs (sigstore/cosign, specs/SIGNATURE_SPEC.md).
 * Throws a {@link Refusal} if that is something else than the subject, or the layer is malformed.
 */
function readSimpleSigning({ payload, signature, material }, { digest }) {
    assertSignsImage(payload, digest);
    const bundle = toBundle({
        ...withMaterial(material),
        messageSignature: {
            messageDigest: {
                algorithm: 'SHA2_256',
                digest: (0,external_node_crypto_.createHash)('sha256').update(payload).digest('base64'),
            },
            signature,
        },
    });
    const signatureBytes = Buffer.from(signature, 'base64');
    return {
        bundle,
        signature: signatureBytes,
        stamped: signatureBytes,
        bytes: payload,
        payload: { type: SIMPLE_SIGNING_MEDIA_TYPE, bytes: payload },
    };
}
/**
 * Returns what a layer of cosign's tag `.att` signs, a DSSE envelope. Throws a {@link Refusal} unless
 * that is a statement about the subject, or if the layer is malformed.
 */
function readAttestation({ bytes, material }, subject) {
    const dsseEnvelope = (0,strict_json/* parseStrictly */.g)('an envelope', bytes);
    const bundle = toBundle({ ...withMaterial(material), dsseEnvelope });
    if (bundle.content.$case !== 'dsseEnvelope')
        throw new refusal/* Refusal */.P('is no envelope');
    const signed = readEnvelope(bundle, bundle.content.dsseEnvelope, subject);
    // cosign stamps the whole envelope (sigstore/cosign, pkg/cosign/verify.go, VerifyRFC3161Timestamp).
    return { ...signed, stamped: Buffer.from(bytes), envelope: bytes };
}
function withMaterial(material) {
    const { certificate, rekorBundle, timestamp } = material;
    return {
        mediaType: dist/* BUNDLE_V01_MEDIA_TYPE */.Td,
        verificationMaterial: {
            ...(certificate === undefined
                ? { publicKey: { hint: '' } }
                : { x509CertificateChain: { certificates: [{ rawBytes: toDer(certificate) }] } }),
            tlogEntries: rekorBundle === undefined ? [] : [toLogEntry(rekorBundle)],
            timestampVerificationData: {
                rfc3161Timestamps: timestamp === undefined ? [] : [toTimestamp(timestamp)],
            },
        },
    };
}
/** Of several certificates readers might take different ones for the signer's. */
function toDer(pem) {
    if (pem.split('-----BEGIN ').length !== 2)
        throw new refusal/* Refusal */.P('has not exactly one certificate');
    return new external_node_crypto_.X509Certificate(pem).raw.toString('base64');
}
/** `{"SignedEntryTimestamp": base64, "Payload": {"body": base64, …}}` (sigstore/cosign, pkg/cosign/bundle). */
function toLogEntry(rekorBundle) {
    const json = (0,strict_json/* parseStrictly */.g)('a log entry', Buffer.from(rekorBundle));
    const { SignedEntryTimestamp: signedEntryTimestamp, Payload: payload } = json;
    if (!(0,oci_json/* isObject */.Gv)(payload) || typeof payload['body'] !== 'string') {
        throw new refusal/* Refusal */.P('has a log entry without a body');
    }
    const bytes = Buffer.from(payload['body'], 'base64');
    assertSize(bytes.length);
    const body = (0,oci_json/* parseJson */.qF)(bytes);
    const { kind, apiVersion: version } = (0,oci_json/* isObject */.Gv)(body) ? body : {};
    const logId = Buffer.from(String(payload['logID']), 'hex');
    return {
        logIndex: payload['logIndex'],
        logId: { keyId: logId.toString('base64') },
        kindVersion: { kind, version },
        integratedTime: payload['integratedTime'],
        inclusionPromise: { signedEntryTimestamp },
        canonicalizedBody: payload['body'],
    };
}
/** `{"SignedRFC3161Timestamp": base64}` (sigstore/cosign, pkg/cosign/bundle). */
function toTimestamp(timestamp) {
    const json = (0,strict_json/* parseStrictly */.g)('a timestamp', Buffer.from(timestamp));
    return { signedTimestamp: json['SignedRFC3161Timestamp'] };
}

// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(4187);
;// CONCATENATED MODULE: ./lib/verify/library-error.js


/** What the library says (@sigstore/verify 4.1) and what it means to who reads a report. */
const MEANINGS = new Map([
    ['duplicate tlog entry', 'has the same log entry twice'],
    ['duplicate timestamp', 'has the same timestamp twice'],
    [
        'certificate is not valid or expired at the specified date',
        'is signed with a certificate that was not valid at that time',
    ],
    [
        'Failed to verify certificate chain',
        'is signed with a certificate that no authority of the trusted root issued',
    ],
    [
        'SCT verification failed',
        'is signed with a certificate that a certificate transparency log of the trusted root has not seen',
    ],
    [
        'expected 1 SCTs, got 0',
        'is signed with a certificate that is in no certificate transparency log',
    ],
    [
        'timestamp could not be verified',
        'has a timestamp that no authority of the trusted root made of it',
    ],
]);
/** What else goes wrong, by the library's code; its own words follow. */
const MEANINGS_OF_CODE = new Map([
    ['TIMESTAMP_ERROR', 'has nothing that proves when it was signed'],
    ['CERTIFICATE_ERROR', 'is signed with a certificate that cannot be verified'],
    ['TLOG_INCLUSION_PROMISE_ERROR', 'has a log entry that its log has not promised'],
    ['TLOG_INCLUSION_PROOF_ERROR', 'has a log entry that its log has not proven'],
    ['TLOG_MISSING_INCLUSION_ERROR', 'has a log entry that its log has neither promised nor proven'],
    ['TLOG_BODY_ERROR', 'has a log entry that is about something else'],
]);
/**
 * Returns why a signature is refused, a clause that follows its reference, whatever was thrown. What
 * nobody expects to be thrown is the same as a signature that does not hold.
 */
function reasonOf(error) {
    if (error instanceof refusal/* Refusal */.P)
        return error.message;
    const words = (0,refusal/* quoted */.T)(error instanceof Error ? error.message : String(error));
    if (!(error instanceof verify_dist/* VerificationError */.mk))
        return `cannot be verified: ${words}`;
    const { cause, code } = error;
    const meaning = (cause instanceof Error && MEANINGS.get(cause.message)) || MEANINGS.get(error.message);
    return meaning ?? `${MEANINGS_OF_CODE.get(code) ?? 'cannot be verified'} (${words})`;
}

;// CONCATENATED MODULE: ./lib/verify/public-key.js

/** Returns the key that a rule names, which was checked where the policy was read. */
function toPublicKey({ name, pem }) {
    const key = (0,external_node_crypto_.createPublicKey)(pem);
    const der = key.export({ type: 'spki', format: 'der' });
    return { name, key, der, fingerprint: (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex') };
}

// EXTERNAL MODULE: ./lib/verify/trusted-root.js + 1 modules
var trusted_root = __webpack_require__(4985);
;// CONCATENATED MODULE: ./lib/verify/verify.js












/**
 * Returns what became of each signature, by its id: verified, with who signed, or refused, with why. A
 * signature is verified if it holds, if what it signs is its subject, and if its signer is one of those
 * whom the trust asks for; whatever goes wrong with one refuses that one.
 *
 * Throws an InputError for a trusted root that cannot be used, and the signal's reason once that is
 * aborted: other work of the process goes on between two signatures.
 */
const verifySignatures = async (signatures, trust, signal) => {
    const verify = createVerification(trust);
    const verifications = new Map();
    for (const signature of signatures) {
        signal?.throwIfAborted();
        if (verifications.has(signature.id))
            continue;
        verifications.set(signature.id, verify(signature));
        await (0,promises_.setImmediate)();
    }
    return verifications;
};
function createVerification(trust) {
    const keys = trust.keys.map(toPublicKey);
    const instances = trust.trustedRoot === undefined ? [] : (0,trusted_root.parseTrustedRoot)(trust.trustedRoot);
    const isSubjectItself = createSubjectCheck();
    function prove(signed) {
        const entity = (0,verify_entity/* toEntity */.zg)(signed);
        return entity.key.$case === 'certificate'
            ? proveByCertificate(entity, entity.key.certificate, trust, instances)
            : proveByKey(entity, keys, instances);
    }
    return (signature) => {
        try {
            const signed = read(signature);
            if (!isSubjectItself(signature.subject)) {
                throw new refusal/* Refusal */.P('is about a manifest whose bytes are not those of its digest');
            }
            return verified(signed, prove(signed));
        }
        catch (error) {
            return { state: 'refused', reason: reasonOf(error) };
        }
    };
}
/** Returns what was signed, bound to the subject. */
function read({ content, subject }) {
    switch (content.kind) {
        case 'sigstore-bundle':
            return readBundle(content.bytes, subject);
        case 'simple-signing':
            return readSimpleSigning(content, subject);
        case 'dsse-envelope':
            return readAttestation(content, subject);
        case 'unverifiable':
            throw new refusal/* Refusal */.P(`is ${(0,refusal/* quoted */.T)(content.what)}, which cannot be verified yet`);
        case 'undecodable':
            throw new refusal/* Refusal */.P(`cannot be read as a signature: ${(0,refusal/* quoted */.T)(content.why)}`);
    }
}
/**
 * Who signs the same words twice has said nothing more: an act of signing is a signer and a payload,
 * however often, in whatever form and in whichever log.
 */
function verified({ payload, predicateType }, { by, signers, time }) {
    const act = JSON.stringify([...by, payload.type, (0,oci_digest/* digestOf */.ol)(payload.bytes)]);
    return {
        state: 'verified',
        signers,
        ...(predicateType !== undefined && { predicateType }),
        ...(time !== undefined && { signedAt: new Date(time).toISOString() }),
        signed: (0,external_node_crypto_.createHash)('sha256').update(act).digest('hex'),
    };
}
/** Thousands of signatures may be about one large manifest: it is hashed once. */
function createSubjectCheck() {
    const proven = new Map();
    return ({ bytes, digest }) => {
        if (proven.get(bytes) === digest)
            return true;
        const isItself = (0,oci_digest/* digestOf */.ol)(bytes, (0,oci_digest/* algorithmOf */.Hy)(digest)) === digest;
        if (isItself)
            proven.set(bytes, digest);
        return isItself;
    };
}


/***/ })

};
