export const id = 450;
export const ids = [450];
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

/***/ 6082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ createDocumentDetector)
});

;// CONCATENATED MODULE: ./lib/documents/reader.js
/** Returns how a list with or without members is reported. */
function listed(some) {
    return some ? 'some' : 'none';
}

// EXTERNAL MODULE: ./lib/documents/timestamp.js
var timestamp = __webpack_require__(6482);
// EXTERNAL MODULE: ./lib/documents/until-syntax-error.js
var until_syntax_error = __webpack_require__(7979);
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
    return (0,until_syntax_error/* untilSyntaxError */.W)({
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

// EXTERNAL MODULE: ./lib/documents/wants.js
var wants = __webpack_require__(1589);
;// CONCATENATED MODULE: ./lib/documents/csaf.js

/** CSAF 2.x: `document.csaf_version` is required (OASIS CSAF 2.0, section 3.2.1.4). */
const csaf = {
    kind: 'csaf',
    signs: [(0,wants.at)('document.csaf_version', wants/* aString */.z1)],
    created: (0,wants/* latest */.IW)('document.tracking.current_release_date'),
};

;// CONCATENATED MODULE: ./lib/documents/cyclonedx-json.js

/** CycloneDX as JSON: `bomFormat` is required and constant (https://cyclonedx.org/docs/1.6/json/#bomFormat). */
const cyclonedxJson = {
    kind: 'cyclonedx-json',
    signs: [(0,wants.at)('bomFormat', (0,wants/* oneOf */.yL)('CycloneDX'))],
    created: (0,wants/* latest */.IW)('metadata.timestamp'),
    components: (0,wants/* some */.zN)(['components[]'], wants/* anything */.D8),
};

;// CONCATENATED MODULE: ./lib/documents/dsse.js

/** A DSSE envelope (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md); what it signs is in base64. */
const dsseEnvelope = {
    kind: 'dsse-envelope',
    signs: [(0,wants.at)('payloadType', wants/* aString */.z1), (0,wants.at)('payload', wants/* aString */.z1), (0,wants.at)('signatures', wants/* anArray */.Hs)],
};

;// CONCATENATED MODULE: ./lib/documents/grype-json.js

/** Grype's JSON report (anchore/grype, grype/presenter/models/document.go). */
const grypeJson = {
    kind: 'grype-json',
    signs: [(0,wants.at)('descriptor.name', (0,wants/* oneOf */.yL)('grype')), (0,wants.at)('matches', wants/* anArray */.Hs)],
    created: (0,wants/* latest */.IW)('descriptor.timestamp'),
};

// EXTERNAL MODULE: ./lib/documents/in-toto.js
var in_toto = __webpack_require__(2500);
;// CONCATENATED MODULE: ./lib/documents/openvex.js

/** OpenVEX, any version (https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md, "The VEX Document"). */
const openvex = {
    kind: 'openvex',
    signs: [(0,wants.at)('@context', (0,wants/* matching */.wC)(/^https:\/\/openvex\.dev\/ns(\/|$)/))],
    created: (0,wants/* latest */.IW)('timestamp'),
};

;// CONCATENATED MODULE: ./lib/documents/sarif.js

/** SARIF 2.1.0 (OASIS, sections 3.13 and 3.20.8). `$schema` is optional; `version` is not, but files of drafts differ in it. */
const sarif = {
    kind: 'sarif',
    signs: [
        (0,wants.at)('runs', wants/* anArray */.Hs),
        (0,wants/* either */.gP)((0,wants.at)('version', (0,wants/* oneOf */.yL)('2.1.0')), (0,wants.at)('$schema', (0,wants/* matching */.wC)(/\bsarif\b/i))),
    ],
    created: (0,wants/* latest */.IW)('runs[].invocations[].endTimeUtc'),
};

;// CONCATENATED MODULE: ./lib/documents/sigstore-bundle.js

/** Not in an OCI descriptor, which may have the same `mediaType`. */
const hasMaterial = (0,wants.at)('verificationMaterial', wants/* anObject */.jz);
/** A Sigstore bundle v0.3 (sigstore/protobuf-specs, protos/sigstore_bundle.proto: `media_type` may be spelled either way). */
const sigstoreBundle = {
    kind: 'sigstore-bundle',
    signs: [
        hasMaterial,
        (0,wants.at)('mediaType', (0,wants/* matching */.wC)(/^application\/vnd\.dev\.sigstore\.bundle(\.v0\.3\+json|\+json; ?version=0\.3)$/)),
    ],
};
/** A Sigstore bundle v0.1 or v0.2. */
const sigstoreBundleBefore03 = {
    kind: 'sigstore-bundle-before-v0.3',
    signs: [
        hasMaterial,
        (0,wants.at)('mediaType', (0,wants/* matching */.wC)(/^application\/vnd\.dev\.sigstore\.bundle\+json; ?version=0\.[12]$/)),
    ],
};

;// CONCATENATED MODULE: ./lib/documents/spdx-json.js

/** SPDX 2.x as JSON (https://spdx.github.io/spdx-spec/v2.3/). A document may list files alone, as REUSE's do. */
const spdx2Json = {
    kind: 'spdx-json',
    signs: [(0,wants.at)('spdxVersion', (0,wants/* matching */.wC)(/^SPDX-/))],
    created: (0,wants/* latest */.IW)('creationInfo.created'),
    components: (0,wants/* some */.zN)(['packages[]', 'files[]'], wants/* anything */.D8),
};
/** The classes of SPDX 3 that stand for software, as JSON-LD names them (https://spdx.github.io/spdx-spec/v3.0.1/model/). */
const SOFTWARE = (0,wants/* oneOf */.yL)('software_Package', 'software_File', 'software_Snippet', 'ai_AIPackage', 'dataset_DatasetPackage');
/**
 * SPDX 3 as JSON-LD (https://spdx.github.io/spdx-spec/v3.0.1/serializations/). `created` is a property of the class
 * CreationInfo alone; elements taken over from elsewhere bring older ones along.
 */
const spdx3Json = {
    kind: 'spdx-json',
    signs: [(0,wants/* some */.zN)(['@context', '@context[]'], (0,wants/* matching */.wC)(/^https?:\/\/spdx\.org\/rdf\/3\./))],
    created: (0,wants/* latest */.IW)('@graph[].created', '@graph[].creationInfo.created'),
    components: (0,wants/* some */.zN)(['@graph[].type'], SOFTWARE),
};

;// CONCATENATED MODULE: ./lib/documents/syft-json.js

/** Syft's own JSON (anchore/syft, syft/format/syftjson/model/document.go); tools that embed Syft keep its schema's address. */
const syftJson = {
    kind: 'syft-json',
    signs: [
        (0,wants.at)('artifacts', wants/* anArray */.Hs),
        (0,wants/* either */.gP)((0,wants.at)('descriptor.name', (0,wants/* oneOf */.yL)('syft')), (0,wants.at)('schema.url', (0,wants/* matching */.wC)(/^https:\/\/raw\.githubusercontent\.com\/anchore\/syft\//))),
    ],
    created: (0,wants/* latest */.IW)('descriptor.timestamp'),
    components: (0,wants/* some */.zN)(['artifacts[]'], wants/* anything */.D8),
};

;// CONCATENATED MODULE: ./lib/documents/trivy-json.js

/** Trivy's JSON report (aquasecurity/trivy, pkg/types/report.go); it leaves out `Results` when there are none. */
const trivyJson = {
    kind: 'trivy-json',
    signs: [
        (0,wants.at)('SchemaVersion', wants/* aNumber */.zn),
        (0,wants.at)('ArtifactName', wants/* aString */.z1),
        (0,wants/* either */.gP)((0,wants.at)('Results', wants/* anArray */.Hs), (0,wants.at)('ArtifactType', wants/* aString */.z1)),
    ],
    created: (0,wants/* latest */.IW)('CreatedAt'),
};

;// CONCATENATED MODULE: ./lib/documents/formats.js











/** Every JSON format that is recognised. */
const JSON_FORMATS = [
    csaf,
    cyclonedxJson,
    dsseEnvelope,
    grypeJson,
    in_toto/* inTotoStatement */.Hg,
    openvex,
    sarif,
    sigstoreBundle,
    sigstoreBundleBefore03,
    spdx2Json,
    spdx3Json,
    syftJson,
    trivyJson,
];

// EXTERNAL MODULE: ./lib/json/scan.js + 6 modules
var scan = __webpack_require__(2214);
// EXTERNAL MODULE: ./lib/json/syntax-error.js
var syntax_error = __webpack_require__(4912);
// EXTERNAL MODULE: ./lib/documents/json-paths.js
var json_paths = __webpack_require__(2807);
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
    const root = (0,json_paths/* listenAt */.f)(gatherings, () => {
        isAmbiguous = true;
    });
    const scanner = (0,scan/* createJsonScanner */.z)(root, LIMITS);
    return (0,until_syntax_error/* untilSyntaxError */.W)({
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


/***/ }),

/***/ 2500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ inTotoStatement),
/* harmony export */   KD: () => (/* binding */ STATEMENT_MEDIA_TYPE),
/* harmony export */   gI: () => (/* binding */ isStatementType)
/* harmony export */ });
/* harmony import */ var _wants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1589);

/** Of a statement by itself, and as the payload of a DSSE envelope (in-toto/attestation, spec/v1/envelope.md). */
const STATEMENT_MEDIA_TYPE = 'application/vnd.in-toto+json';
/** Tells whether a document's `_type` is that of a statement, of in-toto's v1 or of v0.1 before it. */
const isStatementType = (0,_wants_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('https://in-toto.io/Statement/v0.1', 'https://in-toto.io/Statement/v1');
/**
 * An in-toto statement that stands alone, unsigned (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md).
 * With an SBOM as its predicate it is still a statement.
 */
const inTotoStatement = {
    kind: 'in-toto-statement',
    signs: [(0,_wants_js__WEBPACK_IMPORTED_MODULE_0__.at)('_type', isStatementType)],
    predicateType: (0,_wants_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('predicateType'),
};


/***/ }),

/***/ 2807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ listenAt)
/* harmony export */ });
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

