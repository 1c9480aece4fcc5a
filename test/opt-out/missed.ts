/** Requests of the list that are not recognised yet, or as one about advertising only. What makes one recognised takes it off here. */
export const MISSED: readonly string[] = [
	'ya me harté, bloqueado',
	'nadie les pidió que me escriban, dejen de hacerlo',
	'me siguen llegando sus mensajes, ya no los quiero',
	'cancelar envío de mensajes',
	'vocês mandam mensagem demais, quero sair',
	'no more pls',
	"I don't care about your promotions, stop sending them",
	'Ich möchte mich vom Newsletter und allem abmelden',
];
