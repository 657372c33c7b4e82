// Writes one answer of every operation as a value of the type that the contract
// names for it: that the file compiles is the test.
import { readFileSync, writeFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const answers = read("build/answers.json");
const { schemas } = read("../../openapi/openapi.json").components;

/** `Schemas["Name"]`, or a list of it. */
const type = (schema) =>
  schema.startsWith("[") ? `${type(schema.slice(1, -1))}[]` : `Schemas[${JSON.stringify(schema)}]`;

// openapi-typescript gives what tells kinds apart as its tag alone; here it is one of the kinds.
const unions = Object.entries(schemas)
  .filter(([, schema]) => schema.discriminator)
  .map(([name, { discriminator }]) => {
    const kinds = Object.values(discriminator.mapping).map((kind) => type(kind.split("/").pop()));
    return `  Same<T, ${type(name)}> extends true ? ${kinds.join(" | ")} :`;
  });
const constants = answers
  .filter(({ schema }) => schema)
  .map(
    ({ operation, schema, body }) =>
      `export const ${operation}: Kinds<${type(schema)}> = ${JSON.stringify(body)};`,
  );

writeFileSync(
  new URL("build/answers.ts", import.meta.url),
  `import type { components } from "./contract.js";

type Schemas = components["schemas"];
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Kinds<T> =
${unions.join("\n")}
  T extends object ? { [Name in keyof T]: Kinds<T[Name]> } : T;

${constants.join("\n")}
`,
);
