use super::PolicySet;

#[test]
fn the_built_in_policy_is_readable() {
    let set = PolicySet::parse(include_str!("../../policies/liaocheng.toml"))
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(set.id(), "liaocheng");
}
