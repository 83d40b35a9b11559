export const id = 769;
export const ids = [769];
export const modules = {

/***/ 8316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ createLimit),
/* harmony export */   X: () => (/* binding */ mapConcurrently)
/* harmony export */ });
/**
 * Returns what `work` makes of each item, in their order, with at most `limit` under way at once.
 * Throws the first error; no further item is begun after it.
 */
async function mapConcurrently(items, limit, work) {
    const results = [];
    const waiting = items.entries();
    let failed = false;
    const lane = async () => {
        for (const [at, item] of waiting) {
            if (failed)
                return;
            try {
                results[at] = await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
    return results;
}
/** Returns a function that does each work it is given, in their order, at most `limit` at once. */
function createLimit(limit) {
    const waiting = [];
    let free = limit;
    return async (work) => {
        if (free > 0)
            free -= 1;
        else
            await new Promise((enter) => waiting.push(enter));
        try {
            return await work();
        }
        finally {
            const enter = waiting.shift();
            if (enter)
                enter();
            else
                free += 1;
        }
    };
}


/***/ }),

/***/ 9393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readGivenFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3211);


/** Returns the text of the file that an input names. Throws InputError, of that input, if it cannot be read. */
async function readGivenFile(input, path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(input, `cannot read ${path}: ${cause.message}`, 'Paths are relative to the working directory; check that an earlier step has written the file.');
    }
}


/***/ }),

/***/ 8053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ CLOSE_ARRAY),
/* harmony export */   H_: () => (/* binding */ IS_HEX),
/* harmony export */   Hx: () => (/* binding */ LETTER_U),
/* harmony export */   KE: () => (/* binding */ COMMA),
/* harmony export */   Qn: () => (/* binding */ IS_SPACE),
/* harmony export */   U: () => (/* binding */ IS_PLAIN),
/* harmony export */   b7: () => (/* binding */ IS_ESCAPE),
/* harmony export */   bV: () => (/* binding */ OPEN_OBJECT),
/* harmony export */   jA: () => (/* binding */ QUOTE),
/* harmony export */   oH: () => (/* binding */ COLON),
/* harmony export */   rK: () => (/* binding */ OPEN_ARRAY),
/* harmony export */   r_: () => (/* binding */ BACKSLASH),
/* harmony export */   tX: () => (/* binding */ CLOSE_OBJECT)
/* harmony export */ });
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const LETTER_U = 0x75;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
function byteTable(has) {
    return Uint8Array.from({ length: 256 }, (_, byte) => (has(byte) ? 1 : 0));
}
/** 1 for each byte that is white space between tokens (RFC 8259 section 2). */
const IS_SPACE = byteTable((byte) => [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE].includes(byte));
/** 1 for each byte that stands for itself inside a string (RFC 8259 section 7), the bytes of UTF-8 among them. */
const IS_PLAIN = byteTable((byte) => byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH);
/** 1 for each byte that makes an escape of two characters with the backslash before it. */
const IS_ESCAPE = byteTable((byte) => '"\\/bfnrt'.includes(String.fromCharCode(byte)));
const IS_HEX = byteTable((byte) => /[\da-f]/i.test(String.fromCharCode(byte)));


/***/ }),

/***/ 2214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ createJsonScanner)
});

// EXTERNAL MODULE: ./lib/json/bytes.js
var json_bytes = __webpack_require__(8053);
;// CONCATENATED MODULE: ./lib/json/literal-token.js
const NULL = { word: 'null', value: { type: 'null' } };
const LITERALS = new Map([
    NULL,
    { word: 'true', value: { type: 'boolean', value: true } },
    { word: 'false', value: { type: 'boolean', value: false } },
].map((literal) => [literal.word.charCodeAt(0), literal]));
/** `true`, `false` or `null`. */
class LiteralToken {
    complete = false;
    #fail;
    #literal = NULL;
    #matched = 0;
    constructor(fail) {
        this.#fail = fail;
    }
    /** Returns whether a literal starts with this byte. */
    begin(byte) {
        const literal = LITERALS.get(byte);
        if (literal === undefined)
            return false;
        this.#literal = literal;
        this.#matched = 0;
        this.complete = false;
        return true;
    }
    value() {
        return this.#literal.value;
    }
    scan(bytes, start) {
        const { word } = this.#literal;
        let at = start;
        while (at < bytes.length && this.#matched < word.length) {
            if (bytes[at] !== word.charCodeAt(this.#matched))
                this.#fail('unexpected character', at);
            this.#matched++;
            at++;
        }
        this.complete = this.#matched === word.length;
        return at;
    }
}

;// CONCATENATED MODULE: ./lib/json/nesting.js
/** Returns the nesting of a text that has not begun, whose outermost value `root` listens to. */
function createNesting(root, limits) {
    const rejectsDuplicates = limits.duplicateKeys === 'reject';
    const { maxNames = Number.POSITIVE_INFINITY } = limits;
    const levels = [];
    let namesKept = 0;
    let top;
    let listener = root;
    function startValue() {
        if (top?.isArray)
            listener = top.listener?.element?.();
        return listener !== undefined;
    }
    return {
        isOutermost: () => top === undefined,
        inArray: () => top?.isArray === true,
        wantsKeys: () => rejectsDuplicates || top?.listener?.member !== undefined,
        startValue,
        passing: () => listener?.passing,
        scalar(scalar) {
            listener?.seen(scalar.value());
        },
        open(type) {
            if (levels.length === limits.maxDepth)
                return `more than ${limits.maxDepth} levels`;
            startValue();
            listener?.seen({ type });
            const isArray = type === 'array';
            const names = rejectsDuplicates && !isArray ? new Set() : undefined;
            top = { isArray, listener, names };
            levels.push(top);
            return undefined;
        },
        close() {
            namesKept -= levels.pop()?.names?.size ?? 0;
            top = levels.at(-1);
        },
        key(text) {
            listener = text === undefined ? undefined : top?.listener?.member?.(text);
            if (top?.names === undefined)
                return undefined;
            if (text === undefined)
                return `key of more than ${limits.maxTextBytes} bytes`;
            if (top.names.has(text))
                return `duplicate key ${JSON.stringify(text)}`;
            if (namesKept === maxNames)
                return `more than ${maxNames} names`;
            top.names.add(text);
            namesKept += 1;
            return undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/json/number-token.js
const START = 1;
const AFTER_MINUS = 2;
const ZERO = 3;
const INTEGER = 4;
const AFTER_POINT = 5;
const FRACTION = 6;
const AFTER_E = 7;
const AFTER_SIGN = 8;
const EXPONENT = 9;
/** No number goes on with this byte. */
const ENDED = 0;
const DIGITS = '0123456789';
/** The grammar of RFC 8259 section 6, as moves from state to state. */
const MOVES = [
    [START, '-', AFTER_MINUS],
    [START, '0', ZERO],
    [START, '123456789', INTEGER],
    [AFTER_MINUS, '0', ZERO],
    [AFTER_MINUS, '123456789', INTEGER],
    [ZERO, '.', AFTER_POINT],
    [ZERO, 'eE', AFTER_E],
    [INTEGER, DIGITS, INTEGER],
    [INTEGER, '.', AFTER_POINT],
    [INTEGER, 'eE', AFTER_E],
    [AFTER_POINT, DIGITS, FRACTION],
    [FRACTION, DIGITS, FRACTION],
    [FRACTION, 'eE', AFTER_E],
    [AFTER_E, '+-', AFTER_SIGN],
    [AFTER_E, DIGITS, EXPONENT],
    [AFTER_SIGN, DIGITS, EXPONENT],
    [EXPONENT, DIGITS, EXPONENT],
];
const NEXT = new Uint8Array((EXPONENT + 1) * 256);
for (const [from, bytes, to] of MOVES) {
    for (const byte of Buffer.from(bytes))
        NEXT[from * 256 + byte] = to;
}
const IS_NUMBER = new Set([ZERO, INTEGER, FRACTION, EXPONENT]);
/** A number, of any length. */
class NumberToken {
    complete = false;
    #kept;
    #fail;
    #state = START;
    #text;
    constructor(kept, fail) {
        this.#kept = kept;
        this.#fail = fail;
    }
    begin(wanted) {
        this.complete = false;
        this.#state = START;
        this.#kept.begin(wanted);
    }
    value() {
        return { type: 'number', ...(this.#text !== undefined && { text: this.#text }) };
    }
    scan(bytes, start) {
        let at = start;
        while (at < bytes.length) {
            const next = NEXT[this.#state * 256 + (bytes[at] ?? 0)] ?? ENDED;
            if (next === ENDED) {
                this.end(bytes, start, at);
                return at;
            }
            this.#state = next;
            at++;
        }
        this.#kept.add(bytes, start, at);
        return at;
    }
    /** Nothing follows `bytes[start, end)`: only what comes behind a number shows that it is complete. */
    end(bytes, start, end) {
        if (!IS_NUMBER.has(this.#state))
            this.#fail('unexpected character', end);
        this.#text = this.#kept.finish(bytes, start, end);
        this.complete = true;
    }
}

;// CONCATENATED MODULE: ./lib/json/string-token.js

const HEX_DIGITS_OF_ESCAPE = 4;
/** A string or key (RFC 8259 section 7), from behind its opening quote. */
class StringToken {
    complete = false;
    /** The string, if it was wanted and short enough. */
    text;
    #kept;
    #fail;
    #passing;
    #due = 'text';
    #hexDigits = 0;
    constructor(kept, fail) {
        this.#kept = kept;
        this.#fail = fail;
    }
    begin(wanted, passing) {
        this.complete = false;
        this.#passing = passing;
        this.#kept.begin(wanted);
    }
    value() {
        return { type: 'string', ...(this.text !== undefined && { text: this.text }) };
    }
    scan(bytes, start) {
        let at = start;
        while (at < bytes.length && !this.complete) {
            if (this.#due === 'text')
                at = this.#plain(bytes, at);
            else if (this.#due === 'escape')
                at = this.#escape(bytes, at);
            else
                at = this.#hexDigit(bytes, at);
        }
        return at;
    }
    #plain(bytes, start) {
        let at = start;
        while (json_bytes/* IS_PLAIN */.U[bytes[at] ?? 0] === 1)
            at++;
        if (at === bytes.length) {
            this.#add(bytes, start, at);
            return at;
        }
        if (bytes[at] === json_bytes/* QUOTE */.jA) {
            this.#passing?.(bytes.subarray(start, at));
            this.text = this.#kept.finish(bytes, start, at);
            this.complete = true;
            return at + 1;
        }
        if (bytes[at] !== json_bytes/* BACKSLASH */.r_)
            this.#fail('control character in a string', at);
        this.#add(bytes, start, at + 1);
        this.#kept.escaped();
        this.#due = 'escape';
        return at + 1;
    }
    #escape(bytes, at) {
        const byte = bytes[at] ?? 0;
        const isUnicode = byte === json_bytes/* LETTER_U */.Hx;
        if (!isUnicode && json_bytes/* IS_ESCAPE */.b7[byte] !== 1)
            this.#fail('unknown escape', at);
        this.#due = isUnicode ? 'hex digit' : 'text';
        this.#hexDigits = 0;
        this.#add(bytes, at, at + 1);
        return at + 1;
    }
    #hexDigit(bytes, at) {
        if (json_bytes/* IS_HEX */.H_[bytes[at] ?? 0] !== 1)
            this.#fail('unknown escape', at);
        this.#hexDigits++;
        if (this.#hexDigits === HEX_DIGITS_OF_ESCAPE)
            this.#due = 'text';
        this.#add(bytes, at, at + 1);
        return at + 1;
    }
    #add(bytes, start, end) {
        this.#passing?.(bytes.subarray(start, end));
        this.#kept.add(bytes, start, end);
    }
}

// EXTERNAL MODULE: ./lib/json/syntax-error.js
var syntax_error = __webpack_require__(4912);
;// CONCATENATED MODULE: ./lib/json/token-text.js
/** Returns a collector of at most `maxBytes` (as written) a token. It allocates its buffer once, and copies what it keeps. */
function createTokenText(maxBytes) {
    const kept = Buffer.alloc(maxBytes);
    let length = 0;
    let wanted = false;
    let hasEscapes = false;
    function add(bytes, start, end) {
        if (!wanted)
            return;
        if (length + end - start > maxBytes) {
            wanted = false;
            return;
        }
        bytes.copy(kept, length, start, end);
        length += end - start;
    }
    return {
        begin(isWanted) {
            length = 0;
            wanted = isWanted;
            hasEscapes = false;
        },
        add,
        escaped() {
            hasEscapes = true;
        },
        finish(bytes, start, end) {
            const isWholeInChunk = length === 0 && end - start <= maxBytes;
            if (wanted && isWholeInChunk)
                return bytes.toString('utf8', start, end);
            add(bytes, start, end);
            if (!wanted)
                return undefined;
            const text = kept.toString('utf8', 0, length);
            return hasEscapes ? withoutEscapes(text) : text;
        },
    };
}
/** The scan has proven that `text` is the inside of a JSON string. */
function withoutEscapes(text) {
    const value = JSON.parse(`"${text}"`);
    return String(value);
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/json/utf8.js

const LONGEST_SEQUENCE = 4;
/**
 * Returns a checker of UTF-8 (RFC 3629) that arrives in chunks, cut anywhere. It keeps at most the three bytes of a
 * character whose rest is still to come, and judges it when that has come.
 */
function createUtf8Checker() {
    const carried = new Uint8Array(LONGEST_SEQUENCE);
    let carriedLength = 0;
    /** How many bytes of the chunk complete the carried character. */
    function complete(chunk) {
        const missing = sequenceLength(carried[0] ?? 0) - carriedLength;
        const added = chunk.subarray(0, missing);
        carried.set(added, carriedLength);
        carriedLength += added.length;
        return added.length;
    }
    return {
        firstInvalid(chunk) {
            let start = 0;
            if (carriedLength > 0) {
                const before = carriedLength;
                start = complete(chunk);
                if (carriedLength < sequenceLength(carried[0] ?? 0))
                    return undefined;
                if (!(0,external_node_buffer_.isUtf8)(carried.subarray(0, carriedLength)))
                    return -before;
            }
            const end = Math.max(start, lastCompleteEnd(chunk));
            carried.set(chunk.subarray(end));
            carriedLength = chunk.length - end;
            const whole = chunk.subarray(start, end);
            return (0,external_node_buffer_.isUtf8)(whole) ? undefined : start + locateInvalid(whole);
        },
        isComplete: () => carriedLength === 0,
    };
}
function sequenceLength(lead) {
    if (lead < 0x80)
        return 1;
    if (lead < 0xe0)
        return 2;
    return lead < 0xf0 ? 3 : LONGEST_SEQUENCE;
}
/** Where the characters that are complete within the chunk end. */
function lastCompleteEnd(chunk) {
    for (let back = 1; back < LONGEST_SEQUENCE && back <= chunk.length; back++) {
        const byte = chunk[chunk.length - back] ?? 0;
        const isContinuation = byte >= 0x80 && byte < 0xc0;
        if (!isContinuation)
            return sequenceLength(byte) > back ? chunk.length - back : chunk.length;
    }
    return chunk.length;
}
function locateInvalid(bytes) {
    let at = 0;
    while (at < bytes.length) {
        const length = sequenceLength(bytes[at] ?? 0);
        if (!(0,external_node_buffer_.isUtf8)(bytes.subarray(at, at + length)))
            break;
        at += length;
    }
    return at;
}

;// CONCATENATED MODULE: ./lib/json/scan.js








/**
 * Returns a scanner that reads a JSON text (RFC 8259, in UTF-8, with or without a byte order mark) once, chunk by chunk,
 * and tells `root` of its outermost value. It takes exactly what `JSON.parse` takes, up to `limits`.
 */
function createJsonScanner(root, limits) {
    return new Scanner(root, limits);
}
const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
/** What may come next: any of these, as a set of bits. */
const A_VALUE = 1;
const A_KEY = 2;
const A_COLON = 4;
const A_COMMA = 8;
const AN_OBJECT_END = 16;
const AN_ARRAY_END = 32;
const NOTHING = 0;
class Scanner {
    #nesting;
    #maxValues;
    #utf8 = createUtf8Checker();
    #string;
    #number;
    #literal;
    #fail = (reason, at) => {
        throw new syntax_error/* JsonSyntaxError */.q(reason, this.#offset + at);
    };
    #offset = 0;
    #values = 0;
    #markMatched = 0;
    #next = A_VALUE;
    /** What a chunk ended in the midst of. */
    #unfinished;
    constructor(root, limits) {
        const text = createTokenText(limits.maxTextBytes);
        this.#nesting = createNesting(root, limits);
        this.#maxValues = limits.maxValues ?? Number.POSITIVE_INFINITY;
        if (limits.byteOrderMark === 'reject')
            this.#markMatched = BYTE_ORDER_MARK.length;
        this.#string = new StringToken(text, this.#fail);
        this.#number = new NumberToken(text, this.#fail);
        this.#literal = new LiteralToken(this.#fail);
    }
    write(chunk) {
        const invalid = this.#utf8.firstInvalid(chunk);
        if (invalid !== undefined)
            this.#fail('invalid UTF-8', invalid);
        const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        let at = this.#skipByteOrderMark(bytes);
        if (this.#unfinished !== undefined)
            at = this.#token(this.#unfinished, bytes, at);
        while (at < bytes.length)
            at = this.#structure(bytes, at);
        this.#offset += bytes.length;
    }
    end() {
        if (this.#unfinished === this.#number) {
            this.#number.end(Buffer.alloc(0), 0, 0);
            this.#endToken(this.#number, 0);
        }
        const isComplete = this.#unfinished === undefined && this.#next === NOTHING;
        if (!isComplete || !this.#utf8.isComplete())
            this.#fail('unexpected end', 0);
    }
    get values() {
        return this.#values;
    }
    #skipByteOrderMark(bytes) {
        let at = 0;
        while (at < bytes.length && this.#markMatched < BYTE_ORDER_MARK.length) {
            if (bytes[at] === BYTE_ORDER_MARK[this.#markMatched]) {
                this.#markMatched++;
                at++;
            }
            else {
                if (this.#markMatched > 0)
                    this.#fail('unexpected character', at);
                this.#markMatched = BYTE_ORDER_MARK.length;
            }
        }
        return at;
    }
    /** Takes white space, then one byte of structure or one token. */
    #structure(bytes, start) {
        let at = start;
        while (json_bytes/* IS_SPACE */.Qn[bytes[at] ?? 0] === 1)
            at++;
        if (at === bytes.length)
            return at;
        switch (bytes[at]) {
            case json_bytes/* QUOTE */.jA:
                return this.#beginString(bytes, at);
            case json_bytes/* COLON */.oH:
                this.#require(A_COLON, at);
                this.#next = A_VALUE;
                return at + 1;
            case json_bytes/* COMMA */.KE:
                this.#require(A_COMMA, at);
                this.#next = this.#nesting.inArray() ? A_VALUE : A_KEY;
                return at + 1;
            case json_bytes/* OPEN_OBJECT */.bV:
                return this.#open('object', A_KEY | AN_OBJECT_END, at);
            case json_bytes/* OPEN_ARRAY */.rK:
                return this.#open('array', A_VALUE | AN_ARRAY_END, at);
            case json_bytes/* CLOSE_OBJECT */.tX:
                return this.#close(AN_OBJECT_END, at);
            case json_bytes/* CLOSE_ARRAY */.$z:
                return this.#close(AN_ARRAY_END, at);
            default:
                return this.#beginNumberOrLiteral(bytes, at);
        }
    }
    #require(what, at) {
        if ((this.#next & what) === 0)
            this.#fail('unexpected character', at);
    }
    #requireValue(at) {
        this.#require(A_VALUE, at);
        this.#values += 1;
        if (this.#values > this.#maxValues)
            this.#fail(`more than ${this.#maxValues} values`, at);
    }
    #open(type, next, at) {
        this.#requireValue(at);
        const problem = this.#nesting.open(type);
        if (problem !== undefined)
            this.#fail(problem, at);
        this.#next = next;
        return at + 1;
    }
    #close(end, at) {
        this.#require(end, at);
        this.#nesting.close();
        this.#afterValue();
        return at + 1;
    }
    #afterValue() {
        if (this.#nesting.isOutermost())
            this.#next = NOTHING;
        else
            this.#next = A_COMMA | (this.#nesting.inArray() ? AN_ARRAY_END : AN_OBJECT_END);
    }
    #beginString(bytes, at) {
        if ((this.#next & A_KEY) !== 0) {
            this.#string.begin(this.#nesting.wantsKeys());
        }
        else {
            this.#requireValue(at);
            this.#string.begin(this.#nesting.startValue(), this.#nesting.passing());
        }
        return this.#token(this.#string, bytes, at + 1);
    }
    #beginNumberOrLiteral(bytes, at) {
        this.#requireValue(at);
        const wanted = this.#nesting.startValue();
        if (this.#literal.begin(bytes[at]))
            return this.#token(this.#literal, bytes, at);
        this.#number.begin(wanted);
        return this.#token(this.#number, bytes, at);
    }
    #token(token, bytes, start) {
        const at = token.scan(bytes, start);
        if (token.complete)
            this.#endToken(token, at);
        else
            this.#unfinished = token;
        return at;
    }
    #endToken(token, at) {
        this.#unfinished = undefined;
        if ((this.#next & A_KEY) === 0) {
            this.#nesting.scalar(token);
            this.#afterValue();
            return;
        }
        const problem = this.#nesting.key(this.#string.text);
        if (problem !== undefined)
            this.#fail(problem, at);
        this.#next = A_COLON;
    }
}


/***/ }),

/***/ 4912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ JsonSyntaxError)
/* harmony export */ });
/** JSON that is not what it should be: where, and why. The offset counts bytes from the start of the document. */
class JsonSyntaxError extends Error {
    name = 'JsonSyntaxError';
    reason;
    offset;
    constructor(reason, offset) {
        super(`${reason} at byte ${offset}`);
        this.reason = reason;
        this.offset = offset;
    }
}


/***/ }),

/***/ 3999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DE: () => (/* binding */ CREATED),
/* harmony export */   K: () => (/* binding */ CREATED_NAMES),
/* harmony export */   YC: () => (/* binding */ createdOf),
/* harmony export */   YX: () => (/* binding */ ORAS_ARTIFACT_CREATED),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   ly: () => (/* binding */ TITLE),
/* harmony export */   w5: () => (/* binding */ REF_NAME)
/* harmony export */ });
/* unused harmony export OCI_ARTIFACT_CREATED */
/** When the artifact was made; RFC 3339. */
const CREATED = 'org.opencontainers.image.created';
/** On a layer: the name of the file it was made from and is pulled as. */
const TITLE = 'org.opencontainers.image.title';
/** In an image layout's `index.json`: the tag of an entry (image-spec v1.1.1, Image Layout). */
const REF_NAME = 'org.opencontainers.image.ref.name';
/** The created annotations of the artifact manifests before OCI 1.1, for reading. */
const OCI_ARTIFACT_CREATED = 'org.opencontainers.artifact.created';
const ORAS_ARTIFACT_CREATED = 'io.cncf.oras.artifact.created';
/** Every name of the time of creation. */
const CREATED_NAMES = [
    CREATED,
    OCI_ARTIFACT_CREATED,
    ORAS_ARTIFACT_CREATED,
];
/** Returns when the artifact says it was made, under whichever name its manifest format uses. */
function createdOf(annotations) {
    return (annotations?.[CREATED] ??
        annotations?.[OCI_ARTIFACT_CREATED] ??
        annotations?.[ORAS_ARTIFACT_CREATED]);
}
/**
 * Orders by time of creation, newest first: negative if `a` is newer, 0 if neither is. What has no
 * valid time comes last.
 */
function newestFirst(a, b) {
    const [left, right] = [createdTime(a), createdTime(b)];
    if (left === right)
        return 0;
    return left > right ? -1 : 1;
}
/** Date.parse takes far more than RFC 3339, and what names no offset by the machine's time zone. */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;
function createdTime(annotations) {
    const created = createdOf(annotations) ?? '';
    const time = rfc3339.test(created) ? Date.parse(created) : Number.NaN;
    return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}


/***/ }),

/***/ 9755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ countValues),
/* harmony export */   nh: () => (/* binding */ parseBounded)
/* harmony export */ });
/* unused harmony export MAX_NAMES */
/* harmony import */ var _json_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2214);

/**
 * Names that are kept at once to find the one that is there twice, and the most annotations that one thing
 * can have. Honest ones have some ten; each takes some hundred bytes of memory, many times what it has in
 * the document.
 */
const MAX_NAMES = 10_000;
/** Of two equal keys one client takes the first, another the last (RFC 8259, section 4). */
const LIMITS = {
    /** Manifests have five levels; far deeper ones would overflow the stack of whoever writes them. */
    maxDepth: 64,
    /** Many times the length of real keys, and little enough to keep for each open object. */
    maxTextBytes: 4096,
    duplicateKeys: 'reject',
    maxNames: MAX_NAMES,
};
/**
 * Returns the value of a JSON text in UTF-8 that everybody reads alike and that needs little memory. Throws
 * JsonSyntaxError for any other: two keys of an object alike, nested too deep, more than `maxValues` values
 * or MAX_NAMES names.
 */
function parseBounded(bytes, maxValues) {
    const scanner = (0,_json_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .createJsonScanner */ .z)(undefined, { ...LIMITS, maxValues });
    scanner.write(bytes);
    scanner.end();
    return JSON.parse(new TextDecoder().decode(bytes));
}
/** Returns how many values such a text has, on all levels together. */
function countValues(bytes) {
    const { maxDepth } = LIMITS;
    const scanner = (0,_json_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .createJsonScanner */ .z)(undefined, {
        maxDepth,
        maxTextBytes: 0,
        duplicateKeys: 'allow',
    });
    scanner.write(bytes);
    scanner.end();
    return scanner.values;
}


/***/ }),

/***/ 2075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MK: () => (/* binding */ decodeManifest),
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   Ub: () => (/* binding */ verifyDigest)
/* harmony export */ });
/* unused harmony export MAX_VALUES */
/* harmony import */ var _bounded_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9755);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3211);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4360);




/** Returns the value as JSON without white space, in the order of its keys, with its descriptor. */
function encodeJson(value) {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const descriptor = { mediaType: value.mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), size: bytes.length };
    return { value, bytes, descriptor };
}
/**
 * Returns the bytes as the manifest that the descriptor names.
 *
 * Throws DIGEST_INVALID or SIZE_INVALID if they are not the bytes, MANIFEST_INVALID if they are not
 * such a manifest, not read the same by all, or made to fill memory: two keys of an object alike, nested
 * too deep, too many names or values. The size is checked before the digest (image-spec v1.1.1,
 * Verification).
 */
function decodeManifest(bytes, descriptor) {
    if (bytes.length !== descriptor.size) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .OciError */ .Mf('SIZE_INVALID', `${descriptor.digest} has ${bytes.length} bytes instead of ${descriptor.size}`);
    }
    verifyDigest(bytes, descriptor.digest);
    return { value: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(parseJson(bytes), descriptor.mediaType), bytes, descriptor };
}
/** Throws DIGEST_INVALID unless the bytes have the digest. */
function verifyDigest(bytes, digest) {
    const actual = (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes, (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .algorithmOf */ .Hy)(digest));
    if (actual !== digest) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .OciError */ .Mf('DIGEST_INVALID', `content has the digest ${actual} instead of ${digest}`, {
            advice: 'The registry, or something between, altered the content: do not trust it.',
        });
    }
}
/**
 * Values of a manifest, on all levels: `JSON.parse` makes many times the two bytes of each `{}`. What has the
 * most of them in the largest manifest is an index of some thirty thousand platforms, with nine each.
 */
const MAX_VALUES = 400_000;
function parseJson(bytes) {
    try {
        return (0,_bounded_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBounded */ .nh)(bytes, MAX_VALUES);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .OciError */ .Mf('MANIFEST_INVALID', `the manifest is not valid JSON: ${reason}`, { cause });
    }
}


/***/ }),

/***/ 880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   We: () => (/* binding */ requirePushable),
/* harmony export */   ZJ: () => (/* binding */ MAX_MANIFEST_BYTES)
/* harmony export */ });
/* unused harmony export MAX_PUSHED_MANIFEST_BYTES */
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);

/** The largest manifest that every registry takes (distribution-spec v1.1.1, Pushing Manifests). */
const MAX_PUSHED_MANIFEST_BYTES = 4 * 1024 * 1024;
/** The largest manifest that is read: olareg takes up to 8 MiB. */
const MAX_MANIFEST_BYTES = 8 * 1024 * 1024;
/**
 * Throws LIMIT_EXCEEDED if a manifest is larger than registries take, before anything is pushed that
 * only it would refer to; `what` names it.
 */
function requirePushable({ length }, what, advice) {
    if (length <= MAX_PUSHED_MANIFEST_BYTES)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf('LIMIT_EXCEEDED', `${what} would have ${length} bytes, more than the ${MAX_PUSHED_MANIFEST_BYTES} that registries take`, { advice });
}


/***/ }),

/***/ 4360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ artifactTypeOf),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   R8: () => (/* binding */ filesOf)
/* harmony export */ });
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1260);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3211);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3931);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(261);




/**
 * Returns the JSON value as a manifest of the media type that it was fetched as.
 *
 * Throws MANIFEST_INVALID if the value says another type, mixes the properties of two kinds (it
 * would be read differently by different clients, CVE-2021-41190) or lacks a required property.
 */
