import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { folderWithNodeHeaders } from '../../harness/n8n/node-headers.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'node-headers-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A Node as it lies on a disk, with or without its C headers; gives the folder for the PATH. */
function installNode(name: string, hasHeaders: boolean): string {
	const bin = join(folder, name, 'bin');
	mkdirSync(bin, { recursive: true });
	writeFileSync(join(bin, 'node'), '');
	if (hasHeaders) {
		const headers = join(folder, name, 'include', 'node');
		mkdirSync(headers, { recursive: true });
		writeFileSync(join(headers, 'node_api.h'), '');
	}
	return bin;
}

test('a Node from the package registry has no headers; the next one on the PATH is asked', () => {
	const path = [installNode('registry', false), installNode('machine', true)].join(delimiter);
	expect(folderWithNodeHeaders(path)).toBe(join(folder, 'machine'));
});

test('headers lie beside the Node that a link on the PATH leads to', () => {
	const links = join(folder, 'links');
	mkdirSync(links);
	symlinkSync(join(installNode('linked', true), 'node'), join(links, 'node'));
	expect(folderWithNodeHeaders(links)).toBe(join(folder, 'linked'));
});

test('without headers anywhere nothing is claimed, so that node-gyp fetches its own', () => {
	const path = [installNode('registry', false), join(folder, 'missing')].join(delimiter);
	expect(folderWithNodeHeaders(path)).toBeUndefined();
});
