pages-phone = Telefon
pages-email = E-Mail
pages-post = Post
pages-no-contact = Der Hub hat noch nicht eingetragen, wie Sie ihn erreichen.
pages-missing = Vom Hub noch nicht eingetragen
pages-missing-text = Diese Angaben trägt der Hub noch ein oder prüft sie noch.
pages-missing-address = Anschrift: noch einzutragen
pages-missing-phone = Telefonnummer: noch einzutragen
pages-missing-email = E-Mail-Adresse: noch einzutragen
pages-days-pair = { $first } und { $last }
pages-days-range = { $first } bis { $last }
pages-to-contact = Kontakt und Anfahrt

pages-contact-lede = Rufen Sie an, schreiben Sie uns oder kommen Sie vorbei.
pages-reach = So erreichen Sie uns
pages-closed-days = An diesen Tagen geschlossen
pages-sign-help = Hilfe in Gebärdensprache
pages-address = Adresse
pages-hours = Öffnungszeiten
pages-hours-none = Keine festen Zeiten. Fragen Sie bitte vorher nach.
pages-directions = Hinkommen
pages-wheelchair = Rollstuhl
pages-hearing = Hören
pages-no-place = Der Hub hat noch keinen Ort eingetragen.

pages-imprint-lede = Hier steht, wer diese Website anbietet (§ 5 Digitale-Dienste-Gesetz).
pages-imprint-who = Anbieter
pages-imprint-software = Software
pages-imprint-software-text = Diese Website läuft mit Nabe. Nabe ist freie Software unter der Lizenz EUPL-1.2.

pages-sign-lede = Wir haben noch kein Video in Gebärdensprache. So bekommen Sie trotzdem Hilfe.
pages-sign-interpreter = Dolmetscherin oder Dolmetscher
pages-sign-interpreter-text = Brauchen Sie bei einer Veranstaltung jemanden, der dolmetscht? Schreiben Sie uns so früh wie möglich. Nennen Sie die Veranstaltung und den Tag.
pages-sign-interpreter-answer = Wir antworten Ihnen, ob es klappt und wer die Kosten trägt.
pages-sign-ask = Fragen Sie uns
pages-sign-ask-text = Schreiben Sie uns. Sie müssen nicht telefonieren.
pages-sign-relay = Sie können uns auch über einen Vermittlungsdienst für Gebärdensprache anrufen.
pages-sign-offers = Was ohne Telefon geht
pages-sign-offers-list =
    Alle Veranstaltungen stehen als Text im Programm.
    Sie buchen Ihren Platz mit Namen und E-Mail-Adresse.
    Zusage, Änderung und Absage kommen per E-Mail.
    Unter Kontakt lesen Sie, was es an jedem Ort für das Hören gibt.
pages-sign-missing = Was noch fehlt
pages-sign-missing-list =
    ein Video darüber, was diese Website bietet
    ein Video darüber, wie Sie sich hier zurechtfinden
    ein Video zur Erklärung zur Barrierefreiheit

pages-easy-note =
    Diese Seite ist in Leichter Sprache.
    Der Text ist noch nicht von einer Prüfgruppe geprüft.
pages-easy-what = Was ist das hier?
pages-easy-what-name =
    Das ist die Internet-Seite von:
    { $hub }.
pages-easy-what-lines =
    Das ist ein Treff-Punkt.
    Alle Menschen dürfen kommen.
    Sie können dort etwas lernen.
    Sie können dort etwas ausprobieren.
    Sie können dort Fragen stellen.
    Zum Beispiel zum Handy oder zum Computer.
    Auf dieser Internet-Seite stehen alle Termine.
pages-easy-register = So melden Sie sich an
pages-easy-register-start =
    Sie möchten zu einem Termin kommen?
    Dann melden Sie sich an.
    So geht es:
pages-easy-register-steps =
    Klicken Sie auf: Veranstaltungen.
    Wählen Sie einen Termin aus.
    Klicken Sie auf: Platz buchen.
    Schreiben Sie Ihren Namen in das Feld.
    Schreiben Sie Ihre E-Mail-Adresse in das Feld. Oder Ihre Telefon-Nummer.
    Klicken Sie noch einmal auf: Platz buchen.
