auth-sign-in = Anmelden
auth-for-staff = Für alle, die hier arbeiten
auth-email = E-Mail-Adresse
auth-password = Passwort
auth-refused = Das hat nicht geklappt
auth-refused-text = Prüfen Sie E-Mail-Adresse und Passwort
auth-forgotten = Passwort vergessen? Die Leitung Ihres Hubs oder Ihr IT-Betrieb setzt es neu.

auth-password-set = Passwort festlegen
auth-password-new = Neues Passwort
auth-password-hint = Mindestens { $count } Zeichen. Gut sind mehrere Wörter, die nur Sie so zusammenstellen.
auth-password-save = Passwort sichern
auth-password-then = Danach melden Sie sich damit an. Der Link gilt dann nicht mehr.
auth-password-short = Nehmen Sie mindestens { $count } Zeichen.
auth-password-long = Nehmen Sie höchstens { $count } Zeichen.
auth-password-known = Dieses Passwort wird oft zuerst geraten. Nehmen Sie mehrere Wörter, die nur Sie so zusammenstellen.
auth-link-over = Dieser Link gilt nicht mehr
auth-link-over-text = Er wurde schon benutzt, ist abgelaufen oder durch einen neuen ersetzt. Bitten Sie die Leitung Ihres Hubs um einen neuen Link.
