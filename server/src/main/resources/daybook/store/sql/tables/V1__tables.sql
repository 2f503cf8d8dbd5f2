-- Instants are UTC epoch milliseconds. Money is a whole number of millionths of the currency unit
-- (column names end in _micros), beside its currency. Text compares byte by byte.

CREATE TABLE account (
  account_id  ${text} NOT NULL PRIMARY KEY,
  kind        ${text} NOT NULL,
  name        ${text} NOT NULL,
  created_at  BIGINT NOT NULL
);

CREATE TABLE application (
  client_id    ${text} NOT NULL PRIMARY KEY,
  name         ${text} NOT NULL,
  secret_hash  ${bytes} NOT NULL,
  created_at   BIGINT NOT NULL
);

-- Roles are separated by line feeds. No foreign key on client_id: a grant outlives its application,
-- revoked, so that what it once allowed can still be looked up.
CREATE TABLE access_grant (
  grant_id            ${text} NOT NULL PRIMARY KEY,
  account_id          ${text} NOT NULL REFERENCES account (account_id),
  client_id           ${text} NOT NULL,
  roles               ${text} NOT NULL,
  refresh_token_hash  ${bytes},
  created_at          BIGINT NOT NULL,
  revoked_at          BIGINT
);
CREATE INDEX access_grant_by_refresh_token ON access_grant (refresh_token_hash);
CREATE INDEX access_grant_by_client ON access_grant (client_id);

CREATE TABLE authorization_code (
  code_hash   ${bytes} NOT NULL PRIMARY KEY,
  grant_id    ${text} NOT NULL REFERENCES access_grant (grant_id),
  expires_at  BIGINT NOT NULL
);
CREATE INDEX authorization_code_by_grant ON authorization_code (grant_id);

CREATE TABLE instance_key (
  name   ${text} NOT NULL PRIMARY KEY,
  value  ${bytes} NOT NULL
);

-- Gives every view a number, which pieces carry instead of its name. A row is never deleted and a
-- number never used again, so that a number once read stays true.
-- complete: every order has a piece. by_order_date: no piece is sorted by anything but the order
-- date, so that indexes of business_order yield pages in order.
CREATE TABLE kept_view (
  view_id        INTEGER NOT NULL PRIMARY KEY,
  name           ${text} NOT NULL,
  version        INTEGER NOT NULL,
  complete       INTEGER NOT NULL,
  by_order_date  INTEGER NOT NULL,
  UNIQUE (name, version)
);

-- piece_keys: which pieces the order has, as "view_id:sort_at" separated by blanks. With it a change
-- finds the pieces that it replaces without another index on the largest table.
-- document stands last: whatever reads only the columns before it never touches its pages.
CREATE TABLE business_order (
  account_id                    ${text} NOT NULL,
  order_id                      ${text} NOT NULL,
  order_date                    BIGINT NOT NULL,
  region                        ${text},
  order_status                  ${text} NOT NULL,
  purchase_order_number         ${text},
  currency                      ${text},
  sub_total_micros              BIGINT,
  shipping_and_handling_micros  BIGINT,
  promotion_micros              BIGINT,
  tax_micros                    BIGINT,
  net_total_micros              BIGINT,
  quantity                      INTEGER,
  buyer_name                    ${text},
  buyer_email                   ${text},
  buyer_group                   ${text},
  approver_name                 ${text},
  approver_email                ${text},
  legal_entity                  ${text},
  as_of                         BIGINT NOT NULL,
  as_of_sequence                BIGINT NOT NULL,
  revision                      BIGINT NOT NULL,
  piece_keys                    ${text} NOT NULL,
  document                      ${bytes} NOT NULL,
  PRIMARY KEY (account_id, order_id)
);
CREATE INDEX business_order_by_status
  ON business_order (account_id, order_status, order_date, order_id);
CREATE INDEX business_order_by_region
  ON business_order (account_id, region, order_date, order_id);
CREATE INDEX business_order_by_region_and_status
  ON business_order (account_id, region, order_status, order_date, order_id);
CREATE INDEX business_order_by_purchase_order
  ON business_order (account_id, purchase_order_number, order_date, order_id)
  WHERE purchase_order_number IS NOT NULL;

-- Clustered by date like the pieces, so that a chronological import appends.
CREATE TABLE business_order_line (
  account_id                ${text} NOT NULL,
  order_date                BIGINT NOT NULL,
  order_id                  ${text} NOT NULL,
  line_no                   INTEGER NOT NULL,
  asin                      ${text},
  title                     ${text},
  category                  ${text},
  unspsc                    ${text},
  brand_name                ${text},
  manufacturer_name         ${text},
  seller_name               ${text},
  purchase_order_line_item  ${text},
  quantity                  INTEGER NOT NULL,
  currency                  ${text},
  unit_price_micros         BIGINT,
  sub_total_micros          BIGINT,
  tax_micros                BIGINT,
  net_total_micros          BIGINT,
  PRIMARY KEY (account_id, order_date, order_id, line_no)
) ${clustered};

CREATE TABLE piece (
  account_id  ${text} NOT NULL,
  view_id     INTEGER NOT NULL,
  sort_at     BIGINT NOT NULL,
  record_id   ${text} NOT NULL,
  body        ${bytes} NOT NULL,
  PRIMARY KEY (account_id, view_id, sort_at, record_id)
) ${clustered};
