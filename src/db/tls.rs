//! TLS to PostgreSQL, as `sslmode` and `sslrootcert` of the address ask for it, with the meaning that libpq gives them:
//! <https://www.postgresql.org/docs/15/libpq-ssl.html#LIBPQ-SSL-PROTECTION>.

use std::fmt;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::failure::OpenError;

/// What the address says about TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Nothing, or to do without.
    Off,
    /// Encrypted, whoever answers.
    Encrypted,
    /// Encrypted, with a certificate that a known authority made for the host of the address.
    Verified,
}

/// Takes `sslmode` and `sslrootcert` out of an address: what is left is for the client, `None` means without TLS.
pub(super) fn of_address(url: &str) -> Result<(String, Option<MakeRustlsConnect>), OpenError> {
    let (mut mode, mut roots) = (Mode::Off, None);
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let mut kept = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", word)) => mode = mode_of(word)?,
            Some(("sslrootcert", path)) => roots = Some(unescaped(path)?),
            _ => kept.push(pair),
        }
    }
    let mode = if mode == Mode::Encrypted && roots.is_some() { Mode::Verified } else { mode };
    kept.push(if mode == Mode::Off { "sslmode=disable" } else { "sslmode=require" });
    let connector = (mode != Mode::Off).then(|| connector(mode, roots.as_deref())).transpose()?;
    Ok((format!("{base}?{}", kept.join("&")), connector))
}

fn mode_of(word: &str) -> Result<Mode, OpenError> {
    match word {
        "disable" => Ok(Mode::Off),
        "require" => Ok(Mode::Encrypted),
        "verify-full" => Ok(Mode::Verified),
        other => Err(OpenError::Url(format!("sslmode is {other}; take disable, require or verify-full"))),
    }
}

fn unescaped(path: &str) -> Result<String, OpenError> {
    let pair = format!("path={path}");
    let found = url::form_urlencoded::parse(pair.as_bytes()).next().map(|(_, path)| path.into_owned());
    found.ok_or_else(|| OpenError::Url("sslrootcert names no file".to_owned()))
}

fn connector(mode: Mode, roots: Option<&str>) -> Result<MakeRustlsConnect, OpenError> {
    let provider = Arc::new(ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider)).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| OpenError::Certificate(error.to_string()))?;
    let config = match mode {
        Mode::Verified => builder.with_root_certificates(authorities(roots)?).with_no_client_auth(),
        _ => builder.dangerous().with_custom_certificate_verifier(Arc::new(Anybody(provider))).with_no_client_auth(),
    };
    Ok(MakeRustlsConnect::new(config))
}

/// The authorities of the file, or those that browsers know.
fn authorities(file: Option<&str>) -> Result<RootCertStore, OpenError> {
    let Some(file) = file else { return Ok(RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() }) };
    let unusable = |why: String| OpenError::Certificate(format!("the certificates of {file} cannot be used: {why}"));
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unusable(error.to_string()))? {
        let certificate = certificate.map_err(|error| unusable(error.to_string()))?;
        store.add(certificate).map_err(|error| unusable(error.to_string()))?;
    }
    if store.is_empty() { Err(unusable("it has none".to_owned())) } else { Ok(store) }
}

/// Takes any certificate, as `sslmode=require` asks: nobody can listen, but somebody else may answer.
struct Anybody(Arc<CryptoProvider>);

impl fmt::Debug for Anybody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Anybody")
    }
}

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(&self, message: &[u8], cert: &CertificateDer<'_>, dss: &DigitallySignedStruct) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, cert, dss, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(&self, message: &[u8], cert: &CertificateDer<'_>, dss: &DigitallySignedStruct) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, cert, dss, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
