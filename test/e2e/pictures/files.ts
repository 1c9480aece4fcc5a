import { globSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';

const FOLDER = join(PROJECT_DIR, 'docs', 'pictures');

/** Where a picture of the docs lies. */
export const pictureFile = (name: string): string => join(FOLDER, `${name}.png`);

/** The names of the pictures that some page shows. */
export function shownPictures(): Set<string> {
	const pages = globSync('{*.md,{docs,workflows-templates,sandbox}/**/*.md}', { cwd: PROJECT_DIR });
	const links = pages.flatMap((page) => [
		...readFileSync(join(PROJECT_DIR, page), 'utf8').matchAll(/pictures\/([\w-]+)\.png/g),
	]);
	return new Set(links.map((link) => link[1] as string));
}

/** Deletes the pictures that no page shows; returns their names. */
export function removeUnshown(): string[] {
	const shown = shownPictures();
	const names = readdirSync(FOLDER).map((file) => file.replace(/\.png$/, ''));
	const unshown = names.filter((name) => !shown.has(name));
	for (const name of unshown) rmSync(pictureFile(name));
	return unshown;
}
