//! Reads one answer of every operation with the generated Rust client, and calls a few by it.

#[path = "../../build/schemas.rs"]
mod schemas;

use std::env;
use std::error::Error;

use chrono::DateTime;
use serde_json::Value;
use yongwei_client::apis::configuration::Configuration;
use yongwei_client::apis::{self, access_api, deeds_api, people_api, receipts_api};
use yongwei_client::models::Effects;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = env::args().nth(1).ok_or("the folder of the answers")?;
    let answers = std::fs::read_to_string(format!("{folder}/answers.json"))?;
    let answers: Vec<Value> = serde_json::from_str(&answers)?;
    let read = read_all(&answers)?;
    call_some(&answers).await?;
    println!("Rust read {read} answers");
    Ok(())
}

/// Reads each answer into its model, from which the same has to come again.
fn read_all(answers: &[Value]) -> Result<usize> {
    let mut read = 0;
    for answer in answers {
        let (operation, body) = (&answer["operation"], &answer["body"]);
        let Some(schema) = answer["schema"].as_str() else {
            continue;
        };
        let again = schemas::again(schema, body.clone())
            .map_err(|error| format!("{operation} is no {schema}: {error}"))?;
        if !same(&again, body) {
            return Err(format!("{operation}: {again}\n  instead of {body}").into());
        }
        read += 1;
    }
    Ok(read)
}

/// Whether nothing was lost or changed on the way through a model.
fn same(read: &Value, sent: &Value) -> bool {
    let instant = |value: &Value| DateTime::parse_from_rfc3339(value.as_str()?).ok();
    match (read, sent) {
        (Value::Object(read), Value::Object(sent)) => {
            let is_same = |(name, value)| read.get(name).is_some_and(|other| same(other, value));
            read.len() == sent.len() && sent.iter().all(is_same)
        }
        (Value::Array(read), Value::Array(sent)) => {
            read.len() == sent.len() && read.iter().zip(sent).all(|(read, sent)| same(read, sent))
        }
        _ => read == sent || (instant(read).is_some() && instant(read) == instant(sent)),
    }
}

async fn call_some(answers: &[Value]) -> Result<()> {
    let path = |operation: &str| -> Vec<String> {
        let answer = answers
            .iter()
            .find(|answer| answer["operation"] == operation);
        let target = answer.and_then(|answer| answer["target"].as_str());
        target
            .unwrap_or_default()
            .split('/')
            .map(str::to_owned)
            .collect()
    };
    let mut access = Configuration {
        base_path: env::var("YONGWEI_URL")?,
        ..Configuration::default()
    };
    let (id, secret) = (
        env::var("YONGWEI_CLIENT_ID")?,
        env::var("YONGWEI_CLIENT_SECRET")?,
    );
    let grant = Some("client_credentials");
    let token = access_api::token_create(&access, grant, Some(&id), Some(&secret), None).await?;
    access.oauth_access_token = Some(token.access_token);

    let page = async |cursor: Option<&str>| {
        people_api::person_list(
            &access,
            None,
            None,
            None,
            None,
            None,
            None,
            Some(2),
            cursor,
            None,
        )
        .await
    };
    let first = page(None).await?;
    let second = page(first.next.as_deref()).await?;
    assert_eq!(first.items.len(), 2);
    assert_ne!(first.items[0].id, second.items[0].id);

    let receipt = receipts_api::receipt_get(&access, &path("receipt_get")[3], None).await?;
    let Effects::OutOfCityEffects(effects) = *receipt.effects else {
        return Err(format!("{:?}", receipt.effects).into());
    };
    assert!(effects.procedure_region.is_some());

    let document = path("deed_document_pdf_get");
    let pdf = deeds_api::deed_document_pdf_get(&access, &document[3], &document[5], None).await?;
    assert!(pdf.bytes().await?.starts_with(b"%PDF-"));

    let nobody = "00000000-0000-7000-8000-000000000000";
    match people_api::person_get(&access, nobody, None, None).await {
        Err(apis::Error::ResponseError(refused)) => {
            let problem: yongwei_client::models::Problem = serde_json::from_str(&refused.content)?;
            assert_eq!(problem.code, "not_found");
        }
        other => return Err(format!("{other:?}").into()),
    }
    Ok(())
}
