import { GroupCommit } from '../../lib/intake/group-commit.ts';
import { StoreUnavailableError } from '../../lib/index.ts';

const LIMITS = { sizeOf: () => 1, most: 3 };

/** A commit that is held until it is let go, and the batches it was given. */
function held(commit: (items: string[]) => void = () => {}) {
	const batches: string[][] = [];
	const gates: (() => void)[] = [];
	const group = new GroupCommit<string>(async (items) => {
		batches.push(items);
		await new Promise<void>((resolve) => gates.push(resolve));
		commit(items);
	}, LIMITS);
	/** Lets the transaction that is under way, or begins next, go on. */
	const next = async (): Promise<void> => {
		while (gates.length === 0) await new Promise((resolve) => setImmediate(resolve));
		gates.shift()?.();
	};
	return { group, batches, next };
}

test('what waits while a transaction is under way shares the next one, in its order', async () => {
	const { group, batches, next } = held();
	const first = group.add('a');
	while (batches.length === 0) await new Promise((resolve) => setImmediate(resolve));
	const others = [group.add('b'), group.add('c')];
	await next();
	await first;
	await next();
	await Promise.all(others);
	expect(batches).toEqual([['a'], ['b', 'c']]);
});

test('nothing is done before what it is part of is committed', async () => {
	const { group, next } = held();
	let done = false;
	const added = group.add('a').then(() => (done = true));
	await new Promise((resolve) => setImmediate(resolve));
	await new Promise((resolve) => setImmediate(resolve));
	expect(done).toBe(false);
	await next();
	await added;
});

test('a transaction takes in no more than its limit, and something larger alone', async () => {
	const batches: number[][] = [];
	const group = new GroupCommit<number>(async (items) => void batches.push(items), {
		...{ sizeOf: (item) => item, most: 10 },
	});
	await Promise.all([6, 4, 1, 50, 2].map(async (item) => await group.add(item)));
	expect(batches).toEqual([[6, 4], [1], [50], [2]]);
});

test('one that cannot be committed fails alone; those that came with it are committed', async () => {
	const committed: string[] = [];
	const group = new GroupCommit<string>(async (items) => {
		if (items.includes('bad')) throw new Error('cannot be stored');
		committed.push(...items);
	}, LIMITS);
	const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map(async (item) => await group.add(item)));
	expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(committed).toEqual(['a', 'b']);
});

test('without a store all fail at once, and those that come later are tried', async () => {
	let tries = 0;
	const group = new GroupCommit<string>(async () => {
		if (++tries === 1) throw new StoreUnavailableError('gone', 'wait');
	}, LIMITS);
	const outcomes = await Promise.allSettled(['a', 'b'].map(async (item) => await group.add(item)));
	expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(tries).toBe(1);
	await group.add('c');
});
