-- Decimals and timestamps for people, as in V2.

CREATE VIEW v_transactions AS
SELECT
  account_id,
  transaction_id,
  transaction_type,
  strftime('%Y-%m-%dT%H:%M:%SZ', transaction_date / 1000, 'unixepoch') AS transaction_date,
  strftime('%Y-%m-%dT%H:%M:%SZ', feed_date / 1000, 'unixepoch') AS feed_date,
  marketplace_id,
  currency,
  amount_micros / 1000000.0 AS amount,
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
  strftime('%Y-%m-%dT%H:%M:%SZ', as_of / 1000, 'unixepoch') AS as_of
FROM purchase_transaction;

CREATE VIEW v_transaction_lines AS
SELECT
  l.account_id,
  t.transaction_id,
  t.transaction_type,
  l.line_no,
  strftime('%Y-%m-%dT%H:%M:%SZ', t.transaction_date / 1000, 'unixepoch') AS transaction_date,
  strftime('%Y-%m-%dT%H:%M:%SZ', l.feed_date / 1000, 'unixepoch') AS feed_date,
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
  strftime('%Y-%m-%dT%H:%M:%SZ', l.shipment_date / 1000, 'unixepoch') AS shipment_date,
  l.refund_reason,
  l.budget_id,
  l.tax_rate,
  l.currency,
  l.unit_price_micros / 1000000.0 AS unit_price,
  l.total_micros / 1000000.0 AS total,
  l.principal_micros / 1000000.0 AS principal,
  l.shipping_micros / 1000000.0 AS shipping,
  l.regulatory_fee_micros / 1000000.0 AS regulatory_fee,
  l.gift_wrapping_micros / 1000000.0 AS gift_wrapping,
  l.discount_micros / 1000000.0 AS discount,
  l.tax_micros / 1000000.0 AS tax
FROM purchase_transaction_line l
JOIN purchase_transaction t
  ON t.account_id = l.account_id AND t.transaction_key = l.transaction_key;