function parseManifest(value, mediaType) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        throw invalid('is not a JSON object');
    if (!(0,_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .isManifestMediaType */ .CM)(mediaType)) {
        throw invalid(`has an unknown media type: ${excerpt(mediaType)}`);
    }
    const stated = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalString */ .sx)(value, 'mediaType', 'manifest');
    if (stated !== undefined && stated !== mediaType) {
        throw invalid(`says it is ${excerpt(stated)}, but was given as ${mediaType}`);
    }
    const common = parseCommon(value);
    switch (mediaType) {
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_IMAGE_MANIFEST */ .au:
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DOCKER_MANIFEST */ .Vv:
            refuse(value, 'manifests', 'blobs');
            return {
                kind: 'image',
                mediaType,
                ...common,
                config: (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescriptor */ .BA)(value['config'], 'config'),
                layers: parseDescriptors(value, 'layers'),
            };
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_IMAGE_INDEX */ .f4:
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DOCKER_MANIFEST_LIST */ .m6:
            refuse(value, 'config', 'layers', 'blobs');
            return {
                kind: 'index',
                mediaType,
                ...common,
                manifests: parseEntries(value),
            };
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_ARTIFACT_MANIFEST */ .fQ:
        case _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .ORAS_ARTIFACT_MANIFEST */ .$R:
            refuse(value, 'config', 'layers', 'manifests');
            return { kind: 'artifact', mediaType, ...common, blobs: parseDescriptors(value, 'blobs') };
    }
}
/** Returns the blobs that carry the manifest's files; an index has none. */
function filesOf(manifest) {
    switch (manifest.kind) {
        case 'image':
            return manifest.layers;
        case 'artifact':
            return manifest.blobs;
        case 'index':
            return [];
    }
}
const plainConfigs = [_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_IMAGE_CONFIG */ .Dk, _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DOCKER_IMAGE_CONFIG */ .Kx, _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_EMPTY */ .g1];
/**
 * Returns what the artifact is: its `artifactType`, else its config's media type (image-spec
 * v1.1.1, Guidelines for Artifact Usage), else, where the config is that of a plain image or empty
 * (cosign's tags, BuildKit's attestations), the first layer's media type.
 */
function artifactTypeOf(manifest) {
    if (manifest.artifactType)
        return manifest.artifactType;
    if (manifest.kind !== 'image')
        return undefined;
    if (!plainConfigs.includes(manifest.config.mediaType))
        return manifest.config.mediaType;
    return manifest.layers[0]?.mediaType;
}
function parseCommon(value) {
    const artifactType = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalString */ .sx)(value, 'artifactType', 'manifest');
    const annotations = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnnotations */ .KX)(value, 'manifest');
    const subject = value['subject'];
    return {
        ...(artifactType && { artifactType }),
        ...(subject !== undefined &&
            subject !== null && { subject: (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescriptor */ .BA)(subject, 'subject') }),
        ...(annotations && { annotations }),
    };
}
function parseDescriptors(value, key) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .arrayOrEmpty */ .cX)(value, key, 'manifest').map((entry, at) => (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescriptor */ .BA)(entry, `${key}[${at}]`));
}
/**
 * The list may be null, as ocimem writes an empty one, but not absent: what says nothing of its
 * entries must not pass for an empty list.
 */
function parseEntries(value) {
    if (!Object.hasOwn(value, 'manifests'))
        throw invalid('has no property manifests');
    const entries = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .arrayOrEmpty */ .cX)(value, 'manifests', 'manifest');
    return entries.flatMap((entry, at) => (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyDescriptor */ .RT)(entry) ? [] : [(0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDescriptor */ .BA)(entry, `manifests[${at}]`)]);
}
function refuse(value, ...keys) {
    for (const key of keys) {
        if (Object.hasOwn(value, key))
            throw invalid(`must not have the property ${key}`);
    }
}
function excerpt(mediaType) {
    return JSON.stringify(mediaType.slice(0, 200));
}
function invalid(what) {
    return new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .OciError */ .Mf('MANIFEST_INVALID', `the manifest ${what}`);
}


/***/ }),

/***/ 261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ ORAS_ARTIFACT_MANIFEST),
/* harmony export */   $T: () => (/* binding */ MANIFEST_MEDIA_TYPES),
/* harmony export */   CM: () => (/* binding */ isManifestMediaType),
/* harmony export */   Dk: () => (/* binding */ OCI_IMAGE_CONFIG),
/* harmony export */   Kx: () => (/* binding */ DOCKER_IMAGE_CONFIG),
/* harmony export */   LA: () => (/* binding */ isMediaType),
/* harmony export */   Vv: () => (/* binding */ DOCKER_MANIFEST),
/* harmony export */   au: () => (/* binding */ OCI_IMAGE_MANIFEST),
/* harmony export */   f4: () => (/* binding */ OCI_IMAGE_INDEX),
/* harmony export */   fQ: () => (/* binding */ OCI_ARTIFACT_MANIFEST),
/* harmony export */   g1: () => (/* binding */ OCI_EMPTY),
/* harmony export */   jn: () => (/* binding */ OCTET_STREAM),
/* harmony export */   m6: () => (/* binding */ DOCKER_MANIFEST_LIST),
/* harmony export */   nM: () => (/* binding */ withoutParameters)
/* harmony export */ });
/** Media types of manifests, by the specification or the client that defines them. */
const OCI_IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const OCI_IMAGE_INDEX = 'application/vnd.oci.image.index.v1+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_MANIFEST_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
/** Of OCI 1.1-rc1 and rc2 only; still stored by registries that took it then. */
const OCI_ARTIFACT_MANIFEST = 'application/vnd.oci.artifact.manifest.v1+json';
const ORAS_ARTIFACT_MANIFEST = 'application/vnd.cncf.oras.artifact.manifest.v1+json';
const OCI_IMAGE_CONFIG = 'application/vnd.oci.image.config.v1+json';
const DOCKER_IMAGE_CONFIG = 'application/vnd.docker.container.image.v1+json';
const OCI_EMPTY = 'application/vnd.oci.empty.v1+json';
const OCTET_STREAM = 'application/octet-stream';
/**
 * Every manifest type this client can read, for Accept: Azure Container Registry answers 404 for a
 * manifest whose type is not listed (google/go-containerregistry#1697).
 */
const MANIFEST_MEDIA_TYPES = [
    OCI_IMAGE_INDEX,
    OCI_IMAGE_MANIFEST,
    DOCKER_MANIFEST_LIST,
    DOCKER_MANIFEST,
    OCI_ARTIFACT_MANIFEST,
    ORAS_ARTIFACT_MANIFEST,
];
/** Tells whether the media type is that of a manifest this client can read. */
function isManifestMediaType(mediaType) {
    return MANIFEST_MEDIA_TYPES.some((known) => known === mediaType);
}
const name = '[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}';
const grammar = new RegExp(`^${name}/${name}$`);
/**
 * Tells whether the text is a media type as an artifact type must be: type and subtype by RFC 6838,
 * section 4.2, without parameters (Amazon ECR refuses those, aws/containers-roadmap#2306).
 */
function isMediaType(text) {
    return grammar.test(text);
}
/** Returns a Content-Type without its parameters, in lower case. */
function withoutParameters(contentType) {
    return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}


/***/ }),

/***/ 3279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ tellingSoFar)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);

/**
 * Returns what the work returns. An OciError that it throws also says how far it had come, in the
 * words that `soFar` then returns: who reads that something failed wants to know what was done.
 */
async function tellingSoFar(soFar, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf))
            throw error;
        const { code, message, advice, status } = error;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf(code, `${message}; ${soFar()}`, {
            ...(advice !== undefined && { advice }),
            ...(status !== undefined && { status }),
            cause: error,
        });
    }
}


/***/ }),

/***/ 1112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ openImages)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/memoize.js
/**
 * Returns a function that calls `load` once for the same arguments and gives every caller, also one
 * at the same time, that one promise.
 */
function memoize(load) {
    const loaded = new Map();
    return (...args) => {
        const key = JSON.stringify(args);
        const value = loaded.get(key) ?? load(...args);
        loaded.set(key, value);
        return value;
    };
}

// EXTERNAL MODULE: ./lib/oci/error.js
var oci_error = __webpack_require__(3211);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/workspace.js
var lib_workspace = __webpack_require__(8230);
// EXTERNAL MODULE: ./lib/oci/json.js
var oci_json = __webpack_require__(3931);
;// CONCATENATED MODULE: ./lib/credentials/auth-file.js


/**
 * Returns what the bytes of such a file say, or undefined if they are only white space, as Docker
 * takes them. `name` is the file's name for messages.
 *
 * Throws CREDENTIALS_INVALID, without the content, if they are not such a file (Docker's
 * config.json; containers-auth.json(5)).
 */
function parseAuthFile(bytes, name) {
    const json = parseJson(bytes, name);
    if (json === undefined)
        return undefined;
    if (!(0,oci_json/* isObject */.Gv)(json))
        throw invalidAuthFile(name, 'is not a JSON object');
    const credsStore = json['credsStore'] ?? '';
    if (!isString(credsStore))
        throw invalidAuthFile(name, 'has a credsStore that is not a string');
    return {
        name,
        auths: mapOf(json, 'auths', oci_json/* isObject */.Gv, name),
        credHelpers: mapOf(json, 'credHelpers', isString, name),
        credsStore,
    };
}
/** Returns the error for a file that is not as it should be; `what` says how, without content. */
function invalidAuthFile(name, what) {
    return new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `${name} ${what}`, {
        advice: 'Log in again to have it written anew, or give username and password.',
    });
}
/** The parser's own message is left out: it quotes what it could not parse. */
function parseJson(bytes, name) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return text.trim() === '' ? undefined : JSON.parse(text);
    }
    catch {
        throw invalidAuthFile(name, 'is not JSON in UTF-8');
    }
}
function mapOf(json, field, isItem, name) {
    const object = json[field] ?? {};
    if (!(0,oci_json/* isObject */.Gv)(object))
        throw invalidAuthFile(name, `has ${field} that is not an object`);
    const map = new Map();
    for (const [key, item] of Object.entries(object)) {
        if (!isItem(item))
            throw invalidAuthFile(name, `has an entry in ${field} of the wrong type`);
        map.set(key, item);
    }
    return map;
}
function isString(value) {
    return typeof value === 'string';
}

;// CONCATENATED MODULE: ./lib/credentials/auth-file-location.js






/** 1 MiB: an entry is a few kB at most, so more than this is no file of credentials. */
const MAX_BYTES = 1 << 20;
/**
 * Returns the file at the location, or undefined if there is none or it is empty.
 *
 * Throws CREDENTIALS_INVALID, which names the file and never its content, if it cannot be read, is
 * larger than 1 MiB or not in the form of such a file, or if it lies in the workspace: a pull
 * request that is checked out there could bring it, with a credential helper to run.
 */
async function readAuthFile(location, { homeDirectory, workspace }) {
    const name = `${location.owner} configuration ${withTilde(location.path, homeDirectory)}`;
    try {
        const path = await (0,promises_.realpath)(location.path);
        if (workspace && (await isInWorkspace(path, workspace)))
            throw planted(location, name);
        return parseAuthFile(await readBounded(path, name), name);
    }
    catch (cause) {
        if (cause instanceof oci_error/* OciError */.Mf)
            throw cause;
        const { code } = cause;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `${name} cannot be read: ${code}`, {
            advice: 'Make it readable for the user that runs this, or give username and password.',
            cause,
        });
    }
}
async function isInWorkspace(path, workspace) {
    return (await (0,lib_workspace/* workspaceAt */.xJ)(workspace)).really(path) !== undefined;
}
function planted({ variable }, name) {
    return new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `${name} lies in the workspace, where a checked-out pull request could have put it`, {
        advice: variable
            ? `Let ${variable} name a place outside the workspace, such as one under RUNNER_TEMP.`
            : 'Move it out of the workspace, or give username and password.',
    });
}
async function readBounded(path, name) {
    const chunks = [];
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { end: MAX_BYTES }))
        chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (bytes.length > MAX_BYTES)
        throw invalidAuthFile(name, `is larger than ${MAX_BYTES} bytes`);
    return bytes;
}
function withTilde(path, homeDirectory) {
    const names = (0,lib_workspace/* namesBelow */.kV)(homeDirectory, path);
    return names ? (0,external_node_path_.join)('~', ...names) : path;
}

;// CONCATENATED MODULE: ./lib/credentials/login.js
/** The user name by which Docker and its helpers mark a secret that is an identity token. */
const TOKEN_USERNAME = '<token>';
/** Returns the credential for a user name and secret as Docker stores them. */
function credentialOfLogin(username, secret, source) {
    return username === TOKEN_USERNAME
        ? { kind: 'refresh-token', token: secret, source }
        : { kind: 'basic', username, password: secret, source };
}

;// CONCATENATED MODULE: ./lib/credentials/auth-entry.js


/**
 * Returns the credential of an entry of `auths`, or undefined if the entry holds none, as where
 * Docker keeps the secret in a store. `key` is the entry's key, `file` the file's name for messages.
 *
 * A `registrytoken` comes before an `identitytoken`, that before `auth`, and that before `username`
 * and `password`, as in Docker (docker/cli, configfile/file.go; moby, registry/auth.go).
 * Throws CREDENTIALS_INVALID, without the content, if it is not such an entry.
 */
function credentialOfEntry(entry, key, file) {
    const field = (name) => {
        const value = entry[name] ?? '';
        if (typeof value !== 'string')
            throw invalid(file, key, `${name} is not a string`);
        return value;
    };
    const registryToken = field('registrytoken');
    if (registryToken)
        return { kind: 'bearer', token: registryToken, source: file };
    const identityToken = field('identitytoken');
    if (identityToken)
        return { kind: 'refresh-token', token: identityToken, source: file };
    const auth = field('auth');
    const login = auth
        ? decodeLogin(auth)
        : { username: field('username'), password: field('password') };
    if (!login)
        throw invalid(file, key, 'auth is not the base64 of user:password');
    if (!login.username && !login.password)
        return undefined;
    if (!login.username || !login.password) {
        throw invalid(file, key, 'it has a user name or a password, but not both');
    }
    return credentialOfLogin(login.username, login.password, file);
}
/** Only the first colon divides. Zero bytes around the password are dropped, as Docker does. */
function decodeLogin(auth) {
    const base64 = auth.replace(/[\r\n]/g, '');
    if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        return undefined;
    const text = Buffer.from(base64, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon < 0)
        return undefined;
    return { username: text.slice(0, colon), password: trimZeros(text.slice(colon + 1)) };
}
function trimZeros(text) {
    let start = 0;
    let end = text.length;
    while (text[start] === '\0')
        start += 1;
    while (end > start && text[end - 1] === '\0')
        end -= 1;
    return text.slice(start, end);
}
function invalid(file, key, what) {
    return new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `${file}, entry ${JSON.stringify(key)}: ${what}`, {
        advice: 'Log in again to have the entry written anew, or give username and password.',
    });
}

// EXTERNAL MODULE: ./lib/oci/docker-hub.js
var docker_hub = __webpack_require__(1159);
;// CONCATENATED MODULE: ./lib/credentials/auth-key.js

/** Returns the address by which Docker and its credential helpers know the registry. */
function serverAddress(registry) {
    return (0,docker_hub/* isDockerHub */.g)(registry) ? docker_hub/* dockerHub */.U.credentialsKey : registry;
}
/**
 * Returns those of the keys that stand for the repository, the best first: the longest path, then
 * the key that Docker itself would use, then the order given. Hosts are compared whole, never by
 * suffix or substring; an empty repository selects the keys for the whole registry.
 */
function keysFor(keys, registry, repository) {
    return [...keys]
        .map((text) => ({ text, ...parseAuthKey(text), exact: text === serverAddress(registry) }))
        .filter((key) => key.registry === registry && covers(key.path, repository))
        .sort((a, b) => b.path.length - a.path.length || Number(b.exact) - Number(a.exact))
        .map((key) => key.text);
}
/**
 * The forms in use: `host[:port]`; `https://host/v1/` from the days of the first registry protocol,
 * whose scheme and path Docker ignores (docker/cli, ConvertToHostname); and Podman's
 * `host/namespace` (containers-auth.json(5)). Docker would take the last for the whole host; we
 * don't, for it was stored for less.
 */
