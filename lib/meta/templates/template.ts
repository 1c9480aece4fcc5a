import { isApproved } from '../../messaging/template-status.ts';
import { asArray, asObject, asText, type Json } from '../webhook/read.ts';

/** A WhatsApp template as Meta keeps it. Its key is name and language together. */
export interface Template {
	id: string;
	name: string;
	language: string;
	/** Meta's word, e.g. APPROVED, PAUSED, REJECTED. Only APPROVED can be sent. */
	status: string;
	category: 'marketing' | 'utility' | 'authentication';
	/** Fixed when the template is made; never to be guessed from the text. */
	parameterFormat: 'named' | 'positional';
	/** GREEN, YELLOW, RED or UNKNOWN. */
	quality?: string;
	rejectedReason?: string;
	components: Json[];
}

/** The fields asked of Meta, so that `parameter_format` and the quality are among them. */
export const TEMPLATE_FIELDS =
	'id,name,language,status,category,parameter_format,quality_score,rejected_reason,components';

const CATEGORIES = ['marketing', 'utility', 'authentication'] as const;

/** Reads a template from an answer of the Graph API; undefined when it is none. */
export function templateFrom(value: unknown): Template | undefined {
	const json = asObject(value);
	const [id, name, language] = [asText(json?.id), asText(json?.name), asText(json?.language)];
	if (!json || !id || !name || !language) return undefined;
	const category = String(json.category ?? '').toLowerCase();
	const quality = asText(asObject(json.quality_score)?.score);
	const rejectedReason = asText(json.rejected_reason);
	return {
		...{
			id,
			name,
			language: language.replace('-', '_'),
			status: asText(json.status)?.toUpperCase() ?? 'UNKNOWN',
		},
		// What Meta newly invents is priced like marketing until it is known better.
		category: CATEGORIES.find((known) => known === category) ?? 'marketing',
		parameterFormat: String(json.parameter_format).toUpperCase() === 'NAMED' ? 'named' : 'positional',
		...(quality ? { quality } : {}),
		...(rejectedReason && rejectedReason !== 'NONE' ? { rejectedReason } : {}),
		components: objectsIn(json.components),
	};
}

/** The component of a kind, e.g. BODY. */
export function componentOf({ components }: Pick<Template, 'components'>, type: string): Json | undefined {
	return components.find((component) => String(component.type).toUpperCase() === type);
}

/** The template's buttons in their order. */
export function buttonsOf(template: Pick<Template, 'components'>): Json[] {
	return objectsIn(componentOf(template, 'BUTTONS')?.buttons);
}

function objectsIn(value: unknown): Json[] {
	return asArray(value).flatMap((one): Json[] => {
		const json = asObject(one);
		return json ? [json] : [];
	});
}

export function isSendable({ status }: Pick<Template, 'status'>): boolean {
	return isApproved(status);
}
