//! What only recognitions store: the forms of their cases.

use domain::deeds::Incident;
use domain::out_of_city::{OutOfCityFacts, Recognition};
use domain::procedure::{Case, CaseEvent};

use crate::stored::renamed::renamed;
use crate::stored::{Form, StoredProcedure};

impl StoredProcedure for Recognition {
    const CASE: Form<Case<Self>> = Form::upgraded("recognition.case", 2, |_, case| renamed(case));
    const HISTORY: Form<Vec<CaseEvent<Self>>> = Form::first("recognition.history");
    const SUBJECT: Form<Incident> = Form::first("recognition.subject");
    const FACTS: Form<OutOfCityFacts> = Form::first("recognition.facts");
}
