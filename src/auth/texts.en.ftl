auth-sign-in = Sign in
auth-for-staff = For everybody who works here
auth-email = E-mail address
auth-password = Password
auth-refused = That did not work
auth-refused-text = Check e-mail address and password
auth-forgotten = Forgot your password? The head of your hub or your IT provider sets a new one.

auth-password-set = Set a password
auth-password-new = New password
auth-password-hint = At least { $count } characters. Several words that only you would put together are good.
auth-password-save = Save password
auth-password-then = Then sign in with it. The link will no longer work.
auth-password-short = Take at least { $count } characters.
auth-password-long = Take at most { $count } characters.
auth-password-known = This password is among the first to be guessed. Take several words that only you would put together.
auth-link-over = This link no longer works
auth-link-over-text = It has been used, has expired, or a new one has replaced it. Ask the head of your hub for a new link.
auth-no-hub = Your account has no task in any hub yet. Please ask the head of your hub.
auth-helper = Helper (list of the day)
auth-staff = Staff (programme and registrations)
auth-lead = Head (also everything about the hub)
auth-operator = IT operation (everything in all hubs)
auth-change-password = Change password
auth-change-password-text = After that you are signed out everywhere else. Here you simply go on working.
auth-old-password = Present password
auth-new-password = New password
auth-new-password-hint = At least 12 characters. Best take several words that only you put together. Pasting is allowed.
auth-new-password-again = New password once more
auth-wrong-old = Check the present password
auth-not-the-same = Write the same password both times
auth-done-password = Your new password counts. Everywhere else you are signed out.
auth-hubs = Change hub
auth-here = you are here now
auth-everywhere = Sign out everywhere
auth-everywhere-text = { $count ->
    [one] You are signed in here only.
   *[other] You are signed in in { $count } places. Have you lost a device? Then sign out everywhere.
}