/***/ 7979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ untilSyntaxError)
/* harmony export */ });
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


/***/ }),

/***/ 1589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   Hs: () => (/* binding */ anArray),
/* harmony export */   IW: () => (/* binding */ latest),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   jz: () => (/* binding */ anObject),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   z1: () => (/* binding */ aString),
/* harmony export */   zN: () => (/* binding */ some),
/* harmony export */   zn: () => (/* binding */ aNumber)
/* harmony export */ });
/* harmony import */ var _timestamp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6482);

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
function text(path) {
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
                const time = (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_0__/* .toUtcSeconds */ .d)(value.text);
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


/***/ }),

/***/ 67:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z8: () => (/* binding */ limitDepth),
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
/** Returns the graph down to that many levels of referrers; 0 leaves it whole. */
function limitDepth(graph, depth) {
    if (depth === 0)
        return graph;
    const cut = (manifest, levels) => ({
        ...manifest,
        referrers: levels === 0 ? [] : manifest.referrers.map((each) => cut(each, levels - 1)),
    });
    const { platforms } = graph;
    return {
        ...cut(graph, depth),
        ...(platforms && { platforms: platforms.map((each) => cut(each, depth)) }),
    };
}


/***/ }),

/***/ 5730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ policyReader),
/* harmony export */   l: () => (/* binding */ readGateRequest)
/* harmony export */ });
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);

/**
 * Returns how to read the policy of the input `require`, which throws InputError (input `require`) if
 * it is none. Its parser is loaded only where there is one.
 */
async function policyReader(source) {
    const text = source.value('require');
    if (text === undefined)
        return () => undefined;
    const { parsePolicy } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(343)]).then(__webpack_require__.bind(__webpack_require__, 2343));
    return () => parsePolicy(text);
}
/**
 * Returns what the images must carry, if anything. Throws as `readPolicy` does, and InputError (input
 * `trusted-root`) for a trusted root beside no policy, as where that comes from a variable which is
 * not set: a gate must not be left out without a word.
 */
function readGateRequest(source, readPolicy) {
    const trustedRoot = source.value('trusted-root');
    const policy = readPolicy();
    if (policy === undefined && trustedRoot !== undefined) {
        throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('trusted-root', 'a trusted root is given, but nothing is required of the image', 'Say what it must carry by require, or leave this out.');
    }
    return policy && { policy, ...(trustedRoot !== undefined && { trustedRoot }) };
}