pages-easy-register-done =
    Dann steht dort: Ihr Platz ist sicher.
    Sie brauchen kein Passwort.
pages-easy-register-full =
    Manchmal sind alle Plätze voll.
    Vielleicht steht dort: Auf die Warteliste.
    Dann können Sie warten.
    Wird ein Platz frei?
    Dann sagen wir Ihnen Bescheid.
pages-easy-register-open =
    Manchmal müssen Sie sich nicht anmelden.
    Dann steht dort: Kommen Sie einfach vorbei.
pages-easy-to-events = Zu den Veranstaltungen
pages-easy-call = So rufen Sie an
pages-easy-call-start =
    Sie können uns anrufen.
    Das ist unsere Telefon-Nummer:
pages-easy-call-when = Dann ist jemand da:
pages-easy-call-help =
    Wir beantworten Ihre Fragen.
    Wir melden Sie auch am Telefon an.
pages-easy-come = So kommen Sie her
pages-easy-come-house = Hier ist unser Haus:
pages-easy-come-hours = Dann ist offen:
pages-easy-from-to = { $opens } bis { $closes }
pages-easy-come-more =
    Wir haben noch mehr Häuser.
    Sie stehen auf der Seite: Kontakt.
pages-easy-come-contact =
    Auf der Seite Kontakt steht auch der Weg zu uns.
    Dort steht auch: So kommen Sie mit dem Roll-Stuhl hinein.
    Achtung: Der Text dort ist nicht in Leichter Sprache.

pages-imprint-represented = Vertretungsberechtigt
pages-imprint-editor = Verantwortlich für redaktionelle Inhalte
pages-imprint-authority = Aufsichtsbehörde
pages-imprint-vat = Umsatzsteuer-Identifikationsnummer

pages-written-others = Mehr über uns
pages-written-other-news = Weitere Neuigkeiten
pages-written-ask = Noch Fragen? Rufen Sie an.
pages-written-only-german = Diese Seite gibt es bisher nur auf Deutsch.
pages-written-is-easy = Dieser Text ist in Leichter Sprache.
pages-written-to-page = Diese Seite in Alltagssprache
pages-written-video = Video in Deutscher Gebärdensprache ({ $facts })
pages-written-video-facts = { $length } Minuten, { $size } MB
pages-written-checked = Geprüft von { $by } am { $day }.
pages-written-as-of = Stand: { $day }.
pages-written-easy-checked = Die Leichte Sprache haben geprüft: { $by }, am { $day }.
pages-written-easy-unchecked = Diesen Text hat noch keine Prüfgruppe geprüft.
pages-written-preview = So wird die Seite aussehen. Noch sieht sie nur das Team.
pages-written-back = Zurück zum Bearbeiten

pages-news-of = Neuigkeiten: { $hub }
pages-news-newest = Die neuesten zuerst
pages-news-none = Hier stehen bald Neuigkeiten aus dem Hub.
pages-news-none-call = Möchten Sie schon etwas wissen? Rufen Sie an:
pages-news-feed = Abonnieren (Atom)
pages-news-pages = Weitere Neuigkeiten
pages-news-earlier = Ältere
pages-news-later = Neuere

