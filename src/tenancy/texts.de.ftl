tenancy-hubs = Unsere Hubs
tenancy-none = Noch ist kein Hub eingerichtet. Ihr IT-Betrieb legt ihn mit „nabe hub create“ an.
