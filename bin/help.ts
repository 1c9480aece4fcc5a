/** What the program says of itself. */
export const HELP = `n8n-nodes-meta-followup <command>

  intake      receives webhooks of Meta without n8n; "intake --help" tells all of it
  --version   the version of this package
  --help      show this`;

/** What the intake says of itself; docs/intake.md tells the same at length. */
export const INTAKE_HELP = `n8n-nodes-meta-followup intake [--settings <file>]

  Receives webhooks of WhatsApp, Instagram and Messenger in a process of its own: checks the signature, records messages
  and statuses in the follow-up store, ends what a reply overtakes, plans what may follow, and answers Meta when all of it is
  on the disk. n8n may be stopped meanwhile. Prints one line when it listens: {"listening": "http://…"}

Environment variables

  META_APP_SECRETS    app secret of the Meta app; several separated by commas
  META_VERIFY_TOKEN   the verify token that is entered at Meta
  FOLLOWUP_STORE      the store that the nodes use: sqlite:<file> (in n8n's user folder: .n8n/meta-followup.sqlite) or
                      postgres://user:password@host:port/database
  FOLLOWUP_SCHEMA     schema in Postgres (default: meta_followup)
  FOLLOWUP_ACCOUNTS   the only accounts that are recorded: phone number IDs, Page IDs and Instagram account IDs, separated by
                      commas (default: all)
  FOLLOWUP_SAMPLES    a folder for anonymised samples of deliveries, one of each form (default: none are kept)
  FOLLOWUP_CHATBOTS   IDs of the chatbots to plan for, separated by commas (default: all in the store)
  HOST                where to listen (default: 127.0.0.1; 0.0.0.0 for all addresses)
  PORT                where to listen (default: 5680; 0 picks a free one)

  META_APP_SECRETS_FILE, META_VERIFY_TOKEN_FILE and FOLLOWUP_STORE_FILE name files that hold these values instead.
  There are no options for them: arguments can be read by every user of a machine.

  --settings <file>   reads such variables from a file of lines NAME=value; those of the environment count first
  --help              show this

What is served

  GET  /webhook       Meta's check of the callback URL: 200 with the challenge, 403 for another verify token
  POST /webhook       a delivery: 200 recorded; 400 no JSON, 401 signature missing or wrong, 413 over 3 MB;
                      500 or 503 not recorded, Meta delivers it again
  GET  /healthz       200 while the process runs
  GET  /readyz        200 while deliveries can be recorded, otherwise 503

SIGTERM and SIGINT end it after the answers under way. What is wrong is said on standard error. Put a proxy with HTTPS
before it: Meta delivers to https:// only.`;
