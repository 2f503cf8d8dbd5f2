-- What is left of the usage plans, where several nodes count together: a row for an application that
-- calls an operation for an account, while its bucket is not full. No foreign key: a row that is left
-- behind does no harm and goes when it is full. Worth nothing after a crash of the server, so it is
-- kept out of the server's log.
-- state: in the notation of the library that counts. plan: what it was counted by.
-- as_of: when it was changed. full_at: from when on the row says no more than none.
CREATE ${fleeting}TABLE throttle_bucket (
  account_id    ${text} NOT NULL,
  operation_id  ${text} NOT NULL,
  client_id     ${text} NOT NULL,
  plan          ${text} NOT NULL,
  as_of         BIGINT NOT NULL,
  full_at       BIGINT NOT NULL,
  state         ${bytes} NOT NULL,
  PRIMARY KEY (account_id, operation_id, client_id)
) ${clustered};
