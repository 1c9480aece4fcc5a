export interface ChatbotsTable {
	id: string;
	stop_condition: string;
	settings_json: string;
	activated_at: number;
	updated_at: number;
	/** 1: its follow-ups are written on the dashboard, and these tables are where they live. */
	kept_here: number | null;
	/** 1: rules alone decide, so no text can be written by a model. */
	without_model: number | null;
	/** What the workflow is called. */
	name: string | null;
	/** The templates of its WhatsApp account that a person can choose from. */
	templates_json: string | null;
}

/** Where a chatbot was last read from; only of those whose plans do not depend on the single message. */
export interface ChatbotSourcesTable {
	id: string;
	version: string;
	chatbot: string;
	templates_json: string | null;
	updated_at: number;
}

/** How what is due of a chatbot is found. */
export interface DueTriggersTable {
	chatbot: string;
	/** How often its Follow-Up Due Trigger looks. */
	every_ms: number;
	/** How long runs lately waited for their place in n8n. */
	wait_ms: number;
	/** When it last said that it looks. */
	updated_at: number;
	/** When it stopped looking; null: it has not. */
	closed_at: number | null;
}

export interface FollowUpDefinitionsTable {
	chatbot: string;
	follow_up: string;
	position: number;
	name: string;
	colour: string | null;
	definition_json: string;
	/** Switched on or off from outside the workflow: 1, 0, or null for "as defined". */
	active_override: number | null;
	first_seen_at: number;
	updated_at: number;
	/** When it was last missing from the chatbot's list. */
	removed_at: number | null;
}
