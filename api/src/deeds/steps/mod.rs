//! The steps of the procedure, each a resource below the deed. All of them run alike
//! ([`take::take`]); what differs is what is handed in. A new step is one struct in `bodies` and one
//! entry in the list of [`routes`].

mod actors;
mod attached;
#[expect(
    refining_impl_trait_internal,
    reason = "most bodies are a complete step, and say so"
)]
mod bodies;
mod input;
mod routes;
mod take;

pub(super) use routes::configure;
pub(super) use take::not_possible;
