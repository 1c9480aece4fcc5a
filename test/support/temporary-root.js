// All that a run of the tests writes lies in one folder, which goes with it: hundreds of files make a folder each, and
// jest ends its workers without giving them time to clean up.
const { chmodSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const NAME = 'meta-followup-tests-';

/** Makes the folder and has everything in this process and those it starts use it as the temporary one. */
module.exports.makeTemporaryRoot = () => {
	const folder = mkdtempSync(join(tmpdir(), NAME));
	// PostgreSQL runs as a user of its own and must reach its data inside.
	chmodSync(folder, 0o755);
	process.env.TMPDIR = folder;
};

/** Removes it, if it was made here. */
module.exports.removeTemporaryRoot = () => {
	const folder = process.env.TMPDIR ?? '';
	if (folder.includes(NAME)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
};
