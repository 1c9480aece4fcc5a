import * as z from 'zod4';
import type { Content } from '../types.ts';
import { storedTemplate } from './template.ts';

/** What goes to the customer, as the store holds it. */
export const storedContent = z.discriminatedUnion('kind', [
	z.looseObject({ kind: z.literal('text'), text: z.string() }),
	z.looseObject({ kind: z.literal('template'), template: storedTemplate }),
]) satisfies z.ZodType<Content>;
