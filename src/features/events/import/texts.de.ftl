import-about-host = Über { $host }
import-link-event = Mehr zur Veranstaltung
import-link-host = Mehr zum Gastgeber
import-unknown = Ob Sie sich anmelden müssen und was es kostet, sagt Ihnen der Veranstalter.
