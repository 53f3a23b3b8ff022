/** What the JavaScript around the module does for it. The first three throw there, through the frames of the module. */

/** The text is wrong here: a `FaultCode`. */
@external("host", "fail")
export declare function fail(code: string, start: i32, end: i32): void
/** The document is to be read the other way. */
@external("host", "decline")
export declare function decline(): void
/** There is no memory left. */
@external("host", "exhausted")
export declare function exhausted(): void
/** 32 bits that nobody can foresee. */
@external("host", "random")
export declare function random(): i32
/** The id of the key that a quoted scalar with escapes, or one of several lines, is; `header` is word 3 of a scalar like it. */
@external("host", "encodedKey")
export declare function encodedKey(kind: i32, start: i32, end: i32, header: i32): i32
/** What the plain key with this id is read as: the id of another key, or -1 when it is no ordinary key. */
@external("host", "resolvePlainKey")
export declare function resolvePlainKey(id: i32): i32
