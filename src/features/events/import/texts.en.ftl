import-about-host = About { $host }
import-link-event = More on the event
import-link-host = More on the host
