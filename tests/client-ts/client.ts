// What the developer of a county system writes first: a token, a person
// registered and read back, a case outside the city put to the rules. The
// types come from the contract; that this file compiles is half of the test.
import assert from "node:assert/strict";
import { randomInt, randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import type { components, paths } from "./build/contract.js";

type NewPerson = components["schemas"]["NewPerson"];
type OutOfCityCase = components["schemas"]["OutOfCityCase"];

function setting(name: string): string {
  const value = process.env[name];
  assert(value, `${name} is not set`);
  return value;
}

const baseUrl = setting("YONGWEI_URL");
const clientId = setting("YONGWEI_CLIENT_ID");
const clientSecret = setting("YONGWEI_CLIENT_SECRET");

/** OAuth 2 client credentials (RFC 6749, section 4.4). */
async function accessToken(): Promise<string> {
  const answer = await fetch(new URL("/oauth/token", baseUrl), {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  assert.equal(answer.status, 200, "a token for the client");
  const token = (await answer.json()) as { access_token: string; token_type: string };
  assert.equal(token.token_type, "Bearer");
  return token.access_token;
}

/** A well-formed citizen number (GB 11643) of nobody: the county of Guan, a day in 1901. */
function syntheticCitizenNumber(): string {
  const day = String(randomInt(1, 29)).padStart(2, "0");
  const body = `37152519010${randomInt(1, 10)}${day}${String(randomInt(1000)).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + "10X98765432".charAt(sum % 11);
}

const api = createClient<paths>({
  baseUrl,
  headers: { authorization: `Bearer ${await accessToken()}` },
});

const citizenNumber = syntheticCitizenNumber();
const newcomer: NewPerson = {
  name: "测试客户端",
  region_code: "371525",
  citizen_number: citizenNumber,
  synthetic: true,
};
const registered = await api.POST("/v1/people", {
  body: newcomer,
  headers: { "Idempotency-Key": randomUUID() },
});
assert.equal(registered.response.status, 201, JSON.stringify(registered.error));
assert(registered.data);
assert.equal(registered.data.name, newcomer.name);

const read = await api.GET("/v1/people/{id}", { params: { path: { id: registered.data.id } } });
assert.equal(read.response.status, 200, JSON.stringify(read.error));
assert(read.data);
assert.equal(read.data.id, registered.data.id);
assert.notEqual(read.data.citizen_number, citizenNumber, "the number is masked");

const facts: OutOfCityCase = { place: { region_code: "110105" } };
const receipt = await api.POST("/v1/eligibility/out-of-city", { body: facts });
assert.equal(receipt.response.status, 201, JSON.stringify(receipt.error));
assert(receipt.data);
const proposals: (typeof receipt.data.proposal)[] = ["approve", "review", "refuse"];
assert(proposals.includes(receipt.data.proposal), receipt.data.proposal);

console.log(`registered ${registered.data.id}, read it back, out of city: ${receipt.data.proposal}`);
