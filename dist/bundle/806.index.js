export const id = 806;
export const ids = [806];
export const modules = {

/***/ 1806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchRoot: () => (/* binding */ fetchRoot)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _sigstore_tuf__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4423);
/* harmony import */ var _oci_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3211);
/* harmony import */ var _oci_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3931);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5085);






/** The documents have some kilobytes each; a fetch asks for six at most, one after the other. */
const REQUEST_TIMEOUT = 10_000;
const RETRY = { retries: 2, minTimeout: 300 };
/**
 * Returns the trusted root of Sigstore's public instance, JSON, over TUF: signed by its keyholders, not
 * expired, not older than what is cached. Throws an OciError: CONNECTION_FAILED or TIMEOUT if the
 * repository cannot be reached, RESPONSE_INVALID if what it says does not hold, CANCELLED.
 */
async function fetchRoot(source) {
    const { repository, signal, env = process.env } = source;
    const url = repository?.url ?? _sigstore_tuf__WEBPACK_IMPORTED_MODULE_2__.DEFAULT_MIRROR_URL;
    const options = {
        cachePath: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(source.cacheDirectory, 'tuf'),
        mirrorURL: url,
        timeout: REQUEST_TIMEOUT,
        retry: RETRY,
        ...(repository && { rootPath: repository.rootFile }),
    };
    // tuf-js uses the `fetch` of Node, which looks at no proxy by itself; from 24.14 it can be told to.
    const restore = node_http__WEBPACK_IMPORTED_MODULE_0__.setGlobalProxyFromEnv?.(env);
    try {
        return await untilAborted(signal, () => getRoot(options));
    }
    catch (cause) {
        throw failure(new URL(url).host, cause, source);
    }
    finally {
        restore?.();
    }
}
/**
 * A cached root that is not the whole file that was written, as when a run was killed, must not stop
 * every later one; nothing else in the cache is believed without a signature.
 */
async function getRoot(options) {
    const get = async (force) => {
        const tuf = await (0,_sigstore_tuf__WEBPACK_IMPORTED_MODULE_2__.initTUF)({ ...options, force });
        return tuf.getTarget('trusted_root.json');
    };
    try {
        return await get(false);
    }
    catch (error) {
        if (codeOf(error) !== 'RESPONSE_INVALID')
            throw error;
        return get(true);
    }
}
async function untilAborted(signal, work) {
    signal?.throwIfAborted();
    const { promise, reject } = Promise.withResolvers();
    const abort = () => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    try {
        return await Promise.race([work(), promise]);
    }
    finally {
        signal?.removeEventListener('abort', abort);
    }
}
function failure(host, cause, { signal, cacheDirectory }) {
    if (signal?.aborted) {
        return new _oci_error_js__WEBPACK_IMPORTED_MODULE_3__/* .OciError */ .Mf('CANCELLED', `cancelled the fetch of Sigstore's trusted root`, { cause });
    }
    const words = errorsOf(cause).map(({ message }) => message);
    return new _oci_error_js__WEBPACK_IMPORTED_MODULE_3__/* .OciError */ .Mf(codeOf(cause), `no trusted root of Sigstore from ${host}: ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(words.join(': '))}`, {
        advice: `Allow HTTPS to ${host} (through HTTPS_PROXY from Node 24.14, before with NODE_USE_ENV_PROXY=1), let ${cacheDirectory} be written, or give a trusted root as trusted-root.`,
        cause,
    });
}
/** What is no failure of the network is one of the content. */
function codeOf(error) {
    const errors = errorsOf(error);
    if (errors.some(({ message }) => /due to timeout$/.test(String(message))))
        return 'TIMEOUT';
    const isUnreachable = errors.some((each) => 'statusCode' in each || /fetch failed$/.test(String(each['message'])));
    return isUnreachable ? 'CONNECTION_FAILED' : 'RESPONSE_INVALID';
}
/** Returns the error and its causes; that of a timeout is no `Error`. */
function errorsOf(error) {
    return (0,_oci_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(error) ? [error, ...errorsOf(error['cause'])] : [];
}


/***/ })

};