function parseAuthKey(text) {
    const [, scheme, host = '', rest = ''] = /^(https?:\/\/)?([^/]*)(.*)$/is.exec(text) ?? [];
    const lower = host.toLowerCase();
    const registry = (0,docker_hub/* isDockerHub */.g)(lower) ? docker_hub/* dockerHub */.U.registry : lower;
    const isApiRoot = /^\/(?:v[12]\/)?$/.test(rest) || (scheme && /^\/v[12]$/.test(rest));
    return { registry, path: isApiRoot ? '' : rest.replace(/^\//, '').replace(/\/$/, '') };
}
function covers(path, repository) {
    return path === '' || repository === path || repository.startsWith(`${path}/`);
}

;// CONCATENATED MODULE: ./lib/credentials/configured.js


/**
 * Returns the credential that a configuration file has for the repository, or undefined.
 *
 * The registry's own helper comes before the store for all of them. Where there is either, it alone
 * decides, and `auths` is not read, as in Docker (docker/cli, getConfiguredCredentialStore and
 * nativeStore.Get); a helper with an empty name turns the store off for its registry.
 * Throws CREDENTIALS_INVALID as `credentialOfEntry` and the helper do.
 */
async function configuredCredential(file, registry, repository, ask) {
    const [key] = keysFor(file.credHelpers.keys(), registry, '');
    const helper = key === undefined ? file.credsStore : file.credHelpers.get(key);
    return helper
        ? await ask(helper, key ?? serverAddress(registry))
        : storedCredential(file, registry, repository);
}
function storedCredential(file, registry, repository) {
    for (const key of keysFor(file.auths.keys(), registry, repository)) {
        const credential = credentialOfEntry(file.auths.get(key) ?? {}, key, file.name);
        if (credential)
            return credential;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/credentials/docker-config.js

/**
 * Returns where Docker's configuration is: `config.json` in the directory that DOCKER_CONFIG names,
 * else in `~/.docker` (docker/cli, cli/config/config.go; an empty variable counts as unset).
 */
function dockerConfigFile(env, homeDirectory) {
    const directory = env['DOCKER_CONFIG'];
    return directory
        ? { owner: 'Docker', path: (0,external_node_path_.resolve)(directory, 'config.json'), variable: 'DOCKER_CONFIG' }
        : { owner: 'Docker', path: (0,external_node_path_.join)(homeDirectory, '.docker', 'config.json') };
}

;// CONCATENATED MODULE: ./lib/credentials/environment.js
/**
 * Returns the environment for a credential helper: everything a cloud's helper may look for (PATH,
 * HOME, AWS_*, GOOGLE_*, AZURE_*, …) except the runner's own tokens (`ACTIONS_*`) and the step's
 * inputs (`INPUT_*`), which hold secrets that no helper needs.
 */
function helperEnvironment(env) {
    const allowed = {};
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && !/^(?:ACTIONS|INPUT)_/i.test(name))
            allowed[name] = value;
    }
    return allowed;
}

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(3053);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(8879);
;// CONCATENATED MODULE: ./lib/credentials/helper-process.js



/**
 * 30 s: a cloud's helper may have to fetch a token first, and retry. 1 MiB: a token is a few kB, and
 * helpers may warn at length.
 */
const LIMITS = { milliseconds: 30_000, outputBytes: 1 << 20 };
/** Node publishes every child process here when it is made, before it is started. */
const CHANNEL = 'child_process';
/**
 * Returns the exit code and output of a program that was given the input, without printing any of
 * it.
 *
 * Throws an Error if it cannot be started, and ends it and throws one if it takes longer or writes
 * more than the limits allow.
 */
async function runProgram(path, args, input, env, limits = LIMITS) {
    const { promise: exceeded, reject } = Promise.withResolvers();
    const timer = setTimeout(() => {
        reject(new Error(`no answer within ${limits.milliseconds / 1000} s`));
    }, limits.milliseconds);
    let received = 0;
    const count = (data) => {
        received += data.length;
        if (received > limits.outputBytes) {
            reject(new Error(`more than ${limits.outputBytes} bytes of output`));
        }
    };
    const output = withChild(exceeded, () => (0,exec/* getExecOutput */.H)(`"${path}"`, [...args], {
        env,
        input: Buffer.from(input),
        silent: true,
        ignoreReturnCode: true,
        listeners: { stdout: count, stderr: count },
    }));
    return await output.finally(() => clearTimeout(timer));
}
/**
 * Runs something that starts one child process until it ends or `exceeded` rejects, and ends the
 * child then.
 *
 * `@actions/exec` has no time limit and keeps the child to itself, and a helper that waits for a
 * password would hold the job open. So the child is taken from Node's diagnostics channel, where
 * the asynchronous context tells it from the children of concurrent calls.
 */
async function withChild(exceeded, start) {
    const own = new external_node_async_hooks_.AsyncLocalStorage();
    const children = [];
    const onCreated = (message) => {
        if (!own.getStore())
            return;
        const { process: child } = message;
        children.push(child);
        child.once('spawn', () => ignoreClosedInput(child));
    };
    (0,external_node_diagnostics_channel_.subscribe)(CHANNEL, onCreated);
    try {
        return await Promise.race([exceeded, own.run(true, start)]);
    }
    finally {
        (0,external_node_diagnostics_channel_.unsubscribe)(CHANNEL, onCreated);
        for (const child of children)
            end(child);
    }
}
/**
 * A helper may answer without reading its input. `@actions/exec` leaves the EPIPE of writing to it
 * without a listener, which would end this whole process.
 */
function ignoreClosedInput(child) {
    child.stdin?.on('error', () => undefined);
}
/** Its own children may live on: closing the pipes keeps them from holding this process open. */
function end(child) {
    child.kill('SIGKILL');
    for (const pipe of [child.stdin, child.stdout, child.stderr])
        pipe?.destroy();
}

;// CONCATENATED MODULE: ./lib/credentials/helper-program.js


/**
 * Returns the path of the program in the first directory of PATH that has it, or undefined. Relative
 * directories are passed over: they would let a checked-out repository bring the program.
 */
async function findProgram(program, env) {
    const directories = (env['PATH'] ?? env['Path'] ?? '').split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute);
    const extensions = process.platform === 'win32' ? windowsExtensions(env) : [''];
    for (const directory of directories) {
        for (const extension of extensions) {
            const path = (0,external_node_path_.join)(directory, program + extension);
            if (await isExecutable(path))
                return path;
        }
    }
    return undefined;
}
/** Google's helper is a `.cmd` there. */
function windowsExtensions(env) {
    return (env['PATHEXT'] || '.COM;.EXE;.BAT;.CMD').split(';');
}
async function isExecutable(path) {
    try {
        await (0,promises_.access)(path, promises_.constants.X_OK);
        return (await (0,promises_.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/credentials/helper.js






/** What the library that helpers are built with writes (docker-credential-helpers, error.go). */
const NOT_FOUND = 'credentials not found in native keychain';
/** A reason is one line in a message, not a log. */
const MAX_REASON_LENGTH = 200;
/**
 * Returns the credential that `docker-credential-NAME get` has for the server address, or undefined
 * if it has none (the credential helper protocol of docker login). The helper is found on PATH, and
 * run without a shell.
 *
 * Throws CREDENTIALS_INVALID, which names the helper and never what it wrote as its answer, if it
 * has no proper name, is not found, fails, is too slow or answers otherwise than by the protocol.
 */
async function askHelper(name, serverAddress, env, limits) {
    if (!/^[A-Za-z0-9._-]+$/.test(name)) {
        throw failed(`credential helper ${JSON.stringify(name.slice(0, 100))}`, 'has an invalid name');
    }
    const program = `docker-credential-${name}`;
    const helper = `credential helper ${program}`;
    const path = await findProgram(program, env);
    if (path === undefined)
        throw failed(helper, 'is not on the PATH');
    const output = await run(path, serverAddress, env, helper, limits);
    if (output.exitCode === 0)
        return parseAnswer(output.stdout, helper);
    if (output.stdout.trim() === NOT_FOUND)
        return undefined;
    throw failed(helper, `failed with exit code ${output.exitCode}${reasonOf(output)}`);
}
async function run(path, serverAddress, env, helper, limits) {
    try {
        return await runProgram(path, ['get'], serverAddress, helperEnvironment(env), limits);
    }
    catch (cause) {
        throw failed(helper, `failed: ${cause.message}`, cause);
    }
}
/** The parser's own message is left out: it quotes what it could not parse, here a secret. */
function parseAnswer(stdout, helper) {
    let answer;
    try {
        answer = JSON.parse(stdout);
    }
    catch {
        throw failed(helper, 'gave an answer that is not JSON');
    }
    const { Username: username = '', Secret: secret = '' } = (0,oci_json/* isObject */.Gv)(answer) ? answer : {};
    if (!(0,oci_json/* isObject */.Gv)(answer) || typeof username !== 'string' || typeof secret !== 'string') {
        throw failed(helper, 'gave an answer without Username and Secret');
    }
    if (username === '' && secret === '')
        return undefined;
    if (username === '' || secret === '') {
        throw failed(helper, 'gave a Username or a Secret, but not both');
    }
    return credentialOfLogin(username, secret, helper);
}
/**
 * The first line of stderr, or of stdout, where the protocol has errors too; but no line of stdout
 * that might be an answer or a token rather than a sentence.
 */
function reasonOf({ stdout, stderr }) {
    const sentence = firstLine(stdout);
    const isSentence = sentence.includes(' ') && !sentence.includes('{');
    const reason = firstLine(stderr) || (isSentence ? sentence : '');
    return reason && `: ${reason}`;
}
function firstLine(text) {
    const line = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
    return line.replace(/\p{C}/gu, '').trim().slice(0, MAX_REASON_LENGTH);
}
function failed(helper, what, cause) {
    return new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `${helper} ${what}`, {
        advice: 'Check the credsStore and credHelpers of your Docker or Podman configuration, or give username and password.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/credentials/podman-config.js

/**
 * Returns the file that REGISTRY_AUTH_FILE names, or undefined. Podman then reads none of the files
 * at their usual places (podman-login(1), `--authfile`).
 */
function namedAuthFile(env) {
    const file = env['REGISTRY_AUTH_FILE'];
    return file ? { owner: 'Podman', path: (0,external_node_path_.resolve)(file), variable: 'REGISTRY_AUTH_FILE' } : undefined;
}
/**
 * Returns where Podman, Buildah and Skopeo keep credentials, in the order in which they look
 * (containers-auth.json(5)): the runtime directory, then the configuration directory. Without
 * XDG_RUNTIME_DIR, as in a container job, `podman login` writes to `/run/containers/UID`
 * (containers/image, pkg/docker/config/config.go); `userId` is absent on Windows.
 */
function usualAuthFiles(env, homeDirectory, userId) {
    const perUser = userId === undefined ? undefined : `/run/containers/${userId}/auth.json`;
    const runtime = authFileBelow(env['XDG_RUNTIME_DIR']) ?? perUser;
    const configuration = authFileBelow(env['XDG_CONFIG_HOME'] || (0,external_node_path_.join)(homeDirectory, '.config'));
    return [runtime, configuration]
        .filter((path) => path !== undefined)
        .map((path) => ({ owner: 'Podman', path }));
}
function authFileBelow(directory) {
    return directory ? (0,external_node_path_.resolve)(directory, 'containers', 'auth.json') : undefined;
}

;// CONCATENATED MODULE: ./lib/credentials/secrets.js

/**
 * Returns every form of the credential that must not appear in a log: the password or token, its
 * base64, and the base64 of `user:password` that Basic authentication sends (RFC 7617), by which a
 * refresh token goes to services that take none otherwise.
 */
function secretsOf(credential) {
    switch (credential.kind) {
        case 'basic':
            return formsOf(credential.username, credential.password);
        case 'refresh-token':
            return formsOf(TOKEN_USERNAME, credential.token);
        case 'bearer':
            return [credential.token, base64(credential.token)];
    }
}
function formsOf(username, secret) {
    return [secret, base64(secret), base64(`${username}:${secret}`)];
}
function base64(text) {
    return Buffer.from(text).toString('base64');
}

;// CONCATENATED MODULE: ./lib/credentials/source.js








/** The only registry that takes a workflow's token; its name is compared exactly. */
const GITHUB_REGISTRY = 'ghcr.io';
/**
 * Returns the source of credentials of one run, which looks each up once: the inputs, for the
 * registries that the job names; then the configuration of Docker and Podman with its helpers; then
 * the GitHub token, for ghcr.io.
 *
 * Throws InputError (input `username` or `password`, the one that is missing) for one without the
 * other. The source itself throws CREDENTIALS_INVALID if the configuration cannot be read: it never
 * goes on without credentials that were configured.
 */
function credentialSource(options) {
    const fromInputs = credentialOfInputs(options);
    const configured = configuredSource(options);
    return memoize(async (registry, repository) => {
        const credential = (options.registries.includes(registry) ? fromInputs : undefined) ??
            (await configured(registry, repository)) ??
            (registry === GITHUB_REGISTRY ? credentialOfGithub(options) : undefined);
        for (const secret of credential ? secretsOf(credential) : [])
            options.onSecret(secret);
        return credential;
    });
}
function credentialOfInputs({ username, password, }) {
    if (username && password) {
        return { kind: 'basic', username, password, source: 'the inputs username and password' };
    }
    if (username)
        throw oneWithoutTheOther('password', 'username');
    if (password)
        throw oneWithoutTheOther('username', 'password');
    return undefined;
}
function oneWithoutTheOther(missing, given) {
    return new oci_error/* InputError */.dz(missing, `${given} is given without ${missing}`, 'Give both or neither. A secret that is not set, or that a workflow from a fork may not read, is empty.');
}
function credentialOfGithub({ githubToken, env }) {
    if (!githubToken)
        return undefined;
    const username = env['GITHUB_ACTOR'] || 'token';
    return { kind: 'basic', username, password: githubToken, source: 'github-token' };
}
function configuredSource(options) {
    const files = authFiles(options).map((location) => memoize(() => readAuthFile(location, options)));
    const ask = memoize((name, address) => askHelper(name, address, options.env));
    return async (registry, repository) => {
        for (const read of files) {
            const file = await read();
            const credential = file && (await configuredCredential(file, registry, repository, ask));
            if (credential)
                return credential;
        }
        return undefined;
    };
}
/**
 * A file that a variable names is there on purpose, so it comes first; of two, REGISTRY_AUTH_FILE,
 * which is about nothing but credentials. Otherwise Docker's is before Podman's, as it is for crane;
 * Podman's own order (containers-auth.json(5)) is the reverse.
 */
function authFiles({ env, homeDirectory }) {
    const docker = dockerConfigFile(env, homeDirectory);
    const named = namedAuthFile(env);
    return named
        ? [named, docker]
        : [docker, ...usualAuthFiles(env, homeDirectory, process.getuid?.())];
}

// EXTERNAL MODULE: ./lib/files/given-file.js
var given_file = __webpack_require__(9393);
// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
// EXTERNAL MODULE: ./lib/repository/verified-stream.js
var verified_stream = __webpack_require__(4915);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/layout/file-error.js


/** Returns the operating system's code of a failed file operation, such as `ENOENT`. */
function fileErrorCode(error) {
    const code = (0,oci_json/* isObject */.Gv)(error) ? error['code'] : undefined;
    return typeof code === 'string' ? code : undefined;
}
const denied = ['EACCES', 'EPERM', 'EROFS'];
/**
 * Returns what to throw for a failed file operation of a layout: DENIED where the file system
 * refuses it, else the error as it is, since it already says what is wrong (`ENOSPC`).
 * `what` is the operation with the path, such as `write /images/app/index.json`.
 */
function toLayoutError(cause, what) {
    if (!denied.includes(fileErrorCode(cause)))
        return cause;
    return new oci_error/* OciError */.Mf('DENIED', `not allowed to ${what}`, {
        advice: "Check the permissions of the layout's directory.",
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/layout/paths.js






/**
 * Returns where the blob is, from the root (image-spec v1.1.1, Image Layout, Blobs).
 * Throws DIGEST_INVALID for an algorithm that cannot be verified.
 */
function blobNames(digest) {
    const [, encoded] = (0,oci_digest/* splitDigest */.vo)(digest);
    return ['blobs', (0,oci_digest/* algorithmOf */.Hy)(digest), encoded];
}
/** Returns the path of what is below the root. Throws LAYOUT_INVALID for a name that leads out of it. */
function pathInside(root, names) {
    const path = (0,external_node_path_.join)(root, ...names);
    const inside = root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep;
    if (path.startsWith(inside))
        return path;
    throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `${JSON.stringify(names.join('/'))} is outside the layout`);
}
/**
 * Returns the state of a file below the root, or undefined if it is absent. No component may be a
 * symbolic link, which could lead out of the layout: a layout is often unpacked from an archive
 * that somebody else made.
 *
 * Throws LAYOUT_INVALID if there is a link or what is there is no file, DENIED.
 */
async function statFile(root, names) {
    let stats;
    for (const [at] of names.entries()) {
        const path = pathInside(root, names.slice(0, at + 1));
        stats = await statUnfollowed(path);
        if (!stats)
            return undefined;
        const isLast = at === names.length - 1;
        if (isLast ? stats.isFile() : stats.isDirectory())
            continue;
        throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `${path} is not a ${isLast ? 'file' : 'directory'}`);
    }
    return stats;
}
/** Returns an open file below the root, or undefined if it is absent. Throws as `statFile` does. */
async function openFile(root, names) {
    if (!(await statFile(root, names)))
        return undefined;
    const path = pathInside(root, names);
    // Windows has no O_NOFOLLOW, and there undefined adds nothing.
    const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW;
    return await (0,promises_.open)(path, flags).catch((error) => undefinedIfAbsent(error, path));
}
/**
 * Returns the bytes of a file below the root, or undefined if it is absent.
 * Throws LIMIT_EXCEEDED if it has more than `limit` bytes, else as `statFile` does.
 */
async function readFileInside(root, names, limit) {
    const file = await openFile(root, names);
    if (!file)
        return undefined;
    try {
        const { size } = await file.stat();
        if (size <= limit)
            return await file.readFile();
        throw new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `${pathInside(root, names)} has ${size} bytes; no more than ${limit} are read`);
    }
    finally {
        await file.close();
    }
}
/** Makes the directory and those above it where they are absent. Throws as `statFile` does. */
async function makeDirectory(root, names) {
    for (const [at] of names.entries()) {
        const path = pathInside(root, names.slice(0, at + 1));
        try {
            await (0,promises_.mkdir)(path);
        }
        catch (error) {
            if (fileErrorCode(error) !== 'EEXIST')
                throw toLayoutError(error, `make ${path}`);
            const stats = await statUnfollowed(path);
            if (!stats?.isDirectory())
                throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `${path} is not a directory`);
        }
    }
}
async function statUnfollowed(path) {
    const stats = await (0,promises_.lstat)(path).catch((error) => undefinedIfAbsent(error, path));
    if (!stats?.isSymbolicLink())
        return stats;
    throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `${path} is a symbolic link`, {
        advice: 'Links are not followed in a layout. Copy it with the files that they lead to (cp -RL).',
    });
}
function undefinedIfAbsent(error, path) {
    if (fileErrorCode(error) === 'ENOENT')
        return undefined;
    throw toLayoutError(error, `read ${path}`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/layout/write-file.js





/**
 * Puts the content at the path as a whole or not at all: it is written beside it, forced to the
 * disk and renamed, so that nobody ever reads a part of it, not after a crash either. A stream that
 * fails leaves what was there, and no temporary file.
 *
 * Throws DENIED if the file system refuses it, and whatever the stream fails with.
 */
async function writeFileAtomically(path, content) {
    const temporary = `${path}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    try {
        await (0,external_node_stream_promises_.pipeline)(content, (0,external_node_fs_.createWriteStream)(temporary, { flags: 'wx', flush: true }));
        await (0,promises_.rename)(temporary, path);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw toLayoutError(error, `write ${path}`);
    }
}

;// CONCATENATED MODULE: ./lib/layout/blobs.js




/** Tells whether the layout has the blob with the descriptor's size. */
async function hasBlob(root, { digest, size }) {
    const stats = await statFile(root, blobNames(digest));
    return stats?.size === size;
}
/** Returns the blob's bytes as a stream that fails unless they are its own. Throws BLOB_UNKNOWN. */
async function readBlob(root, target) {
    const file = await openFile(root, blobNames(target.digest));
    if (file)
        return (0,verified_stream/* verifiedStream */.f)(file.createReadStream(), target);
    throw new oci_error/* OciError */.Mf('BLOB_UNKNOWN', `the layout has no blob ${target.digest}`);
}
/**
 * Stores the blob while verifying it. Returns `exists` if it is there already; one of another size
 * is replaced. Throws SIZE_INVALID or DIGEST_INVALID if the content is not the descriptor's.
 */
async function writeBlob(root, content) {
    if (await hasBlob(root, content.descriptor))
        return 'exists';
    const names = blobNames(content.descriptor.digest);
    await makeDirectory(root, names.slice(0, -1));
    const stream = (0,verified_stream/* verifiedStream */.f)(content.open(), content.descriptor);
    await writeFileAtomically(pathInside(root, names), stream);
    return 'uploaded';
}

// EXTERNAL MODULE: ./lib/oci/bounded-json.js
var bounded_json = __webpack_require__(9755);
// EXTERNAL MODULE: ./lib/json/syntax-error.js
var syntax_error = __webpack_require__(4912);
// EXTERNAL MODULE: ./lib/oci/annotations.js
var oci_annotations = __webpack_require__(3999);
// EXTERNAL MODULE: ./lib/oci/descriptor.js
var descriptor = __webpack_require__(1260);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
;// CONCATENATED MODULE: ./lib/layout/index-json.js







/**
 * Values of the file, on all levels: more than the four hundred thousand entries have that the largest one
 * can hold. `JSON.parse` would make gigabytes of the two bytes of each `{}`.
 */
const MAX_INDEX_VALUES = 2_500_000;
/**
 * Returns the file's content. Throws LAYOUT_INVALID if it is not an image index, never "empty"; also where
 * two keys of an object are alike, or there are too many names or values.
 */
function parseIndexJson(bytes) {
    try {
        return parseDocument((0,bounded_json/* parseBounded */.nh)(bytes, MAX_INDEX_VALUES));
    }
    catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        const reason = cause instanceof syntax_error/* JsonSyntaxError */.q ? `it is not valid JSON: ${message}` : message;
        throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `index.json is not an image index: ${reason}`, {
            advice: 'Restore it or make the layout anew: it is not replaced, since that would lose what it listed.',
            cause,
        });
    }
}
/** The list may be null: oras writes an empty one so. */
function parseDocument(document) {
    if (!(0,oci_json/* isObject */.Gv)(document) || !Object.hasOwn(document, 'manifests')) {
        throw index_json_invalid('it has no list of manifests');
    }
    const mediaType = (0,oci_json/* optionalString */.sx)(document, 'mediaType', 'index.json') ?? media_types/* OCI_IMAGE_INDEX */.f4;
    if (mediaType !== media_types/* OCI_IMAGE_INDEX */.f4)
        throw index_json_invalid(`it says that it is ${mediaType}`);
    const entries = (0,oci_json/* arrayOrEmpty */.cX)(document, 'manifests', 'index.json').map((raw, at) => {
        if (!(0,oci_json/* isObject */.Gv)(raw))
            throw index_json_invalid(`manifests[${at}] is not an object`);
        return { raw, descriptor: (0,descriptor/* parseDescriptor */.BA)(raw, `manifests[${at}]`) };
    });
    return { document, entries };
}
function index_json_invalid(what) {
    return new oci_error/* OciError */.Mf('MANIFEST_INVALID', what);
}
/** Returns the file's bytes, in JSON without white space. */
function formatIndexJson({ document, entries }) {
    const manifests = entries.map(({ raw }) => raw);
    return new TextEncoder().encode(JSON.stringify({ ...document, manifests }));
}
/** Returns the entries with exactly this tag. */
function taggedExactly(index, tag) {
    return index.entries.flatMap(({ descriptor }) => (tagOf(descriptor) === tag ? [descriptor] : []));
}
/**
 * Returns the entries with the tag, else those whose name is a full reference with it, as
 * `podman save --format oci-archive` writes it; regctl resolves both in this order.
 */
function tagged(index, tag) {
    const exact = taggedExactly(index, tag);
    if (exact.length > 0)
        return exact;
    return index.entries.flatMap(({ descriptor }) => tagOf(descriptor)?.endsWith(`:${tag}`) ? [descriptor] : []);
}
/** Returns the tags in their order; names that are full references as they are. */
function tagsOf(index) {
    return [...new Set(index.entries.flatMap(({ descriptor }) => tagOf(descriptor) ?? []))];
}
/** Returns the first entry with the digest. */
function entryOf(index, digest) {
    return index.entries.find(({ descriptor }) => descriptor.digest === digest)?.descriptor;
}
/**
 * Returns the index with an entry for each manifest, or the same index if it has them all. The
 * manifests' annotations are left out: one of them could be a tag.
 */
function withEntries(index, manifests) {
    const present = new Set(index.entries.map(({ descriptor }) => descriptor.digest));
    const missing = manifests.filter(({ digest }) => !present.has(digest));
    if (missing.length === 0)
        return index;
    return { ...index, entries: [...index.entries, ...missing.map((manifest) => entry(manifest))] };
}
/**
 * Returns the index with the tag at the manifest and nowhere else, or the same index if it is so. An
 * entry of the manifest without a tag gets it. A manifest that loses its last tag stays as an entry
 * without one; with `drop`, it goes.
 */
function withTag(index, manifest, tag, previous = 'keep') {
    const holders = taggedExactly(index, tag);
    if (holders.length > 0 && holders.every(({ digest }) => digest === manifest.digest))
        return index;
    const [own] = index.entries.filter((each) => isUntagged(each, manifest.digest));
    const others = index.entries.filter((each) => tagOf(each.descriptor) !== tag && !isUntagged(each, manifest.digest));
    const untagged = index.entries
        .filter(({ descriptor }) => tagOf(descriptor) === tag && descriptor.digest !== manifest.digest)
        .filter(({ descriptor }) => !others.some((other) => hasDigest(other, descriptor.digest)))
        .map(entryWithoutTag);
    const kept = previous === 'keep' ? untagged : [];
    const taggedEntry = own ? entryWithTag(own, tag) : entry(manifest, tag);
    return { ...index, entries: [...others, ...kept, taggedEntry] };
}
function tagOf({ annotations }) {
    return annotations?.[oci_annotations/* REF_NAME */.w5];
}
function hasDigest({ descriptor }, digest) {
    return descriptor.digest === digest;
}
function entry({ mediaType, digest, size, artifactType }, tag) {
    const descriptor = {
        mediaType,
        digest,
        size,
        ...(artifactType && { artifactType }),
        ...(tag && { annotations: { [oci_annotations/* REF_NAME */.w5]: tag } }),
    };
    return { descriptor, raw: descriptor };
}
function isUntagged({ descriptor }, digest) {
    return descriptor.digest === digest && tagOf(descriptor) === undefined;
}
function entryWithTag({ descriptor, raw }, tag) {
    const annotations = { ...descriptor.annotations, [oci_annotations/* REF_NAME */.w5]: tag };
    return { descriptor: { ...descriptor, annotations }, raw: { ...raw, annotations } };
}
function entryWithoutTag({ descriptor, raw }) {
    const { [oci_annotations/* REF_NAME */.w5]: _tag, ...rest } = descriptor.annotations ?? {};
    const annotations = Object.keys(rest).length > 0 ? { annotations: rest } : {};
    const { annotations: _known, ...known } = descriptor;
    const { annotations: _raw, ...unknown } = raw;
    return { descriptor: { ...known, ...annotations }, raw: { ...unknown, ...annotations } };
}

;// CONCATENATED MODULE: ./lib/layout/layout-file.js



/** The `oci-layout` file says one thing, in some forty bytes. */
const MAX_MARKER_BYTES = 64 * 1024;
/** Returns one of the files that every layout has. Throws LAYOUT_INVALID if it cannot be read. */
async function readLayoutFile(root, name, limit) {
    try {
        const bytes = await readFileInside(root, [name], limit);
        if (bytes)
            return bytes;
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw notALayout(`${root} cannot be read as an image layout: ${reason}`, cause);
    }
    throw notALayout(`${root} is not an image layout: it has no ${name}`);
}
/**
 * Throws LAYOUT_INVALID unless the directory says that it is an image layout of version 1.0.0
 * (image-spec v1.1.1, Image Layout, oci-layout file).
 */
async function requireLayout(root) {
    const version = layoutVersion(await readLayoutFile(root, 'oci-layout', MAX_MARKER_BYTES));
    if (version === '1.0.0')
        return;
    const said = version === undefined ? 'no version' : `the version ${JSON.stringify(version)}`;
    throw new oci_error/* OciError */.Mf('LAYOUT_INVALID', `${root} is not an image layout: its oci-layout has ${said}`, {
        advice: 'Only imageLayoutVersion 1.0.0 is supported.',
    });
}
function layoutVersion(bytes) {
    try {
        const marker = JSON.parse(bytes.toString());
        return (0,oci_json/* isObject */.Gv)(marker) ? marker['imageLayoutVersion'] : undefined;
    }
    catch {
        return undefined;
    }
}
function notALayout(message, cause) {
    return new oci_error/* OciError */.Mf('LAYOUT_INVALID', message, {
        advice: 'Name the directory of an OCI image layout, as docker buildx build --output type=oci,tar=false makes it; unpack an archive first.',
        ...(cause !== undefined && { cause }),
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/layout/lock.js








/**
 * How long a lock must be held before its holder counts as gone when no such process is found. A
 * lock is held for milliseconds, but a process in another container can have the same host name and
 * a number that is not known here.
 */
const STALE_AFTER_MS = 5_000;
/**
 * How old a lock must be to count as left behind if it names nobody: its holder writes its name in the
 * moment after it made the file, unless it was killed in that moment.
 */
const UNNAMED_AFTER_MS = 15_000;
/** A lock names its holder in some hundred bytes. */
const MAX_LOCK_BYTES = 4096;
/**
 * Returns the outcome of `work`, done while no other process has the lock: a file that only one can
 * create. A lock whose process is gone, or that has long named none, is taken over.
 *
 * Throws LAYOUT_LOCKED if the lock is not free within `waitMs` milliseconds, CANCELLED if it is not
 * free when the signal ends the waiting, DENIED if the file cannot be created, LAYOUT_INVALID if it is
 * a symbolic link, and whatever `work` throws; the lock is given back in any case.
 */
async function withLock(path, waitMs, work, signal) {
    const file = await acquire(path, waitMs, signal);
    try {
        await file.writeFile(JSON.stringify({ pid: process.pid, host: (0,external_node_os_.hostname)(), time: new Date().toISOString() }));
        return await work();
    }
    finally {
        await release(path, file);
    }
}
async function acquire(path, waitMs, signal) {
    const giveUp = performance.now() + waitMs;
    for (;;) {
        const file = await create(path);
        if (file)
            return file;
        await removeIfStale(path);
        if (signal?.aborted)
            throw cancelled(await readHolder(path));
        if (performance.now() >= giveUp)
            throw locked(path, await readHolder(path));
        await (0,external_node_timers_promises_.setTimeout)(5 + Math.random() * 20);
    }
}
async function create(path) {
    try {
        return await (0,promises_.open)(path, 'wx');
    }
    catch (error) {
        if (fileErrorCode(error) === 'EEXIST')
            return undefined;
        throw toLayoutError(error, `create ${path}`);
    }
}
async function release(path, file) {
    await file.close();
    await (0,promises_.rm)(path, { force: true });
}
/**
 * Removes the lock of a process that is gone. One process at a time looks and removes, under a lock
 * of its own: otherwise a slower one would remove the lock that a faster one has just taken.
 */
async function removeIfStale(path) {
    if (!(await isStale(path)))
        return;
    const takeover = `${path}.takeover`;
    const file = await create(takeover);
    if (!file)
        return;
    try {
        if (await isStale(path))
            await (0,promises_.rm)(path, { force: true });
    }
    finally {
        await release(takeover, file);
    }
}
/** What the lock says of its holder: nothing, while it is being written. Anybody may have written it. */
async function readHolder(path) {
    const bytes = await readFileInside((0,external_node_path_.dirname)(path), [(0,external_node_path_.basename)(path)], MAX_LOCK_BYTES);
    const value = bytes && (0,oci_json/* parseJson */.qF)(bytes);
    if (!(0,oci_json/* isObject */.Gv)(value))
        return {};
    const { pid, host, time } = value;
    return {
        ...(typeof pid === 'number' && { pid }),
        ...(typeof host === 'string' && { host }),
        ...(typeof time === 'string' && { time }),
    };
}
async function isStale(path) {
    const { pid, host, time } = await readHolder(path);
    if (pid === undefined) {
        const stats = await statFile((0,external_node_path_.dirname)(path), [(0,external_node_path_.basename)(path)]);
        return stats !== undefined && Date.now() - stats.mtimeMs > UNNAMED_AFTER_MS;
    }
    if (host !== (0,external_node_os_.hostname)() || time === undefined)
        return false;
    const isOld = Date.now() - Date.parse(time) > STALE_AFTER_MS;
    return isOld && Number.isInteger(pid) && pid > 0 && !isRunning(pid);
}
function isRunning(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return fileErrorCode(error) !== 'ESRCH';
    }
}
function locked(path, holder) {
    return new oci_error/* OciError */.Mf('LAYOUT_LOCKED', `the layout is locked by ${nameOf(holder)}`, {
        advice: `If nothing is writing to the layout, delete ${path} (and ${path}.takeover if it is there).`,
    });
}
function cancelled(holder) {
    return new oci_error/* OciError */.Mf('CANCELLED', `cancelled while the layout was locked by ${nameOf(holder)}`, {
        advice: 'Run it again: what is already there is not written again.',
    });
}
function nameOf({ pid, host, time }) {
    if (pid === undefined)
        return 'another process';
    const where = host === undefined ? '' : ` on ${host}`;
    return `process ${pid}${where}${time === undefined ? '' : ` since ${time}`}`;
}

;// CONCATENATED MODULE: ./lib/layout/index-file.js







/** Some hundred bytes an entry: more than a hundred thousand entries. */
const MAX_INDEX_BYTES = 64 * 1024 * 1024;
/**
 * Returns the layout's `index.json`; `lockWaitMs` is how long to wait for other processes, in
 * milliseconds, unless the signal ends that. Reading throws LAYOUT_INVALID if it is absent, unreadable
 * or malformed; updating also LAYOUT_LOCKED, CANCELLED, DENIED, and LIMIT_EXCEEDED if the file would be
 * too large to be read again.
 */
function createIndexFile(root, lockWaitMs, signal) {
    const path = (0,external_node_path_.join)(root, 'index.json');
    let last;
    let reading;
    let turn = Promise.resolve();
    async function readNow() {
        const bytes = await readLayoutFile(root, 'index.json', MAX_INDEX_BYTES);
        if (!last?.bytes.equals(bytes))
            last = { bytes, index: parseIndexJson(bytes) };
        return last.index;
    }
    async function rewrite(change) {
        const before = await readNow();
        const after = await change(before);
        if (after === before)
            return;
        const bytes = formatIndexJson(after);
        if (bytes.length > MAX_INDEX_BYTES)
            throw tooLarge(`${bytes.length} bytes`);
        const values = (0,bounded_json/* countValues */.I6)(bytes);
        if (values > MAX_INDEX_VALUES)
            throw tooLarge(`${values} values`);
        await writeFileAtomically(path, [bytes]);
        reading = undefined;
    }
    return {
        read() {
            reading ??= readNow().finally(() => {
                reading = undefined;
            });
            return reading;
        },
        update(change) {
            const mine = turn.then(() => withLock(`${path}.lock`, lockWaitMs, () => rewrite(change), signal));
            turn = mine.catch(() => undefined);
            return mine;
        },
    };
}
function tooLarge(what) {
    return new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `index.json would have ${what}`);
}

// EXTERNAL MODULE: ./lib/oci/encoded.js
var encoded = __webpack_require__(2075);
// EXTERNAL MODULE: ./lib/oci/manifest.js
var oci_manifest = __webpack_require__(4360);
// EXTERNAL MODULE: ./lib/oci/manifest-size.js
var manifest_size = __webpack_require__(880);
// EXTERNAL MODULE: ./lib/repository/content.js
var repository_content = __webpack_require__(7857);
;// CONCATENATED MODULE: ./lib/repository/manifest-budget.js


/**
 * What the manifests of a run come to at the most, each counted once: twenty thousand, as many as a graph
 * may have, of ten times the usual size. More is there to fill our memory.
 */
const MAX_MANIFESTS_BYTES = 256 * 1024 * 1024;
/**
 * The same for the values in them, of which as many manifests have some twenty each and ten times that here:
 * a short annotation takes a few bytes there, and some two hundred in memory.
 */
const MAX_MANIFESTS_VALUES = 4_000_000;
/** Returns a budget of which nothing is spent; `name` is the repository's, and `advice` what helps beyond it. */
function createManifestBudget(name, advice) {
    const tooMuch = (limit) => new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `the manifests of ${name} have more than ${limit} in all`, {
        advice,
    });
    const seen = new Set();
    let [bytes, values] = [0, 0];
    return {
        spend({ bytes: text, descriptor: { digest, size } }) {
            if (seen.has(digest))
                return bytes;
            seen.add(digest);
            bytes += size;
            if (bytes > MAX_MANIFESTS_BYTES)
                throw tooMuch(`${MAX_MANIFESTS_BYTES} bytes`);
            values += (0,bounded_json/* countValues */.I6)(text);
            if (values > MAX_MANIFESTS_VALUES)
                throw tooMuch(`${MAX_MANIFESTS_VALUES} values`);
            return bytes;
        },
    };
}

// EXTERNAL MODULE: ./lib/json/scan.js + 6 modules
var scan = __webpack_require__(2214);
;// CONCATENATED MODULE: ./lib/layout/stated-type.js



/** As deep as manifests are read, and with longer texts than any media type. */
const stated_type_LIMITS = { maxDepth: 64, maxTextBytes: 4096, duplicateKeys: 'allow' };
/**
 * Returns what kind of manifest the bytes say that they are, or have the shape of, or undefined if they are
 * none. They are scanned and not parsed: a blob can be anything. What says what it is and is broken further
 * on is still taken for a manifest, whose reading fails.
 */
function statedType(bytes) {
    let mediaType;
    const shape = new Set();
    const shaped = (name, type) => ({
        seen: (value) => void (value.type === type && shape.add(name)),
    });
    const members = new Map([
        ['manifests', shaped('manifests', 'array')],
        ['config', shaped('config', 'object')],
        ['layers', shaped('layers', 'array')],
        [
            'mediaType',
            {
                seen: (value) => {
                    mediaType = value.type === 'string' ? (value.text ?? '') : undefined;
                },
            },
        ],
    ]);
    stated_type_scan(bytes, { seen: () => { }, member: (name) => members.get(name) });
    if (mediaType !== undefined)
        return (0,media_types/* isManifestMediaType */.CM)(mediaType) ? mediaType : undefined;
    if (shape.has('manifests'))
        return media_types/* OCI_IMAGE_INDEX */.f4;
    return shape.has('config') && shape.has('layers') ? media_types/* OCI_IMAGE_MANIFEST */.au : undefined;
}
function stated_type_scan(bytes, listener) {
    try {
        (0,scan/* createJsonScanner */.z)(listener, stated_type_LIMITS).write(bytes);
    }
    catch (error) {
        // What was heard until then counts.
        if (!(error instanceof syntax_error/* JsonSyntaxError */.q))
            throw error;
    }
}

;// CONCATENATED MODULE: ./lib/layout/manifests.js










/**
 * Returns what reads the manifests of the layout, as many as a run may read. It returns the manifest with
 * the digest exactly as stored, or undefined if it is absent. Its type is the given one, where that is a
 * manifest's; else what it says of itself, or is by its shape.
 *
 * It throws DIGEST_INVALID if the bytes are not the digest's, MANIFEST_INVALID if they are not of the
 * type, MANIFEST_UNKNOWN if they are not a manifest at all, LIMIT_EXCEEDED, LAYOUT_INVALID.
 */
function manifestReader(root) {
    const budget = createManifestBudget(root, 'Split it: a layout is read as a whole.');
    return async (digest, givenType = '') => {
        const bytes = await readFileInside(root, blobNames(digest), manifest_size/* MAX_MANIFEST_BYTES */.ZJ);
        if (!bytes)
            return undefined;
        (0,encoded/* verifyDigest */.Ub)(bytes, digest);
        const mediaType = (0,media_types/* isManifestMediaType */.CM)(givenType) ? givenType : statedType(bytes);
        if (!mediaType)
            throw notAManifest(digest);
        const manifest = (0,encoded/* decodeManifest */.MK)(bytes, { mediaType, digest, size: bytes.length });
        budget.spend(manifest);
        return manifest;
    };
}
/** Stores the manifest's exact bytes. Throws DIGEST_INVALID if they are not the descriptor's. */
async function writeManifest(root, manifest) {
    const { mediaType } = manifest.descriptor;
    const content = (0,repository_content/* contentOfBytes */.Ii)(manifest.bytes, mediaType);
    await writeBlob(root, { ...content, descriptor: manifest.descriptor });
}
/**
 * Throws MANIFEST_BLOB_UNKNOWN unless the layout has what the manifest consists of. The manifests
 * of an index may be elsewhere (image-spec v1.1.1, Image Layout, Blobs).
 */
async function requireBlobs(root, manifest) {
    const config = manifest.kind === 'image' ? [manifest.config] : [];
    for (const blob of [...config, ...(0,oci_manifest/* filesOf */.R8)(manifest)]) {
        if (await hasBlob(root, blob))
            continue;
        throw new oci_error/* OciError */.Mf('MANIFEST_BLOB_UNKNOWN', `the manifest needs the blob ${blob.digest}, which the layout does not have`);
    }
}
function notAManifest(digest) {
    return new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', `${digest} is a blob, not a manifest`, {
        advice: 'Name the manifest of the image or artifact, not one of its files.',
    });
}

// EXTERNAL MODULE: ./lib/json/bytes.js
var json_bytes = __webpack_require__(8053);
;// CONCATENATED MODULE: ./lib/json/slices.js

/**
 * Returns the members of an object in their order, as they are written, for what has to be passed on
 * to the letter: parsing loses how numbers, strings and keys were written. They share the memory of
 * `object`, a whole JSON text that `createJsonScanner` takes and whose outermost value is an object.
 */
function memberSlices(object) {
    const members = [];
    for (let at = inside(object); object[at] !== json_bytes/* CLOSE_OBJECT */.tX; at = next(object, at)) {
        const keyEnd = stringEnd(object, at);
        const start = skipSpace(object, skipSpace(object, keyEnd) + 1);
        const end = valueEnd(object, start);
        const key = JSON.parse(textOf(object.subarray(at, keyEnd)));
        const [whole, value] = [object.subarray(at, end), object.subarray(start, end)];
        members.push({ key: String(key), whole, value });
        at = end;
    }
    return members;
}
/** Returns the elements of an array in their order, as `memberSlices` does the members of an object. */
function elementSlices(array) {
    const elements = [];
    for (let at = inside(array); array[at] !== json_bytes/* CLOSE_ARRAY */.$z; at = next(array, at)) {
        const end = valueEnd(array, at);
        elements.push(array.subarray(at, end));
        at = end;
    }
    return elements;
}
const BYTE_ORDER_MARK = 0xef;
const BYTE_ORDER_MARK_LENGTH = 3;
/** Behind the bracket that opens the outermost value, where the first thing in it starts. */
function inside(bytes) {
    const start = bytes[0] === BYTE_ORDER_MARK ? BYTE_ORDER_MARK_LENGTH : 0;
    return skipSpace(bytes, skipSpace(bytes, start) + 1);
}
/** Behind the comma, if there is one, where the next thing starts. */
function next(bytes, end) {
    const at = skipSpace(bytes, end);
    return bytes[at] === json_bytes/* COMMA */.KE ? skipSpace(bytes, at + 1) : at;
}
function skipSpace(bytes, start) {
    let at = start;
    while (json_bytes/* IS_SPACE */.Qn[bytes[at] ?? 0] === 1)
        at++;
    return at;
}
function valueEnd(bytes, start) {
    switch (bytes[start]) {
        case json_bytes/* QUOTE */.jA:
            return stringEnd(bytes, start);
        case json_bytes/* OPEN_OBJECT */.bV:
        case json_bytes/* OPEN_ARRAY */.rK:
            return nestedEnd(bytes, start);
        default:
            return wordEnd(bytes, start);
    }
}
function stringEnd(bytes, start) {
    let at = start + 1;
    while (at < bytes.length && bytes[at] !== json_bytes/* QUOTE */.jA)
        at += bytes[at] === json_bytes/* BACKSLASH */.r_ ? 2 : 1;
    return at + 1;
}
function nestedEnd(bytes, start) {
    let at = start;
    let depth = 0;
    do {
        const byte = bytes[at];
        if (byte === json_bytes/* OPEN_OBJECT */.bV || byte === json_bytes/* OPEN_ARRAY */.rK)
            depth++;
        if (byte === json_bytes/* CLOSE_OBJECT */.tX || byte === json_bytes/* CLOSE_ARRAY */.$z)
            depth--;
        at = byte === json_bytes/* QUOTE */.jA ? stringEnd(bytes, at) : at + 1;
    } while (depth > 0 && at < bytes.length);
    return at;
}
/** A number, `true`, `false` or `null`. */
function wordEnd(bytes, start) {
    let at = start;
    while (at < bytes.length && !endsWord(bytes[at]))
        at++;
    return at;
}
function endsWord(byte = 0) {
    return json_bytes/* IS_SPACE */.Qn[byte] === 1 || byte === json_bytes/* COMMA */.KE || byte === json_bytes/* CLOSE_ARRAY */.$z || byte === json_bytes/* CLOSE_OBJECT */.tX;
}
function textOf(bytes) {
    return new TextDecoder().decode(bytes);
}

;// CONCATENATED MODULE: ./lib/oci/referrers-index.js








/** Annotation of an index of referrers: a token of the write that it comes from, different each time. */
const WRITE_TOKEN = 'io.github.oras-attach.write';
/** Returns the entries of the index but the empty ones; of several for one digest, the last. */
function referrersEntries(index) {
    return new Map(entriesIn(index));
}
/** Returns an entry for each of the referrers. */
function entriesFor(referrers) {
    return new Map(referrers.map((each) => [each.descriptor.digest, entryFor(each)]));
}
/** Returns an entry for the referrer. */
function entryFor(referrer) {
    return json(referrerEntry(referrer));
}
/**
 * Returns the index with the entries besides those that it had, or undefined if it has them all. What
 * was there stays to the letter, in its order, known to this client or not; only empty entries are
 * dropped (distribution-spec v1.1.1, Pushing Manifests with Subject). With a `token` it is another
 * index than all others with the same entries.
 *
 * Throws LIMIT_EXCEEDED if the index would be larger than registries take.
 */
function addToReferrersIndex(before, entries, token) {
    const kept = before ? entriesIn(before) : [];
    const listed = new Set(kept.map(([digest]) => digest));
    const missing = [...entries].filter(([digest]) => !listed.has(digest));
    if (missing.length === 0)
        return undefined;
    const manifests = [...kept, ...missing].map(([, written]) => written);
    const members = before ? membersOf(before.bytes) : new Map();
    if (!before)
        put(members, 'schemaVersion', json(2));
    if (!presentIn(members, 'mediaType'))
        put(members, 'mediaType', json(media_types/* OCI_IMAGE_INDEX */.f4));
    put(members, 'manifests', enclosed('[', manifests, ']'));
    if (token !== undefined) {
        const annotations = presentIn(members, 'annotations');
        const annotated = annotations ? membersOf(annotations) : new Map();
        put(annotated, WRITE_TOKEN, json(token));
        put(members, 'annotations', object(annotated));
    }
    return referrers_index_encoded(object(members));
}
function referrers_index_encoded(bytes) {
    (0,manifest_size/* requirePushable */.We)(bytes, 'the list of referrers', 'Remove referrers that are no longer needed, or use a registry with the referrers API.');
    const descriptor = { mediaType: media_types/* OCI_IMAGE_INDEX */.f4, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length };
    return (0,encoded/* decodeManifest */.MK)(bytes, descriptor);
}
/** Returns how a list names the referrer: its type and its annotations besides the descriptor. */
function referrerEntry({ value, descriptor }) {
    const artifactType = (0,oci_manifest/* artifactTypeOf */.Gh)(value);
    return {
        mediaType: descriptor.mediaType,
        digest: descriptor.digest,
        size: descriptor.size,
        ...(value.annotations && { annotations: value.annotations }),
        ...(artifactType && { artifactType }),
    };
}
/** The digests are those of the index as it was parsed, which leaves out empty entries likewise. */
function entriesIn({ value, bytes, }) {
    const list = presentIn(membersOf(bytes), 'manifests');
    const written = list
        ? elementSlices(list).filter((each) => !(0,descriptor/* isEmptyDescriptor */.RT)((0,oci_json/* parseJson */.qF)(each)))
        : [];
    return written.flatMap((entry, at) => {
        const digest = value.manifests[at]?.digest;
        return digest ? [[digest, entry]] : [];
    });
}
const [NULL, COLON, COMMA] = [referrers_index_text('null'), referrers_index_text(':'), referrers_index_text(',')];
function membersOf(bytes) {
    return new Map(memberSlices(bytes).map(({ key, whole, value }) => [key, { whole, value }]));
}
/** Null counts as absent: some clients write it. */
function presentIn(members, key) {
    const value = members.get(key)?.value;
    return value?.[0] === NULL[0] ? undefined : value;
}
function put(members, key, value) {
    members.set(key, { whole: Buffer.concat([json(key), COLON, value]), value });
}
function object(members) {
    const written = [...members.values()].map(({ whole }) => whole);
    return enclosed('{', written, '}');
}
function enclosed(open, parts, close) {
    const separated = parts.flatMap((part, at) => (at === 0 ? [part] : [COMMA, part]));
    return Buffer.concat([referrers_index_text(open), ...separated, referrers_index_text(close)]);
}
function json(value) {
    return referrers_index_text(JSON.stringify(value));
}
function referrers_index_text(value) {
    return new TextEncoder().encode(value);
}

;// CONCATENATED MODULE: ./lib/oci/referrers-tag.js

/**
 * Returns the tag that lists the referrers of the digest where a registry has no referrers API:
 * the algorithm cut to 32 and the encoded part to 64 characters, joined by `-`, what a tag cannot
 * hold replaced by `-` (distribution-spec, Referrers Tag Schema).
 */
function referrersTag(digest) {
    const [algorithm, encoded] = (0,oci_digest/* splitDigest */.vo)(digest);
    return `${algorithm.slice(0, 32)}-${encoded.slice(0, 64)}`.replace(/[^A-Za-z0-9._-]/g, '-');
}

// EXTERNAL MODULE: ./lib/repository/referrers.js
var repository_referrers = __webpack_require__(2392);
;// CONCATENATED MODULE: ./lib/layout/reachable.js




/** As many as are discovered of an image: a layout with more is an attack or a mistake. */
const MAX_MANIFESTS = 20_000;
/** Reading small files gains nothing from more. */
const READS_AT_ONCE = 8;
/** Returns the manifests of the layout by subject; each is read once, as its digest says what it is. */
function createReachable(readManifest) {
    const known = new Map();
    let last;
    async function linksOf({ digest }) {
        const links = known.get(digest) ?? (await readLinks(readManifest, digest));
        if (links)
            known.set(digest, links);
        return links ?? { next: [] };
    }
    return {
        async referrersOf(index, subject) {
            if (last?.index !== index)
                last = { index, bySubject: walk(index, linksOf) };
            return (await last.bySubject).get(subject) ?? [];
        },
    };
}
async function walk(index, linksOf) {
    const seen = new Set();
    const bySubject = new Map();
    let level = index.entries.map(({ descriptor }) => descriptor);
    while (level.length > 0) {
        const unseen = new Map();
        for (const descriptor of level) {
            const isNew = (0,media_types/* isManifestMediaType */.CM)(descriptor.mediaType) && !seen.has(descriptor.digest);
            if (isNew)
                unseen.set(descriptor.digest, descriptor);
            seen.add(descriptor.digest);
        }
        if (seen.size > MAX_MANIFESTS)
            throw tooMany();
        const links = await (0,concurrency/* mapConcurrently */.X)([...unseen.values()], READS_AT_ONCE, linksOf);
        for (const { subject, entry } of links.flatMap(({ referrer }) => referrer ?? [])) {
            const entries = bySubject.get(subject) ?? [];
            entries.push(entry);
            bySubject.set(subject, entries);
        }
        level = links.flatMap(({ next }) => next);
    }
    return bySubject;
}
/** The type is what the manifest says of itself: a subject may be named under any. */
async function readLinks(readManifest, digest) {
    try {
        const manifest = await readManifest(digest);
        if (!manifest)
            return undefined;
        const { subject } = manifest.value;
        return {
            ...(subject && { referrer: { subject: subject.digest, entry: referrerEntry(manifest) } }),
            next: [...childrenOf(manifest.value), ...(subject ? [subject] : [])],
        };
    }
    catch (cause) {
        if ((0,oci_error/* hasCode */.up)(cause, 'MANIFEST_UNKNOWN'))
            return undefined;
        if (!(cause instanceof oci_error/* OciError */.Mf))
            throw cause;
        throw new oci_error/* OciError */.Mf(cause.code, `the layout's manifest ${digest} cannot be read, so what it refers to is not known: ${cause.message}`, { cause, ...(cause.advice !== undefined && { advice: cause.advice }) });
    }
}
function childrenOf(manifest) {
    return manifest.kind === 'index' ? manifest.manifests : [];
}
function tooMany() {
    return new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `the layout has more than ${MAX_MANIFESTS} manifests`, {
        advice: 'Split it: a layout is read as a whole to find what refers to an image.',
    });
}

;// CONCATENATED MODULE: ./lib/layout/referrers.js









/**
 * Returns the referrers in a layout. The image specification does not say how a layout lists them,
 * so both ways in use are read and written: oras finds a manifest that can be reached from
 * `index.json`, and pulls it by digest only if it is an entry there; regctl looks only at the index
 * that the referrers tag names (oras 1.3.6 and regctl 0.11.7, tried).
 */
function createLayoutReferrers(root, file, readManifest) {
    const reachable = createReachable(readManifest);
    async function list({ digest }) {
        const index = await file.read();
        const naming = await reachable.referrersOf(index, digest);
        const tagged = await readTagIndex(readManifest, index, digest);
        const claimed = tagged?.value.kind === 'index' ? tagged.value.manifests : [];
        return (0,repository_referrers/* mergeReferrers */.v)([asReferrers(naming), asReferrers(claimed)]);
    }
    async function ensureListed(subject, referrers) {
        await requireReferrers(root, subject, referrers);
        await file.update((index) => addReferrers(index, subject.digest, referrers));
        const listed = await list(subject);
        const digests = new Set(listed.map(({ descriptor }) => descriptor.digest));
        const missing = referrers.find(({ descriptor }) => !digests.has(descriptor.digest));
        if (!missing)
            return { via: 'oci-layout', referrers: listed };
        throw new oci_error/* OciError */.Mf('NOT_LISTED', `${missing.descriptor.digest} was written to index.json, but is no longer listed there`, { advice: 'Another program wrote to the layout at the same time; run the job again.' });
    }
    /** Lists the referrers in both ways, in one write of `index.json`. */
    async function addReferrers(index, subject, referrers) {
        const tag = referrersTag(subject);
        const before = await readTagIndex(readManifest, index, subject);
        const tagIndex = addToReferrersIndex(before && asImageIndex(before, tag), entriesFor(referrers));
        const listed = withEntries(index, referrers.map(entryOfReferrer));
        if (!tagIndex)
            return listed;
        await writeManifest(root, tagIndex);
        return withTag(listed, tagIndex.descriptor, tag, 'drop');
    }
    return { list, ensureListed };
}
/**
 * What the subject's referrers tag names (distribution-spec v1.1.1, Referrers Tag Schema). Its
 * absence cannot be passed over, as that of other manifests can: it may list what nothing else does.
 */
async function readTagIndex(readManifest, index, subject) {
    const [entry] = taggedExactly(index, referrersTag(subject));
    if (!entry)
        return undefined;
    const manifest = await readManifest(entry.digest, entry.mediaType);
    if (manifest)
        return manifest;
    throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', `the layout's list of referrers of ${subject} is missing: ${entry.digest}`, { advice: 'Copy the whole layout, with all of its blobs.' });
}
function asImageIndex(manifest, tag) {
    const { value, bytes, descriptor } = manifest;
    if (value.kind === 'index')
        return { value, bytes, descriptor };
    throw new oci_error/* OciError */.Mf('MANIFEST_INVALID', `the layout's tag ${tag} names ${descriptor.digest}, which is not a list of referrers`, { advice: 'Give what the tag names another tag: this one is for the list of referrers.' });
}
async function requireReferrers(root, subject, referrers) {
    for (const { value, descriptor } of referrers) {
        if (value.subject?.digest !== subject.digest) {
            throw new oci_error/* OciError */.Mf('MANIFEST_INVALID', `${descriptor.digest} does not refer to ${subject.digest}`);
        }
        if (!(await hasBlob(root, descriptor))) {
            throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', `the layout has no manifest ${descriptor.digest}`);
        }
    }
}
function entryOfReferrer({ value, descriptor }) {
    const artifactType = (0,oci_manifest/* artifactTypeOf */.Gh)(value);
    return { ...descriptor, ...(artifactType && { artifactType }) };
}
function asReferrers(descriptors) {
    return descriptors.map((descriptor) => ({ descriptor, sources: ['oci-layout'] }));
}

;// CONCATENATED MODULE: ./lib/layout/repository.js










/** Writers hold the lock for milliseconds: whoever waits this long waits for nobody. */
const LOCK_WAIT_MS = 30_000;
/**
 * Manifests and blobs read or written at once, each with up to two open files: macOS lets a process
 * have 256 (launchctl limit), and a disk gains nothing from more.
 */
const FILES_AT_ONCE = 32;
/** As many tags or digests as are helpful in an error. */
const MAX_SHOWN = 5;
/**
 * Returns the OCI image layout in the directory (image-spec v1.1.1, Image Layout).
 * Throws LAYOUT_INVALID if there is none, or one of a version other than 1.0.0.
 */
async function openLayout(path, options) {
    const root = (0,external_node_path_.resolve)(path);
    const file = createIndexFile(root, options.lockWaitMs ?? LOCK_WAIT_MS, options.signal);
    await requireLayout(root);
    await file.read();
    const readManifest = manifestReader(root);
    const lists = createLayoutReferrers(root, file, readManifest);
    const limited = (0,concurrency/* createLimit */.K)(FILES_AT_ONCE);
    const writer = options.access === 'write' ? writerTo(root, file, lists) : refusingWriter(root);
    return {
        name: (0,oci_reference/* formatRepository */.Sh)({ kind: 'oci-layout', path }),
        async resolve(target) {
            const index = await file.read();
            const { digest, mediaType } = 'tag' in target
                ? soleTagged(index, target.tag)
                : { ...entryOf(index, target.digest), digest: target.digest };
            return (await fetchManifest(readManifest, file, digest, mediaType)).descriptor;
        },
        fetchManifest: ({ digest, mediaType }) => limited(() => fetchManifest(readManifest, file, digest, mediaType)),
        findTagged: (tag) => limited(() => findTagged(readManifest, file, tag)),
        fetchBlob: (target) => readBlob(root, target),
        hasBlob: (target) => hasBlob(root, target),
        listReferrers: (subject) => limited(() => lists.list(subject)),
        listOrasReferrers: async () => [],
        pushBlob: (content) => limited(() => writer.pushBlob(content)),
        pushManifest: (manifest, tag) => limited(() => writer.pushManifest(manifest, tag)),
        ensureListed: writer.ensureListed,
        confirmListed: writer.confirmListed,
    };
}
function writerTo(root, file, lists) {
    return {
        pushBlob: (content) => writeBlob(root, content),
        async pushManifest(manifest, tag) {
            await requireBlobs(root, manifest.value);
            await writeManifest(root, manifest);
            const { descriptor } = manifest;
            if (tag !== undefined)
                await file.update((index) => withTag(index, descriptor, tag));
            // A referrer gets its entry with the others of its batch, when it is listed.
            else if (!manifest.value.subject)
                await file.update((index) => withEntries(index, [descriptor]));
        },
        ensureListed: (subject, referrers) => lists.ensureListed(subject, referrers),
        // Whoever writes to the layout holds its lock.
        confirmListed: async () => 'intact',
    };
}
function refusingWriter(root) {
    const refuse = async () => {
        throw new oci_error/* OciError */.Mf('DENIED', `${root} was opened for reading`);
    };
    return { pushBlob: refuse, pushManifest: refuse, ensureListed: refuse, confirmListed: refuse };
}
async function fetchManifest(readManifest, file, digest, mediaType) {
    const manifest = await readManifest(digest, mediaType);
    if (manifest)
        return manifest;
    const what = `the layout has no manifest ${digest}`;
    throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', what, { advice: adviceOnTags(await file.read()) });
}
async function findTagged(readManifest, file, tag) {
    const index = await file.read();
    if (taggedExactly(index, tag).length === 0)
        return undefined;
    const { digest, mediaType } = soleTagged(index, tag);
    return fetchManifest(readManifest, file, digest, mediaType);
}
/** Several platforms' manifests may share a tag: oras takes the last, regctl the first. */
function soleTagged(index, tag) {
    const entries = tagged(index, tag);
    const [first] = entries;
    if (!first) {
        const what = `the layout has no tag ${JSON.stringify(tag)}`;
        throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', what, { advice: adviceOnTags(index) });
    }
    const digests = new Set(entries.map(({ digest }) => digest));
    if (digests.size === 1)
        return first;
    const what = `${digests.size} manifests in the layout have the tag ${tag}`;
    const some = [...digests].slice(0, MAX_SHOWN).join(', ');
    const advice = `Name the one that is meant by its digest: ${some}.`;
    throw new oci_error/* OciError */.Mf('MANIFEST_UNKNOWN', what, { advice });
}
function adviceOnTags(index) {
    const tags = tagsOf(index).filter((tag) => !isOfEvidence(tag));
    if (tags.length === 0)
        return 'The layout has no tags: name a manifest by its digest.';
    const more = tags.length > MAX_SHOWN ? ` and ${tags.length - MAX_SHOWN} more` : '';
    return `Its tags are ${tags.slice(0, MAX_SHOWN).join(', ')}${more}.`;
}
/** A referrers tag or one of cosign's is not what a user is looking for. */
function isOfEvidence(tag) {
    return /^sha(256|512)-[0-9a-f]{64}(?:\.(?:sig|att|sbom))?$/.test(tag);
}

;// CONCATENATED MODULE: ./lib/registry/endpoint.js

/**
 * Returns the API's address of a reference: HTTPS, or plain HTTP where it is asked for or, by
 * default, on loopback, where nobody can listen in.
 */
function endpointOf({ registry, repository }, plainHttp) {
    const host = registry === docker_hub/* dockerHub */.U.registry ? docker_hub/* dockerHub */.U.apiHost : registry;
    const isPlain = plainHttp === 'auto' ? isLoopback(host) : plainHttp;
    return { registry, repository, origin: new URL(`${isPlain ? 'http' : 'https'}://${host}/`) };
}
/** Tells whether `host[:port]` is `localhost`, in 127.0.0.0/8, or `[::1]`. */
function isLoopback(host) {
    const name = host.replace(/:\d+$/, '');
    return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
/** Returns where a manifest is read and pushed (distribution-spec v1.1.1, Endpoints, as all below). */
function manifestUrl(endpoint, tagOrDigest) {
    return url(endpoint, `manifests/${tagOrDigest}`);
}
/** Returns where a blob is read. */
function blobUrl(endpoint, digest) {
    return url(endpoint, `blobs/${digest}`);
}
/** Returns where an upload begins. */
function uploadsUrl(endpoint) {
    return url(endpoint, 'blobs/uploads/');
}
/** Returns where the referrers of the subject are listed. */
function referrersUrl(endpoint, subject) {
    return url(endpoint, `referrers/${subject}`);
}
/**
 * Returns where ORAS lists the referrers of the subject, since its artifacts-spec 1.0.0-rc.1
 * (oras-project/artifacts-spec, manifest-referrers-api.md).
 */
function orasReferrersUrl(endpoint, subject) {
    const list = url(endpoint, '_oras/artifacts/referrers');
    list.searchParams.set('digest', subject);
    return list;
}
/** Returns where ORAS listed them in draft.1, outside of the registry's own paths. */
function orasDraftReferrersUrl({ origin, repository }, subject) {
    return new URL(`/oras/artifacts/v1/${repository}/manifests/${subject}/referrers`, origin);
}
/** Returns where a registry lists its extensions (distribution-spec, extensions/_oci.md). */
function extensionsUrl(endpoint) {
    return url(endpoint, '_oci/ext/discover');
}
/**
 * Returns the URL with the digest added to its query, which is kept to the letter: it may hold
 * state that the registry has signed.
 */
function withDigest(location, digest) {
    const href = location.href.replace(/#.*$/, '');
    const separator = href.includes('?') ? '&' : '?';
    return new URL(`${href}${separator}digest=${encodeURIComponent(digest)}`);
}
function url({ origin, repository }, route) {
    return new URL(`/v2/${repository}/${route}`, origin);
}

;// CONCATENATED MODULE: ./lib/transport/redact.js
/**
 * Returns method, scheme, host and path of a request, for logs and messages. The query and user
 * information are left out: they hold presigned signatures and upload state (GHSA-5jhf-2qmf-m8c5).
 */
function describeRequest({ method, url }) {
    return `${method} ${withoutSecrets(url)}`;
}
/** Returns scheme, host and path of a URL. */
function withoutSecrets({ origin, pathname }) {
    return `${origin}${pathname}`;
}

;// CONCATENATED MODULE: ./lib/transport/body.js


/** What is read of a body nobody wants, to keep its connection; it is closed on a longer one. */
const DISCARD_BYTES = 64 * 1024;
/**
 * Returns the whole body. Throws LIMIT_EXCEEDED if it is longer than `limit` bytes, without reading
 * on, and what the connection throws.
 */
async function readBody(response, limit) {
    const { bytes, isWhole } = await readStart(response, limit);
    if (isWhole)
        return bytes;
    throw new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `the answer to ${describeRequest(response)} is longer than ${limit} bytes`, { status: response.status });
}
/** Returns up to `limit` bytes of the body, and whether that is all of it. */
async function readStart(response, limit) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > limit)
            break;
    }
    return { bytes: Buffer.concat(chunks).subarray(0, limit), isWhole: size <= limit };
}
/** Frees the connection of an answer whose body is of no interest; never throws. */
async function discardBody(response) {
    try {
        await readStart(response, DISCARD_BYTES);
    }
    catch {
        response.body.destroy();
    }
}

;// CONCATENATED MODULE: ./lib/transport/printable.js
/**
 * Control characters (with the escape that starts a terminal sequence), line and paragraph
 * separators, and the format characters that reorder or hide text.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/**
 * Returns text of a foreign hand as one line of at most `limit` characters that a message can
 * quote. Escaping for the place where it is shown is up to whoever shows it.
 */
function printable(text, limit) {
    const line = text.replace(unprintable, ' ').replace(/ {2,}/g, ' ').trim();
    return line.length > limit ? `${line.slice(0, limit).trimEnd()}…` : line;
}

;// CONCATENATED MODULE: ./lib/transport/complaints.js



/** What is read of a failure's body: words for a message, not a page. */
const MAX_BODY_BYTES = 8 * 1024;
const MAX_COMPLAINTS = 3;
const MAX_CODE_LENGTH = 60;
const MAX_TEXT_LENGTH = 300;
/** Returns what the answer says; a body that is broken or too long does not hide its status. */
async function readComplaints(response) {
    try {
        return complaintsOf((await readStart(response, MAX_BODY_BYTES)).bytes);
    }
    catch {
        return [];
    }
}
/**
 * Returns what the body of a failure says, fit to be quoted; never throws. That is the errors of the
 * distribution specification (v1.1.1, Error Codes), as registries write them: without a code
 * (Artifactory), with an object as message (Cloudsmith) or anything as detail; the `error`,
 * `message` or `details` of token services; plain text. A web page says nothing.
 */
function complaintsOf(body) {
    const text = new TextDecoder().decode(body);
    const json = complaints_parseJson(text);
    if (json === undefined)
        return /^\s*(?:<|$)/.test(text) ? [] : [complaint('', text)];
    const errors = (0,oci_json/* isObject */.Gv)(json) && Array.isArray(json['errors']) ? json['errors'] : [json];
    return errors
        .slice(0, MAX_COMPLAINTS)
        .map((error) => ((0,oci_json/* isObject */.Gv)(error) ? ofObject(error) : complaint('', wordsOf(error))))
        .filter(({ code, text }) => code !== '' || text !== '');
}
/** Returns the complaints as one phrase, `CODE: text; CODE: text`. */
function quote(complaints) {
    return complaints
        .map(({ code, text }) => [code, text].filter((part) => part !== '').join(': '))
        .join('; ');
}
function ofObject(error) {
    const text = error['message'] ?? error['error_description'] ?? error['details'] ?? error['error'];
    const detail = wordsOf(error['detail']);
    const words = wordsOf(text);
    const isNew = detail !== '' && !words.includes(detail);
    const code = typeof error['code'] === 'string' ? error['code'] : '';
    return complaint(code, isNew ? `${words} (${detail})` : words);
}
function complaint(code, text) {
    return { code: printable(code, MAX_CODE_LENGTH), text: printable(text, MAX_TEXT_LENGTH) };
}
function wordsOf(value) {
    if (value === undefined || value === null)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function complaints_parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/transport/access-advice.js
/**
 * Returns what to do about a 401 or 403: which permission the registry wants for reading or
 * writing, in its own terms, and whose credential was sent.
 */
function accessAdvice(refusal) {
    const { host, credentialSource, words } = refusal;
    if (/expired/i.test(words) && credentialSource) {
        return `The credentials from ${credentialSource} have expired: log in to ${host} again, in this job.`;
    }
    const permission = permissionOf(refusal);
    return credentialSource
        ? `The credentials from ${credentialSource} were sent: if they are right, ${permission}`
        : `No credentials were sent: log in to ${host} first (docker login, docker/login-action), or give username and password; ${permission}`;
}
function permissionOf({ host, isWrite }) {
    const [, reading, writing] = permissions.find(([pattern]) => pattern.test(host)) ?? otherPermissions;
    return isWrite ? writing : reading;
}
const permissions = [
    [
        /^ghcr\.io$/,
        'the job needs `permissions: packages: read`, and the package must give the repository access (package settings, Manage Actions access).',
        'the job needs `permissions: packages: write`, and the package must give the repository the role Write (package settings, Manage Actions access). A workflow run from a fork can only read.',
    ],
    [
        /(?:^|\.)docker\.io$/,
        'the access token needs the permission Read.',
        'the access token needs the permission Read & Write, and the account must be allowed to push to the repository.',
    ],
    [
        /\.dkr[.-]ecr[.-]|^public\.ecr\.aws$/,
        'the role needs ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:BatchCheckLayerAvailability.',
        'the role needs ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage, ecr:BatchCheckLayerAvailability and ecr:BatchGetImage.',
    ],
    [
        /(?:^|[.-])(?:pkg\.dev|gcr\.io)$/,
        'the account needs the role roles/artifactregistry.reader on the repository.',
        'the account needs the role roles/artifactregistry.writer on the repository.',
    ],
    [
        /\.azurecr\.(?:io|cn|us)$/,
        'the identity needs the role AcrPull, a token the permissions content/read and metadata/read.',
        'the identity needs the role AcrPush, a token the permissions content/write, content/read and metadata/read.',
    ],
    [
        /^registry\.gitlab\.com$/,
        'the token needs the scope read_registry.',
        'the token needs the scopes read_registry and write_registry, and the role Developer.',
    ],
];
const otherPermissions = [
    /./,
    'the account needs the permission to pull from the repository.',
    'the account needs the permission to push to the repository, and the repository or project must exist.',
];

;// CONCATENATED MODULE: ./lib/transport/failure-advice.js

/** Returns what to do about an answer that failed with the code and the registry's words, if anything. */
function adviceOn(code, response, words) {
    const { status, method, url, credentialSource } = response;
    if (code === 'UNAUTHORIZED' || code === 'DENIED') {
        const isWrite = method !== 'GET' && method !== 'HEAD';
        return accessAdvice({ host: url.host, isWrite, credentialSource, words });
    }
    if (code === 'TAG_IMMUTABLE')
        return IMMUTABLE;
    if (code === 'TOOMANYREQUESTS') {
        return credentialSource
            ? 'Wait until the limit is reset, or lower concurrency.'
            : 'Log in, which raises the limit, or wait until it is reset.';
    }
    if (status === 413 || /too large|exceed/i.test(words))
        return TOO_LARGE;
    if (status === 404) {
        return `Check the name, and that it exists.${credentialSource ? '' : ' Without credentials, a private repository seems absent too.'}`;
    }
    if (wantsHttps(response, words))
        return HTTPS;
    if (status >= 500)
        return 'The registry failed; try again later, or ask its operator.';
    return undefined;
}
/** The answer to HEAD has no body that would say so. */
function wantsHttps({ status, method, url }, words) {
    const isSilent = status === 400 && method === 'HEAD' && url.protocol === 'http:';
    return isSilent || /HTTP request.*HTTPS/i.test(words);
}
/** A loopback registry is taken to use plain HTTP, whether or not plain-http is set. */
const HTTPS = 'If the registry uses HTTPS on this port, set plain-http to false.';
const IMMUTABLE = 'The repository does not let a tag be overwritten: exempt tags that begin with sha256- from that rule, since referrers are listed there.';
const TOO_LARGE = 'That is more than the registry takes: attach fewer or smaller files, or shorter annotations.';

;// CONCATENATED MODULE: ./lib/transport/errors.js




/**
 * Waits until an answer with another than the expected statuses is read, and throws it as an
 * OciError that names method, host and path, the status, the registry's own code and words, whose
 * credential was sent and what to do. The body of an expected answer is left alone.
 *
 * The code is the registry's, if it is one of the specification's and the status does not say it
 * all; but only a 404 means that something is absent, whatever another answer claims. TAG_IMMUTABLE
 * is what registries say in four ways (Amazon ECR 400 TAG_INVALID, Quay 409 TAG_IMMUTABLE, Harbor
 * 412 PRECONDITION, others in words).
 */
async function expectStatus(response, statuses, { absent }) {
    if (!statuses.includes(response.status))
        throw await failureOf(response, absent);
}
async function failureOf(response, absent) {
    const { status } = response;
    const complaints = await readComplaints(response);
    const code = codeOf(response, complaints, absent);
    const words = quote(complaints);
    const advice = adviceOn(code, response, words);
    return new oci_error/* OciError */.Mf(code, `${describeRequest(response)} was answered ${status}${words && `: ${words}`}`, { status, ...(advice && { advice }) });
}
/** What these statuses mean, whatever the body says. */
const meaning = new Map([
    [401, 'UNAUTHORIZED'],
    [403, 'DENIED'],
    [408, 'TIMEOUT'],
    [429, 'TOOMANYREQUESTS'],
]);
/** What a status means where the body has no code that fits. */
const otherwise = new Map([
    [405, 'UNSUPPORTED'],
    [413, 'SIZE_INVALID'],
]);
function codeOf(response, complaints, absent) {
    const { status } = response;
    if (forbidsOverwriting(response, complaints))
        return 'TAG_IMMUTABLE';
    const known = meaning.get(status);
    if (known)
        return known;
    if (status < 400 || status >= 500)
        return 'RESPONSE_INVALID';
    const stated = complaints.map(({ code }) => code).find(isSpecErrorCode);
    if (status === 404) {
        const isMoreExact = stated === 'NAME_UNKNOWN' || (stated && !absences.includes(stated));
        return isMoreExact ? stated : absent;
    }
    if (stated && !absences.includes(stated))
        return stated;
    return otherwise.get(status) ?? 'RESPONSE_INVALID';
}
const absences = [
    'BLOB_UNKNOWN',
    'BLOB_UPLOAD_UNKNOWN',
    'MANIFEST_UNKNOWN',
    'NAME_UNKNOWN',
];
const specErrorCodes = [
    ...absences,
    'BLOB_UPLOAD_INVALID',
    'DIGEST_INVALID',
    'MANIFEST_BLOB_UNKNOWN',
    'MANIFEST_INVALID',
    'NAME_INVALID',
    'SIZE_INVALID',
    'UNAUTHORIZED',
    'DENIED',
    'UNSUPPORTED',
    'TOOMANYREQUESTS',
];
function isSpecErrorCode(code) {
    return specErrorCodes.includes(code);
}
function forbidsOverwriting({ method, status }, complaints) {
    return (method === 'PUT' &&
        status >= 400 &&
        status < 500 &&
        complaints.some(({ code, text }) => code === 'TAG_IMMUTABLE' ||
            (code === 'TAG_INVALID' && status === 400) ||
            (code === 'PRECONDITION' && status === 412) ||
            /immutab/i.test(text)));
}

;// CONCATENATED MODULE: ./lib/registry/blobs.js




/** A blob up to this size is read as a whole, so that it is tried again if the connection breaks. */
const WHOLE_BLOB_BYTES = 4 * 1024 * 1024;
/** Tells whether the repository has the blob. Throws UNAUTHORIZED or DENIED. */
async function headBlob(session, { digest }) {
    const response = await session.send({
        method: 'HEAD',
        url: blobUrl(session.endpoint, digest),
        redirects: 'follow',
    });
    await expectStatus(response, [200, 404], { absent: 'BLOB_UNKNOWN' });
    await discardBody(response);
    return response.status === 200;
}
/** Returns the blob's bytes as a stream that fails unless they are its own. Throws BLOB_UNKNOWN. */
async function getBlob(session, target) {
    const response = await session.send({
        method: 'GET',
        url: blobUrl(session.endpoint, target.digest),
        redirects: 'follow',
        ...(target.size <= WHOLE_BLOB_BYTES && { wholeBody: WHOLE_BLOB_BYTES }),
    });
    await expectStatus(response, [200], { absent: 'BLOB_UNKNOWN' });
    return (0,verified_stream/* verifiedStream */.f)(response.body, target);
}

;// CONCATENATED MODULE: ./lib/registry/manifest-memory.js

/** Manifests that were read or pushed in this run stay at hand up to this size in all. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;
const ADVICE = 'Limit the levels by depth, or remove what should not hang on the image.';
/** Returns a memory with nothing in it; `name` is the repository's, for messages. */
function createManifestMemory(name) {
    const kept = new Map();
    const budget = createManifestBudget(name, ADVICE);
    return {
        get: (digest) => kept.get(digest),
        keep: (manifest) => {
            const { digest } = manifest.descriptor;
            if (budget.spend(manifest) <= MAX_KEPT_BYTES)
                kept.set(digest, manifest);
            return manifest;
        },
    };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./lib/transport/http.js
/** Returns the first value of a header, or undefined. */
function header(response, name) {
    return response.headers.get(name)?.[0];
}

;// CONCATENATED MODULE: ./lib/registry/manifests.js











/**
 * Returns the manifest at the tag or digest, exactly as stored. GET and not HEAD: the digest and
 * the size are taken from the bytes, for a HEAD's Content-Length may be another (Harbor's
 * compression, oras-project/oras-go#1177) and Docker-Content-Digest is a claim.
 *
 * Throws MANIFEST_UNKNOWN or NAME_UNKNOWN if there is none, DIGEST_INVALID if the bytes are not
 * the digest's, MANIFEST_INVALID, LIMIT_EXCEEDED, UNAUTHORIZED or DENIED.
 */
async function getManifest(session, target, options = {}) {
    const tagOrDigest = 'digest' in target ? target.digest : target.tag;
    const response = await session.send({
        method: 'GET',
        url: manifestUrl(session.endpoint, tagOrDigest),
        headers: { accept: media_types/* MANIFEST_MEDIA_TYPES */.$T.join(', ') },
        redirects: 'follow',
        wholeBody: manifest_size/* MAX_MANIFEST_BYTES */.ZJ,
        ...options,
    });
    await expectStatus(response, [200], { absent: 'MANIFEST_UNKNOWN' });
    const bytes = await readBody(response, manifest_size/* MAX_MANIFEST_BYTES */.ZJ);
    const digest = 'digest' in target ? target.digest : digestOfTagged(response, bytes);
    (0,encoded/* verifyDigest */.Ub)(bytes, digest);
    const mediaType = mediaTypeOf(response, bytes);
    return (0,encoded/* decodeManifest */.MK)(bytes, { mediaType, digest, size: bytes.length });
}
/**
 * Returns the manifest at the tag, or undefined if the registry says that there is none; everything
 * else is thrown as the error that it is.
 */
async function findManifest(session, tag, options = {}) {
    try {
        return await getManifest(session, { tag }, options);
    }
    catch (error) {
        if ((0,oci_error/* hasCode */.up)(error, 'MANIFEST_UNKNOWN', 'NAME_UNKNOWN'))
            return undefined;
        throw error;
    }
}
/**
 * Stores the manifest's exact bytes under its digest or the tag.
 * Throws MANIFEST_INVALID, MANIFEST_BLOB_UNKNOWN, TAG_IMMUTABLE, DENIED or UNAUTHORIZED.
 */
async function putManifest(session, manifest, tag) {
    await expectStored(await session.send(manifestPut(session, manifest, tag)));
}
/** Returns the request that stores the manifest's exact bytes under its digest or the tag. */
function manifestPut({ endpoint }, { bytes, descriptor }, tag) {
    return {
        method: 'PUT',
        url: manifestUrl(endpoint, tag ?? descriptor.digest),
        headers: { 'content-type': descriptor.mediaType },
        body: { size: bytes.length, open: () => external_node_stream_.Readable.from([bytes], { objectMode: false }) },
    };
}
/** Throws the refusal of a manifest, as `putManifest` says, if the answer is one. */
async function expectStored(response) {
    await expectStatus(response, [200, 201, 202, 204], { absent: 'NAME_UNKNOWN' });
    await discardBody(response);
}
/** A tag's digest is the registry's word for it only as far as its algorithm goes. */
function digestOfTagged(response, bytes) {
    const stated = header(response, 'docker-content-digest');
    if (stated === undefined || !(0,oci_digest/* isDigest */.Bc)(stated))
        return (0,oci_digest/* digestOf */.ol)(bytes);
    return (0,oci_digest/* digestOf */.ol)(bytes, (0,oci_digest/* algorithmOf */.Hy)(stated)) === stated ? stated : mismatch(stated, bytes);
}
function mismatch(stated, bytes) {
    throw new oci_error/* OciError */.Mf('DIGEST_INVALID', `the registry says that the manifest is ${stated}, but its bytes are ${(0,oci_digest/* digestOf */.ol)(bytes, (0,oci_digest/* algorithmOf */.Hy)(stated))}`, { advice: 'The registry, or something between, altered the content: do not trust it.' });
}
/** The Content-Type without parameters, else, where that names no manifest, what the body says. */
function mediaTypeOf(response, bytes) {
    const contentType = (0,media_types/* withoutParameters */.nM)(header(response, 'content-type') ?? '');
    if ((0,media_types/* isManifestMediaType */.CM)(contentType))
        return contentType;
    const stated = statedMediaType(bytes);
    return stated ?? (contentType || 'application/octet-stream');
}
function statedMediaType(bytes) {
    const value = (0,oci_json/* parseJson */.qF)(bytes);
    return (0,oci_json/* isObject */.Gv)(value) && typeof value['mediaType'] === 'string' ? value['mediaType'] : undefined;
}

;// CONCATENATED MODULE: ./lib/registry/link.js

/**
 * Returns the URL of the next page that the Link headers name, resolved against the page's own URL,
 * or undefined on the last page. Only `rel="next"` counts; registries write it without quotes
 * (olareg) and without angle brackets (Cloudflare's catalog), and other relations beside it.
 *
 * Throws RESPONSE_INVALID for a target outside the list that was asked for: following it would let
 * the answer choose what is requested next (distribution-spec v1.1.1, Listing Referrers; RFC 8288).
 */
function nextPage(links, page) {
    for (const link of links.flatMap(splitLinks)) {
        const [, bracketed, bare, parameters] = grammar.exec(link) ?? [];
        const target = bracketed ?? bare;
        if (target === undefined || !relatesToNext(parameters ?? ''))
            continue;
        const next = URL.parse(target, page.href);
        if (next && isOnSameList(next, page))
            return next;
        throw new oci_error/* OciError */.Mf('RESPONSE_INVALID', 'the list goes on at another place, which is not followed', {
            advice: 'The registry, or a proxy before it, names a foreign address in its Link header.',
        });
    }
    return undefined;
}
/** A page names another page of its list, never whom to ask for it as. */
function isOnSameList(next, page) {
    const bringsCredentials = next.username !== '' || next.password !== '';
    return next.origin === page.origin && pathOf(next) === pathOf(page) && !bringsCredentials;
}
/** A digest's colon may be written as `%3A`. */
function pathOf({ pathname }) {
    return pathname.replaceAll(/%3A/gi, ':');
}
const grammar = /^\s*(?:<([^>]*)>|([^\s;<>]+))\s*(;.*)?$/s;
/**
 * Link values are separated by commas; one inside angle brackets or quotes belongs to its value. What
 * opens one of these and has no end is a character like any other. Each character is looked at once.
 */
function splitLinks(header) {
    const last = { '>': header.lastIndexOf('>'), '"': header.lastIndexOf('"') };
    const links = [];
    let start = 0;
    for (let at = 0; at < header.length; at += 1) {
        const character = header[at];
        const end = character === '<' ? '>' : '"';
        if ((character === '<' || character === '"') && last[end] > at) {
            at = header.indexOf(end, at + 1);
        }
        else if (character === ',') {
            links.push(header.slice(start, at));
            start = at + 1;
        }
    }
    return [...links, header.slice(start)];
}
function relatesToNext(parameters) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    return (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/).includes('next');
}

;// CONCATENATED MODULE: ./lib/registry/pages.js


/** Far beyond any real list; a longer one is endless. */
const MAX_PAGES = 1_000;
const MAX_REFERRERS = 20_000;
/** Many times what as many entries need: what is beyond it is there to fill our memory. */
const MAX_LIST_BYTES = 64 * 1024 * 1024;
/**
 * Returns the whole list that begins with the page. Throws RESPONSE_INVALID if a page leads back to
 * one before it, LIMIT_EXCEEDED beyond MAX_PAGES, MAX_REFERRERS or MAX_LIST_BYTES, and whatever `read`
 * throws. An entry may come twice, since a registry that lost its place begins anew (olareg, ORAS
 * 1.0.0-rc).
 */
async function readPages(first, read) {
    const pages = [first];
    const visited = new Set([first.url.href]);
    checkLimits(pages);
    let { next } = first;
    while (next) {
        if (visited.has(next.href)) {
            throw new oci_error/* OciError */.Mf('RESPONSE_INVALID', 'the list of referrers goes round in a circle');
        }
        visited.add(next.href);
        if (pages.length === MAX_PAGES)
            throw endless();
        const page = await read(next);
        pages.push(page);
        checkLimits(pages);
        next = page.next;
    }
    return (0,repository_referrers/* mergeReferrers */.v)(pages.map(({ referrers }) => referrers));
}
function checkLimits(pages) {
    const entries = pages.reduce((sum, { referrers }) => sum + referrers.length, 0);
    const bytes = pages.reduce((sum, { size }) => sum + size, 0);
    if (entries > MAX_REFERRERS || bytes > MAX_LIST_BYTES)
        throw endless();
}
function endless() {
    return new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `the list of referrers has more than ${MAX_PAGES} pages, ${MAX_REFERRERS} entries or ${MAX_LIST_BYTES} bytes`);
}

;// CONCATENATED MODULE: ./lib/registry/oras-list.js










/** Sends a GET for JSON, of which ORAS is made; a redirect that leaves the registry is its answer. */
function getJson(session, url) {
    return session.send({
        method: 'GET',
        url,
        headers: { accept: 'application/json' },
        redirects: 'same-origin',
        wholeBody: manifest_size/* MAX_MANIFEST_BYTES */.ZJ,
    });
}
/** Returns the body of an answer if it says that it is JSON; undefined for anything else. */
async function readJsonBody(response) {
    if ((0,media_types/* withoutParameters */.nM)(header(response, 'content-type') ?? '') === 'application/json') {
        return readBody(response, manifest_size/* MAX_MANIFEST_BYTES */.ZJ);
    }
    await discardBody(response);
    return undefined;
}
/**
 * Returns every page of the list at the URL, whose first answer is given, or undefined if that is a
 * 200 without a list in it. The list is called `references` or `referrers` and may be null
 * (oras-project/distribution, v0.0.1-alpha to v1.0.0-rc.2).
 *
 * Throws for any other status the error that it is, and as `readPages` does.
 */
async function readOrasList(session, url, first) {
    const page = await readPage(url, first);
    return (page &&
        readPages(page, async (next) => {
            const following = await readPage(next, await getJson(session, next));
            if (following)
                return following;
            throw oras_list_invalid('ends in something that is no list');
        }));
}
async function readPage(url, response) {
    await expectStatus(response, [200], { absent: 'MANIFEST_UNKNOWN' });
    const body = await readJsonBody(response);
    const entries = body && entriesOf((0,oci_json/* parseJson */.qF)(body));
    if (!entries)
        return undefined;
    const referrers = entries.map((entry, at) => ({
        descriptor: (0,descriptor/* parseDescriptor */.BA)(entry, `entry ${at} of the list of referrers`),
        sources: ['oras-referrers'],
    }));
    return { url, referrers, size: body.length, next: nextUrl(url, response) };
}
function entriesOf(body) {
    if (!(0,oci_json/* isObject */.Gv)(body))
        return undefined;
    const lists = [body['references'], body['referrers']];
    const isList = lists.some((list) => Array.isArray(list) || list === null);
    return isList ? lists.flatMap((list) => (Array.isArray(list) ? list : [])) : undefined;
}
/**
 * Only the token is taken from a Link. The rest of the query is ours, and distribution writes it
 * without the escapes that it needs: the `+` of a media type would come back as a space.
 */
function nextUrl(url, response) {
    const link = nextPage(response.headers.get('link') ?? [], response.url);
    if (!link)
        return undefined;
    const token = link.searchParams.get('nextToken');
    if (token === null)
        throw oras_list_invalid('goes on without a nextToken');
    const next = new URL(url);
    next.searchParams.set('nextToken', token);
    return next;
}
function oras_list_invalid(what) {
    return new oci_error/* OciError */.Mf('RESPONSE_INVALID', `the list of referrers by the API of ORAS ${what}`);
}

;// CONCATENATED MODULE: ./lib/registry/oras-referrers.js




/**
 * Since 1.0.0-rc.1, with extensions that can be asked for. Names and shape of what then comes
 * differ, but the path is in all of them.
 */
const extension = {
    url: orasReferrersUrl,
    absentSubject: 200,
    async isServed(session) {
        const response = await getJson(session, extensionsUrl(session.endpoint));
        if (response.status === 200) {
            const body = await readJsonBody(response);
            return new TextDecoder().decode(body).includes('_oras/artifacts/referrers');
        }
        await discardBody(response);
        return false;
    },
};
/**
 * draft.1. Its path is not one of the registry's API, and web sites and firewalls refuse such paths
 * in any way they like: only the list itself shows that it is served.
 */
const draft = {
    url: orasDraftReferrersUrl,
    absentSubject: 404,
    isServed: async () => false,
};
/**
 * Returns the ORAS referrers API of the session's repository (oras-project/artifacts-spec), which
 * distribution with ORAS support and Azure Container Registry had before OCI 1.1. The first subject
 * that is asked for must exist: by it both paths are tried, once and together, and the later
 * generation counts if a registry has both. The last generation of all is the referrers API of OCI.
 */
function createOrasReferrers(session) {
    const lists = new Map();
    let trial;
    async function ask(subject, isFirst) {
        trial ??= trySpeaking(session, subject);
        const spoken = await trial;
        if (!spoken)
            return undefined;
        return isFirst && spoken.subject === subject
            ? spoken.referrers
            : listBy(session, spoken.generation, subject);
    }
    function listAgain(subject) {
        const asked = ask(subject, !lists.has(subject));
        lists.set(subject, asked);
        return asked;
    }
    return { list: (subject) => lists.get(subject) ?? listAgain(subject), listAgain };
}
async function trySpeaking(session, subject) {
    const [later, earlier] = await Promise.allSettled([
        tryGeneration(session, extension, subject),
        tryGeneration(session, draft, subject),
    ]);
    if (later.status === 'rejected')
        throw later.reason;
    if (later.value)
        return later.value;
    if (earlier.status === 'rejected')
        throw earlier.reason;
    return earlier.value;
}
async function tryGeneration(session, generation, subject) {
    const url = generation.url(session.endpoint, subject);
    const response = await getJson(session, url);
    const isUnserved = isUnknown(response) || (isRefusal(response) && !(await generation.isServed(session)));
    if (isUnserved) {
        await discardBody(response);
        return undefined;
    }
    const referrers = await readOrasList(session, url, response);
    return referrers && { generation, subject, referrers };
}
async function listBy(session, generation, subject) {
    const url = generation.url(session.endpoint, subject);
    const response = await getJson(session, url);
    if (response.status === 404 && generation.absentSubject === 404) {
        await discardBody(response);
        return [];
    }
    return (await readOrasList(session, url, response)) ?? unspoken(session);
}
function isUnknown({ status }) {
    return status === 404 || status === 405 || (status >= 300 && status < 400);
}
/** Of the client errors, those that do not pass. */
function isRefusal({ status }) {
    return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
function unspoken({ endpoint }) {
    throw new oci_error/* OciError */.Mf('RESPONSE_INVALID', `${endpoint.registry} has the referrers API of ORAS, but denied it for one of the digests in ${endpoint.repository}`);
}

;// CONCATENATED MODULE: ./lib/registry/referrers-api.js











/**
 * Returns every page of what the referrers API lists for the subject, or undefined where the
 * registry has no such API: a 404 or 405, a redirect to another origin (ghcr.io to its web site, a
 * sign-in page) or a 200 that does not call itself one. The OCI-Subject header proves nothing: registries had
 * it without the API (Docker Hub, Amazon ECR in 2024) and have the API without it (Quay, Harbor 2.8).
 *
 * Every other answer is thrown as the error that it is: taken for absence it would split the list
 * and let a proxy hide evidence (distribution-spec v1.1.1, Listing Referrers).
 */
async function listByApi(session, subject) {
    const first = await getPage(session, referrersUrl(session.endpoint, subject));
    if (isUnsupported(first)) {
        await discardBody(first);
        return undefined;
    }
    await expectStatus(first, [200], { absent: 'MANIFEST_UNKNOWN' });
    const index = await readIndex(first);
    return index && readPages(pageOf(first, index), (url) => referrers_api_readPage(session, url));
}
async function referrers_api_readPage(session, url) {
    const response = await getPage(session, url);
    await expectStatus(response, [200], { absent: 'MANIFEST_UNKNOWN' });
    return pageOf(response, (await readIndex(response)) ?? notAnIndex());
}
function pageOf({ url, headers }, { value, size }) {
    const next = nextPage(headers.get('link') ?? [], url);
    return { url, referrers: referrers_api_entriesOf(value), size, next };
}
function getPage(session, url) {
    return session.send({
        method: 'GET',
        url,
        headers: { accept: media_types/* OCI_IMAGE_INDEX */.f4 },
        redirects: 'same-origin',
        wholeBody: manifest_size/* MAX_MANIFEST_BYTES */.ZJ,
    });
}
function isUnsupported(response) {
    return response.status === 404 || response.status === 405 || leadsAway(response);
}
/** A redirect within the origin has been followed; of the others only one to another origin is an answer. */
function leadsAway(response) {
    const target = URL.parse(header(response, 'location') ?? '', response.url.href);
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
    return isRedirect && target !== null && target.origin !== response.url.origin;
}
/**
 * Returns the body if it is an index, or undefined if it is something else. Harbor up to 2.9 calls
 * it `application/json`; ocimem writes an empty list as null.
 */
async function readIndex(response) {
    const contentType = (0,media_types/* withoutParameters */.nM)(header(response, 'content-type') ?? '');
    if (contentType !== media_types/* OCI_IMAGE_INDEX */.f4 && contentType !== 'application/json') {
        await discardBody(response);
        return undefined;
    }
    const bytes = await readBody(response, manifest_size/* MAX_MANIFEST_BYTES */.ZJ);
    const value = (0,oci_json/* parseJson */.qF)(bytes);
    const isIndex = (0,oci_json/* isObject */.Gv)(value) &&
        value['schemaVersion'] === 2 &&
        (Array.isArray(value['manifests']) || value['manifests'] === null);
    if (isIndex)
        return { value, size: bytes.length };
    if (contentType === media_types/* OCI_IMAGE_INDEX */.f4)
        notAnIndex();
    return undefined;
}
function referrers_api_entriesOf(index) {
    return (0,oci_json/* arrayOrEmpty */.cX)(index, 'manifests', 'the list of referrers').map((entry, at) => ({
        descriptor: (0,descriptor/* parseDescriptor */.BA)(entry, `entry ${at} of the list of referrers`),
        sources: ['referrers-api'],
    }));
}
function notAnIndex() {
    throw referrers_api_invalid('the list of referrers is not the image index that it says it is');
}
function referrers_api_invalid(what) {
    return new oci_error/* OciError */.Mf('RESPONSE_INVALID', what);
}

;// CONCATENATED MODULE: ./lib/registry/tag-index.js



/**
 * Returns what stands at the subject's referrers tag (distribution-spec v1.1.1, Referrers Tag
 * Schema). Only the registry's word that there is nothing counts as absence.
 */
async function fetchTagIndex(session, subject, urgency = 'none') {
    const urgent = urgency === 'urgent';
    const manifest = await findManifest(session, referrersTag(subject), { urgent });
    return manifest ? tagIndexOf(manifest) : { kind: 'absent' };
}
/** Returns the manifest as what stands, or has stood, at a referrers tag. */
function tagIndexOf({ value, bytes, descriptor }) {
    return value.kind === 'index' && value.mediaType === media_types/* OCI_IMAGE_INDEX */.f4
        ? { kind: 'index', manifest: { value, bytes, descriptor } }
        : { kind: 'other', mediaType: descriptor.mediaType };
}
/** Returns what the tag lists; anything but an index is somebody's tag and lists nothing. */
function referrersOfTag(index, sighting) {
    if (index.kind !== 'index')
        return [];
    return index.manifest.value.manifests.map((descriptor) => ({
        descriptor,
        sources: ['referrers-tag'],
        ...(sighting && { sighting }),
    }));
}
/** Returns the look as the first that was seen of the list; undefined where there is none. */
function sightingOf({ snapshot, receivedAt }) {
    if (snapshot.kind !== 'index')
        return undefined;
    const { value, descriptor } = snapshot.manifest;
    const listed = value.manifests.map(({ digest }) => digest);
    return { revision: descriptor.digest, since: receivedAt, isContended: false, listed };
}

;// CONCATENATED MODULE: ./lib/registry/shared-list/memory.js
const unseen = { revision: undefined, since: Number.POSITIVE_INFINITY };
/** Returns the memory of a writer that knows nothing yet. */
function createMemory() {
    const known = new Map();
    const seenRevisions = new Set();
    const ownRevisions = new Set();
    let state = unseen;
    let isContended = false;
    function add(entries) {
        for (const [key, entry] of entries)
            if (!known.has(key))
                known.set(key, entry);
    }
    return {
        known,
        hasSeen: (revision) => seenRevisions.has(revision),
        state: () => state,
        isContended: () => isContended,
        add,
        notice(look) {
            const { revision, entries } = look.snapshot;
            add(entries);
            seenRevisions.add(revision);
            if (state === unseen || state.revision !== revision) {
                isContended ||= state !== unseen && !ownRevisions.has(revision);
                state = { revision, since: look.receivedAt };
            }
            return look;
        },
        adopt(sighting) {
            const { revision, since } = sighting;
            if (state === unseen)
                state = { revision, since };
            isContended ||= sighting.isContended;
        },
        noteWrite(revision, answeredAt) {
            ownRevisions.add(revision);
            if (answeredAt !== undefined)
                state = { revision, since: answeredAt };
        },
        noteSlowness() {
            isContended = true;
        },
        missingFrom: ({ snapshot }) => new Map([...known].filter(([key]) => !snapshot.entries.has(key))),
        isWhole: ({ snapshot }) => [...known.keys()].every((key) => snapshot.entries.has(key)),
    };
}

;// CONCATENATED MODULE: ./lib/transport/retry-after.js

/**
 * Returns the milliseconds after which the answer asks to be asked again: its Retry-After in seconds
 * or as a date (RFC 9110, section 10.2.3), or undefined where it names no moment. `now` is in
 * milliseconds since the epoch.
 */
function retryAfter(response, now) {
    const value = header(response, 'retry-after')?.trim() ?? '';
    if (/^\d+$/.test(value))
        return Number(value) * 1000;
    const date = /^[A-Z][a-z]{2}, /.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./lib/transport/retry.js




/** The first and the repetitions together. */
const MAX_TRIES = 5;
/** The first pause is a random time up to this, for each further one up to twice as long. */
const FIRST_PAUSE_MS = 500;
/** A registry that asks for more patience than this is not waited for: the answer stands. */
const LONGEST_RETRY_AFTER_MS = 120_000;
/**
 * Tells whether the status passes by itself. 501 and 505 do not, and no 4xx does but these: repeating
 * a refused request only makes the refusal later (distribution-spec v1.1.1, Error Codes). Cloudflare,
 * which is in front of many registries, has 520 to 527 for an origin that it does not reach.
 */
function isPassing(status) {
    if (status === 408 || status === 429)
        return true;
    return status >= 500 && status !== 501 && status !== 505;
}
/**
 * Returns a Retry that tries at most MAX_TRIES times while the answer is 408, 429 or 5xx but for 501
 * and 505, or there is none (CONNECTION_FAILED, TIMEOUT). Between the tries it waits for what
 * Retry-After asks, else for a random time out of a span that doubles ("full jitter"), so that
 * clients that failed together do not come back together.
 */
function createRetry({ sleep, random, now, onRetry }) {
    return async (operation) => {
        for (let tries = 1;; tries += 1) {
            const outcome = await attempt(operation);
            const pause = tries < MAX_TRIES ? pauseAfter(outcome, tries) : undefined;
            if (pause === undefined) {
                if ('error' in outcome)
                    throw outcome.error;
                return outcome.response;
            }
            const seconds = (pause / 1000).toFixed(1);
            const next = `try ${tries + 1} of ${MAX_TRIES}`;
            onRetry(`${retry_reasonOf(outcome)}; ${next} in ${seconds} s`, `${likeness(outcome)}; ${next}`);
            if ('response' in outcome)
                await discardBody(outcome.response);
            await sleep(pause);
        }
    };
    function pauseAfter(outcome, tries) {
        const jittered = random() * FIRST_PAUSE_MS * 2 ** (tries - 1);
        if ('error' in outcome) {
            return (0,oci_error/* hasCode */.up)(outcome.error, 'CONNECTION_FAILED', 'TIMEOUT') ? jittered : undefined;
        }
        if (!isPassing(outcome.response.status))
            return undefined;
        const asked = retryAfter(outcome.response, now()) ?? jittered;
        return asked <= LONGEST_RETRY_AFTER_MS ? asked : undefined;
    }
}
/** Returns a Send that repeats each request as `retry` says; its body is opened anew each time. */
function retrying(send, retry) {
    return (request) => retry(() => send(request));
}
async function attempt(operation) {
    try {
        return { response: await operation() };
    }
    catch (error) {
        return { error };
    }
}
/** Of answers, whatever was asked for: a registry that is overloaded says so to all. */
function likeness(outcome) {
    if (!('response' in outcome))
        return retry_reasonOf(outcome);
    return `${outcome.response.url.origin} ${outcome.response.status}`;
}
function retry_reasonOf(outcome) {
    if ('response' in outcome) {
        return `${describeRequest(outcome.response)} was answered ${outcome.response.status}`;
    }
    return outcome.error instanceof Error ? outcome.error.message : String(outcome.error);
}

;// CONCATENATED MODULE: ./lib/registry/shared-list/times.js
/*
 * How long those who write to a shared list may take, and wait, in milliseconds. They are the same in
 * every writer, since each relies on the others to keep to them: docs/concurrency.md has the argument.
 */
/** From sending a read to sending the write that is based on it; later, it would undo too much. */
const READ_TO_WRITE_MS = 500;
/** From sending a write to cutting it off. Registries take an index within some hundred. */
const WRITE_DEADLINE_MS = 1_000;
/** A write that was cut off may still be on its way this long. */
const LINGER_MS = 500;
/**
 * No write takes effect later than this after the read that it is based on was sent: what the list
 * has had for as long is in everything that is still to be written.
 */
const SETTLE_MS = READ_TO_WRITE_MS + WRITE_DEADLINE_MS + LINGER_MS;
/** As many times longer is the rest to wait for once others were seen to write: they may be slower. */
const CONTENDED_SETTLES = 3;
/** How soon to look after a write. Further pauses are twice as long each, until the rest is over. */
const FIRST_LOOK_MS = 500;
/** How long a list is waited for to come to rest: even hundreds of jobs write to it once or twice each. */
const CONFIRM_LIMIT_MS = 180_000;
/**
 * Writes each of which was overwritten by somebody who had not seen it. Of 20 writers that start
 * together none needs 10 (scripts/simulate.ts): more mean that something else is wrong.
 */
const MAX_ROUNDS = 16;
/**
 * From the third of those writes on, others are given their turn first: for a random time up to this,
 * and up to twice as long each time.
 */
const FIRST_MEND_PAUSE_MS = 100;
const LONGEST_MEND_PAUSE_MS = 3_200;
/** Tries of one write that keep to the deadlines; a registry that none of them suits is a slow one. */
const BRISK_TRIES = 2;
/** How often the list is read while a write without a deadline is under way. */
const WATCH_MS = 250;

;// CONCATENATED MODULE: ./lib/registry/shared-list/mend.js



/**
 * Returns how a writer has a list keep all that it knows. Mending throws NOT_LISTED, with what is
 * missing, if the list does not keep it, TIMEOUT if time and again too much passes between reading and
 * writing, and what the register throws.
 *
 * A write is based on a read from just before, and is never repeated as it is: when it is not known
 * what became of it, the list is read again. A registry that is too slow for the deadlines gets its
 * time; the list is watched meanwhile, since what others add in that time will be overwritten.
 */
function createMending(register, memory, { now, sleep, random, onRetry }) {
    async function look(urgency) {
        const sentAt = now();
        const snapshot = await register.read(urgency);
        return memory.notice({ snapshot, sentAt, receivedAt: now() });
    }
    async function mend(found) {
        let latest = isFresh(found, 1) ? found : await look('urgent');
        for (let round = 0; !memory.isWhole(latest); round += 1) {
            if (round === MAX_ROUNDS) {
                throw notKept(register.name, [...memory.missingFrom(latest).keys()]);
            }
            if (round > 1) {
                await sleep(random() * Math.min(FIRST_MEND_PAUSE_MS * 2 ** (round - 2), LONGEST_MEND_PAUSE_MS));
                latest = await look('urgent');
            }
            latest = await replace(latest);
        }
        return latest;
    }
    /** Writes what is missing once, in as many tries as that takes, and looks. */
    async function replace(found) {
        let latest = found;
        for (let tries = 1; !memory.isWhole(latest); tries += 1) {
            const failure = await write(latest, tries);
            if (!failure)
                return look('urgent');
            await sleep(pauseAfter(failure, tries));
            latest = await look('urgent');
        }
        return latest;
    }
    /** A slow read is old when it arrives; where all are slow, only what comes after counts. */
    function isFresh({ sentAt, receivedAt }, tries) {
        return now() - (isBrisk(tries) ? sentAt : receivedAt) <= READ_TO_WRITE_MS;
    }
    async function write(base, tries) {
        const draft = register.draft(base.snapshot, memory.missingFrom(base));
        // Only now: a large list takes a while to be made up.
        if (!isFresh(base, tries))
            return late(register.name);
        const unclear = await (isBrisk(tries)
            ? draft.send(WRITE_DEADLINE_MS)
            : watched(draft.send(undefined)));
        memory.noteWrite(draft.revision, unclear ? undefined : now());
        return unclear;
    }
    async function watched(writing) {
        memory.noteSlowness();
        let isOver = false;
        const over = writing.finally(() => {
            isOver = true;
        });
        for (;;) {
            await Promise.race([over, sleep(WATCH_MS)]);
            if (isOver)
                return over;
            await look('urgent');
        }
    }
    function pauseAfter({ error, retryAfterMs }, tries) {
        const pause = retryAfterMs ?? random() * FIRST_PAUSE_MS * 2 ** (tries - 1);
        if (tries === MAX_TRIES || pause > LONGEST_RETRY_AFTER_MS)
            throw error;
        onRetry(error);
        return pause;
    }
    return { look, mend };
}
function isBrisk(tries) {
    return tries <= BRISK_TRIES;
}
function late(name) {
    const error = new oci_error/* OciError */.Mf('TIMEOUT', `${name} could not be written within ${READ_TO_WRITE_MS} ms of reading it`, { advice: 'The registry is very slow, or this machine very busy: run it again.' });
    return { error, retryAfterMs: 0 };
}
function notKept(name, missing) {
    const what = `${name} does not keep what is written to it: ${missing.join(', ')}`;
    return new oci_error/* OciError */.Mf('NOT_LISTED', what, {
        advice: 'Other jobs may be writing to it all the time; run this one again.',
    });
}

;// CONCATENATED MODULE: ./lib/registry/shared-list/recover.js

/** What is there and cannot be read, its digest being of an algorithm that is not known here, say. */
const UNREADABLE = ['MANIFEST_INVALID', 'DIGEST_INVALID', 'LIMIT_EXCEEDED'];
/**
 * Returns how to have a list keep what it had at the sighting, the keys among it. The entries of that
 * revision are taken to the letter while the registry has it; some clients delete it when they have
 * overwritten it, and then they are made anew of what they name.
 *
 * Recovering throws NOT_LISTED if one of the keys is lost, and what it names is gone. What else is gone
 * was removed on purpose together with its entry, and is not put back.
 */
function createRecovery(name, memory, archive, keys, { revision, listed }) {
    const own = new Set(keys);
    const wanted = new Set([...keys, ...listed]);
    let recalled;
    async function recall() {
        const entries = memory.hasSeen(revision) ? undefined : await archive.entriesOf(revision);
        for (const key of entries?.keys() ?? [])
            wanted.add(key);
        return entries ?? new Map();
    }
    async function restore(key, written) {
        const made = await archive.entryOf(key).catch((error) => {
            // What only others can read is theirs all the same; without its entry none can be made.
            if (own.has(key) || !(0,oci_error/* hasCode */.up)(error, ...UNREADABLE))
                throw error;
            return written;
        });
        if (made !== undefined)
            memory.add(new Map([[key, written ?? made]]));
        else if (own.has(key))
            throw gone(name, key);
        else
            wanted.delete(key);
    }
    return {
        isWhole: (look) => memory.isWhole(look) && [...wanted].every((key) => look.snapshot.entries.has(key)),
        async recover() {
            recalled ??= await recall();
            const unknown = [...wanted].filter((key) => !memory.known.has(key));
            await Promise.all(unknown.map((key) => restore(key, recalled?.get(key))));
        },
    };
}
function gone(name, key) {
    return new oci_error/* OciError */.Mf('NOT_LISTED', `${name} has lost ${key}, which is gone from the registry too`, {
        advice: 'Somebody has deleted it, or a retention rule has: run the job again.',
    });
}

;// CONCATENATED MODULE: ./lib/registry/shared-list/shared-list.js





/**
 * Returns the list as a writer has it that has not seen it yet. Both operations throw as `createMending`
 * says, `confirm` also as `createRecovery` does, and NOT_LISTED if the list does not come to rest.
 *
 * The last write wins, whatever it is based on. But a write takes effect within SETTLE_MS of the read
 * that it is based on, and each has a revision of its own: so a list that is twice seen with the same
 * revision, so long apart, was the same all the time, and everything that is written from then on is
 * based on it (docs/concurrency.md).
 */
function createSharedList(register, surroundings) {
    const { now, sleep, random, inTurn } = surroundings;
    const memory = createMemory();
    const { look, mend } = createMending(register, memory, surroundings);
    async function ensure(entries, first) {
        memory.add(entries);
        const isWhole = memory.isWhole(memory.notice(first));
        const { snapshot, receivedAt } = isWhole ? first : await inTurn(() => mend(first));
        const { revision } = snapshot;
        if (revision === undefined)
            return { snapshot };
        const state = memory.state();
        // The list may have been seen to change since then, by another call.
        const since = state.revision === revision ? state.since : receivedAt;
        const listed = [...snapshot.entries.keys()];
        return {
            snapshot,
            sighting: { revision, since, isContended: memory.isContended(), listed },
        };
    }
    async function confirm(keys, sighting, archive) {
        const begun = now();
        const sighted = createRecovery(register.name, memory, archive, keys, sighting);
        // A clock that is behind the sighting has begun anew since, and tells nothing of the time between.
        memory.adopt({ ...sighting, since: Math.min(sighting.since, begun) });
        let result = 'intact';
        let pause = FIRST_LOOK_MS;
        while (now() - begun <= CONFIRM_LIMIT_MS) {
            const state = memory.state();
            await sleep(untilNextLook(state, begun, pause));
            const found = await look('none');
            if (memory.state() === state && sighted.isWhole(found)) {
                if (found.sentAt - state.since >= restAt(begun))
                    return result;
                pause *= 2;
            }
            else {
                pause = FIRST_LOOK_MS;
                await sighted.recover();
                if (!memory.isWhole(found)) {
                    result = 'mended';
                    await inTurn(() => mend(found));
                }
            }
        }
        throw restless(register.name, keys);
    }
    /** Half of the time is spent on more certainty than is needed if all keep to the deadlines. */
    function restAt(begun) {
        const isPatient = memory.isContended() && now() - begun <= CONFIRM_LIMIT_MS / 2;
        return isPatient ? CONTENDED_SETTLES * SETTLE_MS : SETTLE_MS;
    }
    /** The last pause before the end of the rest is as long as it takes, if that is not for long. */
    function untilNextLook(state, begun, pause) {
        const rest = Math.max(0, restAt(begun) - (now() - state.since));
        return rest < 2 * pause ? rest : pause * (0.5 + random());
    }
    return { ensure, confirm };
}
function restless(name, keys) {
    return new oci_error/* OciError */.Mf('NOT_LISTED', `${name} has been rewritten all the time for ${CONFIRM_LIMIT_MS / 1000} s: it is not certain that it keeps ${keys.join(', ')}`, { advice: 'Run it again when fewer jobs write to it.' });
}

;// CONCATENATED MODULE: ./lib/registry/tag-register.js








/**
 * Returns the subject's referrers tag as a list that all clients share: its entries as they are
 * written, its digest as their revision. Each write has a token of its own and so another digest, also
 * where it lists what was listed before.
 *
 * Reading and drafting throw MANIFEST_INVALID if the tag holds something else or what cannot be kept to
 * the letter, drafting also LIMIT_EXCEEDED; sending TAG_IMMUTABLE, DENIED or UNAUTHORIZED.
 */
function tagRegister(session, subject) {
    const tag = referrersTag(subject);
    return {
        name: `the tag ${tag}`,
        read: async (urgency) => tagSnapshot(tag, await fetchTagIndex(session, subject, urgency)),
        draft({ index }, added) {
            const before = index.kind === 'index' ? index.manifest : undefined;
            const next = addToReferrersIndex(before, added, (0,external_node_crypto_.randomUUID)());
            if (!next)
                throw new Error(`${tag} lists all of them already`);
            return {
                revision: next.descriptor.digest,
                send: (deadlineMs) => putOnce(session, next, tag, deadlineMs),
            };
        },
    };
}
/** Returns what stands at the tag as a snapshot of the list. Throws MANIFEST_INVALID if it is no index. */
function tagSnapshot(tag, index) {
    switch (index.kind) {
        case 'other':
            throw occupied(tag, index.mediaType);
        case 'absent':
            return { index, revision: undefined, entries: new Map() };
        case 'index':
            return {
                index,
                revision: index.manifest.descriptor.digest,
                entries: referrersEntries(index.manifest),
            };
    }
}
async function putOnce(session, manifest, tag, deadlineMs) {
    const deadline = new AbortController();
    const timer = deadlineMs === undefined
        ? undefined
        : setTimeout(() => deadline.abort(cutOff(tag, deadlineMs)), deadlineMs);
    let retryAfterMs;
    try {
        const request = manifestPut(session, manifest, tag);
        const response = await session.sendOnce({ ...request, urgent: true, signal: deadline.signal });
        retryAfterMs = retryAfter(response, Date.now());
        await expectStored(response);
        return undefined;
    }
    catch (error) {
        if (!isUnclear(error))
            throw error;
        return { error, ...(retryAfterMs !== undefined && { retryAfterMs }) };
    }
    finally {
        clearTimeout(timer);
    }
}
/** What other requests are repeated after; this one is not, since it would undo what others wrote. */
function isUnclear(error) {
    if ((0,oci_error/* hasCode */.up)(error, 'CONNECTION_FAILED', 'TIMEOUT'))
        return true;
    return error instanceof oci_error/* OciError */.Mf && error.status !== undefined && isPassing(error.status);
}
function cutOff(tag, deadlineMs) {
    return new oci_error/* OciError */.Mf('TIMEOUT', `writing the tag ${tag} took longer than ${deadlineMs} ms`);
}
function occupied(tag, mediaType) {
    return new oci_error/* OciError */.Mf('MANIFEST_INVALID', `the tag ${tag} holds a ${mediaType}, not a list of referrers`, {
        advice: 'The registry has no referrers API, so the list belongs at this tag: move what stands there.',
    });
}

;// CONCATENATED MODULE: ./lib/registry/tag-archive.js






/**
 * Returns what the registry still has of the list at a referrers tag: an index stays at its digest when
 * another takes its tag, until somebody deletes it, and entries can be made of the manifests themselves.
 */
function tagArchive(session, tag) {
    return {
        async entriesOf(revision) {
            const manifest = await findByDigest(session, (0,oci_digest/* parseDigest */.m)(revision));
            return manifest && tagSnapshot(tag, tagIndexOf(manifest)).entries;
        },
        async entryOf(digest) {
            const manifest = await findByDigest(session, digest);
            return manifest && entryFor(manifest);
        },
    };
}
async function findByDigest(session, digest) {
    try {
        return await getManifest(session, { digest });
    }
    catch (error) {
        if ((0,oci_error/* hasCode */.up)(error, 'MANIFEST_UNKNOWN', 'NAME_UNKNOWN'))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/registry/tag-lists.js







/**
 * Tags that are written at once, past the limit of requests: a write that waits its turn behind uploads
 * is too late when it comes. The tags of a whole job would be more than its limit allows for.
 */
const WRITTEN_AT_ONCE = 4;
/** Returns the lists, none of them read yet. Writing throws as `createSharedList` and `tagRegister` say. */
function createTagLists(session) {
    const inTurn = (0,concurrency/* createLimit */.K)(WRITTEN_AT_ONCE);
    const lists = new Map();
    function listOf(subject) {
        const { now, sleep, onRetry } = session;
        const list = lists.get(subject) ??
            createSharedList(tagRegister(session, subject), {
                now,
                sleep,
                random: Math.random,
                inTurn,
                onRetry: ({ message }) => onRetry(`${message}; reading the list again`, message),
            });
        lists.set(subject, list);
        return list;
    }
    return {
        async look(subject) {
            const sentAt = session.now();
            const snapshot = await fetchTagIndex(session, subject);
            return { snapshot, sentAt, receivedAt: session.now() };
        },
        async ensureListed(subject, referrers, first) {
            const snapshot = tagSnapshot(referrersTag(subject), first.snapshot);
            const listed = await listOf(subject).ensure(entriesFor(referrers), { ...first, snapshot });
            const { index } = listed.snapshot;
            return {
                via: 'referrers-tag',
                referrers: referrersOfTag(index, listed.sighting),
                ...(listed.sighting && { sighting: listed.sighting }),
            };
        },
        confirmListed: (subject, referrers, sighting) => listOf(subject).confirm(referrers, sighting, tagArchive(session, referrersTag(subject))),
    };
}

;// CONCATENATED MODULE: ./lib/registry/referrers.js







/** How long a registry may lag behind its own PUT, in milliseconds between looks: 6 s in all. */
const LAG_MS = [200, 400, 800, 1600, 3000];
/**
 * Returns the lists of referrers that a registry may have. The referrers API and the referrers tag
 * are one list and both always read, since histories are mixed and mirrors copy tags; the API of
 * ORAS is asked only where that of OCI is absent. What is found out about the APIs holds for the
 * session's repository, for this run.
 */
function createReferrersLists(session) {
    const oras = createOrasReferrers(session);
    const tags = createTagLists(session);
    let hasApi;
    let firstAnswer;
    /** Undefined where there is no API. */
    async function fromApi(subject) {
        if (session.referrersMode === 'referrers-tag' || hasApi === false)
            return undefined;
        const answer = askApi(subject);
        firstAnswer ??= answer;
        return answer;
    }
    async function askApi(subject) {
        const referrers = await listByApi(session, subject);
        if (!referrers && (hasApi || session.referrersMode === 'referrers-api'))
            throw noApi(session);
        hasApi = referrers !== undefined;
        return referrers;
    }
    async function list({ digest }) {
        const [api, tag] = await Promise.all([
            fromApi(digest),
            session.referrersMode === 'referrers-api' ? [] : tags.look(digest).then(referrers_tagged),
        ]);
        return (0,repository_referrers/* mergeReferrers */.v)([api ?? [], tag]);
    }
    async function listByOras({ digest }) {
        if (session.referrersMode !== 'auto')
            return [];
        await (firstAnswer ?? fromApi(digest));
        return hasApi ? [] : ((await oras.list(digest)) ?? []);
    }
    async function ensureListed(subject, referrers) {
        const { digest } = subject;
        const [first, tag] = await Promise.all([
            fromApi(digest),
            session.referrersMode === 'referrers-api' ? unread : tags.look(digest),
        ]);
        if (first) {
            const api = await untilListed(session, first, referrers, () => fromApi(digest));
            return { via: 'referrers-api', referrers: (0,repository_referrers/* mergeReferrers */.v)([api, referrers_tagged(tag)]) };
        }
        const byOras = await ensureListedByOras(digest, referrers);
        if (byOras)
            return { via: 'oras-referrers', referrers: (0,repository_referrers/* mergeReferrers */.v)([byOras, referrers_tagged(tag)]) };
        return tags.ensureListed(digest, referrers, tag);
    }
    /** ORAS lists its own manifests alone; others belong at the referrers tag. */
    async function ensureListedByOras(subject, referrers) {
        const isLegacy = referrers.every(({ value }) => value.mediaType === media_types/* ORAS_ARTIFACT_MANIFEST */.$R);
        if (!isLegacy || session.referrersMode !== 'auto')
            return undefined;
        const lookAgain = () => oras.listAgain(subject);
        const first = await lookAgain();
        return first && untilListed(session, first, referrers, lookAgain);
    }
    return {
        list,
        listByOras,
        ensureListed,
        confirmListed: async ({ digest }, referrers, sighting) => sighting ? tags.confirmListed(digest, referrers, sighting) : 'intact',
    };
}
function referrers_tagged(look) {
    return referrersOfTag(look.snapshot, sightingOf(look));
}
const unread = { snapshot: { kind: 'absent' }, sentAt: 0, receivedAt: 0 };
/** Looks again for a while: some registries list a manifest only some time after they took it. */
async function untilListed({ sleep }, first, wanted, lookAgain) {
    let [listed, missing] = [first, missingFrom(first, wanted)];
    for (const pause of LAG_MS) {
        if (missing.length === 0)
            return listed;
        await sleep(pause);
        listed = (await lookAgain()) ?? listed;
        missing = missingFrom(listed, wanted);
    }
    if (missing.length === 0)
        return listed;
    throw new oci_error/* OciError */.Mf('NOT_LISTED', `the registry took ${missing.join(', ')}, but its referrers API does not list it`, { advice: 'Run the job again; if that does not help, set referrers-mode to referrers-tag.' });
}
function missingFrom(listed, wanted) {
    const digests = new Set(listed.map(({ descriptor }) => descriptor.digest));
    return wanted.map(({ descriptor }) => descriptor.digest).filter((digest) => !digests.has(digest));
}
function noApi({ endpoint, referrersMode }) {
    const { registry, repository } = endpoint;
    return referrersMode === 'referrers-api'
        ? new oci_error/* OciError */.Mf('UNSUPPORTED', `${registry} has no referrers API for ${repository}`, {
            advice: 'Set referrers-mode to auto or referrers-tag.',
        })
        : new oci_error/* OciError */.Mf('RESPONSE_INVALID', `${registry} has a referrers API, but denied it for one of the digests in ${repository}`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/transport/addresses.js

/**
 * Returns the reach of a URL's host name. IPv4 addresses in IPv6 notation count as what they are, and
 * those in addresses of a transition as private. Ranges: RFC 6890 (special-purpose addresses) and IANA's
 * registries of them; 0.0.0.0 and `::` reach the host itself.
 */
function reachOf(hostname) {
    const name = hostname
        .replace(/^\[(.*)\]$/, '$1')
        .replace(/\.$/, '')
        .toLowerCase();
    if ((0,external_node_net_.isIP)(name) === 0)
        return reachOfName(name);
    const family = (0,external_node_net_.isIPv6)(name) ? 'ipv6' : 'ipv4';
    if (loopback.check(name, family))
        return 'loopback';
    if (linkLocal.check(name, family))
        return 'link-local';
    return privateUse.check(name, family) ? 'private' : 'public';
}
/** As Linux and macOS name it in `/etc/hosts`; of `localhost` all that is below it too (RFC 6761). */
const loopbackName = /^(?:(?:.+\.)?localhost|localhost\.localdomain|ip6-(?:localhost|loopback))$/;
/** What Google's and Amazon's clouds call 169.254.169.254. */
const metadataName = /^(?:metadata(?:\.goog|\.google\.internal)?|instance-data(?:\.ec2\.internal)?)$/;
/** Names that only a network's own servers know: without a domain, and `.internal` (ICANN, 2024). */
const privateName = /^[^.]+$|\.internal$/;
function reachOfName(name) {
    if (loopbackName.test(name))
        return 'loopback';
    if (metadataName.test(name))
        return 'link-local';
    return privateName.test(name) ? 'private' : 'public';
}
/**
 * Tells whether an answer of the registry may send us to the host: not into a network that only we
 * can reach, such as a cloud's metadata service at 169.254.169.254, unless the registry is there
 * itself (GHSA-xf85-363p-868w).
 */
function mayBeSentTo(hostname, registryHostname) {
    const reach = reachOf(hostname);
    if (reach === 'public' || hostname === registryHostname)
        return true;
    const own = reachOf(registryHostname);
    return own === 'loopback' || (own === 'private' && reach === 'private');
}
const loopback = blockList(['0.0.0.0/8', '127.0.0.0/8', '::/128', '::1/128']);
const linkLocal = blockList(['169.254.0.0/16', 'fe80::/10']);
const privateUse = blockList([
    '10.0.0.0/8',
    '100.64.0.0/10',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '224.0.0.0/3',
    '::/96',
    '::ffff:0:0:0/96',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '100::/64',
    '2001::/23',
    '2002::/16',
    'fc00::/7',
    'fec0::/10',
    'ff00::/8',
]);
function blockList(subnets) {
    const list = new external_node_net_.BlockList();
    for (const subnet of subnets) {
        const [address = '', prefix] = subnet.split('/');
        list.addSubnet(address, Number(prefix), (0,external_node_net_.isIPv6)(address) ? 'ipv6' : 'ipv4');
    }
    return list;
}

;// CONCATENATED MODULE: ./lib/registry/upload.js






/**
 * What is sent with the first request while it is not known whether the registry takes a blob in
 * one: a registry that does not has read it in vain.
 */
const SINGLE_REQUEST_BYTES = 1024 * 1024;
/** Registries differ in how they say "created"; containerd's pusher takes the same statuses. */
const CREATED = [200, 201, 202, 204];
/**
 * Returns the upload of blobs to the session's repository: in one request where the registry takes
 * it (`POST …?digest=` answered by 201), else by a POST and a single PUT (distribution-spec v1.1.1,
 * Pushing a blob monolithically). Never in chunks: a PATCH has limits of its own (at most 4 MiB on
 * ghcr.io, at least 5 MiB on Amazon ECR). A broken upload is begun anew, since what has arrived of
 * it cannot be known; the registry is told that it is abandoned, also when the job is cancelled.
 *
 * The upload throws DENIED or UNAUTHORIZED without permission, NAME_UNKNOWN where the repository
 * does not exist.
 */
function createUpload(session) {
    let takesSingleRequest;
    async function uploadOnce(content) {
        const { digest, size } = content.descriptor;
        const isSingle = takesSingleRequest ?? size <= SINGLE_REQUEST_BYTES;
        const begin = uploadsUrl(session.endpoint);
        const begun = await session.sendOnce({
            method: 'POST',
            url: isSingle ? withDigest(begin, digest) : begin,
            headers: octets,
            ...(isSingle && { body: bodyOf(content) }),
            // Without the answer nobody knows which upload was begun.
            onCancel: 'finish',
        });
        if (isSingle && (begun.status === 201 || begun.status === 202)) {
            takesSingleRequest = begun.status === 201;
        }
        if (begun.status !== 202)
            return begun;
        const location = uploadLocation(begun);
        await discardBody(begun);
        return finish(content, location, location.origin === begun.url.origin);
    }
    async function finish(content, location, isOwn) {
        let status;
        try {
            const response = await session.sendOnce({
                method: 'PUT',
                url: withDigest(location, content.descriptor.digest),
                headers: octets,
                body: bodyOf(content),
                credentials: isOwn ? 'origin' : 'omit',
            });
            status = response.status;
            return response;
        }
        finally {
            const isDone = status !== undefined && CREATED.includes(status);
            if (isOwn && !isDone)
                void session.tidying(() => abandon(session, location));
        }
    }
    return async (content) => {
        const response = await session.retrying(() => session.tidying(() => uploadOnce(content)));
        await expectStatus(response, CREATED, { absent: 'NAME_UNKNOWN' });
        await discardBody(response);
    };
}
/** Bytes that were under way when an upload was cut off may arrive between two requests. */
const MAX_DELETES = 3;
/**
 * Tells the registry that an upload will not go on (Docker Registry HTTP API V2, DELETE Blob Upload);
 * one that does not take that forgets the upload some day. One that has got a part of the bytes may
 * answer 416, since they are not where the Location says (distribution, registry/handlers/
 * blobupload.go, ResumeBlobUpload): it is asked where the upload stands (distribution-spec v1.1.1,
 * Pushing a blob in chunks), and told again. No token is asked for: some want one with the permission to
 * delete (distribution, registry/handlers/app.go), which no job of this client is to have.
 */
async function abandon(session, location) {
    try {
        let place = location;
        for (let told = 0; place && told < MAX_DELETES; told += 1) {
            const { status } = await sendAbout(session, 'DELETE', place);
            place = status === 416 ? await currentPlace(session, place) : undefined;
        }
    }
    catch {
        // What failed is the upload, and the caller knows.
    }
}
/** Undefined where the registry does not say, or it is elsewhere. */
async function currentPlace(session, place) {
    const response = await sendAbout(session, 'GET', place);
    if (response.status !== 204)
        return undefined;
    const current = uploadLocation(response);
    return current.origin === place.origin ? current : undefined;
}
async function sendAbout(session, method, url) {
    const response = await session.sendOnce({
        method,
        url,
        credentials: 'at-hand',
        onCancel: 'begin',
    });
    await discardBody(response);
    return response;
}
const octets = { 'content-type': 'application/octet-stream' };
function bodyOf(content) {
    return { size: content.descriptor.size, open: () => content.open() };
}
/**
 * Returns where the upload goes on, relative to where it began. Another origin is allowed by the
 * specification, but must not be less safe (GHSA-jxpm-75mh-9fp7), nor one that only we can reach. A
 * registry behind a proxy that does not tell it of HTTPS names its own host with `http:`; that is put
 * right.
 */
function uploadLocation(begun) {
    const stated = header(begun, 'location');
    const location = stated ? URL.parse(stated, begun.url.href) : null;
    if (!location)
        throw unusable('began an upload without saying where it goes on');
    if (location.protocol === 'http:' && location.hostname === begun.url.hostname) {
        location.protocol = begun.url.protocol;
    }
    if (!mayBeSentTo(location.hostname, begun.url.hostname)) {
        throw unusable(`wants an upload to go on in a private network: ${location.origin}`);
    }
    if (location.protocol === 'https:' || location.origin === begun.url.origin)
        return location;
    throw unusable(`wants an upload to go on at another place without encryption: ${location.origin}`);
}
function unusable(what) {
    return new oci_error/* OciError */.Mf('RESPONSE_INVALID', `the registry ${what}`, {
        advice: 'A proxy before the registry may have to tell it its public address (X-Forwarded-Proto).',
    });
}

;// CONCATENATED MODULE: ./lib/registry/repository.js





/**
 * A blob up to this size is sent without asking whether it is there: that costs no more than the
 * question does.
 */
const UNASKED_BYTES = 1024;
/** Returns the repository at the session's endpoint, with nothing asked twice in a run. */
function createRegistryRepository(session) {
    const { registry, repository } = session.endpoint;
    const manifests = createManifestMemory(`${registry}/${repository}`);
    const presence = new Map();
    const upload = createUpload(session);
    const lists = createReferrersLists(session);
    function hasBlob(target) {
        const answer = presence.get(target.digest) ?? headBlob(session, target);
        presence.set(target.digest, answer);
        return answer;
    }
    async function pushBlob(content) {
        const { digest, size } = content.descriptor;
        const isAsked = size > UNASKED_BYTES || presence.has(digest);
        if (isAsked && (await hasBlob(content.descriptor)))
            return 'exists';
        const uploaded = upload(content).then(() => true);
        presence.set(digest, uploaded);
        await uploaded;
        return 'uploaded';
    }
    return {
        name: `${registry}/${repository}`,
        async resolve(target) {
            return manifests.keep(await getManifest(session, target)).descriptor;
        },
        async fetchManifest({ digest }) {
            return manifests.get(digest) ?? manifests.keep(await getManifest(session, { digest }));
        },
        async findTagged(tag) {
            const manifest = await findManifest(session, tag);
            return manifest && manifests.keep(manifest);
        },
        fetchBlob: (target) => getBlob(session, target),
        hasBlob,
        pushBlob,
        async pushManifest(manifest, tag) {
            await putManifest(session, manifest, tag);
            manifests.keep(manifest);
        },
        listReferrers: (subject) => lists.list(subject),
        listOrasReferrers: (subject) => lists.listByOras(subject),
        ensureListed: (subject, referrers) => lists.ensureListed(subject, referrers),
        confirmListed: (subject, referrers, sighting) => lists.confirmListed(subject, referrers, sighting),
    };
}

;// CONCATENATED MODULE: ./lib/transport/challenge.js
/** A registry offers one or two. */
const MAX_CHALLENGES = 20;
/** A parameter, its value quoted or bare, or else a word, which begins a challenge. */
const pieces = /([^\s,="]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^\s,]*))|([^\s,="]+)/gs;
/**
 * Returns the challenges of the WWW-Authenticate headers, in their order; never throws. Registries
 * take the grammar lightly: schemes in lower case (zot), values without quotes (`service=gcr.io`),
 * several challenges in one header or in several. What fits nowhere is passed over.
 */
function parseChallenges(headers) {
    return headers.flatMap(parseHeader).slice(0, MAX_CHALLENGES);
}
function parseHeader(header) {
    const challenges = [];
    for (const [, name, quoted, bare, scheme] of header.matchAll(pieces)) {
        if (scheme !== undefined) {
            challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
            continue;
        }
        const parameters = challenges.at(-1)?.parameters;
        const key = (name ?? '').toLowerCase();
        if (parameters?.has(key))
            continue;
        parameters?.set(key, quoted?.replace(/\\(.)/gs, '$1') ?? bare ?? '');
    }
    return challenges;
}

;// CONCATENATED MODULE: ./lib/transport/scope.js
/**
 * What ghcr.io's challenge to `/v2/` says instead of a repository (oras-project/oras#1128): no
 * token is issued for it.
 */
const PLACEHOLDER = 'repository:user/image:pull';
/** Of what a challenge asks; a registry names one scope or two. */
const MAX_SCOPES = 16;
const MAX_SCOPE_LENGTH = 512;
/** Returns the scopes of a challenge's `scope` parameter, which are separated by spaces. */
function challengeScopes(parameter) {
    return (parameter ?? '')
        .split(/\s+/)
        .filter((scope) => scope !== '' && scope !== PLACEHOLDER && scope.length <= MAX_SCOPE_LENGTH)
        .slice(0, MAX_SCOPES);
}
/**
 * Returns the union of the lists: for each resource one scope with every action that any of them
 * names, in order of first sight. A scope that is not `type:name:actions` (`aws` of Amazon ECR
 * Public, `*` of Gitea) is kept as it is (distribution, Token Scope Documentation).
 */
function mergeScopes(...lists) {
    const actions = new Map();
    for (const scope of lists.flat()) {
        const { resource, names } = splitScope(scope);
        actions.set(resource, new Set([...(actions.get(resource) ?? []), ...names]));
    }
    return [...actions].map(([resource, names]) => resource + [...names].join(','));
}
/** Tells whether a token for the scopes is also one for all of the others. */
function coversScopes(scopes, others) {
    return mergeScopes(scopes, others).join(' ') === mergeScopes(scopes).join(' ');
}
/** The resource's name may hold a colon, a port's; the actions begin after the last. */
function splitScope(scope) {
    const [, resource, names] = /^([^:]+:.*:)([^:]*)$/s.exec(scope) ?? [];
    return resource === undefined || names === undefined
        ? { resource: scope, names: [] }
        : { resource, names: names.split(',').filter((name) => name !== '') };
}

;// CONCATENATED MODULE: ./lib/transport/demand.js


/**
 * Returns what the answer's challenges demand, or undefined if they are none that this client can
 * meet. A token is preferred to Basic: it sends the password to fewer places.
 */
function demandOf(response) {
    const challenges = parseChallenges(response.headers.get('www-authenticate') ?? []);
    for (const { scheme, parameters } of challenges) {
        const realm = parameters.get('realm');
        if (scheme !== 'bearer' || !realm)
            continue;
        const scopes = challengeScopes(parameters.get('scope'));
        return { kind: 'token', realm, service: parameters.get('service'), scopes };
    }
    return challenges.some(({ scheme }) => scheme === 'basic') ? { kind: 'basic' } : undefined;
}

;// CONCATENATED MODULE: ./lib/transport/basic.js
/** Returns the Authorization header of Basic authentication (RFC 7617). */
function basicAuthorization(username, password) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

;// CONCATENATED MODULE: ./lib/transport/grant.js


/** A token is not used in the last fifth of its life, at most half a minute, to arrive alive. */
const UNUSED_PART = 0.2;
const UNUSED_SECONDS = 30;
/** Returns what a token that was asked for at the moment `now` grants. */
function tokenGrant({ value, lifetime }, scopes, now, source) {
    const usable = lifetime - Math.min(lifetime * UNUSED_PART, UNUSED_SECONDS);
    return {
        authorization: `Bearer ${value}`,
        scopes,
        expires: now + usable * 1000,
        ...(source !== undefined && { source }),
    };
}
/**
 * Returns what the credential grants as it is, or undefined if it must be exchanged for a token.
 * Throws CREDENTIALS_INVALID for a registry token that HTTP cannot carry.
 */
function directGrant(credential) {
    if (credential.kind === 'refresh-token')
        return undefined;
    const { source } = credential;
    if (credential.kind === 'bearer' && !/^[\x21-\x7e]+$/.test(credential.token)) {
        throw new oci_error/* OciError */.Mf('CREDENTIALS_INVALID', `the registry token from ${source} is not a token`);
    }
    const authorization = credential.kind === 'bearer'
        ? `Bearer ${credential.token}`
        : basicAuthorization(credential.username, credential.password);
    return { authorization, scopes: [], expires: Number.POSITIVE_INFINITY, source };
}

;// CONCATENATED MODULE: ./lib/transport/shared-domain.js

/**
 * Domains below which anybody can have a host of their own, where a registry or a token service may
 * run: two hosts there need not belong together (from the private domains of publicsuffix.org).
 */
const hosting = [
    'aliyuncs.com',
    'amazonaws.com',
    'amazonaws.com.cn',
    'amplifyapp.com',
    'api.aws',
    'app.github.dev',
    'appspot.com',
    'awsapprunner.com',
    'azure-api.net',
    'azure.com',
    'azurecontainer.io',
    'azurecontainerapps.io',
    'azurecr.cn',
    'azurecr.io',
    'azurecr.us',
    'azurefd.net',
    'azurestaticapps.net',
    'azurewebsites.net',
    'b-cdn.net',
    'blogspot.com',
    'br.com',
    'cleverapps.io',
    'cloudapp.net',
    'cloudfront.net',
    'cloudfunctions.net',
    'cn.com',
    'co.com',
    'codesandbox.io',
    'ddns.net',
    'de.com',
    'deno.dev',
    'devtunnels.ms',
    'digitaloceanspaces.com',
    'duckdns.org',
    'dyndns.org',
    'elasticbeanstalk.com',
    'eu.com',
    'eu.org',
    'firebaseapp.com',
    'fly.dev',
    'fly.io',
    'gitbook.io',
    'github.dev',
    'github.io',
    'githubpreview.dev',
    'githubusercontent.com',
    'gitlab.io',
    'gitpod.io',
    'glitch.me',
    'googleusercontent.com',
    'herokuapp.com',
    'hetzner.cloud',
    'hf.space',
    'hopto.org',
    'jfrog.io',
    'koyeb.app',
    'lhr.life',
    'loca.lt',
    'localto.net',
    'myshopify.com',
    'netlify.app',
    'ngrok-free.app',
    'ngrok.app',
    'ngrok.dev',
    'ngrok.io',
    'nip.io',
    'no-ip.org',
    'on.aws',
    'ondigitalocean.app',
    'onrender.com',
    'oraclecloud.com',
    'pages.dev',
    'pkg.dev',
    'platform.sh',
    'r2.dev',
    'railway.app',
    'readthedocs.io',
    'repl.co',
    'replit.app',
    'run.app',
    'scalingo.io',
    'scw.cloud',
    'serveo.net',
    'sslip.io',
    'stackblitz.io',
    'supabase.co',
    'surge.sh',
    'synology.me',
    'tailscale.net',
    'trafficmanager.net',
    'translate.goog',
    'trycloudflare.com',
    'ts.net',
    'uk.com',
    'us.com',
    'vercel.app',
    'vultrcr.com',
    'web.app',
    'webcontainer.io',
    'windows.net',
    'wixsite.com',
    'wordpress.com',
    'workers.dev',
    'your-server.de',
    'zrok.io',
];
/** Second-level labels under which countries' registries register domains: `co.uk`, `com.au`. */
const secondLevel = /^(?:ac|asn|biz|co|com|edu|gen|go|gob|gouv|gov|govt|id|in|info|ltd|me|mil|ne|net|nom|or|org|plc|sch|web)$/;
/**
 * Tells whether two host names are below one domain that, as far as names tell, has one owner:
 * `registry.example.com` and `gitlab.example.com`. It errs towards no.
 */
function shareDomain(host, other) {
    if ((0,external_node_net_.isIP)(host.replace(/[[\]]/g, '')) || (0,external_node_net_.isIP)(other.replace(/[[\]]/g, '')))
        return false;
    const shared = commonLabels(labelsOf(host), labelsOf(other));
    const domain = shared.toReversed().join('.');
    if (hosting.some((each) => domain === each || domain.endsWith(`.${each}`)))
        return false;
    const [top = '', second = ''] = shared;
    const isCountrys = top.length === 2 && secondLevel.test(second);
    return shared.length >= (isCountrys ? 3 : 2);
}
/** From the top-level domain down. */
function labelsOf(host) {
    return host.toLowerCase().replace(/\.$/, '').split('.').toReversed();
}
function commonLabels(labels, others) {
    const differing = labels.findIndex((label, at) => label !== others[at]);
    return differing < 0 ? labels : labels.slice(0, differing);
}

;// CONCATENATED MODULE: ./lib/transport/own-service.js


/** Registries and the token services that are known to be their own, though their domains do not tell. */
const known = [
    [/^nvcr\.io$/, /^authn\.nvidia\.com$/],
    [/^rg\.[a-z]+-[a-z]+\.scw\.cloud$/, /^api\.scaleway\.com$/],
    // Alibaba's regions share services; `oss-…` is no region but has everybody's buckets.
    [
        /^(?:registry(?:-[a-z]+)?\.[a-z0-9-]+|[a-z0-9-]+\.[a-z0-9-]+(?:\.personal)?\.cr)\.aliyuncs\.com$/,
        /^dockerauth(?:-[a-z]+)?\.[a-z]{2}-[a-z0-9-]+\.aliyuncs\.com$/,
    ],
];
/**
 * Tells whether the credentials for a registry may be sent to the token service at the host `service`: the
 * registry's own host; one below or above it, since who has a name also gives out those below it; one
 * that is known; one in the same domain, where that has one owner as far as names tell; both on loopback.
 */
function isOwnService(service, registry) {
    return (service === registry ||
        isBelow(service, registry) ||
        isBelow(registry, service) ||
        known.some(([host, its]) => host.test(registry) && its.test(service)) ||
        shareDomain(service, registry) ||
        (reachOf(service) === 'loopback' && reachOf(registry) === 'loopback'));
}
function isBelow(host, other) {
    return other.includes('.') && host.endsWith(`.${other}`);
}

;// CONCATENATED MODULE: ./lib/transport/realm.js



/**
 * Returns where tokens for the API at `origin` are asked for, which the `realm` of its challenge
 * names. The registry's answer chooses this address, so it must be safe to go to: HTTPS, unless the
 * registry itself is plain HTTP, and no address that only we can reach (GHSA-xf85-363p-868w).
 *
 * A credential is sent there only if the host is the registry's own by name (`isOwnService`). Anonymous
 * tokens may be asked for anywhere else. Throws RESPONSE_INVALID or, for a credential that is not
 * sent, UNAUTHORIZED.
 */
function tokenService(realm, origin, credential) {
    const service = URL.parse(realm, origin.href);
    const isWeb = service?.protocol === 'https:' || service?.protocol === 'http:';
    if (!service || !isWeb)
        throw unsafe(origin, 'no web address');
    if (service.protocol === 'http:' && origin.protocol === 'https:') {
        throw unsafe(origin, `${service.origin}, which is not encrypted`);
    }
    if (!mayBeSentTo(service.hostname, origin.hostname)) {
        throw unsafe(origin, `${service.origin}, which is in a private network`);
    }
    if (credential && !isOwnService(service.hostname, origin.hostname)) {
        throw untrusted(service, origin, credential);
    }
    return withoutUser(service);
}
/** What was checked is what is asked: a path such as `//host/token` must not be read once more, as an address. */
function withoutUser(service) {
    const url = new URL(service);
    url.username = '';
    url.password = '';
    url.hash = '';
    return url;
}
function unsafe(origin, what) {
    return new oci_error/* OciError */.Mf('RESPONSE_INVALID', `${origin.host} names as its token service ${what}`, {
        advice: 'The public address of the token service is not set up right at the registry.',
    });
}
function untrusted(service, origin, { source }) {
    return new oci_error/* OciError */.Mf('UNAUTHORIZED', `${origin.host} wants the credentials from ${source} to be sent to ${service.host}, which may not be its own`, {
        advice: `If ${service.host} is to be trusted, get a token there and put it as registrytoken of ${origin.host} into Docker's configuration.`,
    });
}

;// CONCATENATED MODULE: ./lib/transport/token.js








/** The answer may hold the token twice, and others beside it. */
const MAX_TOKEN_BYTES = 256 * 1024;
/**
 * Tokens with many claims have some 10 KB, and few servers take more than 32 KB of headers: nginx 8 in
 * one, Node 16 in all, Kestrel 32. The log is searched for each token, and for what it looks encoded.
 */
const MAX_TOKEN_LENGTH = 32 * 1024;
/** Holds where none is stated, and instead of less (distribution, Token Authentication). */
const LEAST_LIFETIME = 60;
/** The user name under which Azure Container Registry takes its refresh tokens as passwords. */
const AZURE_TOKEN_USERNAME = '00000000-0000-0000-0000-000000000000';
/** How services without the OAuth2 POST answer it: Google 404, Artifactory 401, Azure 400 (containerd, authorizer.go). */
const noOauth = [400, 401, 404, 405];
/**
 * Returns a token: by OAuth2 POST for a refresh token, else, and where the service does not take
 * that, by GET with Basic authentication, which every service takes; without a credential by GET
 * alone (distribution, Token Authentication and OAuth2 Token Authentication). No redirect is
 * followed, so the credential stays where the caller wants it.
 *
 * Throws UNAUTHORIZED, DENIED or TOOMANYREQUESTS with the service's words, RESPONSE_INVALID for an
 * answer without a token, LIMIT_EXCEEDED for one that is too long.
 */
async function requestToken(send, order) {
    const refreshToken = refreshTokenOf(order.credential);
    if (refreshToken !== undefined) {
        const response = await send(oauthRequest(order, refreshToken));
        if (!noOauth.includes(response.status))
            return tokenOf(response, order);
        await discardBody(response);
    }
    return tokenOf(await send(getRequest(order)), order);
}
function refreshTokenOf(credential) {
    if (credential?.kind === 'refresh-token')
        return credential.token;
    const isAzures = credential?.kind === 'basic' && credential.username === AZURE_TOKEN_USERNAME;
    return isAzures ? credential.password : undefined;
}
function oauthRequest({ realm, service, scopes }, refreshToken) {
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'oras-attach',
        ...(service !== undefined && { service }),
        ...(scopes.length > 0 && { scope: scopes.join(' ') }),
        refresh_token: refreshToken,
    });
    return {
        method: 'POST',
        url: realm,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        wholeBody: MAX_TOKEN_BYTES,
        body: token_bodyOf(form.toString()),
    };
}
function token_bodyOf(text) {
    const bytes = Buffer.from(text);
    return { size: bytes.length, open: () => external_node_stream_.Readable.from([bytes], { objectMode: false }) };
}
function getRequest({ realm, service, scopes, credential }) {
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.append('service', service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    const authorization = authorizationOf(credential);
    return {
        method: 'GET',
        url,
        headers: { accept: 'application/json', ...(authorization && { authorization }) },
        wholeBody: MAX_TOKEN_BYTES,
    };
}
function authorizationOf(credential) {
    if (credential?.kind === 'basic') {
        return basicAuthorization(credential.username, credential.password);
    }
    return credential && basicAuthorization('<token>', credential.token);
}
async function tokenOf(response, order) {
    if (response.status !== 200)
        throw await refusal(response, order);
    // Never quoted in an error: the bytes may hold the token.
    const answer = (0,oci_json/* parseJson */.qF)(await readBody(response, MAX_TOKEN_BYTES));
    const { token, access_token, expires_in } = (0,oci_json/* isObject */.Gv)(answer) ? answer : {};
    const value = token || access_token;
    if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
        throw new oci_error/* OciError */.Mf('RESPONSE_INVALID', `${describeRequest(response)} was answered without a token`);
    }
    if (value.length > MAX_TOKEN_LENGTH) {
        throw new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `${describeRequest(response)} was answered with a token of ${value.length} characters, of which ${MAX_TOKEN_LENGTH} are taken`, { advice: 'A token for fewer repositories, or of an account with fewer rights, is shorter.' });
    }
    const lifetime = typeof expires_in === 'number' ? expires_in : 0;
    return { value, lifetime: Math.max(lifetime, LEAST_LIFETIME) };
}
const refusals = new Map([
    [400, 'UNAUTHORIZED'],
    [401, 'UNAUTHORIZED'],
    [403, 'DENIED'],
    [429, 'TOOMANYREQUESTS'],
]);
async function refusal(response, { registry, scopes, credential }) {
    const { status } = response;
    const words = quote(await readComplaints(response));
    const code = refusals.get(status) ?? 'RESPONSE_INVALID';
    const advice = accessAdvice({
        host: registry,
        isWrite: scopes.some((scope) => /[:,]push\b/.test(scope)),
        credentialSource: credential?.source,
        words,
    });
    return new oci_error/* OciError */.Mf(code, `no token for ${registry}: ${describeRequest(response)} was answered ${status}${words && `: ${words}`}`, { status, ...((code === 'UNAUTHORIZED' || code === 'DENIED') && { advice }) });
}

;// CONCATENATED MODULE: ./lib/transport/authorize.js








/** Each is good for a minute at least, so a run of six hours, as long as GitHub's jobs may be, needs fewer. */
const MAX_TOKENS = 500;
/**
 * Returns how to authorise requests to one registry; every Send made by it shares one token.
 *
 * A request goes out with what is known. A 401 says what is missing, and the request is repeated
 * once with that: so a token that has expired or is for too little is replaced. A second 401, and
 * every 403, is the answer, and its `credentialSource` says whose credential was sent.
 *
 * A token is asked for the job's scopes and those of the challenge (some name actions of their own:
 * `metadata_read` Azure, `any` Cloudsmith, `aws` Amazon ECR Public); requests that need one at the
 * same time share one. A 401 without a challenge (gcr.io, Artifact Registry) means what was demanded
 * before, else what `GET /v2/` demands.
 *
 * The Send throws UNAUTHORIZED, DENIED, TOOMANYREQUESTS or RESPONSE_INVALID where no token is to be
 * had (`requestToken`, `tokenService`), LIMIT_EXCEEDED where they are never good for long,
 * CREDENTIALS_INVALID as the source of the credential does.
 */
function createAuthorizer(options) {
    const findCredential = memoize(options.credential);
    const askForChallenge = memoize(() => challengeOf(options));
    const orders = new Map();
    let demand;
    let current;
    let asked = 0;
    async function orderToken(wanted, scopes) {
        const key = JSON.stringify([wanted.realm, wanted.service, scopes]);
        const order = orders.get(key) ?? exchange(wanted, scopes);
        orders.set(key, order);
        try {
            current = await order;
            return current;
        }
        finally {
            orders.delete(key);
        }
    }
    async function exchange({ realm, service }, scopes) {
        const { registry, origin, send, now } = options;
        asked += 1;
        if (asked > MAX_TOKENS)
            throw authorize_tooMany(registry);
        const credential = await findCredential();
        const start = now();
        const token = await requestToken(send, {
            realm: tokenService(realm, origin, credential),
            service,
            scopes,
            credential,
            registry,
        });
        options.onSecret?.(token.value);
        return tokenGrant(token, scopes, start, credential?.source);
    }
    async function grantAtHand() {
        if (!current || options.now() < current.expires || demand?.kind !== 'token')
            return current;
        return orderToken(demand, current.scopes);
    }
    async function grantInstead(refused, used) {
        const wanted = demandOf(refused) ?? demand ?? (await askForChallenge());
        if (!wanted)
            return undefined;
        demand = wanted;
        const credential = await findCredential();
        if (wanted.kind === 'basic' || credential?.kind === 'bearer') {
            if (used)
                return undefined;
            current = credential && directGrant(credential);
            return current;
        }
        const scopes = mergeScopes(options.scopes, current?.scopes ?? [], wanted.scopes);
        const isReplaced = current && current !== used && coversScopes(current.scopes, scopes);
        return isReplaced ? current : orderToken(wanted, scopes);
    }
    return (send) => async (request) => {
        const { credentials, url } = request;
        if (credentials === 'omit' || url.origin !== options.origin.origin)
            return send(request);
        if (credentials === 'at-hand')
            return sendWith(send, request, current);
        findCredential().catch(ignore);
        const grant = await grantAtHand();
        const response = await sendWith(send, request, grant);
        if (response.status !== 401)
            return response;
        const instead = await grantInstead(response, grant).catch(async (error) => {
            await discardBody(response);
            throw error;
        });
        if (!instead)
            return response;
        await discardBody(response);
        return sendWith(send, request, instead);
    };
}
async function sendWith(send, request, grant) {
    if (!grant)
        return send(request);
    const { authorization, source } = grant;
    const response = await send({ ...request, headers: { ...request.headers, authorization } });
    return source === undefined ? response : { ...response, credentialSource: source };
}
async function challengeOf({ send, origin }) {
    const response = await send({ method: 'GET', url: new URL('/v2/', origin) });
    await discardBody(response);
    return response.status === 401 ? demandOf(response) : undefined;
}
function authorize_tooMany(registry) {
    return new oci_error/* OciError */.Mf('LIMIT_EXCEEDED', `${registry} took none of ${MAX_TOKENS} tokens for long`, {
        advice: 'The registry and its token service disagree: tell whoever runs them, and compare their clocks.',
    });
}
function ignore() {
    // It is thrown where the credential is needed.
}

;// CONCATENATED MODULE: ./lib/transport/throttle.js
/**
 * Returns a throttle that lets in at most `most` at once, in the order they came, and finds out how
 * many the other side takes: half as many after a refusal, one more after as many in a row were
 * served as are let in (additive increase, multiplicative decrease, as in TCP).
 */
function createThrottle(most) {
    const waiting = [];
    let limit = most;
    let inside = 0;
    let served = 0;
    let lowerings = 0;
    const letIn = () => {
        while (inside < limit && waiting.length > 0) {
            inside += 1;
            waiting.shift()?.();
        }
    };
    const learn = (passage, enteredAt) => {
        if (enteredAt !== lowerings)
            return;
        if (passage === 'served') {
            served += 1;
            if (served < limit || limit >= most)
                return;
            limit += 1;
            served = 0;
        }
        else if (passage === 'refused') {
            limit = Math.max(1, Math.floor(limit / 2));
            served = 0;
            lowerings += 1;
        }
    };
    const passing = () => {
        // Those let in before a lowering are refused together, and that counts as one refusal.
        const enteredAt = lowerings;
        return (passage) => {
            inside -= 1;
            learn(passage, enteredAt);
            letIn();
        };
    };
    return {
        async enter() {
            await new Promise((enter) => {
                waiting.push(enter);
                letIn();
            });
            return passing();
        },
        enterAtOnce() {
            inside += 1;
            return passing();
        },
    };
}

;// CONCATENATED MODULE: ./lib/transport/limit.js

/**
 * Returns a Send with at most `most` requests under way at once to each origin, fewer while it
 * answers 429 or 503. A request is under way until the headers of its answer have come: so an
 * upload counts all along, and a body that is read slowly keeps nobody waiting. Urgent ones count too,
 * but do not wait for others.
 */
function limiting(send, most) {
    const throttles = new Map();
    return async (request) => {
        const { origin } = request.url;
        const throttle = throttles.get(origin) ?? createThrottle(most);
        throttles.set(origin, throttle);
        const leave = request.urgent ? throttle.enterAtOnce() : await throttle.enter();
        try {
            const response = await send(request);
            leave(response.status === 429 || response.status === 503 ? 'refused' : 'served');
            return response;
        }
        catch (error) {
            leave('failed');
            throw error;
        }
    };
}

;// CONCATENATED MODULE: ./lib/transport/monotonic.js
/**
 * Returns the milliseconds of the machine's monotonic clock: it only goes forward, whatever is done to
 * the time of day, and processes that run one after another on one machine can compare what they read.
 */
function monotonicMilliseconds() {
    return Number(process.hrtime.bigint()) / 1e6;
}

;// CONCATENATED MODULE: ./lib/transport/once-in-a-while.js
/**
 * Returns what passes on a message unless one that is `alike` was passed on less than `pauseMs`
 * milliseconds ago; `now` is in milliseconds.
 */
function onceInAWhile(pauseMs, now, tell) {
    const told = new Map();
    return (message, alike) => {
        const last = told.get(alike) ?? Number.NEGATIVE_INFINITY;
        if (now() - last < pauseMs)
            return;
        told.set(alike, now());
        tell(message);
    };
}

;// CONCATENATED MODULE: ./lib/transport/redirects.js





/** Registries need one or two (to their storage, from there to a mirror); more go in circles. */
const MAX_REDIRECTS = 5;
const redirects = [301, 302, 303, 307, 308];
/**
 * Returns a Send that goes after redirects as the request asks, of GET and HEAD alone. An origin is
 * scheme, host and port together; once it is left, no credentials are sent any more, not even when a
 * later redirect leads back (GHSA-vh4v-2xq2-g5cg).
 *
 * Throws RESPONSE_INVALID for a redirect from HTTPS to HTTP, to an address that only we can reach
 * (`mayBeSentTo`), to no web address, or for too many.
 */
function redirecting(send) {
    return async (request) => {
        let current = request;
        for (let hops = 0;; hops += 1) {
            const response = await send(current);
            const target = targetOf(response, request.redirects ?? 'none');
            if (!target)
                return response;
            await discardBody(response);
            checkTarget(target, current, request);
            if (hops === MAX_REDIRECTS)
                throw redirects_invalid(request, `redirects more than ${hops} times`);
            const isLeaving = target.origin !== current.url.origin;
            current = { ...current, url: target, ...(isLeaving && { credentials: 'omit' }) };
        }
    };
}
/** Returns where to go from here, or undefined where the answer is the one to return. */
function targetOf(response, mode) {
    const { method, status, url } = response;
    const isRead = method === 'GET' || method === 'HEAD';
    if (mode === 'none' || !isRead || !redirects.includes(status))
        return undefined;
    const location = header(response, 'location');
    const target = location ? URL.parse(location, url.href) : null;
    if (!target || (mode === 'same-origin' && target.origin !== url.origin))
        return undefined;
    return target;
}
function checkTarget(target, { url }, first) {
    if (target.protocol !== 'https:' && target.protocol !== 'http:') {
        throw redirects_invalid(first, `redirects to no web address (${target.protocol})`);
    }
    if (url.protocol === 'https:' && target.protocol === 'http:') {
        throw redirects_invalid(first, `redirects from HTTPS to HTTP (${target.origin})`);
    }
    if (!mayBeSentTo(target.hostname, first.url.hostname)) {
        throw redirects_invalid(first, `redirects into a private network (${target.origin})`);
    }
}
function redirects_invalid(request, what) {
    return new oci_error/* OciError */.Mf('RESPONSE_INVALID', `${describeRequest(request)} ${what}`, {
        advice: 'This is not followed. The storage or the public address is not set up right at the registry.',
    });
}

;// CONCATENATED MODULE: ./lib/transport/reporting.js

/**
 * Returns a Send that tells of each request, in a line: method, scheme, host and path, then the
 * status or what went wrong. Headers, queries and bodies, which hold secrets, are never in it.
 */
function reporting(send, onRequest) {
    return async (request) => {
        const what = describeRequest(request);
        try {
            const response = await send(request);
            onRequest(`${what}: ${response.status}`);
            return response;
        }
        catch (error) {
            onRequest(`${what}: ${error instanceof Error ? error.message : String(error)}`);
            throw error;
        }
    };
}

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./lib/transport/certificates.js



/**
 * Returns the TLS settings that trust the certificates (PEM) besides those that are trusted anyway:
 * Node's own roots and NODE_EXTRA_CA_CERTS. They are put together once, not for each connection.
 *
 * Throws InputError (input `ca-file`) if the text holds no certificate or a broken one: OpenSSL
 * passes over both in silence, and every connection would then fail for a reason nobody sees.
 */
function trusting(pem) {
    const certificates = pem.match(certificate) ?? [];
    if (certificates.length === 0)
        throw certificates_invalid('it holds no certificate');
    for (const [at, text] of certificates.entries()) {
        try {
            new external_node_crypto_.X509Certificate(text);
        }
        catch (cause) {
            throw certificates_invalid(`its certificate ${at + 1} cannot be read (${String(cause)})`);
        }
    }
    return (0,external_node_tls_.createSecureContext)({ ca: [...(0,external_node_tls_.getCACertificates)('default'), ...certificates] });
}
const certificate = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g;
function certificates_invalid(what) {
    return new oci_error/* InputError */.dz('ca-file', `the file of CA certificates cannot be used: ${what}`, 'It must hold certificates in PEM form, each from BEGIN CERTIFICATE to END CERTIFICATE.');
}

// EXTERNAL MODULE: external "node:util/types"
var types_ = __webpack_require__(3429);
;// CONCATENATED MODULE: ./lib/transport/connection-error.js



/**
 * Returns why there is no answer from the URL's host, as an OciError with the host, the cause's own
 * words and what to do: CONNECTION_FAILED, TLS_FAILED, TIMEOUT, CANCELLED, RESPONSE_INVALID for what
 * is not HTTP, SIZE_INVALID for content that changed while it was sent. An OciError stays what it is.
 *
 * The cause is known by its `code`: Node's system and TLS error codes, OpenSSL's, and undici's.
 */
function connectionError(cause, url) {
    if (cause instanceof oci_error/* OciError */.Mf)
        return cause;
    const code = connection_error_codeOf(cause);
    const kind = kinds.find(([pattern]) => pattern.test(code))?.[1] ?? broken;
    const words = printable(connection_error_wordsOf(cause), 300);
    return new oci_error/* OciError */.Mf(kind.code, `${nouns[kind.code] ?? 'no answer from'} ${url.host}: ${words}`, {
        advice: kind.advice,
        cause,
    });
}
const broken = {
    code: 'CONNECTION_FAILED',
    advice: 'Check that the registry is up and that nothing between here and there (firewall, proxy) closes the connection.',
};
const nouns = {
    CONNECTION_FAILED: 'no connection to',
    TLS_FAILED: 'no secure connection to',
    TIMEOUT: 'no answer in time from',
    CANCELLED: 'cancelled the request to',
    RESPONSE_INVALID: 'no valid HTTP answer from',
    SIZE_INVALID: 'wrong amount of content sent to',
};
/** The first pattern that matches the code decides. */
const kinds = [
    [
        /^(?:UND_ERR_(?:DESTROYED|CLOSED)|ABORT_ERR)$/,
        { code: 'CANCELLED', advice: 'Run it again: what is already there is not sent again.' },
    ],
    [
        /TIMEOUT|TIMEDOUT/,
        {
            code: 'TIMEOUT',
            advice: 'Check that the registry is up and reachable from here (firewall, HTTPS_PROXY, NO_PROXY).',
        },
    ],
    [
        /^(?:ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/,
        {
            code: 'CONNECTION_FAILED',
            advice: 'Check the name of the registry and, where a proxy is needed, HTTPS_PROXY and NO_PROXY.',
        },
    ],
    [
        /SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|CERT_UNTRUSTED/,
        {
            code: 'TLS_FAILED',
            advice: 'Give the certificate of the authority that vouches for this registry as ca-file.',
        },
    ],
    [
        /ALTNAME|HOSTNAME_MISMATCH/,
        {
            code: 'TLS_FAILED',
            advice: 'The certificate is for another name: check the name of the registry.',
        },
    ],
    [
        /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/,
        {
            code: 'TLS_FAILED',
            advice: 'The certificate is not valid now: have it renewed, or check the clock of this machine.',
        },
    ],
    [
        /WRONG_VERSION_NUMBER/,
        {
            code: 'TLS_FAILED',
            advice: 'The registry does not seem to use TLS on this port: set plain-http if the network between can be trusted.',
        },
    ],
    [
        /CERT|^ERR_(?:TLS|SSL)|^EPROTO$|PRX_TLS|INVALID_(?:CA|PURPOSE)$/,
        {
            code: 'TLS_FAILED',
            advice: 'Check the certificate and the TLS settings of the registry, or of the proxy before it.',
        },
    ],
    [
        /^(?:HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)/,
        {
            code: 'RESPONSE_INVALID',
            advice: 'Check the port, and whether the registry uses HTTPS there (plain-http).',
        },
    ],
    [
        /^UND_ERR_REQ_CONTENT_LENGTH_MISMATCH$/,
        { code: 'SIZE_INVALID', advice: 'The file changed while it was sent: run it again.' },
    ],
];
/**
 * An attempt over several addresses fails with one error for each; the first speaks for all. undici's
 * parser has names for its errors where it has no codes.
 */
function connection_error_codeOf(error) {
    if (!(0,types_.isNativeError)(error))
        return '';
    const [first] = errorsIn(error);
    const [, told] = tellingWords.find(([words]) => words.test(error.message)) ?? [];
    const code = told ?? ('code' in error ? error.code : undefined);
    return String(code ?? (connection_error_codeOf(first) || error.name));
}
function errorsIn(error) {
    return 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
}
/** Where the code says less than the words: a handshake's is EPROTO, the parser's is missing. */
const tellingWords = [
    [/wrong version number|packet length too long|http request/i, 'ERR_SSL_WRONG_VERSION_NUMBER'],
    [/invalid eof state/i, 'ECONNRESET'],
];
function connection_error_wordsOf(error) {
    if (!(0,types_.isNativeError)(error))
        return String(error);
    return error.message || errorsIn(error).map(connection_error_wordsOf).join(', ') || error.name;
}

;// CONCATENATED MODULE: ./lib/transport/ending.js
/**
 * How long a job that is over waits for what tidies up at the registry, in milliseconds. A runner kills
 * a job that is cancelled 10 s after it told it so, and there is a report to be written in that time.
 */
const TIDY_MS = 3_000;
/** Returns the ending of a job that the signal may cancel; `tidyMs` is the time to tidy up. */
function createEnding(signal, tidyMs = TIDY_MS) {
    const [over, gone] = [new AbortController(), new AbortController()];
    const tidied = new Set();
    let timer;
    const end = () => {
        if (over.signal.aborted)
            return;
        over.abort(reason());
        timer = setTimeout(() => gone.abort(reason()), tidyMs);
    };
    if (signal?.aborted)
        end();
    signal?.addEventListener('abort', end);
    return {
        over: over.signal,
        gone: gone.signal,
        async tidying(work) {
            const done = work();
            const settled = done.catch(ending_ignore).finally(() => tidied.delete(settled));
            tidied.add(settled);
            return done;
        },
        async close() {
            signal?.removeEventListener('abort', end);
            end();
            // What is tidied up may begin more of it.
            while (tidied.size > 0)
                await Promise.all(tidied);
            clearTimeout(timer);
            gone.abort(reason());
        },
    };
}
/** With the code of Node's own AbortError, which DOMException's lacks. */
function reason() {
    return Object.assign(new Error('the job is over'), { code: 'ABORT_ERR' });
}
function ending_ignore() {
    // Whoever began the work sees the error.
}

;// CONCATENATED MODULE: ./lib/transport/metered.js

/**
 * Returns the bytes of the source, counted. Destroying either stream destroys both; an error that
 * nobody reads does not end the process.
 */
function metered(source, { onBytes, asError = (error) => error }) {
    const meter = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            onBytes(chunk.length);
            done(null, chunk);
        },
        flush(done) {
            // undici takes the connection for busy until the next turn: whoever sends a request at once
            // after reading an answer would open another.
            setImmediate(done);
        },
        destroy(error, done) {
            done(error && asError(error));
        },
    });
    (0,external_node_stream_.pipeline)(source, meter, metered_ignore);
    meter.on('error', metered_ignore);
    return meter;
}
function metered_ignore() {
    // The reader of the stream sees the error.
}

;// CONCATENATED MODULE: ./lib/transport/proxies.js


/**
 * Returns the proxies that the environment names. Of a variable in both cases the lower one counts,
 * as in the GitHub runner (its ADR 0263) and in curl; a proxy without a scheme is an HTTP proxy.
 * Throws CONNECTION_FAILED if one is not a URL, without its value: it may hold a password.
 */
function proxiesOf(env) {
    const proxy = (name) => {
        const value = (env[name] ?? env[name.toUpperCase()] ?? '').trim();
        if (value === '')
            return '';
        const url = URL.parse(value.includes('://') ? value : `http://${value}`);
        if (url?.hostname)
            return url.href;
        throw new oci_error/* OciError */.Mf('CONNECTION_FAILED', `${name.toUpperCase()} is not the URL of a proxy`, {
            advice: 'Set it to something like http://proxy.example.com:3128.',
        });
    };
    return {
        http: proxy('http_proxy'),
        https: proxy('https_proxy'),
        none: env['no_proxy'] ?? env['NO_PROXY'] ?? '',
    };
}
/**
 * Tells whether a request goes to its host directly, whatever NO_PROXY says: loopback is never the
 * proxy's own, and HTTP_PROXY is not for HTTPS.
 */
function isDirect(url, proxies) {
    if (reachOf(url.hostname) === 'loopback')
        return true;
    return (url.protocol === 'https:' ? proxies.https : proxies.http) === '';
}

;// CONCATENATED MODULE: ./lib/transport/send.js









/** Headers take long where a registry copies a large blob into its storage before it answers. */
const TIMEOUTS = { connect: 15_000, headers: 120_000, body: 60_000 };
/** Longer than a job's pauses between requests, shorter than the patience of servers. */
const KEEP_ALIVE_MS = 15_000;
/**
 * Returns a Send over HTTP/1.1 that keeps a pool of connections for each origin, through the
 * proxies that the environment names; `close` must be called at the end. A request is sent with
 * `accept-encoding: identity`: digests are taken over the bytes as they are stored, and decoding
 * would let a small answer become an endless one (CVE-2026-22036).
 *
 * Throws InputError (input `ca-file`) for certificates that cannot be used, CONNECTION_FAILED for
 * proxies that are no URLs. The Send throws CONNECTION_FAILED, TLS_FAILED, TIMEOUT, CANCELLED,
 * RESPONSE_INVALID or SIZE_INVALID as `connectionError` says, UNSUPPORTED for a header that HTTP
 * cannot carry; and what the request's own body throws, as it is. Reading the answer's body throws
 * the same.
 */
function openConnections(options) {
    const { env, signal, traffic } = options;
    const proxies = proxiesOf(env);
    const settings = dispatcherOptions(options);
    const direct = new undici/* Agent */.g6(settings);
    const proxied = new undici/* EnvHttpProxyAgent */.J2({
        ...settings,
        httpProxy: proxies.http,
        httpsProxy: proxies.https,
        noProxy: proxies.none,
    });
    const ending = createEnding(signal);
    const close = async () => {
        await ending.close();
        await Promise.all([direct.destroy(), proxied.destroy()]);
    };
    const send = async (request) => {
        const { method, url } = request;
        const end = endOf(request, ending);
        const headers = sentHeaders(request);
        const upload = request.body && openUpload(request.body, traffic);
        traffic.countRequest();
        try {
            const answer = await (isDirect(url, proxies) ? direct : proxied).request({
                origin: url.origin,
                path: `${url.pathname}${url.search}`,
                method,
                headers,
                body: upload?.body ?? null,
                signal: end,
                // undici would close the connection after a HEAD, in case its answer has a body after all.
                reset: false,
            });
            return responseTo(request, answer, traffic);
        }
        catch (error) {
            if (ending.over.aborted)
                throw connectionError(ending.over.reason, url);
            throw upload?.failure() ?? connectionError(error, url);
        }
    };
    const { over, tidying } = ending;
    return { send, over, tidying, close };
}
/** Returns what ends the request. Throws CANCELLED, or the reason of its own signal, if that has come. */
function endOf({ url, onCancel, signal }, { over, gone }) {
    if (over.aborted && onCancel !== 'begin')
        throw connectionError(over.reason, url);
    if (signal?.aborted)
        throw connectionError(signal.reason, url);
    const end = onCancel ? gone : over;
    return signal ? AbortSignal.any([end, signal]) : end;
}
/**
 * HTTP/1.1 alone: undici would offer HTTP/2, where all uploads share one connection and one
 * connection's flow control, and a proxy's reset ends them all; with a pool each has its own.
 */
function dispatcherOptions({ certificates, timeouts = TIMEOUTS, }) {
    const tls = {
        timeout: timeouts.connect,
        ...(certificates !== undefined && { secureContext: trusting(certificates) }),
    };
    return {
        allowH2: false,
        keepAliveTimeout: KEEP_ALIVE_MS,
        headersTimeout: timeouts.headers,
        bodyTimeout: timeouts.body,
        connect: tls,
        requestTls: tls,
        proxyTls: tls,
        clientFactory: (origin, factoryOptions) => new undici/* Pool */.bC(origin, { ...factoryOptions, headersTimeout: timeouts.connect }),
    };
}
function sentHeaders({ headers, body }) {
    const sent = {
        'user-agent': 'oras-attach',
        ...headers,
        'accept-encoding': 'identity',
        ...(body && { 'content-length': String(body.size) }),
    };
    for (const [name, value] of Object.entries(sent)) {
        if (!/^[\t\x20-\x7e]*$/.test(value)) {
            throw new oci_error/* OciError */.Mf('UNSUPPORTED', `the header ${name} would hold a character that HTTP forbids`);
        }
    }
    return sent;
}
function openUpload(content, traffic) {
    if (content.size === 0)
        return { body: null, failure: () => undefined };
    const source = content.open();
    let failed;
    source.once('error', (error) => {
        // When the connection breaks, `body` is destroyed first, and the source with the same error.
        if (!body.destroyed)
            failed = error;
    });
    const body = metered(source, { onBytes: traffic.countSent });
    return { body, failure: () => failed };
}
function responseTo(request, answer, traffic) {
    const { url, method } = request;
    const headers = receivedHeaders(answer.headers);
    const body = metered(answer.body, {
        onBytes: traffic.countReceived,
        asError: (error) => connectionError(error, url),
    });
    return {
        status: answer.statusCode,
        headers,
        body: isEncoded(headers) ? unreadable(body, request) : body,
        url,
        method,
    };
}
function receivedHeaders(headers) {
    return new Map(Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat()]));
}
function isEncoded(headers) {
    return (headers.get('content-encoding') ?? []).some((value) => !/^(?:identity)?$/i.test(value.trim()));
}
/** The status of an encoded answer is good; its bytes are not, and fail whoever wants them. */
function unreadable(body, request) {
    body.destroy();
    const error = new oci_error/* OciError */.Mf('RESPONSE_INVALID', `the answer to ${describeRequest(request)} is compressed, which was not asked for`, {
        advice: 'Something before the registry compresses what it passes on: have that switched off.',
    });
    return new external_node_stream_.Readable({
        read() {
            this.destroy(error);
        },
    });
}

;// CONCATENATED MODULE: ./lib/transport/traffic.js
/** Returns a meter that stands at nothing. */
function createTrafficMeter() {
    let [requests, retries, bytesSent, bytesReceived] = [0, 0, 0, 0];
    return {
        countRequest: () => {
            requests += 1;
        },
        countRetry: () => {
            retries += 1;
        },
        countSent: (bytes) => {
            bytesSent += bytes;
        },
        countReceived: (bytes) => {
            bytesReceived += bytes;
        },
        total: () => ({ requests, retries, bytesSent, bytesReceived }),
    };
}

;// CONCATENATED MODULE: ./lib/transport/whole-body.js


/**
 * Returns a Send that has read the body before it returns a 200 to a request that wants it whole, so
 * that a connection which breaks in the middle of the body fails as one that breaks before it.
 * Throws LIMIT_EXCEEDED for a body that is longer than the request allows.
 */
function readingWhole(send) {
    return async (request) => {
        const { wholeBody } = request;
        const response = await send(request);
        // An encoded body cannot be read, which only matters to who wants it.
        const isReadable = response.status === 200 && !response.headers.has('content-encoding');
        if (wholeBody === undefined || !isReadable)
            return response;
        const bytes = await readBody(response, wholeBody);
        return { ...response, body: external_node_stream_.Readable.from([bytes], { objectMode: false }) };
    };
}

;// CONCATENATED MODULE: ./lib/transport/transport.js












/**
 * Repetitions that are alike are told once in this time, in milliseconds: where a registry is not to
 * be reached, all that was sent together is tried again within it.
 */
const ALIKE_MS = 10_000;
/**
 * Returns the transport of a job, which must be closed at its end. From the outside in, a request
 * goes through
 *
 * 1. redirects, so that every hop is judged anew by what follows, above all whether it is sent
 *    authorization: that belongs to an origin, not to a request;
 * 2. authorisation, which sees each answer once: a 503 is not its business and has been repeated
 *    when it is asked, and the token requests it makes itself are repeated like others;
 * 3. repetition, outside the limit, so that who waits for another try keeps no place, and outside
 *    the reading of bodies that are wanted whole, which can break too;
 * 4. the limit for each origin, which learns from every single answer;
 * 5. the log of requests, and the connections, which know nothing of all that.
 *
 * Throws InputError and CONNECTION_FAILED as `openConnections` does.
 */
function openTransport(options) {
    const { onProgress, concurrency, onSecret } = options;
    const traffic = createTrafficMeter();
    const connections = openConnections({ ...options, traffic });
    const { over, tidying } = connections;
    const sleep = options.sleep ?? ((milliseconds) => sleepUntil(milliseconds, over));
    const tellOfRetry = onceInAWhile(ALIKE_MS, Date.now, (message) => onProgress({ kind: 'retry', message }));
    const onRetry = (message, alike) => {
        traffic.countRetry();
        tellOfRetry(message, alike);
    };
    const retry = createRetry({ sleep, random: Math.random, now: Date.now, onRetry });
    const reported = reporting(connections.send, (message) => onProgress({ kind: 'request', message }));
    const single = limiting(reported, concurrency);
    const repeated = retrying(readingWhole(single), retry);
    return {
        toRegistry(access) {
            const authorizing = createAuthorizer({
                ...access,
                send: repeated,
                now: Date.now,
                ...(onSecret && { onSecret }),
            });
            return {
                send: redirecting(authorizing(repeated)),
                sendOnce: redirecting(authorizing(single)),
                retrying: retry,
                sleep,
                now: options.now ?? monotonicMilliseconds,
                onRetry,
                tidying,
            };
        },
        traffic: () => traffic.total(),
        close: connections.close,
    };
}
async function sleepUntil(milliseconds, signal) {
    try {
        await (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal });
    }
    catch (cause) {
        throw new oci_error/* OciError */.Mf('CANCELLED', 'cancelled while waiting for the registry', { cause });
    }
}

;// CONCATENATED MODULE: ./lib/open.js








/**
 * Returns the images, each with its repository, in a registry or a layout. No request is
 * made yet. Images of one registry share its connections and, for the scopes of all of them, its
 * token.
 *
 * Throws InputError for a `ca-file` that cannot be read and for half a credential, LAYOUT_INVALID
 * for a layout that is none.
 */
async function openImages(request, context) {
    const { connection, access } = request;
    const { caFile } = connection;
    const certificates = caFile === undefined ? undefined : await (0,given_file/* readGivenFile */.M)('ca-file', caFile);
    const transport = openTransport({
        ...context,
        ...(certificates !== undefined && { certificates }),
        concurrency: connection.concurrency,
    });
    try {
        const credentials = credentialsOf(request, context);
        const registries = await openRegistries(request, transport, credentials);
        const images = await Promise.all(request.images.map(async (reference) => ({
            repository: reference.kind === 'oci-layout'
                ? await openLayout(reference.path, { access, signal: context.signal })
                : registries(reference),
            reference,
        })));
        return { images, traffic: transport.traffic, close: transport.close };
    }
    catch (error) {
        await transport.close();
        throw error;
    }
}
/** Returns how to get the repository of a reference; each is made once. */
async function openRegistries({ images, connection, access }, transport, credentials) {
    const references = images.filter((reference) => reference.kind === 'registry');
    const accounts = await accountsOf(references, credentials);
    const sends = new Map();
    const repositories = new Map();
    function sendTo({ registry, repository, origin }) {
        const account = accounts.get(`${registry}/${repository}`) ?? registry;
        const sharers = references.filter((each) => accounts.get((0,oci_reference/* formatRepository */.Sh)(each)) === account);
        const send = sends.get(account) ??
            transport.toRegistry({
                registry,
                origin,
                scopes: scopesOf(sharers, access),
                credential: () => credentials(registry, repository),
            });
        sends.set(account, send);
        return send;
    }
    return (reference) => {
        const name = (0,oci_reference/* formatRepository */.Sh)(reference);
        const endpoint = endpointOf(reference, connection.plainHttp);
        const repository = repositories.get(name) ??
            createRegistryRepository({
                endpoint,
                ...sendTo(endpoint),
                referrersMode: connection.referrersMode,
            });
        repositories.set(name, repository);
        return repository;
    };
}
/**
 * Returns whose account each repository is used with, by its name. Podman's configuration can have
 * another for each namespace of a registry; where a job names one repository there, all of that is
 * looked up while the first request is under way instead.
 */
async function accountsOf(references, credentials) {
    const names = new Map(references.map((each) => [(0,oci_reference/* formatRepository */.Sh)(each), each]));
    const accounts = [...names].map(async ([name, { registry, repository }]) => {
        const isAlone = [...names.values()].filter((each) => each.registry === registry).length === 1;
        // What is wrong with them is told where the registry asks for them, if it does.
        const credential = isAlone
            ? undefined
            : await credentials(registry, repository).catch(() => undefined);
        return [name, `${registry} ${JSON.stringify(credential)}`];
    });
    return new Map(await Promise.all(accounts));
}
/** One token for all that the job does as one account (distribution, Token Scope Documentation). */
function scopesOf(references, access) {
    const actions = access === 'write' ? 'pull,push' : 'pull';
    const repositories = new Set(references.map(({ repository }) => repository));
    return [...repositories].map((repository) => `repository:${repository}:${actions}`);
}
function credentialsOf({ images, connection }, context) {
    const { username, password, githubToken } = connection;
    const workspace = context.env['GITHUB_WORKSPACE'];
    return credentialSource({
        ...(username !== undefined && { username }),
        ...(password !== undefined && { password }),
        ...(githubToken !== undefined && { githubToken }),
        ...(workspace && { workspace }),
        registries: images.flatMap((image) => (image.kind === 'registry' ? image.registry : [])),
        env: context.env,
        homeDirectory: context.env['HOME'] || (0,external_node_os_.homedir)(),
        onSecret: (secret) => context.onSecret?.(secret),
    });
}


/***/ }),

