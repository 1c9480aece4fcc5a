import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const OF_PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

/** The names and licences of the libraries that are part of these bundles: all of them ask to be told with every copy. */
export async function noticesOf(bundles: Metafile[], root: string): Promise<string> {
	const files = bundles.flatMap(({ outputs }) =>
		Object.values(outputs).flatMap(({ inputs }) =>
			Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
		),
	);
	const folders = new Set(files.map((file) => OF_PACKAGE.exec(file)?.[1]).filter((one) => one !== undefined));
	const notices = await Promise.all(
		[...folders].sort().map(async (folder) => await noticeOf(join(root, folder))),
	);
	return ['This package contains the following libraries.', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`);
}

async function noticeOf(folder: string): Promise<string> {
	const { name, version, license, author } = JSON.parse(
		await readFile(join(folder, 'package.json'), 'utf8'),
	) as { name: string; version: string; license?: string; author?: string | { name: string } };
	const texts = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).sort();
	if (texts.length === 0 && license === undefined)
		throw new Error(`${name} ${version} names no licence, so it cannot be part of this package.`);
	const who = (typeof author === 'string' ? author : author?.name)?.replace(/\s*[<(].*$/, '');
	return [
		`${name} ${version}, ${license ?? 'licence below'}${who ? `, by ${who}` : ''}`,
		...(await Promise.all(texts.map(async (file) => (await readFile(join(folder, file), 'utf8')).trim()))),
	].join('\n\n');
}
