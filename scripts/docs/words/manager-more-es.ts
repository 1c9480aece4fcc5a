/** Follow-Up Manager in Spanish: dashboard, follow-ups, what is scheduled, simulation, statistics. */
export const managerMore: Readonly<Record<string, string>> = {
	'Do what a button of the page asks for, and give the status code, location and body to answer the browser with':
		'Hace lo que pide un botón de la página y da el código de estado, la dirección y el cuerpo con los que se le responde al navegador',
	'Make the dashboard as one HTML page that a Respond to Webhook node answers with':
		'Hace el tablero como una sola página HTML con la que responde un nodo Respond to Webhook',
	'The fields that the page posted, as the Webhook node received them. Forms that did not come from the page are refused.':
		'Los campos que envió la página, como los recibió el nodo Webhook. Se rechazan los formularios que no vienen de la página.',
	'The language that the page begins in; whoever reads it can change it there':
		'El idioma en que empieza la página; quien la lee lo puede cambiar allí',
	'The query parameters of the page as the Webhook node received them: view, filters, page':
		'Los parámetros de consulta de la página, como los recibió el nodo Webhook: vista, filtros, página',
	'Times on the page are told in it. Empty: the time zone of the workflow.':
		'Las horas de la página se dan en ella. Vacío: la zona horaria del flujo.',
	'Switch a follow-up on, so that new ones are planned again':
		'Activa un seguimiento, para que se vuelvan a planear nuevos',
	'Switch a follow-up off and end at once what is scheduled of it':
		'Desactiva un seguimiento y termina de inmediato lo que tiene programado',
	'The follow-ups of a chatbot with its stop condition and settings, as JSON and as a file, e.g. to keep in Git':
		'Los seguimientos de un chatbot con su condición de detención y sus ajustes, como JSON y como archivo, p. ej. para guardarlos en Git',
	'List follow-ups with their definition, whether they are on, and how many are scheduled':
		'Lista los seguimientos con su definición, si están activos y cuántos hay programados',
	'Check a file that Export has written and give out its follow-ups as Follow-Up Evaluate takes them':
		'Revisa un archivo que escribió Export y entrega sus seguimientos como los recibe Follow-Up Evaluate',
	'Take back Activate or Deactivate: the follow-up is on or off as Follow-Up Evaluate has it':
		'Deshace Activate o Deactivate: el seguimiento queda activo o inactivo según Follow-Up Evaluate',
	'A Follow-Up Evaluate node with its follow-ups; known once it has run':
		'Un nodo Follow-Up Evaluate con sus seguimientos; se conoce desde que corre una vez',
	'As it stands on Follow-Up Evaluate; by default the ID of its workflow. Follow-Up: Get Many gives it as "chatbot".':
		'Como aparece en Follow-Up Evaluate; por defecto, el ID de su flujo. Follow-Up: Get Many lo da como "chatbot".',
	'The switch stands until it is set again here: a later change of the workflow does not undo it. Use as in Workflow gives the decision back to the workflow.':
		'El cambio vale hasta que se haga otro aquí: una edición posterior del flujo no lo deshace. Use as in Workflow le devuelve la decisión al flujo.',
	'Whether to list those that are on or those that are off': 'Si se listan los activos o los inactivos',
	'Whether to list also those that are not in their workflow any more':
		'Si se listan también los que ya no están en su flujo',
	'Nothing is stored here: follow-ups live in Follow-Up Evaluate. There, set Define Follow-Ups to As JSON and the field to an expression with followUps of this output; it registers them when it runs.':
		'Aquí no se guarda nada: los seguimientos viven en Follow-Up Evaluate. Allí pon Define Follow-Ups en As JSON y en el campo una expresión con followUps de esta salida; los registra cuando corre.',
	'The name of the input field with the file': 'El nombre del campo de entrada con el archivo',
	'The content of the file': 'El contenido del archivo',
	'If it is off in the workflow, what is scheduled of it ends at once':
		'Si está inactivo en el flujo, lo que tiene programado termina de inmediato',
	'End one scheduled follow-up; for all of a customer use Conversation: Cancel Follow-Ups':
		'Termina un seguimiento programado; para todos los de un cliente usa Conversation: Cancel Follow-Ups',
	'Get one scheduled, sent or ended follow-up with its log: what happened to it, when and why':
		'Trae un seguimiento programado, enviado o terminado con su registro: qué le pasó, cuándo y por qué',
	'List what is scheduled: for whom, when, and why then; what is due first at the top':
		'Lista lo programado: para quién, cuándo y por qué a esa hora; arriba lo que vence primero',
	'Move one scheduled follow-up to another time': 'Mueve un seguimiento programado a otra hora',
	'Make one scheduled follow-up due at once, also one that could not be brought to an end (dead_letter, not_taken_up); the rules and the AI still decide whether it goes':
		'Hace que un seguimiento programado venza ya, también uno que no se pudo terminar (dead_letter, not_taken_up); las reglas y la IA igual deciden si sale',
	'Send by another node than Meta Messaging: take the follow-up up before, and record afterwards that it was sent':
		'Para enviar con otro nodo que no es Meta Messaging: toma el seguimiento antes y anota después que se envió',
	'Where this node stands: the node that sends needs one of each around it':
		'Dónde está este nodo: el nodo que envía necesita uno de cada tipo a su alrededor',
	'Checks every rule a last time and takes the follow-up up; only what may go comes out':
		'Revisa por última vez todas las reglas y toma el seguimiento; solo sale lo que se puede enviar',
	'Notes what became of the message': 'Anota qué pasó con el mensaje',
	'Connect the output Send of Follow-Up Evaluate to this node, and this node to the one that sends. Behind that one put a second Mark as Sent with After Sending; what it never hears of counts as unknown and is not sent again.':
		'Conecta la salida Send de Follow-Up Evaluate con este nodo, y este con el que envía. Detrás de ese pon otro Mark as Sent con After Sending; de lo que nunca se entera queda como desconocido y no se envía de nuevo.',
	"As the first Mark as Sent gave it out, e.g. {{ $('Mark as Sent').item.json.followUp.scheduledId }}":
		"Como lo dio el primer Mark as Sent, p. ej. {{ $('Mark as Sent').item.json.followUp.scheduledId }}",
	'The message certainly did not go out': 'El mensaje con seguridad no salió',
	'The message went out': 'El mensaje salió',
	'What became of the message': 'Qué pasó con el mensaje',
	'The ID that Meta gave the message, by which its statuses find it; may be empty':
		'El ID que Meta le dio al mensaje, con el que sus estados lo encuentran; puede quedar vacío',
	'Why it was not sent; stands in the log': 'Por qué no se envió; queda en el registro',
	'As Scheduled Follow-Up: Get Many gives it, under followUp.scheduledId':
		'Como lo da Scheduled Follow-Up: Get Many, en followUp.scheduledId',
	'Only what is due at this time or later': 'Solo lo que vence a esta hora o después',
	'Only what is due before this time': 'Solo lo que vence antes de esta hora',
	'When it is to go. Without an offset it is in the time zone of the workflow. A time at which Meta or your rules would not let it go is refused; in quiet hours it moves to their end.':
		'Cuándo debe salir. Sin diferencia horaria se toma en la zona horaria del flujo. Se rechaza una hora en la que Meta o tus reglas no lo dejarían salir; en horas de silencio se mueve a su final.',
	'The next run of Follow-Up Due Trigger takes it up. If Follow-Up Schedule is set to Wait, the waiting run goes on at its own time and not earlier.':
		'Lo toma la siguiente ejecución de Follow-Up Due Trigger. Si Follow-Up Schedule está en Wait, la ejecución que espera sigue a su hora y no antes.',
	'Play past conversations through the follow-ups of now: what would go, when, with what text, at what cost, and what each rule holds back. Nothing is sent.':
		'Pasa conversaciones anteriores por los seguimientos de ahora: qué saldría, cuándo, con qué texto, a qué costo y qué retiene cada regla. No se envía nada.',
	'Which past conversations are played through. Nothing is sent and nothing is stored.':
		'Qué conversaciones anteriores se usan. No se envía ni se guarda nada.',
	'Each item is one conversation: channel, conversation (messages with at, from and text) and, if wanted, stopCondition and followUps':
		'Cada ítem es una conversación: channel, conversation (mensajes con at, from y text) y, si se quiere, stopCondition y followUps',
	'Conversations that the Meta Messaging Trigger recorded':
		'Conversaciones que registró el Meta Messaging Trigger',
	'Whose follow-ups to try, as Follow-Up Evaluate last registered them. With input items it may be left empty: then each item brings its own.':
		'De quién son los seguimientos que se prueban, como Follow-Up Evaluate los registró por última vez. Con ítems de entrada se puede dejar vacío: entonces cada ítem trae los suyos.',
	'With rules only every follow-up is taken to fit, and texts by AI stay unwritten. A model is asked for every follow-up that comes due, which costs tokens.':
		'Solo con reglas se supone que todo seguimiento encaja y los textos de la IA quedan sin escribir. A un modelo se le pregunta por cada seguimiento que vence, lo que cuesta tokens.',
	'One item with all its follow-ups': 'Un ítem con todos sus seguimientos',
	'One item for each silence and follow-up': 'Un ítem por cada silencio y seguimiento',
	'One item with the figures': 'Un ítem con las cifras',
	'Count what was sent, delivered, read and answered, what it cost, and what it brought':
		'Cuenta lo enviado, entregado, leído y respondido, cuánto costó y qué trajo',
	'Which follow-ups count: by the time they were sent or, if they were not, ended or are due':
		'Qué seguimientos cuentan: por la hora en que se enviaron o, si no se enviaron, en que terminaron o vencen',
	'Follow-ups of this time or later count': 'Cuentan los seguimientos de esta hora o posteriores',
	'Follow-ups before this time count. Leave empty for now.':
		'Cuentan los seguimientos anteriores a esta hora. Déjalo vacío para ahora.',
	'What one output item stands for': 'Qué representa un ítem de salida',
	'One item per chatbot': 'Un ítem por chatbot',
	'One item per day, also for days without any follow-up':
		'Un ítem por día, también para los días sin seguimientos',
	'One item per follow-up': 'Un ítem por seguimiento',
	'One item per chatbot with its effect': 'Un ítem por chatbot con su efecto',
	'24 items: how many replied by hour of sending': '24 ítems: cuántos respondieron según la hora de envío',
	'One item with everything': 'Un ítem con todo',
	'How long after a follow-up a conversation marked as converted counts for it':
		'Hasta cuánto después de un seguimiento cuenta para él una conversación marcada como convertida',
	'The difference in reply rates worth finding. The smaller it is, the more held-out conversations are needed before the comparison is judged.':
		'La diferencia en tasas de respuesta que vale la pena encontrar. Mientras menor sea, más conversaciones sin seguimiento se necesitan antes de juzgar la comparación.',
	'How long after a follow-up a customer message still counts as a reply to it':
		'Hasta cuánto después de un seguimiento un mensaje del cliente todavía cuenta como respuesta',
	'For days and hours of the day; the time zone of the workflow if left empty':
		'Para los días y las horas del día; la zona horaria del flujo si se deja vacío',
};
