//! Values, columns, statements and constraint names: the same on both engines.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_value_comes_back_as_it_went_in() {
    for bench in each_engine(|_| {}) {
        let id = Uuid::now_v7();
        let write = bench.db.write(HUB, move |tx, now| {
            tx.execute(&ADD_SAMPLE, &args![HUB, id, true, "Großröhrsdorf", vec![0_u8, 255], now, None::<String>])?;
            Ok(now)
        });
        let now = write.await.unwrap();
        let read = bench.db.read(HUB, move |tx| {
            tx.one(&SAMPLE, &args![HUB, id], |c| {
                assert_eq!(c.len(), 9);
                assert_eq!(c.take::<Uuid>()?, id);
                assert!(c.take::<bool>()?, "a stored flag");
                assert_eq!(c.take::<String>()?, "Großröhrsdorf");
                assert_eq!(c.take::<Vec<u8>>()?, [0, 255]);
                assert_eq!(c.take::<Instant>()?, now);
                assert_eq!(c.take::<Option<String>>()?, None);
                assert!(c.take::<bool>()?, "a comparison");
                assert_eq!(c.take::<HubId>()?, HUB);
                assert_eq!(c.take::<String>()?, "?1");
                let past_the_end = c.take::<i64>().unwrap_err();
                assert_eq!(past_the_end.trouble(), Trouble::Value);
                Ok(())
            })
        });
        read.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_of_another_kind_is_an_error_that_names_statement_and_column() {
    for bench in each_engine(|_| {}) {
        let id = counter(&bench.db, HUB).await;
        let read = bench.db.read(HUB, move |tx| tx.one(&COUNTER, &args![HUB, id], column::<String>));
        let Err(Failure::Failed(error)) = read.await else { panic!("decoded") };
        assert_eq!(error.to_string(), "nabe::db::tests::COUNTER: column 1: wanted text, found an integer");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_runs_on_both_engines_with_the_same_rows() {
    let mut answers = Vec::new();
    for bench in each_engine(|_| {}) {
        let fixed = Uuid::from_u128(1);
        let rows = bench
            .db
            .write(HUB, move |tx, _| {
                let now = at(1);
                tx.execute(&ADD_COUNTER, &args![HUB, fixed, 12_i64])?;
                tx.execute(&ADD_PLACE, &args![HUB, fixed, fixed, "first"])?;
                tx.execute(&ADD_SAMPLE, &args![HUB, fixed, 1_i64, "x", vec![1_u8], now, "n"])?;
                STATEMENTS.iter().map(|s| Ok((s.name(), rehearse(tx, s, now)?))).collect::<DbResult<Vec<_>>>()
            })
            .await
            .unwrap();
        assert_eq!(rows.len(), STATEMENTS.len());
        answers.push(rows);
    }
    for (sqlite, postgres) in answers[0].iter().zip(&answers[1]) {
        if !sqlite.0.ends_with("::ENGINE") {
            assert_eq!(sqlite, postgres);
        }
    }
    let sample = answers[0].iter().find(|(name, _)| name.ends_with("::SAMPLE")).unwrap();
    assert_eq!(sample.1.len(), 1, "the sample argument found the row");
}

type Attempt = Box<dyn Fn(&Tx<'_>) -> DbResult<u64> + Send>;

#[tokio::test(flavor = "multi_thread")]
async fn constraints_have_the_same_name_on_both_engines() {
    for bench in each_engine(|_| {}) {
        let id = counter(&bench.db, HUB).await;
        let db = &bench.db;
        db.write(HUB, place(HUB, id, "one")).await.unwrap();
        let refused = async |work: Attempt| match db.write(HUB, move |tx, _| work(tx)).await {
            Err(Failure::Failed(error)) => error,
            other => panic!("{other:?}"),
        };
        let error = refused(Box::new(move |tx| place(HUB, id, "one")(tx, at(0)))).await;
        assert!(error.is_constraint("place_key"), "{error:?}");
        assert!(error.to_string().starts_with("nabe::db::tests::ADD_PLACE: "), "{error}");
        let error = refused(Box::new(move |tx| tx.execute(&ADD_COUNTER, &args![HUB, id, 1_i64]))).await;
        assert!(error.is_constraint("counter_pkey"), "{error:?}");
        let error = refused(Box::new(|tx| tx.execute(&ADD_COUNTER, &args![HUB, Uuid::now_v7(), 5000_i64]))).await;
        assert!(error.is_constraint("counter_within"), "{error:?}");
        let error = refused(Box::new(|tx| tx.execute(&ADD_COUNTER, &args![HUB, Uuid::now_v7(), None::<i64>]))).await;
        assert!(error.is_constraint("counter.places"), "{error:?}");
        let error = refused(Box::new(move |tx| place(HUB, id, "forbidden")(tx, at(0)))).await;
        assert!(error.is_constraint("place_forbidden"), "{error:?}");
        let error = refused(Box::new(|tx| {
            tx.execute(&ADD_MEMBER, &args![HUB, "Jana"])?;
            tx.execute(&ADD_MEMBER, &args![HUB, "Jana"])
        }))
        .await;
        assert!(error.is_constraint("membership_hub_id_person_key"), "{error:?}");
        let error = refused(Box::new(|tx| place(HUB, Uuid::nil(), "x")(tx, at(0)))).await;
        assert_eq!(error.trouble(), Trouble::Constraint, "{error:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_use_of_a_statement_is_told() {
    crate::statements! {
        /// Not in the registry.
        STRANGER() = "select 1";
    }
    assert_eq!(STATEMENTS.len(), 1);
    for bench in each_engine(|_| {}) {
        let ask = async |work: fn(&Tx<'_>) -> DbResult<u64>| match bench.db.read(HUB, work).await {
            Err(Failure::Failed(error)) => error.to_string(),
            other => panic!("{other:?}"),
        };
        let said = ask(|tx| tx.rows(&STRANGER, &args![], |_| Ok(())).map(|_| 0)).await;
        assert_eq!(said, "nabe::db::tests::values::STRANGER: the statement is not registered in Options");
        let said = ask(|tx| tx.rows(&COUNTER, &args![HUB], |_| Ok(())).map(|_| 0)).await;
        assert_eq!(said, "nabe::db::tests::COUNTER: 2 arguments wanted, 1 given");
        let said = ask(|tx| tx.execute(&COUNTER, &args![HUB, Uuid::nil()])).await;
        assert_eq!(said, "nabe::db::tests::COUNTER: the statement returns rows: take them with row or rows");
        let said = ask(|tx| tx.one(&COUNTER, &args![HUB, Uuid::nil()], column::<i64>).map(|_| 0)).await;
        assert_eq!(said, "nabe::db::tests::COUNTER: no row, where one was expected");
        assert!(bench.db.read(HUB, |tx| tx.execute(&ADD_MEMBER, &args![HUB, "x"])).await.is_err(), "a read writes");
    }
}
