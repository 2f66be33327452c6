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
auth-password-save = Passwort speichern
auth-password-then = Danach melden Sie sich damit an. Der Link gilt dann nicht mehr.
auth-password-short = Nehmen Sie mindestens { $count } Zeichen.
auth-password-long = Nehmen Sie höchstens { $count } Zeichen.
auth-password-known = Dieses Passwort wird oft zuerst geraten. Nehmen Sie mehrere Wörter, die nur Sie so zusammenstellen.
auth-link-over = Dieser Link gilt nicht mehr
auth-link-over-text = Er wurde schon benutzt, ist abgelaufen oder durch einen neuen ersetzt. Bitten Sie die Leitung Ihres Hubs um einen neuen Link.
auth-no-hub = Ihr Konto hat noch in keinem Hub eine Aufgabe. Bitte fragen Sie Ihre Leitung.
auth-helper = Hilfe (Liste des Tages)
auth-staff = Mitarbeit (Programm und Anmeldungen)
auth-lead = Leitung (auch alles zum Hub)
auth-operator = IT-Betrieb (alles in allen Hubs)
auth-change-password = Passwort ändern
auth-change-password-text = Danach sind Sie überall sonst abgemeldet. Hier arbeiten Sie einfach weiter.
auth-old-password = Bisheriges Passwort
auth-new-password = Neues Passwort
auth-new-password-hint = Mindestens 12 Zeichen. Am besten mehrere Wörter, die nur Sie so zusammenstellen. Einfügen ist erlaubt.
auth-new-password-again = Neues Passwort noch einmal
auth-wrong-old = Prüfen Sie das bisherige Passwort
auth-not-the-same = Schreiben Sie beide Male dasselbe Passwort
auth-done-password = Ihr neues Passwort gilt. Überall sonst sind Sie abgemeldet.
auth-hubs = Hub wechseln
auth-here = hier sind Sie gerade
auth-everywhere = Überall abmelden
auth-everywhere-text = { $count ->
    [one] Sie sind nur hier angemeldet.
   *[other] Sie sind an { $count } Stellen angemeldet. Haben Sie ein Gerät verloren? Dann melden Sie sich überall ab.
}
