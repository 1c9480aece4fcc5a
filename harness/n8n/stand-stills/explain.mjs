/** A frame of this package, as n8n has it installed. */
const OURS = /[\\/]n8n-nodes-meta-followup[\\/]dist[\\/]/;

/**
 * What each stretch was spent in: how much of it with this package on the stack, in which of its functions most, and in which
 * function of n8n most.
 * @param profile as V8 gives it; its times and those of the stretches are microseconds of the same clock.
 */
export function explain({ nodes, samples = [], timeDeltas = [], startTime }, stretches) {
	const frames = framesOf(nodes);
	const explained = stretches.map(({ from, to, ...stretch }) => ({
		from,
		to,
		stretch,
		ours: {},
		others: {},
	}));
	let at = startTime;
	let place = 0;
	for (const [index, id] of samples.entries()) {
		at += timeDeltas[index];
		const lasts = (timeDeltas[index + 1] ?? 0) / 1_000;
		while (explained[place] && explained[place].to < at) place++;
		const one = explained[place];
		if (!one || at < one.from) continue;
		const { ours, any } = frames.get(id);
		const counts = ours ? one.ours : one.others;
		counts[ours ?? any] = (counts[ours ?? any] ?? 0) + lasts;
	}
	return explained.map(({ stretch, ours, others }) => ({
		...stretch,
		oursMs: Object.values(ours).reduce((sum, ms) => sum + ms, 0),
		...{ ours: mostOf(ours), others: mostOf(others) },
	}));
}

/** Of each node of the profile the innermost function, and the innermost one of this package, if there is one. */
function framesOf(nodes) {
	const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const frames = new Map();
	for (const { id, callFrame } of nodes) {
		let ours;
		for (let one = byId.get(id); one && !ours; one = byId.get(parents.get(one.id)))
			if (OURS.test(one.callFrame.url)) ours = nameOf(one.callFrame);
		frames.set(id, { ours, any: nameOf(callFrame) });
	}
	return frames;
}

function nameOf({ functionName, url, lineNumber, columnNumber }) {
	const where = url.replace(/^.*[\\/]node_modules[\\/]/, '').replace(/^file:\/\//, '');
	return `${functionName || '(anonymous)'}${where ? ` at ${where}:${lineNumber + 1}:${columnNumber + 1}` : ''}`;
}

function mostOf(counts) {
	return Object.entries(counts).sort(([, a], [, b]) => b - a)[0]?.[0];
}
