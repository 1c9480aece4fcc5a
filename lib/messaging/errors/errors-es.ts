/** The sentences of lib/messaging/errors/table.ts in Spanish, for the page and the docs. */
export const errorsEs: Readonly<Record<string, string>> = {
	// What to do
	'Nothing to do; it is tried again later': 'Nada; se intenta más tarde',
	'Nothing to do; whether it was accepted is told by its status': 'Nada; su estado dirá si se aceptó',
	'Open the Meta Messaging API credential, put in a valid token and test it':
		'Abre la credencial Meta Messaging API, pon un token válido y pruébala',
	'Check the permissions of the app and of the token for this account':
		'Revisa los permisos de la aplicación y del token para esta cuenta',
	'Check the values of the message': 'Revisa los valores del mensaje',
	'Open the WhatsApp Manager and see what it says of the account':
		'Abre el WhatsApp Manager y mira qué dice de la cuenta',
	'Register the phone number for the Cloud API in the WhatsApp Manager':
		'Registra el número de teléfono para la Cloud API en el WhatsApp Manager',
	'Check the registration and the two-step PIN of the phone number in the WhatsApp Manager':
		'Revisa en el WhatsApp Manager el registro y el PIN de dos pasos del número',
	'Choose another template': 'Elige otra plantilla',
	'Check the account ID': 'Revisa el ID de la cuenta',
	'Lower Messages per Second in the options': 'Baja Messages per Second en las opciones',
	'Send an approved template': 'Envía una plantilla aprobada',
	'Reach the customer in another way': 'Contacta al cliente por otro medio',
	'Nothing goes as marketing to this customer for a day; a message inside the window may':
		'Por un día no le sale marketing a este cliente; un mensaje dentro de la ventana sí puede',
	'Send this customer no marketing': 'No le envíes marketing a este cliente',
	'Use the phone number of the customer': 'Usa el número de teléfono del cliente',
	'Check the recipient': 'Revisa el destinatario',
	'Send another type of message': 'Envía otro tipo de mensaje',
	'Ask the customer to send it again': 'Pídele al cliente que lo envíe de nuevo',
	'Check the type, the size and the address of the file':
		'Revisa el tipo, el tamaño y la dirección del archivo',
	'Fill in Template Variables': 'Completa Template Variables',
	'Choose a template that is approved in this language': 'Elige una plantilla aprobada en este idioma',
	'Shorten its variables': 'Acorta sus variables',
	'Check Template Variables': 'Revisa Template Variables',
	'Mend the flow in the WhatsApp Manager': 'Arregla el flow en el WhatsApp Manager',
	'Wait for the customer to write': 'Espera a que el cliente escriba',
	'Open the Support Inbox of the Page': 'Abre la bandeja de ayuda de la página',
	'Open the Page and accept them': 'Abre la página y acéptalas',
	'Check the page-scoped user ID': 'Revisa el ID de usuario propio de la página',
	'Check the Instagram-scoped user ID': 'Revisa el ID de usuario propio de Instagram',
	'Open the thread in Instagram': 'Abre el hilo en Instagram',

	// What happened: faults, limits, permissions
	'The access token is not accepted': 'El token de acceso no se acepta',
	'Meta had an unknown fault': 'Meta tuvo una falla desconocida',
	'Meta had a temporary fault': 'Meta tuvo una falla temporal',
	'The access token lacks a capability or permission':
		'Al token de acceso le falta una capacidad o un permiso',
	'The app reached its call limit': 'La aplicación llegó a su límite de llamadas',
	'The access token lacks a permission for this account':
		'Al token de acceso le falta un permiso para esta cuenta',
	'The account ID does not exist or the token may not use it':
		'El ID de la cuenta no existe o el token no lo puede usar',
	'A value in the request is not valid for Meta': 'Un valor de la solicitud no es válido para Meta',
	'The access token is not valid any more': 'El token de acceso ya no es válido',
	'The access token lacks a permission': 'Al token de acceso le falta un permiso',
	'The account is blocked for policy reasons': 'La cuenta está bloqueada por razones de política',
	'The WhatsApp account reached its call limit': 'La cuenta de WhatsApp llegó a su límite de llamadas',
	'The number sends faster than it may': 'El número envía más rápido de lo permitido',
	'Too many messages went to this customer in a short time':
		'Salieron demasiados mensajes a este cliente en poco tiempo',
	'The number is in maintenance': 'El número está en mantenimiento',
	'Meta restricts the number: messages were reported or blocked':
		'Meta restringe el número: hubo mensajes reportados o bloqueados',
	'The service is temporarily unavailable': 'El servicio no está disponible por el momento',
	'The server is temporarily unavailable': 'El servidor no está disponible por el momento',

	// What happened: customer, message
	'The 24-hour messaging window is closed': 'La ventana de mensajes de 24 horas está cerrada',
	'The customer cannot be reached on WhatsApp': 'Al cliente no se le puede escribir por WhatsApp',
	'Meta holds back marketing messages to this customer for now':
		'Meta retiene por ahora los mensajes de marketing para este cliente',
	'The customer stopped marketing messages': 'El cliente detuvo los mensajes de marketing',
	'The customer is part of an experiment of Meta and gets no marketing':
		'El cliente está en un experimento de Meta y no recibe marketing',
	'This message cannot go to a user ID': 'Este mensaje no se puede enviar a un ID de usuario',
	'The number of the business cannot write to itself':
		'El número del negocio no se puede escribir a sí mismo',
	'A required value is missing in the request': 'Falta un valor obligatorio en la solicitud',
	'This message type is not supported': 'Este tipo de mensaje no es compatible',
	'A file of the customer could not be loaded': 'No se pudo cargar un archivo del cliente',
	'The file could not be loaded': 'No se pudo cargar el archivo',

	// What happened: account, registration
	'The account is locked': 'La cuenta está bloqueada',
	'There is a problem with the payment method of the account':
		'Hay un problema con el medio de pago de la cuenta',
	'The account may not send to this country': 'La cuenta no puede enviar a este país',
	'The phone number is not registered for the Cloud API': 'El número no está registrado para la Cloud API',
	'An earlier removal of the registration is not finished': 'Un retiro anterior del registro no ha terminado',
	'The two-step PIN is not correct': 'El PIN de dos pasos no es correcto',
	'The phone number has to be verified before it is registered':
		'El número se debe verificar antes de registrarlo',
	'The two-step PIN was guessed too often': 'El PIN de dos pasos se intentó demasiadas veces',
	'The two-step PIN was entered too fast': 'El PIN de dos pasos se intentó demasiado rápido',
	'The number was deleted a short time ago': 'El número se borró hace poco',
	'The number was registered too often in a short time':
		'El número se registró demasiadas veces en poco tiempo',

	// What happened: templates
	'The template needs another number of variables': 'La plantilla necesita otra cantidad de variables',
	'The template does not exist in this language or is not approved':
		'La plantilla no existe en este idioma o no está aprobada',
	'A text of the template became too long': 'Un texto de la plantilla quedó demasiado largo',
	'The template breaks a content policy of WhatsApp':
		'La plantilla incumple una política de contenido de WhatsApp',
	'A variable of the template has the wrong format':
		'Una variable de la plantilla tiene un formato equivocado',
	'The template is paused because of low quality': 'La plantilla está en pausa por baja calidad',
	'The template is disabled for good': 'La plantilla quedó desactivada para siempre',
	'The variables do not fit the template': 'Las variables no corresponden a la plantilla',
	'The flow of the template is blocked': 'El flow de la plantilla está bloqueado',
	'The flow of the template is throttled': 'El flow de la plantilla está limitado',

	// What happened: Messenger and Instagram
	'The customer cannot be reached at the moment': 'Al cliente no se le puede escribir en este momento',
	'The account sends faster than it may': 'La cuenta envía más rápido de lo permitido',
	'The 24-hour messaging window is closed (Messenger)':
		'La ventana de mensajes de 24 horas está cerrada (Messenger)',
	'The 24-hour messaging window is closed (Instagram)':
		'La ventana de mensajes de 24 horas está cerrada (Instagram)',
	'The messaging window is closed or the customer cannot be reached':
		'La ventana de mensajes está cerrada o al cliente no se le puede escribir',
	'Meta restricts the Page for now': 'Meta restringe la página por ahora',
	'An administrator of the Page must accept terms of Meta':
		'Un administrador de la página debe aceptar condiciones de Meta',
	'No such user is known to the Page': 'La página no conoce a ese usuario',
	'The user was not found on Instagram': 'El usuario no se encontró en Instagram',
	'The thread is archived': 'El hilo está archivado',
	'The one private reply to this comment is already used':
		'Ya se usó la única respuesta privada a este comentario',
	'Too many private replies in a short time': 'Demasiadas respuestas privadas en poco tiempo',
};
