//! A household has one plaque, however many heroes it has and however many clients ask at a time.

use serde_json::json;

use super::{Homes, people};
use crate::deeds::{actor_id, person, text, unmet};

#[test]
fn a_second_plaque_of_a_household_is_refused() {
    let homes = Homes::open();
    let deed = homes.confirmed(2);
    let heroes = people(&deed);
    let household = homes.household(&heroes);
    homes.try_register(&household, &heroes[..1]).expect(201);
    let refused = homes.try_register(&household, &heroes[1..]);
    assert_eq!(unmet(&refused), ["one_plaque"]);
    let problem = refused.problem(409, "step_not_possible");
    assert_eq!(problem["actors"][0]["unmet"][0]["rule"], "PLAQUE-ONE");
}

#[test]
fn of_eight_who_register_at_once_one_succeeds() {
    let homes = Homes::open();
    let deed = homes.confirmed(8);
    let heroes = people(&deed);
    let household = homes.household(&heroes);
    let mut statuses: Vec<u16> = std::thread::scope(|scope| {
        let started: Vec<_> = heroes
            .iter()
            .map(|hero| {
                let (homes, household) = (&homes, &household);
                scope.spawn(move || {
                    homes
                        .try_register(household, std::slice::from_ref(hero))
                        .status()
                })
            })
            .collect();
        started.into_iter().map(|one| one.join().unwrap()).collect()
    });
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409, 409, 409, 409, 409]);
    assert_eq!(homes.county().all("/v1/plaques").len(), 1);
}

#[test]
fn its_heroes_take_every_step_together() {
    let homes = Homes::open();
    let deed = homes.confirmed(2);
    let heroes = people(&deed);
    let household = homes.household(&heroes);
    let plaque = homes.try_register(&household, &heroes).expect(201).json();
    let one = json!({ "actor_ids": [actor_id(&plaque, 0)] });
    let refused = homes.step(&plaque, "order", &one);
    let problem = refused.problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["code"], "actors_together");
    let ordered = homes.done(&plaque, "order", &json!({}));
    let states = ordered["actors"].as_array().unwrap().iter();
    let states: Vec<String> = states.map(|actor| text(&actor["state"])).collect();
    assert_eq!(states, ["ordered", "ordered"]);
}

#[test]
fn only_members_of_the_household_stand_on_its_plaque() {
    let homes = Homes::open();
    let deed = homes.confirmed(1);
    let household = homes.household(&[person(homes.county())]);
    let refused = homes.try_register(&household, &people(&deed));
    let problem = refused.problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/hero_ids/0");
    assert_eq!(problem["errors"][0]["code"], "not_of_household");
}
