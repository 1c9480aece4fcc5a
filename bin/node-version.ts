/** The oldest Node with node:sqlite, as in "engines" of package.json. */
const OLDEST = [22, 16] as const;

/** Why a version of Node is too old; undefined if it is not. */
export function requireNode(version: string): string | undefined {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined;
	return `The intake needs Node ${OLDEST.join('.')} or newer, and this is ${version}. Install a newer Node, or run it in the image of n8n, which brings one.`;
}
