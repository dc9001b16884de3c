import type { ServerOptions } from 'node:http'

/** How long whoever is slow may hold a connection, in milliseconds, and how large a head may be. */
export const SERVER_OPTIONS: ServerOptions = { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 }
