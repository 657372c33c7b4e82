//! `yongwei serve`: opens the store, listens, and ends gracefully on SIGTERM or Ctrl-C.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::web::Data;
use domain::attachments::Allowance;
use domain::calendar::NoticeOfYear;
use persistence::{Clock, Moved, Store, sandbox_clock, serving};

use super::{CommandFailure, demo, open_store, say};
use crate::app;
use crate::audit::sealing;
use crate::clients::new_secret;
use crate::credentials::{Signatures, Tokens};
use crate::pdf::Renderer;
use crate::procedure::overdue;
use crate::publicity::{ReadyAnswers, observe};
use crate::services::{Limits, Metrics, PublicWrites, Services, TrustedProxies};
use crate::serving::Serving;
use crate::settings::{Secret, ServeFlags, Settings};
use crate::{calendar, features, housekeeping, policy, sandbox};

pub(super) async fn run(settings: &Settings, flags: ServeFlags) -> Result<(), CommandFailure> {
    let policies = policy::load(settings)?;
    let years = calendar::years_of_file(settings.calendar.as_deref())?;
    let (store, keys) = open_store(settings)?;
    // For as long as this process serves.
    let _alone = serving::alone(&settings.database()?)?;
    keep_time(&store, flags).await?;
    let listener = TcpListener::bind(settings.listen)
        .map_err(|error| cannot_listen("YONGWEI_LISTEN", settings.listen, &error))?;
    let port = listener.local_addr()?.port();
    let public_url = settings.public_url.clone();
    let public_url = public_url.unwrap_or_else(|| format!("http://localhost:{port}"));
    let serving = Serving::new(&store, &policies, &public_url);
    for other in serving.enter(&store, &policies).await? {
        warn_of_address(&other, &public_url)?;
    }
    let signatures = Arc::new(Signatures::new(&keys.signing)?);
    let services = Services {
        tokens: Tokens::new(Arc::clone(&signatures), &public_url),
        signatures,
        policies,
        attachments: Allowance {
            file_bytes: settings.attachment_max_bytes,
            deed_bytes: settings.attachment_deed_max_bytes,
        },
        renderer: Renderer::new(&settings.typeface),
        public_url,
        body_limit: settings.body_limit.get(),
        limits: Limits::new(settings.rate_per_minute, settings.rate_burst),
        public_writes: PublicWrites::hourly(settings.public_writes_per_hour),
        trusted_proxies: TrustedProxies::new(settings.trusted_proxies.clone()),
        ready: ReadyAnswers::default(),
        metrics: Metrics::new(Clock::real_now().timestamp()).map_err(io::Error::other)?,
        metrics_token: settings.metrics_token.clone(),
        serving: serving.clone(),
        sandbox: flags.sandbox,
        surface: OnceLock::new(),
        store: store.clone(),
    };
    let served = serve(settings, flags, listener, services, years).await;
    if let Err(error) = serving.leave(&store).await {
        tracing::warn!(%error, "other processes take this one for alive for a while");
    }
    served?;
    if let Err(error) = store.settle().await {
        // Nothing is lost: the log is read at the next start.
        tracing::warn!(%error, "the log of the database stays beside it");
    }
    tracing::info!("ended");
    Ok(())
}

/// The clock of a rehearsal goes on where it was left; without one it is of no account.
async fn keep_time(store: &Store, flags: ServeFlags) -> Result<(), CommandFailure> {
    if flags.sandbox {
        sandbox::follow(store).await;
        sandbox::start(store.clone());
        return Ok(());
    }
    let moved = store.read(sandbox_clock::last_move).await?;
    if moved != Moved::default() {
        warn(
            "a rehearsal (--sandbox) moved the clock of this database: what it wrote bears the dates of that \
             clock. This process goes by the time of day",
        )?;
    }
    Ok(())
}

fn warn_of_address(other: &str, own: &str) -> Result<(), CommandFailure> {
    warn(&format!(
        "YONGWEI_PUBLIC_URL is {own} here, and {other} at another process of this database: each refuses the \
         tokens of the other. Give all processes the same"
    ))
}

/// In the log, and for the person at the command line, who may have the log elsewhere.
fn warn(text: &str) -> Result<(), CommandFailure> {
    tracing::warn!("{text}");
    say(&format!("warning: {text}"))
}

/// Answers requests until the process is told to end.
async fn serve(
    settings: &Settings,
    flags: ServeFlags,
    listener: TcpListener,
    services: Services,
    years: Vec<NoticeOfYear>,
) -> Result<(), CommandFailure> {
    let demonstration = prepare(&services, flags, years).await?;
    let (store, public_url) = (services.store.clone(), services.public_url.clone());
    let signatures = Arc::clone(&services.signatures);
    let services = Data::new(services);
    let shared = services.clone();
    let address = listener.local_addr()?;
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
    observe(store.clone());
    overdue::start(store);
    say(&format!("listening on http://{address}"))?;
    say(&format!("Swagger UI: {public_url}/swagger-ui/"))?;
    say(&format!("contract:   {public_url}/openapi.json"))?;
    if let Some(secret) = demonstration {
        demo::show(&secret)?;
    }
    server.run().await?;
    Ok(())
}

/// Fills the database with what has to be there before the first request; answers the secret of the
/// demonstration.
async fn prepare(
    services: &Services,
    flags: ServeFlags,
    years: Vec<NoticeOfYear>,
) -> Result<Option<Secret>, CommandFailure> {
    // Work that takes long must not let others take this process for dead.
    services.serving.start(services.store.clone());
    let (store, policies) = (&services.store, &services.policies);
    let demonstration = if flags.demo {
        let secret = new_secret()?;
        crate::demo::prepare(store, policies, services.attachments, &secret).await?;
        Some(secret)
    } else {
        None
    };
    calendar::prepare(store, policies, years).await?;
    Ok(demonstration)
}

fn cannot_listen(setting: &str, address: SocketAddr, error: &io::Error) -> CommandFailure {
    CommandFailure::Refused(format!(
        "{address}: {error}; set {setting} to an address that is free"
    ))
}
