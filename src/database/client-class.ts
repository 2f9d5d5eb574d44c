import type { Client } from 'pg';

/** A class of connections. */
export type ClientClass = typeof Client;