pages-manage-list = Seiten
pages-manage-new = Neue Seite
pages-manage-new-news = Neue Neuigkeit
pages-manage-none = Hier stehen bald Ihre Seiten. Legen Sie die erste an, zum Beispiel „Über uns“.
pages-manage-no-news = Noch keine Neuigkeit. Drei Sätze genügen für den Anfang.
pages-manage-legal = Rechtliche Seiten
pages-manage-legal-text = Diese Seiten schreibt das Programm aus dem, was unter „Hub“ eingetragen ist. Hier ergänzen Sie eigene Worte, zum Beispiel einen Bildnachweis.
pages-manage-legal-none = Noch nichts ergänzt
pages-manage-prepared-on = Vorbereitet am { $day }
pages-manage-saved-on = Zuletzt am { $day } von { $by }
pages-manage-draft = Entwurf
pages-manage-scheduled = Erscheint { $when }
pages-manage-published = Veröffentlicht
pages-manage-changed = Änderungen noch nicht veröffentlicht
pages-manage-following = Neue Fassung ab { $when }
pages-manage-public = Öffentliche Seite ansehen
pages-manage-title = Titel
pages-manage-slug = Adresse
pages-manage-slug-hint = Der letzte Teil der Adresse, zum Beispiel: ueber-uns. Bleibt das Feld leer, nehmen wir den Titel. Nach dem Veröffentlichen bleibt die Adresse, wie sie ist.
pages-manage-lede = Kurz gesagt
pages-manage-lede-hint = Ein oder zwei Sätze. Sie stehen groß über dem Text.
pages-manage-teaser-hint = Ein oder zwei Sätze. Sie stehen in der Liste und groß über dem Text.
pages-manage-body = Text
pages-manage-body-hint = Wie Sie Überschriften, Listen und Links schreiben, steht unter „So schreiben Sie“.
pages-manage-english = Englisch
pages-manage-not-yet = noch nicht
pages-manage-there = vorhanden
pages-manage-easy-hint = Kurze Sätze, ein Gedanke pro Zeile. Eine Leerzeile beginnt einen neuen Absatz.
pages-manage-easy-by-hint = Erst eintragen, wenn Menschen aus der Zielgruppe den Text geprüft haben (DIN SPEC 33429).
pages-manage-checked-fold = Geprüft
pages-manage-checked-by = Geprüft von
pages-manage-checked-by-hint = Wer bestätigt, dass alles stimmt. Ändern Sie danach den Text, gilt die Prüfung nicht mehr.
pages-manage-checked-on = Geprüft am
pages-manage-checked-on-hint = Zum Beispiel 3.11.2026
pages-manage-video-fold = Video in Gebärdensprache
pages-manage-video-url = Adresse des Videos
pages-manage-video-hint = Ein Link, der mit https:// beginnt. Das Video liegt auf einem Server Ihrer Wahl und öffnet sich erst beim Anklicken.
pages-manage-video-length = Länge
pages-manage-video-length-hint = Minuten und Sekunden, zum Beispiel 2:30
pages-manage-video-size = Größe in MB
pages-manage-video-size-hint = Zum Beispiel 18,5
pages-manage-publish-when = Später veröffentlichen
pages-manage-at-once = sofort
pages-manage-publish-day = Ab welchem Tag
pages-manage-publish-hint = Zum Beispiel 10.12. Die Seite erscheint dann von selbst.
pages-manage-publish-time = Ab welcher Uhrzeit
pages-manage-publish = Veröffentlichen
pages-manage-save = Als Entwurf speichern
pages-manage-save-preview = Speichern und ansehen
pages-manage-after = Entwürfe sieht nur das Team. Was schon öffentlich ist, bleibt so stehen, bis Sie neu veröffentlichen.
pages-manage-about = Diese Seite
pages-manage-preview = Vorschau ansehen
pages-manage-pictures = { $count ->
    [one] Bilder (1)
   *[other] Bilder ({ $count })
}
pages-manage-pictures-later = Bilder können Sie hinzufügen, sobald die Seite einmal gespeichert ist.
pages-manage-revisions = Verlauf
pages-manage-revisions-text = Jedes Speichern ist eine Fassung. Öffnen Sie eine, um zu sehen, was sich geändert hat.
pages-manage-revisions-none = Noch nichts gespeichert.
pages-manage-revision = Fassung { $number }
pages-manage-revision-about = { $what }: { $when }, { $by }
pages-manage-is-shown = Steht öffentlich
pages-manage-by-program = vom Programm
pages-manage-address = Adresse:
pages-manage-withdraw = Nicht mehr öffentlich zeigen
pages-manage-further-hint = Was Sie sonst noch sagen möchten. Überschriften beginnen mit ##.
pages-manage-how = So schreiben Sie
pages-manage-stale = Jemand anders hat inzwischen gespeichert.
pages-manage-stale-text = Ihr Text steht unverändert im Formular und ist noch nicht gespeichert. Speichern Sie noch einmal, gilt Ihr Text.
pages-manage-stale-differs = So steht es jetzt in der gespeicherten Fassung:
pages-manage-earlier = Sie haben dieses Formular schon einmal gesendet und danach etwas geändert.
pages-manage-empty = (leer)
pages-manage-restore = Diese Fassung wiederherstellen
pages-manage-restore-text = Sie wird zur neuesten Fassung. Öffentlich wird sie erst, wenn Sie veröffentlichen. Nichts geht verloren.
pages-manage-delete-title = Seite löschen
pages-manage-delete-text = Gelöscht werden Text, Bilder und Verlauf. Das lässt sich nicht zurücknehmen.
pages-manage-delete-sure = Ja, alles löschen
pages-manage-delete = Seite löschen

