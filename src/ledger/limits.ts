/** The most events that one request may carry; a request is one atomic append. */
export const MAX_REQUEST_EVENTS = 500

/** The most that the body of one event may hold, in bytes of UTF-8 of its canonical JSON: 256 KiB. */
export const MAX_BODY_BYTES = 256 * 1024

/**
 * The most events that one append carries, those of all its requests together: enough that the cost
 * of making them durable is shared, few enough that the event loop is not held up.
 */
export const MAX_BATCH_EVENTS = 1_000