/***/ 7857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ contentOfBytes),
/* harmony export */   Px: () => (/* binding */ observed),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   x: () => (/* binding */ contentOfFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9501);
/* harmony import */ var _piped_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4288);




/** Returns content whose bytes are in memory. */
function contentOfBytes(bytes, mediaType) {
    return {
        descriptor: { mediaType, digest: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes), size: bytes.length },
        open: () => node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from([bytes], { objectMode: false }),
    };
}
/**
 * Returns content that is read from the file each time it is opened, until the signal ends that;
 * memory does not grow with it.
 */
function contentOfFile(path, descriptor, signal) {
    return { descriptor, open: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, signal && { signal }) };
}
/** Returns the same content, telling how many bytes of it have been read since it was last opened. */
function observed(content, onRead) {
    return { descriptor: content.descriptor, open: () => counted(content.open(), onRead) };
}
/** Returns the same stream, telling how many bytes of it have been read. */
function counted(source, onRead) {
    let read = 0;
    const count = new node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform({
        transform(chunk, _encoding, done) {
            read += chunk.length;
            onRead(read);
            done(null, chunk);
        },
    });
    return (0,_piped_js__WEBPACK_IMPORTED_MODULE_3__/* .piped */ .J)(source, count);
}


/***/ }),

/***/ 4288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ piped)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);

