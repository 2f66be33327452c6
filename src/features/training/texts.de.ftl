training-save = Sichern

training-organisations = Mitgliedsorganisationen
training-organisations-about = Städte, Gemeinden und Verbände, deren Beschäftigte zu Fortbildungen kommen
training-organisations-text = Nur ihre Beschäftigten sehen geschlossene Fortbildungen und können sich dort anmelden.
training-organisations-none = Noch keine Organisation
training-organisations-none-text = Tragen Sie ein, wessen Beschäftigte zu Fortbildungen kommen dürfen, die nicht im öffentlichen Programm stehen.
training-organisations-count = { $count ->
    [one] 1 Organisation
   *[other] { $count } Organisationen
}
training-organisations-without-contact = { $all ->
    [one] 1 Organisation, ohne Ansprechperson
   *[other] { $all } Organisationen, davon { $without } ohne Ansprechperson
}
training-organisation-new = Organisation hinzufügen
training-organisation-text = Die Angaben gelten für alle Fortbildungen dieser Organisation.
training-organisation-created = Die Organisation ist eingetragen. Geben Sie ihr den Zugangscode.
training-organisation-saved = Gesichert.
training-organisation-removed = Die Organisation ist entfernt.

training-name = Name der Organisation
training-name-hint = So wie er auf einer Rechnung steht, zum Beispiel: Stadt Pulsnitz
training-kind = Art
training-kind-town = Stadt
training-kind-municipality = Gemeinde
training-kind-county = Landkreis
training-kind-association = Verband
training-kind-other = Andere
training-domains = E-Mail-Domains der Beschäftigten
training-domains-hint = Was hinter dem @ steht, jede Domain in einer eigenen Zeile, zum Beispiel: stadt-pulsnitz.example. Wer dort eine Adresse hat, kommt auch ohne Code hinein.
training-contact = Ansprechperson
training-contact-hint = Mit ihr stimmen Sie Fortbildungen und Rechnungen ab. Name und Adresse löschen wir { $period }.
training-contact-name = Vor- und Nachname
training-contact-email = Dienstliche E-Mail-Adresse
training-contact-line = { $name }, { $email }
training-contact-none = Ansprechperson fehlt
training-code = Zugangscode
training-code-text = Geben Sie ihn der Ansprechperson. Wer ihn eingibt, sieht die Fortbildungen dieser Organisation.
training-code-later = Den Zugangscode bekommt die Organisation, wenn Sie sichern.
training-code-renew = Neuen Code vergeben
training-code-renewed = Der neue Code gilt ab sofort. Der alte öffnet nichts mehr.
training-remove-head = Organisation entfernen
training-remove-text = Code und Domains öffnen danach nichts mehr.
training-remove = Entfernen

training-flaw-name = Geben Sie der Organisation einen Namen.
training-flaw-domain = „{ $domain }“ können wir nicht als Domain lesen. Schreiben Sie zum Beispiel stadt-pulsnitz.example.
training-flaw-domain-open = Bei „{ $domain }“ kann jeder eine Adresse haben. Nennen Sie eine Domain, die nur die Organisation vergibt.
training-flaw-domain-taken = „{ $domain }“ gehört schon zu { $organisation }. Streichen Sie die Domain hier oder dort.
training-flaw-domains = Höchstens { $count } Domains. Kürzen Sie die Liste.
training-flaw-contact-name = Geben Sie auch den Namen an.
training-flaw-contact-email = Geben Sie auch die E-Mail-Adresse an.
