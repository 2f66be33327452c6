accessibility-lede = { $hub } möchte, dass alle Menschen diese Website nutzen können. Dazu verpflichten die Richtlinie (EU) 2016/2102 und das Recht Ihres Bundeslandes.
accessibility-status = Wie barrierefrei die Website ist
accessibility-status-fully = Die Website erfüllt die WCAG 2.2, Stufe AA, und EN 301 549 vollständig.
accessibility-status-partly = Die Website erfüllt die WCAG 2.2, Stufe AA, und EN 301 549 teilweise. Was fehlt, steht im nächsten Abschnitt.
accessibility-status-not = Die Website erfüllt die WCAG 2.2, Stufe AA, und EN 301 549 noch nicht.
accessibility-word-fully = Vollständig
accessibility-word-partly = Teilweise
accessibility-word-not = Noch nicht
accessibility-gaps = Was noch nicht barrierefrei ist
accessibility-gap-reason = Grund: { $reason }
accessibility-gap-instead = Stattdessen: { $alternative }
accessibility-reason-work = noch nicht umgesetzt
accessibility-reason-burden = unverhältnismäßig hoher Aufwand
accessibility-reason-exempt = vom Gesetz ausgenommen
accessibility-program-gaps =
    Videos in Deutscher Gebärdensprache gibt es nicht zu allen Seiten. Die vorhandenen stehen unter Gebärdensprache. | Schreiben Sie uns. Sie müssen nicht telefonieren.
    Die Seite „Leichte Sprache“ hat noch keine Prüfgruppe geprüft. Bei den übrigen Texten in Leichter Sprache steht, ob sie geprüft sind. | Rufen Sie uns an, wir erklären es Ihnen.
    Veranstaltungen gibt es nicht in Leichter Sprache. | Rufen Sie uns an, wir erklären es Ihnen.
    Auf englischen Seiten stehen Texte des Hubs auf Deutsch. Vorlese-Programme erfahren das nicht überall. | Fragen Sie uns, wir antworten auf Englisch.
    Bilder von Veranstaltungen und Seiten beschreibt der Hub selbst. Eine Beschreibung kann fehlen. | Was wichtig ist, steht auch im Text.
    Online-Veranstaltungen laufen bei anderen Anbietern. Deren Seiten haben wir nicht geprüft. | Fragen Sie uns nach einem anderen Weg, dabei zu sein.
accessibility-tested = So wurde geprüft
accessibility-tested-text = Wir haben die Seiten selbst mit Programmen geprüft:
accessibility-tested-list =
    mit den Regeln von axe-core zu WCAG 2.2 AA und EN 301 549, hell und dunkel
    mit der Tastatur: Alles ist erreichbar und sichtbar markiert.
    in einem Fenster von 320 Pixeln Breite: Nichts ragt seitlich hinaus.
    mit den Farben des Betriebssystems (Kontrastmodus)
accessibility-untested = Menschen mit Behinderungen haben die Website noch nicht geprüft. Auch mit Vorlese-Programmen haben wir sie noch nicht erprobt.
accessibility-tested-others = Eine unabhängige Stelle hat die Seiten geprüft.
accessibility-report-text = Etwas hindert Sie? Sagen Sie es uns. Sie bekommen innerhalb eines Monats eine Antwort.
accessibility-enforcement = Wenn unsere Antwort nicht hilft
accessibility-enforcement-text = Wenden Sie sich an die Durchsetzungs- oder Schlichtungsstelle Ihres Bundeslandes. Sie ist für barrierefreie Websites öffentlicher Stellen zuständig. Auch wenn wir nach einem Monat nicht antworten, können Sie sich dorthin wenden.
accessibility-date = Stand
accessibility-date-text = Diese Erklärung ist vom { $day }.
accessibility-missing-enforcement = Durchsetzungs- oder Schlichtungsstelle mit Anschrift: noch einzutragen
accessibility-missing-law = Gesetz des Bundeslandes: noch einzutragen

accessibility-entry-about = Stand der Erklärung, Lücken, Prüfung, Durchsetzungsstelle
accessibility-entry-stale = Vom { $day }, bitte neu prüfen
accessibility-entry-lacks = Angaben fehlen
accessibility-entry-since = Vom { $day }
accessibility-settings-text = Die öffentliche Erklärung entsteht aus diesen Angaben. Prüfen Sie sie mindestens einmal im Jahr.
accessibility-to-legal = Gesetz und Durchsetzungsstelle stehen bei den rechtlichen Angaben.
accessibility-stale = Diese Erklärung ist älter als zwölf Monate. Prüfen Sie die Seiten und tragen Sie den neuen Tag ein.
accessibility-saved = Gespeichert. Die Erklärung sagt es ab jetzt so.
accessibility-look = Erklärung ansehen
accessibility-save = Erklärung speichern
accessibility-back = Zurück zum Hub
accessibility-checked-on = Geprüft am
accessibility-checked-on-hint = Tag der letzten Prüfung, zum Beispiel 23.11.2026
accessibility-method-own = Eigene Prüfung
accessibility-method-others = Prüfung durch eine unabhängige Stelle
accessibility-gap-number = Lücke { $number }
accessibility-gap-hint = Für eine weitere Lücke. Leere Lücken werden weggelassen.
accessibility-gap-what = Was ist nicht barrierefrei?
accessibility-gap-why = Warum?
accessibility-gap-alternative = Was geht stattdessen?
accessibility-flaw-day = Geben Sie den Tag der letzten Prüfung ein, zum Beispiel 23.11.2026
accessibility-flaw-gaps = Nennen Sie mindestens eine Lücke, wenn die Website die Regeln nur teilweise erfüllt

