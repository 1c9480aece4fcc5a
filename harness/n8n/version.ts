/** The n8n that the demo and the end-to-end tests run. */
export const N8N_VERSION = '2.39.10';
/** Native parts n8n cannot run without; the others are optional, and one of them downloads sources while it installs. */
export const NATIVE_PARTS = ['sqlite3', 'isolated-vm'];
