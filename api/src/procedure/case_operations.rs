//! The operations on a case and on a file that every procedure has: actions, history and documents.

/// The operations on a case and a file that every procedure has, each with its address and the texts
/// that are the procedure's own.
macro_rules! case_operations {
    (
        $procedure:ident, scope $scope:tt, file $file:literal,
        example $example:path, case $case_example:path, papers $papers:path, $paper:path;
        $actions:ident $actions_path:tt $actions_id:tt;
        $history:ident $history_path:tt $history_id:tt;
        $documents:ident $documents_path:tt $documents_id:tt $documents_text:literal;
        $document:ident $document_path:tt $document_id:tt;
        $pdf:ident $pdf_path:tt $pdf_id:tt;
    ) => {
        use actix_web::get;

        /// 可以办理的步骤 / What may be done next
        ///
        /// 列出每个步骤、谁可以办理、尚缺什么；办理被拒时的 409 与此一致。以 `On-Behalf-Of` 说明经办人。 / Every step,
        /// who may execute it and what is unmet, exactly as the 409 of a forbidden step says. `On-Behalf-Of`
        /// names the officer for whom you ask.
        #[utoipa::path(
            operation_id = $actions_id,
            security(("oauth2" = [$scope])),
            extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
            params(
                ("id" = Uuid, Path, description = $file, example = json!($example)),
                ("actor_id" = Uuid, Path, description = "行为人编号 / The actor's id", example = json!($case_example)),
                $crate::http::Optional<$crate::http::OnBehalfOf>,
            ),
            responses((status = 200, description = "全部步骤 / Every step", body = $crate::procedure::wire::ActionPage)),
        )]
        #[get($actions_path)]
        async fn $actions(
            caller: $crate::auth::Caller<<$procedure as $crate::procedure::Served>::Read>,
            services: actix_web::web::Data<$crate::services::Services>,
            $crate::http::Path((id, case)): $crate::http::Path<(<$procedure as domain::procedure::Procedure>::FileId, domain::ids::CaseId)>,
            officer: $crate::http::Optional<$crate::http::OnBehalfOf>,
        ) -> Result<actix_web::HttpResponse, $crate::problems::Problem> {
            $crate::procedure::actions::<$procedure, _>(&caller, &services, (id, case), officer).await
        }

        /// 办理历史 / The history
        ///
        /// 每名行为人的每个步骤一条，新的在前。 / One entry for each step of each actor, newest first.
        #[utoipa::path(
            operation_id = $history_id,
            security(("oauth2" = [$scope])),
            params(
                ("id" = Uuid, Path, description = $file, example = json!($example)),
                $crate::http::PageQuery,
            ),
            responses(
                (status = 200, description = "一页历史 / A page of the history", body = $crate::procedure::wire::CaseHistoryPage,
                    headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
            ),
        )]
        #[get($history_path)]
        async fn $history(
            caller: $crate::auth::Caller<<$procedure as $crate::procedure::Served>::Read>,
            services: actix_web::web::Data<$crate::services::Services>,
            $crate::http::Path(id): $crate::http::Path<<$procedure as domain::procedure::Procedure>::FileId>,
            page: $crate::http::PageQuery,
        ) -> Result<actix_web::HttpResponse, $crate::problems::Problem> {
            $crate::procedure::history::<$procedure, _>(&caller, &services, id, page).await
        }

        #[doc = "文书列表 / List the documents"]
        #[doc = ""]
        #[doc = $documents_text]
        #[utoipa::path(
            operation_id = $documents_id,
            security(("oauth2" = [$scope])),
            params(
                ("id" = Uuid, Path, description = $file, example = json!($papers)),
                $crate::http::PageQuery,
            ),
            responses(
                (status = 200, description = "一页文书 / A page of documents", body = $crate::documents::DocumentPage,
                    headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
            ),
        )]
        #[get($documents_path)]
        async fn $documents(
            caller: $crate::auth::Caller<<$procedure as $crate::procedure::Served>::Read>,
            services: actix_web::web::Data<$crate::services::Services>,
            $crate::http::Path(id): $crate::http::Path<<$procedure as domain::procedure::Procedure>::FileId>,
            page: $crate::http::PageQuery,
        ) -> Result<actix_web::HttpResponse, $crate::problems::Problem> {
            $crate::documents::list::<$procedure, _>(&caller, &services, id, page).await
        }

        /// 取得文书 / Get a document
        ///
        /// 默认答复 PDF，同一文书每次的字节相同；`Accept: application/json` 则答复文书的编号、种类、文号和日期。已失效的，PDF 开头注明。PDF 需要本服务所在
        /// 机器装有开源中文字体。自动生成的客户端，请以 `…/pdf` 取得 PDF。 / Answers a PDF unless asked otherwise, with the same bytes for the same document every
        /// time; with `Accept: application/json` its kind, number and date. The PDF of one
        /// that is void says so first. A PDF needs an open Chinese typeface on the
        /// machine of the service. A generated client gets the PDF at `…/pdf`.
        #[utoipa::path(
            operation_id = $document_id,
            security(("oauth2" = [$scope])),
            extensions(("x-problem-codes" = json!(["typeface_missing", "not_acceptable", "unprintable"]))),
            params(
                ("id" = Uuid, Path, description = $file, example = json!($papers)),
                ("document_id" = Uuid, Path, description = "文书编号 / The document's id", example = json!($paper)),
                $crate::contract::parameters::ReadHeaders,
            ),
            responses(
                (status = 200, description = "文书 / The document",
                    content(($crate::documents::DocumentView = "application/json"), (Vec<u8> = "application/pdf")),
                    headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"),
                            ("Content-Disposition" = Option<String>, description = "PDF 的文件名 / The file name of the PDF"))),
                (status = 304, description = "没有变化 / Not changed"),
            ),
        )]
        #[get($document_path)]
        async fn $document(
            caller: $crate::auth::Caller<<$procedure as $crate::procedure::Served>::Read>,
            request: actix_web::HttpRequest,
            services: actix_web::web::Data<$crate::services::Services>,
            $crate::http::Path(ids): $crate::http::Path<(<$procedure as domain::procedure::Procedure>::FileId, domain::ids::DocumentId)>,
            known: $crate::http::Optional<$crate::http::IfNoneMatch>,
        ) -> Result<actix_web::HttpResponse, $crate::problems::Problem> {
            let form = $crate::documents::Form::wanted(&request)?;
            $crate::documents::get::<$procedure, _>(&caller, &services, ids, form, known).await
        }

        /// 取得文书的 PDF / Get the PDF of a document
        ///
        /// 与取得文书的 PDF 相同，不看 `Accept`。 / The same PDF as that of the document's own address, whatever `Accept` says.
        #[utoipa::path(
            operation_id = $pdf_id,
            security(("oauth2" = [$scope])),
            extensions(("x-problem-codes" = json!(["typeface_missing"]))),
            params(
                ("id" = Uuid, Path, description = $file, example = json!($papers)),
                ("document_id" = Uuid, Path, description = "文书编号 / The document's id", example = json!($paper)),
                $crate::contract::parameters::ReadHeaders,
            ),
            responses(
                (status = 200, description = "PDF / The PDF", body = Vec<u8>, content_type = "application/pdf",
                    headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"),
                            ("Content-Disposition" = String, description = "文件名 / The file name"))),
                (status = 304, description = "没有变化 / Not changed"),
            ),
        )]
        #[get($pdf_path)]
        async fn $pdf(
            caller: $crate::auth::Caller<<$procedure as $crate::procedure::Served>::Read>,
            services: actix_web::web::Data<$crate::services::Services>,
            $crate::http::Path(ids): $crate::http::Path<(<$procedure as domain::procedure::Procedure>::FileId, domain::ids::DocumentId)>,
            known: $crate::http::Optional<$crate::http::IfNoneMatch>,
        ) -> Result<actix_web::HttpResponse, $crate::problems::Problem> {
            let form = $crate::documents::Form::Pdf;
            $crate::documents::get::<$procedure, _>(&caller, &services, ids, form, known).await
        }

        /// Adds the operations that every procedure has.
        pub(super) fn configure(routes: &mut $crate::routes::Routes<'_>) {
            routes
                .service($actions)
                .service($history)
                .service($documents)
                .service($document)
                .service($pdf);
            $crate::procedure::configure_steps::<$procedure>(routes);
        }
    };
}
pub(crate) use case_operations;
