export const id = 459;
export const ids = [459];
export const modules = {

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


/***/ })

};
