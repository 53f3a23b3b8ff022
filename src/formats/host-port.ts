import type { Format } from './format.ts'

const HOST_PORT = /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/

/** A host and a port, as Go splits them: `example.com:7861`, `[::1]:7861`. Either may be empty. */
export const hostPort: Format = (value) => (HOST_PORT.test(value) ? undefined : 'must be a host and a port, such as example.com:7861')
