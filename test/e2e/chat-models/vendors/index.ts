import { google } from './google.ts';
import { mistral } from './mistral.ts';
import { ollama } from './ollama.ts';
import { openAi } from './openai.ts';
import { openAiCompatible } from './openai-compatible.ts';
import type { Vendor } from './vendor.ts';

export { KINDS, type Kind, type Question, type Reply, type Vendor } from './vendor.ts';

/** The chat models of n8n that are tried, and our own client, each with the server of its company. */
export const VENDORS: readonly Vendor[] = [ollama, mistral, google, openAi, openAiCompatible];
