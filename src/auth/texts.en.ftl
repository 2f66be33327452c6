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
