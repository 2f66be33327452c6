auth-sign-in = Sign in
auth-for-staff = For everybody who works here
auth-email = E-mail address
auth-password = Password
auth-refused = That did not work
auth-refused-text = Check e-mail address and password
auth-forgotten = Forgot your password? The head of your hub or your IT provider sets a new one.
