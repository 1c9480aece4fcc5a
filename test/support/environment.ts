// n8n-core writes a settings file into the user folder as soon as it is loaded; tests must not touch the real one.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'meta-followup-test-'));
process.env.N8N_ENCRYPTION_KEY ??= 'only-for-tests';
// Tests read errors from the nodes; the engine would print each of them as well.
process.env.N8N_LOG_LEVEL ??= 'silent';
