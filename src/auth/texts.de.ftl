auth-sign-in = Anmelden
auth-for-staff = Für alle, die hier arbeiten
auth-email = E-Mail-Adresse
auth-password = Passwort
auth-refused = Das hat nicht geklappt
auth-refused-text = Prüfen Sie E-Mail-Adresse und Passwort
auth-forgotten = Passwort vergessen? Die Leitung Ihres Hubs oder Ihr IT-Betrieb setzt es neu.