/**
 * Returns what the transform makes of the source. An error or an early end on either side ends both:
 * a source that closes halfway must not leave its reader waiting, as `pipe` does.
 */
function piped(source, transform) {
    return (0,node_stream__WEBPACK_IMPORTED_MODULE_0__.pipeline)(source, transform, leftToReader);
}
/** The pipeline has destroyed the transform with the error, and so told its reader. */
function leftToReader() { }


/***/ }),

/***/ 2392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ mergeReferrers)
/* harmony export */ });
/** Returns one list of all, each digest once with every source it was found in, in order of first sight. */
function mergeReferrers(lists) {
    const merged = new Map();
    for (const referrer of lists.flat()) {
        const seen = merged.get(referrer.descriptor.digest);
        const sources = [...new Set([...(seen?.sources ?? []), ...referrer.sources])];
        const sighting = seen?.sighting ?? referrer.sighting;
        merged.set(referrer.descriptor.digest, {
            descriptor: seen?.descriptor ?? referrer.descriptor,
            sources,
            ...(sighting && { sighting }),
        });
    }
    return [...merged.values()];
}


/***/ }),

/***/ 4915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ verifiedStream)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9501);
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3211);
/* harmony import */ var _piped_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4288);





/**
 * Returns the stream's bytes, failing with SIZE_INVALID as soon as there are too many or at the end
 * if there are too few, and with DIGEST_INVALID at the end if they are not the descriptor's. Size
 * comes first: an endless answer is cut, not hashed (image-spec v1.1.1, Verification).
 */