accessibility-barriers-lede = Etwas auf dieser Website oder in unseren Häusern hindert Sie? Sagen Sie es uns. Ein Satz reicht.
accessibility-field-words = Was hindert Sie?
accessibility-field-words-hint = Was wollten Sie tun, und was ging nicht? Bitte keine Angaben zu Krankheiten.
accessibility-field-place = Wo war es?
accessibility-field-place-hint = Die Seite oder der Ort, zum Beispiel „Programm im Dezember“ oder „Eingang am Hof“
accessibility-field-name = Ihr Name
accessibility-field-contact = Wie erreichen wir Sie?
accessibility-field-contact-hint = E-Mail-Adresse oder Telefonnummer. Ohne sie können wir Ihnen nicht antworten.
accessibility-send = Barriere melden
accessibility-send-text = Ihre Angaben nutzen wir nur für die Antwort.
accessibility-earlier = Diese Meldung haben wir schon.
accessibility-earlier-text = Sie haben danach etwas geändert. Senden Sie das Formular noch einmal, dann bekommen wir es als zweite Meldung.
accessibility-flaw-words = Schreiben Sie in einem Satz, was Sie hindert
accessibility-flaw-fast = Das ging sehr schnell. Senden Sie es bitte noch einmal
accessibility-thanks = Danke. Ihre Meldung ist angekommen.
accessibility-thanks-text = Sie bekommen spätestens am { $day } eine Antwort, wenn Sie uns gesagt haben, wie wir Sie erreichen.
accessibility-next = So geht es weiter
accessibility-next-steps =
    Wir sehen uns die Barriere an.
    Sie bekommen innerhalb eines Monats eine Antwort.
    Darin steht, was wir ändern und wann.
accessibility-no-answer = Keine Antwort, oder sie hilft nicht? Dann hilft die Durchsetzungsstelle. Sie steht hier:
accessibility-call = Lieber am Telefon? Rufen Sie an:

accessibility-reports = Gemeldete Barrieren
accessibility-reports-about = Was Menschen hindert, und bis wann sie eine Antwort bekommen
accessibility-reports-none = Nichts offen
accessibility-reports-open = { $count ->
    [one] 1 wartet auf Antwort
   *[other] { $count } warten auf Antwort
}
accessibility-reports-late = { $count ->
    [one] 1 wartet auf Antwort
   *[other] { $count } warten auf Antwort
}, { $late } überfällig
accessibility-reports-text = Jede Meldung braucht innerhalb eines Monats eine Antwort.
accessibility-reports-nothing = Bisher hat niemand eine Barriere gemeldet.
accessibility-report = Gemeldete Barriere
accessibility-state = Stand
accessibility-from = Von
accessibility-nobody = Ohne Namen und Kontakt
accessibility-when = Wann
accessibility-came-on = Gemeldet am { $day }
accessibility-answer-by = Antwort bis { $day }
accessibility-overdue-since = Überfällig seit { $day }
accessibility-answered-on = Beantwortet am { $day }
accessibility-cut = { $words }…
accessibility-answer = Antwort
accessibility-answer-hint = Was ändern Sie, und wann? Ohne E-Mail-Adresse bleibt das eine Notiz. Rufen Sie die Person an, wenn es eine Nummer gibt.
accessibility-answer-hint-mail = Was ändern Sie, und wann? Die Antwort geht per E-Mail an die Person.
accessibility-answer-send = Antwort senden
accessibility-answer-keep = Als beantwortet vermerken
accessibility-answer-kept = Vermerkt. Mit E-Mail-Adresse geht die Antwort jetzt hinaus.
accessibility-flaw-answer = Schreiben Sie, was Sie geantwortet oder geändert haben, mit höchstens 3.000 Zeichen

accessibility-mail-received = Neue Meldung einer Barriere, { $hub }
accessibility-mail-received-text =
    Guten Tag,

    jemand hat eine Barriere gemeldet. Bitte antworten Sie bis { $day }.

    Hier steht sie:
    { $link }
accessibility-mail-answered = Antwort auf Ihre Meldung, { $hub }
accessibility-mail-hello = Guten Tag,
accessibility-mail-greeting = Guten Tag { $name },
accessibility-mail-answered-text = Sie haben uns eine Barriere gemeldet. Unsere Antwort:
accessibility-mail-your-words = Ihre Meldung: { $words }
