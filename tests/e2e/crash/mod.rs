//! The service or its database dies under load: what was acknowledged is there, nothing is
//! half-written, and nobody has to help afterwards.

mod kept;
mod people;
mod steps;
