//! `yongwei serve`: opens the store, listens, and ends gracefully on SIGTERM or Ctrl-C.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::web::Data;
use domain::attachments::Allowance;

use super::{CommandFailure, demo, open_store, say};
use crate::app;
use crate::audit::sealing;
use crate::clients::new_secret;
use crate::credentials::{Signatures, Tokens};
use crate::pdf::Renderer;
use crate::procedure::overdue;
use crate::services::{Limits, Metrics, Services, TrustedProxies};
use crate::settings::{ServeFlags, Settings};
use crate::{calendar, features, housekeeping, policy};

pub(super) async fn run(settings: &Settings, flags: ServeFlags) -> Result<(), CommandFailure> {
    let policies = policy::load(settings)?;
    let years = calendar::years_of_file(settings.calendar.as_deref())?;
    let (store, keys) = open_store(settings)?;
    let attachments = Allowance {
        file_bytes: settings.attachment_max_bytes,
        deed_bytes: settings.attachment_deed_max_bytes,
    };
    let demonstration = if flags.demo {
        let secret = new_secret()?;
        crate::demo::prepare(&store, &policies, attachments, &secret).await?;
        Some(secret)
    } else {
        None
    };
    calendar::prepare(&store, &policies, years).await?;
    let listener = TcpListener::bind(settings.listen)
        .map_err(|error| cannot_listen("YONGWEI_LISTEN", settings.listen, &error))?;
    let address = listener.local_addr()?;
    let public_url = settings
        .public_url
        .clone()
        .unwrap_or_else(|| format!("http://localhost:{}", address.port()));
    let signatures = Arc::new(Signatures::new(&keys.signing)?);
    let services = Data::new(Services {
        tokens: Tokens::new(Arc::clone(&signatures), &public_url),
        signatures: Arc::clone(&signatures),
        policies,
        attachments,
        renderer: Renderer::new(&settings.typeface),
        public_url: public_url.clone(),
        body_limit: settings.body_limit.get(),
        limits: Limits::new(settings.rate_per_minute, settings.rate_burst),
        public_writes: Limits::hourly(settings.public_writes_per_hour),
        trusted_proxies: TrustedProxies::new(settings.trusted_proxies.clone()),
        metrics: Metrics::new(store.clock().now().timestamp()).map_err(io::Error::other)?,
        metrics_token: settings.metrics_token.clone(),
        surface: OnceLock::new(),
        store: store.clone(),
    });
    let shared = services.clone();
    let mut server = HttpServer::new(move || {
        app::app(&shared, move |routes| {
            features::configure(routes);
            if flags.sandbox {
                features::configure_sandbox(routes);
            }
        })
    })
    .shutdown_timeout(settings.shutdown_seconds)
    .client_request_timeout(Duration::from_secs(15))
    // Longer than the minute for which proxies keep a connection: who closes first meets no request
    // that is already under way.
    .keep_alive(Duration::from_secs(75))
    .listen(listener)?;
    if let Some(workers) = settings.workers {
        server = server.workers(workers.get());
    }
    if let Some(address) = settings.metrics_listen {
        let metrics_server = HttpServer::new(move || app::metrics_app(&services))
            .workers(1)
            .disable_signals()
            .bind(address)
            .map_err(|error| cannot_listen("YONGWEI_METRICS_LISTEN", address, &error))?;
        actix_web::rt::spawn(metrics_server.run());
    }
    sealing::start(store.clone(), signatures);
    housekeeping::start(store.clone());
    overdue::start(store.clone());
    say(&format!("listening on http://{address}"))?;
    say(&format!("Swagger UI: {public_url}/swagger-ui/"))?;
    say(&format!("contract:   {public_url}/openapi.json"))?;
    if let Some(secret) = demonstration {
        demo::show(&secret)?;
    }
    server.run().await?;
    if let Err(error) = store.settle().await {
        // Nothing is lost: the log is read at the next start.
        tracing::warn!(%error, "the log of the database stays beside it");
    }
    tracing::info!("ended");
    Ok(())
}

fn cannot_listen(setting: &str, address: SocketAddr, error: &io::Error) -> CommandFailure {
    CommandFailure::Refused(format!(
        "{address}: {error}; set {setting} to an address that is free"
    ))
}
