/** The versions of n8n that the tests run on, the newest first. */
export const N8N_VERSIONS = ['2.41.1', '2.39.10'] as const;

/** The n8n that the demo, the tests and the benchmarks run: the newest one, or the one that `META_FOLLOWUP_N8N` names. */
export function n8nVersion(): string {
	return process.env.META_FOLLOWUP_N8N || N8N_VERSIONS[0];
}

/** Native parts n8n cannot run without; the others are optional, and one of them downloads sources while it installs. */
export const NATIVE_PARTS = ['sqlite3', 'isolated-vm'];
