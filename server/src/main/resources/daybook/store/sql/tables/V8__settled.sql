-- Up to where listings by last change are settled: no write gives a record of that kind and account a
-- last change at or before it, so that whoever has listed up to there has missed nothing.
CREATE TABLE settled (
  account_id     ${text} NOT NULL,
  kind           ${text} NOT NULL,
  settled_until  BIGINT NOT NULL,
  PRIMARY KEY (account_id, kind)
) ${clustered};