/***/ }),

/***/ 7591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readImages)
/* harmony export */ });
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9501);
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3211);
/* harmony import */ var _oci_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6505);
/* harmony import */ var _oci_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5449);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3940);





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
    const { digest, named } = (0,_oci_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .readAll */ .yw)({
        digest: () => readDigest(source),
        named: () => (0,_oci_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .readEach */ .e2)(lines, (line) => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(line)),
    });
    const images = (0,_oci_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .readEach */ .e2)(named, (image) => pinned(image, digest));
    return [...new Map(images.map((image) => [(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatReference */ .FH)(image), image])).values()];
}
function readDigest(source) {
    const text = source.value('digest');
    if (text === undefined || (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(text))
        return text;
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('digest', `${(0,_oci_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(text)} is not a digest`, 'A digest is "sha256:" and 64 lower-case hexadecimal digits.');
}
function pinned(image, digest) {
    if (digest !== undefined && image.digest !== undefined && image.digest !== digest) {
        throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('digest', `${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatReference */ .FH)(image)} has another digest than ${digest}`, 'Leave the digest out of image or digest, or give the same in both.');
    }
    if (digest !== undefined)
        return { ...image, digest };
    if (image.tag !== undefined || image.digest !== undefined)
        return image;
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('image', `${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatReference */ .FH)(image)} has neither a tag nor a digest`, 'Add one, as in :1.0 or @sha256:…, or give the digest by digest; latest is never assumed.');
}


/***/ }),

/***/ 4853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ readJob)
});

// EXTERNAL MODULE: ./lib/discover/walk.js + 1 modules
var walk = __webpack_require__(7943);
// EXTERNAL MODULE: ./lib/oci/problems.js
var problems = __webpack_require__(6505);
// EXTERNAL MODULE: ./lib/documents/timestamp.js
var timestamp = __webpack_require__(6482);
// EXTERNAL MODULE: ./lib/oci/annotations.js
var oci_annotations = __webpack_require__(3999);
// EXTERNAL MODULE: ./lib/oci/error.js
var error = __webpack_require__(3211);
// EXTERNAL MODULE: ./lib/oci/quote.js
var quote = __webpack_require__(5449);
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

// EXTERNAL MODULE: ./lib/inputs/connection.js
var connection = __webpack_require__(5813);
// EXTERNAL MODULE: ./lib/inputs/gate.js
var inputs_gate = __webpack_require__(5730);
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

// EXTERNAL MODULE: ./lib/inputs/scalar.js
var scalar = __webpack_require__(9737);
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

// EXTERNAL MODULE: ./lib/inputs/timeout.js
var timeout = __webpack_require__(9866);
;// CONCATENATED MODULE: ./lib/inputs/job.js











/**
 * Returns the job that the inputs describe. What is not given has the default that `action.yml`
 * states.
 *
 * Throws InputError or, for several, InputProblems: every input is checked, also one that this job
 * does not need.
 */
function readJob(source, { images = inputs_images/* readImages */.H, policy = () => undefined } = {}) {
    const attaches = source.values('files').length > 0;
    const { request, gate, pull, ...rest } = (0,problems/* readAll */.yw)({
        images: () => images(source),
        platform: () => readPlatforms(source),
        request: () => readAttachRequest(source),
        artifactTypes: () => (attaches ? [] : readSelectedTypes(source)),
        dryRun: () => (0,scalar/* readBoolean */.Vf)(source, 'dry-run', false),
        gate: () => (0,inputs_gate/* readGateRequest */.l)(source, policy),
        pull: () => readPullRequest(source),
        depth: () => (0,scalar/* readWholeNumber */.bf)(source, 'depth', { least: 0, most: walk/* MAX_LEVELS */.DD, fallback: 0 }),
        deadline: () => (0,timeout/* readTimeout */.O)(source),
        connection: () => (0,connection/* readConnection */.d)(source),
    });
    return {
        ...rest,
        discovers: true,
        confirms: 'later',
        ...(request && { attach: request }),
        ...(gate && { gate }),
        ...(pull && { pull }),
    };
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
/* harmony export */   Bo: () => (/* binding */ unnamedEntries),
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
    return manifests.filter((entry) => isNamed(entry) && !isUnknown(entry));
}
/**
 * Returns the entries of an image index of which no platform is known. Clients run them nevertheless:
 * containerd takes what names no platform for one of any (images/image.go, Manifest), and no operating
 * system for its own (platforms, Normalize).
 */
function unnamedEntries(manifests) {
    return manifests.filter((entry) => !isNamed(entry));
}
function isNamed({ platform }) {
    return platform !== undefined && platform.os !== '';
}
function isUnknown({ platform }) {
    return platform?.os === 'unknown' && platform.architecture === 'unknown';
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
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(940);

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
    const titles = files.map(({ title }) => (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(title, _plain_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME */ .zB)).join(', ');
    return `${words[status]} ${titles} (${(0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(artifactType, _plain_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME */ .zB)}) as ${reference}${via ? `, listed by ${via}` : ''}`;
}


/***/ }),

/***/ 1481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ deniedLines)
/* harmony export */ });
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(940);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(248);


/** Returns a line for each rule of the report that is denied, with the reason; safe to print. */
function deniedLines(report) {
    return report.rules
        .filter(({ verdict }) => verdict !== 'passed')
        .map((rule) => (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRuleVerdict */ .V)(rule, report)));
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
/* harmony import */ var _oci_counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4895);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4139);


/** Returns a line that tells how much was pulled, and where to. */
function formatPulled({ directory }, pulled) {
    const bytes = pulled.reduce((sum, { size }) => sum + size, 0);
    return `Pulled ${(0,_oci_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(pulled.length, 'file')} (${(0,_size_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .X)(bytes)}) into ${directory}`;
}


/***/ }),