function verifiedStream(source, { digest, size }) {
    const algorithm = (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .algorithmOf */ .Hy)(digest);
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    let seen = 0;
    const check = new node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform({
        transform(chunk, _encoding, done) {
            seen += chunk.length;
            if (seen > size) {
                done(new _oci_error_js__WEBPACK_IMPORTED_MODULE_3__/* .OciError */ .Mf('SIZE_INVALID', `${digest} has more than its ${size} bytes`));
                return;
            }
            hash.update(chunk);
            done(null, chunk);
        },
        flush(done) {
            if (seen !== size) {
                done(new _oci_error_js__WEBPACK_IMPORTED_MODULE_3__/* .OciError */ .Mf('SIZE_INVALID', `${digest} ended after ${seen} of ${size} bytes`));
                return;
            }
            const actual = (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .finishDigest */ .g4)(hash, algorithm);
            done(actual === digest
                ? null
                : new _oci_error_js__WEBPACK_IMPORTED_MODULE_3__/* .OciError */ .Mf('DIGEST_INVALID', `content has the digest ${actual} instead of ${digest}`));
        },
    });
    return (0,_piped_js__WEBPACK_IMPORTED_MODULE_4__/* .piped */ .J)(source, check);
}


/***/ }),

/***/ 769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   confirm: () => (/* binding */ confirm),
/* harmony export */   i: () => (/* binding */ confirmAll),
/* harmony export */   l: () => (/* binding */ pendingOf)
/* harmony export */ });
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3211);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3940);
/* harmony import */ var _oci_so_far_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3279);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1112);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(745);
/* harmony import */ var _settled_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2180);






