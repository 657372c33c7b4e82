#!/usr/bin/env python3
"""Prints the Rust function that reads an answer into the model of its schema.

Usage: schemas.py FOLDER
"""

import json
import pathlib
import sys

answers = json.loads(pathlib.Path(sys.argv[1], "answers.json").read_text())
schemas = sorted({answer["schema"] for answer in answers if answer["schema"]})


def model(schema):
    if schema.startswith("["):
        return f"Vec<{model(schema[1:-1])}>"
    return f"models::{schema}"


arms = "\n".join(f'        "{schema}" => through::<{model(schema)}>(body),' for schema in schemas)
print(f"""use serde::Serialize;
use serde::de::{{DeserializeOwned, Error as _}};
use serde_json::{{Error, Value}};
use yongwei_client::models;

/// A body, read into the model of its schema and written again.
pub fn again(schema: &str, body: Value) -> Result<Value, Error> {{
    match schema {{
{arms}
        _ => Err(Error::custom("no such schema")),
    }}
}}

fn through<T: Serialize + DeserializeOwned>(body: Value) -> Result<Value, Error> {{
    serde_json::to_value(serde_json::from_value::<T>(body)?)
}}""")
