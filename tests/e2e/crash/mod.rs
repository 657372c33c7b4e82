//! The service or its database dies under load, or their disk is full: what was acknowledged is there, nothing is
//! half-written, and nobody has to help afterwards.

mod consistency;
mod full_disk;
mod honours;
mod people;
mod steps;
