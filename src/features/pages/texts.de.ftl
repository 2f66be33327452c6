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
pages-imprint-missing =
    Träger und Rechtsform: noch einzutragen
    Vertretungsberechtigt: noch einzutragen
    Verantwortlich für redaktionelle Inhalte (§ 18 Absatz 2 Medienstaatsvertrag): noch einzutragen
    Aufsichtsbehörde: noch einzutragen
    Umsatzsteuer-Identifikationsnummer, falls vorhanden: noch einzutragen

pages-access-lede = { $hub } möchte, dass alle Menschen diese Website nutzen können. Dazu verpflichten die Richtlinie (EU) 2016/2102 und das Recht Ihres Bundeslandes.
pages-access-status = Wie barrierefrei die Website ist
pages-access-status-text = Wir haben sie nach den WCAG 2.2, Stufe AA, und nach EN 301 549 gebaut. Sie erfüllt diese Anforderungen teilweise. Was noch fehlt, steht im nächsten Abschnitt.
pages-access-gaps = Was noch nicht barrierefrei ist
pages-access-gaps-list =
    Es gibt noch kein Video in Deutscher Gebärdensprache.
    Die Seite in Leichter Sprache hat noch keine Prüfgruppe geprüft.
    Veranstaltungen gibt es nicht in Leichter Sprache.
    Auf englischen Seiten stehen Texte des Hubs auf Deutsch. Vorlese-Programme erfahren das nicht überall.
    Bilder von Veranstaltungen beschreibt der Hub selbst. Eine Beschreibung kann fehlen.
    Online-Veranstaltungen laufen bei anderen Anbietern. Deren Seiten haben wir nicht geprüft.
pages-access-tested = So haben wir geprüft
pages-access-tested-text = Wir haben die Seiten selbst mit Programmen geprüft:
pages-access-tested-list =
    mit den Regeln von axe-core zu WCAG 2.2 AA und EN 301 549, hell und dunkel
    mit der Tastatur: Alles ist erreichbar und sichtbar markiert.
    in einem Fenster von 320 Pixeln Breite: Nichts ragt seitlich hinaus.
    mit den Farben des Betriebssystems (Kontrastmodus)
pages-access-untested = Menschen mit Behinderungen haben die Website noch nicht geprüft. Auch mit Vorlese-Programmen haben wir sie noch nicht erprobt.
pages-access-report-text = Etwas hindert Sie? Sagen Sie es uns. Sie bekommen innerhalb eines Monats eine Antwort.
pages-access-report-more = So melden Sie eine Barriere
pages-access-enforcement = Wenn unsere Antwort nicht hilft
pages-access-enforcement-text = Wenden Sie sich an die Durchsetzungs- oder Schlichtungsstelle Ihres Bundeslandes. Sie ist für barrierefreie Websites öffentlicher Stellen zuständig. Auch wenn wir nach einem Monat nicht antworten, können Sie sich dorthin wenden.
pages-access-date = Stand
pages-access-date-text = Diese Erklärung ist vom { $day }. Sie beruht auf unserer eigenen Prüfung.
pages-access-missing =
    Durchsetzungs- oder Schlichtungsstelle mit Anschrift: noch einzutragen
    Gesetz des Bundeslandes: noch einzutragen

pages-barriers-lede = Etwas auf dieser Website oder in unseren Häusern hindert Sie? Sagen Sie es uns.
pages-barriers-how = So erreichen Sie uns
pages-barriers-how-text = Rufen Sie an, oder schreiben Sie eine E-Mail oder einen Brief. Ein Satz reicht.
pages-barriers-helps = Das hilft uns
pages-barriers-helps-list =
    Auf welcher Seite oder an welchem Ort war es?
    Was wollten Sie tun?
    Was ging nicht?
    Welches Gerät oder Hilfsmittel nutzen Sie?
    Wie erreichen wir Sie?
pages-barriers-helps-not = Sie müssen nicht alles beantworten. Bitte keine Angaben zu Krankheiten.
pages-barriers-next = So geht es weiter
pages-barriers-next-steps =
    Wir sehen uns die Barriere an.
    Sie bekommen innerhalb eines Monats eine Antwort.
    Darin steht, was wir ändern und wann.
pages-barriers-no-answer = Keine Antwort, oder sie hilft nicht?
pages-barriers-no-answer-text = Dann hilft die Durchsetzungs- oder Schlichtungsstelle Ihres Bundeslandes.

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
