-- Decimals and timestamps for people, as in V2.

CREATE VIEW v_transactions AS
SELECT
  account_id,
  transaction_id,
  transaction_type,
  to_timestamp(transaction_date / 1000.0) AS transaction_date,
  to_timestamp(feed_date / 1000.0) AS feed_date,
  marketplace_id,
  currency,
  amount_micros * 0.000001 AS amount,
  payment_instrument_type,
  payment_instrument_last4,
  charge_identifier,
  invoice_number,
  legal_entity,
  buyer_group,
  buyer_name,
  buyer_email,
  payer_name,
  payer_email,
  to_timestamp(as_of / 1000.0) AS as_of
FROM purchase_transaction;

CREATE VIEW v_transaction_lines AS
SELECT
  l.account_id,
  t.transaction_id,
  t.transaction_type,
  l.line_no,
  to_timestamp(t.transaction_date / 1000.0) AS transaction_date,
  to_timestamp(l.feed_date / 1000.0) AS feed_date,
  l.order_id,
  l.order_line_item_id,
  l.purchase_order_number,
  l.purchase_order_line_item_id,
  l.asin,
  l.title,
  l.unspsc,
  l.quantity,
  l.merchant_name,
  l.shipment_id,
  to_timestamp(l.shipment_date / 1000.0) AS shipment_date,
  l.refund_reason,
  l.budget_id,
  l.tax_rate,
  l.currency,
  l.unit_price_micros * 0.000001 AS unit_price,
  l.total_micros * 0.000001 AS total,
  l.principal_micros * 0.000001 AS principal,
  l.shipping_micros * 0.000001 AS shipping,
  l.regulatory_fee_micros * 0.000001 AS regulatory_fee,
  l.gift_wrapping_micros * 0.000001 AS gift_wrapping,
  l.discount_micros * 0.000001 AS discount,
  l.tax_micros * 0.000001 AS tax
FROM purchase_transaction_line l
JOIN purchase_transaction t
  ON t.account_id = l.account_id AND t.transaction_key = l.transaction_key;
