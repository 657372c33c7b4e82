//! Reads of one file: masked, or in full for a stated purpose, which is audited.

use std::sync::Arc;

use actix_web::HttpResponse;
use persistence::audit::{Change, Subject};
use persistence::{Reader, RegionScope};
use serde::Serialize;
use serde_json::json;

use super::{Answer, Command, Effect};
use crate::auth::{Caller, Representation};
use crate::http::{AccessPurpose, EntityTag, IfNoneMatch, Optional, conditional};
use crate::problems::Problem;

/// What a read found, as it is shown.
pub struct SensitiveRead<V> {
    /// How it is shown.
    pub view: V,
    /// What it is in the audit; its version is the one of the entity tag.
    pub subject: Subject,
    /// A hash of what is shown beside it and changes without a new version of it.
    pub beside: Option<u64>,
}

impl<V> SensitiveRead<V> {
    fn tag(&self, representation: Representation) -> EntityTag {
        let tag = representation.tag(self.subject.version);
        match self.beside {
            Some(hash) => tag.beside(hash),
            None => tag,
        }
    }
}

impl Command {
    /// Answers what `find` finds within the caller's regions, shown as the caller asks for it. A
    /// read in full is audited as `action`.
    pub async fn read<P, V, F>(
        self,
        caller: &Caller<P>,
        known: &Optional<IfNoneMatch>,
        purpose: &Optional<AccessPurpose>,
        action: &'static str,
        find: F,
    ) -> Result<HttpResponse, Problem>
    where
        V: Serialize + Send + 'static,
        F: Fn(&mut Reader<'_>, &RegionScope, Representation) -> Result<SensitiveRead<V>, Problem>
            + Send
            + Sync
            + 'static,
    {
        let representation = Representation::asked(caller, purpose)?;
        let full = representation == Representation::Full;
        if full && known.0.is_none() {
            return self.read_in_full(caller, action, find).await;
        }
        let find = Arc::new(find);
        let (scope, finding) = (caller.regions().clone(), Arc::clone(&find));
        let found = self
            .services
            .store
            .read(move |reader| finding(reader, &scope, representation))
            .await?;
        let tag = found.tag(representation);
        // Who has the full answer already reads nothing new, and leaves no entry in the audit.
        if full && !known.has(&tag) {
            return self
                .read_in_full(caller, action, move |reader, scope, full| {
                    find(reader, scope, full)
                })
                .await;
        }
        Ok(conditional(known, &tag, &found.view))
    }

    /// Answers everything of what `find` finds, and keeps in the audit as `action` that it was read.
    pub async fn read_in_full<P, V, F>(
        self,
        caller: &Caller<P>,
        action: &'static str,
        find: F,
    ) -> Result<HttpResponse, Problem>
    where
        V: Serialize,
        F: Fn(&mut Reader<'_>, &RegionScope, Representation) -> Result<SensitiveRead<V>, Problem>
            + Send
            + 'static,
    {
        let full = Representation::Full;
        let scope = caller.regions().clone();
        self.of_audited_read()
            .run(caller, &[], Ok(()), move |acting, ()| {
                let found = find(acting.tx, &scope, full)?;
                let answer = Answer::ok(&found.view)?.tagged(&found.tag(full));
                let read = Change::sensitive_read(action, found.subject, json!({}));
                Ok(Effect::of(read, answer))
            })
            .await
    }
}
