import-about-host = Über { $host }
import-link-event = Mehr zur Veranstaltung
import-link-host = Mehr zum Gastgeber
