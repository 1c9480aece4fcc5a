import { isObject } from '../http.ts';

type Schema = Record<string, unknown>;

/** Brings a value into the form of a JSON schema: drops what it does not know, adds what it requires. */
export function fitSchema(value: unknown, schema: unknown, root: unknown = schema): unknown {
	if (!isObject(schema)) return value;
	const resolved = resolve(schema, root);
	const options = resolved['anyOf'] ?? resolved['oneOf'];
	if (Array.isArray(options))
		return fitSchema(value, options.find((option) => accepts(option, value, root)) ?? options[0], root);
	if (value === undefined || !accepts(resolved, value, root)) return emptyOf(resolved, root);
	if (Array.isArray(value)) return value.map((item) => fitSchema(item, resolved['items'], root));
	if (!isObject(value) || !isObject(resolved['properties'])) return value;
	const properties = Object.entries(resolved['properties']).filter(
		([name]) => name in value || required(resolved).includes(name),
	);
	const fitted = Object.fromEntries(
		properties.map(([name, own]) => [name, fitSchema(value[name], own, root)]),
	);
	return resolved['additionalProperties'] === false ? fitted : { ...value, ...fitted };
}

function required(schema: Schema): unknown[] {
	return Array.isArray(schema['required']) ? schema['required'] : [];
}

function resolve(schema: Schema, root: unknown): Schema {
	const reference = schema['$ref'];
	if (typeof reference !== 'string') return schema;
	const found = reference
		.replace(/^#\/?/, '')
		.split('/')
		.filter(Boolean)
		.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), root);
	return isObject(found) ? found : {};
}

function typesOf(schema: Schema): string[] {
	const { type } = schema;
	return Array.isArray(type) ? type.map(String) : type === undefined ? [] : [String(type)];
}

function accepts(option: unknown, value: unknown, root: unknown): boolean {
	if (!isObject(option)) return true;
	const schema = resolve(option, root);
	if (Array.isArray(schema['enum'])) return schema['enum'].includes(value);
	const types = typesOf(schema);
	if (types.length === 0) return true;
	const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
	return types.includes(type) || (type === 'number' && Number.isInteger(value) && types.includes('integer'));
}

function emptyOf(schema: Schema, root: unknown): unknown {
	const types = typesOf(schema);
	if (Array.isArray(schema['enum'])) return schema['enum'][0];
	if (types.includes('null')) return null;
	if (types.includes('object')) return fitSchema({}, { ...schema, type: 'object' }, root);
	if (types.includes('array')) return [];
	if (types.includes('number') || types.includes('integer')) return schema['minimum'] ?? 0;
	return types.includes('boolean') ? false : '';
}
