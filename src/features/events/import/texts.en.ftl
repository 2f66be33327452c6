import-about-host = About { $host }
import-link-event = More on the event
import-link-host = More on the host
import-unknown = The organiser can tell you whether you need to register and what it costs.