/***/ 7163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ reportJson)
/* harmony export */ });
/** Returns the report for JSON, its keys in a fixed order. */
function reportJson({ verdict, subject, rules }) {
    return { verdict, subject, rules: rules.map(ruleJson) };
}
function ruleJson({ rule, subject, platform, verdict, reason, matches }) {
    return {
        rule,
        subject,
        ...(platform !== undefined && { platform }),
        verdict,
        reason,
        matches: matches.map(matchJson),
    };
}
function matchJson({ reference, artifactType, state, signer, created }) {
    return {
        reference,
        artifactType,
        state,
        ...(signer && { signer: signerJson(signer) }),
        ...(created !== undefined && { created }),
    };
}
function signerJson(signer) {
    return signer.kind === 'key'
        ? { key: signer.name }
        : { issuer: signer.issuer, identity: signer.identity };
}


/***/ }),

/***/ 248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderReport),
/* harmony export */   V: () => (/* binding */ formatRuleVerdict)
/* harmony export */ });
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(940);

const marks = { passed: '✓', denied: '✗' };
/** Returns the report as text: the verdict, then a line for each rule with the reason; safe to print. */
function renderReport(report) {
    const { verdict, subject, rules } = report;
    const lines = rules.map((rule) => `${marks[rule.verdict]} ${formatRuleVerdict(rule, report)}`);
    return [`${verdict} ${subject}`, ...lines].map(_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj).join('\n');
}
/**
 * Returns what became of one of the report's rules: the rule, where it was judged unless that is the
 * report's own subject, and the reason. It is not escaped.
 */
function formatRuleVerdict({ rule, platform, subject, reason }, report) {
    const where = subject === report.subject ? '' : ` at ${subject}`;
    return `${rule}${platform === undefined ? '' : ` (${(0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(platform, _plain_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME */ .zB)})`}${where}: ${reason}`;
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

/***/ 7921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ formatTraffic)
/* harmony export */ });
/* harmony import */ var _oci_counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4895);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4139);


/** Returns what a job cost, in a few words. */
function formatTraffic({ requests, retries, bytesSent, bytesReceived }) {
    const counts = [(0,_oci_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(requests, 'request'), (0,_oci_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(retries, 'retry', 'retries')];
    return `${counts.join(', ')}, ${(0,_size_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .X)(bytesSent)} sent, ${(0,_size_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .X)(bytesReceived)} received`;
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
 * multi-platform image's platforms follow, each with its manifest. Longer types than there are, and such
 * platforms, are cut.
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
        return [
            `${indent}${corner}${(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(each.label), _plain_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_NAME */ .zB)}`,
            ...lines(each.branches, `${indent}${below}`),
        ];
    });
}


/***/ }),

/***/ 2945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/concurrency.js
var lib_concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/oci/error.js
var oci_error = __webpack_require__(3211);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/files/checked-out.js


/** Where a checkout is kept, and with it, by default, the token that it was fetched with. */
const CHECKOUT = '.git';
/**
 * Throws InputError (input `files`) if a file that is named in the workspace is really outside of it, or in
 * a `.git` that its path does not name: the checkout may have brought the link, to have files of the machine
 * published. What is named elsewhere may be behind any links.
 */
async function requireCheckedOut(path, workspace) {
    const written = workspace?.written(path);
    if (!workspace || !written)
        return;
    // Where that cannot be told, the file cannot be read either, and reading says why.
    const real = await (0,promises_.realpath)(path).catch(() => undefined);
    if (real === undefined)
        return;
    const names = workspace.really(real);
    if (!names)
        throw leading(path, `out of the workspace, to ${real}`);
    if (names.includes(CHECKOUT) && !written.names.includes(CHECKOUT)) {
        throw leading(path, `into ${CHECKOUT}, to ${real}`);
    }
}
function leading(path, where) {
    return new oci_error/* InputError */.dz('files', `${path} leads ${where}`, 'A checkout can bring such a link. If that file is meant, name it by that path, or copy it into the workspace.');
}

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
// EXTERNAL MODULE: ./lib/documents/detector.js + 19 modules
var documents_detector = __webpack_require__(6082);
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
    const detector = (0,documents_detector/* createDocumentDetector */.i)();
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
 * attached, or that is not in the workspace though its path is, and for a placeholder without a
 * platform.
 */
