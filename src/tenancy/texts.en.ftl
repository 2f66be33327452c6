tenancy-hubs = Our hubs
tenancy-none = No hub has been set up yet. Your IT provider creates it with “nabe hub create”.
