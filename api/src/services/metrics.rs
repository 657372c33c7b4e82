//! Prometheus metrics.

use std::time::Duration;

use actix_web::http::Method;
use prometheus::core::Collector;
use prometheus::{
    HistogramOpts, HistogramVec, IntCounterVec, IntGauge, Opts, Registry, TextEncoder,
};

/// The figures of one process.
#[derive(Debug, Clone)]
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    durations: HistogramVec,
    in_flight: IntGauge,
}

impl Metrics {
    /// Registers the figures of the HTTP side. `started` is the start of the process in seconds
    /// since the Unix epoch.
    pub fn new(started: i64) -> Result<Self, prometheus::Error> {
        let registry = Registry::new();
        let requests = IntCounterVec::new(
            Opts::new("http_requests_total", "Requests answered."),
            &["method", "route", "status"],
        )?;
        let durations = HistogramVec::new(
            HistogramOpts::new("http_request_duration_seconds", "Time to the answer.").buckets(
                vec![
                    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0,
                ],
            ),
            &["route"],
        )?;
        let in_flight = IntGauge::new("http_requests_in_flight", "Requests being answered.")?;
        let build = IntGauge::with_opts(
            Opts::new("yongwei_build_info", "The version that runs; always 1.")
                .const_label("version", env!("CARGO_PKG_VERSION")),
        )?;
        build.set(1);
        let start = IntGauge::new(
            "process_start_time_seconds",
            "Start of the process, seconds since the Unix epoch.",
        )?;
        start.set(started);
        let collectors: [Box<dyn Collector>; 5] = [
            Box::new(requests.clone()),
            Box::new(durations.clone()),
            Box::new(in_flight.clone()),
            Box::new(build),
            Box::new(start),
        ];
        for collector in collectors {
            registry.register(collector)?;
        }
        Ok(Self {
            registry,
            requests,
            durations,
            in_flight,
        })
    }

    /// Counts a request as running until the guard is dropped, also when the caller goes away.
    pub(crate) fn start(&self) -> InFlight {
        self.in_flight.inc();
        InFlight(self.in_flight.clone())
    }

    pub(crate) fn answered(&self, method: &Method, route: &str, status: u16, took: Duration) {
        self.requests
            .with_label_values(&[bounded(method), route, status.to_string().as_str()])
            .inc();
        self.durations
            .with_label_values(&[route])
            .observe(took.as_secs_f64());
    }

    /// All figures in the Prometheus text format.
    pub fn render(&self) -> Result<String, prometheus::Error> {
        TextEncoder::new().encode_to_string(&self.registry.gather())
    }
}

/// A running request.
pub(crate) struct InFlight(IntGauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// A caller must not create time series by inventing methods.
fn bounded(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
