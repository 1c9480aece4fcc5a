import type { Text } from './words.ts';

/** A node of a template. Its key is the same in both languages; an expression names it as $('@key'). */
export interface NodePart {
	key: string;
	name: Text;
	type: string;
	version: number;
	at: [number, number];
	parameters?: object;
	/** Fake data with which the template can be tried without Meta. */
	pinned?: object[];
	/** Anything else that n8n keeps on a node, e.g. `onError`. */
	more?: object;
}

/** A note on the canvas: the yellow one explains the whole, the white ones a section. */
export interface StickyPart {
	key: string;
	name: Text;
	text: Text;
	at: [number, number];
	size: [width: number, height: number];
	yellow?: boolean;
}

/** From one node to another, by their keys. */
export interface Wire {
	from: string;
	to: string;
	output?: number;
	input?: number;
	/** `main` unless it is e.g. a chat model. */
	kind?: string;
}

/** A workflow template in both languages. */
export interface Template {
	/** File names without their end. */
	file: Text;
	name: Text;
	stickies: StickyPart[];
	nodes: NodePart[];
	wires: Wire[];
}

/** A line of several nodes one after the other. */
export function line(...keys: string[]): Wire[] {
	return keys.slice(1).map((to, index) => ({ from: keys[index] as string, to }));
}