async function selectFiles(lines, selection, options = {}) {
    const template = lines.find(hasPlaceholder);
    if (template !== undefined && selection === 'subject') {
        throw new oci_error/* InputError */.dz('files', `${template} depends on the platform, but no platform is given`, 'Set platform, for example to all.');
    }
    const platforms = template !== undefined && Array.isArray(selection) ? selection : [undefined];
    const found = await Promise.all(platforms.map((platform) => findFiles(lines, platform)));
    const inspected = await inspectAll(found.flat(), options);
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
async function inspectAll(files, { signal, workspace }) {
    const unique = [...new Map(files.map((file) => [(0,external_node_path_.resolve)(file.path), file])).values()];
    const inspected = await (0,lib_concurrency/* mapConcurrently */.X)(unique, FILES_AT_ONCE, async (file) => {
        await requireCheckedOut(file.path, workspace);
        return inspectFile(file, signal);
    });
    return new Map(inspected.map((file) => [(0,external_node_path_.resolve)(file.path), file]));
}
function appeared({ path }) {
    throw new oci_error/* InputError */.dz('files', `${path} has appeared since the files were read`, 'Run the job again.');
}

// EXTERNAL MODULE: ./lib/oci/title.js
var oci_title = __webpack_require__(2059);
// EXTERNAL MODULE: ./lib/workspace.js
var lib_workspace = __webpack_require__(8230);
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
    const workspace = await (0,lib_workspace/* workspaceOf */.B3)(env);
    const options = { signal, ...(workspace && { workspace }) };
    const files = await selectFiles(request.files, platform, options);
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

// EXTERNAL MODULE: ./lib/open.js + 89 modules
var lib_open = __webpack_require__(1112);
;// CONCATENATED MODULE: ./lib/pull/unlinked.js



/**
 * Throws InputError (input `pull-to`) if a symbolic link is on the way from the workspace to the directory,
 * or at its end: the checkout may have brought it, to have files of an artifact written anywhere. Links above
 * the workspace, and on the way to what is named elsewhere, are of whoever set up the machine or the job.
 */
async function requireUnlinked(directory, workspace) {
    const written = workspace?.written(directory);
    if (!written)
        return;
    for (const [at] of written.names.entries()) {
        const path = (0,external_node_path_.join)(written.root, ...written.names.slice(0, at + 1));
        const state = await stateOf(path);
        if (state === 'absent')
            return;
        if (state === 'link')
            throw linked(path, await (0,promises_.readlink)(path));
    }
}
/** What cannot be looked at cannot be written to either, and writing says why. */
async function stateOf(path) {
    const stats = await (0,promises_.lstat)(path).catch(() => undefined);
    if (!stats)
        return 'absent';
    return stats.isSymbolicLink() ? 'link' : 'other';
}
function linked(path, target) {
    return new oci_error/* InputError */.dz('pull-to', `${path} is a symbolic link, to ${target}: in the workspace none is followed, since a checkout can bring it`, 'Name the directory that it leads to, if that is meant, or another one.');
}

// EXTERNAL MODULE: ./lib/run/confirm.js
var run_confirm = __webpack_require__(769);
// EXTERNAL MODULE: ./lib/run/deadline.js
var deadline = __webpack_require__(745);
// EXTERNAL MODULE: ./lib/files/given-file.js
var given_file = __webpack_require__(9393);
;// CONCATENATED MODULE: ./lib/run/gate.js



/**
 * Returns the judge of the job, with the keys and the trusted root read and checked; undefined if
 * nothing is required. What only a gate needs is loaded here: no other job waits for it.
 *
 * Throws InputError (input `require` or `trusted-root`) for a file that cannot be read or used.
 */
async function prepareGate({ gate: request }, context) {
    if (!request)
        return undefined;
    const { policy: written, trustedRoot: path } = request;
    const [{ judge }, { readPolicyKeys }, given] = await Promise.all([
        __webpack_require__.e(/* import() */ 193).then(__webpack_require__.bind(__webpack_require__, 7193)),
        __webpack_require__.e(/* import() */ 416).then(__webpack_require__.bind(__webpack_require__, 6416)),
        path === undefined ? undefined : readTrustedRoot(path),
    ]);
    const policy = await readPolicyKeys(written, (file) => (0,promises_.readFile)(file, 'utf8'));
    return (discoveries) => judge(discoveries, {
        policy,
        trustedRoot: async () => given ?? fetchPublicRoot(context),
        now: Date.now(),
        signal: context.signal,
    });
}
/** Throws GATE_DENIED unless every rule is proven. */
function requirePassed({ verdict, rules }) {
    if (verdict === 'passed')
        return;
    const denied = rules.filter((rule) => rule.verdict !== 'passed');
    throw new oci_error/* OciError */.Mf('GATE_DENIED', `the gate is denied: ${denied.length} of ${rules.length} rules are not proven`, {
        advice: 'The reason of each says what is missing. Attach or sign it, and run the gate again.',
    });
}
async function readTrustedRoot(path) {
    const text = await (0,given_file/* readGivenFile */.M)('trusted-root', path);
    const { parseTrustedRoot } = await Promise.all(/* import() */[__webpack_require__.e(187), __webpack_require__.e(985), __webpack_require__.e(459)]).then(__webpack_require__.bind(__webpack_require__, 4985));
    parseTrustedRoot(text);
    return text;
}
async function fetchPublicRoot({ cacheDirectory, signal, env }) {
    const { fetchTrustedRoot } = await Promise.all(/* import() */[__webpack_require__.e(187), __webpack_require__.e(985), __webpack_require__.e(459)]).then(__webpack_require__.bind(__webpack_require__, 4985));
    return fetchTrustedRoot({ cacheDirectory, signal, env });
}

// EXTERNAL MODULE: ./lib/run/settled.js
var settled = __webpack_require__(2180);
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

// EXTERNAL MODULE: ./lib/repository/content.js
var content = __webpack_require__(7857);
// EXTERNAL MODULE: ./lib/repository/verified-stream.js
var verified_stream = __webpack_require__(4915);
;// CONCATENATED MODULE: ./lib/attach/planned-reader.js



/**
 * Returns the reader with the artifacts of a dry run in its repository, as far as they are named by
 * digest: nothing lists them. Their files are read where they are, until the signal ends that.
 */
function readingPlanned(reader, artifacts, signal) {
    const planned = artifacts.filter(({ status }) => status === 'planned');
    if (planned.length === 0)
        return reader;
    const manifests = new Map(planned.map(({ manifest }) => [manifest.descriptor.digest, manifest]));
    const { bytes, descriptor } = oci_pack/* emptyConfig */.i4;
    const blobs = new Map([
        [descriptor.digest, (0,content/* contentOfBytes */.Ii)(bytes, descriptor.mediaType)],
        ...planned.flatMap(({ files }) => files.map((file) => [file.digest, (0,content/* contentOfFile */.x)(file.path, file, signal)])),
    ]);
    return {
        ...reader,
        fetchManifest: async (target) => manifests.get(target.digest) ?? reader.fetchManifest(target),
        async fetchBlob(target) {
            const content = blobs.get(target.digest);
            return content ? (0,verified_stream/* verifiedStream */.f)(content.open(), target) : reader.fetchBlob(target);
        },
    };
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

// EXTERNAL MODULE: ./lib/documents/json-paths.js
var json_paths = __webpack_require__(2807);
// EXTERNAL MODULE: ./lib/documents/until-syntax-error.js
var until_syntax_error = __webpack_require__(7979);
// EXTERNAL MODULE: ./lib/json/scan.js + 6 modules
var scan = __webpack_require__(2214);
// EXTERNAL MODULE: ./lib/json/syntax-error.js
var syntax_error = __webpack_require__(4912);
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






const LIMITS = {
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
    const reader = (0,until_syntax_error/* untilSyntaxError */.W)(scan, syntax_error/* JsonSyntaxError */.q);
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
    const listener = (0,json_paths/* listenAt */.f)(gatherings, () => {
        isAmbiguous = true;
    });
    const scanner = (0,scan/* createJsonScanner */.z)(listener, LIMITS);
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
    const scanner = (0,scan/* createJsonScanner */.z)(envelope, LIMITS);
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
/**
 * Layers in which the subject is looked for. All of those that cosign writes name it, so the first is
 * enough; but who may push can fill the tag, and must not hide a signature by that. A manifest of 4 MiB,
 * the most that registries take, holds some 13,000 of cosign's.
 */
const MAX_LAYERS = 20_000;
/** Layers read at once, where the first did not name the subject: requests, or open files of a layout. */
const MAX_READS = 32;
const kinds = [
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
    const found = await Promise.all(kinds.map((kind) => findAt(reader, subject, kind, `sha256-${encoded}.${kind.suffix}`)));
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
/**
 * Each content once: signatures of one image by one name have the same payload. The smallest first: one
 * is enough, and an attested SBOM may have many megabytes.
 */
function layersOf({ layers }, mediaType) {
    const payloads = layers.filter((layer) => layer.mediaType === mediaType);
    const unique = new Map(payloads.map((layer) => [`${layer.digest} ${layer.size}`, layer]));
    return [...unique.values()].sort((a, b) => a.size - b.size);
}
/** The first by itself: to look into more of them at once would mostly be in vain. */
async function isNamed(reader, subject, layers, names) {
    const readable = withinLimits(layers);
    for (let at = 0; at < readable.length; at += at === 0 ? 1 : MAX_READS) {
        const batch = readable.slice(at, at === 0 ? 1 : at + MAX_READS);
        const answers = await Promise.all(batch.map((layer) => isNamedIn(reader, subject, layer, names)));
        if (answers.includes(true))
            return true;
    }
    if (readable.length < layers.length)
        throw tooMuch(subject);
    return false;
}
/** Returns as many of the layers as may be read. */
function withinLimits(layers) {
    let bytes = 0;
    const end = layers.findIndex(({ size }, at) => {
        bytes += size;
        return at === MAX_LAYERS || bytes > MAX_READ_BYTES;
    });
    return end === -1 ? layers : layers.slice(0, end);
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
// EXTERNAL MODULE: ./lib/oci/manifest.js
var oci_manifest = __webpack_require__(4360);
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
        return (await (0,lib_concurrency/* mapConcurrently */.X)(wanted, concurrency, (each) => read(each, level))).flat();
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

// EXTERNAL MODULE: ./lib/oci/so-far.js
var so_far = __webpack_require__(3279);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:util/types"
var types_ = __webpack_require__(3429);
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
        stats = await statUnfollowed(path);
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
            if (codeOf(error) !== 'EEXIST')
                throw notWritten(error, path);
            const stats = await statUnfollowed(path);
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
        if (codeOf(error) === 'EEXIST')
            throw alreadyThere(to);
        if (!WITHOUT_LINKS.includes(codeOf(error)))
            throw error;
        if (await statUnfollowed(to))
            throw alreadyThere(to);
        await (0,promises_.rename)(from, to);
    }
}
async function statUnfollowed(path) {
    let stats;
    try {
        stats = await (0,promises_.lstat)(path);
    }
    catch (error) {
        if (codeOf(error) === 'ENOENT')
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
function codeOf(error) {
    return error.code;
}

;// CONCATENATED MODULE: ./lib/pull/download.js








/** The first and the repetitions together; each is one more connection that lasted for a while. */
const MAX_TRIES = 5;
/**
 * Writes the files below the directory, each verified before it takes its place. Content that goes
 * to several places is fetched once. A connection that breaks in the middle of a file is tried again.
 *
 * Throws the first error, once no file is under way any more and no temporary file is left: what the
 * repositories throw, with how many files are there, InputError (input `pull-to`), CANCELLED.
 */
async function download(root, files, options) {
    let written = 0;
    const onWritten = () => {
        written += 1;
    };
    await (0,so_far/* tellingSoFar */.$)(() => `of ${files.length} files to write, ${written} are there, each as a whole`, () => downloadAll(root, files, { ...options, onWritten }));
}
async function downloadAll(root, files, options) {
    const failed = new AbortController();
    const failures = [];
    const signal = AbortSignal.any([options.signal, failed.signal]);
    const groups = [...Map.groupBy(files, ({ descriptor }) => descriptor.digest).values()];
    await (0,lib_concurrency/* mapConcurrently */.X)(groups, options.concurrency, async (group) => {
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
            : (0,verified_stream/* verifiedStream */.f)((0,external_node_fs_.createReadStream)(copied), descriptor);
        await writePersistently(root, file, open, options);
        options.onWritten();
        first ??= (0,external_node_path_.join)(root, ...names);
    }
}
/** Only the body is repeated here; the request itself has been, as often as makes sense. */
async function writePersistently(root, { names, descriptor }, open, options) {
    const { onProgress } = options;
    const title = names.join('/');
    for (let tries = 1;; tries += 1) {
        const stream = (0,content/* counted */.hS)(await open(), (done) => onProgress({ kind: 'download', title, done, size: descriptor.size }));
        try {
            await writeBelow(root, names, stream, options);
            return;
        }
        catch (error) {
            const isBroken = (0,oci_error/* hasCode */.up)(error, 'CONNECTION_FAILED', 'TIMEOUT');
            if (!isBroken || tries === MAX_TRIES || options.signal.aborted)
                throw error;
            onProgress({
                kind: 'retry',
                message: `${title}: ${error.message}; try ${tries + 1} of ${MAX_TRIES}`,
            });
        }
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/oci/json.js
var json = __webpack_require__(3931);
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
    return ((0,json/* isObject */.Gv)(value) &&
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
    const stream = (0,verified_stream/* verifiedStream */.f)((0,external_node_fs_.createReadStream)(path), descriptor).resume();
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
        (0,lib_concurrency/* mapConcurrently */.X)(files, COMPARED_AT_ONCE, (file) => present_isPresent(root, file, overwrite)),
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
async function discoverFrom({ target, result }, { depth, gate }, { signal }, onWarning) {
    const { repository, descriptor, platform, index } = target;
    const { artifacts, referrers } = result;
    const found = await discover(repository, descriptor, {
        depth: gate ? 0 : depth,
        ...(index && { index }),
        ...(referrers && { referrers }),
        onWarning,
    });
    const seen = new Set(found.referrers.map(({ digest }) => digest));
    const lost = artifacts.find(({ status, manifest }) => status !== 'planned' && !seen.has(manifest.descriptor.digest));
    if (lost) {
        throw new oci_error/* OciError */.Mf('NOT_LISTED', `${lost.manifest.descriptor.digest} is not among the referrers of ${target.reference}`);
    }
    const graph = withPlanned(platform ? { ...found, platform } : found, artifacts, repository.name);
    const reader = readingPlanned(repository, artifacts, signal);
    return { target, reader, graph, shown: (0,lib_graph/* limitDepth */.Z8)(graph, depth) };
}
/** Returns the files that were pulled: of the targets themselves, or of what is attached to them. */
async function pullFor({ pull: request, artifactTypes, connection }, targets, discoveries, { onProgress, signal }, onWarning) {
    if (!request)
        return [];
    const themselves = targets.map(({ repository, descriptor }) => ({
        reader: repository,
        selections: [{ descriptor, folder: [] }],
    }));
    const attached = discoveries.map(({ target, shown }) => ({
        reader: target.repository,
        selections: (0,pull_select/* selectAttached */.X)(shown, artifactTypes),
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
    return (file) => (0,content/* observed */.Px)((0,content/* contentOfFile */.x)(file.path, file, signal), (done) => onProgress({ kind: 'upload', title: file.title, done, size: file.size }));
}
/** Pushes all that the artifacts consist of but their manifests; what is there already is not sent. */
async function storeBlobs(repository, artifacts, open) {
    const contents = new Map();
    if (artifacts.some(({ manifest }) => manifest.value.kind === 'image')) {
        contents.set(oci_pack/* emptyConfig */.i4.descriptor.digest, (0,content/* contentOfBytes */.Ii)(oci_pack/* emptyConfig */.i4.bytes, oci_pack/* emptyConfig */.i4.descriptor.mediaType));
    }
    for (const file of artifacts.flatMap(({ files }) => files))
        contents.set(file.digest, open(file));
    await Promise.all([...contents.values()].map((content) => repository.pushBlob(content)));
}

;// CONCATENATED MODULE: ./lib/attach/find-manifest.js

/**
 * Returns the manifest that the tag or digest names; undefined if there is none, or no repository yet.
 * Throws whatever else the repository throws.
 */
async function findManifest(reader, target) {
    try {
        return await reader.fetchManifest(await reader.resolve(target));
    }
    catch (error) {
        if ((0,oci_error/* hasCode */.up)(error, 'MANIFEST_UNKNOWN', 'NAME_UNKNOWN'))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/attach/tag.js


/**
 * Gives the tag to what is attached to the subject: the one artifact of a plan. Throws what the repository
 * throws, saying that the artifact is attached.
 */
async function tagAttached(repository, subject, artifacts, tag) {
    await (0,so_far/* tellingSoFar */.$)(() => `it is attached to ${subject.digest}, but without the tag ${tag}`, async () => {
        for (const artifact of artifacts)
            await ensureTagged(repository, artifact, tag);
    });
}
/** Looks first: a tag that cannot be moved may be there from the last run. */
async function ensureTagged(repository, { manifest }, tag) {
    const named = await findManifest(repository, { tag });
    if (named?.descriptor.digest === manifest.descriptor.digest)
        return;
    await repository.pushManifest(manifest, tag);
}

// EXTERNAL MODULE: ./lib/repository/referrers.js
var repository_referrers = __webpack_require__(2392);
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
    const listed = await existing_proveListed(repository, subject, (0,repository_referrers/* mergeReferrers */.v)([referrers, legacy]));
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

;// CONCATENATED MODULE: ./lib/attach.js



/**
 * Attaches the planned artifacts to their subject: what is there already is left as it is, missing
 * blobs go up, then the manifests, then one listing of them all. Equal files of the same name are one
 * artifact.
 *
 * Returns what became of each. Throws NOT_LISTED if they are stored but not listed, and whatever
 * the repository throws, with how much was done; nothing is listed before all of it is stored.
 */
async function attach(repository, subject, plan, { ifExists, dryRun, open }) {
    const existing = await (0,so_far/* tellingSoFar */.$)(() => `nothing was attached to ${subject.digest}`, () => findExisting(repository, subject, plan, ifExists));
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
    const referrers = listed?.referrers ?? existing.referrers;
    const sighting = dryRun ? undefined : sightingOf(artifacts, existing.referrers, listed);
    return { artifacts, ...(referrers && { referrers }), ...(sighting && { sighting }) };
}
/**
 * What exists counts as well: whoever listed it may have done so just now, and may not be there any more
 * to make sure of it. What was listed before the push and is not after it is not to be lost either.
 */
function sightingOf(artifacts, before = [], after) {
    if (!artifacts.some(({ via }) => via === 'referrers-tag'))
        return undefined;
    const first = before.find(({ sighting }) => sighting)?.sighting;
    const last = after?.sighting ?? first;
    if (!first || !last)
        return last;
    return { ...last, listed: [...new Set([...first.listed, ...last.listed])] };
}
async function push(repository, subject, artifacts, open) {
    const manifests = [
        ...new Map(artifacts.map(({ manifest }) => [manifest.descriptor.digest, manifest])).values(),
    ];
    await (0,so_far/* tellingSoFar */.$)(() => `nothing was attached to ${subject.digest}`, () => storeBlobs(repository, artifacts, open));
    let stored = 0;
    // One without an answer may be stored, and a registry with the referrers API lists it by itself.
    const soFar = () => `of ${manifests.length} artifacts for ${subject.digest}, ${stored} are known to be stored, but not to be listed`;
    return (0,so_far/* tellingSoFar */.$)(soFar, async () => {
        await Promise.all(manifests.map(async (manifest) => {
            await repository.pushManifest(manifest);
            stored += 1;
        }));
        return repository.ensureListed(subject, manifests);
    });
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
    const found = await findManifest(repository, target);
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
    const { ifExists = 'skip' } = job.attach ?? {};
    const open = openFiles(onProgress, signal);
    const options = { ifExists, dryRun: job.dryRun, open };
    return {
        target,
        result: await attach(target.repository, target.descriptor, target.plan, options),
    };
}
/** Gives what is attached the tag that the job asks for, if it does. Throws as `tagAttached` does. */
async function tagFor({ target, result }, { attach, dryRun }) {
    if (attach?.tag === undefined || dryRun)
        return;
    const { repository, descriptor } = target;
    await tagAttached(repository, descriptor, result.artifacts, attach.tag);
}
/** Returns the artifacts of a target as the outcome names them. */
function attachedTo({ reference, repository }, { artifacts }) {
    return artifacts.map((artifact) => attachedOf(artifact, repository.name, reference));
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
;// CONCATENATED MODULE: ./lib/resolve.js




/** An image config holds a few kilobytes; build histories make some larger. */
const MAX_CONFIG_BYTES = 4 * 1024 * 1024;
/** Images of every system and architecture that Go knows have some fifty. */
const MAX_PLATFORMS = 1_000;
/**
 * Returns the manifests that the job is about: the one that the tag or digest names, or those of
 * the wanted platforms, in the order wanted or of the index.
 *
 * Throws InputError (input `platform`) for a platform that the image does not have, LIMIT_EXCEEDED for
 * an image of more than MAX_PLATFORMS, and whatever the repository throws.
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
    if (entries.length > MAX_PLATFORMS) {
        throw new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `${reader.name}@${manifest.descriptor.digest} names more than ${MAX_PLATFORMS} platforms`, { advice: 'Leave platform empty, or name the manifest of a platform by its digest.' });
    }
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
    const config = parseJson(await bytesOf(await reader.fetchBlob(manifest.config)));
    if (!(0,json/* isObject */.Gv)(config))
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
function parseJson(bytes) {
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
    const resolving = () => resolveAll(job, prepared, images, onProgress);
    return prepared ? (0,so_far/* tellingSoFar */.$)(() => 'nothing was attached', resolving) : resolving();
}
async function resolveAll(job, prepared, images, onProgress) {
    const files = prepared?.files ?? [];
    const perImage = await Promise.all(images.map(async ({ repository, reference }) => {
        const asked = Promise.allSettled(files.map((file) => repository.hasBlob({ ...file, mediaType: '' })));
        const subjects = await resolveSubjects(repository, (0,oci_reference/* targetOf */.$r)(reference), job.platform);
        (0,settled/* throwFirst */.r)(await asked);
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
 * Does the job: push, or resolve, attach, discover, judge, pull, whichever parts it has. Returns
 * everything that is known at the end; what went wrong is its `failure`, an InputError or OciError where
 * the cause is known. Before the first request files are looked up and read, and links on the way to where
 * files are pulled refused; every subject is resolved before anything is written, and nothing is pulled
 * unless the gate is passed: a denied one is a failure, GATE_DENIED. Lists without a lock are confirmed last
 * of all, unless that is for later. What takes longer than the job allows fails with TIMEOUT.
 */
function run(job, context) {
    return (0,deadline/* withDeadline */.N)(job.deadline, context, (limited) => runParts(job, limited));
}
async function runParts(job, context) {
    const subjects = [];
    const attached = [];
    const graphs = [];
    const pending = [];
    const pulled = [];
    const warnings = new Set();
    const onWarning = (message) => void warnings.add(message);
    let opened;
    let gate;
    let failure;
    try {
        if (job.pull)
            await requireUnlinked(job.pull.directory, await (0,lib_workspace/* workspaceOf */.B3)(context.env));
        const prepared = await prepare(job, context, onWarning);
        const judge = await prepareGate(job, context);
        opened = await (0,lib_open/* openImages */.x)({ ...job, access: accessFor(job) }, context);
        if (job.push && prepared) {
            attached.push(...(await pushTo(opened.images, prepared, job.dryRun, context)));
        }
        const targets = job.push ? [] : await resolveTargets(job, prepared, opened.images, context);
        subjects.push(...targets.map(resolvedSubject));
        const attachments = await Promise.allSettled(targets.map((target) => attachTo(target, job, context)));
        attached.push(...(0,settled/* fulfilled */.e)(attachments).flatMap(({ target, result }) => attachedTo(target, result)));
        pending.push(...(0,run_confirm/* pendingOf */.l)((0,settled/* fulfilled */.e)(attachments)));
        // Last of all, and where that fails, what is attached is nevertheless to be confirmed.
        const tagged = await Promise.allSettled((0,settled/* fulfilled */.e)(attachments).map((each) => tagFor(each, job)));
        (0,settled/* throwFirst */.r)(attachments);
        (0,settled/* throwFirst */.r)(tagged);
        const wantsGraph = job.discovers || job.gate || job.pull?.what === 'referrers';
        const discoveries = await Promise.allSettled(wantsGraph
            ? (0,settled/* fulfilled */.e)(attachments).map((each) => discoverFrom(each, job, context, onWarning))
            : []);
        graphs.push(...(0,settled/* fulfilled */.e)(discoveries).map(({ shown }) => shown));
        (0,settled/* throwFirst */.r)(discoveries);
        gate = await judge?.((0,settled/* fulfilled */.e)(discoveries));
        if (gate)
            requirePassed(gate);
        pulled.push(...(await pullFor(job, targets, (0,settled/* fulfilled */.e)(discoveries), context, onWarning)));
    }
    catch (error) {
        failure = failureOf(error, context.signal);
    }
    if (job.confirms === 'before-end')
        failure = (await confirmNow(pending, context)) ?? failure;
    await opened?.close();
    const traffic = opened?.traffic() ?? noTraffic;
    return {
        subjects,
        attached,
        unconfirmed: job.confirms === 'later' ? pending.map((each) => each.unconfirmed) : [],
        graphs,
        ...(gate && { gate }),
        pulled,
        warnings: [...warnings],
        traffic,
        ...(failure && { failure }),
    };
}
function accessFor({ attach, push, dryRun }) {
    return (attach || push) && !dryRun ? 'write' : 'read';
}
/** Also what a job that failed has attached is to stay; why it does not is the graver failure. */
async function confirmNow(pending, { onProgress, signal }) {
    if (pending.length === 0)
        return undefined;
    try {
        const message = 'Waiting until the list of referrers is safe from other writers';
        onProgress({ kind: 'step', message });
        await (0,run_confirm/* confirmAll */.i)(pending);
        return undefined;
    }
    catch (error) {
        return failureOf(error, signal);
    }
}
/** What was under way when the job was cancelled fails in words of its own; they are the cause. */
function failureOf(error, { aborted }) {
    if (aborted && !(0,oci_error/* hasCode */.up)(error, 'CANCELLED')) {
        const advice = 'Run it again: what is already there is not sent again.';
        return new oci_error/* OciError */.Mf('CANCELLED', 'cancelled before it was done', { advice, cause: error });
    }
    return error instanceof Error ? error : new Error(String(error));
}


/***/ })

};
