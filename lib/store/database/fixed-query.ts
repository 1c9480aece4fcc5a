import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Db } from './db.ts';

/** Stands for a value that is known only when the query runs. */
class Placeholder<Values> {
	constructor(readonly read: (values: Values) => unknown) {}
}

/** Puts a value of the moment into a query that is built only once. */
export interface ValuesOf<Values> {
	<Name extends keyof Values>(name: Name): Values[Name];
}

/** The same for a list: the value of the item at this place. */
export interface ItemsOf<Item> {
	<Name extends keyof Item>(place: number, name: Name): Item[Name];
}

/** A query that is ready to run with the values of the moment. */
export interface FixedQuery<Values, Row> {
	all(db: Db, values: Values): Promise<Row[]>;
	first(db: Db, values: Values): Promise<Row | undefined>;
	/** Runs a query that writes; gives how many rows it changed. */
	run(db: Db, values: Values): Promise<number>;
}

/**
 * A query whose text is always the same: it is built and compiled once for each database. For what is asked with every
 * message: building and compiling take 12 to 16 µs, and SQLite answers in 5 to 25 (Kysely 0.29.9, 2026-11-28).
 *
 *     const BY_ID = fixedQuery((db, value: ValuesOf<{ id: string }>) => db.selectFrom(…).where('id', '=', value('id')));
 *     await BY_ID.first(tx, { id });
 */
export function fixedQuery<Values extends object, Row>(
	build: (db: Db, value: ValuesOf<Values>) => Compilable<Row>,
): FixedQuery<Values, Row> {
	return readyToRun((db) => build(db, (name) => placeholder((values: Values) => values[name])));
}

/** A query about a list of items, ready to run with the values and the items of the moment. */
export interface FixedListQuery<Values, Item, Row> {
	all(db: Db, items: readonly Item[], values: Values): Promise<Row[]>;
	/** Runs a query that writes; gives how many rows it changed. */
	run(db: Db, items: readonly Item[], values: Values): Promise<number>;
}

/** Longer lists are rare and take the database longer than building their query; it is not kept. */
const LONGEST_KEPT = 64;

/**
 * Lengths that lists are filled up to. Deliveries that come together make lists of any length; with a text of its own for each,
 * neither we nor the database would know most of them again, and building one for a list of 16 takes 0.2 to 1 ms.
 */
const LENGTHS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];

interface ListOptions {
	/** Whether the query does the same if the last item stands in the list more than once. */
	mayRepeat?: boolean;
}

/**
 * A query about a list, whose text depends on nothing but the length of the list: built and compiled once for each length.
 *
 *     const BY_IDS = fixedListQuery((db, length, item: ItemsOf<{ id: string }>) =>
 *         db.selectFrom(…).where('id', 'in', places(length, (place) => item(place, 'id'))), { mayRepeat: true });
 *     await BY_IDS.all(tx, [{ id }], {});
 */
export function fixedListQuery<Values extends object, Item extends object, Row>(
	build: (db: Db, length: number, item: ItemsOf<Item>, value: ValuesOf<Values>) => Compilable<Row>,
	{ mayRepeat = false }: ListOptions = {},
): FixedListQuery<Values, Item, Row> {
	type Moment = { items: readonly Item[]; values: Values };
	const kept = new Map<number, FixedQuery<Moment, Row>>();
	const queryFor = (length: number): FixedQuery<Moment, Row> => {
		const known = kept.get(length);
		if (known) return known;
		const query = readyToRun<Moment, Row>((db) =>
			build(
				db,
				length,
				(place, name) => placeholder(({ items }: Moment) => items[Math.min(place, items.length - 1)]?.[name]),
				(name) => placeholder(({ values }: Moment) => values[name]),
			),
		);
		if (length <= LONGEST_KEPT || (mayRepeat && LENGTHS.includes(length))) kept.set(length, query);
		return query;
	};
	const lengthFor = ({ length }: readonly Item[]): number =>
		(mayRepeat ? LENGTHS.find((one) => one >= length) : undefined) ?? length;
	return {
		all: async (db, items, values) => await queryFor(lengthFor(items)).all(db, { items, values }),
		run: async (db, items, values) => await queryFor(lengthFor(items)).run(db, { items, values }),
	};
}

/** Something for each place of a list of this length. */
export function places<T>(length: number, at: (place: number) => T): T[] {
	return Array.from({ length }, (_, place) => at(place));
}

function placeholder<Values>(read: (values: Values) => unknown): never {
	return new Placeholder(read) as never;
}

function readyToRun<Values, Row>(build: (db: Db) => Compilable<Row>): FixedQuery<Values, Row> {
	// By the adapter, because a transaction shares it with its database, and each database has its own.
	const compiled = new WeakMap<object, CompiledQuery<Row>>();
	const run = async (db: Db, values: Values): Promise<QueryResult<Row>> => {
		const { adapter } = db.getExecutor();
		let query = compiled.get(adapter);
		if (!query) {
			query = build(db).compile();
			compiled.set(adapter, query);
		}
		const parameters = query.parameters.map((one) =>
			one instanceof Placeholder ? (one as Placeholder<Values>).read(values) : one,
		);
		return await db.executeQuery({ ...query, parameters });
	};
	return {
		all: async (db, values) => (await run(db, values)).rows,
		first: async (db, values) => (await run(db, values)).rows[0],
		run: async (db, values) => Number((await run(db, values)).numAffectedRows ?? 0n),
	};
}
