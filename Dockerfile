# The service on PostgreSQL, with TLS to the database.

FROM rust:1.95-bookworm AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libssl-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN cargo build --release --locked --package api --features postgres-tls

FROM debian:bookworm-slim
# libssl3: TLS to PostgreSQL. ca-certificates: to verify its certificate.
# curl: the health check. fonts-noto-cjk: the typeface of printed documents; fonts-hanazono: that of rare
# characters of names.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates curl fonts-hanazono fonts-noto-cjk libssl3 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home --home-dir /var/lib/yongwei yongwei
COPY --from=build /source/target/release/yongwei /usr/local/bin/yongwei
COPY --from=build /source/LICENSE /usr/share/doc/yongwei/LICENSE
USER yongwei
# Writable by the service: the SQLite file and its keys, where no PostgreSQL is set.
WORKDIR /var/lib/yongwei
ENV YONGWEI_LISTEN=0.0.0.0:8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
    CMD ["curl", "--silent", "--fail", "--output", "/dev/null", "http://127.0.0.1:8080/readyz"]
ENTRYPOINT ["yongwei"]
CMD ["serve"]
