import { delimiter, join } from 'node:path';

/** The environment in which the project's own tools, and its own Node, are found first. */
export function projectEnvironment(root) {
	return withPath([join(root, 'node_modules', '.bin'), ...pathEntries()]);
}

/** The environment without the project's tools: npm has to run on a Node that does not vanish while it replaces node_modules. */
export function machineEnvironment(root) {
	const own = join(root, 'node_modules');
	return withPath(pathEntries().filter((entry) => !entry.startsWith(own)));
}

function withPath(entries) {
	const others = Object.entries(process.env).filter(([name]) => name.toUpperCase() !== 'PATH');
	return { ...Object.fromEntries(others), PATH: entries.join(delimiter) };
}

function pathEntries() {
	const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH');
	return (name ? process.env[name] : '').split(delimiter).filter((entry) => entry !== '');
}
