-- transaction_key: identifier and type, because nobody promises that the identifier alone is unique.
CREATE TABLE purchase_transaction (
  account_id                ${text} NOT NULL,
  transaction_key           ${text} NOT NULL,
  feed_date                 BIGINT NOT NULL,
  transaction_id            ${text} NOT NULL,
  transaction_type          ${text} NOT NULL,
  transaction_date          BIGINT,
  marketplace_id            ${text},
  charge_identifier         ${text},
  invoice_number            ${text},
  legal_entity              ${text},
  buyer_group               ${text},
  currency                  ${text},
  amount_micros             BIGINT,
  payment_instrument_type   ${text},
  payment_instrument_last4  ${text},
  buyer_name                ${text},
  buyer_email               ${text},
  payer_name                ${text},
  payer_email               ${text},
  as_of                     BIGINT NOT NULL,
  as_of_sequence            BIGINT NOT NULL,
  revision                  BIGINT NOT NULL,
  piece_keys                ${text} NOT NULL,
  document                  ${bytes} NOT NULL,
  PRIMARY KEY (account_id, transaction_key)
);

-- Clustered by date like the pieces, so that a chronological import appends.
CREATE TABLE purchase_transaction_line (
  account_id                   ${text} NOT NULL,
  feed_date                    BIGINT NOT NULL,
  transaction_key              ${text} NOT NULL,
  line_no                      INTEGER NOT NULL,
  order_id                     ${text},
  order_line_item_id           ${text},
  purchase_order_number        ${text},
  purchase_order_line_item_id  ${text},
  asin                         ${text},
  title                        ${text},
  unspsc                       ${text},
  quantity                     INTEGER,
  merchant_name                ${text},
  shipment_id                  ${text},
  shipment_date                BIGINT,
  refund_reason                ${text},
  budget_id                    ${text},
  tax_rate                     ${text},
  currency                     ${text},
  unit_price_micros            BIGINT,
  total_micros                 BIGINT,
  principal_micros             BIGINT,
  shipping_micros              BIGINT,
  regulatory_fee_micros        BIGINT,
  gift_wrapping_micros         BIGINT,
  discount_micros              BIGINT,
  tax_micros                   BIGINT,
  PRIMARY KEY (account_id, feed_date, transaction_key, line_no)
) ${clustered};

-- What was paid for an order.
CREATE INDEX purchase_transaction_line_by_order
  ON purchase_transaction_line (account_id, order_id);