pages-step-prepared = Vorbereitet
pages-step-saved = Gespeichert
pages-step-published = Veröffentlicht
pages-step-restored = Wiederhergestellt
pages-step-pictures = Bilder geändert
pages-step-withdrawn = Nicht mehr öffentlich

pages-diff-changed = Das hat diese Fassung geändert
pages-diff-first = Das stand in der ersten Fassung
pages-diff-none = Am Text hat sich nichts geändert.
pages-diff-since = Das wurde seither geändert
pages-diff-none-since = Der Text ist seither gleich geblieben.
pages-diff-key-went = So sieht aus, was weggefallen ist.
pages-diff-key-came = So sieht aus, was dazugekommen ist.
pages-diff-went = Weggefallen:
pages-diff-came = Dazugekommen:
pages-diff-end = Ende.

pages-how-heading = Überschrift
pages-how-heading-text = eine Überschrift
pages-how-subheading-text = eine Überschrift darunter
pages-how-item = Punkt
pages-how-list-text = eine Liste, jede Zeile ein Punkt
pages-how-numbers-text = eine Liste mit Nummern
pages-how-words = Worte
pages-how-link-text = ein Link; eigene Seiten so: (/contact)
pages-how-bold-text = fett, sparsam verwenden
pages-how-picture-text = ein Bild mit Unterschrift, in einer eigenen Zeile

pages-pictures-title = Bilder
pages-pictures-text = Laden Sie Bilder hoch und setzen Sie sie mit ihrem Namen in den Text.
pages-pictures-none = Diese Seite hat noch kein Bild.
pages-pictures-done = Gespeichert. Öffentlich wird es mit dem nächsten Veröffentlichen.
pages-pictures-to-text = Zum Text
pages-pictures-new = Neues Bild
pages-pictures-file = Bild auswählen
pages-pictures-file-hint = JPEG, PNG oder WebP, höchstens 12 MB. Ort und Gerät der Aufnahme löschen wir aus der Datei.
pages-pictures-alt = Was ist zu sehen?
pages-pictures-alt-hint = Ein Satz für Menschen, die das Bild nicht sehen.
pages-pictures-alt-en = Dasselbe auf Englisch
pages-pictures-is-decoration = Das Bild ist nur schmückend
pages-pictures-as-cover = Über dem Text zeigen
pages-pictures-cover = Steht über dem Text
pages-pictures-make-cover = Über dem Text zeigen
pages-pictures-no-cover = Kein Bild über dem Text
pages-pictures-decoration = schmückend
pages-pictures-remove = Bild entfernen
pages-pictures-save = Bild hochladen
pages-pictures-flaw-none = Wählen Sie ein Bild aus.
pages-pictures-flaw-alt = Beschreiben Sie das Bild, oder sagen Sie, dass es nur schmückend ist.
pages-pictures-flaw-many = Eine Seite hat höchstens { $count } Bilder. Entfernen Sie zuerst eines.
pages-pictures-flaw-unreadable = Diese Datei ist kein Bild, das wir lesen können. Nehmen Sie JPEG, PNG oder WebP.
pages-pictures-flaw-large = Das Bild hat mehr als { $millions } Millionen Bildpunkte. Verkleinern Sie es.
pages-pictures-flaw-small = Das Bild ist zu klein. Es braucht mindestens { $width } Bildpunkte in der Breite.

