// Meta defines no list of stop words. These are whole messages a person would send to be left alone, in Spanish,
// English, Portuguese, French, Italian and German, without accents.
const stopMessages = [
	'stop',
	'unsubscribe',
	'stop messages',
	'stop it',
	'opt out',
	'remove me',
	'do not contact me',
	'stop writing',
	'stop messaging me',
	'baja',
	'darse de baja',
	'dar de baja',
	'dame de baja',
	'quiero darme de baja',
	'no me escriban mas',
	'no me escribas mas',
	'alto',
	'dejen de escribirme',
	'no quiero mas mensajes',
	'no molestar',
	'detener',
	'sair',
	'parar',
	'pare',
	'cancelar inscricao',
	'nao me escreva mais',
	'nao quero mais mensagens',
	'descadastrar',
	'remover',
	'stop sending me messages',
	'leave me alone',
	'ya no gracias stop',
	'no quiero recibir mas mensajes',
	'me da de baja',
	'ya no me escriban',
	'nao quero mais receber',
	'nao quero receber mais mensagens',
	'pare de me mandar mensagens',
	'ne m ecrivez plus',
	'desabonnez moi',
	'je ne veux plus recevoir de messages',
	'non scrivetemi piu',
	'cancellatemi',
	'non voglio piu ricevere messaggi',
	'bitte keine nachrichten mehr',
	'abmelden',
	'ich mochte keine nachrichten mehr',
];
const startMessages = [
	'start',
	'unstop',
	'subscribe',
	'alta',
	'dame de alta',
	'volver',
	'quiero volver',
	'iniciar',
	'voltar',
	'inscrever',
];

function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Whether the customer asks to be left alone. */
export function asksToStop(text: string): boolean {
	const message = plain(text).replace(/^(please|por favor) | (please|por favor)$/g, '');
	return stopMessages.includes(message);
}

/** Whether the customer takes that back. */
export function asksToStart(text: string): boolean {
	return startMessages.includes(plain(text));
}
