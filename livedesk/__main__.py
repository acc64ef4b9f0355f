"""`python -m livedesk` is the `livedesk` command."""

from livedesk.app.cli import main

raise SystemExit(main())
