// Some tests need programs that npm does not bring: a PostgreSQL server, Redis, Chromium. On a machine without them those
// tests are left out and named; with TEST_EVERYTHING=1 (set by .ci/run, which installs them) they run, and fail if missing.
const { existsSync, readdirSync } = require('node:fs');
const { delimiter, join } = require('node:path');

const POSTGRES = '/usr/lib/postgresql';

function onPath(program) {
	return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

const FOUND = {
	postgresql: () =>
		existsSync(POSTGRES) && readdirSync(POSTGRES).some((one) => existsSync(join(POSTGRES, one, 'bin', 'initdb'))),
	chromium: () => onPath('chromium'),
	'redis-server': () => onPath('redis-server'),
};

/** Debian packages that are not installed and are not demanded either. */
const leftOut =
	process.env.TEST_EVERYTHING === '1' ? [] : Object.keys(FOUND).filter((name) => !FOUND[name]());

module.exports = { leftOut };
