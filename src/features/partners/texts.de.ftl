# Partner: wer den Hub trägt.

partners-title = Partner
partners-about = Wer den Hub trägt, mit Link und Logo
partners-text = Sie stehen unten auf der Startseite, in dieser Reihenfolge.
partners-none = Noch keine Partner
partners-none-text = Nennen Sie, wer den Hub trägt. Ein Name genügt, Link und Logo sind freiwillig.
partners-count = { $count ->
    [one] Ein Partner
   *[other] { $count } Partner
}
partners-new = Partner eintragen
partners-full = Mehr als 20 Partner zeigt die Startseite nicht. Entfernen Sie erst einen.
partners-saved = Gespeichert.
partners-removed = Entfernt.
partners-look = Startseite ansehen
partners-up = Nach vorn
partners-down = Nach hinten
partners-remove = Entfernen
partners-save = Partner speichern
partners-back = Zurück zu den Partnern
partners-name = Name
partners-line = Ein halber Satz dazu
partners-line-hint = Zum Beispiel: stellt das Haus
partners-link = Link
partners-link-hint = Die Adresse der Website, zum Beispiel https://www.beispiel.de
partners-logo = Logo
partners-logo-hint = SVG, PNG, JPEG oder WebP. Es steht neben dem Namen. Wir behalten nur, was man sieht.
partners-without-logo = Logo entfernen
partners-flaw-name = Geben Sie den Namen an.
partners-flaw-twice = Dieser Partner steht schon in der Liste.
partners-flaw-link = Geben Sie die ganze Adresse an, zum Beispiel https://www.beispiel.de
