hub-overview-text = Everything that { $hub } sets itself. What you save stands on the public pages at once.
hub-save = Save
hub-saved = Saved.
hub-saved-look = See it as everybody does
hub-back = Back to the overview

hub-contact = Name and contact
hub-contact-about = What the hub is called and how to reach it
hub-contact-text = This stands at the top and bottom of every page, on the contact page and in the legal notice.
hub-contact-none = Telephone and e-mail are missing
hub-contact-no-phone = Telephone is missing
hub-contact-no-email = E-mail address is missing
hub-contact-name = Name of the hub
hub-contact-name-hint = The last word is mostly the town, for example: InnovationsHub Musterstadt
hub-contact-owner = Whose offer it is
hub-contact-owner-hint = A line above the name, for example: Ein Angebot der Stadt Musterstadt
hub-contact-phone = Telephone
hub-contact-phone-hours = When somebody answers it
hub-contact-phone-hours-hint = In your words, for example: Mo bis Fr 9 bis 16 Uhr
hub-contact-email = E-mail address
hub-contact-email-hint = Questions and answers to our mails go there.
hub-contact-zone = Time zone
hub-contact-zone-hint = For Germany: Europe/Berlin
hub-contact-flaw-name = Give the hub a name.
hub-contact-flaw-zone = We do not know this time zone. For Germany write Europe/Berlin.

hub-welcome = Welcome and partners
hub-welcome-about = What the start page says first and last
hub-welcome-text = The start page begins and ends with this.
hub-welcome-none = Welcome is missing
hub-welcome-set = { $count ->
    [0] Welcome is there
    [one] Welcome and 1 partner
   *[other] Welcome and { $count } partners
}
hub-welcome-claim = Up to three short lines in large type
hub-welcome-claim-hint = Each on a line of its own, for example: Come. Ask. Make. Without them the name stands there.
hub-welcome-text-field = Welcome
hub-welcome-text-hint = Two sentences: what one can do here and for whom it is.
hub-welcome-partners = Who carries the hub
hub-welcome-partners-hint = One line for each partner. After a colon there may be half a sentence: Town of Musterstadt: provides the house
hub-welcome-flaw-claim = At most three lines of { $count } characters each. Shorten the text.
hub-welcome-flaw-partners = At most { $count } partners. Shorten the list.