/** Returns the lists without a lock that have what was attached, be it that it was there before. */
function pendingOf(attachments) {
    return attachments.flatMap(({ target, result: { artifacts, sighting } }) => {
        if (!sighting)
            return [];
        const { repository, descriptor, reference } = target;
        const tagged = artifacts.filter(({ via }) => via === 'referrers-tag');
        const digests = [...new Set(tagged.map(({ manifest }) => manifest.descriptor.digest))];
        return [{ repository, unconfirmed: { reference, subject: descriptor, digests, sighting } }];
    });
}
/**
 * Waits until nobody can overwrite the lists any more, all of them at once, and puts back what is lost
 * by then. Throws what `confirmListed` throws: NOT_LISTED, naming everything that is missing, where
 * that is all that is wrong.
 */
async function confirmAll(pending) {
    const results = await Promise.allSettled(pending.map(({ repository, unconfirmed: { reference, subject, digests, sighting } }) => (0,_oci_so_far_js__WEBPACK_IMPORTED_MODULE_2__/* .tellingSoFar */ .$)(() => `${digests.join(', ')} may be lost from the referrers of ${reference}`, () => repository.confirmListed(subject, digests, sighting))));
    const reasons = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    const errors = reasons.filter((reason) => reason instanceof _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf);
    const [first, second] = errors;
    if (!first || !second || errors.length < reasons.length)
        return (0,_settled_js__WEBPACK_IMPORTED_MODULE_5__/* .throwFirst */ .r)(results);
    throw new _oci_error_js__WEBPACK_IMPORTED_MODULE_0__/* .OciError */ .Mf(first.code, errors.map(({ message }) => message).join('; '), {
        ...(first.advice !== undefined && { advice: first.advice }),
        cause: first,
    });
}
/**
 * Confirms the lists that an earlier process on the same machine has written to. Opens what they are in,
 * and throws as that and `confirmAll` do, and TIMEOUT for what takes longer than it may.
 */