pages-done-saved = Gespeichert. Noch sieht es nur das Team.
pages-done-published = Veröffentlicht. Alle können die Seite jetzt lesen.
pages-done-scheduled = Gespeichert. Die Seite erscheint zum genannten Zeitpunkt von selbst.
pages-done-withdrawn = Die Seite ist nicht mehr öffentlich. Ihr Text bleibt hier.
pages-done-restored = Die alte Fassung ist wieder da. Veröffentlichen Sie, wenn alle sie lesen sollen.
pages-done-unchecked = Gespeichert. Der geprüfte Text hat sich geändert, deshalb gilt die Prüfung nicht mehr. Tragen Sie eine neue ein, sobald jemand geprüft hat.
pages-done-deleted = Die Seite ist gelöscht.
pages-done-not-deleted = Nicht gelöscht. Setzen Sie zuerst den Haken bei „Ja, alles löschen“.
pages-done-stale = Jemand anders hat inzwischen gespeichert. Es wurde nichts geändert. Sehen Sie bitte noch einmal nach.

pages-flaw-title = Geben Sie der Seite einen Titel.
pages-flaw-title-en = Geben Sie auch auf Englisch einen Titel an, oder lassen Sie den englischen Teil leer.
pages-flaw-taken = Eine andere Seite heißt schon so. Wählen Sie eine andere Adresse.
pages-flaw-day = Diesen Tag verstehen wir nicht. Schreiben Sie zum Beispiel 10.12.2026
pages-flaw-time = Diese Uhrzeit verstehen wir nicht. Schreiben Sie zum Beispiel 8:30
pages-flaw-past = Dieser Zeitpunkt ist vorbei. Lassen Sie die Felder leer, um sofort zu veröffentlichen.
pages-flaw-future = Dieser Tag kommt erst noch. Tragen Sie ein, wann geprüft wurde.
pages-flaw-checked-by = Geben Sie auch an, wer geprüft hat.
pages-flaw-checked-on = Geben Sie auch an, wann geprüft wurde.
pages-flaw-video-url = Geben Sie eine Adresse an, die mit https:// beginnt.
pages-flaw-video-length = Geben Sie die Länge an, zum Beispiel 2:30
pages-flaw-video-size = Geben Sie die Größe in MB an, zum Beispiel 18,5
pages-flaw-heading = Vor „{ $words }“ (###) fehlt eine Überschrift mit ##. Schreiben Sie hier ## statt ###.
pages-flaw-picture = Ein Bild „{ $name }“ hat diese Seite nicht. Laden Sie es hoch, oder nehmen Sie die Zeile heraus.
pages-flaw-dead-link = Der Link „{ $address }“ führt nirgendwohin. Beginnen Sie ihn mit https://, oder mit / für eine Seite dieses Hubs.

pages-manage-drawing = Zeichnung im Kopf der Seite
pages-manage-drawing-hint = Ein Foto laden Sie unter „Bilder“ hoch.
pages-drawing-room = Ein Raum
pages-drawing-help = Jemand hilft
pages-drawing-idea = Eine Idee
pages-drawing-video = Ein Gespräch am Bildschirm
pages-drawing-town = Die Stadt
pages-drawing-none = keine

pages-manage-prepare = Vorbereitete Seiten anlegen
pages-manage-prepare-text = Vier Entwürfe zum Ausfüllen: Über uns, Team, Anfahrt, Partner. Niemand sieht sie, bis Sie veröffentlichen.

pages-easy-more = Noch mehr in Leichter Sprache
pages-easy-more-lines = Diese Seiten können Sie auch lesen:
pages-sign-lede-videos = Hier finden Sie unsere Videos in Gebärdensprache und weitere Hilfe.
pages-sign-videos = Videos in Deutscher Gebärdensprache
pages-written-preview-legal = So wird Ihr eigener Text aussehen. Davor steht, was das Programm schreibt. Noch sieht ihn nur das Team.

pages-imprint-missing =
    Träger und Rechtsform: noch einzutragen
    Vertretungsberechtigt: noch einzutragen
    Verantwortlich für redaktionelle Inhalte (§ 18 Absatz 2 Medienstaatsvertrag): noch einzutragen
    Aufsichtsbehörde: noch einzutragen
    Umsatzsteuer-Identifikationsnummer, falls vorhanden: noch einzutragen
pages-overview-lede = Wer wir sind, wer mitmacht und wie Sie zu uns kommen.
pages-overview-none = Hier ist noch nichts zu lesen. Rufen Sie uns an, wir erzählen gern.
pages-overview-read = Zum Lesen
