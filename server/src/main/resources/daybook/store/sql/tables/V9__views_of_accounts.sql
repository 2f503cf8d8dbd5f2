-- Which views are kept, and how completely, is told for each account by itself: whatever is written,
-- read or rendered again concerns one account. view_id: the number that pieces of the account carry
-- instead of the view's name; a row is never deleted and a number never used again, so that a number
-- once read stays true.
-- complete: 1 when every record of the kind has a piece of it, 0 when some may lack one, 2 while
-- pieces are being made for all. sorted_by: as in V3.
-- A row of settled stands for every kind of record that an account may hold; who writes records of
-- the kind locks it first.
CREATE TABLE account_view (
  account_id  ${text} NOT NULL,
  view_id     INTEGER NOT NULL,
  kind        ${text} NOT NULL,
  name        ${text} NOT NULL,
  version     INTEGER NOT NULL,
  complete    INTEGER NOT NULL,
  sorted_by   INTEGER NOT NULL,
  PRIMARY KEY (account_id, view_id),
  UNIQUE (account_id, name, version)
) ${clustered};

INSERT INTO account_view (account_id, view_id, kind, name, version, complete, sorted_by)
SELECT a.account_id, v.view_id, v.kind, v.name, v.version, v.complete, v.sorted_by
FROM (SELECT DISTINCT account_id FROM business_order) a CROSS JOIN kept_view v
WHERE v.kind = 'BUSINESS_ORDER';

INSERT INTO account_view (account_id, view_id, kind, name, version, complete, sorted_by)
SELECT a.account_id, v.view_id, v.kind, v.name, v.version, v.complete, v.sorted_by
FROM (SELECT DISTINCT account_id FROM purchase_transaction) a CROSS JOIN kept_view v
WHERE v.kind = 'TRANSACTION';

INSERT INTO account_view (account_id, view_id, kind, name, version, complete, sorted_by)
SELECT a.account_id, v.view_id, v.kind, v.name, v.version, v.complete, v.sorted_by
FROM (SELECT DISTINCT account_id FROM seller_order) a CROSS JOIN kept_view v
WHERE v.kind = 'SELLER_ORDER';

INSERT INTO settled (account_id, kind, settled_until)
SELECT DISTINCT v.account_id, v.kind, 0 FROM account_view v
WHERE NOT EXISTS (
  SELECT 1 FROM settled s WHERE s.account_id = v.account_id AND s.kind = v.kind);

DROP TABLE kept_view;

ALTER TABLE account_view RENAME TO kept_view;