async function confirm(unconfirmed, { connection, deadline }, context) {
    const { failure } = await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .withDeadline */ .N)(deadline, context, (limited) => openAndConfirm(unconfirmed, connection, limited).then(succeeded, failed));
    if (failure)
        throw failure;
}
const succeeded = () => ({});
const failed = (failure) => ({ failure });
async function openAndConfirm(unconfirmed, connection, context) {
    const images = unconfirmed.map(({ reference }) => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(reference));
    const opened = await (0,_open_js__WEBPACK_IMPORTED_MODULE_3__/* .openImages */ .x)({ images, connection, access: 'write' }, context);
    try {
        // Images are opened in the order in which they are given.
        await confirmAll(opened.images.flatMap(({ repository }, at) => {
            const each = unconfirmed[at];
            return each ? [{ repository, unconfirmed: each }] : [];
        }));
    }
    finally {
        await opened.close();
    }
}


/***/ }),

/***/ 2180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ fulfilled),
/* harmony export */   r: () => (/* binding */ throwFirst)
/* harmony export */ });
/** Returns the values of those that were kept, in their order. */
function fulfilled(results) {
    return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
/** Throws the reason of the first that was broken, if one was. */
function throwFirst(results) {
    const rejected = results.find((result) => result.status === 'rejected');
    if (rejected)
        throw rejected.reason;
}


/***/ }),

/***/ 8230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ workspaceOf),
/* harmony export */   kV: () => (/* binding */ namesBelow),
/* harmony export */   xJ: () => (/* binding */ workspaceAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Returns the workspace of the environment (GITHUB_WORKSPACE), or undefined if there is none. */
async function workspaceOf(env) {
    const named = env['GITHUB_WORKSPACE'];
    return named ? workspaceAt(named) : undefined;
}
/** Returns the directory as the workspace. */
async function workspaceAt(directory) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory);
    // The working directory is told by its real path, the workspace by the one that was configured.
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root).catch(() => root);
    return {
        written(path) {
            for (const each of [root, real]) {
                const names = namesBelow(each, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
                if (names)
                    return { root: each, names };
            }
            return undefined;
        },
        really: (path) => namesBelow(real, path),
    };
}
/** Returns the names that lead from the directory to the path as it is written, or undefined if it is not in it. */
function namesBelow(directory, path) {
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(directory, path);
    const names = below === '' ? [] : below.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    return names[0] === '..' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(below) ? undefined : names;
}


/***/ })

};
